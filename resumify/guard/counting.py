"""What a number counts and what stands beside it: nouns, clause, words up to the next number. No verdicts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.families import fold
from resumify.guard.parts import FINITE
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import ABOUT, BOUNDS, CLAIMING, TIME_SPANS, TO
from resumify.words import Number

_LINK = frozenset("to and or bis und oder à et ou until".split())
_RATE = frozenset("per a pro par".split())
_ELIDED = re.compile(r"(?:d|l|qu)['’]", re.IGNORECASE)
_PLURAL = re.compile(r"[^su]s\Z|\A(?:people|children|women|men|staff|sheep|personnel|cattle|police)\Z")
_LABELS = frozenset(
    """year level phase class grade type route line tier version chapter stage step form unit room ward band klasse
    stufe niveau typ linie raum zimmer jahrgang station classe salle ligne étape""".split()
)
_OF = frozenset("of von vom de d aus".split())
_JOINT = frozenset("and und et y e while och en".split())
_EXACT = 1e15
_BEFORE = 24  # characters in front of a number where a bound or "about" may stand
_BOUNDING = frozenset(word for phrases in (*BOUNDS.values(), ABOUT) for phrase in phrases for word in phrase.split())


def equal(reading: Reading, number: Number) -> list[Number]:
    """The numbers of the reading with the same value and unit; a count of thousands may look like a year."""
    return [other for other in reading.numbers if _is_equal(number, other)]


def _is_equal(number: Number, other: Number) -> bool:
    if (number.value, number.upper) != (other.value, other.upper):
        return False
    if number.value >= _EXACT and number.text != other.text:  # two longer numbers can share a float
        return False
    return number.unit == other.unit or (number.unit == "" and other.unit == "year")


def counted(reading: Reading, number: Number) -> tuple[Word, ...]:
    """The content words right after the number; past another number where both share them ("45 to 8 minutes")."""
    run: list[Word] = []
    after = [word for word in reading.words if word.start >= number.end]
    for index, word in enumerate(after):
        if run and _ends_run(reading, run[-1], word):
            break
        if word.is_content and (run or word.folded not in CLAIMING):
            run.append(word)
        elif not run and not (word.is_content or word.number is not None or _links(after, index)):
            break
    if reading.language == "de" and not any(word.text[:1].isupper() for word in run):
        return ()  # nouns are written large: "von 4,2 % auf 2,9 % gesenkt" counts nothing
    return tuple(run) if run and run[0].clause == clause_of(reading, number) else ()


def elided(reading: Reading, number: Number) -> Word | None:
    """What "110 a year" counts where its clause names nothing: the thing that the sentence is about."""
    clause = [word for word in reading.clause(clause_of(reading, number)) if word.is_content]
    after = [word for word in clause if word.start >= number.end]
    if number.unit or not after or len(clause) > len(after) or after[0].folded not in TIME_SPANS:
        return None
    thing: Word | None = None
    for word in (word for word in reading.words if word.sentence == clause[0].sentence):
        if word.is_content and word.folded not in CLAIMING:
            thing = word
        elif thing is not None and word.folded not in _JOINT:
            return thing
    return None


def stands_alone(reading: Reading, number: Number) -> bool:
    """Whether the number opens its clause and no noun follows: "9 pupils …; eight passed"."""
    opening = reading.clause(clause_of(reading, number))[:1]
    return bool(opening) and opening[0].number == number and not counted(reading, number)


def _ends_run(reading: Reading, last: Word, word: Word) -> bool:
    """Whether what is counted has ended before this word: "parcels | each year", "groupes | d'adultes"."""
    if not word.is_content or word.clause != last.clause or _ELIDED.match(word.text):
        return True
    return word.folded in CLAIMING and reading.text[word.start - 1] != "-"  # "22 looked-after children" goes on


def _links(words: Sequence[Word], index: int) -> bool:
    """Whether a small word leads on to what is counted: "20 a day", "50 to under 20"."""
    if words[index].folded in _RATE:
        return True
    return words[index].folded in _LINK and any(word.number is not None for word in words[index + 1 : index + 3])


def head(run: Sequence[Word], language: str) -> Word | None:
    """The word that is counted, past what describes it: of "300 hospital appointments" the appointments."""
    if language == "de":
        return next((word for word in run if word.text[:1].isupper()), None)
    if language != "en":
        return None
    return next((word for word in run if _PLURAL.search(word.folded)), None)


def around(reading: Reading, number: Number) -> tuple[Word, ...]:
    return tuple(word for word in reading.clause(clause_of(reading, number)) if word.is_content)


def last_before(reading: Reading, number: Number) -> Word | None:
    before = [word for word in around(reading, number) if word.end <= number.start]
    return before[-1] if before else None


def clause_of(reading: Reading, number: Number) -> int:
    return next((word.clause for word in reading.words if word.number == number), -1)


def share(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(word.agrees(other) for word in ours for other in theirs)


def holder(reading: Reading, number: Number) -> Word | None:
    """The word that the number is part of: "group of 10", "Drupal 9"."""
    before = [word for word in reading.words if word.end <= number.start]
    while before and before[-1].folded in _OF:
        before.pop()
    return before[-1] if before and before[-1].is_content else None


def label(reading: Reading, number: Number) -> Word | None:
    """The noun right before a number that counts nothing after it: "Shopware 6", "the Year 9 scheme"."""
    if reading.text[number.end : number.end + 1] == "-":
        return None
    before = [word for word in reading.words if word.end <= number.start]
    while len(before) > 1 and (before[-1].number is not None or (before[-1].folded in _LINK and before[-2].number)):
        before.pop()
    last = before[-1] if before else None
    if last is None or not last.is_content or FINITE.match(last.folded) or last.clause != clause_of(reading, number):
        return None
    run = counted(reading, number)
    if reading.text[last.end : last.end + 1] != " " or (run and (last.folded not in _LABELS or head(run, "en"))):
        return None
    return last


def segment(reading: Reading, number: Number) -> tuple[Word, ...]:
    """The content words between this number's neighbours on both sides, within its clause."""
    words = reading.clause(clause_of(reading, number))
    places = [index for index, word in enumerate(words) if word.number == number]
    if not places:
        return ()
    first, last, own = places[0], places[-1], _partners(reading, number)
    ends = [ends_segment(word) and not (word.number is not None and word.number in own) for word in words]
    start = next((i + 1 for i in range(first - 1, -1, -1) if ends[i]), 0)
    end = next((i for i in range(last + 1, len(words)) if ends[i]), len(words))
    return tuple(word for word in words[start:end] if word.is_content)


def bound(reading: Reading, number: Number) -> str:
    """The key of BOUNDS that moves this number; "" for none and for "about"."""
    if number.text.endswith("+"):
        return "more"
    before = reading.text[max(0, number.start - _BEFORE) : number.start].casefold().rstrip(" $€£¥")
    if any(re.search(rf"(?:\A|\W){re.escape(phrase)}\Z", before) for phrase in ABOUT):
        return ""
    for side, phrases in BOUNDS.items():
        if any(re.search(rf"(?:\A|(?<!\d)\W){re.escape(phrase)}\Z", before) for phrase in phrases):
            return side
    return ""


def bounds(words: Sequence[Word], index: int) -> bool:
    """Whether the word is part of what bounds a number ("fewer than 10"), and judged with it."""
    rest = words[index:]
    while rest and rest[0].number is None and rest[0].folded in _BOUNDING:
        rest = rest[1:]
    return words[index].folded in _BOUNDING and bool(rest) and rest[0].number is not None


def ends_segment(word: Word) -> bool:
    return word.number is not None or word.folded in _JOINT


def _partners(reading: Reading, number: Number) -> set[Number | None]:
    """The other ends of the same change."""
    ahead = leads_to(reading, number)
    return {number, ahead, *(other for other in reading.numbers if leads_to(reading, other) == number)}


def moves(reading: Reading) -> set[bool]:
    """Which ways numbers go: up in "from 22% to 41%", down in "from 9 to 4"."""
    pairs = ((number, leads_to(reading, number)) for number in reading.numbers)
    return {end.value > start.value for start, end in pairs if end is not None}


def becomes(reading: Reading, number: Number) -> Number | None:
    """The number that this one changed into, also past what it counts: "from 6 hours to 2"."""
    after = next((other for other in reading.numbers if other.start >= number.end), None)
    if after is None:
        return None
    between = [word for word in reading.words if number.end <= word.start < after.start]
    start = next((i for i, word in enumerate(between[:4]) if word.folded in TO), None)  # "eight working days to five"
    return after if start is not None and len(between) - start < 3 else None


def leads_to(reading: Reading, number: Number) -> Number | None:
    """The number that this one changed into: "to", with nothing else between the two."""
    after = next((other for other in reading.numbers if other.start >= number.end), None)
    between = reading.text[number.end : after.start].split() if after is not None else []
    return after if len(between) in (1, 2) and fold(between[0]) in TO else None
