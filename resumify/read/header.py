"""What stands over an item's description: its names, dates and place, told from the description by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumify.read.degrees import is_degree
from resumify.read.naming import is_employment, is_organisation, is_title
from resumify.read.phrases import AT, COMMA, DASH, is_prose, parts_of, place_of
from resumify.read.sections import Card, anchor_of
from resumify.read.visible import Line

ISSUED = re.compile(
    r"^(?:issued|awarded|published|ausgestellt|erteilt|verliehen|délivré|expedición|emissione)\b.*", re.I
)


@dataclass(frozen=True)
class Header:
    """What stands over an item's description: names in their order, dates, a place.

    `guessed`: the second name stands where a place may stand as well.
    """

    names: tuple[Line, ...]
    start: str | None
    end: str | None
    place: str
    rest: tuple[Line, ...]
    guessed: bool = False


def header_of(card: Card) -> Header:
    """Part a card into its header and its description."""
    shown = card.lines
    alone = len(shown) == 1
    at = next((i for i, line in enumerate(shown) if not line.bullet and anchor_of(line, alone)), None)
    if at is None:
        count = next((i for i, line in enumerate(shown) if line.bullet or is_prose(line.text)), len(shown))
        count = max(1, min(count, 2))
        return Header(_names(shown[:count]), None, None, "", shown[count:])
    anchor = anchor_of(shown[at], alone)
    assert anchor is not None
    start, end, begin, stop = anchor
    above, beside = _places_apart(shown[:at])
    names = _names(above)
    before = re.sub(r"[\s(|·,:–—\[-]+$", "", shown[at].text[:begin])
    if before and not ISSUED.match(before) and not is_employment(before):
        names = (*names, Line(before, links=shown[at].links))
    after = re.sub(r"^[\s)|·,\]]+", "", shown[at].text[stop:])
    if not names and (is_title(after) or is_organisation(after) or is_degree(after)):
        names, after = (Line(after, links=shown[at].links),), ""
    place = place_of(after) or beside
    rest = shown[at + 1 :]
    if not names and len(rest) > 1 and _is_place(rest[0]) and not rest[1].bullet:  # in a column with the dates
        place, rest = place or rest[0].text, rest[1:]
    if not names and rest and not rest[0].bullet:  # the dates stand first
        count = 2 if len(rest) > 1 and not rest[1].bullet and not is_prose(rest[1].text) else 1
        names, rest = _names(rest[:count]), rest[count:]
    guessed = False
    if len(names) == 1 and not card.over and rest and _names_the_other(names[0].text, rest[0], bool(before)):
        guessed = not before and not is_organisation(rest[0].text) and not is_degree(names[0].text)
        names, rest = (*names, rest[0]), rest[1:]
    while rest and not rest[0].bullet and (is_employment(rest[0].text) or (not place and place_of(rest[0].text))):
        place, rest = place or place_of(rest[0].text), rest[1:]
    return Header(names, start, end, place, rest, guessed)


def _places_apart(shown: Sequence[Line]) -> tuple[list[Line], str]:
    """The lines without a place that a gap sets apart from what it belongs to, and that place."""
    kept, place = [], ""
    for line in shown:
        name, gap, last = line.text.rpartition("\t")
        is_apart = bool(gap) and place_of(last) == last and not (is_title(last) or is_organisation(last))
        kept.append(replace(line, text=name) if is_apart else line)
        place = place or (last if is_apart else "")
    return kept, place


def _is_place(line: Line) -> bool:
    """Tell whether the line is a place with its country or state, and nothing that works or teaches."""
    named = is_title(line.text) or is_organisation(line.text) or is_degree(line.text)
    return "," in line.text and place_of(line.text) == line.text and not line.bullet and not named


def _names_the_other(name: str, below: Line, dates_beside: bool) -> bool:
    """Tell whether the line below "Staff Nurse, 2017 - 2020" names the employer, rather than a place or a duty."""
    if below.bullet or is_prose(below.text) or is_employment(below.text):
        return False
    if is_degree(name):
        return not is_degree(below.text)
    parts = [part for separator in (AT, DASH, COMMA) for part in parts_of(separator, name)[1:]]
    if any(is_organisation(part) for part in parts):
        return False
    return (dates_beside and not parts) or is_organisation(below.text) or "," in below.text or bool(below.links)


def _names(header: Sequence[Line]) -> tuple[Line, ...]:
    kept = [line for line in header if not is_employment(line.text)]
    return tuple(dict.fromkeys(kept))


def dates_of(header: Header) -> dict[str, str]:
    """The header's dates as an entry's fields; a single one is the end."""
    dates = {"startDate": header.start, "endDate": header.end}
    if header.start and header.start == header.end:
        dates.pop("startDate")
    return {name: value for name, value in dates.items() if value}
