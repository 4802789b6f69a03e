"""German facts: pieces of work, people's wordings of them, and drills."""

from __future__ import annotations

import random

from resumify.corpus.german.drills import drill
from resumify.corpus.german.wordings import WORDINGS
from resumify.corpus.german.work import make
from resumify.lexicon.german import swiss, typed

__all__ = ["HELD_OUT", "SHARES", "drill", "tell"]

SHARES = {name: share for name, (_, share) in WORDINGS.items()}
HELD_OUT: tuple[str, ...] = ("inverted", "for_that")
_SPELT = ((typed, 0.06), (swiss, 0.04))


def tell(wording: str, chance: random.Random) -> str:
    """Put a piece of work into the wording, now and then without umlauts or ß."""
    text = WORDINGS[wording][0](make(chance), chance)
    drawn = chance.random()
    for spell, share in _SPELT:
        if drawn < share:
            return spell(text)
        drawn -= share
    return text
