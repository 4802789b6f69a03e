"""Words of a text, and verbs that are more than one word: "baute … auf", "brought … down", "looked after"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from resumify.guard.families import fold, keys
from resumify.guard.vocabulary import PARTICLES
from resumify.words import Number

_PAST = re.compile(
    r"(?:ten?|(?:nahm|trug|gab|hielt|ging|fing|lud|schrieb|zog|bot|wies|sprang|warf|rief|kam|stieg)(?:en)?|stellte|leg(?:t|te)|[a-zäöü]{3,}[te])\Z"
)
_MOVING = frozenset(
    """bring brought bringing take took taken taking get got getting push pushed pushing drive drove driven
    ramener ramené ramenés ramenée ramenées ramène""".split()
)
_GOING = frozenset("go goes went gone going come came moved passer passé passée passés passées passait".split())
_MOVED = {
    (True, True): keys("increase"),
    (True, False): keys("reduce") | keys("réduire"),
    (False, True): keys("rise"),
    (False, False): keys("fall"),
}
"""(whether somebody moved it, whether it went up) -> what may be said as well."""
_AFTER = {("look", "after"): keys("care")}
_LEADS_ON = re.compile(r"\s(?:to|à|until)\s(?:(?:about|around|under|over|just|environ)\s)*[$€£¥]?\Z")


@dataclass(frozen=True)
class Word:
    """A word of the text; `free` where it claims nothing; `number` where it is part of a quantity; `framed` where it
    only leads up to a claim."""

    text: str
    start: int
    end: int
    clause: int
    free: bool
    keys: frozenset[str]
    sentence: int = 0
    number: Number | None = None
    framed: bool = False
    joined: str = ""
    """The whole verb where the text parts it: "baute … auf"."""
    is_fact: bool = False
    groups: frozenset[str] = frozenset()
    """The groups of synonyms that it is in."""

    def agrees(self, other: Word) -> bool:
        """Whether both say the same; synonyms only do where one stands in the fact and the other in the line."""
        if not self.keys.isdisjoint(other.keys):
            return True
        return self.is_fact != other.is_fact and not self.groups.isdisjoint(other.groups)

    @property
    def folded(self) -> str:
        return fold(self.joined or self.text)

    @property
    def is_content(self) -> bool:
        return not self.free and self.number is None


def with_phrases(words: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """English and French verbs that a second word or two numbers make one of growing, falling or caring."""
    joined = list(words)
    for index, word in enumerate(words):
        said = _said_as_well(words, index, text)
        if said:
            joined[index] = replace(word, keys=word.keys | said)
    return tuple(joined)


def _said_as_well(words: tuple[Word, ...], index: int, text: str) -> frozenset[str]:
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.folded == "after" and word.folded in ("look", "looked", "looking"):
        return _AFTER["look", "after"]
    if word.folded not in _MOVING | _GOING:
        return frozenset()
    up = _goes_up(words[index + 1 : index + 12], word.clause, text)
    return frozenset() if up is None else _MOVED[word.folded in _MOVING, up]


def _goes_up(after: tuple[Word, ...], clause: int, text: str) -> bool | None:
    """Whether "up" follows or "down", or the numbers of "from 9 to 4" rise or fall; None where nothing tells."""
    for word in after[:6]:
        if word.clause == clause and word.folded in ("up", "down"):
            return word.folded == "up"
    counts = [word.number for word in after if word.number is not None and word.clause == clause]
    for low, high in pairwise(counts):
        if low != high and low.unit in ("", high.unit) and _LEADS_ON.search(text[low.end : high.start]):
            return high.value > low.value
    return None


def with_joined_verbs(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """German verbs with the particle that closes their clause: "baute den Shop auf" is "aufbaute"."""
    joined = list(words)
    begun = 0
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        closes = after is None or after.clause != word.clause or after.folded in ("und", "sowie", "oder")
        if closes and word.folded in PARTICLES:
            place = next((i for i in range(begun, index) if _is_past(words[i], i == begun)), None)
            if place is not None:
                whole = f"{word.folded}{words[place].folded}"
                joined[place] = replace(words[place], joined=whole, keys=keys(whole))
                joined[index] = replace(word, free=True, joined=whole)
        if closes:
            begun = index + 1
    return tuple(joined)


def _is_past(word: Word, opens: bool) -> bool:
    return (opens or word.text.islower()) and word.is_content and _PAST.search(word.folded) is not None


def following(words: tuple[Word, ...], index: int) -> Word | None:
    """The next word that claims something, in the same clause, after words[index]."""
    here = words[index].clause
    return next((word for word in words[index + 1 :] if word.clause == here and word.is_content), None)


def adjacent(words: tuple[Word, ...], index: int) -> Word | None:
    """The word right after words[index], where it claims something."""
    after = words[index + 1] if index + 1 < len(words) else None
    return after if after is not None and after.is_content and after.clause == words[index].clause else None
