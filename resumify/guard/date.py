"""Dates: every year and month of the line stands in the fact or its header, and stays with what happened then."""

from __future__ import annotations

import re
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.counting import counted, share
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import CLAIMING
from resumify.words import Number

_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|sinds|sedan|ab|à partir de|as of)(?: \w+)? \Z", re.IGNORECASE)
_ON = re.compile(r" on(?:wards?)?\b")
_PART_OF_YEAR = re.compile(
    r"\b(?P<part>quarter|half|quartal|halbjahr|trimestre|semestre)(?: of| de| des jahres)? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def check_date(claim: Claim) -> str:
    """Return why a date of the line is not the fact's, "" when all are."""
    known = _years(claim.source) or _years(claim.context)
    for number in claim.line.numbers:
        if number.unit != "year":
            continue
        if number.upper is not None:
            if not _spans(claim, number):
                return f'the fact has no period "{number.text}"'
        elif number.value not in known and not _is_since(claim.line, number) and not _is_count(claim, number):
            return f"{number.value:.0f} is not a year of the fact"
    if months := claim.line.months - claim.source.months - claim.context.months:
        return f"month {min(months)} is not in the fact"
    if dates := claim.line.dates - claim.source.dates - claim.context.dates:
        return "{}-{:02d} is not a date of the fact".format(*min(dates))
    return _begun(claim) or _moved(claim.line, claim.source) or _of_another(claim) or _of_a_part(claim)


def _is_count(claim: Claim, number: Number) -> bool:
    """Whether four digits count something, as the fact has them with a separator: "1900 parcels"."""
    counts = [other for other in claim.source.numbers if other.value == number.value and not other.unit]
    ours = counted(claim.line, number)[:1]
    return any(share(ours, counted(claim.source, other)) for other in counts) or (bool(counts) and not ours)


def _begun(claim: Claim) -> str:
    """A line that says "since 2018" needs a fact that says so, or a role of that year and no word of the fact's own."""
    own = {n.value for n in claim.source.numbers if n.unit == "year" and _is_since(claim.source, n)}
    dated = {n.value for n in claim.source.numbers if n.unit == "year"}
    role = {n.value for n in claim.context.numbers if n.unit == "year"}
    for number in claim.line.numbers:
        if number.unit != "year" or not _is_since(claim.line, number) or number.value in own:
            continue
        if number.value not in role or (dated and _tells_of_fact(claim, number)):
            return f'the fact does not say "since {number.text}"'
    return ""


def _tells_of_fact(claim: Claim, number: Number) -> bool:
    """Whether "since" goes with what the fact says, not with the title or employer of its header."""
    beside = _beside(claim.line, number)
    return any(claim.source.says(word) and not claim.context.says(word) for word in beside)


def _is_since(reading: Reading, number: Number) -> bool:
    before, after = reading.text[: number.start], reading.text[number.end : number.end + 8]
    return _SINCE.search(before) is not None or (before.casefold().endswith("from ") and _ON.match(after) is not None)


def _years(reading: Reading) -> frozenset[float]:
    return frozenset(year for number in reading.numbers if number.unit == "year" for year in years_of(number))


def years_of(number: Number) -> frozenset[float]:
    """The year, or the first and last year of a period."""
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


def _of_a_part(claim: Claim) -> str:
    """What the fact says of a quarter is not said of its year."""
    for found in _PART_OF_YEAR.finditer(claim.source.text):
        part, year = found["part"].casefold(), float(found["year"])
        said = any(number.value == year and number.unit == "year" for number in claim.line.numbers)
        if said and part not in claim.line.text.casefold():
            return f'the fact says "{found[0]}"'
    return ""


def _of_another(claim: Claim) -> str:
    """A year stays in its sentence: what was counted in 2019 is not what began then."""
    headed = _years(claim.context)
    for number in claim.line.numbers:
        if number.unit != "year" or number.upper is not None or number.value in headed:
            continue
        sentences = {
            w.sentence for w in claim.source.words if w.number is not None and number.value in years_of(w.number)
        }
        theirs = [w for w in claim.source.content if w.sentence in sentences]
        ours = _beside(claim.line, number)
        if ours and theirs and not share(ours, theirs):
            return f"{number.text} belongs to something else in the fact"
    return ""


def _beside(line: Reading, number: Number) -> list[Word]:
    """What the line says in the clause of the year, or after it where the year opens the line: "In 2019, …"."""
    clause = next((word.clause for word in line.words if word.number == number), -1)
    beside, after = (
        [word for word in line.clause(place) if word.is_content and word.folded not in CLAIMING]
        for place in (clause, clause + 1)
    )
    if beside or not line.words:
        return beside
    if line.words[0].clause == clause:
        return after
    sentence = next((word.sentence for word in line.words if word.number == number), -1)  # "LLB, Cardiff, 2016"
    return [word for word in line.content if word.sentence == sentence]


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
