"""Pieces of work, made up: a verb, what it was done to, with what, where, and what came of it. Words and slot types.

A slot stands as "{X}" until a fact is numbered; how people put a piece of work into words is for `wordings`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from resumify.lexicon.english import Verb, nominals, verbs

_DETERMINERS = ("the", "a", "an", "our", "all", "several", "", "the monthly", "weekly", "daily", "its", "their", "both")
_PLACES = (
    "for",
    "in",
    "at",
    "on",
    "across",
    "from",
    "to",
    "within",
    "of",
    "into",
    "between",
    "during",
    "over",
    "under",
)
_IN_BRACKETS = (
    "{TOOL}", "{X}", "{NUM}", "{MONEY}", "{TOOL}, {TOOL}", "{YEAR}", "{NUM} and {NUM}", "{X} and {TOOL}",
    "{TOOL}, {X}, {TOOL}", "{TOOL}, {TOOL} and {X}", "about {NUM}", "{X}, {NUM}", "with {TOOL}", "{NUM} of {X}",
)  # fmt: skip
_UP = "increase raise improve grow double boost extend expand lift strengthen accelerate".split()
_DOWN = "reduce cut lower shorten halve decrease save minimise eliminate prevent shrink halve".split()
_MADE = {noun: verb for noun, verb in nominals().items() if not verb.is_weak}


@dataclass(frozen=True)
class Work:
    """One piece of work; each part is text with slots to be, "" where there is none."""

    verb: Verb
    noun: str
    object: str
    means: str
    places: str
    result: Verb | None
    outcome: str
    aside: str
    more: tuple[Verb, str] | None = None


def make(chance: random.Random) -> Work:
    """Make up one piece of work."""
    noun = chance.choice(sorted(_MADE)) if chance.random() < 0.35 else ""
    verb = _MADE[noun] if noun else _verb(chance)
    result = chance.random() < 0.35
    return Work(
        verb=verb,
        noun=noun,
        object=thing(chance, most=3),
        means=_means(chance) if chance.random() < 0.45 else "",
        places=_places(chance),
        result=_result(chance) if result else None,
        outcome=_outcome(chance),
        aside=_aside(chance) if chance.random() < 0.2 else "",
        more=(_verb(chance), thing(chance, most=2)) if chance.random() < 0.18 else None,
    )


def thing(chance: random.Random, most: int = 2) -> str:
    """A noun phrase: a count, a thing, a list of them, with an article or without."""
    kind = chance.random()
    if kind < 0.22:
        count = chance.choice(("", "", "", "about ", "around ", "roughly ", "over ", "up to ", "more than ", "nearly "))
        return f"{count}{{NUM}}" if chance.random() < 0.85 else "{NUM} to {NUM}"
    if kind < 0.32:
        return f"a team of {{NUM}}{chance.choice(('', ' and {NUM}', ' in {X}'))}"
    name = chance.choice(("{X}", "{X}", "{X}", "{TOOL}", "{ORG}" if chance.random() < 0.2 else "{X}"))
    head = f"{chance.choice(_DETERMINERS)} {name}".strip()
    if most > 1 and kind < 0.62:
        return f"{head} {chance.choice(('of', 'of', 'for', 'in', 'with', 'and', 'to'))} {thing(chance, most - 1)}"
    if most > 2 and kind < 0.72:
        return f"{head}, {{X}} and {chance.choice(('{X}', 'the {X}', '{TOOL}'))}"
    if kind < 0.77:
        return f"{head} ({chance.choice(_IN_BRACKETS)})"
    if most > 1 and kind < 0.8:
        return f"the {chance.choice(sorted(_MADE))} of {head}"
    return head


def _verb(chance: random.Random) -> Verb:
    while True:
        verb = chance.choice(verbs())
        if not verb.is_weak and verb.base not in (
            "do",
            "be",
            "go",
            "come",
            "become",
            "fall",
            "rise",
            "know",
            "think",
            "have",
            "let",
            "fell",
            "found",
        ):
            return verb


def _means(chance: random.Random) -> str:
    tools = chance.choice(("{TOOL}", "{TOOL}", "{TOOL} and {TOOL}", "{X}", "{TOOL}, {TOOL} and {TOOL}", "a {X}"))
    return f"{chance.choice(('using', 'with', 'in', 'via', 'through'))} {tools}"


def _places(chance: random.Random) -> str:
    count = chance.choices((0, 1, 2, 3), (0.3, 0.42, 0.22, 0.06))[0]
    return " ".join(f"{chance.choice(_PLACES)} {thing(chance, 1)}" for _ in range(count))


def _result(chance: random.Random) -> Verb:
    by_base = {verb.base: verb for verb in verbs()}
    known = chance.choice((_UP, _DOWN))
    return by_base[chance.choice(known)] if chance.random() < 0.75 else _verb(chance)


def _outcome(chance: random.Random) -> str:
    change = chance.choice(
        ("by {PCT}", "by {NUM}", "from {NUM} to {NUM}", "from {PCT} to {PCT}", "to {PCT}", "by {PCT} within {NUM}",
         "by {PCT} in {YEAR}", "", "by around {PCT}")
    )  # fmt: skip
    what = chance.choice(("{X}", "the {X}", "{MONEY} a {X}", "{X} and {X}", "the {X} of {X}", "{NUM} per {X}"))
    return what if "MONEY" in what or "NUM" in what else f"{what} {change}".strip()


def _aside(chance: random.Random) -> str:
    return chance.choice(
        (", including {X} and {X}", ", including {NUM}", ", {NUM} of them {X}", ", mainly {X}", ", all {X}", ", no {X}",
         " since {YEAR}", " each {X}", " per {X}", " a {X}", ", {NUM} of whom {X}", ", without a {X}", ", also {X}",
         " together with the {X}", " alongside {NUM}", " when in charge of the {X}", " within {NUM}", " so {X}",
         " out of {NUM}", ", most of them {X}", "; {NUM} of {X}", ". {X} and {TOOL}", " under {X}", " as {X}")
    )  # fmt: skip
