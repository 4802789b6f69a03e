"""The walk itself: robots, saved login, sign-in, the profile, its sub-pages. It reads nothing out of the pages."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from protego import Protego
from pydantic import SecretStr

from resumify.crawl.sessions import Sessions
from resumify.crawl.walls import wall_of, wants_login
from resumify.errors import Disallowed, InvalidInput, NeedsLogin, RateLimited, Wall, WrongPassword
from resumify.headings import UNFOLD, section_of
from resumify.models import Page
from resumify.ports import Browser, Snapshot

log = logging.getLogger(__name__)

_AGENT = "Resumify"  # the name that robots.txt may speak to
_SIGN_INS = 2  # the second one is for a login that expires on the way
_ASIDE = "aside, nav, footer, [role=complementary], [role=navigation], [role=contentinfo], [role=dialog]"
_LOGIN_HINT = "Set RESUMIFY_LOGIN_USER and RESUMIFY_LOGIN_PASSWORD, or run it in a terminal to be asked."


@dataclass(frozen=True)
class Credentials:
    """A person's own login for the site. Used, never kept."""

    user: str
    password: SecretStr


@dataclass(frozen=True)
class Pace:
    """How gently to crawl: seconds between navigations, the longest wait a site may ask for, the most sub-pages."""

    between: float = 0.2
    longest_wait: float = 60.0
    sub_pages: int = 24
    wait: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class Crawl:
    """The pages of one profile: the profile itself first, then its sub-pages; `skipped` are addresses left out."""

    pages: tuple[Page, ...]
    skipped: tuple[str, ...] = ()


def crawl(
    url: str, credentials: Credentials | None, browser: Browser, sessions: Sessions, pace: Pace | None = None
) -> Crawl:
    """Return the pages of the profile at `url`, signed in where the site asks for it.

    A saved login is tried first and a working one is kept. Raises a Wall by its name where the profile cannot be
    had, InvalidInput where `url` is no web address; never returns somebody's feed or login page as a profile.
    """
    parts = _address(url)
    walk = _Walk(browser, credentials, sessions, pace or Pace(), parts)
    browser.restore(sessions.load(walk.site, credentials.user if credentials else None))
    walk.obey_robots()
    profile = walk.visit(url)
    walk.keep_login()
    pages, skipped = [_page(profile)], []
    links = _sub_pages(profile)
    for link in links[: walk.pace.sub_pages]:
        try:
            pages.append(_page(walk.visit(link)))
        except Wall as wall:
            log.info("a sub-page was left out: %s", wall.code)
            skipped.append(link)
    walk.keep_login()
    log.info("crawled %d pages, left out %d", len(pages), len(skipped))
    return Crawl(tuple(pages), (*skipped, *links[walk.pace.sub_pages :]))


@dataclass
class _Walk:
    """One crawl in progress."""

    browser: Browser
    credentials: Credentials | None
    sessions: Sessions
    pace: Pace
    start: SplitResult
    robots: Protego = field(default_factory=lambda: Protego.parse(""))
    between: float = 0.0
    sign_ins: int = 0

    @property
    def site(self) -> str:
        return f"{self.start.scheme}://{self.start.netloc}"

    def obey_robots(self) -> None:
        """Read robots.txt: none allows everything, one that cannot be had right now allows nothing (RFC 9309)."""
        answer = self.browser.open(f"{self.site}/robots.txt")
        if answer.status >= 500:
            raise Wall(f"{self.site}/robots.txt answered with error {answer.status}.", "Try again later.")
        if answer.status < 300 and urlsplit(answer.url).path == "/robots.txt":
            self.robots = Protego.parse(BeautifulSoup(answer.html, "lxml").get_text())
        asked_for = self.robots.crawl_delay(_AGENT) or 0.0
        self.between = min(max(self.pace.between, asked_for), self.pace.longest_wait)

    def visit(self, url: str) -> Snapshot:
        """Return the page at `url`, signed in if need be and unfolded to its end."""
        if not self.robots.can_fetch(url, _AGENT):
            raise Disallowed(f"The site's robots.txt forbids {url}.", "Export your profile there and import the file.")
        page = self._open(url)
        if wants_login(page):
            page = self._sign_in(page)
            if page.status == 429:
                self._wait_as_told(page, 0.0)
            if page.status == 429 or urlsplit(page.url).path != urlsplit(url).path:
                page = self._open(url)
            if wants_login(page):
                raise NeedsLogin(
                    "The site took the login but does not keep it.", "Allow cookies in the account's settings."
                )
        _raise_wall(page)
        return self.browser.unfold(UNFOLD)

    def keep_login(self) -> None:
        """Save the cookies of a login that has just proved to work."""
        if self.credentials is not None:
            host = self.start.hostname or ""
            cookies = [c for c in self.browser.cookies() if _same_site(host, str(c.get("domain", "")).lstrip("."))]
            self.sessions.save(self.site, self.credentials.user, cookies)

    def _open(self, url: str) -> Snapshot:
        """Open `url`, waiting as the site asks when it is asked too much."""
        waited = 0.0
        while True:
            self.pace.wait(self.between)
            page = self.browser.open(url)
            if page.status != 429 and not (page.status == 503 and page.retry_after is not None):
                return page
            waited = self._wait_as_told(page, waited)

    def _wait_as_told(self, page: Snapshot, waited: float) -> float:
        """Wait as long as the answer asks for; return how long that makes with `waited`."""
        pause = max(page.retry_after if page.retry_after is not None else 10.0, 1.0)
        if waited + pause > self.pace.longest_wait:
            raise _too_much(pause)
        log.info("the site asked to wait %.0f s", pause)
        self.pace.wait(pause)
        return waited + pause

    def _sign_in(self, form: Snapshot) -> Snapshot:
        if self.credentials is None:
            raise NeedsLogin(f"{self.site} asks for a login.", _LOGIN_HINT)
        if self.sign_ins == _SIGN_INS:
            raise NeedsLogin(f"{self.site} keeps asking for a login.", "Wait a while and try again.")
        self.sign_ins += 1
        target = urlsplit(form.url)
        if not _same_site(self.start.hostname or "", target.hostname or "") or (
            self.start.scheme == "https" and target.scheme != "https"
        ):
            raise NeedsLogin(
                f"The login form is on another site ({target.netloc}); no password is sent there.", _LOGIN_HINT
            )
        self.pace.wait(self.between)
        page = self.browser.sign_in(self.credentials.user, self.credentials.password.get_secret_value())
        if page.status == 429 and urlsplit(page.url).path == target.path:
            raise _too_much(page.retry_after)
        if wants_login(page):
            raise WrongPassword(f"{self.site} refused the user name or the password.", _LOGIN_HINT)
        if (wall := wall_of(page)) is not None and page.status < 400:
            raise wall
        return page


def _raise_wall(page: Snapshot) -> None:
    if (wall := wall_of(page)) is not None:
        raise wall


def _too_much(pause: float | None) -> RateLimited:
    told = "to wait" if pause is None else f"to wait {pause:.0f} s"
    return RateLimited(f"The site says that it is asked too much, and {told}.", "Try again after that time.")


def _address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_one = urlsplit(""), False
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_one:
        raise InvalidInput(f"{url!r} is not a web address.", "Give it as https://site/profile.")
    if parts.username is not None:
        raise InvalidInput("The address holds a login; addresses are kept.", _LOGIN_HINT)
    return parts


def _same_site(one: str, other: str) -> bool:
    """Tell whether two hosts belong together: equal, or one below the other, or below the same two-part name."""
    if one == other or one.endswith("." + other) or other.endswith("." + one):
        return bool(one and other)
    return one.count(".") > 1 and one.split(".", 1)[1] == other.split(".", 1)[-1] and not one[-1].isdigit()


def _sub_pages(profile: Snapshot) -> list[str]:
    """The addresses below the profile's own that hold one of its sections in full, each once, in page order."""
    soup = BeautifulSoup(profile.html, "lxml")
    for aside in soup.select(_ASIDE):
        aside.decompose()
    here = urlsplit(profile.url)
    below = here.path.rstrip("/") + "/"
    found = []
    for anchor in soup.select("a[href]"):
        link = urlsplit(urldefrag(urljoin(profile.url, str(anchor["href"]))).url)
        steps = [step for step in link.path.split("/") if step]
        is_below = (link.scheme, link.netloc) == (here.scheme, here.netloc) and link.path.startswith(below)
        if is_below and steps and section_of(steps[-1]) is not None:
            found.append(link.geturl())
    return list(dict.fromkeys(found))


def _page(shown: Snapshot) -> Page:
    return Page(url=shown.url, html=shown.html, read_at=datetime.now(UTC))
