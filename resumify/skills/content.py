"""The words of a text that carry meaning, and what each is compared by. Knows no trade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resumify.words import FUNCTION_WORDS, stem, tokens

COUNT = "#"
"""The key of any number that counts something."""

_PARTS = re.compile(r"[-/'’]")
_STEMMED_WHOLE, _SHORTEST_STEMMED = ("en", "de"), 4
_CASE = re.compile(r"(?:ościami|ością|ości|ość|ami|ach|owi|iem|em|om|ów|ie|ia|ią|ię|iu|[yiaąęeuo])$")
_SHORT_SHOUT = 3  # words; more of them in capitals are a headline, not a row of acronyms
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn "
    "deux trois quatre cinq huit neuf dix".split()
)
_IRREGULAR = {
    "led": "lead", "built": "build", "taught": "teach", "ran": "run", "wrote": "write", "written": "write",
    "drove": "drive", "driven": "drive", "sold": "sell", "grew": "grow", "grown": "grow", "held": "hold",
    "kept": "keep", "won": "win", "made": "make", "oversaw": "oversee", "overseen": "oversee", "took": "take",
    "taken": "take", "bought": "buy", "brought": "bring", "administration": "administer", "registration": "register",
    "analysis": "analyse", "analyses": "analyse", "diagnosis": "diagnose", "surgeon": "surgery",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A content word: what it is compared by, how and where it stands; `whole` unless it is a part of a compound."""

    key: str
    text: str
    start: int
    end: int
    whole: bool = True


@lru_cache(maxsize=16384)
def content_words(text: str, language: str) -> tuple[Word, ...]:
    """The words that carry meaning, in order; compounds in their parts, function words left out."""
    idle = (FUNCTION_WORDS["en"] | FUNCTION_WORDS.get(language, frozenset())) - {"one"}  # SAP Business One
    shouted = text.isupper() and len(text.split()) > _SHORT_SHOUT
    words: list[Word] = []
    for token in tokens(text):
        acronym = token.text.isupper() and len(token.text) > 1 and not shouted
        if token.text.casefold() not in idle or acronym:
            words += _parts(token.text, token.start, language, idle)
    return tuple(words)


def _parts(text: str, start: int, language: str, idle: frozenset[str]) -> Iterator[Word]:
    if "@" in text or "//" in text or not _PARTS.search(text):
        yield Word(_key(text, language), text, start, start + len(text))
        return
    elided = not re.search("[-/]", text)  # l'équipe, driver's: what the apostrophe joins may be a function word
    for part in re.finditer(r"[^-/'’]+", text):
        if elided and (len(part[0]) == 1 or part[0].casefold() in idle):
            continue
        yield Word(_key(part[0], language), part[0], start + part.start(), start + part.end(), whole=elided)


def _key(word: str, language: str) -> str:
    word = word.rstrip(".+") if word[-1:] == "." or word[:1].isdigit() else word
    if language == "pl":
        return _without_case(word.casefold())
    if language not in _STEMMED_WHOLE and len(word) <= _SHORTEST_STEMMED:
        return word.casefold().removesuffix("s")  # Spanish "sala" is no English "sales"
    return stem(_IRREGULAR.get(word.casefold(), word), language)


def _without_case(word: str) -> str:
    """A Polish word without the ending of its case ("magazynie", "księgowości"), for which there is no stemmer."""
    bare = _CASE.sub("", word)
    return bare if len(bare) >= _SHORTEST_STEMMED else word


def keys_of(words: Sequence[Word]) -> set[str]:
    """What a text has for forms to find: its words' keys, and "#" where it counts something."""
    return {word.key for word in words} | {COUNT for word in words if counts(word)}


def counts(word: Word) -> bool:
    """Whether the word is a number that counts something."""
    return word.text.isdigit() if word.text[:1].isdigit() else word.text.casefold() in _NUMBERS
