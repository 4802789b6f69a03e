"""Scales on which postings ask and people state: years, command of a language, seniority. The same for both sides.

Reads words and judges nobody.
"""

from __future__ import annotations

import re

from resumify.models import Command, Seniority
from resumify.words import numbers

COMMANDS: tuple[Command, ...] = ("A1", "A2", "B1", "B2", "C1", "C2")
SENIORITIES: tuple[Seniority, ...] = ("intern", "junior", "mid", "senior", "lead", "head")
"""Both from the least up."""

_YEARS = re.compile(r"\s*\+?\s*(?:years?|yrs?|Jahren?|ans?\b|années?|años|anni|jaar|anos|år|lata?\b|roku)", re.I)
_MONTHS = re.compile(r"\s*\+?\s*(?:months?|Monaten?|mois|meses|mesi|maanden|miesięcy|månader)\b", re.I)
_MOST_YEARS = 40
_OF_AGE = re.compile(r"\W*(?:of age|old|alt\b|révolus|de edad|de idade|di età|oud\b|gammal)", re.I)
_RECENT = re.compile(
    r"\b(?:last|past|previous|letzten|vergangenen|dernières|derniers|últimos|ultimi|laatste|afgelopen|ostatnich)\s+$",
    re.I,
)
_COMMANDS: dict[Command, str] = {
    "C2": r"C2|native|mother[- ]tongue|bilingual|mutter\s?sprach\w*|(?:langue )?maternelle|bilingues?|nativ[ao]|"
    r"lengua materna|madrelingua|moedertaal|língua materna|ojczyst\w+|modersmål",
    "C1": r"C1|fluen\w+|business|full professional|proficien\w+|excellent|very good|near[- ]native|"
    r"verhandlungssicher\w*|flie(?:ß|ss)end\w*|sehr gut\w*|courant\w*|couramment|très bon\w*|fluid[ao]|con fluidez|"
    r"muy alto|avanzado|ottim[ao]|vloeiend|uitstekend\w*|avançad[ao]|biegł\w+|zaawansowan\w+|flytande",
    "B2": r"B2|good|advanced|upper[- ]intermediate|professional working|gut\w*|konversationssicher\w*|bonn?e?s?|"
    r"avancé\w*|alto|buon[ao]|goede?|boa?|dobr\w+|goda?",
    "B1": r"B1|intermediate|conversational|limited working|working|fortgeschritten\w*|intermédiaire\w*|intermedi[oa]|"
    r"medio|redelijk\w*|komunikatywn\w+|średni\w*|intermediári[oa]",
    "A2": r"A2|basic\w*|elementary|grundkenntnisse\w*|schulkenntnisse\w*|notions?|scolaire|básic[oa]|scolastic[oa]|"
    r"base|basiskennis|podstawow\w+|grundläggande",
    "A1": r"A1|beginner\w*|anfänger\w*|débutant\w*|principiante|początkując\w+|nybörjare",
}
_SENIORITIES: dict[Seniority, str] = {
    "head": r"head of|director|chief|vice[- ]president|VP|C[EFOTIM]O|direktor\w*|direct(?:eur|rice)|"
    r"diret(?:or|ora|tore)|geschäftsführ\w*|(?:abteilungs|bereichs)leit\w*|dyrektor\w*",
    "lead": r"(?:team|group|tech(?:nical)?|shift)[- ]?lead(?:er)?|lead(?! (?:time|generation|acid|paint|roof|based))|"
    r"principal(?= \w)|supervisor|foreman|(?:team|gruppen|schicht)leit\w*|vorarbeiter\w*|polier\w*|leitende\w*|"
    r"chef(?:fe)? d['’]équipe|capo\w*|jefe de equipo|teamleider",
    "senior": r"(?<!mid[- ])senior(?! (?:living|care|citizens?|homes?|cent(?:re|er)s?|services|housing|management|"
    r"leaders?|stakeholders?))|sr\.?|expérimentée?|confirmée?|sénior|starsz[yae]",
    "mid": r"mid(?:[- ](?:level|senior))?|medior|professional level",
    "intern": r"intern(?:ship)?|trainee|working[- ]student|student (?:nurse|teacher|midwife|assistant)|apprentice|"
    r"werkstudent\w*|praktikant\w*|praktikum|azubi\w*|auszubildende\w*|stagiaire|alternan(?:t|te|ce)|becari[oa]|"
    r"tirocinant\w*|stagiair\w*|praktykant\w*",
    "junior": r"junior|jr\.?|entry[- ]level|graduate(?! (?:degree|school))|berufseinsteiger\w*|débutant\w*|młodsz[yae]",
}
_HELD = re.compile(
    r"\b(?:as|als|comme|en tant que|como|come|jako|som)\s+(?:an?\s+|eine?r?\s+|une?\s+|een\s+)?((?:\S+\s+){0,2}\S+)|"
    r"^\W*(\S+[- ]level\b)",
    re.I,
)


def years_named(text: str) -> float | None:
    """The years of doing something that a text names ("5+ years", "18 Monate"), of a range the lower end; an age and
    "in the last five years" are none."""
    for number in numbers(text):
        if number.unit:
            continue
        for unit, share in ((_YEARS, 1.0), (_MONTHS, 1 / 12)):
            said = unit.match(text, number.end)
            idle = said is None or _OF_AGE.match(text, said.end()) or _RECENT.search(text[: number.start])
            if not idle and number.value * share <= _MOST_YEARS:
                return number.value * share
    return None


def command_in(text: str) -> Command | None:
    """The command of a language that a text states, in its own words or in the CEFR's; of several the best."""
    return next((command for command, words in _COMMANDS.items() if _says(words, text)), None)


def seniority_in(text: str) -> Seniority | None:
    """How senior a title is; None where it does not say. What somebody leads is read before how they began."""
    return next((seniority for seniority, words in _SENIORITIES.items() if _says(words, text)), None)


def seniority_held(text: str) -> Seniority | None:
    """How senior a post is that a sentence asks somebody to have held ("experience as a senior buyer")."""
    found = _HELD.search(text)
    return seniority_in(found[1] or found[2]) if found else None


def _says(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.I) is not None
