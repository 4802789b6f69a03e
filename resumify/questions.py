"""What a person could answer where a posting asks for more than their facts show, and what an answer adds.

An answer is a document with a source of its own, and comes in through the one door like all others. Guesses nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from resumify.clean import clean_text
from resumify.errors import InvalidInput
from resumify.levels import years_named
from resumify.models import Document, MatchReport, Question, Reading, Section, document_id
from resumify.skills import is_a, mentions
from resumify.words import detect_language

_ASKED = {
    "en": 'The posting asks for "{}". {} If it is true of you: {}',
    "de": "Die Stelle verlangt: „{}“. {} Wenn es auf Sie zutrifft: {}",
    "fr": "L'annonce demande : « {} ». {} Si c'est vrai de vous : {}",
}
_DETAIL = {
    "en": {
        "tongue": "at what level (A1 to C2, or native), and is there a certificate?",
        "degree": "which degree, in what subject, from where, and when?",
        "paper": "which one, who gave it, when, and until when is it valid?",
        "years": "where, from when to when, and what did you do there?",
        "work": "where, since when, and what came of it?",
    },
    "de": {
        "tongue": "auf welchem Niveau (A1 bis C2 oder Muttersprache), und gibt es ein Zertifikat?",
        "degree": "welcher Abschluss, in welchem Fach, wo und wann?",
        "paper": "welcher Nachweis, von wem, seit wann, und bis wann gültig?",
        "years": "wo, von wann bis wann, und was haben Sie dort getan?",
        "work": "wo, seit wann, und was kam dabei heraus?",
    },
    "fr": {
        "tongue": "à quel niveau (de A1 à C2, ou langue maternelle), et avec quel certificat ?",
        "degree": "quel diplôme, dans quelle matière, où et quand ?",
        "paper": "lequel, délivré par qui, quand, et valable jusqu'à quand ?",
        "years": "où, de quand à quand, et qu'y avez-vous fait ?",
        "work": "où, depuis quand, et pour quel résultat ?",
    },
}
"""What makes an answer worth something, by what is asked for."""
_PAPER = re.compile(
    r"\b(?:licen[cs]ed?|certificat\w+|certified|registration|registered|permit|card|ticket|"
    r"führerschein\w*|\w*schein|zertifikat\w*|zertifiziert\w*|nachweis|approbation|permis|certificats?|habilitation|"
    r"carnet|certificad\w+|patente|patentino|rijbewijs|prawo jazdy|uprawnienia|körkort)\b",
    re.IGNORECASE,
)
_FOUND = {
    "en": {"absent": "Nothing in your profile shows it.", "partly": "Your profile shows a part of it."},
    "de": {"absent": "Nichts in Ihrem Profil zeigt es.", "partly": "Ihr Profil zeigt einen Teil davon."},
    "fr": {"absent": "Rien dans votre profil ne le montre.", "partly": "Votre profil n'en montre qu'une partie."},
}
_NO_WORD = (
    r"(?:no(?:pe)?|none|never|not (?:yet|really|at all)|n/a|nein|keine?s?|nie|niemals|nicht|noch nicht|non|aucune?"
)
_NO_WORD += r"|jamais|pas encore|nada|nunca|nee|nooit|geen|nej|nei|nigdy|não|mai)"
_DENIES = (
    r"i (?:(?:have|had|did|do|am|was|can|could)\s?(?:n['’]t|not)|cannot|never)\b|i['’]ve never\b|i have no\b|"
    r"(?:das )?(?:habe|kann|bin) ich (?:noch )?(?:nicht|nie|kein\w*)|"
    r"ich (?:habe|kann|bin|war) (?:noch )?(?:kein\w*|nicht|nie)|"
    r"je (?:n['’]|ne )|"
    r"(?:no tengo|no he|non ho|geen ervaring|nie mam|nie zna\w*)\b"
)
_NO = re.compile(rf"\W*(?:{_NO_WORD}\s*(?:\W*$|[,;:!–—-]+\s|\.\s+(?=[^\W\d]))|(?:{_DENIES}))", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rules?|prompts?|above)\b|\bsystem prompt\b|"
    r"\b(?:ignoriere|missachte|vergiss)\b.{0,40}\b(?:anweisung\w*|regeln?)\b|"
    r"\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:consignes?|instructions?)\b",
    re.IGNORECASE,
)
_LONGEST = 600  # characters of an answer; a highlight is a sentence or two
_LONGEST_NAME = 90  # of a language with its level, or of a degree
_SHOWN = 160  # characters of the requirement that question and source repeat


def questions_of(report: MatchReport, documents: Iterable[Document] = (), language: str = "en") -> tuple[Question, ...]:
    """Return a question for each requirement that is absent or only partly met, what must be met first.

    What `documents`, the person's own, hold an answer to is not asked again, be the answer yes or no.
    """
    known = language[:2] if language[:2] in _ASKED else "en"
    answered_already = {document.key for document in documents}
    weak = [one for one in report.requirements if one.status != "met" and _key(_id(one.text)) not in answered_already]
    ordered = sorted(weak, key=lambda one: (one.kind == "nice", one.status == "partly"))
    asked = (
        Question(
            id=_id(one.text),
            requirement=one.text,
            text=_ASKED[known].format(_short(one.text), _FOUND[known][one.status], _DETAIL[known][_about(one.text)]),
        )
        for one in ordered
    )
    return tuple(asked)


def _about(requirement: str) -> str:
    """What kind of thing is asked for, as far as its words say."""
    if years_named(requirement) is not None:
        return "years"
    if _is_all(requirement, "tongue"):
        return "tongue"
    if _is_all(requirement, "degree"):
        return "degree"
    return "paper" if _PAPER.search(requirement) else "work"


def answered(question: Question, answer: str, owner: str, at: datetime) -> Reading:
    """Return what the person's answer adds to their profile, in their own words: a line, or the language or degree
    that was asked for. A no adds nothing that could be shown and is only remembered.

    The requirement's words never become the person's: they stand in the source alone. Answering again replaces the
    answer. Raises InvalidInput for an answer that is empty, longer than a line of a résumé can be, or an order.
    """
    said = _said(answer)
    section, data = ("projects", {}) if is_no(said) else _told(question, said)
    document = Document(
        id=document_id(owner, "projects", _key(question.id)),
        owner=owner,
        section=section,
        key=_key(question.id),
        data=data,
        text=said,
        source=f'answer to "{_short(question.requirement)}"',
        read_at=at,
    )
    return Reading(documents=(document,), complete=frozenset())


def is_no(answer: str) -> bool:
    """Tell whether the answer says that the person has not done it ("No", "No, but ...", "I have never ...")."""
    return _NO.match(answer) is not None


def _id(requirement: str) -> str:
    return hashlib.sha256(requirement.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _key(question: str) -> str:
    return f"answer {question}"


def _said(answer: str) -> str:
    said = clean_text(" ".join(answer.split()))
    if not any(character.isalnum() for character in said) or len(said) > _LONGEST:
        raise InvalidInput(
            f"an answer of one to {_LONGEST} characters was expected; this one has {len(said):,}.",
            "Say in a sentence or two what you did.",
        )
    if _ORDER.search(said):
        raise InvalidInput("what you did was expected; this answer is an order to a machine.", "Say what you did.")
    return said


def _told(question: Question, said: str) -> tuple[Section, dict[str, Any]]:
    """Where the answer belongs: a language or degree that was asked for and is named stands among its like."""
    if len(said) <= _LONGEST_NAME and _is_all(question.requirement, "tongue") and _names(said, "tongue"):
        return "languages", {"language": said}
    if len(said) <= _LONGEST_NAME and _is_all(question.requirement, "degree") and _names(said, "degree"):
        return "education", {"studyType": said}
    return "projects", {"highlights": [said]}


def _is_all(text: str, broader: str) -> bool:
    found = mentions(text, detect_language(text))
    return bool(found) and all(is_a(one.name, broader) or one.name == broader for one in found)


def _names(text: str, broader: str) -> bool:
    return any(is_a(one.name, broader) for one in mentions(text, detect_language(text)))


def _short(text: str) -> str:
    plain = text.rstrip(" .;:")
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
