"""The text of a PDF page as it lies on the paper -> its columns, each from top to bottom; what it says is for others.

A page is given as pypdf's layout mode shows it: one line of text per line of the page, as far from the left as there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resumify.clean import date_range, first_date

_FEWEST = 5  # lines that begin at the same place before they are a column
_BESIDE = 3  # of these, lines with text on their left
_CROSSING = 0.15  # share of a column's lines that may run across its edge
_DATES = 0.5  # share of dates from which on a column is none, but the dates of what stands beside them
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_COLUMN_OF_DATES = 24  # characters that dates take


@dataclass(frozen=True)
class Parted:
    """A page's lines: over both columns, in the left one, in the right one."""

    over: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def columns_of(page: str) -> Parted | None:
    """Return the page's two columns; None where it has one, and where the other holds only dates."""
    lines = page.splitlines()
    edge = _edge(lines)
    if edge is None:
        return None
    first = next(i for i, line in enumerate(lines) if _begins_at(line, edge))
    left = [line[:edge].strip() for line in lines[first:] if not _crosses(line, edge)]
    right = [line[edge:].strip() for line in lines[first:] if not _crosses(line, edge)]
    crossing = [line.strip() for line in lines[first:] if _crosses(line, edge)]
    beside = [pair for pair in zip(left, right, strict=True) if all(pair)]
    if not beside or any(map(_are_dates, zip(*beside, strict=True))):
        return None
    sides = [[line for line in side if line] for side in (left, right)]
    over = [line.strip() for line in lines[:first] if line.strip()]
    return Parted(tuple(over), tuple(sides[0]), (*sides[1], *crossing))


def margin_comes_first(lines: Sequence[str], lying: Sequence[str]) -> bool:
    """Tell whether the text begins with what stands at the ends of the page's lines, dates among it, not with its top.

    `lines` are in the order of the file, `lying` as they lie on the paper.
    """
    top = _squeezed(lying[0]) if lying else ""
    begin = next((number for number, line in enumerate(lines) if _squeezed(line) == top), 0)
    ends = {_squeezed(_GAP.split(line)[-1]) for line in lying if _GAP.search(line)}
    first = [line for line in lines[:begin] if len(line) <= 2 * _COLUMN_OF_DATES]
    return 0 < begin == len(first) and any(map(first_date, first)) and all(_squeezed(line) in ends for line in first)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _edge(lines: Sequence[str]) -> int | None:
    """Where the right column begins: the place where most lines begin anew after a gap."""
    starts = Counter(gap.end() for line in lines for gap in [*_GAP.finditer(line)][:1])
    starts.update(len(line) - len(line.lstrip()) for line in lines if line.startswith("   ") and line.strip())
    for edge, count in starts.most_common():
        if count < _FEWEST:
            break
        beside = sum(_begins_at(line, edge) and bool(line[:edge].strip()) for line in lines)
        crossing = sum(_crosses(line, edge) for line in lines)
        if beside >= _BESIDE and crossing <= _CROSSING * len([line for line in lines if line.strip()]):
            return edge
    return None


def _begins_at(line: str, edge: int) -> bool:
    return bool(line[edge : edge + 1].strip()) and not line[max(edge - 2, 0) : edge].strip()


def _crosses(line: str, edge: int) -> bool:
    return bool(line[max(edge - 2, 0) : edge].strip()) and bool(line[edge : edge + 1].strip())


def _are_dates(side: Sequence[str]) -> bool:
    dated = [line for line in side if len(line) <= _COLUMN_OF_DATES and (date_range(line) or first_date(line))]
    return len(dated) >= _DATES * len(side)
