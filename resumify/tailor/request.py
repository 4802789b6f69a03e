"""What a person asks for, and what of their instructions changes the résumé. An instruction never adds a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from resumify.headings import section_of
from resumify.models import Frozen, Section
from resumify.render import DEFAULT_THEME, ThemeName
from resumify.tailor.asking import asked_in, contact_of, pages_in, tongues_in
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

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
    """What the instructions change: how long, in which language the headings, which sections, lines and ways to reach
    the person go, and which words count more."""

    pages: int
    left_out: frozenset[Section]
    stressed: tuple[frozenset[str], ...]
    unwanted: tuple[frozenset[str], ...] = ()
    language: str | None = None
    hidden: frozenset[str] = frozenset()

    def stresses(self, text: str) -> bool:
        """Tell whether `text` mentions all words of something that the person wants stressed."""
        return _names_any(text, self.stressed)

    def drops(self, text: str) -> bool:
        """Tell whether `text` mentions all words of something that the person wants left out."""
        return _names_any(text, self.unwanted)


def wishes_of(request: Request) -> Wishes:
    """Return what the instructions ask for; whatever they say beyond that changes nothing. Work is never left out."""
    asked = list(asked_in(request.instructions))
    hidden = {what: field for ask, what in asked if ask != "stress" and (field := contact_of(what))}
    gone = {what: section_of(what) for ask, what in asked if ask != "stress" and what not in hidden}
    lines = [_words(what) for ask, what in asked if ask == "omit" and what in gone and gone[what] is None]
    tongues = tongues_in(request.instructions)
    stressed = [_words(what) for ask, what in asked if ask == "stress"]
    return Wishes(
        pages=pages_in(request.instructions) or request.pages,
        left_out=frozenset(section for section in gone.values() if section not in (None, "work")),
        stressed=tuple(words for words in dict.fromkeys(stressed) if words),
        unwanted=tuple(words for words in dict.fromkeys(lines) if words),
        language=tongues[0] if len(tongues) == 1 else None,
        hidden=frozenset(hidden.values()),
    )


def is_followed(instruction: str) -> bool:
    """Tell whether this one sentence of instructions changes the résumé's form."""
    wishes = wishes_of(Request(profile="", job="", instructions=instruction))
    form = wishes.left_out or wishes.stressed or wishes.unwanted or wishes.language or wishes.hidden
    return bool(form) or pages_in(instruction) is not None


def _names_any(text: str, things: Sequence[frozenset[str]]) -> bool:
    if not things:
        return False
    said = {form for token in tokens(text) for form in _forms(token.text)}
    return any(all(not _forms(word).isdisjoint(said) for word in words) for words in things)


def _words(text: str) -> frozenset[str]:
    """The words that say something."""
    silent = FUNCTION_WORDS.get(detect_language(text), frozenset()) | _GENERAL
    return frozenset(token.text.casefold() for token in tokens(text)) - silent


@lru_cache(maxsize=4096)
def _forms(word: str) -> frozenset[str]:
    """What a word is compared by: instructions may be in another language than the facts."""
    return frozenset((word.casefold(), *(stem(word, language) for language in ("en", "de", "fr"))))
