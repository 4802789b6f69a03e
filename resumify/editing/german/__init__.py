"""The rules' German: who did it and whose duty it was give way to the work - a noun first, or a participle last."""

from __future__ import annotations

from resumify.editing.lists import wanted_first
from resumify.lexicon.german import verb_forms
from resumify.slots import Cut
from resumify.slots.german.clauses import told
from resumify.slots.german.keeping import is_filler


def edit(words: str, cut: Cut) -> str:
    """The words of the cut fact as a careful writer would put them."""
    line = told(words.split())
    kept = " ".join(word for place, word in enumerate(line) if not is_filler(line, place))
    return wanted_first(kept, cut.wanted, "und", _ends_list)


def _ends_list(word: str) -> bool:
    """A mark, or the participle that ends a clause."""
    verb = verb_forms().get(word)
    return word in ("", ",", ";", ".", ")") or (verb is not None and word == verb.participle)
