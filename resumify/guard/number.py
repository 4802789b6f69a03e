"""Numbers: value, unit, noun and bounds must be those of the fact, and stay with what they counted there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.claim import Claim
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import ABOUT, BOUNDS, FROM, TO
from resumify.words import Number

_ONE = re.compile(r"\b(?:one|an?|single|einen?|einer|einem|eine?s?|une?|uno|una)\b", re.IGNORECASE)
_LINK = frozenset("to and or bis und oder à et ou until per a pro par".split())
_BEFORE = 24  # characters in front of a number where a bound or "about" may stand


def check_number(claim: Claim) -> str:
    """Return why a quantity of the line is not the fact's, "" when all are."""
    for number in claim.line.numbers:
        if number.unit == "year" or (number.text.isdigit() and _is_part_of_name(claim.line, number)):
            continue
        if reason := _unsupported(claim, number):
            return reason
    return _misplaced(claim.line, claim.source)


def _unsupported(claim: Claim, number: Number) -> str:
    own = [other for other in claim.source.numbers if _same(number, other)]
    headed = [other for other in claim.context.numbers if _same(number, other)]
    if not own and not headed:
        if number.value == 1 and not number.unit and _ONE.search(claim.source.text):
            return ""
        said = ", ".join(other.text for other in claim.source.numbers) or "no number"
        return f'"{number.text}" is not in the fact, which says {said}'
    if own and (bound := _bound(claim.line, number)) not in {"", *(_bound(claim.source, other) for other in own)}:
        return f'the fact does not say "{bound}" of {number.text}'
    if own and not bound and all(_bound(claim.source, other) in BOUNDS for other in own):
        return f"the fact bounds {own[0].text}; the line states it plainly"
    return _other_noun(claim, number, [(claim.source, other) for other in own] + [(claim.context, o) for o in headed])


def _same(number: Number, other: Number) -> bool:
    """A quantity of the fact, or one end of a range of it named together with the other end."""
    if number.value == other.value and number.unit == other.unit and number.upper == other.upper:
        return number.text.endswith("+") == other.text.endswith("+")
    return False


def _bound(reading: Reading, number: Number) -> str:
    """The key of BOUNDS that moves this number; "" for none and for "about"."""
    before = reading.text[max(0, number.start - _BEFORE) : number.start].casefold().rstrip(" $€£¥")
    if any(re.search(rf"(?:\A|\W){re.escape(phrase)}\Z", before) for phrase in ABOUT):
        return ""
    for side, phrases in BOUNDS.items():
        if any(re.search(rf"(?:\A|\W){re.escape(phrase)}\Z", before) for phrase in phrases):
            return side
    return ""


def _other_noun(claim: Claim, number: Number, places: Sequence[tuple[Reading, Number]]) -> str:
    """What is counted: the words right after the number share one with those after it in the fact."""
    counted = _run(claim.line, number)
    if not counted:
        return ""
    for reading, other in places:
        theirs = _run(reading, other) or _around(reading, other)
        if not theirs or _share(counted, theirs):
            return ""
    return f'{number.text} does not count "{counted[0].text}" in the fact'


def _run(reading: Reading, number: Number) -> tuple[Word, ...]:
    """The content words right after the number; past another number where both share them ("45 to 8 minutes")."""
    run: list[Word] = []
    for word in reading.words:
        if word.start < number.end:
            continue
        if word.is_content:
            run.append(word)
        elif run or (word.number is None and word.folded not in _LINK):
            break
    return tuple(run) if run and run[0].clause == _clause(reading, number) else ()


def _around(reading: Reading, number: Number) -> tuple[Word, ...]:
    return tuple(word for word in reading.clause(_clause(reading, number)) if word.is_content)


def _clause(reading: Reading, number: Number) -> int:
    return next((word.clause for word in reading.words if word.number == number), -1)


def _share(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(not word.keys.isdisjoint(other.keys) for word in ours for other in theirs)


def _is_part_of_name(reading: Reading, number: Number) -> bool:
    """ "ISO 9001", "BS 7671": digits right after capitals are a name, and judged as words."""
    return bool(re.search(r"\b[A-Z][A-Z&/]+[ -]\Z", reading.text[: number.start]))


def _misplaced(line: Reading, source: Reading) -> str:
    """Two numbers of the fact that changed places: "from 45 to 8" turned round, or each with the other's words."""
    for number in line.numbers:
        rivals = [other for other in source.numbers if other.unit == number.unit]
        own = [other for other in rivals if other.value == number.value]
        if not own or len(rivals) < 2:
            continue
        role = _role(line, number)
        roles = {_role(source, other) for other in own}
        if role and roles and role not in roles and {_role(source, other) for other in rivals} >= {"from", "to"}:
            return f'"{number.text}" stands at the other end of the change in the fact'
        near = {other: _overlap(_segment(line, number), _segment(source, other)) for other in rivals}
        if max(near.values()) > max(near[other] for other in own):
            return f'"{number.text}" belongs to something else in the fact'
    return ""


def _role(reading: Reading, number: Number) -> str:
    before = next((word for word in reversed(reading.words) if word.end <= number.start), None)
    if before is None:
        return ""
    return "from" if before.folded in FROM else "to" if before.folded in TO else ""


def _segment(reading: Reading, number: Number) -> frozenset[str]:
    """The keys of the content words between this number's neighbours on both sides, within its clause."""
    clause = _clause(reading, number)
    words = [word for word in reading.words if word.clause == clause]
    places = [index for index, word in enumerate(words) if word.number == number]
    if not places:
        return frozenset()
    first, last = places[0], places[-1]
    start = next((i + 1 for i in range(first - 1, -1, -1) if _ends_segment(words[i], number)), 0)
    end = next((i for i in range(last + 1, len(words)) if _ends_segment(words[i], number)), len(words))
    return frozenset(key for word in words[start:end] if word.is_content for key in word.keys)


def _ends_segment(word: Word, number: Number) -> bool:
    return (word.number is not None and word.number != number) or word.folded in {"and", "und", "et", "y", "e", "while"}


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> int:
    return len(ours & theirs)
