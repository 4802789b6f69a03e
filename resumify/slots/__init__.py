"""Slots: what a model neither sees nor writes is cut out of a fact, and filled in again from that fact alone.

The same functions serve the dataset, training and tailoring, for every model.
"""

from resumify.slots.constraint import Constraint
from resumify.slots.cutting import Cut, cut
from resumify.slots.filling import LostWords, compose, fill

__all__ = ["Constraint", "Cut", "LostWords", "compose", "cut", "fill"]
