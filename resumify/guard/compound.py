"""German compounds: "Brotbacken" of who baked bread, and the bread of "Brotverkauf". Never one that names a rank."""

from __future__ import annotations

import re

from resumify.guard.families import fold
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading, word_of
from resumify.guard.vocabulary import CERTIFICATES, COMMAND_NOUNS, DEGREES, TITLES

_STUDIES = frozenset("bachelorstudium masterstudium bachelor master studium diplom lehre ausbildung".split())
_SHORTEST = 4  # letters of a part
_LINKS = ("", "s", "n", "es", "en", "er", "e")
_RANK = re.compile(
    r"(?:leit(?:er|erin|ung)|führ(?:er|erin|ung)|chef|chefin|meister|meisterin|direktor\w*|ingenieur\w*|prüfung|schein|"
    r"brief|titel|preis|abschluss|verantwortung)\Z"
)


def is_compounded(source: Reading, word: Word) -> bool:
    """Whether the fact says both parts of the word, or has it as the end or the beginning of one."""
    folded = fold(word.text)
    if _RANK.search(folded) or folded in TITLES | DEGREES | CERTIFICATES | COMMAND_NOUNS or not folded.isalpha():
        return False
    return _of_parts(source, word) or (_is_part(source, folded) and source.folded.isdisjoint(DEGREES | _STUDIES))


def _of_parts(source: Reading, word: Word) -> bool:
    if word.text.endswith("arbeiten") and _is_said(
        source, word_of(word.text.removesuffix("arbeiten").removesuffix("s"), source.language)
    ):
        return True
    for place in range(_SHORTEST, len(word.text) - _SHORTEST + 1):
        end = word_of(word.text[place:].capitalize(), source.language)
        if not _is_said(source, end):
            continue
        for link in _LINKS:
            start = word.text[:place].removesuffix(link) if word.text[:place].endswith(link) else ""
            if len(start) >= _SHORTEST - 1 and _is_said(source, word_of(start, source.language)):
                return True
    return False


def _is_said(source: Reading, part: Word) -> bool:
    return source.says(part) or source.says_itself(part)


def _is_part(source: Reading, folded: str) -> bool:
    """Whether a noun of the fact begins or ends with the word: "Verkauf" of "Brotverkauf"."""
    if len(folded) < _SHORTEST + 1:
        return False
    nouns = (
        fold(other.text) for other in source.words if other.text[:1].isupper() and len(other.text) > len(folded) + 2
    )
    return any(noun.endswith(folded) and not _RANK.search(noun) for noun in nouns)
