"""One key for all words that say the same: inflected forms, noun and verb of one action, plain synonyms.

Agent nouns stay apart from their verbs: who managed a till is no manager. The groups stand in families_<language>.txt.
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
_GERMAN_PREFIX = re.compile(
    r"\A(?:ab|an|auf|aus|be|bei|durch|ein|ent|er|fest|fort|her|hin|mit|nach|über|um|unter|ver|vor|weiter|zer|zu|zurück|"
    r"zusammen)(?=\w{3})"
)
_GERMAN_TO = re.compile(r"\A(ab|an|auf|aus|bei|durch|ein|mit|nach|um|vor|weiter|zusammen)zu(\w{4,}n)\Z")
_JAPANESE_DONE = re.compile(r"(?<=[\u3040-\u30ff\u4e00-\u9fff]{2})(?:しました|します|して|した|する|し)\Z")
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
    if not folded.isalpha() and not _JAPANESE_DONE.search(folded):
        known = {groups[folded] for groups in _groups().values() if folded in groups}
        return frozenset({folded, folded.replace("-", ""), *known})
    if _JAPANESE_DONE.search(folded):  # "担当し", "担当した"
        return frozenset({folded, _JAPANESE_DONE.sub("", folded)})
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
    if one.endswith("ator") or (one.endswith(("er", "or")) and root in (one[:-2], one[:-3]) and one != "volunteer"):
        return f"en:{_NOUN_OF_VERB.sub('', root)}~er"
    root = _NOUN_OF_VERB.sub("", root)
    return _roots("en").get(root, f"en:{root}")  # "documentation" goes with "documented"


def _german(folded: str, is_noun: bool) -> str:
    if group := _german_group(_GERMAN_TO.sub(r"\1\2", folded)):
        return group
    folded = _GERMAN_LATIN.sub("ier", folded)
    if is_noun and _GERMAN_AGENT.search(folded):
        return f"de:{stem(folded, 'de')}~er"
    root = stem(_GERMAN.sub(r"\1", folded), "de")
    return f"de:{root.removesuffix('t').removesuffix('ung')}"


def _german_group(folded: str) -> str:
    """The group of the word, or its prefix with the group of what it is made of ("entwarf": "ent" and "werfen")."""
    groups = _groups()["de"]
    for ending in ("", "e", "en", "er", "es", "em"):  # "täglicher Kontakt", "geleitete Station"
        if folded.endswith(ending) and folded[: len(folded) - len(ending)] in groups:
            return groups[folded[: len(folded) - len(ending)]]
    if folded.endswith("e") and f"{folded}n" in groups:  # "ich betreue"
        return groups[f"{folded}n"]
    made = _GERMAN_PREFIX.match(folded)
    rest = folded[made.end() :] if made else ""
    verb = f"{rest.removesuffix('ung')}en" if rest.endswith("ung") else rest  # "Überarbeitung"
    group = next((groups[form] for form in (rest, f"ge{rest}", f"{rest}n", verb) if rest and form in groups), "")
    return f"{made[0]}+{group}" if made and group else ""


def _french(folded: str) -> str:
    groups = _groups()["fr"]
    for ending in ("", "s", "e", "es"):  # "réduits", "menée"
        if folded.endswith(ending) and folded.removesuffix(ending) in groups:
            return groups[folded.removesuffix(ending)]
    if folded.endswith(("iste", "istes")):  # who lights a stage is not the lighting
        return f"fr:{folded.removesuffix('s')}~er"
    root = _NOUN_OF_VERB.sub("", stem(folded, "fr"))
    return _roots("fr").get(root, f"fr:{root}")


@cache
def _roots(language: str) -> dict[str, str]:
    """Root -> the group of the words that are built on it and on nothing shorter."""
    roots = ((_NOUN_OF_VERB.sub("", stem(word, language)), group) for word, group in _groups()[language].items())
    return {root: group for root, group in roots if len(root) > 3}


@cache
def _groups() -> dict[str, dict[str, str]]:
    """language -> word -> the key of its group."""
    groups: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        for line in Path(__file__).with_name(f"families_{language}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                members = line.split()
                groups[language].update({fold(member): f"{language}={members[0].casefold()}" for member in members})
    return groups
