"""A posting's requirements against a person's facts: met, partly or absent, each with its evidence.

By words first: a term is shown by a fact whose own text holds it, under any of its names. What no word shows may be
shown partly by meaning, where a vector search is at hand. Names and contact details are in no fact's text and play
no part. Nothing here writes or rewords.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resumify.levels import COMMANDS, SENIORITIES, command_in, seniority_in, years_named
from resumify.models import Fact, Hit, Match, Posting, Requirement, Seniority, Status, Tongue
from resumify.skills import Form, Word, content_words, degree_in, find, forms_of, is_a, is_known, keys_of
from resumify.words import stem

Similar = Callable[[Sequence[str]], list[list[Hit]]]

THRESHOLD = 0.64
"""Cosine from which a fact may be said to show a requirement partly. With all-MiniLM-L6-v2, over the requirements of
the demo's ten postings that no word shows: of 615 pairs with a person of another trade none reaches 0.52. Of pairs
that were made to mislead (benchmarks/matches) the worst reaches 0.63: the culture of prison cells is no cell culture.
Below, nearness is no evidence."""

_MOST_FACTS = 8
_WIDE = frozenset("platform system tool software industry sector qualification certificate site".split())
_SLACK = 1  # words that may stand between those of an open phrase, in any order
_RANK = {"highlight": 0, "role": 1, "summary": 2, "degree": 1, "item": 3, "skill": 4}
_OF = r"(?:(?:any|much|formal|prior|direct|own|the|a|an|mit|with|of|in|on|de|en|d['’]|con|met|w|z|im|einer?|der)\s*)*"
_HAVING = r"(?:experience|knowledge|training|exposure|skills?|erfahrung\w*|kenntnisse?n?|expérience|connaissances?|"
_HAVING += r"experiencia|conocimientos?|ervaring|doświadczeni\w+|esperienza)"
_DENIED = re.compile(
    rf"(?:\b(?:no|without|kein\w*|ohne|sans|aucune?|sin|geen|bez|senza|zonder)\s+(?:\w+\s+)?{_HAVING}\s+{_OF}|"
    rf"\b(?:no|kein\w*|aucune?|geen)\s+|"
    rf"\b(?:never|not|n['’]t|cannot|nie|niemals|nicht|jamais|nunca|nooit|nigdy|mai)\s+(?:yet\s+)?(?:\w+\s+){{0,2}}{_OF}|"
    rf"\b(?:like|want|hope|hoping|plan|planning|wish|keen|eager|curious|started|currently)\s+(?:to\s+)?learn(?:ing)?\s+{_OF}|"
    rf"\b(?:interested in|learning|report(?:ed|ing|s)? to|möchte|souhaite apprendre)\s+{_OF})$",
    re.IGNORECASE,
)
"""How a clause ends before a term that it does not claim."""
_UNCLAIMED = re.compile(
    r"^\W*(?:no|never|keine?|noch nie|aucune?|jamais|sin|geen|nunca|nie)\b(?!-)|"
    r"\b(?:hop\w+|want\w*|would like|wish\w*|plan\w*|keen|eager) to (?:learn|try)\b|\binterested in\b",
    re.IGNORECASE,
)
"""A statement that claims nothing, wherever the term stands in it."""
_GROWN = SENIORITIES.index("senior")
"""Titles tell beginners from others; who was senior may well have led."""


def match(posting: Posting, facts: Sequence[Fact], similar: Similar | None = None) -> tuple[Match, ...]:
    """Hold every requirement, in order, against the facts of one person.

    `similar` finds for each text the person's nearest facts; it is called at most once, with the requirements that no
    word shows, and can make them "partly" at most.
    """
    index = _Index(facts, posting.language)
    found = [_matched(requirement, index) for requirement in posting.requirements]
    open_ = [place for place, one in enumerate(found) if one.status == "absent" and _has_meaning(one.requirement)]
    if similar is not None and open_:
        hits = similar([found[place].requirement.text for place in open_])
        for place, near in zip(open_, hits, strict=True):
            found[place] = _by_meaning(found[place], near, index)
    return tuple(found)


def terms_met(posting: Posting, fact: Fact) -> tuple[str, ...]:
    """The posting's terms that this one fact's text shows, spelt as the fact spells them; what must be first, then
    what would be nice, then what belongs to the job."""
    ordered = sorted(posting.requirements, key=lambda requirement: requirement.kind != "must")
    words = content_words(fact.text, posting.language)
    keys = keys_of(words)
    spans: list[tuple[int, int]] = []
    for term in (term for requirement in (*ordered, *posting.duties) for term in requirement.terms):
        if not any(keys.issuperset(form.keys) for form in _forms(term, posting.language)):
            continue
        span = _shown_in(term, fact, words, posting.language)
        if span is not None and span not in spans:
            spans.append(span)
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return tuple(dict.fromkeys(fact.text[start:end] for start, end in outer))


@dataclass(frozen=True)
class _Index:
    """The facts of one person by the words they hold."""

    facts: Sequence[Fact]
    language: str

    def __post_init__(self) -> None:
        holding: dict[str, set[int]] = defaultdict(set)
        for place, fact in enumerate(self.facts):
            for key in keys_of(content_words(fact.text, self.language)):
                holding[key].add(place)
        object.__setattr__(self, "_holding", dict(holding))

    def shown(self, term: str) -> list[Fact]:
        """The facts that show the term."""
        holding: dict[str, set[int]] = self._holding  # type: ignore[attr-defined]  # frozen, set in __post_init__
        places: set[int] = set()
        for form in _forms(term, self.language):
            if form.keys and all(key in holding for key in form.keys):
                places |= set.intersection(*(holding[key] for key in form.keys))
        return [fact for place in sorted(places) if _shows(term, fact := self.facts[place], self.language)]


def _shows(term: str, fact: Fact, language: str) -> bool:
    return _shown_in(term, fact, content_words(fact.text, language), language) is not None


def _shown_in(term: str, fact: Fact, words: Sequence[Word], language: str) -> tuple[int, int] | None:
    """Where the fact's text shows the term. A degree is shown by the entry of a degree alone, command of a tongue not
    by a country's market."""
    if fact.section == "references":
        return None
    if is_a(term, "degree") or term == "degree" or degree_in(term):
        if fact.section not in ("education", "certificates"):
            return None
    elif is_a(term, "tongue") and not (
        fact.section in ("languages", "skills", "certificates") or _is_spoken(fact, term)
    ):
        return None
    if degree := degree_in(term):
        field = term[len(degree) :].strip()
        at = _shown_in(degree, fact, words, language)
        return at and (_shown_in(field, fact, words, language) and at)
    spans = (find(form, fact.text, words) for form in forms_of(term, language))
    span = next((span for span in spans if span is not None), None)
    if span is None and not is_known(term):
        span = _near_each_other(term, fact.text, words, language)
    return None if span is None or _is_denied(fact.text[: span[0]]) else span


def _is_denied(before: str) -> bool:
    """Whether the words before a term say that the person has it not, wants it only, or works for who has it."""
    return _DENIED.search(before) is not None


def _is_spoken(fact: Fact, term: str) -> bool:
    return re.search(rf"\b(?:in|fluent|speak\w*|auf|en|parl\w+)\s+{re.escape(term)}\b", fact.text, re.I) is not None


@lru_cache(maxsize=8192)
def _forms(term: str, language: str) -> tuple[Form, ...]:
    """What a fact must hold to be looked at."""
    if degree := degree_in(term):
        return forms_of(degree, language)
    return forms_of(term, language) if is_known(term) else (Form(_needed(term, language)),)


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
                span = here[0].start, here[-1].end
                if not re.search(r"[.;:!?\n](?:\s|$)", text[span[0] : span[1]]):
                    return span
    return None


def _matched(requirement: Requirement, index: _Index) -> Match:
    if not requirement.terms:
        return _matched_by_years(requirement, index)
    shown = {term: facts for term in requirement.terms if (facts := index.shown(term))}
    status: Status = "absent"
    if shown:
        status = "met" if requirement.alternatives or len(shown) == len(requirement.terms) else "partly"
    elif halves := _half_shown(requirement, index):
        status, shown = "partly", halves
    if status == "met" and _falls_short(requirement, shown, index):
        status = "partly"
    return Match(requirement=requirement, status=status, facts=_best(shown), terms=tuple(shown))


def _matched_by_years(requirement: Requirement, index: _Index) -> Match:
    """Years of any work against all roles, the newest as evidence."""
    roles = [fact for fact in index.facts if fact.section == "work" and fact.path == "" and _months(fact)]
    asked = requirement.years
    if asked is None or not roles:
        return Match(requirement=requirement, status="absent")
    enough = _years([roles], index.facts) + 1 / 12 >= asked
    newest = sorted(roles, key=lambda fact: max(_months(fact)), reverse=True)
    facts = tuple(fact.id for fact in newest[:_MOST_FACTS])
    return Match(requirement=requirement, status="met" if enough else "partly", facts=facts)


def _half_shown(requirement: Requirement, index: _Index) -> dict[str, list[Fact]]:
    """The degree itself where only the field is another."""
    return {degree: facts for degree in sorted(requirement.degrees) if (facts := index.shown(degree))}


def _best(shown: dict[str, list[Fact]]) -> tuple[str, ...]:
    """Ids of the facts: those that show more terms first, then what was done before what is listed."""
    count: dict[str, int] = defaultdict(int)
    facts: dict[str, Fact] = {}
    for fact in (fact for found in shown.values() for fact in found):
        count[fact.id] += 1
        facts.setdefault(fact.id, fact)
    ordered = sorted(facts, key=lambda key: (-count[key], _RANK[facts[key].kind]))
    return tuple(ordered[:_MOST_FACTS])


def _falls_short(requirement: Requirement, shown: dict[str, list[Fact]], index: _Index) -> bool:
    """Whether the terms are shown, but not for the years, at the command or in the seniority that is asked for."""
    years, seniority = requirement.years, requirement.seniority
    if years is not None and _years(shown.values(), index.facts) + 1 / 12 < years:
        return True
    if seniority is not None and _is_below(seniority, shown.values()):
        return True
    return any(_is_weaker(tongue, shown) for tongue in requirement.tongues)


def _years(found: Iterable[Sequence[Fact]], facts: Sequence[Fact]) -> float:
    """Years in the roles that show any of the terms, months that overlap counted once, or what a fact itself says of
    years. A skill that no role shows says nothing of years."""
    showing = [fact for group in found for fact in group]
    roles = {fact.document for fact in showing if fact.section == "work"}
    months: set[int] = set()
    for entry in facts:
        if entry.path == "" and entry.document in roles:
            months |= _months(entry)
    return max(len(months) / 12, *(years_named(fact.text) or 0.0 for fact in showing))


def _months(role: Fact) -> set[int]:
    """The months of a role, numbered; a role without an end lasts until the day it was read."""
    start = _month(role.data.get("startDate"), 1)
    end = _month(role.data.get("endDate"), 12)
    last = role.read_at.year * 12 + role.read_at.month - 1
    return set(range(start, min(end if end is not None else last, last) + 1)) if start is not None else set()


def _month(date: object, default: int) -> int | None:
    found = re.match(r"(\d{4})(?:-(\d{2}))?", date) if isinstance(date, str) else None
    return int(found[1]) * 12 + int(found[2] or default) - 1 if found else None


def _is_weaker(tongue: Tongue, shown: dict[str, list[Fact]]) -> bool:
    """Whether every fact states a lesser command of the language than is asked for."""
    if tongue.command is None or tongue.name not in shown:
        return False
    stated = [command_in(fact.text) for fact in shown[tongue.name] if fact.section == "languages"]
    asked = COMMANDS.index(tongue.command)
    return bool(stated) and all(one is not None and COMMANDS.index(one) < asked for one in stated)


def _is_below(asked: Seniority, found: Iterable[Sequence[Fact]]) -> bool:
    """Whether every post that shows the terms says by its title that it is below what is asked for."""
    held = [seniority_in(fact.context or fact.text) for group in found for fact in group if fact.section == "work"]
    rank = SENIORITIES.index(asked)
    return bool(held) and all(one is not None and SENIORITIES.index(one) < min(rank, _GROWN) for one in held)


def _has_meaning(requirement: Requirement) -> bool:
    """Whether nearness says anything: a tool, paper, degree or language one has or has not. The vocabulary writes what
    is a name with a capital."""
    return any(not degree_in(term) and (term[0].islower() or not is_known(term)) for term in requirement.terms)


def _by_meaning(one: Match, hits: Sequence[Hit], index: _Index) -> Match:
    known = {fact.id for fact in index.facts if not _UNCLAIMED.search(fact.text)}
    near = tuple(hit.fact for hit in hits if hit.score >= THRESHOLD and hit.fact in known)
    return one.model_copy(update={"status": "partly", "facts": near[:_MOST_FACTS]}) if near else one
