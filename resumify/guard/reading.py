"""A line or a fact as the guard reads it: words with their keys, clauses and numbers. Judges nothing."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby, pairwise

from resumify.guard.alike import alike
from resumify.guard.families import fold, keys
from resumify.guard.frames import frames
from resumify.guard.phrase import Word, with_joined_verbs, with_phrases
from resumify.guard.synonyms import with_synonyms
from resumify.guard.vocabulary import FREE, FREE_ANYWHERE, MONTHS
from resumify.words import Number, numbers, tokens

_CLAUSE_END = re.compile(r"[;!?()\[\]•|\n]|:(?!\d)|[.,](?=\s|\Z)|\s[-–—/]\s")
_SENTENCE_END = re.compile(r"[;!?•|\n]|\.(?=\s|\Z)")
_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-\d\d)?\b")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
_WITHOUT, _WITH = re.compile(r"\bw/o\b"), re.compile(r"\bw/(?=[\s\w])")
_NOUNS_TOO = frozenset("son est été pas car or".split())
_NOUN_FOLLOWS = frozenset("le un du au ce".split())
_VULGAR = re.compile(r"(\d)([\u00bc-\u00be\u2150-\u215e])")  # "3½" is no 31/2
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc\u00b4\u0060\u2032]")
_RANGE = re.compile(r"(?<![Ff]rom )(?<![Vv]on )(?<![Dd]e )(?<![\d.,])(\d[\d.,]*) (?:to|bis|à) (\d[\d.,]*)(?![\d%])")
_AGES = re.compile(
    r"\b(aged|ages?|years?|classes|grades|klassen?|stufen?|jahre|niveaux?) (?:from|von|de) (\d+) (?:to|bis|à) (\d+)"
    r"|\b(?:from|von|de) (\d+) (?:to|bis|à) (\d+) (?=years? (?:of age|old)|Jahren?\\b|ans\\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(between|zwischen|entre) (\d[\d.,]*) (?:and|und|et) (\d[\d.,]*)", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:\b[A-Z]{2,}[A-Z&/]*[ -]|\b[A-Z]+\d\w*-)\Z")
_JOINED = re.compile(r"\s(?:to|bis|à|auf|and|und|et)\s[$€£¥]?")
_SHORT_PAIR = re.compile(r"\w{1,3}[/&]\w{1,3}")
_REPEATED = re.compile(r"\A(?:co-ord|co-op|re-e|pre-e|micro-o|co-ed)[^\W\d_]+\Z", re.IGNORECASE)
_PARTS = re.compile(r"[-/&]")


@dataclass(frozen=True)
class Reading:
    """A text with what every claim class needs of it."""

    text: str
    language: str
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    is_fact: bool = False
    months: frozenset[int] = field(default_factory=frozenset)
    dates: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.is_content)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of every word, free ones too."""
        return frozenset(key for word in self.words for key in word.keys)

    @cached_property
    def folded(self) -> frozenset[str]:
        return frozenset(word.folded for word in self.words)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Key or group -> where words with it stand."""
        places = defaultdict[str, list[int]](list)
        for index, word in enumerate(self.words):
            for key in word.keys | word.groups:
                places[key].append(index)
        return places

    @cached_property
    def _clauses(self) -> dict[int, tuple[Word, ...]]:
        return {number: tuple(words) for number, words in groupby(self.words, key=lambda word: word.clause)}

    def says(self, word: Word) -> bool:
        return bool(self.places(word))

    def places(self, word: Word) -> list[int]:
        """Where the same is said as by `word`."""
        said = {place for key in word.keys for place in self._places.get(key, ())}
        if word.is_fact != self.is_fact:
            said |= {place for group in word.groups for place in self._places.get(group, ())}
        return sorted(said)

    def held_to(self, fact: Reading) -> Reading:
        """The reading in which a word that the fact has itself stands for no other."""
        words = (replace(word, groups=frozenset()) if fact.says_itself(word) else word for word in self.words)
        return replace(self, words=tuple(words))

    def says_itself(self, word: Word) -> bool:
        return not self.keys.isdisjoint(word.keys)

    def clause(self, index: int) -> tuple[Word, ...]:
        return self._clauses.get(index, ())


def plain(text: str) -> str:
    """The text as an eye sees it: compatibility forms resolved, what is invisible removed, one kind of dash."""
    apart = _VULGAR.sub(r"\1 \2", _INVISIBLE.sub("", text))
    seen = unicodedata.normalize("NFKC", apart)
    seen = _WITHOUT.sub("without", seen)
    seen = _WITH.sub("with ", seen)
    return " ".join(_DASHES.sub("-", _APOSTROPHES.sub("'", seen)).replace("\u2044", "/").split())


def _in_one_form(text: str) -> str:
    """The text with ranges by a dash ("40 to 50") and dates by their year ("2019-03")."""
    text = _BETWEEN.sub(r"\1 \2-\3", text)
    text = _AGES.sub(
        lambda found: f"{found[1] or ''} {found[2] or found[4]}-{found[3] or found[5]} ".strip() + " " * bool(found[4]),
        text,
    )
    ranged = _RANGE.sub(lambda found: f"{found[1]}-{found[2]}" if _rises(found[1], found[2]) else found[0], text)
    return _ISO_DATE.sub(lambda found: found[1] + " " * (len(found[0]) - 4), ranged)


def _with_shared_units(text: str, found: list[Number]) -> tuple[Number, ...]:
    """The quantities, those before "to" with the unit that stands only after it ("from 71 to 78 %")."""
    for index, (number, after) in enumerate(pairwise(found)):
        if not number.unit and after.unit not in ("", "year") and _JOINED.fullmatch(text[number.end : after.start]):
            found[index] = replace(number, unit=after.unit)
    return tuple(found)


def _is_name(text: str, number: Number) -> bool:
    """Digits right after capitals are part of a name ("ISO 9001", "BS 7671"), and judged as words."""
    if not number.text.isdigit() or number.unit == "year":
        return False
    return _NAME_BEFORE.search(text, max(0, number.start - 20), number.start) is not None


def _rises(low: str, high: str) -> bool:
    digits = [re.sub(r"\D", "", end) for end in (low, high)]
    return len(digits[0]) <= len(digits[1]) and int(digits[0]) < int(digits[1])


def read(text: str, language: str, is_fact: bool = False) -> Reading:
    """Read a text in this language; what a fact says, a line may say in more general words."""
    seen = alike(plain(text))
    dates = frozenset((int(found[1]), int(found[2])) for found in _ISO_DATE.finditer(seen))
    seen = _in_one_form(seen)
    found = [number for number in numbers(seen) if not _is_name(seen, number)]
    if language == "de":  # "half" is "helped"
        found = [number for number in found if number.text.casefold() != "half"]
    quantities = _with_shared_units(seen, found)
    words = tuple(_words(seen, language, quantities))
    words = _with_nouns(words) if language == "fr" else words
    words = with_joined_verbs(words) if language == "de" else with_phrases(words, seen)
    words = with_synonyms(words, language, is_fact)
    dates |= frozenset(
        (int(year.number.value), MONTHS[month.folded])
        for month, year in pairwise(words)
        if month.folded in MONTHS and year.number is not None and year.number.unit == "year"
    )
    months = frozenset(MONTHS[word.folded] for word in words if word.folded in MONTHS and word.number is None)
    months |= {month for _, month in dates}
    return Reading(seen, language, words, quantities, is_fact, months, dates)


def word_of(text: str, language: str) -> Word:
    """A word by itself, as a line would say it."""
    return with_synonyms((Word(text, 0, len(text), 0, free=False, keys=keys(text)),), language, is_fact=False)[0]


def _with_nouns(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """French small words that are nouns after an article: "le son", "l'été"."""
    nouns = [word.folded in _NOUNS_TOO and before.folded in _NOUN_FOLLOWS for before, word in pairwise(words)]
    return words[:1] + tuple(
        replace(word, free=False) if noun else word for word, noun in zip(words[1:], nouns, strict=True)
    )


def _words(text: str, language: str, quantities: tuple[Number, ...]) -> Iterator[Word]:
    clauses = [found.start() for found in _CLAUSE_END.finditer(text)]
    sentences = [found.start() for found in _SENTENCE_END.finditer(text)]
    ends = [number.end for number in quantities]
    framed = frames(text)
    frame_ends = [end for _, end in framed]
    for token in tokens(text):
        for part, start in _split(token.text, token.start):
            place, frame = bisect_right(ends, start), bisect_right(frame_ends, start)
            in_frame = frame < len(framed) and framed[frame][0] <= start
            ahead = quantities[place] if place < len(quantities) else None
            yield Word(
                text=part,
                start=start,
                end=start + len(part),
                clause=bisect_left(clauses, start),
                sentence=bisect_left(sentences, start),
                free=in_frame or _is_free(part, language),
                framed=in_frame,
                keys=keys(part),
                number=ahead if ahead is not None and ahead.start < start + len(part) else None,
            )


def _split(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Compounds by their parts ("property-based"), but names with signs whole ("CI/CD", "C++", addresses)."""
    if _REPEATED.match(text):  # "co-ordinated" is "coordinated" also where the eye is helped
        yield text.replace("-", ""), start
        return
    if "@" in text or "://" in text or not _PARTS.search(text) or text.isupper() or _SHORT_PAIR.fullmatch(text):
        if text.casefold().endswith("n't") and len(text) > 3:
            yield from ((text[:-3] or text, start), ("not", start + len(text) - 3))
        elif text:
            yield text, start
        return
    for found in re.finditer(r"[^-/&]+", text):
        yield found[0], start + found.start()


def _is_free(word: str, language: str) -> bool:
    folded = fold(word)
    return folded in FREE_ANYWHERE or folded in FREE.get(language, frozenset()) or not any(c.isalnum() for c in folded)
