"""Dates: every year and month of the line stands in the fact or its header, and stays with what happened then."""

from __future__ import annotations

import re
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.reading import Reading
from resumify.words import Number

_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|sinds|sedan)(?: \w+)? \Z", re.IGNORECASE)


def check_date(claim: Claim) -> str:
    """Return why a date of the line is not the fact's, "" when all are."""
    known = _years(claim.source) or _years(claim.context)
    for number in claim.line.numbers:
        if number.unit != "year":
            continue
        if number.upper is not None:
            if not _spans(claim, number):
                return f'the fact has no period "{number.text}"'
        elif number.value not in known and not _is_since(claim.line, number):
            return f"{number.value:.0f} is not a year of the fact"
    if months := claim.line.months - claim.source.months - claim.context.months:
        return f"month {min(months)} is not in the fact"
    if dates := claim.line.dates - claim.source.dates - claim.context.dates:
        return "{}-{:02d} is not a date of the fact".format(*min(dates))
    return _begun(claim) or _moved(claim.line, claim.source)


def _begun(claim: Claim) -> str:
    """A line that says "since 2018" needs a fact that says so, or a role of that year."""
    since = {
        number.value
        for reading in (claim.source, claim.context)
        for number in reading.numbers
        if number.unit == "year" and (_is_since(reading, number) or reading is claim.context)
    }
    for number in claim.line.numbers:
        if number.unit == "year" and _is_since(claim.line, number) and number.value not in since:
            return f'the fact does not say "since {number.text}"'
    return ""


def _is_since(reading: Reading, number: Number) -> bool:
    return _SINCE.search(reading.text[: number.start]) is not None


def _years(reading: Reading) -> frozenset[float]:
    return frozenset(year for number in reading.numbers if number.unit == "year" for year in _ends(number))


def _ends(number: Number) -> frozenset[float]:
    return frozenset({number.value} if number.upper is None else {number.value, _full(number)})


def _full(number: Number) -> float:
    """The upper year also where it was shortened ("2019-21")."""
    upper = number.upper or number.value
    return upper if upper >= 1000 else number.value // 100 * 100 + upper


def _spans(claim: Claim, number: Number) -> bool:
    """Whether the period is the fact's own, or lies between the years that the header names."""
    ranges = [(n.value, _full(n)) for n in claim.source.numbers if n.unit == "year" and n.upper is not None]
    for reading in (claim.source, claim.context):
        years = [n.value for n in reading.numbers if n.unit == "year" and n.upper is None]
        ranges += list(pairwise(years))
    return (number.value, _full(number)) in ranges


def _moved(line: Reading, source: Reading) -> str:
    """ "18% in 2022 and 12% in 2023": each year keeps its quantity."""
    theirs = dict(_pairs(source))
    if len(theirs) < 2 or len(set(theirs.values())) < 2:
        return ""
    for year, quantity in _pairs(line):
        if year in theirs and quantity in theirs.values() and theirs[year] != quantity:
            return f"{quantity[0]:g} was not in {year:.0f} in the fact"
    return ""


def _pairs(reading: Reading) -> list[tuple[float, tuple[float, str]]]:
    """Each year with the quantity nearest to it in its clause."""
    clauses = {word.number: word.clause for word in reading.words if word.number is not None}
    quantities = [number for number in reading.numbers if number.unit != "year"]
    pairs = []
    for year in (number for number in reading.numbers if number.unit == "year"):
        beside = [other for other in quantities if clauses.get(other) == clauses.get(year)]
        if beside:
            near = min(beside, key=lambda other: abs(other.start - year.start) + (other.start > year.start) * 0.5)
            pairs.append((year.value, (near.value, near.unit)))
    return pairs
