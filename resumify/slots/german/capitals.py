"""The capitals of a German line, which a model writes without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.lexicon.german import around_nouns, nominals, verb_forms

_WORD = re.compile(r"\[[A-Z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.!?]")


def capitalised(line: str, fact: str) -> str:
    """The line, in slots, with the capitals that its words have in the fact; what began the fact has one where it is a
    noun."""
    capital = frozenset(_capital(fact))
    return _WORD.sub(lambda found: found[0][:1].upper() + found[0][1:] if found[0] in capital else found[0], line)


def _capital(fact: str) -> Iterator[str]:
    """The words of the fact, in lower case, that have a capital wherever they stand."""
    begins = True
    words = [found[0] for found in _WORD.finditer(fact)]
    for place, word in enumerate(words):
        small = word.lower()
        is_noun = small in nominals() or small in around_nouns() or _is_doing(small, words[place + 1 : place + 2])
        if word[:1].isupper() and (not begins or is_noun):
            yield small
        begins = word in (".", "!", "?")


def _is_doing(word: str, after: list[str]) -> bool:
    """An infinitive as a noun: "Erstellen von [X1]"."""
    verb = verb_forms().get(word)
    return verb is not None and word == verb.base and after in (["von"], ["der"], ["des"], ["und"], ["sowie"])
