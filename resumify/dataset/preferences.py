"""Examples -> preferences: beside each answer that is used, answers that would not be, and why. Trains nothing.

What is rejected is what a model did write and was refused, or the answer with one fault put into it; always by the
verdict of slots and guard, never by the way it was made.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from resumify.dataset.refusal import refusal
from resumify.editing.line import SLOT, slots_of, text_of, words_of
from resumify.models import Example, Preference
from resumify.slots import Cut
from resumify.slots.cutting import cut_text

UNCHANGED = "unchanged"
_MOST = 4
"""Preferences of one example."""
_TURNS = 2
"""Words of an answer that are left out in turn, and pairs of slots that are changed round: each may fall to another
claim class."""


def prefer(examples: Sequence[Example], tried: Mapping[str, Sequence[str]] | None = None) -> tuple[Preference, ...]:
    """For each example at most one rejected answer of each reason; `tried` holds, by the text of the prompt, answers
    that models gave, which come before those that are made up here. The same for the same examples."""
    given = tried or {}
    return tuple(
        one for example in examples for one in islice(_preferences(example, given.get(example.prompt.text, ())), _MOST)
    )


def cut_of(example: Example) -> Cut:
    """The example's fact as it was cut for its prompt."""
    return replace(cut_text(example.source, example.context, example.terms), current=example.current)


def _preferences(example: Example, tried: Sequence[str]) -> Iterator[Preference]:
    one, seen = cut_of(example), set[str]()
    for text in (*tried, *_own_words(example, one), *_faults(example, one)):
        reason = UNCHANGED if text == text_of(words_of(one.text)) else refusal(text, one, example)
        if reason and reason not in seen and text.strip() and text != example.answer:
            seen.add(reason)
            yield Preference(
                example=example.id,
                owner=example.owner,
                prompt=example.prompt,
                chosen=example.answer,
                rejected=text,
                reason=reason,
            )


def _own_words(example: Example, one: Cut) -> Iterator[str]:
    """The fact as it is, where the answer betters it."""
    words = text_of(words_of(one.text))
    if words != example.answer:
        yield words


def _faults(example: Example, one: Cut) -> Iterator[str]:
    """The answer with one fault: a slot lost, said twice or not offered; two of a kind changed round; a claim added; a
    word lost. Which fault of the slots, which slot and word, the example itself decides."""
    words = words_of(example.answer).split()
    slots = slots_of(example.answer)
    chosen = slots[_number(example.id) % len(slots)]
    lost = [word for word in words if word != chosen]
    twice = [*words, chosen]
    foreign = [re.sub(r"\d+", "99", word) if word == chosen else word for word in words]
    yield _said((lost, twice, foreign)[_number(example.source) % 3])
    yield from islice(_changed_round(words, slots), _TURNS)
    yield _said((*words[:1], "and", "led", *words[1:]) if one.language == "en" else (*words, "und", "geleitet"))
    own = [place for place, word in enumerate(words) if not re.fullmatch(SLOT, word) and word.isalpha()]
    turned = _number(example.id) % len(own) if own else 0
    for place in (*own[turned:], *own[:turned])[:_TURNS]:
        yield _said((*words[:place], *words[place + 1 :]))


def _changed_round(words: Sequence[str], slots: Sequence[str]) -> Iterator[str]:
    """Each two slots of one type in each other's place."""
    for place, first in enumerate(slots):
        for second in slots[place + 1 :]:
            if first != second and first.rstrip("0123456789]") == second.rstrip("0123456789]"):
                places = {first: second, second: first}
                yield _said(places.get(word, word) for word in words)


def _said(words: Iterable[str]) -> str:
    return text_of(" ".join(words))


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
