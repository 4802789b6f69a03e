"""Anachronism: nobody used a tool before it could be had, whatever else the cited facts say of it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from resumify.guard.claim import Claim
from resumify.guard.date import years_of

_OPEN = re.compile(
    r"\b(?:since|present|now|today|ongoing|current|seit|heute|depuis|desde|actuel|aujourd)\b|[-–—]\s*\Z", re.IGNORECASE
)


def check_anachronism(claim: Claim) -> str:
    """Return which tool of the line came after the role of the fact had ended, "" where none did."""
    ended = _ended(claim)
    if ended is None:
        return ""
    for tool, year in _releases().items():
        if year > ended and re.search(rf"(?<![\w.]){re.escape(tool)}(?![\w+#])", claim.line.text, re.IGNORECASE):
            return f"{tool} came in {year}, and the role ended in {ended}"
    return ""


def _ended(claim: Claim) -> int | None:
    """The last year of the role; None where the header does not say when it ended."""
    header = claim.context.text
    years = [int(end) for number in claim.context.numbers if number.unit == "year" for end in years_of(number)]
    return max(years) if len(years) > 1 and not _OPEN.search(header) else None


@cache
def _releases() -> dict[str, int]:
    """Tool -> the year from which it could be used."""
    lines = Path(__file__).with_name("releases.txt").read_text("utf-8").splitlines()
    listed = (line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    return {name: int(year) for year, names in listed for name in names.split("|")}
