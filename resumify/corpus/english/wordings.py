"""How people put a piece of work into words: first person, passive, duties, nouns, results first, filler.

Each wording gives what the person might have written; what a careful writer makes of it is not said here.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from resumify.corpus.english.frames import duty, lead, opening, to_do
from resumify.corpus.english.work import Work, make
from resumify.lexicon.english import Verb, nominals, verbs

Wording = Callable[[Work, random.Random], str]

_FILLER = ("successfully ", "effectively ", "actively ", "efficiently ", "also ", "regularly ", "personally ")
_STRONG = [verb for verb in verbs() if not verb.is_weak]
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
    told = chance.choice((first_person, first_person, first_person, able, going_on))(work, chance)
    return f"{opening(chance)} {told if told.startswith('i') else f'i {work.verb.past} {work.object}'}"


def duties(work: Work, chance: random.Random) -> str:
    return f"{duty(chance)} {_filler(chance)}{_joined(work.verb.gerund, work, chance, gerund=True)}"


def duties_listed(work: Work, chance: random.Random) -> str:
    """Several duties in a row: "tasks: writing [X1], checking [X2] and sending [X3]"."""
    works = [work, *(make(chance) for _ in range(chance.randint(1, 3)))]
    form = chance.choice(("gerund", "gerund", "base", "noun"))
    if form == "noun":
        said = [f"{one.noun or chance.choice(_NOUNS)} of {one.object}" for one in works]
    else:
        said = [
            f"{one.verb.gerund if form == 'gerund' else one.verb.base} {one.object}{_spaced(one.places)}"
            for one in works
        ]
    lead_ = to_do(chance) if form == "base" else duty(chance)
    joint = chance.choice((", ", ", ", "; ")) if form != "base" else ", "
    last = chance.choice((" and ", " and ", joint, ", and "))
    return f"{lead_} {last.join((joint.join(said[:-1]), said[-1]))}"


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
    if chance.random() < 0.15:
        more = [verb.participle for verb in chance.sample(_STRONG, chance.randint(1, 2))]
        return f"{work.object} {be} {', '.join(more)} and {work.verb.participle}{_spaced(work.places)} {by}"
    if chance.random() < 0.5 and not said.startswith((",", "(")):
        return f"{work.object} {be} {work.verb.participle} {by}{_spaced(said)}{_which(work, chance)}"
    done = f"{work.object} {be} {work.verb.participle}{_spaced(work.places)} {by}"
    return f"{done}{_spaced(work.means)}{work.aside}{_which(work, chance)}"


def able(work: Work, chance: random.Random) -> str:
    return f"{to_do(chance)} {_joined(work.verb.base, work, chance)}"


def led(work: Work, chance: random.Random) -> str:
    """What belongs to the work before the person: "in [YEAR1] i introduced [X1]"."""
    kind = chance.random()
    if kind < 0.75:
        told = f"i {_filler(chance)}{_joined(work.verb.past, work, chance)}"
    elif kind < 0.9:
        charge = chance.choice(("responsible for", "in charge of"))
        told = f"i was {charge} {_joined(work.verb.gerund, work, chance, gerund=True)}"
    else:
        became = chance.choice(("was deployed as", "worked as", "was promoted to", "acted as"))
        told = f"i {became} a {{X}}{_spaced(work.places)}"
    return f"{lead(chance)} {told}"


def going_on(work: Work, chance: random.Random) -> str:
    """ "i was making [X1]", "i have been teaching [X1] since [YEAR1]"."""
    be = chance.choice(("i was", "i was", "i am", "i'm", "i have been", "i've been", "i had been"))
    since = " since {YEAR}" if "been" in be and chance.random() < 0.7 else ""
    adverb = chance.choice(("", "", "", "also ", "mainly ", "always ", "mostly ", "usually "))
    return f"{be} {adverb}{_joined(work.verb.gerund, work, chance, gerund=True)}{since}"


def titled(work: Work, chance: random.Random) -> str:
    """What the person was or has: "i was the [X1] of [X2]", "i have [NUM1] in [X1]"."""
    be = chance.choice(("i was the", "i was a", "i am the", "i am a", "i have been the", "i was also the", "i'm a"))
    have = chance.choice(("i have {X} in", "i have a {X} of", "i have {NUM} of {X} in", "i have experience in"))
    if chance.random() < 0.5:
        return f"{be} {{X}} {chance.choice(('of', 'for', 'in', 'at'))} {work.object}{_spaced(work.places)}"
    return (
        f"{have} {chance.choice((work.object, work.object, f'{work.verb.gerund} {work.object}'))}{_spaced(work.places)}"
    )


def carried_out(work: Work, chance: random.Random) -> str:
    did = chance.choice(("did", "i did", "carried out", "i carried out", "performed", "i performed", "undertook"))
    return f"{did} the {work.noun or chance.choice(_NOUNS)} of {work.object}{_rest(work, chance)}"


def who_did(work: Work, chance: random.Random) -> str:
    who = chance.choice(("i was the one who", "it was me who", "i was the person who"))
    return f"{who} {_joined(work.verb.past, work, chance)}"


def told_on(work: Work, chance: random.Random) -> str:
    """The person said twice: "i wrote [X1], and in [YEAR1] i also checked [X2]"."""
    other = make(chance)
    joint = chance.choice((" and", ", and", ", then", " and then", ", and {lead}", " and {lead}", ". ", ". ", "; "))
    joint = joint.replace("{lead}", chance.choice(("in {YEAR}", "at the {X}", "on {X}", "after {X}", "for {X}")))
    second = f"i {chance.choice(('', '', 'also '))}{other.verb.past} {other.object}{_spaced(other.places)}"
    first = chance.choice((plain, first_person, weak_told, first_person))(work, chance)
    return f"{first}{joint} {second}"


def weak_told(work: Work, chance: random.Random) -> str:
    return f"i {chance.choice(('assisted', 'helped', 'supported'))} the {{X}}{_spaced(work.places)}"


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
    "plain": (plain, 0.12),
    "first_person": (first_person, 0.1),
    "opened": (opened, 0.07),
    "duties": (duties, 0.14),
    "duties_listed": (duties_listed, 0.08),
    "gerund": (gerund, 0.06),
    "nominal": (nominal, 0.09),
    "passive": (passive, 0.09),
    "able": (able, 0.08),
    "led": (led, 0.12),
    "going_on": (going_on, 0.04),
    "titled": (titled, 0.04),
    "carried_out": (carried_out, 0.03),
    "who_did": (who_did, 0.02),
    "told_on": (told_on, 0.05),
    "result_first": (result_first, 0.04),
    "verbless": (verbless, 0.05),
    "weak": (weak, 0.05),
    "present": (present, 0.04),
    "paired": (paired, 0.06),
    "done": (done, 0.03),
    "two_parts": (two_parts, 0.05),
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
