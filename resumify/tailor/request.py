"""What a person asks for, and what of their instructions changes the résumé. An instruction never adds a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from resumify.headings import section_of
from resumify.models import Frozen, Section
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

_NOT = r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nicht )"
_LEAVE_OUT = re.compile(
    rf"{_NOT}\b(?:leave (?:out|off|away)|omit|drop|skip|remove|exclude|without|no|ohne|streiche?|entferne|lass(?:e|t)?|"
    r"sans|omets|omettez|supprime[rz]?|enl[eè]ve[rz]?|sin|omite|senza|zonder|utan)\b\s*:?\s+([^.;!?\n]+)",
    re.IGNORECASE,
)
_STRESS = re.compile(
    rf"{_NOT}\b(?:stress|emphasi[sz]e|focus(?:ing)? on|highlight|prioriti[sz]e|underline|betone|betonen|"
    r"hebe|fokus(?:siere)? auf|schwerpunkt auf|mets? l['’]accent sur|mettez l['’]accent sur|mettez en avant|"
    r"mets en avant|destaca|enfatiza|sottolinea|evidenzia|benadruk|betona)\b\s*:?\s+([^.;!?\n]+)",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?P<one>one|1|a single|single|eine[rn]?|une(?: seule)?|una|un|één|en)[\s-]+"
    r"(?:pages?|seiten?|pagina|página|sida)\b"
    r"|\b(?P<two>two|2|zwei|deux|dos|due|twee|två)[\s-]+(?:pages?|seiten?|pagine|páginas|pagina's|sidor)\b"
    r"|\b(?P<einseitig>einseitig)|\b(?P<zweiseitig>zweiseitig)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|/|\band\b|\bor\b|\bnor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\be\b|\ben\b|\boch\b)\s*")
_AROUND = re.compile(
    r"^(?:(?:the|my|any|all|all of|section|die|den|das|der|meine?n?|alle|abschnitt|les?|la|l['’]|mes|ma|mon|rubrique|"
    r"mis?|las?|los|i|le|mijn|mina)\s+)+|\s+(?:sections?|abschnitte?|weg|aus|hervor|rubriques?|please|bitte)$",
    re.IGNORECASE,
)


class Request(Frozen):
    """One order for a résumé; `language` None means the posting's."""

    profile: str
    job: str
    instructions: str = ""
    pages: int = Field(default=2, ge=1, le=2)
    language: str | None = None
    model: str = "accepted"


@dataclass(frozen=True)
class Wishes:
    """What the instructions change: how long, which sections go, and which words (as sets of stems) count more."""

    pages: int
    left_out: frozenset[Section]
    stressed: tuple[frozenset[str], ...]

    def stresses(self, text: str) -> bool:
        """Tell whether `text` mentions all words of something that the person wants stressed."""
        if not self.stressed:
            return False
        said = _stems(text)
        return any(words <= said for words in self.stressed)


def wishes_of(request: Request) -> Wishes:
    """Return what the instructions ask for; whatever they say beyond that changes nothing. Work is never left out."""
    text = request.instructions
    sections = {section for part in _parts(_LEAVE_OUT, text) if (section := section_of(part)) is not None}
    stressed = (frozenset(_stems(part)) for part in _parts(_STRESS, text))
    return Wishes(
        pages=_pages(text, request.pages),
        left_out=frozenset(sections - {"work"}),
        stressed=tuple(words for words in dict.fromkeys(stressed) if words),
    )


def _parts(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        for part in _AND.split(found[1]):
            bare = part.strip()
            while (stripped := _AROUND.sub("", bare).strip()) != bare:
                bare = stripped
            if bare:
                yield bare


def _pages(text: str, asked: int) -> int:
    found = _PAGES.search(text)
    if found is None:
        return asked
    return 1 if found["one"] or found["einseitig"] else 2


def _stems(text: str) -> set[str]:
    """Stems of the words that say something, in the text's own language."""
    language = detect_language(text)
    silent = FUNCTION_WORDS.get(language, frozenset())
    return {stem(token.text, language) for token in tokens(text) if token.text.casefold() not in silent}
