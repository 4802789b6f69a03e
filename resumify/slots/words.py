"""A line in slots as words and marks, and where its slots stand among them; for any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

SLOT = re.compile(r"\[[a-z]+\d+\]\Z")
_WORD = re.compile(r"\[[a-z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()/.]")


def words_of(text: str) -> list[str]:
    """The words, slots and those marks of a text that part things, in order; in the case that they have."""
    return _WORD.findall(text)


def head(words: Sequence[str], place: int, articles: Collection[str], joints: Collection[str]) -> int:
    """The place of the first of a list of like things in which the slot at `place` stands: "in [X1], [X2] and the
    [X3]"; `joints` are what may stand between two of them."""
    kind = _kind(words[place])
    while True:
        earlier = place - 1
        while earlier >= 0 and words[earlier] in (*articles, *joints):
            earlier -= 1
        joined = any(word in joints for word in words[earlier + 1 : place])
        if earlier < 0 or not joined or not SLOT.match(words[earlier]) or _kind(words[earlier]) != kind:
            return place
        place = earlier


def small_before(words: Sequence[str], place: int, skipped: Collection[str], is_verb: Callable[[str], bool]) -> str:
    """The small word before the slot at `place`, those `skipped` aside; "" where there is none."""
    place -= 1
    while place >= 0 and words[place] in skipped:
        place -= 1
    word = words[place] if place >= 0 else ""
    return word if word[:1].isalpha() and not is_verb(word) else ""


def bracketed(words: Sequence[str]) -> list[str]:
    """The slots in brackets, sorted."""
    depth, found = 0, []
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth and SLOT.match(word):
            found.append(word)
    return sorted(found)


def _kind(slot: str) -> str:
    """The type of a slot; things, tools and names may stand in one list."""
    kind = slot.strip("[]0123456789")
    return "x" if kind in ("tool", "org") else kind
