"""Numbers: value, unit, noun and bounds must be those of the fact, and stay with what they counted there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.claim import Claim
from resumify.guard.counting import around, counted, equal, last_before, share
from resumify.guard.placing import misplaced
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import ABOUT, BOUNDS, TIME_SPANS
from resumify.words import Number

_ONE = frozenset("one a an single ein eine einen einem einer eines un une uno una".split())
_RATES = {
    "hour": r"hours?|Stunde|heure|hora|ora|hourly|stündlich",
    "day": r"days?|Tag|jour|día|giorno|daily|täglich|quotidien\w*",
    "week": r"weeks?|Woche|semaine|semana|settimana|weekly|wöchentlich|hebdomadaire\w*",
    "month": r"months?|Monat|mois|mes|mese|monthly|monatlich|mensuel\w*",
    "quarter": r"quarters?|Quartal|trimestre|quarterly",
    "year": r"years?|Jahr|an|année|año|anno|yearly|annual(?:ly)?|jährlich|annuel\w*",
    "shift": r"shifts?|Schicht|équipe",
}
_SPAN = "".join(rf"(?<!{word} )" for word in ("for", "in", "within", "over", "after"))
_PER = rf"(?:{_SPAN}\b(?:per|an?|each|every|pro|je|jede[nrs]?|par|chaque|al|por|im|am|in der) )"
_ADVERB = r"(?=\w+(?:ly|al|lich|ien|ienne|iens|aire|aires|el|elle|els)\b)"
_DURING = re.compile(r"\bover (?:the|its|my|our)(?: \w+)? \Z", re.IGNORECASE)
_OF_THEM = re.compile(r" (?:of|von|d') ?(?:them|these|those|which|ihnen|denen|entre)\b| davon\b", re.IGNORECASE)
_BEFORE = 24  # characters in front of a number where a bound or "about" may stand


def check_number(claim: Claim) -> str:
    """Return why a quantity of the line is not the fact's, "" when all are."""
    for number in claim.line.numbers:
        if number.unit != "year" and (reason := _unsupported(claim, number) or misplaced(claim, number)):
            return reason
    if rate := next(iter(_rates(claim.line) - _rates(claim.source)), ""):
        return f'the fact does not say "per {rate}"'
    return ""


def _rates(reading: Reading) -> set[str]:
    """The times per which something is counted: "a day", "weekly"."""
    return {
        time
        for time, names in _RATES.items()
        if re.search(rf"(?:{_PER}|\b{_ADVERB})(?:{names})\b(?! \d{{4}})", reading.text, re.IGNORECASE)
    }


def _unsupported(claim: Claim, number: Number) -> str:
    own = equal(claim.source, number)
    headed = equal(claim.context, number)
    if not own and not headed:
        if number.text == "1" and _is_one(claim, number):
            return ""
        said = ", ".join(other.text for other in claim.source.numbers) or "no number"
        return f'"{number.text}" is not in the fact, which says {said}'
    bound, bounds = _bound(claim.line, number), {_bound(claim.source, other) for other in own}
    if own and bound and bound not in bounds and not _is_during(claim, number, own):
        return f'the fact does not say "{bound}" of {number.text}'
    if own and not bound and "" not in bounds and not _took(claim, number, own):
        return f"the fact bounds {own[0].text}; the line states it plainly"
    return _other_noun(claim, number, [(claim.source, other) for other in own] + [(claim.context, o) for o in headed])


def _is_during(claim: Claim, number: Number, own: Sequence[Number]) -> bool:
    """Whether "over two quarters" is how long it took, as "over the next two quarters" says."""
    lasted = re.search(r"\bover\s*\Z", claim.line.text[: number.start], re.IGNORECASE) is not None
    return lasted and any(_DURING.search(claim.source.text[: other.start]) for other in own)


def _took(claim: Claim, number: Number, own: Sequence[Number]) -> bool:
    """Whether "in nine months" is how long it took, as "over nine months" says."""
    lasted = re.search(r"\b(?:in|within|during|for)\s*\Z", claim.line.text[: number.start], re.IGNORECASE) is not None
    spans = [counted(claim.source, other)[:1] for other in own if claim.source.text[: other.start].endswith("over ")]
    return lasted and any(word.folded in TIME_SPANS for run in spans for word in run)


def _is_one(claim: Claim, number: Number) -> bool:
    """Whether the fact has "one day" or "a day" where the line says "1 day"."""
    words, ours = claim.source.words, counted(claim.line, number)[:1]
    places = (index for index, word in enumerate(words[:-1]) if word.folded in _ONE)
    return any(share(ours, words[index + 1 : index + 2]) for index in places)


def _bound(reading: Reading, number: Number) -> str:
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


def _other_noun(claim: Claim, number: Number, places: Sequence[tuple[Reading, Number]]) -> str:
    """What is counted: the words right after the number share one with those after it in the fact."""
    ours = counted(claim.line, number)
    if not ours:
        return "" if number.unit else _uncounted(claim, number, places)
    for reading, other in places:
        theirs = counted(reading, other) or around(reading, other)
        if _OF_THEM.match(reading.text, other.end):
            theirs = reading.content
        if reading.text[other.end : other.end + 1] == "-":  # "a 10-page guide" is not ten guides
            theirs = theirs[:1]
        if not theirs or share(ours, theirs):
            return ""
    return f'{number.text} does not count "{ours[0].text}" in the fact'


def _uncounted(claim: Claim, number: Number, places: Sequence[tuple[Reading, Number]]) -> str:
    """A number without a noun ("a team of 12") still counts what it did: that is near, or the word before is the
    same."""
    nouns = [counted(reading, other) for reading, other in places]
    beside = around(claim.line, number) or claim.line.content  # "daily calls (60 to 80)"
    if not all(nouns) or any(share(beside, run) for run in nouns):
        return ""
    ours = last_before(claim.line, number)
    befores = [last_before(reading, other) for reading, other in places]
    if ours is not None and any(other is not None and share([ours], [other]) for other in befores):
        return ""
    return f'{number.text} counts "{nouns[0][0].text}" in the fact'
