"""Drills: words and slots side by side as they may stand in anybody's notes, so that a model learns to keep what it
finds. They say nothing; whether a line reads well is learnt from pieces of work.
"""

from __future__ import annotations

import random

from resumify.lexicon.english import FUNCTION, Verb, verbs

_PHRASES = (
    "{X}", "the {X}", "a {X}", "{TOOL}", "{NUM}", "about {NUM}", "of {NUM}", "of the {X}", "of {X}", "for {X}",
    "for {NUM}", "in {X}", "in {TOOL}", "in {YEAR}", "in a {X}", "on {X}", "on the {X}", "at {X}", "to {X}",
    "to {NUM}", "from {NUM} to {NUM}", "from {PCT} to {PCT}", "with {X}", "with {NUM}", "with {TOOL}", "by {PCT}",
    "by {X}", "per {X}", "each {X}", "a {X}", "each", "now", "by now", "out of {NUM}", "of them", "many of them",
    "of whom", "all of whom", "all {X}", "no {X}", "without {X}", "without a {X}", "under {X}", "within {NUM}",
    "up to {NUM}", "over {NUM}", "since {YEAR}", "during {X}", "through {X}", "alongside {X}", "after {X}",
    "before the {X}", "their own {X}", "its {X}", "our {X}", "my {X}", "across {X}", "between {MONEY} and {MONEY}",
    "of {MONEY}", "{MONEY} a {X}", "and {X}", "and {TOOL}", "and {NUM}", "or {X}", "({X})", "({TOOL}, {TOOL})",
    "({NUM})", "one {X}", "several {X}", "most of the {X}", "some {NUM}", "{PCT} of {X}", "to {ORG}", "at {ORG}",
    "{DATE}", "not {X}", "never", "daily", "weekly", "closely", "{X} {NUM}", "{TOOL} {X}", "{X} {X}",
)  # fmt: skip
_CLAUSES = (
    "which {third} {{X}}", "that {past} {{X}}", "that {third} {{NUM}}", "which {past} by {{PCT}}", "who {past} {{X}}",
    "and {past} {{X}}", "and {past}", "to {base} {{X}}", "to {base}", "so that {{X}} can {base} {{X}}",
    "while {gerund}", "while {gerund} {{X}}", "when {gerund} {{X}}", "for {gerund} {{X}}", "by {gerund} {{X}}",
    "{participle} by {{X}}", "{participle} in {{TOOL}}", "have been {participle} since", "was {participle} {{X}}",
    "were {participle} to {{X}}", "used to {base} {{X}}", "is {gerund}", "that is {{X}}",
    "{past} from {{NUM}} to {{NUM}}", "{past} by {{PCT}}", "{base} {{X}}", "{gerund} {{X}}", "{past} {{X}}",
    "{past} up {{X}}", "{past} out {{X}}", "where {{X}} {past}", "had {participle}", "asked to {base} the {{X}}",
    "and {gerund} {{X}}", ", {gerund} {{X}}", "because {{X}} {past}",
)  # fmt: skip
_OPENINGS = (
    "", "", "", "i {past}", "{past}", "{past}", "{gerund}", "{base}", "responsible for", "was {participle}",
    "in charge of", "was asked to {base}", "helped", "one of the", "{past} and {past}", "also {past}", "i {base}",
    "my {{X}} was",
)  # fmt: skip
_JOINTS = ("", "", "", "", ",", ",", ";", ":", " -", ". ")
_LOOSE = tuple(word for word in FUNCTION.split() if word != "i")


def drill(chance: random.Random) -> str:
    """Make up a row of phrases, with slots to be."""
    parts = [_formed(chance.choice(_OPENINGS), chance)]
    for _ in range(chance.randint(2, 7)):
        kind = chance.random()
        if kind < 0.62:
            parts.append(chance.choice(_PHRASES))
        elif kind < 0.9:
            parts.append(_formed(chance.choice(_CLAUSES), chance))
        else:
            parts.append(chance.choice(_LOOSE))
        parts[-1] += chance.choice(_JOINTS)
    return " ".join(" ".join(parts).split()).strip(" ,;:-.")


def _formed(text: str, chance: random.Random) -> str:
    verb: Verb = chance.choice(verbs())
    return text.format(base=verb.base, third=verb.third, past=verb.past, participle=verb.participle, gerund=verb.gerund)
