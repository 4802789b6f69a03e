"""What a person asks for, and what of their instructions changes the résumé. An instruction never adds a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from resumify.headings import section_of
from resumify.models import Frozen, Section
from resumify.render import DEFAULT_THEME, ThemeName
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

_ASKS = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!nicht )\b(?:(?P<omit>leave (?:out|off|away)|omit|drop|skip|remove|"
    r"exclude|hide|(?:do not|don['’]t|never) (?:include|show|mention|list|print)|streiche?|entferne|lass(?:e|t)?|"
    r"erwähne nicht|omets|omettez|supprime[rz]?|enl[eè]ve[rz]?|"
    r"n(?:e |['’])(?:mentionne[rz]?|montre[rz]?|affiche[rz]?|mets|mettez) pas|omite|quita)|"
    r"(?P<lack>without|no|ohne|keine?|sans|sin|senza|zonder|utan)|"
    r"(?P<stress>stress|emphasi[sz]e|(?:put |place )?(?:the |more )?emphasis on|focus(?:ing)? on|highlight|"
    r"prioriti[sz]e|underline|betonen?|hebe|fokus(?:siere)? auf|schwerpunkt auf|mets? l['’]accent sur|"
    r"mettez l['’]accent sur|mettez en avant|mets en avant|insiste[rz]? sur|destaca|enfatiza|sottolinea|evidenzia|"
    r"benadruk|betona))(?!\w)\s*:?\s+",
    re.IGNORECASE,
)
_LATE = re.compile(  # German puts the verb last
    r"(?:^|[.;,!?]\s*|\bund\s+|\bbitte\s+)(?P<what>[^.;,!?]{2,40}?)\s+(?:bitte\s+)?"
    r"(?:nicht\s+(?:erwähnen|zeigen|aufführen|nennen)|weglassen|streichen|auslassen)(?!\w)",
    re.IGNORECASE,
)
_TONGUES = {
    "en": "english|englisch|anglais|inglés|inglese|engels",
    "de": "german|deutsch|allemand|alemán|tedesco|duits",
    "fr": "french|französisch|français|francés|francese|frans",
    "es": "spanish|spanisch|espagnol|español|spagnolo|spaans",
    "it": "italian|italienisch|italien|italiano|italiaans",
    "nl": "dutch|niederländisch|néerlandais|nederlands",
    "pt": "portuguese|portugiesisch|portugais|português",
    "pl": "polish|polnisch|polonais|polski|polsku",
    "sv": "swedish|schwedisch|suédois|svenska",
}
_IN_TONGUE = re.compile(
    r"(?:^|[.;!?]\s*)(?:please\s+|bitte\s+)?(?:(?:write|make|produce|translate|headings?|schreibe?|verfasse|rédige[rz]?|"
    r"écris|écrivez|escribe|redacta|scrivi|schrijf|napisz)\b[^.;!?]{0,30}?\s+)?(?:in|auf|en|po|på)\s+"
    rf"(?:{'|'.join(f'(?P<{code}>{names})' for code, names in _TONGUES.items())})(?!\w)",
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
    r"mis?|las?|los|i|le|mijn|mina)\s+)+|^l['’]|\s+(?:sections?|abschnitte?|weg|aus|hervor|rubriques?|please|bitte|aufführen|zeigen|nennen|erwähnen)$",
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
    """What the instructions change: how long, in which language the headings, which sections and which lines go, and
    which words count more; words are sets of stems."""

    pages: int
    left_out: frozenset[Section]
    stressed: tuple[frozenset[str], ...]
    unwanted: tuple[frozenset[str], ...] = ()
    language: str | None = None

    def stresses(self, text: str) -> bool:
        """Tell whether `text` mentions all words of something that the person wants stressed."""
        return _names_any(text, self.stressed)

    def drops(self, text: str) -> bool:
        """Tell whether `text` mentions all words of something that the person wants left out."""
        return _names_any(text, self.unwanted)


def wishes_of(request: Request) -> Wishes:
    """Return what the instructions ask for; whatever they say beyond that changes nothing. Work is never left out."""
    asked = list(_asked(request.instructions))
    gone = {what: section_of(what) for ask, what in asked if ask != "stress"}
    lines = [frozenset(_stems(what)) for ask, what in asked if ask == "omit" and gone[what] is None]
    stressed = [frozenset(_stems(what)) for ask, what in asked if ask == "stress"]
    return Wishes(
        pages=_pages(request.instructions, request.pages),
        left_out=frozenset(section for section in gone.values() if section not in (None, "work")),
        stressed=tuple(words for words in dict.fromkeys(stressed) if words),
        unwanted=tuple(words for words in dict.fromkeys(lines) if words),
        language=_language(request.instructions),
    )


def is_followed(instruction: str) -> bool:
    """Tell whether this one sentence of instructions changes the résumé's form."""
    wishes = wishes_of(Request(profile="", job="", instructions=instruction))
    form = wishes.left_out or wishes.stressed or wishes.unwanted or wishes.language
    return bool(form) or _PAGES.search(instruction) is not None


def _language(text: str) -> str | None:
    found = _IN_TONGUE.search(text)
    return None if found is None else found.lastgroup


def _names_any(text: str, things: Sequence[frozenset[str]]) -> bool:
    if not things:
        return False
    said = _stems(text)
    return any(words <= said for words in things)


def _asked(text: str) -> Iterator[tuple[str, str]]:
    """What is asked ("omit", "lack", "stress") of what, one thing at a time."""
    yield from (("omit", what) for late in _LATE.finditer(text) if (what := _bare(late["what"])))
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
