"""Tables that were pasted flat (cells between tabs or bars) -> the lines that they say. Judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BAR = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"[\s:|+-]*")
_HEADED = re.compile(
    r"(?:essential|desirable|required|preferred|must have|nice to have|erforderlich|wünschenswert|requis|souhaité)\b",
    re.I,
)


def untabled(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of tables told apart: a pair of cells as "label: value", columns under a heading that asks for
    something as a list under that heading."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _cells(lines[end]) is not None:
            end += 1
        if end - at < 2:
            yield lines[at]
            at += 1
            continue
        yield from _told([cells for line in lines[at:end] if any(cells := _cells(line) or [])])
        at = end


def _cells(line: str) -> list[str] | None:
    """The cells of a line of a table; None for any other line."""
    if "\t" in line.strip():
        return [cell.strip() for cell in line.strip().split("\t")]
    if line.strip().startswith("|") and line.count("|") >= 2:
        inner = line.strip().strip("|")
        return [] if _RULE.fullmatch(line) else [cell.strip() for cell in _BAR.split(inner)]
    return None


def _told(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    head = next((place for place, row in enumerate(rows) if sum(bool(_HEADED.match(cell)) for cell in row) > 1), None)
    for row in rows[:head]:
        yield ": ".join(cell.rstrip(" :") for cell in row[:2] if cell) + "".join(
            f", {cell}" for cell in row[2:] if cell
        )
    if head is None:
        return
    for column, name in enumerate(rows[head]):
        if _HEADED.match(name):
            yield f"{name}:"
            items = (row[column] for row in rows[head + 1 :] if column < len(row))
            yield from (f"- {item.strip()}" for cell in items for item in cell.split(";") if item.strip())
