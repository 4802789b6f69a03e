"""Classes of driving licences, which the same few letters name in most countries: "Klassen B, C und CE", "permis B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CAR, LORRY, ARTIC, BUS, MOTORCYCLE, TRACTOR = (
    "driving licence",
    "HGV",
    "HGV CE",
    "bus licence",
    "motorcycle licence",
    "tractor licence",
)
_BY_CLASS = {
    "B": CAR, "BE": CAR, "B+E": CAR, "B96": CAR, "C1": CAR, "C1E": CAR, "C": LORRY, "CE": ARTIC, "C+E": ARTIC,
    "EC": ARTIC, "D": BUS, "D1": BUS, "DE": BUS, "D+E": BUS, "A": MOTORCYCLE, "A1": MOTORCYCLE, "A2": MOTORCYCLE,
    "AM": MOTORCYCLE, "L": TRACTOR, "T": TRACTOR,
}  # fmt: skip
_AMERICAN = {"A": ARTIC, "B": LORRY, "C": CAR, "D": CAR, "E": CAR}
_SHOWS = {CAR: {CAR, LORRY, ARTIC, BUS}, LORRY: {LORRY, ARTIC}}
"""Whoever may drive a lorry or a bus may drive a car."""

_CLASS = r"(?:C1E|C\+E|B\+E|D\+E|B96|BE|CE|EC|DE|C1|D1|A1|A2|AM|[A-DLT])(?![\w+])"
_AND = r"(?:,|/|&|\+|(?i:und|and|et|y|e|i|en|och|oder|or|ou|o|of))"
_WORD = r"(?i:klassen?|kl\.|class(?:es)?|categor\w+|cat\.|clases?|kateg\w+|kat\.|catégories?)"
_LICENCE = (
    r"(?i:führerschein\w*|fahrerlaubnis|(?:driving|driver['’]?s?['’]?) licen[cs]e|permis(?: de conduire)?|rijbewijs|"
    r"permiso(?: de conduc\w+)?|carn[eé]t?(?: de conduc\w+)?|patente(?: di guida)?|praw[oa] jazdy|körkort|"
    r"carta(?: de condução)?|habilitação|\bCDL|licen[cs]e)"
)
_IN_AMERICA = re.compile(r"\bCDL\b|\bdriver['’]?s?['’]? license|\bDMV\b", re.I)
_HAS_LICENCE = re.compile(_LICENCE)
_AFTER = re.compile(
    rf"\b(?:{_LICENCE}\W{{1,3}}(?:(?i:der|de|di|da|the|clase de)\s)?(?:{_WORD}\W{{1,2}})?|{_WORD}\W{{1,2}})"
    rf"(?P<classes>{_CLASS}(?:\s*{_AND}\s*{_CLASS})*)(?!-)"
)
_BEFORE = re.compile(rf"(?<![\w-])(?P<classes>{_CLASS})[- ](?i:\w*führerschein|körkort|rijbewijs)")
_ONE = re.compile(_CLASS)


@dataclass(frozen=True)
class Licence:
    """A class of licence that a text names; the first of a list begins where the list does."""

    name: str
    start: int
    end: int


def licences_in(text: str) -> Iterator[Licence]:
    """Every class that a text with a word for licences names after one, or after a word for classes."""
    if not _HAS_LICENCE.search(text):
        return
    named = _AMERICAN if _IN_AMERICA.search(text) else _BY_CLASS
    for found in (*_AFTER.finditer(text), *_BEFORE.finditer(text)):
        classes = list(_ONE.finditer(text, found.start("classes"), found.end("classes")))
        for place, one in enumerate(classes):
            if one[0] in named:
                start = one.start() if place else found.start()
                yield Licence(named[one[0]], start, found.end() if one is classes[-1] else one.end())


def is_licence(term: str) -> bool:
    """Whether classes of licences show the term."""
    return term in (CAR, LORRY, ARTIC, BUS, MOTORCYCLE, TRACTOR)


def licence_shown(term: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a class stands that shows the term."""
    enough = _SHOWS.get(term, {term})
    yield from ((one.start, one.end) for one in licences_in(text) if one.name in enough)
