"""Chromium through Selenium: the browser that crawls. It moves, fills and presses as told, and decides nothing.

Headless, honest about what it is, with waits on what the page really does (requests in flight, size of the
document), never on the clock alone. The driver is always quit, also on Ctrl-C, and killed where we are.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from resumify.errors import MissingTool, PageNotFound, SystemFault, Wall
from resumify.ports import Snapshot

log = logging.getLogger(__name__)

AGENT = "Resumify"
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--mute-audio",
    "--window-size=1280,1600",
)
_PREFERENCES = {
    "credentials_enable_service": False,
    "profile.password_manager_enabled": False,
    "profile.managed_default_content_settings.images": 2,  # nothing of a picture is ever read
    "download_restrictions": 3,
}
_HOMES = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR", "HOME")
_WHEN_ALONE = 'cat; kill -9 "-$0"; sleep 1; rm -rf "$1"'
_POLL = 0.05  # seconds between two looks at a page
_STILL = 3  # equal looks in a row that make it settled
_ROUNDS = 80  # presses of "show more" on one page; nobody has had so many jobs
_ASIDE = (
    "aside,nav,footer,form,dialog,[role=complementary],[role=navigation],[role=contentinfo],[role=dialog],[role=search]"
)
_SIZE = "return document.querySelectorAll('*').length + ':' + (document.body ? document.body.innerText.length : 0)"
_SCROLL = """
const done = arguments[arguments.length - 1];
const step = () => {
  const before = scrollY;
  scrollBy(0, innerHeight * 0.8);
  requestAnimationFrame(() => requestAnimationFrame(() => scrollY > before ? step() : done()));
};
scrollTo(0, 0);
step();
"""
_PRESS = """
const [labels, aside, changed] = arguments;
const tried = window.resumifyTried ??= new Set();
if (changed && window.resumifyLast) tried.delete(window.resumifyLast);
const fold = (text) => text.toLowerCase().replace(/\\d+/g, " ").replace(/\\s+/g, " ").trim();
const named = (element) => [element.innerText, element.value, element.ariaLabel]
  .some((text) => text && labels.some((label) => fold(text).startsWith(label)));
const buttons = "button,summary,[role=button],input[type=button],a:not([href]),a[href='#'],a[href^='javascript:']";
const next = [...document.querySelectorAll(buttons)].find((element) =>
  !element.disabled && !element.closest(aside) && !tried.has(element) && element.getClientRects().length > 0
  && !(element.tagName === "SUMMARY" && element.parentElement.open) && named(element));
if (!next) return false;
tried.add(window.resumifyLast = next);
next.click();
return true;
"""
_FIELDS = """
const seen = (field) => field.getClientRects().length > 0 && !field.disabled && !field.readOnly;
const password = [...document.querySelectorAll("input[type=password]")].find(seen) ?? null;
const all = [...((password && password.form) ?? document).querySelectorAll("input")].filter(seen);
const names = all.filter((field) => ["text", "email", "tel", ""].includes(field.type)
  && (!password || field.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING));
return [names.findLast((field) => /user|email|login/i.test(field.autocomplete + field.name)) ?? names.at(-1) ?? null,
  password];
"""


@contextmanager
def open_chromium(load_seconds: float = 30.0) -> Iterator[Chromium]:
    """Start a browser and quit it when the block ends, however it ends.

    Raises MissingTool, saying what to install, where neither the system nor Selenium has one.
    """
    with tempfile.TemporaryDirectory(prefix="resumify-", ignore_cleanup_errors=True) as own:
        driver = _start(own)
        try:
            with _mourned(driver.service.process.pid, own):
                yield _ready(driver, load_seconds)
        finally:
            _quit(driver)


class Chromium:
    """Fulfils `ports.Browser`."""

    def __init__(self, driver: Any, load_seconds: float) -> None:
        self._driver = driver
        self._load_seconds = load_seconds
        self._in_flight: set[str] = set()
        self._answer: dict[str, Any] = {}

    def open(self, url: str) -> Snapshot:
        self._in_flight.clear()
        self._answer = {}
        with self._reporting(url):
            self._driver.get(url)
            shown = self._settled()
        if not self._answer:  # the browser shows a page of its own about an address that it refuses
            raise Wall(f"{url} cannot be reached.", "Check the address.")
        return shown

    def sign_in(self, user: str, password: str) -> Snapshot:
        from selenium.webdriver.common.keys import Keys

        with self._reporting(self._driver.current_url):
            name_field, password_field = self._driver.execute_script(_FIELDS)
            if name_field is not None:
                name_field.clear()
                name_field.send_keys(user)
            if password_field is None and name_field is not None:  # asked for on a page of its own
                name_field.send_keys(Keys.ENTER)
                self._settled()
                _, password_field = self._driver.execute_script(_FIELDS)
            if password_field is not None:
                password_field.send_keys(password, Keys.ENTER)
            return self._settled()

    def unfold(self, labels: Sequence[str]) -> Snapshot:
        with self._reporting(self._driver.current_url):
            address, changed = self._driver.current_url, False
            for _ in range(_ROUNDS):
                before = self._driver.execute_script(_SIZE)
                self._driver.execute_async_script(_SCROLL)
                self._settled(wait_for_busy=True)
                pressed = self._driver.execute_script(_PRESS, list(labels), _ASIDE, changed)
                shown = self._settled(wait_for_busy=True)
                if shown.url != address:
                    self._driver.back()
                    return self._settled()
                changed = self._driver.execute_script(_SIZE) != before
                if not pressed and not changed:
                    break
            return shown

    def cookies(self) -> list[dict[str, Any]]:
        return list(self._driver.execute_cdp_cmd("Network.getAllCookies", {})["cookies"])

    def restore(self, cookies: Sequence[dict[str, Any]]) -> None:
        self._driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self._driver.execute_cdp_cmd("Network.setCookies", {"cookies": list(cookies)})

    def _settled(self, wait_for_busy: bool = False) -> Snapshot:
        """Wait until no request is in flight and the document keeps its size; what never rests is taken as it is."""
        from selenium.common.exceptions import TimeoutException
        from selenium.webdriver.support.ui import WebDriverWait

        looks: list[str] = []

        def still(driver: Any) -> bool:
            self._follow_network()
            busy = wait_for_busy and driver.execute_script("return !!document.querySelector('[aria-busy=true]')")
            looks.append("busy" if self._in_flight or busy else driver.execute_script(_SIZE))
            return "busy" not in looks[-_STILL:] and len(looks) >= _STILL and len(set(looks[-_STILL:])) == 1

        with suppress(TimeoutException):
            WebDriverWait(self._driver, min(self._load_seconds, 8.0), poll_frequency=_POLL).until(still)
        headers = {name.lower(): value for name, value in self._answer.get("headers", {}).items()}
        after = headers.get("retry-after", "")
        return Snapshot(
            url=self._driver.current_url,
            html=self._driver.page_source,
            status=int(self._answer.get("status", 200)),
            retry_after=float(after) if after.isdecimal() else None,
        )

    def _follow_network(self) -> None:
        """Keep count of requests in flight, and the answer to the last page that was asked for."""
        frame = self._driver.current_window_handle
        for row in self._driver.get_log("performance"):
            message = json.loads(row["message"])["message"]
            method, event = message["method"], message["params"]
            match method:
                case "Network.requestWillBeSent" if not event["request"]["url"].startswith(("data:", "blob:")):
                    self._in_flight.add(event["requestId"])
                case "Network.responseReceived" if event.get("type") == "Document" and event.get("frameId") == frame:
                    self._answer = event["response"]
                case "Network.loadingFinished" | "Network.loadingFailed":
                    self._in_flight.discard(event["requestId"])

    @contextmanager
    def _reporting(self, url: str) -> Iterator[None]:
        """Turn Selenium's errors into ours."""
        from selenium.common.exceptions import TimeoutException, WebDriverException

        try:
            yield
        except TimeoutException as error:
            message = f"{url} did not load within {self._load_seconds:.0f} s."
            raise Wall(message, "Try again later, or open it in your own browser to see whether it is up.") from error
        except WebDriverException as error:
            reason = (error.msg or "").splitlines()[0] if error.msg else type(error).__name__
            if "ERR_NAME_NOT_RESOLVED" in reason:
                raise PageNotFound(f"There is no site at {url}.", "Check the address.") from error
            if "net::" in reason:
                cause = reason.split("net::")[1].split()[0]
                raise Wall(f"{url} cannot be reached ({cause}).", "Check the address and the network.") from error
            raise SystemFault(f"The browser failed on {url}: {reason}", "Run it again.") from error


def _ready(driver: Any, load_seconds: float) -> Chromium:
    driver.set_page_load_timeout(load_seconds)
    driver.set_script_timeout(load_seconds)
    agent = driver.execute_script("return navigator.userAgent")
    driver.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": f"{agent} {AGENT}/0.1"})
    return Chromium(driver, load_seconds)


def _start(own: str) -> Any:
    """The driver with its browser; whatever both write goes to the folder `own` instead of the person's home."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    browsers = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    browser = next((path for name in browsers if (path := shutil.which(name))), None)
    if browser is not None:
        options.binary_location = browser
    as_root = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []  # its sandbox refuses root
    for flag in (*_FLAGS, *as_root):
        options.add_argument(flag)
    options.add_experimental_option("prefs", _PREFERENCES)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    options.unhandled_prompt_behavior = "dismiss"
    # a session of its own: Ctrl-C reaches us alone, and we quit the driver in order
    service = Service(
        shutil.which("chromedriver"),
        log_output=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys(_HOMES, own)},
        popen_kw={"start_new_session": True},
    )
    try:
        return Chrome(options=options, service=service)
    except (WebDriverException, OSError) as error:
        log.debug("no browser: %s", error)
        reason = str(getattr(error, "msg", error)).splitlines()[0]
        raise MissingTool(
            f"No browser to crawl with: {reason}",
            "Install Chromium and its driver (Debian, Ubuntu: apt-get install chromium chromium-driver).",
        ) from error


@contextmanager
def _mourned(driver: int, own: str) -> Iterator[None]:
    """Should this process be killed here, let no signed-in browser live on and no folder stay: a shell notices the end
    of our pipe, and ends the driver's process group."""
    with subprocess.Popen(  # noqa: S603 - our own command
        ["sh", "-c", _WHEN_ALONE, str(driver), own],  # noqa: S607
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as mourner:
        try:
            yield
        finally:
            mourner.kill()


def _quit(driver: Any) -> None:
    from selenium.common.exceptions import WebDriverException

    with suppress(WebDriverException, OSError):  # it may be gone already; that is what we want
        driver.quit()
