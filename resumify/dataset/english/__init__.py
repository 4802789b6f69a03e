"""The rules' English: first person, passive, duties and nouns of work give way to the verb of the work."""

from __future__ import annotations

from collections.abc import Callable

from resumify.dataset.english.order import cut_filler, means_forward, tie_result
from resumify.dataset.english.voice import (
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
from resumify.dataset.lists import wanted_first
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


def edit(words: str, cut: Cut) -> str:
    """The words of the cut fact as a careful writer would put them."""
    before = words
    for change in VOICE:
        words = change(words)
    words = tie_result(in_present(words, before) if cut.current else words)
    return wanted_first(means_forward(words, cut.wanted), cut.wanted, "and")
