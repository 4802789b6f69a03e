"""The spans of a sentence that may name something: known terms, and runs of words between the idle ones.

No grammar, so that any trade and most languages work. Judges nothing about how the spans hang together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from resumify.lexicon.english import common_forms
from resumify.posting.cues import idle_words
from resumify.skills import content_words, mentions
from resumify.words import FUNCTION_WORDS, Token, tokens

_LONGEST = 4  # words of an open phrase
_OBJECT = re.compile(r"\s+(?!(?:or|and|of|in|at|for|with|on)\b)[^\W\d_]")
_LEVEL = re.compile(r"[ABC][12](?:-\w+)?", re.I)  # of a language: no term of its own
_NO_TERM = re.compile(  # addresses, genders, contracts
    r"@|//|^www\.|^(?:[mwfdhxk]/){1,2}[mwfdhxk]$|^(?:CDI|CDD|CV|FTE|IHK|HWK|DIN|EN)$", re.I
)
_INFINITIVES = {
    "fr": ("er", "ir", "re", "oir"),
    "es": ("ar", "er", "ir"),
    "it": ("are", "ere", "ire"),
    "pt": ("ar", "er", "ir"),
}
_CUT = re.compile(r"[,;:()\[\]/•|…!?\"“”„«»]|\.(?=\s|$)|\s[-–—+]\s")


@dataclass(frozen=True, order=True)
class Span:
    """A term to be, where it stands, and whether the vocabulary knows it."""

    start: int
    end: int
    name: str
    known: bool = False

    @property
    def is_small(self) -> bool:
        """A single word in small letters that no vocabulary knows: it may be a term, or a word beside one."""
        return not self.known and self.name.islower() and " " not in self.name


def spans_of(text: str, asked: str, language: str) -> list[Span]:
    """The spans of `text` in order; known terms are looked for in `asked`, the same text before its years went."""
    known = [Span(m.start, m.end, m.name, known=True) for m in mentions(asked, language)]
    known = [span for span in known if text[span.start : span.end] == asked[span.start : span.end]]
    open_ = [span for begin, end in _gaps(text, known) for span in _phrases(text, begin, end, language)]
    named = [span for span in open_ if content_words(span.name, language) and not _is_verb(text, span, language)]
    return sorted(known + named)


def _gaps(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    begin = 0
    for span in spans:
        yield begin, span.start
        begin = span.end
    yield begin, len(text)


def _phrases(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    """Runs of words that are not idle, with no mark between them."""
    run: list[Token] = []
    last = begin
    for found in tokens(text[begin:end]):
        token = Token(found.text, begin + found.start, begin + found.end)
        if _CUT.search(text, last, token.start):
            yield from _phrase(text, run, language)
            run = []
        if _is_idle(token.text, language, text.isupper()) or text[token.end : token.end + 2] in ("- ", "-,"):
            yield from _phrase(text, run, language)
            run = []
        else:
            run.append(token)
        last = token.end
    yield from _phrase(text, run, language)


def _phrase(text: str, run: Sequence[Token], language: str) -> Iterator[Span]:
    if language == "de":  # the noun ends the phrase; what follows in small letters is its verb
        while run and run[-1].text.islower():
            run = run[:-1]
    run = run[-_LONGEST:]
    if not run or all(token.text.casefold() in idle_words("wide") for token in run):
        return
    name = " ".join(text[run[0].start : run[-1].end].split())
    if "/" in name and len(run) == 1:
        parts = [part for part in name.split("/") if len(part) > 1]
        yield from (Span(run[0].start + place, run[0].end, part) for place, part in enumerate(parts))
    elif len(name) > 2 or (len(name) == 2 and name.isupper()):
        yield Span(run[0].start, run[-1].end, name)


def _is_idle(word: str, language: str, shouted: bool) -> bool:
    if not any(character.isalpha() for character in word) or _LEVEL.fullmatch(word) or _NO_TERM.search(word):
        return True
    acronym = word.isupper() and len(word) > 1 and not shouted
    return word.casefold() in _idle(language) and not acronym


@cache
def _idle(language: str) -> frozenset[str]:
    known = FUNCTION_WORDS["en"] | FUNCTION_WORDS.get(language, frozenset())
    return known | idle_words("en") | idle_words(language)


def _is_verb(text: str, span: Span, language: str) -> bool:
    """Whether the single word governs others ("Managed a budget", "... and using tools") rather than naming a thing."""
    if " " in span.name:
        return False
    infinitive = span.name.casefold().endswith(_INFINITIVES.get(language, ("\0",)))
    if not infinitive and span.name.casefold() not in common_forms():
        return False
    leads = not text[: span.start].strip() and bool(text[span.end :].strip(" .,;:"))
    governs = _OBJECT.match(text, span.end) is not None
    return leads or (governs and span.name.islower() and span.name.endswith(("ing", "ed")))
