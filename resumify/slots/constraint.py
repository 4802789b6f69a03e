"""What may stand in a line about one fact, word by word: for a model that can be held while it writes.

The same rules as `keeping`, asked before a word is written instead of after the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from resumify.lexicon import PUNCTUATION
from resumify.slots.keeping import KEEPINGS

_PIECE = re.compile(r"\[[a-z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")


class Constraint:
    """Words are in lower case, slots too: "[num1]"; marks are words of their own."""

    def __init__(self, fact: str, language: str = "en") -> None:
        self._fact, self._keeping = fact.lower(), KEEPINGS[language]
        pieces = _PIECE.findall(self._fact)
        self._theirs = self._keeping.words_of(self._fact)
        self._slots = frozenset(piece for piece in pieces if piece[0] == "[")
        self._most = self._keeping.sayable(self._theirs)
        self._marks = Counter(piece for piece in pieces if piece in PUNCTUATION.split()) + Counter(",")

    @property
    def words(self) -> frozenset[str]:
        """Every word that may stand anywhere in the line: the fact's own, its verbs in every form, what ties them."""
        return frozenset({*_PIECE.findall(self._fact), *self._keeping.forms(self._theirs), ","})

    def allows(self, written: Sequence[str], word: str) -> bool:
        """Whether the word may follow what is written."""
        if word in self._slots:
            if word in written:
                return False
        elif not self._is_left(written, word):
            return False
        return not self._keeping.first_break([*written, word], self._theirs, len(written))

    def is_whole(self, written: Sequence[str]) -> bool:
        """Whether what is written may end here: all slots stand in it, and nothing of the fact is lost."""
        return self._slots <= set(written) and not self._keeping.check_kept(" ".join(written), self._fact)

    def _is_left(self, written: Sequence[str], word: str) -> bool:
        """Whether the word is said less often than it may be."""
        if not word[0].isalpha():
            opens = self._fact.startswith(word)
            return (bool(written) or opens) and written.count(word) < self._marks[word]
        key = self._keeping.word_key(word)
        return sum(self._keeping.word_key(one) == key for one in written if one[0].isalpha()) < self._most[key]
