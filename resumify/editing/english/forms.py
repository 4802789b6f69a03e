"""Verbs that are joined to another, in its form. Edits nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

from resumify.editing.english.grammar import is_base, is_gerund, past

STOP = re.compile(r" (?:(?:by|including|through|without|while|when|before|after|which|who|that)\b|[;:.]) ?")
_ITEM = re.compile(r" (?:\.|which|who|that|while|when) ")
_MORE_GERUNDS = re.compile(r"(?P<joint> ,| ;| ,? ?and| or| /)(?: for| with| of)? (?P<verb>\w+ing)\b(?P<of> of)?")
_MORE_BASES = re.compile(r"(?P<joint> ,| ,? ?and(?: then)?| or| /)(?: to)? (?P<verb>\w+)\b")
_HANGING = frozenset(
    """including using reducing cutting lowering saving shortening decreasing increasing raising improving growing
    doubling halving tripling boosting resulting leading""".split()
)
"""Gerunds that after a comma say how the work was done or what came of it."""
_LOOSE = re.compile(r"(?:,|and|or) (?:for|with|of) ")


def gerunds_as(rest: str, form: Callable[[str], str | None], listed: bool = False) -> str:
    """What follows a gerund, with the gerunds joined to it in another form; what hangs on them stays. After a comma one
    may hang on the work, unless they are `listed` as duties."""
    stop = (_ITEM if listed else STOP).search(rest)
    end = stop.start() if stop else len(rest)
    joined, after = rest[:end], rest[end:]
    joints = [(found.end(), found["joint"].endswith(("and", "/"))) for found in _MORE_GERUNDS.finditer(joined)]
    closing = [end for end, closes in joints if closes]
    last = max(closing or ([end for end, _ in joints] if listed else [0]), default=0)

    def change(found: re.Match[str]) -> str:
        hangs = found["verb"] in _HANGING and not found["joint"].endswith("and")
        is_work = is_gerund(found["verb"]) and not hangs
        return f"{found['joint']} {form(found['verb'])}" if is_work else found[0]

    return _MORE_GERUNDS.sub(change, joined[:last]) + joined[last:] + after


def bases_to_past(rest: str) -> str:
    """What follows a verb in its plain form, with those joined to it in the past."""
    stop = STOP.search(rest)
    end = stop.start() if stop else len(rest)

    def change(found: re.Match[str]) -> str:
        return f"{found['joint']} {past(found['verb'])}" if is_base(found["verb"]) else found[0]

    return _MORE_BASES.sub(change, rest[:end]) + rest[end:]


def has_loose_end(rest: str) -> bool:
    """Whether something is joined by a preposition that went with its verb: "managed [X1] and for [X2]"."""
    return _LOOSE.search(rest) is not None
