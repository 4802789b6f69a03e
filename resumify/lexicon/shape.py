"""What every language's lexicon offers; each is a module of its own. Holds no word of any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

PUNCTUATION = ", . ; : ( ) - – — / & ! ?"
"""The marks that are words of their own in a cut line, in every language."""


class Verb(Protocol):
    """A verb: `base` names it, `forms` are those that a line may use; a weak one says a lesser part than doing it."""

    @property
    def base(self) -> str: ...

    @property
    def is_weak(self) -> bool: ...

    @property
    def forms(self) -> tuple[str, ...]: ...


class Lexicon(Protocol):
    """All words in lower case."""

    def verb_forms(self) -> Mapping[str, Verb]:
        """Any form -> its verb."""

    def nominals(self) -> Mapping[str, Verb]:
        """Noun -> the verb whose work it names."""

    def function_words(self) -> frozenset[str]:
        """Words that the writer may use wherever they stand."""

    def person(self) -> frozenset[str]:
        """Words for whoever writes, as the doer."""

    def around_nouns(self) -> frozenset[str]:
        """Nouns of duties; beside another noun they belong to it."""
