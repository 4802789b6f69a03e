"""Which words of a text are the writer's own and which are things it must not see: each language tells by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resumify.lexicon import LEXICONS
from resumify.slots.english.tagging import own_words as own_in_english
from resumify.slots.german.tagging import own_words as own_in_german
from resumify.slots.pieces import Piece
from resumify.words import detect_language

_TAGGERS: dict[str, Callable[[Sequence[Piece]], list[bool]]] = {"en": own_in_english, "de": own_in_german}


def language_of(text: str) -> str:
    """The language in which the text is cut: its own where the writer knows that, else English."""
    language = detect_language(text)
    return language if language in LEXICONS else "en"


def own_words(found: Sequence[Piece], language: str) -> list[bool]:
    """For each piece whether the writer may see it as it stands."""
    return _TAGGERS[language](found)
