"""The words the writer knows, language by language: function words, verbs with their forms, and what surrounds them in
a résumé's lines.

The lists are closed. Every other word - a trade's nouns, names, tools - is cut out of a fact before a model sees it, so
it can neither be garbled nor invented. A language that is not here stays as the person wrote it.
"""

from __future__ import annotations

from functools import cache

from resumify.lexicon import english, german
from resumify.lexicon.shape import PUNCTUATION, Lexicon, Verb

__all__ = ["LEXICONS", "PUNCTUATION", "Lexicon", "Verb", "words"]

LEXICONS: dict[str, Lexicon] = {"en": english, "de": german}
"""Language -> its lexicon."""


@cache
def words() -> frozenset[str]:
    """Every word of any language that may stand in a prompt, lower-case."""
    return frozenset[str]().union(*(_of(lexicon) for lexicon in LEXICONS.values()))


def _of(lexicon: Lexicon) -> frozenset[str]:
    return frozenset({*lexicon.verb_forms(), *lexicon.function_words(), *lexicon.around_nouns(), *lexicon.nominals()})
