"""Marks for the craft of a true line: what a careful résumé writer looks at, each from 0 to 1. Judges no truth."""

from __future__ import annotations

import re

from resumify.lexicon.english import verb_forms

_FIRST_PERSON = re.compile(r"\b(?:I|me|myself)\b")
_FILLER = re.compile(
    r"\b(?:successfully|effectively|efficiently|actively|various|numerous|in this role|additionally|furthermore"
    r"|moreover|duties included|(?:responsible for|in charge of|tasked with|task of) \w+ing|was able to|in order to)\b",
    re.IGNORECASE,
)
_NOUN_FIRST = re.compile(r"\A(?:\w+(?:ing|ment|tion|sion|nance|ision)) (?:and \w+ )?of\b", re.IGNORECASE)
_BE_FIRST = re.compile(r"\A(?:was|were|am|being|been)\b", re.IGNORECASE)
_LEAD = re.compile(r"\A(?:(?:also|regularly|personally|closely|then|now)\s+)?([A-Za-z-]+)")
_DUTIES = ("responsible", "in", "part", "involved", "asked", "trusted", "tasked")


def craft(line: str, wanted: tuple[str, ...]) -> float:
    """Return the mean of the marks: begins with the work, speaks of no "I", has no filler, and shows what is wanted
    early (1 in the first words, falling to 0 at the end; 1 where nothing is wanted)."""
    marks = (_begins_with_work(line), float(not _FIRST_PERSON.search(line)), float(not _FILLER.search(line)))
    return (sum(marks) + _shows_early(line, wanted)) / 4


def _begins_with_work(line: str) -> float:
    """1 for a verb's past, present or participle; half for a duty; 0 for "was", a noun of work or anything else."""
    lead = _LEAD.match(line)
    if lead is None or _BE_FIRST.match(line) or _NOUN_FIRST.match(line):
        return 0.0
    word = lead[1].casefold()
    verb = verb_forms().get(word)
    if verb is not None and word != verb.gerund:
        return 1.0
    return 0.5 if word in _DUTIES else 0.0


def _shows_early(line: str, wanted: tuple[str, ...]) -> float:
    places = [line.casefold().find(term.casefold()) for term in wanted]
    if not places:
        return 1.0
    return sum(1 - place / len(line) if place >= 0 else 0.0 for place in places) / len(places)
