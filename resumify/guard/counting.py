"""What a number counts and what stands beside it: nouns, clause, words up to the next number. No verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from resumify.guard.families import fold
from resumify.guard.parts import FINITE
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import TO
from resumify.words import Number

_LINK = frozenset("to and or bis und oder à et ou until per a pro par".split())
_OF = frozenset("of von vom de d aus".split())
_JOINT = frozenset("and und et y e while och en".split())


def equal(reading: Reading, number: Number) -> list[Number]:
    return [
        other
        for other in reading.numbers
        if (number.value, number.unit, number.upper) == (other.value, other.unit, other.upper)
    ]


def counted(reading: Reading, number: Number) -> tuple[Word, ...]:
    """The content words right after the number; past another number where both share them ("45 to 8 minutes")."""
    run: list[Word] = []
    for word in reading.words:
        if word.start < number.end:
            continue
        if word.is_content:
            run.append(word)
        elif run or (word.number is None and word.folded not in _LINK):
            break
    if reading.language == "de" and not any(word.text[:1].isupper() for word in run):
        return ()  # nouns are written large: "von 4,2 % auf 2,9 % gesenkt" counts nothing
    return tuple(run) if run and run[0].clause == clause_of(reading, number) else ()


def around(reading: Reading, number: Number) -> tuple[Word, ...]:
    return tuple(word for word in reading.clause(clause_of(reading, number)) if word.is_content)


def last_before(reading: Reading, number: Number) -> Word | None:
    before = [word for word in around(reading, number) if word.end <= number.start]
    return before[-1] if before else None


def clause_of(reading: Reading, number: Number) -> int:
    return next((word.clause for word in reading.words if word.number == number), -1)


def share(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(not word.keys.isdisjoint(other.keys) for word in ours for other in theirs)


def holder(reading: Reading, number: Number) -> Word | None:
    """The word that the number is part of: "group of 10", "Drupal 9"."""
    before = [word for word in reading.words if word.end <= number.start]
    while before and before[-1].folded in _OF:
        before.pop()
    return before[-1] if before and before[-1].is_content else None


def label(reading: Reading, number: Number) -> Word | None:
    """The noun right before a number that counts nothing after it."""
    if counted(reading, number) or reading.text[number.end : number.end + 1] == "-":
        return None
    before = [word for word in reading.words if word.end <= number.start]
    while len(before) > 1 and (before[-1].number is not None or (before[-1].folded in _LINK and before[-2].number)):
        before.pop()
    last = before[-1] if before else None
    if last is None or not last.is_content or FINITE.match(last.folded) or last.clause != clause_of(reading, number):
        return None
    return last if reading.text[last.end : last.end + 1] == " " else None


def segment(reading: Reading, number: Number) -> frozenset[str]:
    """The keys of the content words between this number's neighbours on both sides, within its clause."""
    words = reading.clause(clause_of(reading, number))
    places = [index for index, word in enumerate(words) if word.number == number]
    if not places:
        return frozenset()
    first, last, own = places[0], places[-1], _partners(reading, number)
    ends = [ends_segment(word) and not (word.number is not None and word.number in own) for word in words]
    start = next((i + 1 for i in range(first - 1, -1, -1) if ends[i]), 0)
    end = next((i for i in range(last + 1, len(words)) if ends[i]), len(words))
    return frozenset(key for word in words[start:end] if word.is_content for key in word.keys)


def ends_segment(word: Word) -> bool:
    return word.number is not None or word.folded in _JOINT


def _partners(reading: Reading, number: Number) -> set[Number | None]:
    """The other ends of the same change."""
    ahead = leads_to(reading, number)
    return {number, ahead, *(other for other in reading.numbers if leads_to(reading, other) == number)}


def leads_to(reading: Reading, number: Number) -> Number | None:
    """The number that this one changed into: "to", with nothing else between the two."""
    after = next((other for other in reading.numbers if other.start >= number.end), None)
    between = reading.text[number.end : after.start].split() if after is not None else []
    return after if len(between) in (1, 2) and fold(between[0]) in TO else None
