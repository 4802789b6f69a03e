"""English facts: pieces of work, people's wordings of them, and drills."""

from __future__ import annotations

import random

from resumify.corpus.english.drills import drill
from resumify.corpus.english.wordings import WORDINGS
from resumify.corpus.english.work import make

__all__ = ["HELD_OUT", "SHARES", "drill", "tell"]

SHARES = {name: share for name, (_, share) in WORDINGS.items()}
HELD_OUT: tuple[str, ...] = ("carried_out", "who_did")


def tell(wording: str, chance: random.Random) -> str:
    """Put a piece of work into the wording."""
    return WORDINGS[wording][0](make(chance), chance)
