"""The lines of a résumé without markup (PDF, DOCX) -> its top and its sections, by the words of headings and dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from resumify.headings import is_contact, is_document_title, section_of
from resumify.models import Section
from resumify.read.phrases import DASH, split_list
from resumify.read.sections import Block, Card, anchor_of, cards_of_lines
from resumify.read.visible import Line

_LONGEST_HEADING = 60  # characters
_LISTED: frozenset[Section] = frozenset({"skills", "languages", "interests"})


def outline_of(shown: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """Return what stands above the first section and under headings of contact, and the sections in order."""
    shown = [line for line in shown if not is_document_title(line.text)]
    starts = [i for i, line in enumerate(shown) if (_opens(line) is not None and i > 0) or is_contact(line.text)]
    top = list(shown[: starts[0]] if starts else shown)
    blocks = []
    for start, stop in pairwise([*starts, len(shown)]):
        section = _opens(shown[start])
        if section is None:
            top += shown[start + 1 : stop]
        elif stop > start + 1:
            blocks.append(Block(section, tuple(_cards(section, list(shown[start + 1 : stop])))))
    return top, blocks


def unwrapped(shown: Sequence[Line]) -> list[Line]:
    """Join lines that only the width of the page broke: what goes on after a bullet or a full line."""
    widest = max((len(line.text) for line in shown), default=1)
    joined: list[Line] = []
    for number, line in enumerate(shown):
        heads = number + 1 < len(shown) and not line.text[0].islower() and _is_dated(shown[number + 1])
        if joined and not heads and _goes_on(joined[-1], line, len(shown[number - 1].text) / widest):
            before = joined[-1]
            gap = "" if before.text.endswith("-") and before.text[-2:-1].isalpha() else " "
            joined[-1] = Line(f"{before.text}{gap}{line.text}", before.bullet, before.level, before.links)
        else:
            joined.append(line)
    return joined


def _is_dated(line: Line) -> bool:
    """Tell whether the line begins with dates, so that the one above it names what they belong to."""
    anchor = None if line.bullet else anchor_of(line)
    return anchor is not None and anchor[2] == 0


def _goes_on(before: Line, line: Line, filled: float) -> bool:
    """Tell whether the line goes on with what stands before it; `filled`: how much of its width the one above takes."""
    if before.text.endswith(",") and not (line.bullet or line.level or before.level or _opens(line)):
        return True
    if line.bullet or line.level or before.level or _opens(line) or is_contact(line.text) or anchor_of(line):
        return False
    if line.text[0].islower() and (before.bullet or filled > 0.6):
        return True
    return before.bullet and filled > 0.75 and before.text[-1] not in ".!?;:"


def _opens(line: Line) -> Section | None:
    text = line.text.strip(" :")
    return section_of(text) if len(text) <= _LONGEST_HEADING and not line.bullet else None


def _cards(section: Section, shown: list[Line]) -> list[Card]:
    if section in _LISTED:
        return [Card((Line(part),)) for line in shown for part in _listed(line.text)]
    if section == "basics":
        return [Card(tuple(shown))]
    if section == "certificates" and all(DASH.search(line.text) or anchor_of(line) for line in shown):
        return [Card((line,)) for line in shown]
    return cards_of_lines(shown)


def _listed(text: str) -> list[str]:
    """ "Tools: Excel, Sage" is one group; "Excel, Sage" are two."""
    return [text] if ": " in text else split_list(text)
