"""One key for all words that say the same: inflected forms, noun and verb of one action, plain synonyms.

Agent nouns stay apart from their verbs: who managed a till is no manager. The groups stand in families.txt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from resumify.words import stem

LANGUAGES = ("en", "de", "fr")
"""The languages whose inflections are known; in any other a word stands for itself alone."""

_ELISION = re.compile(r"\A(?:l|d|qu|s|n|j|c|m|t|jusqu|lorsqu|puisqu|dell|all|nell|un)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s\Z|['’]\Z")
_SPELLING = ((re.compile(r"is(e|ed|es|ing|ation|ations)\Z"), r"iz\1"), (re.compile(r"our(?=(s|ed|ing|al)?\Z)"), "or"))
_NOUN_OF_VERB = re.compile(r"(?<=\w{4})(?:at|it|ment|ation)\Z")
_GERMAN_AGENT = re.compile(r"(?<=\w{3})(?:er|erin|erinnen|ern)\Z")
_GERMAN_LATIN = re.compile(r"(?<=\w{3})(?:ation(?:en)?|ierung(?:en)?|ier(?:te|ten|t|en|e))\Z")
_GERMAN = re.compile(r"\A(ab|an|auf|aus|bei|durch|ein|mit|nach|um|vor|weiter|zu|zusammen)?ge(?=\w{3,}t\Z)")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower case without elided articles ("l'équipe") and possessives ("team's")."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return _POSSESSIVE.sub("", _ELISION.sub("", plain))


@lru_cache(maxsize=65536)
def keys(word: str) -> frozenset[str]:
    """Every key of the word, one per language that may know it; words with a key in common say the same."""
    folded = fold(word)
    if not folded.isalpha():
        known = {groups[folded] for groups in _groups().values() if folded in groups}
        return frozenset({folded, folded.replace("-", ""), *known})
    if folded.endswith("ings") and len(folded) > 5:  # paintings are things, also where painting was work
        return frozenset({folded, folded[:-1]})
    return frozenset({folded, _english(folded), _german(folded, word[:1].isupper()), _french(folded)})


def _english(folded: str) -> str:
    if folded in _groups()["en"]:
        return _groups()["en"][folded]
    for pattern, spelling in _SPELLING:
        folded = pattern.sub(spelling, folded)
    root = stem(folded, "en")
    one = folded.removesuffix("s")
    is_agent = one.endswith("ator") or (one.endswith(("er", "or")) and root == one[:-2])  # "manager", "designer"
    return f"en:{_NOUN_OF_VERB.sub('', root)}{'~er' if is_agent else ''}"


def _german(folded: str, is_noun: bool) -> str:
    groups = _groups()["de"]
    for ending in ("", "e", "en", "er", "es", "em"):  # "täglicher Kontakt", "geleitete Station"
        if folded.endswith(ending) and folded[: len(folded) - len(ending)] in groups:
            return groups[folded[: len(folded) - len(ending)]]
    folded = _GERMAN_LATIN.sub("ier", folded)
    if is_noun and _GERMAN_AGENT.search(folded):
        return f"de:{stem(folded, 'de')}~er"
    root = stem(_GERMAN.sub(r"\1", folded), "de")
    return f"de:{root.removesuffix('t').removesuffix('ung')}"


def _french(folded: str) -> str:
    groups = _groups()["fr"]
    for ending in ("", "s", "e", "es"):  # "réduits", "menée"
        if folded.endswith(ending) and folded.removesuffix(ending) in groups:
            return groups[folded.removesuffix(ending)]
    return f"fr:{_NOUN_OF_VERB.sub('', stem(folded, 'fr'))}"


@cache
def _groups() -> dict[str, dict[str, str]]:
    """language -> word -> the key of its group."""
    groups: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for line in Path(__file__).with_name("families.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, *members = line.split()
            groups[language].update({fold(member): f"{language}={members[0].casefold()}" for member in members})
    return groups
