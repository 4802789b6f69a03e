"""Scope and extent: "all", "only", "company-wide", "first" are claims; what went up in the fact does not go down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.guard.claim import Claim
from resumify.guard.counting import bounds, moves
from resumify.guard.parts import FINITE, JOINTS
from resumify.guard.phrase import Word, adjacent
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import (
    BROAD,
    BY,
    CLAIMING,
    DOWN,
    FROM,
    GRADES,
    INTO,
    NEGATORS,
    SCOPE,
    TIME_SPANS,
    UP,
)
from resumify.guard.wholes import widened

_SUBSET = re.compile(
    r"\b(?:one|two|three|some|most|half|eine[rs]?|zwei|drei|une?|deux) (?:of (?:them|which|whom|these)|davon|d'entre)\b"
    r"|\b(?:among them|darunter|davon|dont)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:one|two|eine[rs]? (?:davon|von)|une? d(?:e|')|including|such as)\b", re.IGNORECASE)
_GRADED = frozenset("language langue mother tongue level niveau sprache skills knowledge idioma lengua".split())
_ARTICLES = frozenset("the a an our my its their der die das den dem les le la l".split())

_LONE = frozenset("a an one un une du le la my mon ma".split())
_OF = frozenset("of von vom der des du de".split())
_WAYS_MOVED = frozenset({"up", "down"})
_THEN = frozenset("then afterwards later dann danach puis ensuite".split())
_LESS = frozenset("weniger fewer less moins".split())
_OWN = frozenset("own eigene eigenen eigener eigenes eigenem propre".split())
_MINE = frozenset("my mine own mein meine meinem meinen meiner mon ma mes".split())
_LASTING = frozenset("pendant durant during".split())
_SKIPPED = re.compile(
    r"\b(?:every|each|jede[nrs]?) (?:other|second|third|fourth|zweite[nrs]?|dritte[nrs]?) (\w+)", re.IGNORECASE
)
_EACH = re.compile(r"\b(?:every|each|jede[nrs]?) (?!other|second|third|fourth|zweite|dritte)(\w+)", re.IGNORECASE)
_EVERY = frozenset("every each jede jeden jedes chaque".split())


def check_scope(claim: Claim) -> str:
    """Return what reaches further in the line than in the fact, "" where nothing does."""
    for word in claim.line.words:
        is_claim = word.folded in SCOPE or word.folded in CLAIMING - NEGATORS
        if (
            is_claim
            and word.number is None
            and not word.framed
            and not claim.source.says(word)
            and not _is_counted(claim, word)
        ):
            return f'the fact does not say "{word.text}"'
    checks = (
        _oftener,
        _turned_round,
        _swapped_ends,
        widened,
        _wide_of_another,
        _graded_of_another,
        _of_a_subset,
        _multiplied,
    )
    return next(filter(None, (check(claim) for check in checks)), "")


def _oftener(claim: Claim) -> str:
    """Every other weekend is not every weekend."""
    skipped = {found[1].casefold() for found in _SKIPPED.finditer(claim.source.text)}
    plain = next((found for found in _EACH.finditer(claim.line.text) if found[1].casefold() in skipped), None)
    return f'the fact does not say "{plain[0]}"' if plain is not None else ""


def _swapped_ends(claim: Claim) -> str:
    """From Japanese into English is not from English into Japanese."""
    for start, end in _ways(claim.line):
        for begun, ended in _ways(claim.source):
            if start.agrees(ended) and end.agrees(begun):
                return f'the fact goes from "{begun.text}" to "{ended.text}"'
    return ""


def _ways(reading: Reading) -> Iterator[tuple[Word, Word]]:
    """Where something came from, and where it went."""
    for index, word in enumerate(reading.words):
        start = adjacent(reading.words, index) if word.folded in FROM else None
        rest = [w for w in reading.words if start is not None and w.start > start.start and w.clause == start.clause]
        to = next((i for i, w in enumerate(rest[:4]) if w.folded in INTO), None)
        end = adjacent(tuple(rest), to) if to is not None else None
        if start is not None and end is not None and not start.agrees(end):
            yield start, end


def _wide_of_another(claim: Claim) -> str:
    """ "All new agents of a centre" is not "agents of all centres": what says how far keeps its noun."""
    for index, word in enumerate(claim.line.words):
        ours = _phrase_after(claim.line, index) if word.folded in BROAD else []
        places = [i for i, w in enumerate(claim.source.words) if w.agrees(word)] if ours else []
        theirs = [other for place in places for other in _phrase_after(claim.source, place)]
        if places and not any(a.agrees(b) for a in ours for b in theirs):
            return f'the fact does not say "{word.text} {ours[0].text}"'
    return ""


def _phrase_after(reading: Reading, index: int) -> list[Word]:
    phrase: list[Word] = []
    for word in reading.words[index + 1 :]:
        if word.clause != reading.words[index].clause or not (word.is_content or word.folded in _OF | _ARTICLES):
            break
        if word.is_content:
            phrase.append(word)
        elif phrase:
            break
    return phrase


def _graded_of_another(claim: Claim) -> str:
    """A grade stays with its language or skill: of "French fluent, German A2" German is not fluent."""
    theirs = [stretch for stretch in _listed(claim.source) if any(word.folded in GRADES for word in stretch)]
    for stretch in _listed(claim.line):
        for grade in (word for word in stretch if word.folded in GRADES):
            if any(all(w.folded in GRADES for w in s) for s in theirs):
                continue  # "English lessons, B1 and B2": of which, the list does not say
            known = [s for s in theirs if any(grade.agrees(w) for w in s)]
            named = [w for w in stretch if w.folded not in GRADES | _GRADED and claim.source.says(w)]
            if known and named and not any(w.agrees(o) for w in named for s in known for o in s):
                return f'the fact does not say "{grade.text}" of "{named[0].text}"'
    return ""


def _listed(reading: Reading) -> Iterator[list[Word]]:
    """The content words of each item of a list."""
    item: list[Word] = []
    for word in reading.words:
        if item and (word.clause != item[-1].clause or word.folded in JOINTS):
            yield item
            item = []
        if word.is_content:
            item.append(word)
    yield item


def _of_a_subset(claim: Claim) -> str:
    """What the fact says of "one of them" is not said of all that the line counts."""
    for found in _SUBSET.finditer(claim.source.text):
        inside = [w for w in claim.source.content if w.start >= found.end() and w.clause == _clause_at(claim, found)]
        outside = [w for w in claim.source.words if w not in inside]
        only = [w for w in inside if not any(w.agrees(other) for other in outside)]
        counted = [n for n in claim.source.numbers if n.end <= found.start()]
        held = [w.clause for n in claim.line.numbers for w in claim.line.words if w.number == n]
        if not counted or _SUBSET.search(claim.line.text) or _ONE_OF.search(claim.line.text):
            continue
        for word in claim.line.content:
            if word.clause in held and any(word.agrees(other) for other in only):
                return f'the fact says "{word.text}" only of "{found[0]}"'
    return ""


def _clause_at(claim: Claim, found: re.Match[str]) -> int:
    return next((word.clause for word in claim.source.words if word.start >= found.start()), -1)


def _multiplied(claim: Claim) -> str:
    """ "A shop" is not "shops": who ran one did not run several."""
    said = {word.folded for word in claim.source.words}
    for word in claim.line.content:
        one = next((form for form in _singulars(word.folded) if form in said), "") if word.folded not in said else ""
        places = [i for i, other in enumerate(claim.source.words) if one and other.folded == one]
        if places and all(_is_single(claim.source, place) for place in places):
            return f'the fact says "{one}", not "{word.text}"'
    return ""


def _singulars(folded: str) -> tuple[str, ...]:
    """What the word may be the plural of, in English and French."""
    if folded.endswith("ies"):
        return (f"{folded[:-3]}y",)
    return (folded[:-1], folded.removesuffix("es")) if folded.endswith(("s", "x")) and len(folded) > 3 else ()


def _is_single(source: Reading, index: int) -> bool:
    """Whether the noun stands alone right after "a" or "my", and is no span of time, of which "a" says how often."""
    before = source.words[index - 1] if index else None
    if before is None or before.clause != source.words[index].clause or before.folded not in _LONE:
        return False
    return source.words[index].folded not in TIME_SPANS and adjacent(source.words, index) is None


def _is_counted(claim: Claim, word: Word) -> bool:
    """Whether the word belongs to "more than 40", judged with its number, or says "every week" for "weekly"."""
    after = next((other for other in claim.line.words if other.start >= word.end), None)
    if word.folded == "after" and after is not None and _comes_first(claim.source, after):
        return True
    if word.folded in _EVERY and _stands_for_them(claim.line, word, after):
        return True
    if word.folded in _OWN and not claim.source.folded.isdisjoint(_MINE):
        return True
    if word.folded in _LASTING and after is not None and after.number is not None:
        return True
    before = claim.line.words[max(0, claim.line.words.index(word) - 1)]
    if word.folded == "out" and ((after is not None and after.folded == "of") or before.folded.startswith("carr")):
        return True
    if word.folded in _LESS and before.number is not None and before.number.unit == "%":
        return False in moves(claim.source) | {up for _, up in _directions(claim.source)}
    if word.folded in _EVERY and after is not None and after.folded in TIME_SPANS and claim.source.says(after):
        return True
    if word.folded in _WAYS_MOVED:
        kinds = {up for _, up in _directions(claim.source)} | moves(claim.source)
        if (word.folded in UP) in kinds and after is not None and (after.folded in FROM | INTO | BY or after.number):
            return True
    if bounds(claim.line.words, claim.line.words.index(word)):
        return True
    return word.folded in {"more", "over", "most", "many", "much", "mehr", "über", "plus"} and any(
        0 <= number.start - word.end <= 8 for number in claim.line.numbers
    )


def _stands_for_them(line: Reading, word: Word, after: Word | None) -> bool:
    """ "Logging each in Salesforce" says "them"; "worth £4,000 each" says how much of every one."""
    before = line.words[line.words.index(word) - 1]
    is_verb = FINITE.match(before.folded) is not None or before.folded.endswith("ing")
    return is_verb and after is not None and not after.is_content and after.number is None


def _comes_first(source: Reading, word: Word) -> bool:
    """ "After training" for "trained, then served"."""
    then = next((other.start for other in source.words if other.folded in _THEN), -1)
    places = source.places(word)
    return bool(places) and all(source.words[place].start < then for place in places)


def _turned_round(claim: Claim) -> str:
    """Of "raised revenue and cut costs" each verb keeps its object."""
    for word, is_up in _directions(claim.line):
        thing = _object(claim.line, word)
        if thing is None:
            continue
        theirs = {
            up
            for other, up in _directions(claim.source)
            if (found := _object(claim.source, other)) is not None and found.agrees(thing)
        }
        if theirs and is_up not in theirs:
            return f'"{thing.text}" moved the other way in the fact'
    return ""


def _directions(reading: Reading) -> list[tuple[Word, bool]]:
    return [(word, word.folded in UP) for word in reading.words if word.folded in UP | DOWN]


def _object(reading: Reading, word: Word) -> Word | None:
    """The first content word after the direction, else the last one before it, in its clause."""
    content = [w for w in reading.clause(word.clause) if w.is_content and w.folded not in UP | DOWN]
    after = next((w for w in content if w.start > word.start), None)
    return after or next((w for w in reversed(content) if w.end <= word.start), None)
