"""What a model may change of a fact's own words: the form of a verb, the order, filler. Everything else stays.

The guard judges what a line claims; this judges whether it still says what the fact says, in words that read well: a
verb that went missing or fell into the wrong form claims nothing, and yet spoils the line. What may go, come and stand
where is for each language to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from resumify.slots.english import keeping as english
from resumify.slots.words import word_counts, words_and_marks


class Keeping(Protocol):
    """One language's word on lines and facts as words and marks in lower case."""

    DROPPABLE: frozenset[str]
    """Words that may go; what they said is said by what they stood around."""
    ADDABLE: frozenset[str]
    """Words that tie others together, and may come."""

    def framed(self, text: str) -> str:
        """The text in lower case without what people put around the verb of their work."""

    def first_break(self, ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
        """What goes wrong with the word of a line at `place`, as far as the words up to it tell; "" where nothing
        does."""

    def whole_break(self, ours: Sequence[str], theirs: Sequence[str]) -> str:
        """What goes wrong with a line that only its end tells; "" where nothing does."""


KEEPINGS: dict[str, Keeping] = {"en": english}
"""Language -> what lines in it may change."""


def check_kept(line: str, fact: str, language: str = "en") -> str:
    """Return what the line loses, adds or puts into the wrong form of the fact's own words, "" where nothing; both are
    texts with slots."""
    keeping = KEEPINGS[language]
    ours, theirs = words_and_marks(keeping.framed(line)), words_and_marks(keeping.framed(fact))
    said, told = word_counts(ours, language), word_counts(theirs, language)
    if gone := [word for word in told - said if word not in keeping.DROPPABLE]:
        return f'the line loses "{gone[0]}"'
    if new := [word for word in said - told if word not in keeping.ADDABLE]:
        return f'the line adds "{new[0]}"'
    broken = (keeping.first_break(ours, theirs, place) for place in range(len(ours)))
    return next(filter(None, broken), "") or keeping.whole_break(ours, theirs)
