"""Editing: what a careful résumé writer would make of a cut line, as rules of each language.

The teacher of the model that ships, and what that model is offered beside its own line.
"""

from resumify.editing.rules import edit

__all__ = ["edit"]
