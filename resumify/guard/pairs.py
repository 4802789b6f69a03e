"""Two numbers that say something together: "19 of 24", "25 minutes instead of 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.guard.claim import Claim
from resumify.guard.reading import Reading
from resumify.words import Number

_OF = re.compile(r"\s(?:of|out of|von|sur)\s(?:the |den )?")
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|down from|up from|au lieu de|contre|statt|anstatt)\b", re.IGNORECASE
)


def check_pairs(claim: Claim) -> str:
    """Return which pair of the line the fact does not have, "" where it has all."""
    theirs = shares(claim.source)
    for part, whole in shares(claim.line):
        if (part, whole) not in theirs and (theirs or part == whole):
            return f'the fact does not say "{part:g} of {whole:g}"'
    known = {(a.value, b.value) for a, b in swapped(claim.source)}
    ours = ((a.value, b.value) for a, b in swapped(claim.line))
    turned = next((pair for pair in ours if pair not in known and pair[::-1] in known), None)
    return f"the fact says {turned[1]:g} instead of {turned[0]:g}" if turned else ""


def shares(reading: Reading) -> set[tuple[float, float]]:
    """Each "19 of 24", as (19, 24)."""
    follow = zip(reading.numbers, reading.numbers[1:], strict=False)
    return {(a.value, b.value) for a, b in follow if _is_plain(a, b) and _OF.fullmatch(reading.text[a.end : b.start])}


def _is_plain(first: Number, second: Number) -> bool:
    return not first.unit and not second.unit and first.value <= second.value


def swapped(reading: Reading) -> Iterator[tuple[Number, Number]]:
    """Each "25 instead of 40", as (25, 40)."""
    for place in _INSTEAD.finditer(reading.text):
        before = [number for number in reading.numbers if number.end <= place.start()]
        after = [number for number in reading.numbers if number.start >= place.end()]
        if before and after:
            yield before[-1], after[0]
