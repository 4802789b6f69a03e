"""A corpus that the project makes itself: facts as people write them, in slots, so that it holds nobody's name, number
or trade. Deterministic from a seed.
"""

from resumify.corpus.facts import HELD_OUT, MadeUp, made_up

__all__ = ["HELD_OUT", "MadeUp", "made_up"]
