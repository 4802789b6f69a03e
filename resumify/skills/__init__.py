"""What trades call their skills, tools and papers: one vocabulary for postings and for people.

Finds a term's forms in a text and the terms that a text names. Knows nothing of requirements, and judges nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from resumify.skills.content import COUNT, Word, content_words, counts, keys_of
from resumify.skills.forms import Form, find, form_of, writes
from resumify.skills.licences import licences_in
from resumify.skills.table import narrower, table

__all__ = [
    "Form",
    "Mention",
    "Word",
    "content_words",
    "degree_in",
    "find",
    "forms_of",
    "is_a",
    "is_known",
    "keys_of",
    "mentions",
]

_LONGEST = 6  # words of the longest form
_Index = dict[tuple[str, ...], list[tuple[str, Form]]]


@dataclass(frozen=True)
class Mention:
    """A known term named in a text."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def forms_of(term: str, language: str) -> tuple[Form, ...]:
    """Every way to write the term: itself, what the vocabulary has for it, and what shows it because it is narrower."""
    known = table()
    name = known.names.get(term.casefold())
    if name is None:
        form = form_of(term, language)
        return (form,) if form.keys else ()
    return tuple(
        dict.fromkeys(
            form for shown in (name, *sorted(narrower(name))) for form in _forms(known.spellings[shown], language)
        )
    )


def is_known(term: str) -> bool:
    """Whether the vocabulary has the term under this name."""
    return term.casefold() in table().names


def is_a(term: str, broader: str) -> bool:
    """Whether the vocabulary says that having the term shows the broader one ("PhD": "degree", "Danish": "tongue")."""
    known = table()
    name = known.names.get(term.casefold())
    return name is not None and name in narrower(broader)


@lru_cache(maxsize=4096)
def degree_in(term: str) -> str:
    """ "PhD" of "PhD molecular biology"; "" where the term is no degree in a field."""
    parts = term.split() if not is_known(term) else []
    heads = (" ".join(parts[:size]) for size in range(len(parts) - 1, 0, -1))
    return next((head for head in heads if head == "degree" or is_a(head, "degree")), "")


def mentions(text: str, language: str) -> list[Mention]:
    """The known terms that the text names, in order; of overlapping ones the longest."""
    words, index = content_words(text, language), _index(language)
    found: list[tuple[int, int, Mention]] = []
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST, len(words))):
            exactly, around = words[first : last + 1], (*words[first : max(first, last - 1)], words[last])
            names = _named(index, exactly, text) or (
                _named(index, around, text, loose=True) if last - first > 1 else []
            )
            if names:
                found.append((first, last + 1, Mention(names[0], words[first].start, words[last].end)))
    found.sort(key=lambda item: (item[0] - item[1], item[0]))
    taken: set[int] = set()
    kept = []
    for first, last, mention in found:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append(mention)
    return _with_licences(text, kept)


def _with_licences(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions in order; a licence with its class in the place of the licence alone."""
    classes = [Mention(one.name, one.start, one.end) for one in licences_in(text)]
    apart = (one for one in found if not any(one.start < its.end and its.start < one.end for its in classes))
    return sorted((*apart, *classes), key=lambda mention: mention.start)


def _named(index: _Index, words: Sequence[Word], text: str, loose: bool = False) -> list[str]:
    exactly, counted = (tuple(COUNT if any_ and counts(word) else word.key for word in words) for any_ in (False, True))
    forms = [*index.get(exactly, ()), *(index.get(counted, ()) if counted != exactly else ())]
    return [name for name, form in forms if form.loose >= loose and writes(form, words, text)]


@lru_cache(maxsize=4096)
def _forms(spellings: tuple[str, ...], language: str) -> tuple[Form, ...]:
    return tuple(form for spelling in spellings if (form := form_of(spelling, language)).keys)


@cache
def _index(language: str) -> _Index:
    """Words -> the terms they may name."""
    index: _Index = defaultdict(list)
    for name, spellings in table().spellings.items():
        for form in _forms(spellings, language):
            index[form.keys].append((name, form))
    return dict(index)
