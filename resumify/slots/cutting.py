"""A fact's text -> the same text with every number, name, date, tool, contact and noun phrase replaced by a slot.

Cuts only; fill(cut(fact).text, cut(fact).slots) is the fact's text again. What may be seen is for `tagging`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resumify.lexicon import LEXICONS
from resumify.models import Fact, Slot
from resumify.skills import mentions
from resumify.slots.pieces import Piece, is_mark, pieces
from resumify.slots.tagging import language_of, own_words
from resumify.words import Number, detect_language, numbers

LIMITS = {
    "X": 12, "NUM": 6, "PCT": 4, "MONEY": 4, "YEAR": 4, "DATE": 3, "TOOL": 8, "ORG": 3, "CONTACT": 2,
}  # fmt: skip
"""Slot types and how many of each a line may have: things, counts with their noun, shares, sums of money, years,
dates, tools and skills, employers and titles of the role, ways to reach somebody."""

LONGEST = 144
"""Words and marks of a fact; longer facts stay as the person wrote them."""

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|\+?\d[\d ()/.-]{7,}\d(?=\W|\Z)")
_MONTH = r"(?:Jan|Jän|Feb|Mar|Mär|Maer|Apr|May|Mai|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\.?\s+)?{_MONTH}\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
    rf"|\b\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?(?:(?:19|20)?\d\d\b)?|{_MONTH}(?=\W|$))|\b\d\d[./](?:19|20)\d\d\b"
)
_GLUE = re.compile(r"[\s]|\s?-\s?")


@dataclass(frozen=True)
class Cut:
    """`text` is the fact's with slots in it; `wanted` names the slots that carry what the posting asks for and the fact
    shows; `opening` the slot that begins the sentence with a capital only for that reason; `current` whether the work
    goes on; `eligible` says whether a model is worth asking; `language` is the one whose words stand around the
    slots."""

    text: str
    slots: tuple[Slot, ...]
    wanted: tuple[str, ...] = ()
    opening: str = ""
    current: bool = False
    eligible: bool = False
    language: str = "en"


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    type: str


def cut(fact: Fact, wanted: Sequence[str] = ()) -> Cut:
    """Return the fact's text with slots; `wanted` are the posting's terms as this fact spells them."""
    return replace(cut_text(fact.text, fact.context, wanted), current=fact.current)


def cut_text(text: str, context: str = "", wanted: Sequence[str] = ()) -> Cut:
    """Cut a text whose role has the header `context`."""
    found, language = pieces(text), language_of(text)
    spans = _named(text, context, list(_things(text, found, language)), language)
    slots, parts, end = [], [], 0
    counts: Counter[str] = Counter()
    for span in spans:
        counts[span.type] += 1
        slot = Slot(name=f"[{span.type}{counts[span.type]}]", type=span.type, value=text[span.start : span.end])
        slots.append(slot)
        parts += [text[end : span.start], slot.name]
        end = span.end
    within = all(counts[type_] <= most for type_, most in LIMITS.items())
    return Cut(
        text="".join((*parts, text[end:])),
        slots=tuple(slots),
        wanted=tuple(slot.name for slot in slots if _carries(slot.value, wanted)),
        opening=_opening(slots, spans, text, context),
        eligible=within and _is_eligible(text, found, len(slots), language),
        language=language,
    )


def _things(text: str, found: Sequence[Piece], language: str) -> Iterator[_Span]:
    """What the writer may not see, as the longest runs of pieces side by side; no run holds a contact or a date and
    something else."""
    dates = _dates(text)
    fixed = [
        *dates,
        *(one for one in _contacts(text) if not any(d.start < one.end and one.start < d.end for d in dates)),
    ]
    verbs = LEXICONS[language].verb_forms()
    quantities = [
        number
        for number in numbers(text)
        if not any(s.start < number.end and number.start < s.end for s in fixed)
        and text[number.start : number.end].lower() not in verbs  # "Ich half" counts nothing
    ]
    own = own_words(found, language)
    run: list[Piece] = []
    for piece, is_own in zip(found, own, strict=True):
        inside = next((span for span in fixed if span.start < piece.end and piece.start < span.end), None)
        counted = _number_in(piece, quantities)
        hidden = inside is not None or counted is not None or (not is_own and not is_mark(piece))
        joined = bool(run) and _GLUE.fullmatch(text, run[-1].end, piece.start) is not None
        if run and (not hidden or not joined or _parts(run, piece, quantities, fixed)):
            yield from _span(run, quantities, fixed)
            run = []
        if hidden:
            run.append(piece)
    if run:
        yield from _span(run, quantities, fixed)


def _contacts(text: str) -> list[_Span]:
    return [_Span(*found.span(), "CONTACT") for found in _CONTACT.finditer(text)]


def _dates(text: str) -> list[_Span]:
    return [_Span(*found.span(), "DATE") for found in _DATE.finditer(text)]


def _number_in(piece: Piece, quantities: Sequence[Number]) -> Number | None:
    return next((number for number in quantities if number.start < piece.end and piece.start < number.end), None)


def _inside(piece: Piece, spans: Sequence[_Span]) -> _Span | None:
    return next((span for span in spans if span.start < piece.end and piece.start < span.end), None)


def _parts(run: Sequence[Piece], piece: Piece, quantities: Sequence[Number], fixed: Sequence[_Span]) -> bool:
    """Whether the piece begins a slot of its own: another number, a date, a contact, what follows a year or a sum."""
    last, ours = _number_in(run[-1], quantities), _number_in(piece, quantities)
    if _inside(piece, fixed) is not _inside(run[-1], fixed):
        return True
    if ours is not last:
        return ours is not None or (last is not None and last.unit not in ("", "x"))
    return False


def _span(run: Sequence[Piece], quantities: Sequence[Number], fixed: Sequence[_Span]) -> Iterator[_Span]:
    start, end = run[0].start, run[-1].end
    if (inside := _inside(run[0], fixed)) is not None:
        yield _Span(start, end, inside.type)
        return
    number = _number_in(run[0], quantities)
    yield _Span(start, end, _type_of(number) if number is not None else "X")


def _type_of(number: Number) -> str:
    return {"%": "PCT", "year": "YEAR", "": "NUM", "x": "NUM"}.get(number.unit, "MONEY")


def _named(text: str, context: str, spans: Sequence[_Span], language: str) -> list[_Span]:
    """The spans, those that name a tool or the role's own employer or title typed as such."""
    known = [(mention.start, mention.end) for mention in mentions(text, language)]
    header = context.casefold()
    return [_typed(text, span, known, header) if span.type == "X" else span for span in spans]


def _typed(text: str, span: _Span, known: Sequence[tuple[int, int]], header: str) -> _Span:
    value = text[span.start : span.end]
    if value[:1].isupper() and len(value) > 2 and re.search(rf"(?<!\w){re.escape(value.casefold())}(?!\w)", header):
        return _Span(span.start, span.end, "ORG")
    is_tool = any(start <= span.start and span.end <= end for start, end in known)
    return _Span(span.start, span.end, "TOOL") if is_tool else span


def _carries(value: str, wanted: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", value, re.IGNORECASE) for term in wanted if term.strip())


def _opening(slots: Sequence[Slot], spans: Sequence[_Span], text: str, context: str) -> str:
    """The first slot where it owes its capital to its place: "On-call rota", not "Kubernetes" or "AWS costs"."""
    if not slots or text[: spans[0].start].strip() or slots[0].type not in ("X", "TOOL"):
        return ""
    word = re.split(r"[\s/]", slots[0].value)[0]
    is_plain = word[:1].isupper() and word[1:].islower() and re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", word) is not None
    is_name = _carries(context, [word]) or any(
        mention.start == spans[0].start and not mention.name[:1].islower() for mention in mentions(text, "en")
    )
    return slots[0].name if is_plain and not is_name else ""


def _is_eligible(text: str, found: Sequence[Piece], slots: int, language: str) -> bool:
    """Whether the text is one the writer knows how to treat: of a language it knows, one paragraph, not too long, with
    work or the person in it."""
    if not slots or "[" in text or "]" in text or "\n" in text or len(found) > LONGEST:
        return False
    lexicon = LEXICONS[language]
    telling = (lexicon.verb_forms(), lexicon.nominals(), lexicon.person())
    return any(piece.folded in words for piece in found for words in telling) and detect_language(text) == language
