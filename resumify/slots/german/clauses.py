"""German clauses of a person's work, told without the person: "Ich betreute [X1]" is "[X1] betreut".

Words in lower case, apart. Only the verb moves, and what falls away governs no case of what stays: an object keeps its
accusative, a subject its nominative, a noun of work stands first without its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumify.lexicon.german import AROUND_NOUNS, nominals, noun_of, parted, verb_forms
from resumify.slots.german.grammar import (
    ARTICLES,
    ENDS,
    HAVE,
    HEADS,
    JOINTS,
    OPEN,
    PARTICLES,
    SUBORDINATE,
    begins_with_work,
    end_of_clause,
    every_spelling,
    is_base,
    is_finite,
    is_list,
    is_participle,
    is_past,
    is_present,
    is_told,
    is_work,
    joined_pasts,
    lists_things,
    participle_of,
)

_ASKED = ("ich hatte die aufgabe ,", "es ist mir gelungen ,", "mir ist es gelungen ,", "es gelang mir ,")
_DUTIES = every_spelling(AROUND_NOUNS)
_IN_CHARGE = every_spelling("verantwortlich hauptverantwortlich zuständig")
_FOR = every_spelling("für fürs")
_CHARGED = _IN_CHARGE | every_spelling("beauftragt betraut")
_AM = ("bin", "war")
_ALSO = every_spelling("außerdem zudem ferner zusätzlich weiterhin dabei dort erfolgreich")
_BEYOND = every_spelling("darüber")
_ROLES = every_spelling("position rolle funktion stelle tätigkeit")
_BELONG = every_spelling("gehörte gehörten gehört gehören")
_COMPRISE = every_spelling(
    "umfassten umfasste umfasst umfassen beinhalteten beinhaltete beinhaltet bestand waren war sind ist"
)
_PASSIVE = ("wurde", "wurden", "ist", "sind", "war", "waren")
_PREDICATES = every_spelling(
    """verantwortlich hauptverantwortlich mitverantwortlich zuständig tätig beteiligt betraut involviert eingebunden
    teil mitglied"""
)
_MODALS = ("durfte", "sollte", "kann")
_DID = ("konnte", "musste")
"""Who could or had to, and tells of it, did."""


def told(words: Sequence[str]) -> list[str]:
    """The words without the person, the duty and the helping verb; as they were where that is not plain."""
    said: list[str] = []
    after_label = False
    for sentence in _sentences(words):
        line = _told(sentence)
        begins = begins_with_work(sentence) or lists_things(sentence)
        said += _nouns(sentence) if after_label and begins else line
        after_label = not line
    return said


def _sentences(words: Sequence[str]) -> Iterator[list[str]]:
    """The words between the marks that end a sentence; the mark goes with what it ends."""
    sentence: list[str] = []
    for word in words:
        sentence.append(word)
        if word in ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _told(sentence: list[str]) -> list[str]:
    end = [word for word in sentence[-1:] if word in ENDS]
    words = sentence[: len(sentence) - len(end)]
    if end == [":"] and words[-1:] and words[-1] in _DUTIES and words[:-1] in ([], ["meine"]):
        return []  # "Aufgaben: Pflege von [X1]"
    opened = _person_first(_without_opening(words))
    for tell in (_without_agent, _told_of_duty, _told_of_charge, _told_in_first_person):
        if (line := tell(opened)) is not None:
            return [*_without_article(line), *end]
    return [*words, *end]


def _without_article(line: list[str]) -> list[str]:
    """ "die [X1] bestellt" -> "[X1] bestellt": plurals and feminines stay what they are, others may not. Whoever was
    stood in for would look like the person."""
    is_head = line[:1] == ["die"] and bool(line[1:]) and (HEADS.fullmatch(line[1]) or line[1] in nominals())
    return line[1:] if is_head and "vertreten" not in line else line


def _person_first(words: list[str]) -> list[str]:
    """ "Habe [X1] montiert", "verantwortlich war ich für" with the "ich" where it is looked for."""
    if words[:1] and words[0] in (*HAVE, *_AM) and "ich" not in words[:3]:
        return ["ich", *words]
    if words[:1] and words[0] in _IN_CHARGE and words[1:3] in (["war", "ich"], ["bin", "ich"]):
        return ["ich", words[1], words[0], *words[3:]]
    return words


def _without_opening(words: list[str]) -> list[str]:
    """ "In dieser Position habe ich ..." -> "ich habe ..."; "außerdem erstellte ich ..." too."""
    start = 0
    if words[:1] and words[0] in ("in", "bei") and words[1:2] and words[1] in ("dieser", "meiner"):
        start = 3 if words[2:3] and words[2] in _ROLES else 0
    elif words[:1] and words[0] in _ALSO:
        start = 1
    elif words[:1] and words[0] in _BEYOND and words[1:2] == ["hinaus"]:
        start = 2
    rest = words[start:]
    if len(rest) > 1 and rest[1] == "ich":
        return ["ich", rest[0], *rest[2:]]
    return words


def _without_agent(words: list[str]) -> list[str] | None:
    """ "[X1] wurde von mir erstellt" -> "[X1] erstellt"."""
    agent = next((i for i in range(len(words) - 1) if words[i : i + 2] in (["von", "mir"], ["durch", "mich"])), None)
    be = next((i for i, word in enumerate(words) if word in _PASSIVE), None)
    if agent is None or be is None or words[0] == "ich" or not (0 < be < agent or (agent, be) == (0, 2)):
        return None
    gone = {be, agent, agent + 1} | ({0} if words[0] == "es" else set())
    left = [word for i, word in enumerate(words) if i not in gone and word != "worden"]
    clause = left[: end_of_clause(left)]
    others = [word for word in clause if is_finite(word) or word in OPEN]
    return left if clause and is_participle(clause[-1]) and not others and is_list(left[:be]) else None


def _told_of_duty(words: list[str]) -> list[str] | None:
    """ "Zu meinen Aufgaben gehörte die Pflege von [X1]" -> "Pflege von [X1]"; "Meine Aufgabe war es, [X1] zu
    erstellen" -> "[X1] erstellt"."""
    start = 0
    if " ".join(words).startswith(_ASKED):
        return _done(words[words.index(",") + 1 :]) if "," in words[:6] else None
    if words[:2] == ["zu", "meinen"] and words[2:3] and words[2] in _DUTIES and words[3:4] and words[3] in _BELONG:
        start = 4
    elif words[:1] and words[0] in ("meine", "mein") and words[1:2] and words[1] in _DUTIES:
        start = 3 if words[2:3] and words[2] in _COMPRISE else 0
    if not start:
        return None
    rest, verb = words[start:], words[start - 1]
    if rest[:2] == ["unter", "anderem"]:
        rest = rest[2:]
    if rest[:1] in (["es"], ["auch"]):
        rest = rest[1:]
    if rest[:2] in (["darin", ","], ["darin", ":"]):
        rest = rest[1:]
    if rest[:1] == [","]:
        rest = rest[1:]
    if begins_with_work(rest) or lists_things(rest):
        return _nouns(rest)
    return (
        _done(rest)
        if verb in ("war", "waren", "bestand") or verb in every_spelling("gehörte umfasste umfassten")
        else None
    )


def _told_of_charge(words: list[str]) -> list[str] | None:
    """ "Ich war verantwortlich für die Pflege von [X1]" -> "Pflege von [X1]"; who was so for a thing stays so."""
    am = words[:2] in (["ich", "war"], ["ich", "bin"])
    rest = words[2:] if am else words
    if rest[:1] and rest[0] in _IN_CHARGE and rest[1:2] and rest[1] in _FOR and begins_with_work(rest[2:]):
        return _nouns(rest[2:])
    if am and rest[:1] and rest[0] in _FOR and begins_with_work(rest[1:]):
        end = end_of_clause(rest)
        if rest[end - 1] in _IN_CHARGE:
            return _nouns([*rest[1 : end - 1], *rest[end:]])
    if am and words[1] == "war" and len(rest) > 2 and rest[0] in every_spelling("dafür damit") and rest[1] in _CHARGED:
        return _done(rest[3:] if rest[2] == "," else rest[2:])
    return None


def _told_in_first_person(words: list[str]) -> list[str] | None:
    """ "Ich habe [X1] betreut", "Ich betreute [X1]" -> "[X1] betreut"; "Ich leite [X1]" -> "Leite [X1]"."""
    i = next((i for i, word in enumerate(words) if word == "ich"), None)
    if i is None or len(words) < 3:
        return None
    before, verb, rest = (words[:0], words[1], words[2:]) if i == 0 else (words[: i - 1], words[i - 1], words[i + 1 :])
    clause = rest[: end_of_clause(rest)]
    if not clause or "," in before or OPEN.intersection((*before, *clause)) or any(map(is_finite, before)):
        return None
    if verb in (*HAVE, *_AM):
        line = _without_helping_verbs(rest[1:] if rest[0] == "dort" else rest) if verb in HAVE else rest
        return [*before, *line] if _is_predicate(line, verb) else None
    if is_past(verb):
        return None if (line_ := _with_participles(verb, rest)) is None else [*before, *line_]
    if verb in _DID:
        return None if (line_ := _done(rest, "")) is None else [*before, *line_]
    return _told_today(verb, rest) if not before else None


def _told_today(verb: str, rest: list[str]) -> list[str] | None:
    """ "Ich pflege die [X1]" -> "Pflege der [X1]", for "die" says the same in the genitive; else "Leite [X1]"."""
    if not is_present(verb):
        return [verb, *rest] if verb in _MODALS else None
    clause = rest[: end_of_clause(rest)]
    plain = not any(map(is_told, clause)) and clause[-1] not in PARTICLES
    if plain and (noun := noun_of(verb)) and rest[0] == "die" and rest[1:2] and HEADS.fullmatch(rest[1]):
        return [noun, "der", *rest[1:]] if rest[2:3] != ["und"] else [verb, *rest]
    return [verb, *rest]


def _is_predicate(line: list[str], verb: str) -> bool:
    """Whether the line says something without "habe" or "war" too."""
    clause = line[: end_of_clause(line)]
    if any(map(is_told, clause)) or joined_pasts(line[len(clause) :]):
        return False
    is_done = bool(clause) and is_participle(clause[-1])
    return is_done or (verb in _AM and not _PREDICATES.isdisjoint(clause))


def _without_helping_verbs(rest: list[str]) -> list[str]:
    """ "[X1] erstellt und ich habe [X2] geprüft" -> "[X1] erstellt und [X2] geprüft"."""
    line: list[str] = []
    for word in rest:
        helps = word == "ich" or word in HAVE
        dropped = len(line) < len(rest) and helps and bool(line) and line[-1] in JOINTS
        if not dropped:
            line.append(word)
    return line


def _with_participles(verb: str, rest: list[str]) -> list[str] | None:
    """The clause whose preterite is `verb`, and those joined to it, each with its participle at its end."""
    end = end_of_clause(rest)
    if joined_pasts(rest[end:]) or (
        rest[end + 1 : end + 2] and rest[end + 1] not in SUBORDINATE and any(map(is_finite, rest[end:]))
    ):
        return None
    verbs, joints, parts = [[verb]], [""], [list[str]()]
    place = 0
    while place < end:
        word = rest[place]
        joins = word in (*JOINTS, ",") and place + 1 < end and is_past(rest[place + 1])
        if joins and not parts[-1]:
            verbs[-1] += [word, rest[place + 1]]
        elif joins:
            verbs.append([rest[place + 1]])
            joints.append(word)
            parts.append([])
        else:
            parts[-1].append(word)
        place += 2 if joins else 1
    line: list[str] = []
    for said, joint, part in zip(verbs, joints, parts, strict=True):
        if (turned := _turned(said, part)) is None:
            return None
        line += [joint, *turned] if joint else turned
    return [*line, *rest[end:]]


def _turned(verbs: list[str], words: list[str]) -> list[str] | None:
    """One part with the participles of its preterites at the end; None where it is no plain one."""
    if not words or any(is_finite(word) or is_base(word) for word in words):
        return None
    if len(verbs) == 1 and words[-1] in PARTICLES:
        whole = parted().get((verbs[0], words[-1]))
        return None if whole is None else [*words[:-1], whole.participle]
    told = [word if word in (*JOINTS, ",") else participle_of(word) for word in verbs]
    if "" in told or words[-1] in PARTICLES or not is_list(words):
        return None
    return [*words, *told]


def _done(rest: list[str], to: str = "zu") -> list[str] | None:
    """ "[X1] zu erstellen und [X2] einzuführen" -> "[X1] erstellt und [X2] eingeführt"; the infinitives without a
    "zu" where `to` is ""."""
    end = end_of_clause(rest)
    line: list[str] = []
    for word in rest[:end]:
        verb = verb_forms().get(word)
        if is_finite(word) or word in OPEN:
            return None
        if verb is not None and verb.particle and word == verb.to_base:
            line.append(verb.participle)
        elif verb is not None and word == verb.base and (not to or line[-1:] == [to]):
            line = [*(line[:-1] if to else line), verb.participle]
        else:
            line.append(word)
    return [*line, *rest[end:]] if line and line != rest[:end] and is_participle(line[-1]) else None


def _nouns(words: list[str]) -> list[str]:
    """Nouns of work without their articles: "die Wartung von [X1] und die Prüfung von [X2]"."""
    return [
        word
        for i, word in enumerate(words)
        if not (
            word in ARTICLES
            and (i == 0 or words[i - 1] in (*JOINTS, ","))
            and i + 1 < len(words)
            and (is_work(words, i + 1) or HEADS.fullmatch(words[i + 1]))
        )
    ]
