"""Pieces of work in German, made up: a verb or noun of work, what it was done to, where, and what came of it.

Every part stands in the case that its place wants, as far as the small words show it. How people put a piece of work
into words is for `wordings`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from resumify.lexicon.german import Verb, nominals, verbs

Case = Literal["nominative", "accusative", "dative", "genitive"]

_ARTICLES: dict[Case, tuple[str, ...]] = {
    "nominative": ("", "", "der", "die", "das", "ein", "eine", "alle", "mehrere", "unsere"),
    "accusative": ("", "", "", "den", "die", "das", "einen", "eine", "ein", "alle", "mehrere", "unsere", "einige"),
    "dative": ("", "", "der", "dem", "den", "einer", "einem", "allen", "mehreren", "unserem", "unserer"),
    "genitive": ("der", "des", "eines", "einer", "aller", "unserer", "mehrerer"),
}
_WITH: dict[str, Case] = {
    "für": "accusative", "auf": "dative", "in": "dative", "an": "dative", "bei": "dative", "mit": "dative",
    "nach": "dative", "von": "dative", "zu": "dative", "aus": "dative", "unter": "dative", "über": "accusative",
    "im": "dative", "am": "dative", "zum": "dative", "zur": "dative", "beim": "dative", "pro": "accusative",
    "durch": "accusative", "zwischen": "dative", "während": "genitive", "innerhalb": "genitive", "seit": "dative",
    "vor": "dative", "gegen": "accusative", "ohne": "accusative", "neben": "dative",
}  # fmt: skip
_ALONE = frozenset("im am zum zur beim pro".split())
_COUNTS = ("", "", "", "rund ", "etwa ", "über ", "bis zu ", "mehr als ", "knapp ", "mindestens ", "circa ", "{X} ")
_BRACKETS = (
    "{TOOL}", "{X}", "{NUM}", "{TOOL}, {TOOL}", "{TOOL}, {TOOL} und {TOOL}", "{X}, {X}", "{YEAR}", "rund {NUM}",
    "{MONEY}", "{X} und {X}", "{TOOL} und {X}",
)  # fmt: skip
_VERBS = tuple(verb for verb in verbs() if not verb.is_weak)
_NOUNS = tuple(sorted(noun for noun, verb in nominals().items() if verb in _VERBS))


@dataclass(frozen=True)
class Work:
    """One piece of work; each part is text with slots to be, "" where there is none."""

    verb: Verb
    noun: str
    object: str
    places: str
    aside: str
    result: str


def make(chance: random.Random) -> Work:
    """Make up one piece of work."""
    return Work(
        verb=chance.choice(_VERBS),
        noun=noun_of_work(chance),
        object=thing("accusative", chance, most=2),
        places=places(chance),
        aside=_aside(chance) if chance.random() < 0.18 else "",
        result=_result(chance) if chance.random() < 0.15 else "",
    )


def noun_of_work(chance: random.Random) -> str:
    return chance.choice(_NOUNS)


def another(chance: random.Random) -> Verb:
    return chance.choice(_VERBS)


def thing(case: Case, chance: random.Random, most: int = 2) -> str:
    """A noun phrase in its case: a count, a thing, a list of them, with an article or without."""
    kind = chance.random()
    if kind < 0.24 and case != "genitive":
        return f"{chance.choice(_COUNTS)}{{NUM}}"
    name = chance.choice(("{X}", "{X}", "{X}", "{X}", "{TOOL}", "{ORG}" if chance.random() < 0.2 else "{X}"))
    head = f"{chance.choice(_ARTICLES[case])} {name}".strip()
    if most > 1 and kind < 0.36:
        return f"{head} {chance.choice(('und', 'und', 'sowie', 'oder'))} {thing(case, chance, most - 1)}"
    if most > 1 and kind < 0.46:
        return f"{head} {thing('genitive', chance, most - 1)}"
    if most > 1 and kind < 0.58:
        return f"{head} {_place(chance)}"
    if kind < 0.63 and case != "genitive":
        return chance.choice(
            ("{X}, {X} und {X}", "{TOOL}, {TOOL} und {TOOL}", "{X}, {X}, {X} und {X}", "{X} von {NUM}")
        )
    return f"{head} ({chance.choice(_BRACKETS)})" if kind < 0.67 else head


def places(chance: random.Random) -> str:
    """Where, for whom and with what, none to three of them."""
    count = chance.choices((0, 1, 2, 3), (0.3, 0.42, 0.22, 0.06))[0]
    return " ".join(_place(chance) for _ in range(count))


def _place(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.15:
        return chance.choice(("in {TOOL}", "mit {TOOL}", "mit {TOOL} und {TOOL}", "in {TOOL}, {TOOL} und {TOOL}"))
    if kind < 0.25:
        return chance.choice(("seit {YEAR}", "im {X} {YEAR}", "von {NUM} auf {NUM}", "um {PCT}",
                              "von {YEAR} bis {YEAR}",
                              "pro {X}", "im {X}", "von {DATE} bis {DATE}", "von {PCT} auf {PCT}"))  # fmt: skip
    small = chance.choice(sorted(_WITH))
    return f"{small} {{X}}" if small in _ALONE else f"{small} {thing(_WITH[small], chance, 1)}"


def _aside(chance: random.Random) -> str:
    return chance.choice(
        (", davon {NUM}", ", darunter {X} und {X}", ", einschließlich {X}", ", insbesondere {X}", ", {NUM} davon {X}",
         ", inklusive {X}", ", {X}", ", vor allem {X}", " ({X})", " ({NUM})", "; {X}: {MONEY}", ", auch {X}",
         ", ohne {X}",
         ", {NUM} davon erfolgreich", ", jeweils {NUM}", " - {X}", ". {X} und {X}", ", teil {X}")
    )  # fmt: skip


def _result(chance: random.Random) -> str:
    change = chance.choice(("um {PCT}", "um {NUM}", "von {NUM} auf {NUM}", "auf {PCT}", "von {PCT} auf {PCT}"))
    rose = chance.choice(("stieg", "sank", "wuchs", "stieg", "sank"))
    subject = thing("nominative", chance, 1)
    return chance.choice(
        (f", wodurch {subject} {change} {rose}", f", dadurch {rose} {subject} {change}", f", sodass {subject} {rose}",
         f", womit {subject} {change} {rose}", f"; {subject} {rose} {change}",
         f", um {subject} zu {another(chance).base}")
    )  # fmt: skip
