"""The vocabulary (*.txt), read once: what each term is called, and what having it also shows.

A line is `Name = other spelling | other spelling < broader, broader`. In a spelling {a,b} stands for either, ~ for
nothing or one word more, # for a number of something; ! after one says that its capitals count. Function words and
word endings do not count, nor does the file that a term stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Table:
    """Spellings and broader terms by name, and the name of each spelling."""

    spellings: dict[str, tuple[str, ...]]
    broader: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def narrower(name: str) -> frozenset[str]:
    """Everything that shows `name`, however far below."""
    found: set[str] = set()
    wanted = {name}
    while wanted:
        wanted = {n for n, above in table().broader.items() if wanted & set(above)} - found
        found |= wanted
    return frozenset(found)


@cache
def table() -> Table:
    spellings: dict[str, tuple[str, ...]] = {}
    broader: dict[str, tuple[str, ...]] = {}
    for line in _lines():
        said, _, above = line.partition(" < ")
        name, _, others = said.partition(" = ")
        written = (name.strip(), *(other.strip() for other in others.split(" | ") if other.strip()))
        name = written[0].removesuffix("!")
        spellings[name] = tuple(spelling for raw in written for spelling in _spread(raw))
        broader[name] = tuple(part.strip().removesuffix("!") for part in above.split(",") if part.strip())
    for above in {n for names in broader.values() for n in names} - spellings.keys():
        spellings[above], broader[above] = (above,), ()
    names = {name.casefold(): name for name in spellings}
    for name, all_written in spellings.items():
        for spelling in all_written:
            names.setdefault(spelling.removesuffix("!").casefold(), name)
    return Table(spellings, broader, names)


def _lines() -> Iterator[str]:
    for file in sorted(Path(__file__).parent.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if line.strip() and not line.startswith("# "))


def _spread(spelling: str) -> Iterator[str]:
    """`{lead,manage} team` as its two spellings."""
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(_BRACES.split(spelling))]
    return ("".join(chosen) for chosen in product(*choices))
