"""The teacher without a model: rules that edit a cut line the way a careful résumé writer would.

Works on slots and the words around them, so it never sees a name or number. English; a line it cannot read stays.
"""

from __future__ import annotations

from collections.abc import Callable

from resumify.dataset.grammar import slots_of, text_of, words_of
from resumify.dataset.order import cut_filler, means_forward, tie_result, wanted_first
from resumify.dataset.voice import (
    cut_first_person,
    cut_opening,
    cut_to_be,
    cut_which_i,
    in_present,
    part_in_work,
    work_before_result,
    work_done,
    work_in_charge,
    work_of_duties,
    work_of_gerunds,
    work_of_nouns,
    work_of_passive,
)
from resumify.slots import Cut

VOICE: tuple[Callable[[str], str], ...] = (
    cut_opening,
    work_of_duties,
    work_in_charge,
    work_done,
    work_of_passive,
    work_before_result,
    cut_to_be,
    cut_first_person,
    work_of_nouns,
    work_of_gerunds,
    cut_which_i,
    part_in_work,
    cut_filler,
)
"""What makes the person's work the line's verb, in this order: an edit may rely on those before it."""


def edit(cut: Cut) -> str:
    """Return the line for this cut fact, in slots and lower-case words; every slot of the fact stands in it once."""
    before = words = words_of(cut.text)
    for change in VOICE:
        words = change(words)
    words = tie_result(in_present(words, before) if cut.current else words)
    words = wanted_first(means_forward(words, cut.wanted), cut.wanted)
    return _whole(words, cut.text)


def _whole(words: str, text: str) -> str:
    """The edited words, or the text's own where an edit lost a slot."""
    before = words_of(text)
    return text_of(words if sorted(slots_of(words)) == sorted(slots_of(before)) else before)
