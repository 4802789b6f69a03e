"""Marks for the craft of a true line: what a careful résumé writer looks at, each from 0 to 1. Judges no truth."""

from __future__ import annotations

import re

from resumify.lexicon import german
from resumify.lexicon.english import verb_forms

_FIRST_PERSON = {
    "en": re.compile(r"\b(?:I|me|myself)\b"),
    "de": re.compile(r"\b(?:ich|mir|mich)\b", re.IGNORECASE),
}
_ENGLISH_FILLER = re.compile(
    r"\b(?:successfully|effectively|efficiently|actively|various|numerous|in this role|additionally|furthermore"
    r"|moreover|duties included|(?:responsible for|in charge of|tasked with|task of) \w+ing|was able to|in order to)\b",
    re.IGNORECASE,
)
_GERMAN_FILLER = re.compile(
    r"\b(?:erfolgreich|effektiv|effizient|außerdem|in dieser (?:position|rolle|funktion)"
    r"|meine[nr]? (?:aufgabe|tätigkeit)\w*|dafür verantwortlich"
    r"|(?:verantwortlich|zuständig) für (?:die|den|das) [a-zäöü]*(?:ung|ion|tur))\b(?! *(?:[,.;]|$))",
    re.IGNORECASE,
)
_FILLER = {"en": _ENGLISH_FILLER, "de": _GERMAN_FILLER}
_NOUN_FIRST = re.compile(r"\A(?:\w+(?:ing|ment|tion|sion|nance|ision)) (?:and \w+ )?of\b", re.IGNORECASE)
_BE_FIRST = re.compile(r"\A(?:was|were|am|being|been)\b", re.IGNORECASE)
_LEAD = re.compile(r"\A(?:(?:also|regularly|personally|closely|then|now)\s+)?([A-Za-z-]+)")
_DUTIES = ("responsible", "in", "part", "involved", "asked", "trusted", "tasked")


def craft(line: str, wanted: tuple[str, ...], language: str = "en") -> float:
    """Return the mean of the marks: begins with the work, speaks of no "I", has no filler, and shows what is wanted
    early (1 in the first words, falling to 0 at the end; 1 where nothing is wanted)."""
    works = _tells_work_in_german(line) if language == "de" else _begins_with_work(line)
    marks = (works, float(not _FIRST_PERSON[language].search(line)), float(not _FILLER[language].search(line)))
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


def _tells_work_in_german(line: str) -> float:
    """1 for a noun of work or a verb at the head, or a participle at the end of a clause; half for a duty; else 0."""
    words = re.findall(r"\w+|[,.;]", line.lower())
    head = words[0] if words else ""
    ends = [
        word for word, after in zip(words, [*words[1:], "."], strict=True) if after in (",", ".", ";", "und", "sowie")
    ]
    forms = german.verb_forms()
    done = any(word in forms and word == forms[word].participle for word in ends)
    if done or head in german.nominals() or head in forms:
        return 1.0
    return 0.5 if head in ("verantwortlich", "zuständig", "beteiligt", "teil") else 0.0


def _shows_early(line: str, wanted: tuple[str, ...]) -> float:
    places = [line.casefold().find(term.casefold()) for term in wanted]
    if not places:
        return 1.0
    return sum(1 - place / len(line) if place >= 0 else 0.0 for place in places) / len(places)
