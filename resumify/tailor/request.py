"""What a person asks for, and what of their instructions changes the résumé. An instruction never adds a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from resumify.headings import section_of
from resumify.models import Frozen, Section
from resumify.render import DEFAULT_THEME, ThemeName
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

_ASKS = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nicht )\b(?:(?P<leave_out>leave (?:out|off|away)|omit|drop|skip|remove|"
    r"exclude|without|no|ohne|streiche?|entferne|lass(?:e|t)?|sans|omets|omettez|supprime[rz]?|enl[eè]ve[rz]?|sin|omite|"
    r"senza|zonder|utan)|(?P<stress>stress|emphasi[sz]e|focus(?:ing)? on|highlight|prioriti[sz]e|underline|betonen?|"
    r"hebe|fokus(?:siere)? auf|schwerpunkt auf|mets? l['’]accent sur|mettez l['’]accent sur|mettez en avant|"
    r"mets en avant|destaca|enfatiza|sottolinea|evidenzia|benadruk|betona))\b\s*:?\s+",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?:\s|\Z)|\n")
_PAGES = re.compile(
    r"\b(?P<one>one|1|a single|single|eine[rn]?|une(?: seule)?|una|un|één|en)[\s-]+"
    r"(?:pages?|seiten?|pagina|página|sida)\b"
    r"|\b(?P<two>two|2|zwei|deux|dos|due|twee|två)[\s-]+(?:pages?|seiten?|pagine|páginas|pagina's|sidor)\b"
    r"|\b(?P<einseitig>einseitig)|\b(?P<zweiseitig>zweiseitig)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|/|\band\b|\bor\b|\bnor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\be\b|\ben\b|\boch\b)\s*")
_AROUND = re.compile(
    r"^(?:(?:the|my|any|all|all of|section|die|den|das|der|meine?n?|alle|abschnitt|les?|la|mes|ma|mon|rubrique|"
    r"mis?|las?|los|i|le|mijn|mina)\s+)+|^l['’]|\s+(?:sections?|abschnitte?|weg|aus|hervor|rubriques?|please|bitte)$",
    re.IGNORECASE,
)
_GENERAL = frozenset("experience skills work knowledge background expertise erfahrung kenntnisse expérience".split())


class Request(Frozen):
    """One order for a résumé; `language` None means the posting's."""

    profile: str
    job: str
    instructions: str = ""
    pages: int = Field(default=2, ge=1, le=2)
    language: str | None = None
    model: str = "accepted"
    theme: ThemeName = DEFAULT_THEME


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
    asked = list(_asked(request.instructions))
    sections = {section_of(what) for ask, what in asked if ask == "leave_out"}
    stressed = (frozenset(_stems(what)) for ask, what in asked if ask == "stress")
    return Wishes(
        pages=_pages(request.instructions, request.pages),
        left_out=frozenset(section for section in sections if section not in (None, "work")),
        stressed=tuple(words for words in dict.fromkeys(stressed) if words),
    )


def _asked(text: str) -> Iterator[tuple[str, str]]:
    """What is asked ("leave_out", "stress") of what, one thing at a time."""
    asks = list(_ASKS.finditer(text))
    for index, ask in enumerate(asks):
        begin = ask.end()
        until = asks[index + 1].start() if index + 1 < len(asks) else len(text)
        end = _END.search(text, begin, until)
        for part in _AND.split(text[begin : end.start() if end else until]):
            if what := _bare(part):
                yield str(ask.lastgroup), what


def _bare(part: str) -> str:
    """A thing's name without the articles and particles around it."""
    before, part = None, part.strip()
    while part != before:
        before, part = part, _AROUND.sub("", part).strip()
    return part


def _pages(text: str, asked: int) -> int:
    found = _PAGES.search(text)
    if found is None:
        return asked
    return 1 if found["one"] or found["einseitig"] else 2


def _stems(text: str) -> set[str]:
    """Stems of the words that say something, in the text's own language."""
    language = detect_language(text)
    silent = FUNCTION_WORDS.get(language, frozenset()) | _GENERAL
    return {stem(token.text, language) for token in tokens(text) if token.text.casefold() not in silent}
