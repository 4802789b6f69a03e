"""A cut line as words apart, for edits of any language. Edits nothing itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

SLOT = r"\[[A-Z]+\d+\]"
_WORD = re.compile(rf"{SLOT}|[^\s,;:!?()]+?(?=[,;:!?()\s]|\.?(?:\s|\Z)|\[)|[,;:.!?()]")
_SLOT = re.compile(SLOT)
_NO_SPACE_BEFORE = re.compile(r"\s+(?=[,;:.!?)])")
_NO_SPACE_AFTER = re.compile(r"(?<=\()\s+")


def words_of(text: str) -> str:
    """The text in lower case with every word and mark apart by one space; slots stay as they are."""
    return " ".join(word if _SLOT.fullmatch(word) else word.lower() for word in _WORD.findall(text))


def text_of(words: str) -> str:
    """The words as a sentence is typed: no space before a mark."""
    return _NO_SPACE_AFTER.sub("", _NO_SPACE_BEFORE.sub("", words)).strip()


def slots_of(text: str) -> list[str]:
    """The slots in the order in which they stand."""
    return _SLOT.findall(text)


def changed_first(words: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> str:
    """`words` with the first match replaced; as they were where nothing matches or `change` gives None."""
    found = pattern.search(words)
    new = change(found) if found else None
    return words if found is None or new is None else f"{words[: found.start()]}{new}{words[found.end() :]}"


def parts_of(words: str) -> Iterator[tuple[str, bool]]:
    """The sentences of a line and what is set apart by semicolons, and whether each is the mark between two of them."""
    marks = r"( [.](?: |$))" if " : " in words else r"( [.;](?: |$))"  # after a colon comes a list
    for place, part in enumerate(re.split(marks, words)):
        if part:
            yield part, bool(place % 2)
