"""What the rules need of English grammar: a verb in another form. Edits nothing."""

from __future__ import annotations

from resumify.lexicon.english import nominals, verb_forms

PARTICLES = r"(?:up|out|down|off|back|over|forward|on|together)"
BE = r"(?:was|were|is|are|has been|have been|had been)"
ADVERB = (
    r"(?:also|then|now|mainly|regularly|personally|independently|closely|partly|successfully|later|always|often|mostly"
    r"|usually|frequently|occasionally|initially|finally|carefully|quickly|jointly|largely|first|never|currently"
    r"|previously|heavily|fully|deeply|directly)"
)
_FINITE_MARKS = frozenset("was were is are has have had can could will would may might must".split())


def past(word: str) -> str | None:
    """The past of a verb in any form; None for what is no verb."""
    verb = verb_forms().get(word)
    return verb.past if verb else None


def base(word: str) -> str | None:
    verb = verb_forms().get(word)
    return verb.base if verb else None


def gerund(word: str) -> str | None:
    verb = verb_forms().get(word)
    return verb.gerund if verb else None


def participle(word: str) -> str | None:
    verb = verb_forms().get(word)
    return verb.participle if verb else None


def is_past(word: str) -> bool:
    """Whether the word can be the past or the past participle of a verb."""
    verb = verb_forms().get(word)
    return verb is not None and word in (verb.past, verb.participle)


def is_gerund(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word == verb.gerund


def is_base(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word == verb.base


def is_weak(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and verb.is_weak


def work_of(noun: str) -> str | None:
    """The past of the verb whose work the noun names: "management", "mentoring" -> "managed", "mentored"."""
    verb = nominals().get(noun)
    return verb.past if verb else past(noun) if is_gerund(noun) else None


def leads_with_work(words: str) -> bool:
    """Whether the line begins with the past of a verb of full part."""
    first = words.split(" ", 1)[0]
    return is_past(first) and not is_weak(first)


def has_finite_verb(words: str) -> bool:
    """Whether a part of a line is a clause of its own, as far as its words tell."""
    pieces = words.split()
    return any(word in _FINITE_MARKS or (is_past(word) and not _is_reduced(pieces, i)) for i, word in enumerate(pieces))


def _is_reduced(pieces: list[str], index: int) -> bool:
    """Whether a participle only describes the thing before it ("code written in Go", "found by")."""
    return index > 0 and index + 1 < len(pieces) and pieces[index + 1] in ("by", "in", "with", "from", "for", "on")
