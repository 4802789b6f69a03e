"""A real browser crawls the demo's site: logins, walls by name, lazy sections, sub-pages; the driver always quits."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import SecretStr

from demo import site as demo_site
from resumify.adapters.chromium import Chromium, open_chromium
from resumify.config import project_root
from resumify.crawl import Credentials, Pace
from resumify.errors import (
    Challenge,
    Disallowed,
    EmptyProfile,
    InvalidInput,
    LayoutNotUnderstood,
    NeedsLogin,
    PageNotFound,
    RateLimited,
    TwoFactor,
    Wall,
    WrongPassword,
)
from resumify.intake import SourceReader
from tests.roundtrip import losses


@dataclass
class Waits:
    """Stands in for the clock: notes how long it was asked to wait, and does not."""

    asked: list[float]

    def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with open_chromium() as chromium:
        yield chromium


@pytest.fixture
def site() -> Iterator[demo_site.Site]:
    with demo_site.serve() as served:
        yield served


@pytest.fixture
def waits() -> Waits:
    return Waits([])


@pytest.fixture
def reader(browser: Chromium, tmp_path: Path, waits: Waits) -> SourceReader:
    @contextmanager
    def lend() -> Iterator[Chromium]:
        yield browser

    return SourceReader(
        browse=lend, sessions=tmp_path / "sessions", password=SecretStr("demo"), pace=Pace(between=0.0, wait=waits)
    )


@pytest.mark.parametrize("username", ["ada", "luca", "mei", "omar"])
def test_a_profile_behind_a_login_reads_back_whole(reader: SourceReader, site: demo_site.Site, username: str) -> None:
    """ada's sections load late behind buttons, luca's lie on sub-pages, mei's page has JSON-LD, omar's flat lines."""
    account = site.accounts[username]
    reading = reader.read(site.url + account.profile, username, username)
    person = demo_site.person(username)
    assert losses(person, reading, account.layout) == []
    assert {section for section in person if isinstance(person[section], list)} <= reading.complete
    assert reading.uncertain == ()


def test_own_profile_is_also_found_under_the_address_of_whoever_is_signed_in(
    reader: SourceReader, site: demo_site.Site
) -> None:
    reading = reader.read(site.url + "/in/me", "ana", "ana")
    assert losses(demo_site.person("ana"), reading, "cards") == []


@pytest.mark.parametrize(
    ("username", "wall"),
    [
        ("twofactor", TwoFactor),
        ("challenge", Challenge),
        ("locked", RateLimited),
        ("empty", EmptyProfile),
        ("shop", LayoutNotUnderstood),
    ],
)
def test_what_stands_in_the_way_has_a_name(
    reader: SourceReader, site: demo_site.Site, username: str, wall: type[Wall]
) -> None:
    with pytest.raises(wall) as raised:
        reader.read(f"{site.url}/in/{username}", "someone", username)
    assert raised.value.hint


def test_a_wrong_password_is_tried_once_and_kept_nowhere(reader: SourceReader, site: demo_site.Site) -> None:
    wrong = replace(reader, password=SecretStr("wrong-secret"))
    with pytest.raises(WrongPassword) as raised:
        wrong.read(site.url + "/in/ana", "ana", "ana")
    assert site.requests.count("/login") == 1
    assert "wrong-secret" not in str(raised.value)
    assert not list(reader.sessions.glob("*.session"))


def test_without_a_login_the_message_says_how_to_give_one(reader: SourceReader, site: demo_site.Site) -> None:
    with pytest.raises(NeedsLogin) as raised:
        replace(reader, password=None).read(site.url + "/in/ana", "ana", "ana")
    assert "RESUMIFY_LOGIN_PASSWORD" in raised.value.hint


def test_a_person_at_the_terminal_is_asked_once_the_site_really_asks(
    reader: SourceReader, site: demo_site.Site
) -> None:
    asked: list[tuple[str, str | None]] = []

    def ask(url: str, user: str | None) -> Credentials:
        asked.append((url, user))
        return Credentials("ana", SecretStr("demo"))

    attended = replace(reader, password=None, ask=ask)
    first = attended.read(site.url + "/in/ana", "ana", "ana")
    again = attended.read(site.url + "/in/ana", "ana", "ana")
    assert asked == [(site.url + "/in/ana", "ana")]
    assert len(again.documents) == len(first.documents)


def test_cookies_are_kept_encrypted_for_their_owner_alone(reader: SourceReader, site: demo_site.Site) -> None:
    reader.read(site.url + "/in/ana", "ana", "ana")
    (saved,) = reader.sessions.glob("*.session")
    token = next(iter(site.sessions))
    assert token.encode() not in saved.read_bytes()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert stat.S_IMODE(reader.sessions.stat().st_mode) == 0o700
    site.requests.clear()
    reader.read(site.url + "/in/ana", "ana", "ana")
    assert "/login" not in site.requests


def test_a_saved_login_that_has_expired_is_made_anew(reader: SourceReader, site: demo_site.Site) -> None:
    reader.read(site.url + "/in/ana", "ana", "ana")
    site.end_sessions()
    reading = reader.read(site.url + "/in/ana", "ana", "ana")
    assert losses(demo_site.person("ana"), reading, "cards") == []


def test_a_login_that_ends_on_the_way_is_made_once_more(reader: SourceReader, site: demo_site.Site) -> None:
    reading = reader.read(site.url + "/in/expired", "robin", "expired")
    assert [d.data["position"] for d in reading.documents if d.section == "work"] == ["Bricklayer", "Apprentice"]


def test_another_ones_profile_stays_closed(reader: SourceReader, site: demo_site.Site) -> None:
    with pytest.raises(PageNotFound, match="not open to this account"):
        reader.read(site.url + "/in/tom", "ana", "ana")


def test_an_address_that_leads_nowhere_is_said_so(reader: SourceReader, site: demo_site.Site) -> None:
    with pytest.raises(PageNotFound, match="does not exist"):
        reader.read(site.url + "/in/nobody", "ana", "ana")


def test_the_site_says_how_long_to_wait_and_that_is_how_long(
    reader: SourceReader, site: demo_site.Site, waits: Waits
) -> None:
    reading = reader.read(site.url + "/in/busy", "robin", "busy")
    assert 1.0 in waits.asked
    assert any(document.section == "work" for document in reading.documents)


def test_robots_are_honoured(reader: SourceReader, site: demo_site.Site) -> None:
    with pytest.raises(Disallowed):
        reader.read(site.url + "/private/ana", "ana", "ana")
    assert "/private/ana" not in site.requests


@pytest.mark.parametrize("address", ["ftp://site.example/in/ana", "http://", "https://ana:pw@site.example/in/ana"])
def test_what_is_no_address_to_crawl_is_refused_before_anything_is_opened(reader: SourceReader, address: str) -> None:
    with pytest.raises(InvalidInput):
        reader.read(address, "ana", "ana")


def test_a_site_that_is_down_is_a_wall_and_not_an_empty_profile(reader: SourceReader) -> None:
    with pytest.raises(Wall, match="cannot be reached"):
        reader.read("http://127.0.0.1:9/in/ana", "ana", "ana")


def _browsers() -> set[int]:
    """The processes of every browser driver on this machine."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"chromedriver" in (process / "cmdline").read_bytes().split(b"\0")[0]:
                found.add(int(process.name))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes through /proc")
def test_the_driver_is_quit_on_ctrl_c() -> None:
    program = (  # a shell's background jobs are born deaf to Ctrl-C
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from resumify.adapters.chromium import open_chromium\n"
        "with open_chromium() as browser:\n"
        "    print(browser._driver.service.process.pid, flush=True)\n"
        "    import threading; threading.Event().wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        driver = int(process.stdout.readline())
        assert driver in _browsers()
        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=30)
    assert driver not in _browsers()


def test_a_crawl_leaves_nothing_in_the_home_folder_nor_in_the_temporary_one(site: demo_site.Site) -> None:
    program = (
        "import sys\n"
        "from resumify.adapters.chromium import open_chromium\n"
        "with open_chromium() as browser:\n"
        "    print(browser.open(sys.argv[1]).status)\n"
    )
    with TemporaryDirectory() as home, TemporaryDirectory() as scratch:  # a browser's sockets bear no long names
        environment = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": scratch}
        command = [sys.executable, "-c", program, site.url]
        done = subprocess.run(command, env=environment, cwd=project_root(), capture_output=True, text=True, check=False)
        left = [path for place in (home, scratch) for path in Path(place).rglob("*")]
    assert done.stdout.strip() == "200", done.stderr
    assert left == []
