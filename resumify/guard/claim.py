"""What every claim class is given: the line, and what it may stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from resumify.guard.phrase import Word
from resumify.guard.reading import Reading


@dataclass(frozen=True)
class Claim:
    """`source` is the cited fact; `context` the header of its role, from which employer, title and dates may be named;
    `terms` the posting's words, which support nothing and only name a fault better."""

    line: Reading
    source: Reading
    context: Reading
    terms: frozenset[str] = field(default_factory=frozenset)


def following(words: tuple[Word, ...], index: int) -> Word | None:
    """The next word that claims something, in the same clause, after words[index]."""
    here = words[index].clause
    return next((word for word in words[index + 1 :] if word.clause == here and word.is_content), None)


def adjacent(words: tuple[Word, ...], index: int) -> Word | None:
    """The word right after words[index], where it claims something."""
    after = words[index + 1] if index + 1 < len(words) else None
    return after if after is not None and after.is_content and after.clause == words[index].clause else None


def occurrences(reading: Reading, word: Word) -> Iterator[int]:
    """The places in the reading where the same is said as by `word`."""
    return (index for index, other in enumerate(reading.words) if not other.keys.isdisjoint(word.keys))
