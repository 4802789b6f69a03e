"""Drills: German words and slots side by side as they may stand in anybody's notes, so that a model learns to keep what
it finds. They say nothing; whether a line reads well is learnt from pieces of work.
"""

from __future__ import annotations

import random

from resumify.corpus.german.work import another, noun_of_work, places, thing
from resumify.lexicon.german import FUNCTION, spellings

_CLAUSES = (
    "die {past}", "das {{X}} {past}", "und {past} {{X}}", "und {{X}} {participle}", "um {{X}} zu {base}",
    "wobei {{X}} {past}", "damit {{X}} {base}", "wurde {{X}} {participle}", "wurden {participle}",
    "{participle} mit {{X}}",
    "ist {participle}", "beim {base} von {{X}}", "zum {base} der {{X}}", "{noun} der {{X}}", "und {noun} von {{X}}",
    "bei der {noun}", "für die {noun} von {{X}}", "ohne {{X}} zu {base}", "{present} {{X}}", "die ich {past}",
    "als {{X}} {past}", "wodurch {{X}} um {{PCT}} {past}", "{noun} und {noun}", "vor der {noun} {{X}}",
)  # fmt: skip
_OPENINGS = (
    "", "", "", "ich {past}", "{past}", "{noun} von", "{noun}", "{base} von", "verantwortlich für",
    "wurde {participle}", "ich {present}", "ich habe", "zuständig für", "mitarbeit bei",
    "auch", "einer der {{X}}", "meine {{X}} war", "seit",
)  # fmt: skip
_JOINTS = ("", "", "", "", ",", ",", ";", ":", " -", ". ")
_LOOSE = tuple(
    sorted({spelling for word in FUNCTION.split() if word not in ("ich", "bzw") for spelling in spellings(word)})
)


def drill(chance: random.Random) -> str:
    """Make up a row of phrases, with slots to be."""
    parts = [_formed(chance.choice(_OPENINGS), chance)]
    for _ in range(chance.randint(2, 7)):
        kind = chance.random()
        if kind < 0.3:
            parts.append(thing(chance.choice(("nominative", "accusative", "dative", "genitive")), chance))
        elif kind < 0.55:
            parts.append(places(chance))
        elif kind < 0.85:
            parts.append(_formed(chance.choice(_CLAUSES), chance))
        else:
            parts.append(chance.choice(_LOOSE))
        parts[-1] += chance.choice(_JOINTS)
    return " ".join(" ".join(parts).split()).strip(" ,;:-.")


def _formed(text: str, chance: random.Random) -> str:
    verb = another(chance)
    return text.format(
        base=verb.base, past=verb.root_past, participle=verb.participle, present=verb.root_present,
        noun=noun_of_work(chance),
    )  # fmt: skip
