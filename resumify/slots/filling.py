"""A line with slots -> the line with the fact's own characters in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.models import Slot
from resumify.slots.cutting import Cut
from resumify.slots.german.capitals import capitalised
from resumify.slots.keeping import check_kept

_SLOT = re.compile(r"\[[A-Z]+\d+\]")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)])")
_AFTER_STOP = re.compile(r"(?<=[.!?] )[^\W\d_]")
_SMALL_I = re.compile(r"(?<![\w.'’-])i(?=[\s'’,;]|$)")
_FIRST = re.compile(r"\A[^\w]*[^\W\d_]+")


class LostWords(ValueError):
    """A line whose slots fit, but whose own words are no longer those of the fact."""


def fill(text: str, slots: Sequence[Slot]) -> str:
    """Put each slot's value in its place.

    Raises ValueError for a slot that is not among `slots`, for one used twice, and for a bracket that is no slot.
    """
    values = {slot.name: slot.value for slot in slots}
    used = _SLOT.findall(text)
    if unknown := [name for name in used if name not in values]:
        raise ValueError(f"the fact offers no slot {unknown[0]}")
    if len(set(used)) < len(used):
        raise ValueError("a slot is used twice")
    if any(bracket in _SLOT.sub("", text) for bracket in "[]"):
        raise ValueError("a bracket that is no slot")
    return _SLOT.sub(lambda found: values[found[0]], text)


def compose(text: str, one: Cut) -> str:
    """The finished line from what a model wrote: every slot filled, none lost, capitals and spaces as they should be.

    Raises ValueError as `fill` does and where a slot of the fact is missing, LostWords where the words around the slots
    are no longer the fact's own (`keeping`).
    """
    text = _SPACE_BEFORE.sub(r"\1", " ".join(text.split()))
    text = _AFTER_STOP.sub(lambda found: found[0].upper(), text)
    slots = [
        _within(slot) if slot.name == one.opening and not text.startswith(slot.name) else slot for slot in one.slots
    ]
    told = capitalised(text, one.text) if one.language == "de" else _SMALL_I.sub("I", text)
    line = _capitalised(fill(told, slots))
    if missing := [slot.name for slot in one.slots if slot.name not in text]:
        raise ValueError(f"the line loses {missing[0]}")
    if reason := check_kept(text, one.text, one.language):
        raise LostWords(reason)
    return line


def _within(slot: Slot) -> Slot:
    """The slot as it stands within a sentence."""
    return slot.model_copy(update={"value": slot.value[:1].lower() + slot.value[1:]})


def _capitalised(line: str) -> str:
    """A capital at the beginning, unless the first word has a spelling of its own ("p99", "iOS", "dbt-core")."""
    first = _FIRST.match(line)
    if first is None or not first[0].islower() or line[first.end() : first.end() + 1].isdigit():
        return line
    return line[:1].upper() + line[1:]
