"""How people put a piece of work into German words: first person, duties, passive, nouns, results, lesser parts.

Each wording gives what the person might have written, nouns in lower case as a model sees them; what a careful writer
makes of it is not said here.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from resumify.corpus.german.work import Work, another, make, noun_of_work, places, thing
from resumify.lexicon.german import Verb

Wording = Callable[[Work, random.Random], str]

_OPENINGS = (
    "in dieser position", "in dieser rolle", "in dieser funktion", "außerdem", "zudem", "darüber hinaus",
    "in meiner position", "zusätzlich", "ferner", "dort", "dabei", "in dieser stelle",
)  # fmt: skip
_ADVERBS = (
    "erfolgreich", "täglich", "regelmäßig", "gemeinsam mit {X}", "selbstständig", "dort", "auch", "wöchentlich",
    "zusammen mit {NUM}", "mit {X}", "im {X}", "eigenständig", "effizient", "monatlich", "aktiv",
)  # fmt: skip
_IN_CHARGE = ("verantwortlich", "verantwortlich", "zuständig", "hauptverantwortlich")
_BELONGS = (
    "zu meinen aufgaben gehörte", "zu meinen aufgaben gehörten", "zu meinen aufgaben gehört",
    "zu meinen tätigkeiten gehörte",
    "meine aufgabe war", "meine aufgaben waren", "meine aufgaben umfassten", "meine tätigkeit umfasste", "aufgaben:",
    "meine tätigkeiten umfassten", "meine hauptaufgabe war", "meine aufgaben sind", "meine tätigkeiten beinhalteten",
    "tätigkeiten:", "zu meinen aufgaben gehören", "zu meinen hauptaufgaben gehörte",
)  # fmt: skip
_LESSER = (
    "mitwirkung bei {dative}", "mithilfe bei {dative}", "mitarbeit in {dative}", "teilnahme an {dative}",
    "ich war an {dative} beteiligt", "ich war beteiligt an {dative}", "ich half bei {dative}", "half bei {dative}",
    "ich unterstützte {accusative} bei {dative}", "unterstützung bei {dative}", "ich habe bei {dative} geholfen",
    "ich habe {accusative} unterstützt", "ich wirkte an {dative} mit", "ich habe an {dative} mitgewirkt",
    "ich war teil {genitive}", "ich war mitglied {genitive}", "ich assistierte bei {dative}", "an {dative} beteiligt",
    "unterstützte {accusative} bei {dative}", "ich durfte {accusative} begleiten", "ich nahm an {dative} teil",
    "ich habe an {dative} teilgenommen", "ich trug zu {dative} bei", "ich konnte {accusative} {base}",
    "durfte {accusative} {base}", "ich war als {nominative} tätig", "ich war für {accusative} tätig",
)  # fmt: skip


def participle_last(work: Work, chance: random.Random) -> str:
    """ "[X1] betreut": good as it is."""
    return f"{_clause(work, work.verb, chance)}{work.result}"


def noun_first(work: Work, chance: random.Random) -> str:
    """ "Betreuung von [X1]": good as it is."""
    return f"{_nouns(chance)} {_of(chance)}{_spaced(work.places)}{work.aside}{work.result}"


def doing_first(work: Work, chance: random.Random) -> str:
    """ "Erstellen von [X1]"."""
    more = f" {chance.choice(('und', 'sowie'))} {another(chance).base}" if chance.random() < 0.4 else ""
    lead = chance.choice(("", "", "", "verantwortlich für das ", "ich war zuständig für das ", "zuständig für das "))
    return f"{lead}{work.verb.base}{more} von {thing('dative', chance)}{_spaced(work.places)}{work.aside}"


def perfect(work: Work, chance: random.Random) -> str:
    helping = chance.choices(("habe", "hatte"), (0.9, 0.1))[0]
    said = f"ich {helping}"
    if chance.random() < 0.3:
        said = f"{chance.choice(_OPENINGS)} {helping} ich"
    return f"{said} {_clause(work, work.verb, chance)}{work.result}"


def preterite(work: Work, chance: random.Random) -> str:
    opened = chance.random() < 0.25
    said = f"{chance.choice(_OPENINGS)} {work.verb.root_past} ich" if opened else f"ich {work.verb.root_past}"
    return f"{said} {_main(work, work.verb, chance)}{work.aside}{work.result}"


def inverted(work: Work, chance: random.Random) -> str:
    """ "In [ORG1] betreute ich [X1]"."""
    place = places(chance) or "in {X}"
    if chance.random() < 0.5:
        return f"{place} {work.verb.root_past} ich {_main(work, work.verb, chance)}{work.aside}"
    return f"{place} habe ich {_clause(work, work.verb, chance)}"


def today(work: Work, chance: random.Random) -> str:
    """What somebody does today."""
    said = chance.choice(("ich ", "ich ", "")) + work.verb.root_present
    return f"{said} {_main(work, work.verb, chance)}{work.aside}"


def preterite_first(work: Work, chance: random.Random) -> str:
    """ "Betreute [X1]", which stays."""
    return f"{work.verb.root_past} {_main(work, work.verb, chance)}{work.aside}{work.result}"


def in_charge(work: Work, chance: random.Random) -> str:
    am = chance.choice(("ich war ", "ich bin ", "", ""))
    what = _charged(work, chance)
    if am and chance.random() < 0.35:
        return f"{am}für {what} {chance.choice(_IN_CHARGE)}{work.aside}"
    opened = chance.random() < 0.12
    said = f"in dieser position war ich {chance.choice(_IN_CHARGE)}" if opened else f"{am}{chance.choice(_IN_CHARGE)}"
    return f"{said} für {what}{work.aside}{work.result}"


def belongs_to(work: Work, chance: random.Random) -> str:
    also = chance.choice(("", "", "", "auch ", "unter anderem "))
    what = f"{_article(chance)}{noun_of_work(chance)} {_of(chance)}{_spaced(work.places)}"
    if chance.random() < 0.35:
        what += f" {chance.choice(('und', 'sowie'))} {_article(chance)}{noun_of_work(chance)} {_of(chance)}"
    return f"{chance.choice(_BELONGS)} {also}{what}{work.aside}"


def to_do(work: Work, chance: random.Random) -> str:
    """ "Meine Aufgabe war es, [X1] zu erstellen"."""
    lead = chance.choice(("meine aufgabe war es,", "zu meinen aufgaben gehörte es,", "meine hauptaufgabe war es,"))
    return f"{lead} {_to_do(work, chance)}{work.aside}"


def for_that(work: Work, chance: random.Random) -> str:
    """ "Ich war dafür verantwortlich, [X1] zu erstellen"."""
    return f"ich war dafür {chance.choice(_IN_CHARGE)}, {_to_do(work, chance)}{work.aside}"


def by_me(work: Work, chance: random.Random) -> str:
    be = chance.choice(("wurde", "wurden", "wurde", "wurden", "ist", "sind"))
    by = chance.choice(("von mir", "von mir", "durch mich"))
    at_end = " worden" if be in ("ist", "sind") and chance.random() < 0.5 else ""
    done = f"{by}{_spaced(work.places)} {work.verb.participle}{at_end}"
    if chance.random() < 0.3:
        done = f"{work.places} {by} {work.verb.participle}{at_end}"
    return f"{thing('nominative', chance)} {be} {done}{work.aside}{work.result}"


def happened(work: Work, chance: random.Random) -> str:
    """A passive without a doer, which stays."""
    be = chance.choice(("wurde", "wurden"))
    return f"{thing('nominative', chance)} {be}{_spaced(work.places)} {work.verb.participle}{work.aside}"


def lesser(work: Work, chance: random.Random) -> str:
    """A lesser part, which stays one."""
    said = chance.choice(_LESSER).format(
        nominative="{X}", accusative=thing("accusative", chance, 1), dative=thing("dative", chance, 1),
        genitive=thing("genitive", chance, 1), base=work.verb.base,
    )  # fmt: skip
    return f"{said}{work.aside}"


def came_of(work: Work, chance: random.Random) -> str:
    """A result, and the work of which it came: it stays."""
    change = chance.choice(("um {PCT}", "von {NUM} auf {NUM}", "auf {PCT}", "um {NUM}"))
    rose = chance.choice(("stieg", "sank", "wuchs"))
    why = chance.choice(("nachdem", "weil", "da", "indem"))
    done = f"ich {work.object} {work.verb.participle} {chance.choice(('hatte', 'habe'))}"
    return f"{thing('nominative', chance, 1)} {rose} {change}, {why} {done}"


def joined(work: Work, chance: random.Random) -> str:
    """Two or three pieces of work in one sentence."""
    form = chance.choice(("perfect", "preterite", "preterite", "past", "shared"))
    other = another(chance)
    if form == "shared":
        verbs = [verb for verb in (work.verb, other) if not verb.particle] or [work.verb]
        said = " und ".join(verb.root_past for verb in verbs)
        return f"ich {said} {_main(work, verbs[-1], chance)}"
    joint = chance.choice((" und ", " und ", " sowie "))
    if form == "preterite":
        second = f"{other.root_past} {thing('accusative', chance, 1)}{_particle(other)}"
        return f"ich {work.verb.root_past} {_main(work, work.verb, chance)}{joint}{second}{work.result}"
    second = f"{thing('accusative', chance, 1)} {other.participle}"
    lead = chance.choice(("ich habe ", "ich habe ", "außerdem habe ich ")) if form == "perfect" else ""
    again = chance.choice(("", "", "ich habe ", "habe ")) if form == "perfect" and joint == " und " else ""
    return f"{lead}{_clause(work, work.verb, chance)}{joint}{again}{second}{work.result}"


def two_parts(work: Work, chance: random.Random) -> str:
    """Two sentences, or a sentence and a note."""
    first = chance.choice((perfect, preterite, participle_last, noun_first, in_charge, by_me))(work, chance)
    second = chance.choice((participle_last, note, note, perfect, preterite))(make(chance), chance)
    return f"{first}{chance.choice((';', '.', ' -', ';'))} {second}"


def note(work: Work, chance: random.Random) -> str:
    """A note without a verb, which stays as it is."""
    lead = chance.choice(("", "", "", "für ", "mit ", "als "))
    return f"{lead}{thing('dative', chance)}{_spaced(work.places)}{work.aside}"


WORDINGS: dict[str, tuple[Wording, float]] = {
    "participle_last": (participle_last, 0.09),
    "noun_first": (noun_first, 0.08),
    "doing_first": (doing_first, 0.04),
    "perfect": (perfect, 0.13),
    "preterite": (preterite, 0.14),
    "inverted": (inverted, 0.04),
    "today": (today, 0.05),
    "preterite_first": (preterite_first, 0.06),
    "in_charge": (in_charge, 0.12),
    "belongs_to": (belongs_to, 0.08),
    "to_do": (to_do, 0.05),
    "for_that": (for_that, 0.03),
    "by_me": (by_me, 0.09),
    "happened": (happened, 0.03),
    "lesser": (lesser, 0.07),
    "came_of": (came_of, 0.03),
    "joined": (joined, 0.09),
    "two_parts": (two_parts, 0.06),
    "note": (note, 0.04),
}
"""Wording and its share of the German facts."""


def _clause(work: Work, verb: Verb, chance: random.Random) -> str:
    """ "täglich [X1] in [X2] betreut"."""
    adverb = f"{chance.choice(_ADVERBS)} " if chance.random() < 0.2 else ""
    return f"{adverb}{work.object}{_spaced(work.places)} {verb.participle}{work.aside}"


def _main(work: Work, verb: Verb, chance: random.Random) -> str:
    """ "täglich [X1] in [X2]", and the particle of the verb."""
    adverb = f"{chance.choice(_ADVERBS)} " if chance.random() < 0.2 else ""
    return f"{adverb}{work.object}{_spaced(work.places)}{_particle(verb)}"


def _to_do(work: Work, chance: random.Random) -> str:
    said = f"{work.object}{_spaced(work.places)} {_infinitive(work.verb)}"
    if chance.random() < 0.25:
        said += f" und {thing('accusative', chance, 1)} {_infinitive(another(chance))}"
    return said


def _infinitive(verb: Verb) -> str:
    return verb.to_base or f"zu {verb.base}"


def _charged(work: Work, chance: random.Random) -> str:
    """What somebody is in charge of: work, or a thing."""
    if chance.random() < 0.25:
        return thing("accusative", chance, 1)
    said = f"{chance.choice(('die ', 'die ', 'den ', 'das ', ''))}{_nouns(chance)} {_of(chance)}{_spaced(work.places)}"
    if chance.random() < 0.3:
        return f"{said} und {chance.choice(('die ', 'die ', 'den ', ''))}{noun_of_work(chance)} {_of(chance)}"
    return said


def _article(chance: random.Random) -> str:
    return chance.choice(("die ", "die ", "der ", "das ", ""))


def _nouns(chance: random.Random) -> str:
    first = noun_of_work(chance)
    return f"{first} {chance.choice(('und', 'sowie'))} {noun_of_work(chance)}" if chance.random() < 0.2 else first


def _of(chance: random.Random) -> str:
    """What a noun of work is of."""
    kind = chance.random()
    if kind < 0.6:
        return f"von {thing('dative', chance, 1)}"
    return thing("genitive", chance, 1) if kind < 0.92 else "{X}"


def _particle(verb: Verb) -> str:
    return _spaced(verb.particle)


def _spaced(text: str) -> str:
    return f" {text}" if text else ""
