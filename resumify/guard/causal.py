"""Causes: what stands side by side in the fact does not bring about one another in the line."""

from __future__ import annotations

import re
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.parts import JOINTS
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import CAUSAL, DOWN, UP

_CAUSES = re.compile(
    r"\b(?:mak(?:e|es|ing)|made) (?:\w+ ){1,4}?(?:fall|rise|drop|grow|possible|faster|easier)\b"
    r"|\bresult(?:s|ed|ing)? in\b|\bl(?:ed|eads|eading) to\b|\b(?:thanks|due|owing) to\b|\bas a result\b|\bso that\b"
    r"|\b(?:führt|führte|geführt|führten) (?:\w+ )?zu\b|\bdank\b|\baufgrund\b|\bgrâce à\b|\ba permis de\b",
    re.IGNORECASE,
)
_RELATIVES = frozenset("which that qui was welches".split())
_AUXILIARIES = frozenset("has have had then later also thereby a ont avait".split())
_CHANGING = (
    UP
    | DOWN
    | frozenset(
        """brought brings made makes saved saves helped helps let lets allowed allows enabled enables won secured turned
        halved doubled freed prevented ramené permis évité fait senkte steigerte sparte ermöglichte""".split()
    )
)


def check_causal(claim: Claim) -> str:
    """Return which cause the line adds, "" where it adds none."""
    if not claim.source.folded.isdisjoint(CAUSAL) or _CAUSES.search(claim.source.text):
        return ""
    if cause := _CAUSES.search(claim.line.text):
        return f'the fact does not say "{cause[0]}"'
    added = next((word for word in claim.line.words if word.folded in CAUSAL), None)
    if added is not None:
        return f'the fact does not say "{added.text}"'
    return _said(_changes(claim)) or _said(_means(claim.line) - _means(claim.source))


def _said(added: set[str]) -> str:
    return f'the fact does not say "{min(added)}"' if added else ""


def _changes(claim: Claim) -> set[str]:
    """ "Which cut", "that has raised": a thing that brings a change about, and of which the fact does not say so."""
    words = claim.line.words
    found = set()
    for index, word in enumerate(words):
        if word.folded not in _RELATIVES:
            continue
        verb = next((one for one in words[index + 1 : index + 4] if one.folded not in _AUXILIARIES), None)
        if verb is None or verb.folded not in _CHANGING:
            continue
        things = [one for one in words[:index] if one.is_content][-3:]
        if not any(_did(claim.source, things, place) for place in claim.source.places(verb)):
            found.add(f"{word.folded} {verb.folded}")
    return found


def _did(source: Reading, things: list[Word], place: int) -> bool:
    """Whether the fact has "which" there too, or one of the things before the verb, with no "and" between: its
    subject."""
    if any(word.folded in _RELATIVES for word in source.words[max(0, place - 2) : place]):
        return True
    for before in reversed(source.words[:place]):
        if before.clause != source.words[place].clause or before.folded in JOINTS:
            return False
        if any(before.agrees(thing) for thing in things):
            return True
    return False


def _means(reading: Reading) -> set[str]:
    """ "By introducing", "durch digitale Akten": the means of a change."""
    clauses = {word.clause for word in reading.words if word.folded in UP | DOWN}
    found = set()
    for index, (word, after) in enumerate(pairwise(reading.words)):
        ahead = [one.folded for one in reading.words[index + 1 : index + 3]]  # "by fine-tuning"
        gerund = word.folded == "by" and after.number is None and any(one.endswith("ing") for one in ahead)
        if word.clause in clauses and (gerund or (word.folded == "durch" and after.number is None)):
            found.add(word.folded)
    return found
