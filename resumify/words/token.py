"""Tokens of running text and their stems: words, names with signs, numbers, addresses."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import lru_cache

_WORD = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    [\w.+-]{{1,64}}@[\w-]{{1,255}}(?:\.[\w-]{{1,63}})+          # e-mail address
    | https?://\S*[^\s.,;:!?)]                                # address of a page
    | (?:US|CA|AU)?[$€£¥]\s?\d+(?:[.,' \u00a0\u202f]\d{{3}})*(?:[.,]\d+)?(?:\s?(?:k|K|M|m|bn|B|Mio\.?|Mrd\.?)\b)?
    | \d+(?:[.,'\u00a0\u202f]\d+)*(?:\s?%|(?:k|K|M|bn|x|st|nd|rd|th|er|re|ère|ème|e|\+)(?!\w))?  # with what is glued on
    | \.?{_WORD}[\w]*(?:[.'’&/-](?=\w)\w+)*(?:\+\+|\#)?        # words: .NET, Node.js, CI/CD, C++, C#, follow-up, O'Neil
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """A word or number with its place in the text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Words and numbers in order; punctuation is left out. `C++`, `C#`, `.NET`, `CI/CD`, `35%`, `$1.2M` and e-mail
    addresses are one token each."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


_STEMMERS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "fi": "finnish",
    "ru": "russian",
}
"""ISO 639-1 -> algorithm of snowballstemmer."""


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The word's stem, lower-case; the case-folded word itself in a language without a stemmer, or where it is no
    plain word (C++, 35%, ISO-9001)."""
    folded = word.casefold().replace("’", "'")
    algorithm = _STEMMERS.get(language)
    if algorithm is None or not folded.isalpha():
        return folded
    return str(_stemmer(algorithm).stemWord(folded))


_own = threading.local()


def _stemmer(algorithm: str):  # type: ignore[no-untyped-def]  # snowballstemmer has no types
    """One for each thread: a stemmer holds the word that it is at."""
    if not hasattr(_own, algorithm):
        import snowballstemmer

        setattr(_own, algorithm, snowballstemmer.stemmer(algorithm))
    return getattr(_own, algorithm)
