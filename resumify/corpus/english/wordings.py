"""How people put a piece of work into words: first person, passive, duties, nouns, results first, filler.

Each wording gives what the person might have written; what a careful writer makes of it is not said here.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from resumify.corpus.english.work import Work, make
from resumify.lexicon.english import Verb, nominals, verbs

Wording = Callable[[Work, random.Random], str]

_FILLER = ("successfully ", "effectively ", "actively ", "efficiently ", "also ", "regularly ", "personally ")
_OPENINGS = (
    "in this role i", "in this role, i", "additionally, i", "furthermore, i", "in addition i", "in this job i",
    "as part of my role i", "in my role i", "moreover i", "also, i",
)  # fmt: skip
_DUTIES = (
    "responsible for", "i was responsible for", "was responsible for", "tasked with", "i was tasked with",
    "in charge of", "i was in charge of", "was in charge of", "mainly responsible for", "duties included",
    "my duties included", "my responsibilities included", "my tasks were", "responsibilities:", "my job was",
    "was given the task of", "my role involved", "being responsible for", "i am responsible for", "duty:",
    "primarily responsible for", "my work included", "other responsibilities included", "the role included",
)  # fmt: skip


_NOUNS = sorted(noun for noun, verb in nominals().items() if not verb.is_weak)


def tail(work: Work, chance: random.Random) -> str:
    """What follows the object, in the order in which people say it: where, with what, what came of it."""
    parts = [work.places, work.means]
    if chance.random() < 0.3:
        parts.reverse()
    said = " ".join(part for part in parts if part)
    return f"{said}{work.aside}"


def plain(work: Work, chance: random.Random) -> str:
    return _joined(work.verb.past, work, chance)


def first_person(work: Work, chance: random.Random) -> str:
    have = "have " if chance.random() < 0.15 else ""
    verb = work.verb.participle if have else work.verb.past
    return f"i {have}{_filler(chance)}{_joined(verb, work, chance)}"


def opened(work: Work, chance: random.Random) -> str:
    return f"{chance.choice(_OPENINGS)} {_filler(chance)}{_joined(work.verb.past, work, chance)}"


def duties(work: Work, chance: random.Random) -> str:
    return f"{chance.choice(_DUTIES)} {_filler(chance)}{_joined(work.verb.gerund, work, chance, gerund=True)}"


def gerund(work: Work, chance: random.Random) -> str:
    return _joined(work.verb.gerund, work, chance, gerund=True)


def nominal(work: Work, chance: random.Random) -> str:
    noun = work.noun or work.verb.gerund
    lead = chance.choice(
        ("", "", "the ", "responsible for the ", "responsible for ", "in charge of the ", "was in charge of ")
    )
    return f"{lead}{noun} of {work.object}{_rest(work, chance)}"


def passive(work: Work, chance: random.Random) -> str:
    be = chance.choice(("was", "were", "has been", "have been"))
    by = chance.choice(("by me", "by me", "by myself"))
    said = tail(work, chance).lstrip()
    if chance.random() < 0.5 and not said.startswith((",", "(")):
        return f"{work.object} {be} {work.verb.participle} {by}{_spaced(said)}{_which(work, chance)}"
    done = f"{work.object} {be} {work.verb.participle}{_spaced(work.places)} {by}"
    return f"{done}{_spaced(work.means)}{work.aside}{_which(work, chance)}"


def able(work: Work, chance: random.Random) -> str:
    lead = chance.choice(("was able to", "i was able to", "i managed to", "managed to"))
    return f"{lead} {_joined(work.verb.base, work, chance)}"


def result_first(work: Work, chance: random.Random) -> str:
    """Only where there is a result; else as `first_person`."""
    if work.result is None:
        return first_person(work, chance)
    subject, _, change = work.outcome.partition(" by ")
    verb = chance.choice(("fell", "dropped", "rose", "grew", "went up", "came down", "improved"))
    how = f" by {change}" if change else ""
    return f"{subject} {verb}{how} after i {work.verb.past} {work.object}{_spaced(work.places)}{_spaced(work.means)}"


def verbless(work: Work, chance: random.Random) -> str:
    """A note without a verb, which stays as it is."""
    lead = chance.choice(("", "", "mainly ", "also "))
    return f"{lead}{work.object}{_spaced(work.places)}{_spaced(work.means)}{work.aside}"


def weak(work: Work, chance: random.Random) -> str:
    """A lesser part, which stays one."""
    part = chance.choice(
        ("helped to {base}", "helped {base}", "assisted in {gerund}", "was involved in {gerund}", "supported",
         "contributed to {gerund}", "participated in {gerund}", "i helped to {base}", "i was involved in {gerund}",
         "was part of a team that {past}", "assisted with", "helped with", "took part in {gerund}",
         "i assisted with", "i supported")
    )  # fmt: skip
    lead = part.format(base=work.verb.base, gerund=work.verb.gerund, past=work.verb.past)
    return f"{lead} {work.object}{_rest(work, chance)}"


def present(work: Work, chance: random.Random) -> str:
    """What somebody does today."""
    person = chance.choice(("i ", "", "i also "))
    return f"{person}{work.verb.base} {work.object}{_rest(work, chance)}"


def paired(work: Work, chance: random.Random) -> str:
    """Two or three pieces of work on one thing: "writing and checking of [X1]", "wrote, checked and sent [X1]"."""
    verbs_ = [work.verb, *chance.sample(verbs(), chance.randint(1, 2))]
    form = chance.choice(("gerund", "gerund", "past", "noun"))
    if form == "noun":
        said = _listed([chance.choice(_NOUNS) for _ in verbs_], chance)
        return f"{chance.choice(('', '', 'the ', 'responsible for the '))}{said} of {work.object}{_rest(work, chance)}"
    said = _listed([verb.gerund if form == "gerund" else verb.past for verb in verbs_], chance)
    lead = chance.choice(("", "", "responsible for ", "i was responsible for ")) if form == "gerund" else ""
    of = " of" if form == "gerund" and chance.random() < 0.5 else ""
    return f"{lead or chance.choice(('', 'i ')) * (form == 'past')}{said}{of} {work.object}{_rest(work, chance)}"


def done(work: Work, chance: random.Random) -> str:
    """A passive without its "was": "[X1] kept by me"."""
    by = chance.choice(("by me", "by me", "by myself"))
    more = f"{chance.choice((';', ','))} {work.aside.lstrip(' ,;.')}" if work.aside else ""
    return f"{work.object} {work.verb.participle}{_spaced(work.places)} {by}{more}"


def two_parts(work: Work, chance: random.Random) -> str:
    """Two parts in one line: a piece of work, and a second one or a note."""
    joint = chance.choice((";", ".", ",", " -", ", and", " and also"))
    other = make(chance)
    first = chance.choice((plain, first_person, gerund, duties, nominal, passive))(work, chance)
    second = chance.choice((plain, gerund, first_person, verbless, verbless))(other, chance)
    return f"{first}{joint} {second}"


def which_i(work: Work, chance: random.Random) -> str:
    """A thing, and in its tail who made it."""
    pronoun = chance.choice(("which ", "that ", ""))
    first = f"{chance.choice(verbs()).past} {work.object} with {chance.choice(('{X}', 'a {X}', '{TOOL}'))}"
    return f"{first} {pronoun}i {work.verb.past}{_spaced(work.places)}"


def lesser_noun(work: Work, chance: random.Random) -> str:
    """A lesser part in a noun of work: "assisted with the assembly of [X1]"."""
    part = chance.choice(
        ("assisted with", "helped with", "supported", "was involved in", "i assisted in", "led", "took over")
    )
    return f"{part} the {work.noun or chance.choice(_NOUNS)} of {work.object}{_rest(work, chance)}"


def put_into(work: Work, chance: random.Random) -> str:
    """What was done to the person, which no person did."""
    lead = chance.choice(
        ("was trained in", "was moved to", "was promoted to", "was asked to", "i was chosen for", "was given")
    )
    verb = f"{work.verb.base} " if lead.endswith("asked to") else chance.choice(("", f"{work.verb.gerund} "))
    return f"{lead} {verb}{work.object}{_spaced(work.places)}{work.aside}"


WORDINGS: dict[str, tuple[Wording, float]] = {
    "plain": (plain, 0.15),
    "first_person": (first_person, 0.12),
    "opened": (opened, 0.06),
    "duties": (duties, 0.18),
    "gerund": (gerund, 0.08),
    "nominal": (nominal, 0.11),
    "passive": (passive, 0.1),
    "able": (able, 0.03),
    "result_first": (result_first, 0.05),
    "verbless": (verbless, 0.05),
    "weak": (weak, 0.05),
    "present": (present, 0.04),
    "paired": (paired, 0.08),
    "done": (done, 0.05),
    "two_parts": (two_parts, 0.06),
    "which_i": (which_i, 0.03),
    "lesser_noun": (lesser_noun, 0.04),
    "put_into": (put_into, 0.03),
}
"""Wording and its share of the corpus."""


def _joined(verb: str, work: Work, chance: random.Random, gerund: bool = False) -> str:
    said = f"{verb} {work.object}"
    if work.more is not None:
        other, thing = work.more
        said += f" and {other.gerund if gerund else _form_like(verb, work.verb, other)} {thing}"
    return f"{said}{_rest(work, chance)}"


def _form_like(form: str, verb: Verb, other: Verb) -> str:
    """The other verb in the form that the first one has."""
    return other.base if form == verb.base and form != verb.past else other.past


def _rest(work: Work, chance: random.Random) -> str:
    return f"{_spaced(tail(work, chance))}{_which(work, chance)}"


def _which(work: Work, chance: random.Random) -> str:
    if work.result is None:
        return ""
    result, outcome = work.result, work.outcome
    return chance.choice(
        (f", {result.gerund} {outcome}", f", which {result.past} {outcome}", f" which {result.past} {outcome}",
         f", which {result.third} {outcome}", f" that now {result.third} {outcome}", f" and {result.gerund} {outcome}",
         f", thereby {result.gerund} {outcome}", f" and {result.past} {outcome}", f" to {result.base} {outcome}",
         f", resulting in {outcome}")
    )  # fmt: skip


def _listed(words: list[str], chance: random.Random) -> str:
    joint = chance.choice((" and ", " and ", " / "))
    return joint.join((", ".join(words[:-1]), words[-1]))


def _filler(chance: random.Random) -> str:
    return chance.choice(_FILLER) if chance.random() < 0.15 else ""


def _spaced(text: str) -> str:
    return text if not text or text.startswith(",") else f" {text}"
