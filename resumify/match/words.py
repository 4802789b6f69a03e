"""A term told in other words of the same roots: a noun by its verb and object, a compound by its parts, a trade by who
does it. No dictionary: only what the words of term and fact themselves have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from resumify.skills import Form, Word, content_words
from resumify.words import FUNCTION_WORDS

JOINING = frozenset({"de", "nl", "sv", "da", "no"})
"""Languages that write compounds as one word."""

_SHORTEST = 6  # letters of a term that may stand inside a compound
_MODIFIER = 4  # letters of what stands beside it there
LONG = _SHORTEST + _MODIFIER
BEGINS = 3  # letters that a compound and a word of it have in common at the least
_BETWEEN = 3  # words between a verb and its object
_OTHERWISE = frozenset({"leitung", "führung", "steuer", "gericht", "mittel", "stelle"})
"""Heads that mean another thing in most compounds: a water pipe is no leading."""
_APART = re.compile(
    r"[.;:!?\n]|\b(?:of|for|in|at|with|on|to|from|by|as|von|für|bei|mit|aus|zu|durch|wurden?|pour|chez|par|avec|dans|"
    r"para|con|per|voor|door|dla|för)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?\n](?:\s|$)")
_CUT = re.compile(rf"{_CLAUSE.pattern}|\b(?:in|at|for|from|by|to|with|on|bei|für|mit|pour|avec|con|para)\b", re.I)
_IS_HEAD = re.compile(
    r"\s+(?:worth|weekly|daily|monthly|yearly|[a-z]+ly|per|each|every)\b|\s*(?:[\d.,;:!?()–—]|$)", re.I
)
_NOMINAL = re.compile(r"(?:(?:ier)?ung(?:en)?|ation(?:en)?|erei|en|er(?:in)?|e|s)$")
_VERBAL = re.compile(r"(?:ete[nt]?|te[nt]?|e?t|e[nt]?|end)$")
_UMLAUTS = str.maketrans("äöü", "aou")
_LINKS = ("", "s", "n", "en", "es", "er", "e")
_ABLAUT = {
    "beriet": "berat", "beraten": "berat", "betrieb": "betreib", "vertrieb": "vertreib", "schrieb": "schreib",
    "fuhr": "fahr", "nahm": "nahm", "hielt": "halt", "half": "helf", "sprach": "sprech", "schnitt": "schneid",
    "zog": "zieh", "gab": "geb", "verlegte": "verleg", "baute": "bau", "gebaut": "bau",
}  # fmt: skip
_DONE_BY = (  # English trades and who has one
    ("logy", ("logist",)), ("graphy", ("grapher",)), ("metry", ("metrist",)), ("therapy", ("therapist",)),
    ("istry", ("ist",)), ("ery", ("er", "erer")), ("culture", ("culturist",)), ("nomy", ("nomist",)),
    ("ics", ("icist", "ician")), ("ism", ("ist",)), ("surgery", ("surgeon",)), ("law", ("lawyer",)),
)  # fmt: skip


def inside(form: Form, words: Sequence[Word]) -> tuple[tuple[int, int], bool] | None:
    """Where a compound holds the form's one word, and whether as its head: that alone says what the whole is."""
    if len(form.keys) != 1 or form.exact or len(form.keys[0]) < _SHORTEST or form.keys[0] in _OTHERWISE:
        return None
    key, beside = form.keys[0], None
    for word in words:
        if len(word.key) < len(key) + _MODIFIER:
            continue
        if word.key.endswith(key):
            return (word.start, word.end), True
        if word.key.startswith(key):
            beside = beside or ((word.start, word.end), False)
    return beside


def verb_and_object(form: Form, text: str, words: Sequence[Word], language: str) -> tuple[int, int] | None:
    """Where a verb and its object tell a form of two words: "menu design" in "Designed a new menu"."""
    if len(form.keys) != 2 or form.exact:
        return None
    keys = {_short(key) for key in form.keys}
    for place, verb in enumerate(words):
        if _short(verb.key) not in keys or not _is_verb(verb, text, language):
            continue
        for thing in words[place + 1 : place + 2 + _BETWEEN]:
            if {_short(verb.key), _short(thing.key)} == keys and _is_object(verb, thing, text, language):
                return verb.start, thing.end
    return None


def compound_told(form: Form, text: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """Where a verb and its object tell a compound: "Lagerverwaltung" in "Verwaltete das Lager"."""
    if len(form.keys) != 1 or form.exact or len(form.keys[0]) < 2 * _MODIFIER:
        return None
    whole = form.keys[0]
    for thing in words:
        for rest in _rests(whole, _folded(thing.text)):
            root = _NOMINAL.sub("", rest)
            for verb in words:
                if verb is not thing and len(root) >= _MODIFIER and _verb_root(verb.text).startswith(root):
                    first, last = sorted((verb, thing), key=lambda word: word.start)
                    between = [word for word in words if first.end <= word.start < last.start]
                    if len(between) <= _BETWEEN and not _APART.search(text, first.end, last.start):
                        return first.start, last.end
    return None


@lru_cache(maxsize=4096)
def done_by(term: str, language: str) -> tuple[Form, ...]:
    """Who does what the last word of an English term names: "optometrist" of "optometry"."""
    *others, last = term.casefold().split() or [""]
    named = (last.removesuffix(end) + who for end, people in _DONE_BY if last.endswith(end) for who in people)
    forms = (tuple(word.key for word in content_words(" ".join((*others, name)), language)) for name in named)
    return tuple(Form(keys) for keys in forms if keys) if language == "en" and len(last) > _SHORTEST else ()


def _short(key: str) -> str:
    """The stem without the vowel that English nouns of verbs keep: "reconcili", "analysi"."""
    return key[:-1] if len(key) > _SHORTEST and key[-1] == "i" else key


def _is_verb(word: Word, text: str, language: str) -> bool:
    begins = not text[: word.start].strip(" \t\n-•") or text[: word.start].rstrip()[-1:] in ".;:!?,"
    return begins or (language == "en" and word.text.casefold().endswith(("ed", "ing")))


def _is_object(verb: Word, thing: Word, text: str, language: str) -> bool:
    """Whether the thing is what the verb is done to, and not a word before another noun ("a high-risk portfolio")."""
    if _APART.search(text, verb.end, thing.start):
        return False
    if language == "en" and thing.text.casefold().endswith("ly"):
        return False
    after = re.match(r"\s+([^\W\d_]+)", text[thing.end :])
    idle = FUNCTION_WORDS["en"] | FUNCTION_WORDS.get(language, frozenset())
    return (
        _IS_HEAD.match(text[thing.end :]) is not None
        or after is None
        or after[1].casefold() in idle
        or language != "en"
    )


def _folded(word: str) -> str:
    """Small letters without umlauts, as German stems have none."""
    return word.casefold().translate(_UMLAUTS)


def _rests(whole: str, word: str) -> Iterator[str]:
    """What is left of a compound after one of the fact's words, and the letters that join them."""
    for stem in {word, word.removesuffix("en"), word.removesuffix("e"), word.removesuffix("n"), word.removesuffix("s")}:
        if len(stem) >= _MODIFIER and whole.startswith(stem):
            yield from (whole[len(stem) + len(link) :] for link in _LINKS if whole.startswith(stem + link))


def _verb_root(verb: str) -> str:
    folded = _folded(verb)
    if folded in _ABLAUT:
        return _ABLAUT[folded]
    bare = folded.removeprefix("ge") if len(folded) > _SHORTEST + 1 else folded
    return _VERBAL.sub("", bare)


def runs(words: Sequence[Word], text: str, loosely: bool) -> bool:
    """Whether the words stand in one clause; unless `loosely`, with no preposition between them but one of belonging:
    "wasted no time in management meetings" is no waste management."""
    cut = _CLAUSE if loosely else _CUT
    return not any(cut.search(text, left.end, right.start) for left, right in pairwise(words))
