"""One sentence of a posting -> its key terms, and whether all of them are asked for or any will do.

Of sentences that ask only for a character ("team player") nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resumify.lexicon.english import common_forms
from resumify.posting.cues import cue, idle_words
from resumify.posting.phrases import Span, spans_of
from resumify.skills import degree_in, is_a
from resumify.words import detect_language

_MOST_TERMS = 12
_LIST = re.compile(r"[,;:()|•]")
_BESIDE = re.compile(r"[,;:()|•/&+]")
_IN_LIST = re.compile(r"\s*,?\s*(?:(?:or|and|oder|und|ou|et)\s+)?/?\s*", re.I)
_WORD = re.compile(r"[^\W\d_]|[/&]")
_IN_TRADE = re.compile(r"\s+(?:als|zum|zur|zu|im|in|as|en|de)\b", re.I)
_DEGREE_IN = re.compile(r"(?:\s+degree)?\s+(?:in|of|im|der|en|de)\b[^,;.:()]{0,40}$")


@dataclass(frozen=True)
class Terms:
    """The terms in their order; `alternatives` where any of them will do."""

    names: tuple[str, ...]
    alternatives: bool = False


def terms_of(text: str, language: str) -> Terms:
    """The key terms of one requirement; none for what asks only for a character."""
    language = _own_language(text, language)
    asked = cue("similar").sub("", text)
    if cue("character").search(asked):
        without = cue("character").sub(";", asked)
        asked = without if any(span.known for span in spans_of(without, without, language)) else ""
    said = cue("years").sub(lambda years: ";" * len(years[0]), asked)
    spans = _without_names(said, _without_words_beside(said, spans_of(said, asked, language), language))
    names, joined = _with_fields(said, spans, widened=asked != text)
    widened = asked != text and all(_LIST.search(joint) or not joint.strip() for joint in _joints(said, joined))
    choice = _is_choice(said, joined, language) or (widened and not _has_and(said, joined, language))
    return Terms(names[:_MOST_TERMS], len(names) > 1 and choice)


def _without_names(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans without what nobody knows in a clause that looks for somebody, where more is asked after it: who seeks
    and where ("Garage Lemoine (Angers) recherche ...")."""
    seeking = text.partition(",")[0]
    if not cue("hiring").search(seeking) or cue("strict").search(seeking):
        return spans
    kept = [span for span in spans if span.known or span.start > len(seeking)]
    return kept or spans


def duties_of(text: str, language: str) -> Terms:
    """The key terms of one task; a task is full of words that name no skill, so single small ones are left out."""
    spans = spans_of(text, text, language)
    kept = [span for span in _without_words_beside(text, spans, language) if not span.is_small]
    return Terms(_once(_without_verb(span) for span in kept)[:_MOST_TERMS])


def _without_verb(span: Span) -> str:
    """The name without the verb that a task begins with: "Install heat pumps"."""
    first, _, others = span.name.partition(" ")
    return others if others and span.start == 0 and not span.known and first.casefold() in common_forms() else span.name


def _own_language(text: str, language: str) -> str:
    """The posting's language, unless this sentence is plainly of another that we know better."""
    own = detect_language(text)
    return own if idle_words(own) and not idle_words(language) else language


def _without_words_beside(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """The spans without small words that only go with a known term: "primary T cells", "mentoring junior engineers"."""

    def goes_with(left: Span, right: Span) -> bool:
        joint = text[left.end : right.start]
        return not (
            is_a(left.name, "degree")
            or _BESIDE.search(joint)
            or _joins("and", joint, language)
            or _joins("or", joint, language)
        )

    kept = []
    for place, span in enumerate(spans):
        before = place > 0 and spans[place - 1].known and goes_with(spans[place - 1], span)
        after = place + 1 < len(spans) and spans[place + 1].known and goes_with(span, spans[place + 1])
        if not (span.is_small and (before or after)):
            kept.append(span)
    return kept


def _with_fields(text: str, spans: Sequence[Span], widened: bool) -> tuple[tuple[str, ...], Sequence[Span]]:
    """The names, each once, and the spans whose joints tell a choice from a list.

    A degree goes with each field after it ("PhD in biology or law"), commas alone list other things ("degree in law,
    Excel") unless the sentence was `widened` ("biology, law or a related field"); training for a trade is the trade.
    """
    if len(spans) > 1 and spans[0].name == "vocational training" and _IN_TRADE.match(text, spans[0].end):
        spans = spans[1:]
    first = _listed_from(text, spans, 0)
    named = spans[:first]
    if not named or not all(_is_degree(span.name) for span in named) or first == len(spans):
        return _once(span.name for span in spans), spans
    if not _DEGREE_IN.match(text[named[-1].end : spans[first].start]):
        return _once(span.name for span in spans), spans
    last = _listed_from(text, spans, first)
    if not widened and not any(_WORD.search(joint) for joint in _joints(text, spans[first:last])):
        last = first + 1
    fields = [f"{degree.name} {field.name}" for degree in named for field in spans[first:last]]
    rest = spans[last:]
    return _once([*fields, *(span.name for span in rest)]), spans if rest or first > 1 else spans[1:]


def _listed_from(text: str, spans: Sequence[Span], first: int) -> int:
    """The end of the list that begins with the span at `first`: commas, "or" and "and" join it."""
    last = first + 1
    while last < len(spans) and _IN_LIST.fullmatch(text[spans[last - 1].end : spans[last].start]):
        last += 1
    return last


def _is_degree(name: str) -> bool:
    return name == "degree" or is_a(name, "degree")


def degree_of(name: str) -> str:
    """The degree in a term, whatever its field: "PhD" of "PhD molecular biology"; "" where there is none."""
    return degree_in(name) or (name if _is_degree(name) else "")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(name.casefold(), name)
    return tuple(by_name.values())


def _is_choice(text: str, spans: Sequence[Span], language: str) -> bool:
    """Whether any of the terms will do: "or" or examples join them, no "and" does, and all are of one list ("NGS or
    RNA-seq in R or Python" asks for two things)."""
    joints = _joints(text, spans)
    chosen = [_chooses(joint, language) for joint in joints]
    listed = all(
        chosen[place]
        or _LIST.search(joint)
        or not joint.strip()
        or (_DEGREE_IN.match(joint) and _is_degree(spans[place].name))
        for place, joint in enumerate(joints)
    )
    return any(chosen) and listed and not _has_and(text, spans, language)


def _joints(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[left.end : right.start] for left, right in pairwise(spans)]


def _chooses(joint: str, language: str) -> bool:
    return bool(
        _joins("or", joint, language) or cue("example").search(joint) or (re.fullmatch(r"\s?/\s?|", joint) and joint)
    )


def _has_and(text: str, spans: Sequence[Span], language: str) -> bool:
    return any(_joins("and", joint, language) for joint in _joints(text, spans))


def _joins(how: str, joint: str, language: str) -> bool:
    """Whether the words between two terms hold an "and" or "or" of the language, or of English."""
    known = {*idle_words(f"{how} en"), *idle_words(f"{how} {language}")}
    return any(word in known for word in re.findall(r"[^\W\d_]+(?:/[^\W\d_]+)?|&", joint.casefold()))
