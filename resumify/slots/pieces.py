"""A text as words and marks with their places. Says nothing of what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumify.lexicon import PUNCTUATION

_PIECE = re.compile(r"\S+")
_MARK = re.compile(r"(?<!\d),|,(?!\d)|[;:!?()–—]|\.(?=\s+[^\Wa-z]|\s*\Z)|(?<=\s)[-/&](?=\s)")

_ABBREVIATED = re.compile(
    r"(?<!\w)(?:[^\W\d_]|approx|bzw|ca|Dr|etc|evtl|ggf|inkl|Mio|Mrd|No|Nr|Prof|St|Std|Str|Tsd|usw|vgl|zzgl)\.\Z"
)
"""A point that ends a word and no sentence: "ca. 80", "z. B."."""


@dataclass(frozen=True)
class Piece:
    """A word or mark with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.lower()


def pieces(text: str) -> list[Piece]:
    """The text cut at white space and at marks that part words; `CI/CD`, `C++`, `.NET` and `35%` stay whole."""
    found: list[Piece] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        for mark in _MARK.finditer(text, start, end):
            if mark[0] == "." and _ABBREVIATED.search(text, 0, mark.end()):
                continue
            if start < mark.start():
                found.append(Piece(text[start : mark.start()], start, mark.start()))
            found.append(Piece(mark[0], mark.start(), mark.end()))
            start = mark.end()
        if start < end:
            found.append(Piece(text[start:end], start, end))
    return found


def is_mark(piece: Piece) -> bool:
    return piece.text in PUNCTUATION


def opens(found: Sequence[Piece], index: int) -> bool:
    """Whether the piece begins a sentence or a part of one."""
    return index == 0 or (is_mark(found[index - 1]) and found[index - 1].text not in ("-", "/", "&", "("))
