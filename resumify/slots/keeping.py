"""What a model may change of a fact's own words: the form of a verb, the order, filler. Everything else stays.

The guard judges what a line claims; this judges whether it still says what the fact says, in words that read well: a
verb that went missing or fell into the wrong form claims nothing, and yet spoils the line. What may go, come and stand
where is for each language to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from resumify.slots.english import keeping as english
from resumify.slots.german import keeping as german


class Keeping(Protocol):
    """One language's word on lines about facts; all in lower case, slots too: "[num1]"."""

    def check_kept(self, line: str, fact: str) -> str:
        """What the line loses, adds or puts into the wrong form, "" where nothing."""

    def words_of(self, text: str) -> list[str]:
        """The words, slots and marks of a text that `first_break` compares."""

    def first_break(self, ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
        """What goes wrong with the word of a line at `place`, as far as the words up to it tell; "" where nothing
        does."""

    def word_key(self, word: str) -> str:
        """One key for the forms of a word that stand for each other."""

    def sayable(self, fact: Sequence[str]) -> Counter[str]:
        """Key -> how often a line about the fact may say such a word."""

    def forms(self, fact: Sequence[str]) -> frozenset[str]:
        """Words that a line may use and the fact does not."""


KEEPINGS: dict[str, Keeping] = {"en": english, "de": german}
"""Language -> what lines in it may change."""


def check_kept(line: str, fact: str, language: str = "en") -> str:
    """Return what the line loses, adds or puts into the wrong form of the fact's own words, "" where nothing; both are
    texts with slots."""
    return KEEPINGS[language].check_kept(line.lower(), fact.lower())
