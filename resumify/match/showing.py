"""Whether one fact shows one term, where in its text, and in full or only in part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resumify.match.claims import is_beside, is_denied
from resumify.match.words import BEGINS, JOINING, LONG, compound_told, done_by, inside, runs, verb_and_object
from resumify.models import Fact
from resumify.skills import Form, Word, content_words, degree_in, find, forms_of, is_a, is_known, keys_of
from resumify.skills.licences import is_licence, licence_shown
from resumify.words import stem

_WIDE = frozenset(
    "platform system tool software industry sector qualification certificate certification site ticket card award "
    "licence license scheme provider".split()
)
_SLACK = 1  # words that may stand between those of an open phrase, in any order
_SHORT = 2  # letters of a stem that says too little of a compound that begins with it


@dataclass(frozen=True)
class Showing:
    """Where a fact shows a term; `full` unless it is only near to it."""

    start: int
    end: int
    full: bool = True


class Index:
    """The facts of one person by the words they hold."""

    def __init__(self, facts: Sequence[Fact], language: str) -> None:
        self.facts = facts
        self.language = language
        self._holding: dict[str, set[int]] = defaultdict(set)
        for place, fact in enumerate(facts):
            for key in keys_of(content_words(fact.text, language)):
                self._holding[key].add(place)

    def shown(self, term: str) -> tuple[list[Fact], bool]:
        """The facts that show the term, and whether in full; those that show it in part only where none does."""
        found: dict[bool, list[Fact]] = {True: [], False: []}
        for place in sorted(self._places(term)):
            fact = self.facts[place]
            if showing := showing_of(term, fact, self.language):
                found[showing.full].append(fact)
        return (found[True], True) if found[True] else (found[False], False)

    def _places(self, term: str) -> set[int]:
        """The facts that hold the words of any way to write the term, be it inside or beside other words."""
        if is_licence(term):
            return set(range(len(self.facts)))
        places: set[int] = set()
        for form in _looked_for(term, self.language):
            if all(key in self._holding for key in form.keys):
                places |= set.intersection(*(self._holding[key] for key in form.keys))
        if self.language in JOINING:
            places |= self._holding_parts(term)
        return places

    def _holding_parts(self, term: str) -> set[int]:
        """The facts with a word that begins or ends as the term does."""
        heads = [form.keys[0] for form in forms_of(term, self.language) if len(form.keys) == 1]
        near = (
            key
            for key in self._holding
            for head in heads
            if head in key or (len(key) > _SHORT and head.startswith((key, key[:-1])))
        )
        return set().union(*(self._holding[key] for key in near))


@dataclass(frozen=True)
class _Ways:
    """The forms of a term: by the rarest of their words, those of one word, and these by how they begin."""

    by_key: dict[str, tuple[Form, ...]]
    single: tuple[Form, ...]
    compounds: dict[str, tuple[Form, ...]]


@lru_cache(maxsize=2048)
def _ways(term: str, language: str) -> _Ways:
    by_key, compounds = defaultdict(list), defaultdict(list)
    single = []
    for form in forms_of(term, language):
        by_key[max(form.keys, key=len)].append(form)
        if len(form.keys) == 1 and not form.exact:
            single.append(form)
            compounds[form.keys[0][:BEGINS]].append(form)
    return _Ways(
        {key: tuple(forms) for key, forms in by_key.items()},
        tuple(single),
        {begin: tuple(forms) for begin, forms in compounds.items()},
    )


def showing_of(term: str, fact: Fact, language: str) -> Showing | None:
    """Where the fact's text shows the term. A degree is shown by the entry of a degree alone, command of a tongue not
    by a country's market."""
    if not _may_show(term, fact):
        return None
    words = content_words(fact.text, language)
    if degree := degree_in(term):
        held, field = showing_of(degree, fact, language), _showing(term[len(degree) :].strip(), fact, words, language)
        return held if field is not None and field.full else None
    return _showing(term, fact, words, language)


def _may_show(term: str, fact: Fact) -> bool:
    if fact.section == "references":
        return False
    if is_a(term, "degree") or term == "degree" or degree_in(term):
        return fact.section in ("education", "certificates")
    if is_a(term, "tongue"):
        return fact.section in ("languages", "skills", "certificates") or _is_spoken(fact, term)
    return True


def _showing(term: str, fact: Fact, words: Sequence[Word], language: str) -> Showing | None:
    """The first full showing, else the first in part; what is denied shows nothing."""
    part: Showing | None = None
    for (start, end), whole in _spans(term, fact, words, language):
        if is_denied(fact.text[:start]):
            continue
        if whole and not is_beside(term, fact, (start, end)):
            return Showing(start, end)
        part = part or Showing(start, end, full=False)
    return part


def _spans(term: str, fact: Fact, words: Sequence[Word], language: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where the term stands in any of its forms, and whether that says all of it: as it is written, then in other
    words of the same roots."""
    text, ways = fact.text, _ways(term, language)
    keys = keys_of(words)
    forms = [form for key in keys for form in ways.by_key.get(key, ()) if keys.issuperset(form.keys)]
    if is_licence(term):
        yield from ((span, True) for span in licence_shown(term, text))
    for form in forms:
        if span := find(form, text, words):
            yield span, True
    if not is_known(term) and (span := _near_each_other(term, text, words, language)):
        yield span, True
    for form in forms:
        if span := verb_and_object(form, text, words, language):
            yield span, True
    if fact.kind != "highlight":
        yield from ((span, True) for form in done_by(term, language) if (span := find(form, text, words)))
    if language in JOINING:
        yield from _joined(ways, text, words)


def _joined(ways: _Ways, text: str, words: Sequence[Word]) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where the parts of a compound tell the term, and where it is a part of one."""
    for start in {word.text[:BEGINS].casefold() for word in words}:
        for form in ways.compounds.get(start, ()):
            if span := compound_told(form, text, words):
                yield span, True
    long = [word for word in words if len(word.key) >= LONG]
    if long:
        yield from (held for form in ways.single if (held := inside(form, long)))


def _is_spoken(fact: Fact, term: str) -> bool:
    return re.search(rf"\b(?:in|fluent|speak\w*|auf|en|parl\w+)\s+{re.escape(term)}\b", fact.text, re.I) is not None


@lru_cache(maxsize=8192)
def _looked_for(term: str, language: str) -> tuple[Form, ...]:
    """What a fact must hold to be looked at."""
    if degree := degree_in(term):
        return forms_of(degree, language)
    known = forms_of(term, language) if is_known(term) else (Form(_needed(term, language)),)
    return tuple(form for form in (*known, *done_by(term, language)) if form.keys)


@lru_cache(maxsize=8192)
def _needed(term: str, language: str) -> tuple[str, ...]:
    """The words of an open phrase that a fact must show: all but "platform", "system" and their like."""
    keys = tuple(word.key for word in content_words(term, language))
    wide = {stem(word, language) for word in _WIDE}
    return tuple(key for key in keys if key not in wide) or keys


def _near_each_other(term: str, text: str, words: Sequence[Word], language: str) -> tuple[int, int] | None:
    """The shortest span that holds all words of an open phrase in one clause, with little between them."""
    needed = _needed(term, language)
    if not needed:
        return None
    for size in range(len(needed), len(needed) + (_SLACK if len(needed) > 1 else 0) + 1):
        for first in range(len(words) - size + 1):
            here = words[first : first + size]
            if here[0].key in needed and here[-1].key in needed and {*needed} <= {word.key for word in here}:
                ordered = here[0].key == needed[0] and size > len(needed)
                if runs(here, text, loosely=not ordered):
                    return here[0].start, here[-1].end
    return None
