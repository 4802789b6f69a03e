"""The teacher without a model: rules that edit a cut line the way a careful résumé writer would.

Works on slots and the words around them, so it never sees a name or number. Each language has its own; a line that they
cannot read stays.
"""

from __future__ import annotations

from collections.abc import Callable

from resumify.editing import english, german
from resumify.editing.line import slots_of, text_of, words_of
from resumify.slots import Cut

_EDITS: dict[str, Callable[[str, Cut], str]] = {"en": english.edit, "de": german.edit}


def edit(cut: Cut) -> str:
    """Return the line for this cut fact, in slots and lower-case words; every slot of the fact stands in it once."""
    before = words_of(cut.text)
    words = _EDITS[cut.language](before, cut)
    return text_of(words if sorted(slots_of(words)) == sorted(slots_of(before)) else before)
