"""Scope and extent: "all", "only", "company-wide", "first" are claims; what went up in the fact does not go down."""

from __future__ import annotations

from resumify.guard.claim import Claim
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import CAUSAL, CLAIMING, DOWN, NEGATORS, SCOPE, UP


def check_scope(claim: Claim) -> str:
    """Return what reaches further in the line than in the fact, "" where nothing does."""
    for word in claim.line.words:
        is_claim = word.folded in SCOPE or word.folded in CLAIMING - NEGATORS
        if is_claim and word.number is None and not claim.source.says(word) and not _part_of_bound(claim, word):
            return f'the fact does not say "{word.text}"'
    return _turned_round(claim)


def check_causal(claim: Claim) -> str:
    """Return which cause the line adds, "" where it adds none."""
    if not claim.source.folded.isdisjoint(CAUSAL):
        return ""
    added = next((word for word in claim.line.words if word.folded in CAUSAL), None)
    return f'the fact does not say "{added.text}"' if added else ""


def _part_of_bound(claim: Claim, word: Word) -> bool:
    """ "More than 40" is judged with its number."""
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


def _directions(reading: Reading) -> list[tuple[Word, bool]]:
    return [(word, word.folded in UP) for word in reading.words if word.folded in UP | DOWN]


def _object(reading: Reading, word: Word) -> Word | None:
    """The first content word after the direction, else the last one before it, in its clause."""
    content = [w for w in reading.clause(word.clause) if w.is_content and w.folded not in UP | DOWN]
    after = next((w for w in content if w.start > word.start), None)
    return after or next((w for w in reversed(content) if w.end <= word.start), None)
