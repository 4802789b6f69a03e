"""Made-up facts: pieces of work in people's wordings, with their slots numbered as `slots.cut` numbers them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from resumify.corpus import english, german
from resumify.models import Slot
from resumify.slots.cutting import LIMITS, Cut


class Telling(Protocol):
    """How facts are worded in one language."""

    SHARES: dict[str, float]
    """Wording -> its share of the facts."""
    HELD_OUT: tuple[str, ...]
    """Wordings that are never trained on: they measure what is new to a model."""

    def tell(self, wording: str, chance: random.Random) -> str:
        """A fact in the wording, with slots to be."""

    def drill(self, chance: random.Random) -> str:
        """A row of phrases, with slots to be."""


TELLINGS: dict[str, Telling] = {"en": english, "de": german}
"""Language -> how facts are told in it."""
SPOKEN = {"en": 0.6, "de": 0.4}
"""Language -> its share of the facts."""
HELD_OUT = tuple(name for telling in TELLINGS.values() for name in telling.HELD_OUT)
DRILL = "drill"
_PLACE = re.compile(r"\{([A-Z]+)\}")
_WANTED = 0.4  # share of facts that show something a posting asks for
_CURRENT = 0.3  # share of facts of a role that goes on
_SPREAD = 0.25  # share whose slots skip numbers, so that high numbers are seen often enough


@dataclass(frozen=True)
class MadeUp:
    """A fact that nobody wrote, already cut, and the name of its wording."""

    cut: Cut
    wording: str


def made_up(seed: int, held_out: bool = False, drills: float = 0.0) -> Iterator[MadeUp]:
    """Yield facts without end: in the wordings for training, or in those held out; `drills` is the share that are none
    but rows of words to be kept."""
    chance = random.Random(seed)
    while True:
        language = chance.choices(list(SPOKEN), list(SPOKEN.values()))[0]
        telling = TELLINGS[language]
        names = [name for name in telling.SHARES if (name in telling.HELD_OUT) == held_out]
        shares = [telling.SHARES[name] for name in names]
        name = DRILL if chance.random() < drills else chance.choices(names, shares)[0]
        text = telling.drill(chance) if name == DRILL else telling.tell(name, chance)
        cut = _numbered(" ".join(text.split()), language, chance)
        if cut is not None:
            yield MadeUp(cut, name)


def _numbered(text: str, language: str, chance: random.Random) -> Cut | None:
    """The text with its slots numbered, None where it has more than a line may have."""
    types = _PLACE.findall(text)
    counts = Counter(types)
    if not types or any(count > LIMITS[type_] for type_, count in counts.items()):
        return None
    spread = chance.random() < _SPREAD
    numbers = {
        type_: iter(sorted(chance.sample(range(1, LIMITS[type_] + 1), count)) if spread else range(1, count + 1))
        for type_, count in counts.items()
    }
    text = _PLACE.sub(lambda found: f"[{found[1]}{next(numbers[found[1]])}]", text)
    slots = tuple(Slot(name=found[0], type=found[1], value="") for found in re.finditer(r"\[([A-Z]+)\d+\]", text))
    wanted = tuple(slot.name for slot in slots if chance.random() < 0.3) if chance.random() < _WANTED else ()
    current = chance.random() < _CURRENT
    return Cut(text=text, slots=slots, wanted=wanted, current=current, eligible=True, language=language)
