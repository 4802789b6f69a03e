"""The facts without which a résumé would show less of what a posting asks for: they are the last to go.

As few as possible, and of those that would do the ones that cost the least room. Decides nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from resumify.match import match
from resumify.models import Fact, Match, Posting
from resumify.tailor.profile import Entry

_Shown = Callable[[Sequence[Fact]], tuple[int, int]]
_STATUS = ("absent", "partly", "met")
_NEWEST = 3  # roles that stay anyway, so that a line of theirs costs no header
_ONE_LINE = ("basics", "skills", "certificates", "languages", "education")


def anchors_of(
    entries: Sequence[Entry], matches: Sequence[Match], posting: Posting, gone: Container[str]
) -> frozenset[str]:
    """Return the ids of facts, not in `gone`, that together show of every requirement what all facts show of it."""
    facts = {fact.id: fact for entry in entries for fact in entry.facts() if fact.id not in gone}
    wholes = {entry.whole.document: entry.whole for entry in entries if entry.whole is not None}
    room = {fact.id: cost for entry, cost in _costs(entries) for fact in entry.facts()}
    kept: dict[str, Fact] = {}
    for one in sorted(matches, key=lambda one: one.requirement.kind != "must"):
        pool = sorted((facts[id_] for id_ in one.facts if id_ in facts), key=lambda fact: room[fact.id])
        only = posting.model_copy(update={"requirements": (one.requirement,), "duties": ()})

        def shown(held: Sequence[Fact], only: Posting = only) -> tuple[int, int]:
            around = {fact.document: wholes[fact.document] for fact in held if fact.document in wholes}
            (found,) = match(only, [*held, *around.values()])
            return _STATUS.index(found.status), len(found.terms)

        kept |= {fact.id: fact for fact in _enough(one, pool, list(kept.values()), shown)}
    return frozenset(kept)


def _enough(one: Match, pool: Sequence[Fact], held: Sequence[Fact], shown: _Shown) -> Sequence[Fact]:
    """Those of the pool that it takes beside the held ones; all of them where they count only together, as years do."""
    if not one.terms:
        return pool[:1]
    wanted = _STATUS.index(one.status), len(one.terms)
    best, taken = shown(held), list[Fact]()
    for fact in pool:
        if best >= wanted:
            return taken
        if (now := shown([*held, *taken, fact])) > best:
            best, taken = now, [*taken, fact]
    return taken if best[0] >= wanted[0] else pool


def _costs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, int]]:
    """What a line of the entry costs beside itself: the older a role, the likelier that its header would go."""
    for entry in entries:
        if entry.section in _ONE_LINE:
            yield entry, 1
        else:
            yield entry, 0 if entry.section == "work" and entry.index < _NEWEST else 2 + entry.index
