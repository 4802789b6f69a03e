"""Lists of slots, in which what a posting asks for comes first; for lines of any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from resumify.editing.line import SLOT

_ENDS = ("", ",", ";", ".", ")")


def wanted_first(
    words: str, wanted: Collection[str], conjunction: str, ends: Callable[[str], bool] = lambda word: word in _ENDS
) -> str:
    """ "in [TOOL1], [TOOL2] and [TOOL3]" -> "in [TOOL3], [TOOL1] and [TOOL2]" where the third is wanted; `conjunction`
    is the language's "and", `ends` tells whether the word after a list, "" where there is none, is surely not of it."""
    lists = re.compile(rf"(?P<items>{SLOT}(?: , {SLOT})* {conjunction} {SLOT}|{SLOT}(?: , {SLOT})+)(?= |$)")

    def reorder(found: re.Match[str]) -> str:
        items = re.findall(SLOT, found["items"])
        joint = f" {conjunction} " if f" {conjunction} " in found["items"] else " , "
        after = words[found.end() :].split()[:1]
        if not ends("".join(after)) or not _is_a_list(words, found, items):
            return found[0]
        ordered = sorted(items, key=lambda slot: slot not in wanted)
        return joint.join((" , ".join(ordered[:-1]), ordered[-1]))

    return lists.sub(reorder, words)


def _is_a_list(words: str, found: re.Match[str], items: list[str]) -> bool:
    """Whether the slots are surely parts of one list: all tools, or all in one bracket."""
    alike = len({re.sub(r"\d", "", slot) for slot in items}) == 1
    bracketed = words[: found.start()].endswith("( ") and words[found.end() :].startswith(" )")
    return alike and (bracketed or items[0].startswith("[TOOL"))
