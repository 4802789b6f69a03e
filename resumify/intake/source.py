"""Any source that a person names -> Reading: an address is crawled, a file is told by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from resumify.crawl import Crawl, Credentials, Pace, Sessions, crawl
from resumify.errors import InvalidInput, NeedsLogin
from resumify.models import Page, Reading
from resumify.ports import Browser
from resumify.read import file_kind, page_html, read_document, read_export, read_json_resume, read_profile

AskLogin = Callable[[str, str | None], Credentials]
"""Asks the person for the login of a site; the user name is given where it is known."""

_PROFILE = re.compile(r"\w[\w.@+-]{0,63}")


@dataclass(frozen=True)
class SourceReader:
    """Reads sources; opens the browser only for an address. `ask` is None where there is nobody to ask."""

    browse: Callable[[], AbstractContextManager[Browser]]
    sessions: Path
    user: str | None = None
    password: SecretStr | None = None
    ask: AskLogin | None = None
    pace: Pace | None = None

    def read(self, source: str, profile: str, user: str | None = None) -> Reading:
        """Read `source` as the profile's own; `user` is the name to sign in with where it is an address.

        Raises InvalidInput, NotFound, EmptyProfile or a Wall by its name, each saying what to do.
        """
        check_profile(profile)
        if re.match(r"[a-z][a-z0-9+.-]*://", source, re.IGNORECASE):
            crawled = self._crawl(source, profile, user or self.user)
            reading = read_profile(crawled.pages, profile)
            left_out = tuple(f"{address} was left out." for address in crawled.skipped)
            return reading.model_copy(update={"uncertain": (*reading.uncertain, *left_out)})
        return _read_file(Path(source).expanduser(), profile)

    def _crawl(self, url: str, profile: str, user: str | None) -> Crawl:
        known = Credentials(user, self.password) if user and self.password else None
        sessions = Sessions(self.sessions, profile)
        with self.browse() as browser:
            try:
                return crawl(url, known, browser, sessions, self.pace)
            except NeedsLogin:
                if known is not None or self.ask is None:
                    raise
                return crawl(url, self.ask(url, user), browser, sessions, self.pace)


def check_profile(profile: str) -> None:
    """Raise InvalidInput unless `profile` is a short name that is safe wherever it is written."""
    if _PROFILE.fullmatch(profile) is None:
        shown = profile if len(profile) <= 40 else f"{profile[:37]}..."
        raise InvalidInput(
            f"{shown!r} cannot name a profile.", "Use up to 64 letters, digits and . _ - @ +, such as ada."
        )


def _read_file(path: Path, profile: str) -> Reading:
    match file_kind(path):
        case "json":
            return read_json_resume(path, profile)
        case "page":
            return read_profile([Page(url=path.name, html=page_html(path), read_at=datetime.now(UTC))], profile)
        case "export":
            return read_export(path, profile)
        case "pdf" | "docx" as kind:
            return read_document(path, kind, profile)
