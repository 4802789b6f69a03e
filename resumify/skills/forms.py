"""One way to write a term, and where a text writes it so. Judges what is a name and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resumify.skills.content import COUNT, Word, content_words, counts

_STOP = re.compile(r"[.;:!?,()\n•]")
_GOES_ON = re.compile(
    r"\s+(?:to|through|at|of|on|up|out|for|beyond|above|the|an?|your|our|in|into|over|by|from|off|down|back)\b"
)
_DEGREES = frozenset({"Master", "Bachelor"})
_LETTERS = frozenset({"BS", "MS"})  # also standards ("BS EN 1090") and an illness
_DEGREE_GOES_ON = re.compile(r"\s*(?:[/,);]|$|(?:degree|in|or|of|and)\b)")
_OTHER = re.compile(  # Master keys, Master Data: no degree
    r"[ -](?!(?:degree|level|oder|or|ou|and|und|et|en|of|in|im|der|thesis|programme|program|student)\b)[a-z]|"
    r"[ -](?:Data|Plan\w*|Chef|Tech\w*|Craft\w*|Electric\w*|Plumb\w*|Key|Mariner|Trainer|Schedul\w*|Black|Class|Card)"
)
_OR = re.compile(r"\b(?:or|oder|ou)\b")
_SOME = "00"


@dataclass(frozen=True)
class Form:
    """One way to write a term; `exact` where its capitals count ("Go", "R"); `loose` where one more word may stand
    before the last ("led a small team")."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] = ()
    loose: bool = False


def _same(key: str, word: Word) -> bool:
    return key == word.key or (key == COUNT and counts(word))


def find(form: Form, text: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """The span of the form's first place among the words of the text: its words side by side, in one clause."""
    for index, word in enumerate(words):
        if word.key == form.keys[0]:
            for found in _windows(form, words, index):
                if writes(form, found, text):
                    return found[0].start, found[-1].end
    return None


def _windows(form: Form, words: Sequence[Word], index: int) -> Iterator[Sequence[Word]]:
    last = index + len(form.keys) - 1
    if last < len(words):
        yield words[index : last + 1]
    if form.loose and last + 1 < len(words):
        yield (*words[index:last], words[last + 1])


def writes(form: Form, found: Sequence[Word], text: str) -> bool:
    """Whether these words of the text, and nothing between them, write the form."""
    if any(not _same(key, word) for word, key in zip(found, form.keys, strict=True)):
        return False
    if any(_STOP.search(text, left.end, right.start) for left, right in pairwise(found)):
        return False
    if form.loose and _OR.search(text, found[0].end, found[-1].start):
        return False
    return not form.exact or (tuple(word.text for word in found) == form.exact and _is_a_name(found, text))


def _is_a_name(found: Sequence[Word], text: str) -> bool:
    """Whether a capitalised word is meant as a name: no part of a compound ("Go-live"), and not capital merely because
    it begins a sentence ("Go through ...")."""
    word = found[0]
    before, after = text[: word.start], text[word.end :]
    if before[-1:] == "-" or after[:1] == "-":
        return len(word.text) > 2 and word.text.isupper()
    if word.text in _DEGREES:
        return _OTHER.match(after) is None
    if word.text in _LETTERS:
        return _DEGREE_GOES_ON.match(after) is not None
    begins = not before.strip() or before.rstrip()[-1] in ".!?"
    return len(found) > 1 or word.text.isupper() or not (begins and _GOES_ON.match(after))


def form_of(spelling: str, language: str) -> Form:
    """The form that a spelling of the vocabulary stands for; without keys where none can be."""
    plain = spelling.removesuffix("!")
    words = content_words(plain.replace("#", _SOME), language)
    if len(words) < 2 <= len(plain.replace("~", " ").split()):
        return Form(())  # only function words around it: "sous chef" must not be every chef in French
    exact = tuple(word.text for word in words) if plain != spelling else ()
    keys = (COUNT if word.text == _SOME else word.key for word in words)
    return Form(tuple(keys), exact, loose="~" in spelling)
