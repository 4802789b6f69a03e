"""Facts beside what postings want of them: the questions that a teacher answers. Writes no line itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from resumify.match import terms_met
from resumify.models import Fact, Frozen, Posting
from resumify.slots import cut

_KINDS = ("highlight", "summary")
"""Facts that are sentences; headers, skills and degrees are shown as they are and never rewritten."""


class Pair(Frozen):
    """One fact and the terms that some posting wants and the fact honestly shows; () where nothing is wanted."""

    fact: Fact
    terms: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        return self.fact.text

    @property
    def context(self) -> str:
        return self.fact.context


class Pairs(Frozen):
    """Every question once, in the order of the facts; `left` counts the sentences that no model is asked about."""

    items: tuple[Pair, ...]
    left: dict[str, int]

    @property
    def owners(self) -> list[str]:
        return sorted({pair.fact.owner for pair in self.items})


def pair(facts: Sequence[Fact], postings: Sequence[Posting]) -> Pairs:
    """Hold every sentence against every posting; what two postings want alike is one pair."""
    names = _names(facts)
    left: Counter[str] = Counter()
    items: list[Pair] = []
    for fact in facts:
        if fact.kind not in _KINDS:
            continue
        reason = _left_alone(fact, names)
        if reason:
            left[reason] += 1
        else:
            items.extend(Pair(fact=fact, terms=terms) for terms in _wanted(fact, postings))
    return Pairs(items=tuple(items), left=dict(sorted(left.items())))


def _names(facts: Sequence[Fact]) -> Mapping[str, frozenset[str]]:
    """Owner -> the names that no prompt may hold."""
    names: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        name = fact.data.get("name")
        if fact.section in ("basics", "references") and isinstance(name, str) and name.strip():
            names[fact.owner].add(name.strip().casefold())
    return {owner: frozenset(found) for owner, found in names.items()}


def _left_alone(fact: Fact, names: Mapping[str, frozenset[str]]) -> str:
    """Why a model is not asked about the fact, "" where it is."""
    if any(name in fact.text.casefold() for name in names.get(fact.owner, ())):
        return "names a person"
    return "" if cut(fact).eligible else "not for a model"


def _wanted(fact: Fact, postings: Sequence[Posting]) -> Iterator[tuple[str, ...]]:
    """The different sets of slots that the postings want, each by the terms of the first that does; nothing first."""
    seen: set[tuple[str, ...]] = set()
    for terms in ((), *(terms_met(posting, fact) for posting in postings)):
        slots = cut(fact, terms).wanted
        if slots not in seen:
            seen.add(slots)
            yield terms if slots else ()
