"""A posting's requirements against a person's facts: met, partly or absent, each with its evidence.

By words first: a term is shown by a fact whose own text holds it, under any of its names. What no word shows may be
shown partly by meaning, where a vector search is at hand. Names and contact details are in no fact's text and play
no part. Nothing here writes or rewords.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from resumify.levels import COMMANDS, SENIORITIES, command_in, seniority_in, years_named
from resumify.match.claims import claims_nothing
from resumify.match.showing import Index, showing_of
from resumify.models import Fact, Hit, Match, Posting, Requirement, Seniority, Status, Tongue
from resumify.skills import degree_in, is_known

Similar = Callable[[Sequence[str]], list[list[Hit]]]

THRESHOLD = 0.64
"""Cosine from which a fact may be said to show a requirement partly. With all-MiniLM-L6-v2, over the requirements of
the demo's ten postings that no word shows: of 615 pairs with a person of another trade none reaches 0.52. Of pairs
that were made to mislead (benchmarks/matches) the worst reaches 0.63: the culture of prison cells is no cell culture.
Below, nearness is no evidence."""

_MOST_FACTS = 8
_RANK = {"highlight": 0, "role": 1, "summary": 2, "degree": 1, "item": 3, "skill": 4}
_GROWN = SENIORITIES.index("senior")
"""Titles tell beginners from others; who was senior may well have led."""


def match(posting: Posting, facts: Sequence[Fact], similar: Similar | None = None) -> tuple[Match, ...]:
    """Hold every requirement, in order, against the facts of one person.

    `similar` finds for each text the person's nearest facts; it is called at most once, with the requirements that no
    word shows, and can make them "partly" at most.
    """
    index = Index(facts, posting.language)
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
    spans: list[tuple[int, int]] = []
    for term in dict.fromkeys(term for requirement in (*ordered, *posting.duties) for term in requirement.terms):
        shown = showing_of(term, fact, posting.language)
        if shown is not None and (shown.start, shown.end) not in spans:
            spans.append((shown.start, shown.end))
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return tuple(dict.fromkeys(fact.text[start:end] for start, end in outer))


def _matched(requirement: Requirement, index: Index) -> Match:
    if not requirement.terms:
        return _matched_by_years(requirement, index)
    found = {term: held for term in requirement.terms if (held := index.shown(term))[0]}
    shown = {term: facts for term, (facts, _) in found.items()} or _half_shown(requirement, index)
    whole = [full for _, full in found.values()]
    enough = any(whole) if requirement.alternatives else len(found) == len(requirement.terms) and all(whole)
    status: Status = "absent" if not shown else "met" if enough else "partly"
    if status == "met" and _falls_short(requirement, shown, index):
        status = "partly"
    return Match(requirement=requirement, status=status, facts=_best(shown), terms=tuple(shown))


def _matched_by_years(requirement: Requirement, index: Index) -> Match:
    """Years of any work against all roles, the newest as evidence."""
    roles = [fact for fact in index.facts if fact.section == "work" and fact.path == "" and _months(fact)]
    asked = requirement.years
    if asked is None or not roles:
        return Match(requirement=requirement, status="absent")
    enough = _years([roles], index.facts) + 1 / 12 >= asked
    newest = sorted(roles, key=lambda fact: max(_months(fact)), reverse=True)
    facts = tuple(fact.id for fact in newest[:_MOST_FACTS])
    return Match(requirement=requirement, status="met" if enough else "partly", facts=facts)


def _half_shown(requirement: Requirement, index: Index) -> dict[str, list[Fact]]:
    """The degree itself where only the field is another."""
    return {degree: facts for degree in sorted(requirement.degrees) if (facts := index.shown(degree)[0])}


def _best(shown: dict[str, list[Fact]]) -> tuple[str, ...]:
    """Ids of the facts: those that show more terms first, then what was done before what is listed."""
    count: dict[str, int] = defaultdict(int)
    facts: dict[str, Fact] = {}
    for fact in (fact for found in shown.values() for fact in found):
        count[fact.id] += 1
        facts.setdefault(fact.id, fact)
    ordered = sorted(facts, key=lambda key: (-count[key], _RANK[facts[key].kind]))
    return tuple(ordered[:_MOST_FACTS])


def _falls_short(requirement: Requirement, shown: dict[str, list[Fact]], index: Index) -> bool:
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


def _by_meaning(one: Match, hits: Sequence[Hit], index: Index) -> Match:
    known = {fact.id for fact in index.facts if not claims_nothing(fact.text)}
    near = tuple(hit.fact for hit in hits if hit.score >= THRESHOLD and hit.fact in known)
    return one.model_copy(update={"status": "partly", "facts": near[:_MOST_FACTS]}) if near else one
