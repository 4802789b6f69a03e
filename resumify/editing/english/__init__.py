"""The rules' English: first person, passive, duties and nouns of work give way to the verb of the work."""

from __future__ import annotations

import re
from collections.abc import Callable

from resumify.editing.english.duties import (
    cut_opening,
    cut_to_be,
    lead_after,
    lists_duties,
    work_carried_out,
    work_done,
    work_in_charge,
    work_of_duties,
)
from resumify.editing.english.order import cut_filler, means_forward, tie_result
from resumify.editing.english.voice import (
    cut_also,
    cut_first_person,
    cut_which_i,
    in_present,
    part_in_work,
    spelt_out,
    work_before_result,
    work_going_on,
    work_of_gerunds,
    work_of_nouns,
    work_of_passive,
)
from resumify.editing.line import parts_of
from resumify.editing.lists import wanted_first
from resumify.slots import Cut

_PERSON = re.compile(r"(?:^| )i ")
VOICE: tuple[Callable[[str], str], ...] = (
    spelt_out,
    cut_filler,
    cut_opening,
    lead_after,
    work_of_duties,
    work_in_charge,
    work_done,
    work_carried_out,
    work_of_passive,
    work_before_result,
    cut_to_be,
    work_going_on,
    cut_first_person,
    work_of_nouns,
    work_of_gerunds,
    cut_which_i,
    part_in_work,
    cut_also,
)
"""What makes the person's work a part's verb, in this order: an edit may rely on those before it."""


def edit(words: str, cut: Cut) -> str:
    """The words of the cut fact as a careful writer would put them."""
    parts = [(words, False)] if lists_duties(words) else parts_of(words)
    told = "".join(part if mark else _voiced(part, words, cut) for part, mark in parts)
    if _PERSON.search(told):  # half of it would still be told in the first person
        return words
    return wanted_first(means_forward(told, cut.wanted), cut.wanted, "and")


def _voiced(part: str, whole: str, cut: Cut) -> str:
    words = part
    for change in VOICE:
        words = change(words)
    return tie_result(in_present(words, whole) if cut.current else words)
