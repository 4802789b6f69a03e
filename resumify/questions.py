"""What a person could answer where a posting asks for more than their facts show, and the way an answer comes in.

An answer is a document with a source of its own, and comes in through the one door like all others. Guesses nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime

from resumify.errors import InvalidInput
from resumify.models import Document, Frozen, MatchReport, Reading, document_id
from resumify.words import detect_language

_ASKED = {
    "en": "The posting asks for: {}. {} Where did you do that, with what, and what came of it?",
    "de": "Die Stelle verlangt: {}. {} Wo haben Sie das gemacht, womit, und was kam dabei heraus?",
    "fr": "L'annonce demande : {}. {} Où l'avez-vous fait, avec quoi, et pour quel résultat ?",
}
_FOUND = {
    "en": {"absent": "Nothing in your profile shows it.", "partly": "Your profile shows a part of it."},
    "de": {"absent": "Nichts in Ihrem Profil zeigt es.", "partly": "Ihr Profil zeigt einen Teil davon."},
    "fr": {"absent": "Rien dans votre profil ne le montre.", "partly": "Votre profil n'en montre qu'une partie."},
}
_HEADED = {"en": "Further experience", "de": "Weitere Erfahrung", "fr": "Autre expérience"}
_NO = re.compile(
    r"\W*(?:no|none|never|not yet|n/a|nein|keine?|nie|nicht|non|aucun\w*|jamais|i (?:have not|haven['’]t|did not|"
    r"didn['’]t|don['’]t|do not|cannot|can['’]t|never)|ich habe (?:kein\w*|nicht|nie)|je n['’])(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 600  # characters of an answer; a highlight is a sentence or two


class Question(Frozen):
    """What to ask the person about one requirement; `id` stays the same for the same requirement."""

    id: str
    requirement: str
    text: str


def questions_of(report: MatchReport, language: str = "en") -> tuple[Question, ...]:
    """Return a question for each requirement that is absent or only partly met, what must be met first."""
    known = language if language in _ASKED else "en"
    weak = [one for one in report.requirements if one.status != "met"]
    return tuple(
        Question(
            id=hashlib.sha256(one.text.casefold().encode()).hexdigest()[:12],
            requirement=one.text,
            text=_ASKED[known].format(one.text.rstrip(" .;:"), _FOUND[known][one.status]),
        )
        for one in sorted(weak, key=lambda one: (one.kind == "nice", one.status == "partly"))
    )


def answered(question: Question, answer: str, owner: str, at: datetime) -> Reading:
    """Return what the person's answer adds to their profile, in their own words; nothing where the answer is no.

    The requirement's words never become the person's: they stand in the source alone. Answering again replaces the
    answer. Raises InvalidInput for an answer that is empty or longer than a line of a résumé can be.
    """
    said = " ".join(answer.split())
    if not said or len(said) > _LONGEST:
        raise InvalidInput(
            f"an answer of one to {_LONGEST} characters was expected; this one has {len(said)}.",
            "Say in a sentence or two what you did.",
        )
    if _NO.match(said):
        return Reading(documents=(), complete=frozenset())
    return Reading(documents=_documents(question, said, owner, at), complete=frozenset())


def _documents(question: Question, said: str, owner: str, at: datetime) -> Sequence[Document]:
    key = f"answer {question.id}"
    return (
        Document(
            id=document_id(owner, "projects", key),
            owner=owner,
            section="projects",
            key=key,
            data={"name": _HEADED.get(detect_language(said), _HEADED["en"]), "highlights": [said]},
            text=said,
            source=f"answer:{question.id}",
            read_at=at,
        ),
    )
