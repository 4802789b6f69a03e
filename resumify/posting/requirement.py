"""One sentence of a posting -> the Requirement that it states, with its terms, years, languages and degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from resumify.levels import command_in, seniority_held, years_named
from resumify.models import Requirement, Seniority, Tongue
from resumify.posting.cues import cue
from resumify.posting.terms import Terms, degree_of, duties_of, terms_of
from resumify.skills import is_a, mentions

_CLAUSE = re.compile(r"[,;/]|(?<!\w)(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of|oraz|i|och|eller)(?!\w)", re.I)
_LISTED = re.compile(r"[,;:]")


def requirement_of(
    text: str, kind: Literal["must", "nice"], language: str, title: str = "", seniority: Seniority | None = None
) -> Requirement | None:
    """What the sentence asks for; None where it names nothing of a trade and no years of work.

    "A similar role" is one like the job's own, so that its `title` and `seniority` say what it means.
    """
    terms, own = terms_of(text, language), None
    if not terms.names and title and cue("similar role").search(text):
        terms, own = Terms(terms_of(title, language).names[:1]), seniority
    years = years_named(text)
    if not terms.names and (years is None or not cue("sign 1").search(text)):
        return None
    stated = Requirement(text=text, kind=kind, years=years, seniority=seniority_held(text) or own)
    return with_terms(stated, terms, language)


def with_terms(requirement: Requirement, terms: Terms, language: str) -> Requirement:
    """The requirement with these terms, and the languages and degrees among them."""
    return requirement.model_copy(
        update={
            "terms": terms.names,
            "alternatives": terms.alternatives,
            "tongues": tuple(_tongues(requirement.text, terms, language)),
            "degrees": tuple(dict.fromkeys(degree for name in terms.names if (degree := degree_of(name)))),
        }
    )


def duty_of(text: str, language: str) -> Requirement | None:
    """What a task is about; None where it names nothing of a trade."""
    terms = duties_of(text, language)
    return (
        Requirement(text=text, kind="must", terms=terms.names, alternatives=terms.alternatives) if terms.names else None
    )


def _tongues(text: str, terms: Terms, language: str) -> Iterator[Tongue]:
    """The languages with the command that their clause asks for; what stands before a list counts for all of it
    ("fluent in English and German")."""
    named = [one for one in mentions(text, language) if one.name in terms.names and is_a(one.name, "tongue")]
    cuts = [0, *(_cut(text, left.end, right.start) for left, right in pairwise(named)), len(text)]
    before = None
    for one, (begin, end) in zip(named, pairwise(cuts), strict=False):
        joined = begin > 0 and not _LISTED.search(text, begin - 1, one.start)
        before = command_in(text[begin : one.start]) or (before if joined else None)
        yield Tongue(name=one.name, command=command_in(text[begin:end]) or before)


def _cut(text: str, begin: int, end: int) -> int:
    """Where one language's clause ends and the next begins."""
    found = _CLAUSE.search(text, begin, end)
    return found.end() if found else end
