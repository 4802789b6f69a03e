"""One sentence of a posting -> its key terms: what skills.txt knows, and the noun phrases that are left.

Splits at commas, function words and words that say nothing of a trade; no grammar, so that any trade and most
languages work. Of sentences that ask only for a character ("team player") nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from resumify.lexicon import verb_forms
from resumify.posting.cues import cue, idle_words
from resumify.skills import Mention, is_a, mentions
from resumify.words import FUNCTION_WORDS, detect_language, tokens

_MOST_TERMS = 12
_LONGEST = 4  # words of an open phrase
_OR = re.compile(
    r"\b(?:or|oder|ou|bzw\.?|beziehungsweise|o|of|eller|lub|and/or|und/oder|et/ou)\b|(?<=\w)\s?/\s?(?=\w)", re.I
)
_AND = re.compile(r"\b(?:and|und|sowie|et|ainsi que|y|e|en|och|i|as well as|plus)\b|&", re.I)
_EXAMPLE = re.compile(
    r"\b(?:such as|e\.g\.?|for example|for instance|like|ideally|preferably|[zZ]\. ?B\.|zum Beispiel|etwa|wie|idealerweise|"
    r"par exemple|p\. ex\.|tels? que|telles? que|comme|idéalement)(?!\w)"
)
_SIMILAR = re.compile(
    r",?\s*\b(?:or|oder|ou)\s+(?:an? |eine?[rnms]? |un(?:e)? )?"
    r"(?:equivalent|similar|related|comparable|vergleichbar|ähnlich|gleichwertig|équivalent|similaire)\w*"
    r"(?:\s+(?:field|subject|discipline|experience|qualification|area|tool|system|software|degree|role|position|Fach\w*|"
    r"Qualifikation\w*|Ausbildung|domaine|formation|poste)s?)?",
    re.I,
)
_COUNT = (
    r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|ein|zwei|drei|vier|fünf|sechs|"
    r"sieben|acht|zehn|une?|deux|trois|quatre|cinq|sept|huit|dix"
)
_YEARS = re.compile(
    r"(?:\b(?:at least|minimum(?: of| de)?|min\.?|more than|over|mindestens|wenigstens|mehr als|au moins|au minimum|plus de)\s+)?"
    rf"\b(?:{_COUNT})\s?\+?\s*(?:years?|yrs?|y|Jahren?|ans?|années?)\b(?:['’]s?|\sof(?=\s))?"
    r"(?:\s+(?:exp|experience|Berufserfahrung|d['’]expérience)\b)?",
    re.I,
)
_GENERIC = frozenset(
    """platform platforms system systems tool tools software environment environments technology technologies service services process
    processes solution solutions industry sector application applications qualification qualifications certificate certification
    certifications certificates diploma licence license field business businesses product products principle principles method methods technique
    techniques standard standards management site sites project projects data programme program programs language languages task tasks concept
    concepts group groups skill issue issues framework frameworks case cases production activity activities procedure procedures""".split()
)
"""Words too wide to stand alone; within a phrase they stay."""
_CUT = re.compile(r"[,;:()\[\]/•|…!?\"“”„«»]|\.(?=\s|$)|\s[-–—+]\s")


@dataclass(frozen=True)
class Terms:
    """The terms in their order; `alternatives` where any of them will do."""

    names: tuple[str, ...]
    alternatives: bool = False


def terms_of(text: str, language: str) -> Terms:
    """The key terms of one requirement; none for what asks only for a character."""
    asked = _SIMILAR.sub("", text)
    language = _own_language(asked, language)
    known = mentions(asked, language)
    if cue("character").search(asked):
        asked = cue("character").sub(";", asked) if known else ""
        known = mentions(asked, language)
    rest = _YEARS.sub(lambda years: ";" * len(years[0]), asked)
    spans = [(m.start, m.end, m.name) for m in known if rest[m.start : m.end] == asked[m.start : m.end]]
    spans += [
        span
        for gap in _gaps(rest, spans)
        for span in _phrases(rest, *gap, language)
        if _stands_alone(rest, span, known)
    ]
    spans.sort()
    names, per_field = _distributed(rest, spans)
    choice = _is_choice(rest, spans) or (per_field and (asked != text or _OR.search(text) is not None))
    return Terms(names[:_MOST_TERMS], len(names) > 1 and choice)


def _own_language(text: str, language: str) -> str:
    """The posting's language, unless this sentence is plainly of another that we know well."""
    own = detect_language(text)
    return own if idle_words(own) and not idle_words(language) else language


def _gaps(text: str, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    begin = 0
    for start, end, _ in sorted(spans):
        yield begin, start
        begin = end
    yield begin, len(text)


def _phrases(text: str, begin: int, end: int, language: str) -> Iterator[tuple[int, int, str]]:
    """Runs of words that may name something, between marks, function words and idle words."""
    idle = _idle(language)
    run: list[tuple[int, int]] = []
    last = begin
    for token in (t for t in tokens(text[begin:end]) if t.text):
        start, stop = begin + token.start, begin + token.end
        if _CUT.search(text, last, start):
            yield from _phrase(text, run, language)
            run = []
        shouted = token.text.isupper() and len(token.text) > 1 and not text.isupper()
        if (token.text.casefold() in idle and not shouted) or not any(c.isalpha() for c in token.text):
            yield from _phrase(text, run, language)
            run = []
        else:
            run.append((start, stop))
        last = stop
    yield from _phrase(text, run, language)


def _stands_alone(text: str, span: tuple[int, int, str], known: Sequence[Mention]) -> bool:
    """Not a small word beside a known term ("primary T cells", "GCSE results"), nor a verb that governs others."""
    start, end, name = span
    if not name.islower() or " " in name:
        return not (
            name[:1].isupper() and " " not in name and name.casefold() in verb_forms() and text[end:].strip(" .,;:")
        )
    before, after = text[:start].rstrip(), len(text) - len(text[end:].lstrip())
    beside = any(one.start == after or one.end == len(before) for one in known)
    return not beside and not (name.casefold() in verb_forms() and name.endswith(("ing", "ed")))


@cache
def _idle(language: str) -> frozenset[str]:
    known = FUNCTION_WORDS["en"] | FUNCTION_WORDS.get(language, frozenset())
    return known | idle_words("en") | idle_words(language)


def _phrase(text: str, run: list[tuple[int, int]], language: str) -> Iterator[tuple[int, int, str]]:
    if language == "de":  # the noun ends the phrase; what follows in small letters is its verb
        while run and text[run[-1][0]].islower():
            run = run[:-1]
    run = run[-_LONGEST:]
    words = [text[start:stop] for start, stop in run]
    if (
        not words
        or all(word.casefold() in _GENERIC for word in words)
        or (len("".join(words)) < 3 and not words[0].isupper())
    ):
        return
    name = text[run[0][0] : run[-1][1]]
    if "/" in name and len(words) == 1:
        yield from ((run[0][0], run[0][1], part) for part in name.split("/") if len(part) > 1)
    else:
        yield run[0][0], run[-1][1], " ".join(name.split())


def _distributed(text: str, spans: list[tuple[int, int, str]]) -> tuple[tuple[str, ...], bool]:
    """The names, each once, and whether a degree went with each field after it ("PhD in biology or genetics")."""
    names = [name for _, _, name in spans]
    degrees = [index for index, name in enumerate(names) if name == "degree" or is_a(name, "degree")]
    per_field = False
    if len(degrees) == 1 and degrees[0] + 1 < len(names):
        first = degrees[0]
        between = text[spans[first][1] : spans[first + 1][0]]
        if per_field := re.match(r"(?:\s+degree)?\s+(?:in|of|im|der|en|de)\b[^,;.:()]{0,40}$", between) is not None:
            names = [*names[:first], *(f"{names[first]} {field}" for field in names[first + 1 :])]
    return tuple({name.casefold(): name for name in reversed(names)}.values())[::-1], per_field


def _is_choice(text: str, spans: list[tuple[int, int, str]]) -> bool:
    """Whether any of the terms will do: "or" or examples join them, and no "and" does."""
    joints = [text[left[1] : right[0]] for left, right in pairwise(spans)]
    inner = " ".join(
        text[start:end] for start, end, name in spans if "/" in text[start:end] and name != text[start:end]
    )
    chooses = any(_OR.search(joint) or _EXAMPLE.search(joint) for joint in joints) or ("/" in inner)
    return chooses and not any(_AND.search(joint) for joint in joints)
