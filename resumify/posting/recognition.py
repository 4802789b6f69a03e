"""Whether a text is a job posting at all, and if not, what it looks like instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.errors import NotAPosting
from resumify.models import Requirement
from resumify.posting.cues import cue, signs
from resumify.skills import is_known

_HINT = "Paste the whole text of the job posting: its title, tasks and requirements."
_SHORTEST = 4  # words; "Python developer, 5 years Django" is a posting somebody may paste
_SHORT = 40  # words of an advertisement in a window
_RECIPE = re.compile(
    r"\b\d+\s?(?:g|ml|cups?|tbsp|tsp|tablespoons?|teaspoons?|EL|TL|cuillères?)\b|\bpreheat\b|\bingredients\b|\bzutaten\b|\bingrédients\b",
    re.I,
)
_DATES = re.compile(
    r"\b(?:19|20)\d\d\s?(?:[-–—]|to|bis|à)\s?(?:\w+\s)?(?:(?:19|20)\d\d|present|now|today|heute|aujourd)", re.I
)
_APPLICANT = re.compile(
    r"^\W*dear (?:sir|madam|hiring|recruit|mr|mrs|ms)|\bI(?:['’]m| am) (?:applying|writing to apply)|"
    r"hiermit bewerbe ich|je vous (?:adresse|soumets|présente) ma candidature|me dirijo a ustedes",
    re.I,
)
_READER = re.compile(
    r"\b(?:you|your|we|our|us|apply|sie|ihre?|du|dein\w*|wir|uns\w*|vous|votre|vos|nous|notre|candidate|bewerb\w*)\b",
    re.I,
)


def refuse_what_is_no_posting(text: str, requirements: Sequence[Requirement], pasted: str) -> None:
    """Raise NotAPosting, naming what was found, unless the text asks somebody for something. `pasted` is the text with
    what a site has around it."""
    words = text.split()
    if len(words) <= _SHORTEST and len(set(cue("cookies").findall(pasted))) > 1:
        raise NotAPosting("this is a notice about cookies, not a job posting.", _HINT)
    if not words:
        raise NotAPosting("the job posting is empty.", _HINT)
    if len(words) < 250 and (error := cue("error page").search(text)) and len(requirements) < 3:
        raise NotAPosting(f'this is an error or login page, not a job posting: it says "{error[0]}".', _HINT)
    if len(requirements) < 3 and (kind := _other_kind(text)):
        raise NotAPosting(f"this looks like {kind}, not a job posting.", _HINT)
    if len(words) < _SHORTEST:
        raise NotAPosting(f"a job posting was expected, and only {_count(len(words), 'word')} found.", _HINT)
    if len(_RECIPE.findall(text)) >= 3 and len(requirements) < 3:
        raise NotAPosting("this looks like a recipe, not a job posting.", _HINT)
    if len(_DATES.findall(text)) >= 3 and not _READER.search(text):
        raise NotAPosting("this looks like a résumé, not a job posting.", _HINT)
    if _APPLICANT.search(text) and len(requirements) < 3:
        raise NotAPosting("this looks like an application, not a job posting.", _HINT)
    cues = sum(sign.search(text) is not None for sign in signs())
    known = sum(is_known(term) for requirement in requirements for term in requirement.terms)
    short = known > 0 and len(words) < _SHORT and cue("hiring").search(text) is not None
    both = {requirement.kind for requirement in requirements} == {"must", "nice"}  # few texts but postings say both
    if not requirements or cues < (1 if short or both else 2) or (cues < 3 and not known and len(words) > 60):
        raise NotAPosting(
            f"a job posting was expected; these {_count(len(words), 'word')} "
            + ("ask nobody for anything." if not requirements else "do not read like one."),
            _HINT,
        )


def _other_kind(text: str) -> str:
    """What the text is instead, where it says several things that only such a text says."""
    kinds = (("invoice", "an invoice"), ("sign-in", "a sign-in page"))
    said = {kind: {found[0].casefold() for found in cue(name).finditer(text)} for name, kind in kinds}
    return next((kind for kind, words in said.items() if len(words) > 1), "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"
