"""Instructions that are not followed, in words: claims that the person's facts do not make, and what is no matter of
form. Changes no résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resumify.models import Fact
from resumify.tailor.asking import tongues_in
from resumify.tailor.request import Request, is_followed, wishes_of
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

_CLAIMS = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!ne )\b(?:say|claim|state|pretend|invent|make up|lie|exaggerate|inflate|"
    r"add|list|include|mention|write|put|give me|make me|call me|present me as|tell \w+|change|turn|increase|raise|"
    r"round|"
    r"sag\w* (?:ihnen|denen)|behaupte|erfinde|übertreibe|ergänze|füge|schreibe?|gib an|erwähne|nenne|mach mich|erhöhe|"
    r"prétends?|invente|ajoute[rz]?|écri[st]|mentionne|indique|exagère|dis que)\b(?P<what>[^.;!?\n]{2,160})",
    re.IGNORECASE,
)
_INVENTION = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nichts )(?<!rien )\b(?:invent|make (?:\w+ )?up|lie\b|exaggerate|"
    r"inflate|fake|erfinde|übertreibe|lüge|prétends?|exagère|mens\b)",
    re.IGNORECASE,
)
_ALTERED = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nicht )\b(?:round|increase|raise|inflate|exaggerate|upgrade|promote me|"
    r"backdate|predate|change|turn|rename|erhöhe|runde|rechne|ändere|verlängere|verschiebe|mach(?:e)? aus|gonfle[rz]?|"
    r"arrondi[srt]\w*|augmente[rz]?|rallonge[rz]?|change[rz]|modifie[rz]?|transforme[rz]?)\b.{0,60}"
    r"(?:\d|\b(?:years?|titles?|dates?|jobs?|numbers?|figures?|degrees?|experience|jahre?\w*|titel|daten|zahlen|stelle\w*|"
    r"festanstellung|abschluss|erfahrung|ans|années|titres?|dates|chiffres|diplômes?|poste|expérience)\b)",
    re.IGNORECASE,
)
"""What turns a fact into another."""
_REMINDER = re.compile(r"\b(?:true|truth\w*|honest\w*|wahr\w*|ehrlich\w*|vrai\w*|honnête\w*)\b", re.IGNORECASE)
_COURTESY = re.compile(
    r"\W*(?:please|thanks?(?: you)?(?: a lot| very much| so much)?|bitte(?: schön)?|(?:vielen |herzlichen )?danke?|"
    r"merci(?: beaucoup| d['’]avance)?|hello|hi|hallo|guten tag|bonjour|regards|viele grüße|cordialement|"
    r"(?:please )?do not invent anything|(?:bitte )?nichts erfinden|n['’]invente[rz]? rien)\W*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;\n]+(?:\s+|$)|\n")
_ASKABLE = "What can be asked for: pages, the headings' language, what to stress and what to leave out."
_LONGEST = 120  # characters of an instruction that a note repeats
_FORM = frozenset(
    """that i have has am was were had a an the my me to in as of with into up down and or please more most only sure
    résumé resume cv page pages section sections first last line lines bullet bullets list summary headline skills skill
    experience years year top bottom short shorter long longer order english german french spanish language tone formal
    degree claim claims it them contact email phone dates date highlights projects languages education work
    emphasis focus accent front more show title titles job role sound seem look like than senior
    rein dass ich habe bin mein meine lebenslauf seite seiten abschnitt kurz zusammenfassung auf deutsch englisch
    que j'ai suis mon ma mes page pages rubrique résumé en français anglais""".split()
)
"""Words of form, which claim nothing of a person."""


def refusals(instructions: str, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return a sentence for each instruction that asks for something the facts do not say, for an invention, or for
    what cannot be asked for; () where all are followed."""
    if not instructions.strip():
        return ()
    known = {form for fact in facts for form in _forms(f"{fact.text} {fact.context} {_values(fact)}")}
    return tuple(
        note
        for said in _SENTENCE.split(instructions)
        if (note := _note(said.strip(), known) or _without_effect(said.strip(), facts))
    )


def _without_effect(said: str, facts: Sequence[Fact]) -> str:
    """A note where something is to be stressed or left out that no fact mentions, and nothing else is asked."""
    wishes = wishes_of(Request(profile="", job="", instructions=said))
    if not (wishes.stressed or wishes.unwanted) or wishes != replace(
        wishes, pages=2, left_out=frozenset(), language=None, hidden=frozenset()
    ):
        return ""
    if any(wishes.stresses(fact.text) or wishes.drops(fact.text) for fact in facts):
        return ""
    return f'Nothing to do for: "{_short(said)}". Your facts do not mention it.'


def _note(said: str, known: set[str]) -> str:
    if not any(character.isalnum() for character in said):
        return ""
    if _ALTERED.search(said):
        return f'Not done: "{_short(said)}". Dates, titles and figures stay as your facts have them.'
    for asked, missing in _unsupported(said, known):
        return f'Not done: "{asked}". Your facts do not say "{missing}"; if it is true, add it to your profile first.'
    if _INVENTION.search(said):
        return f'Not done: "{_short(said)}". Nothing is invented here.'
    if len(tongues_in(said)) > 1:
        return f'Not done: "{_short(said)}". That is more than one language; ask for one.'
    if len(said.split()) < 2 or is_followed(said) or _restates(said) or _REMINDER.search(said):
        return ""
    if _COURTESY.fullmatch(said):
        return ""
    return f'Not done: "{_short(said)}". {_ASKABLE}'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _unsupported(instruction: str, known: set[str]) -> Iterator[tuple[str, str]]:
    for found in _CLAIMS.finditer(instruction):
        missing = next((word for word in _claimed(found["what"], instruction) if _forms(word).isdisjoint(known)), "")
        if missing:
            yield " ".join(found[0].split()), missing


def _restates(instruction: str) -> bool:
    """Whether it asks to say something, which the facts then say already."""
    return any(_claimed(found["what"], instruction) for found in _CLAIMS.finditer(instruction))


def _claimed(what: str, instruction: str) -> list[str]:
    """The words that would be a claim: neither function words nor words of form."""
    silent = FUNCTION_WORDS.get(detect_language(instruction), frozenset()) | _FORM
    return [token.text for token in tokens(what) if token.text.casefold() not in silent]


def _forms(text: str) -> set[str]:
    words = [token.text for token in tokens(text)]
    return {stem(word, language) for word in words for language in ("en", "de", "fr")}


def _values(fact: Fact) -> str:
    """What an entry says besides its text: titles, institutions, keywords."""
    return " ".join(str(value) for key, value in fact.data.items() if key not in ("email", "phone", "url", "profiles"))
