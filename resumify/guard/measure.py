"""Measures of time, weight and length: 18 months are a year and a half, 2 hours are 120 minutes."""

from __future__ import annotations

from resumify.guard.claim import Claim
from resumify.guard.counting import bound, counted
from resumify.guard.reading import Reading
from resumify.words import Number

_MEASURES: dict[str, dict[str, float]] = {
    "time": {
        "minute minutes min mins minuten": 1,
        "hour hours hrs stunde stunden heure heures": 60,
        "day days tag tage tagen jour jours": 1440,
        "week weeks woche wochen semaine semaines": 10080,
    },
    "calendar": {
        "month months monat monate monaten mois": 1,
        "quarter quarters quartal quartale quartalen trimestre trimestres": 3,
        "year years yrs jahr jahre jahren an ans année années": 12,
    },
    "weight": {"g grams gramm grammes": 1, "kg kilograms kilos kilogramm": 1e3, "t tonnes tons tonnen": 1e6},
    "length": {"cm": 1, "m metres meters meter mètres": 100, "km kilometres kilometers kilometer kilomètres": 1e5},
}
_SIZES = {
    name: (kind, size) for kind, sizes in _MEASURES.items() for names, size in sizes.items() for name in names.split()
}


def measures(claim: Claim, number: Number) -> bool:
    """Whether the fact says as much in another unit of the same measure."""
    ours = _measured(claim.line, number)
    if ours is None or number.upper is not None:
        return False
    bounded = bound(claim.line, number)
    return any(
        _measured(claim.source, other) == ours and bound(claim.source, other) == bounded
        for other in claim.source.numbers
        if other.upper is None
    )


def _measured(reading: Reading, number: Number) -> tuple[str, float] | None:
    run = counted(reading, number)
    if number.unit or not run or run[0].folded not in _SIZES:
        return None
    kind, size = _SIZES[run[0].folded]
    return kind, round(number.value * size, 3)
