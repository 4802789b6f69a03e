"""Which of the person's lines a posting wants, in which order, and what goes first when the pages are full.

Chooses and orders; writes nothing and adds nothing. Roles and degrees stay while their headers fit, the newest always.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from resumify.models import Fact, Match, Section
from resumify.tailor.profile import Entry
from resumify.tailor.request import Wishes
from resumify.tailor.summary import serving

_WORTH = {"must": 2.0, "nice": 1.0}
_NAMED = 0.5  # shows something that the posting names, be it a duty
_STRESSED = 5.0  # more than any single requirement: the person said so
_ALWAYS = 2  # lines of a role that stay while there is anything less useful to leave out
_MANY = 6  # lines of a role after which the next says less than another role's first
_NEWEST = {"work": 3, "education": 2}  # entries that stay whatever happens
_ENOUGH: dict[Section, int] = {"volunteer": 2, "work": 6, "education": 3}
"""Entries after which a header that shows nothing says less than the first lines of the newest."""
_FAR = 10  # entries of a section after which a header says less than a line of a newer one
_LIGHT: tuple[Section, ...] = ("interests", "references")
_EXTRA: tuple[Section, ...] = ("awards", "publications", "projects")
_LISTED: tuple[Section, ...] = ("certificates", "skills")
_LASTING: tuple[Section, ...] = ("basics", "work", "volunteer", "education", "projects")
_SORTED: tuple[Section, ...] = ("skills", "certificates", "languages")

ASKED = "You asked to leave it out."
NOT_SERVING = "Left out of the summary: the other sentences say more of what the posting asks for."
NO_PLACE = "JSON Resume has no place for it."
FULL = "Left out to fit the pages: {}."
_UNWANTED = "it shows nothing of what the posting asks for"
_LEAST = "what stays shows more of what the posting asks for"
_OLDEST = "even the headers of so many entries do not fit, and this is among the oldest"
_ROOM = "what it says is asked for less than what it would push out"
_SECTION = "the section counts least for this posting"


@dataclass(frozen=True)
class Trim:
    """A step towards fewer pages: the facts that go together, and why; whether the posting would miss them."""

    facts: frozenset[str]
    reason: str

    @property
    def is_missed(self) -> bool:
        return self.reason not in (FULL.format(_UNWANTED), FULL.format(_SECTION))


@dataclass(frozen=True)
class Plan:
    """The entries in the order of the result, and the trims in the order in which they would be made."""

    entries: tuple[Entry, ...]
    trims: tuple[Trim, ...]
    gone: Mapping[str, str]
    """Facts that are left out however many pages there are, with the reason."""

    def kept(self, trims: int, back: Container[int] = ()) -> tuple[Entry, ...]:
        """The entries after the first `trims` trims but those in `back`; those of which nothing may stay are gone."""
        gone = self.left_out(trims, back)
        entries = (_without(entry, gone) for entry in self.entries)
        return tuple(entry for entry in entries if entry.whole is not None or entry.lines)

    def left_out(self, trims: int, back: Container[int] = ()) -> dict[str, str]:
        """The ids of the facts that are left out after the first `trims` trims but those in `back`, with the reason."""
        made = [trim for place, trim in enumerate(self.trims[:trims]) if place not in back]
        return {**self.gone, **{fact: trim.reason for trim in made for fact in trim.facts}}

    def lines_that_went(self, trims: int) -> Iterator[int]:
        """Which of the first `trims` trims took a line of an entry that stays, the most missed first."""
        gone = self.left_out(trims)
        staying = (entry for entry in self.entries if entry.whole is not None and entry.whole.id not in gone)
        lines = {fact.id for entry in staying for fact in entry.lines}
        yield from (place for place in reversed(range(trims)) if self.trims[place].facts <= lines)


def make_plan(
    entries: Sequence[Entry],
    matches: Sequence[Match],
    wishes: Wishes,
    wanted: Callable[[Fact], Sequence[str]],
    anchors: Callable[[Container[str]], Container[str]] = lambda _: frozenset(),
) -> Plan:
    """Rank every line by the requirements it meets (must before nice), then recency, then the person's order.

    `wanted` gives the terms of the posting that a fact shows; `anchors` says, given what is left out anyway, which
    facts go only after all others.
    """
    worth = worth_of(entries, matches, wishes, wanted)
    gone = {fact.id: ASKED for entry in entries if entry.section in wishes.left_out for fact in _asked_to_go(entry)}
    gone |= {fact.id: ASKED for entry in entries for fact in _lines_to_go(entry, wishes) if fact.id not in gone}
    gone |= {fact.id: NO_PLACE for entry in entries for fact in entry.unplaced if fact.id not in gone}
    gone |= {fact.id: NOT_SERVING for fact in _not_serving(entries, worth, gone)}
    ordered = tuple(_with_keywords(entry, wanted) for entry in _ordered(entries, worth))
    last = anchors(gone)
    trims = [trim for trim in _trims(ordered, worth) if not trim.facts <= gone.keys()]
    trims.sort(key=lambda trim: any(fact in last for fact in trim.facts))
    return Plan(entries=ordered, trims=tuple(trims), gone=gone)


def worth_of(
    entries: Sequence[Entry], matches: Sequence[Match], wishes: Wishes, wanted: Callable[[Fact], Sequence[str]]
) -> dict[str, float]:
    """What each fact is worth for this posting; facts that show nothing of it are not in here."""
    worth: dict[str, float] = {}
    for match in matches:
        for fact in match.facts:
            worth[fact] = worth.get(fact, 0.0) + _WORTH[match.requirement.kind]
    for entry in entries:
        for one in entry.facts():
            if wanted(one):
                worth[one.id] = worth.get(one.id, 0.0) + _NAMED
            if wishes.stresses(one.text):
                worth[one.id] = worth.get(one.id, 0.0) + _STRESSED
    return worth


def fit(trims: int, at_least: int, pages: int, count: Callable[[int], int]) -> int:
    """Return the smallest number of trims, from `at_least` to `trims`, after which `count` gives at most `pages`.

    Where even all trims do not get there, the smallest number that gets as near as can be.
    """
    if count(at_least) <= pages:
        return at_least
    reachable = max(pages, count(trims))
    low, high = at_least, trims
    while low < high:
        middle = (low + high) // 2
        if count(middle) <= reachable:
            high = middle
        else:
            low = middle + 1
    return low


def _asked_to_go(entry: Entry) -> Iterator[Fact]:
    """Of the basics only the summary can go: the name stays."""
    return iter(entry.lines) if entry.section == "basics" else entry.facts()


def _lines_to_go(entry: Entry, wishes: Wishes) -> Iterator[Fact]:
    """Lines, and entries that are one, on what the person wants left out; never a role or a degree."""
    whole = (entry.whole,) if entry.whole is not None and entry.section not in _LASTING else ()
    yield from (fact for fact in (*entry.lines, *whole) if wishes.drops(fact.text))


def _not_serving(entries: Sequence[Entry], worth: Mapping[str, float], gone: Mapping[str, str]) -> Iterator[Fact]:
    """The sentences of the summary that are not worth their place for this posting."""
    titles = (entry.data.get("position") for entry in entries if entry.section == "work")
    for entry in entries:
        if entry.section == "basics" and (own := [fact for fact in entry.lines if fact.id not in gone]):
            who = " ".join(str(name) for name in (entry.data.get("label"), *titles) if name)
            kept = serving(own, worth, who)
            yield from (fact for fact in own if fact not in kept)


def _ordered(entries: Sequence[Entry], worth: Mapping[str, float]) -> tuple[Entry, ...]:
    """Lists of skills and the like with the most wanted first; roles as they are, their highlights ranked."""
    sections = list(dict.fromkeys(entry.section for entry in entries))
    result: list[Entry] = []
    for section in sections:
        group = [replace(entry, lines=_ranked(entry, worth)) for entry in entries if entry.section == section]
        if section in _SORTED:
            group.sort(key=lambda entry: -worth.get(entry.whole.id, 0.0) if entry.whole is not None else 0.0)
        result += group
    return tuple(result)


def _with_keywords(entry: Entry, wanted: Callable[[Fact], Sequence[str]]) -> Entry:
    """A skill's keywords with those that the posting names first."""
    whole = entry.whole
    if entry.section != "skills" or whole is None or not isinstance(keywords := whole.data.get("keywords"), list):
        return entry
    shown = {word: bool(wanted(whole.model_copy(update={"text": word}))) for word in keywords if isinstance(word, str)}
    ordered = sorted(keywords, key=lambda word: not shown.get(word))
    return replace(entry, whole=whole.model_copy(update={"data": {**whole.data, "keywords": ordered}}))


def _ranked(entry: Entry, worth: Mapping[str, float]) -> tuple[Fact, ...]:
    """Highlights by worth; prose as it was written."""
    if entry.section == "basics":
        return entry.lines
    prose = [fact for fact in entry.lines if fact.kind == "summary"]
    rest = [fact for fact in entry.lines if fact not in prose]
    return (*prose, *sorted(rest, key=lambda fact: -worth.get(fact.id, 0.0)))


def _trims(entries: Sequence[Entry], worth: Mapping[str, float]) -> Iterator[Trim]:
    """From what is missed least to what is missed most; within a step the oldest role first, its last line first."""
    lines = list(_lines(entries, worth))
    extra = [_whole(entry, worth) for entry in reversed(entries) if entry.section in _EXTRA]
    unwanted = [line for line in lines if not line.worth]
    yield from (_trim(line, _UNWANTED) for line in unwanted if line.rank >= _ALWAYS)
    for section in _LIGHT:
        yield from (_trim(_whole(entry, worth), _SECTION) for entry in reversed(entries) if entry.section == section)
    yield from (_trim(one, _UNWANTED) for one in extra if not one.worth)
    yield from (_trim(line, _UNWANTED) for line in unwanted if line.rank < _ALWAYS and not line.is_new)
    listed = [_whole(entry, worth) for entry in reversed(entries) if entry.section in _LISTED]
    yield from (_trim(one, _UNWANTED) for one in listed if not one.worth)
    yield from (_trim(one, _OLDEST) for one in _many(entries, worth) if not one.worth)
    yield from (_trim(line, _UNWANTED) for line in unwanted if line.rank < _ALWAYS and line.is_new)
    wanted = sorted((one for one in (*lines, *extra) if one.worth), key=lambda one: (one.rank < _MANY, one.worth))
    far, near = _oldest(entries, worth)
    yield from (_trim(one, _LEAST) for one in wanted if one.rank >= _ALWAYS)
    yield from (_trim(one, _OLDEST) for one in (*far, *near) if not one.worth)
    yield from (_trim(one, _OLDEST) for one in far if one.worth)
    yield from (_trim(one, _LEAST) for one in wanted if one.rank < _ALWAYS)
    summary = [fact for entry in entries if entry.section == "basics" for fact in entry.lines]
    yield from (Trim(frozenset((fact.id,)), FULL.format(_LEAST)) for fact in reversed(summary[1:]))
    yield from (_trim(one, _OLDEST) for one in near if one.worth)
    tongues = [_whole(entry, worth) for entry in reversed(entries) if entry.section == "languages"]
    yield from (_trim(one, _ROOM) for one in sorted((*listed, *tongues), key=lambda one: one.worth))


def _many(entries: Sequence[Entry], worth: Mapping[str, float]) -> Iterator[_Piece]:
    """The entries of which there are enough newer ones, the oldest first."""
    for section, enough in _ENOUGH.items():
        held = [_whole(entry, worth) for entry in entries if entry.section == section]
        yield from reversed(held[enough:])


def _oldest(entries: Sequence[Entry], worth: Mapping[str, float]) -> tuple[list[_Piece], list[_Piece]]:
    """The oldest entries, each as it is then: those that go before what newer ones show, and the others."""
    far: list[_Piece] = []
    near: list[_Piece] = []
    for section in ("volunteer", "work", "education"):
        held = [_whole(entry, worth) for entry in entries if entry.section == section]
        far += reversed(held[_FAR:])
        near += reversed(held[_NEWEST.get(section, 0) : _FAR])
    return far, near


@dataclass(frozen=True)
class _Piece:
    """What can go as one: a line, or an entry that is nothing without its lines. `rank` is a line's in its entry,
    `is_new` whether that is one of the newest."""

    facts: frozenset[str]
    worth: float
    rank: int = 0
    is_new: bool = False


def _lines(entries: Sequence[Entry], worth: Mapping[str, float]) -> Iterator[_Piece]:
    """Every line that can go by itself. Projects and volunteering count as older than work."""
    for entry in reversed(entries):
        alone = [fact for fact in entry.lines if fact.kind == "highlight" or entry.section not in _EXTRA]
        if entry.section != "basics":
            for rank, fact in reversed(list(enumerate(alone))):
                is_new = entry.index < _NEWEST.get(entry.section, 0)
                yield _Piece(frozenset((fact.id,)), worth.get(fact.id, 0.0), rank, is_new)


def _whole(entry: Entry, worth: Mapping[str, float]) -> _Piece:
    facts = frozenset(fact.id for fact in entry.facts())
    return _Piece(facts, max(worth.get(fact, 0.0) for fact in facts))


def _trim(piece: _Piece, reason: str) -> Trim:
    return Trim(piece.facts, FULL.format(reason))


def _without(entry: Entry, gone: Mapping[str, str]) -> Entry:
    whole = entry.whole
    return replace(
        entry,
        whole=None if whole is not None and whole.id in gone else whole,
        lines=tuple(fact for fact in entry.lines if fact.id not in gone),
        lists=tuple(fact for fact in entry.lists if fact.id not in gone),
        unplaced=(),
    )
