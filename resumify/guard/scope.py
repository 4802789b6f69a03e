"""Scope and extent: "all", "only", "company-wide", "first" are claims; what went up in the fact does not go down."""

from __future__ import annotations

from collections.abc import Sequence

from resumify.guard.claim import Claim, following, occurrences
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import CAUSAL, CLAIMING, DOWN, NEGATORS, SCOPE, TIME_SPANS, UP

_OF = frozenset("of von vom der des du de".split())
_MEASURES = frozenset(
    """team group staff crew brigade gang range number variety series set total fleet kind portfolio team équipe gruppe
    reihe groupe""".split()
)
_EVERY = frozenset("every each jede jeden jedes chaque".split())


def check_scope(claim: Claim) -> str:
    """Return what reaches further in the line than in the fact, "" where nothing does."""
    for word in claim.line.words:
        is_claim = word.folded in SCOPE or word.folded in CLAIMING - NEGATORS
        if is_claim and word.number is None and not claim.source.says(word) and not _is_counted(claim, word):
            return f'the fact does not say "{word.text}"'
    return _turned_round(claim) or _widened(claim)


def check_causal(claim: Claim) -> str:
    """Return which cause the line adds, "" where it adds none."""
    if not claim.source.folded.isdisjoint(CAUSAL):
        return ""
    added = next((word for word in claim.line.words if word.folded in CAUSAL), None)
    return f'the fact does not say "{added.text}"' if added else ""


def _is_counted(claim: Claim, word: Word) -> bool:
    """Whether the word belongs to "more than 40", judged with its number, or says "every week" for "weekly"."""
    after = next((other for other in claim.line.words if other.start >= word.end), None)
    if word.folded in _EVERY and after is not None and after.folded in TIME_SPANS and claim.source.says(after):
        return True
    return word.folded in {"more", "over", "most", "mehr", "über", "plus"} and any(
        0 <= number.start - word.end <= 8 for number in claim.line.numbers
    )


def _turned_round(claim: Claim) -> str:
    """Of "raised revenue and cut costs" each verb keeps its object."""
    for word, is_up in _directions(claim.line):
        thing = _object(claim.line, word)
        if thing is None:
            continue
        theirs = {
            up
            for other, up in _directions(claim.source)
            if (found := _object(claim.source, other)) is not None and not found.keys.isdisjoint(thing.keys)
        }
        if theirs and is_up not in theirs:
            return f'"{thing.text}" moved the other way in the fact'
    return ""


def _widened(claim: Claim) -> str:
    """The verb keeps its object: who ran the night desk of a hotel ran no hotel."""
    words = claim.source.words
    for index, word in enumerate(words):
        if word.folded not in _OF or index == 0 or not words[index - 1].is_content:
            continue
        part, whole, verb = words[index - 1], following(words, index), _verb_before(words, index - 1)
        if whole is None or verb is None or part.folded in _MEASURES or _is_numbered(words, index):
            continue
        for place in occurrences(claim.line, verb):
            object_ = following(claim.line.words, place)
            if object_ is not None and not object_.keys.isdisjoint(whole.keys) and not claim.line.says(part):
                return f'the fact says "{part.text} {word.text} … {whole.text}"'
    return ""


def _verb_before(words: Sequence[Word], index: int) -> Word | None:
    """The content word before the noun phrase that ends at this place, past its article."""
    before = [word for word in words[:index] if word.clause == words[index].clause]
    while before and before[-1].is_content:
        before = before[:-1]
    return before[-2] if len(before) > 1 and before[-1].free and before[-2].is_content else None


def _is_numbered(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].number is not None


def _directions(reading: Reading) -> list[tuple[Word, bool]]:
    return [(word, word.folded in UP) for word in reading.words if word.folded in UP | DOWN]


def _object(reading: Reading, word: Word) -> Word | None:
    """The first content word after the direction, else the last one before it, in its clause."""
    content = [w for w in reading.clause(word.clause) if w.is_content and w.folded not in UP | DOWN]
    after = next((w for w in content if w.start > word.start), None)
    return after or next((w for w in reversed(content) if w.end <= word.start), None)
