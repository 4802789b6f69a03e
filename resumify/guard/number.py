"""Numbers: value, unit, noun and bounds must be those of the fact, and stay with what they counted there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.beside import PIECES, WITH_OTHERS
from resumify.guard.claim import Claim
from resumify.guard.counting import (
    around,
    bound,
    counted,
    elided,
    equal,
    head,
    last_before,
    leads_to,
    share,
    stands_alone,
)
from resumify.guard.measure import measures
from resumify.guard.pairs import check_pairs
from resumify.guard.parts import FINITE
from resumify.guard.phrase import Word, adjacent
from resumify.guard.placing import misplaced
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import TIME_SPANS
from resumify.words import SPELLED, Number

_ALONE = frozenset("one eins".split())
_SINGLE = frozenset("one single einzige einziger seul seule".split())
_HEADS = frozenset("person man woman member strong".split())
_SEASONAL = frozenset("weekend weekends season seasons term terms semester semesters".split())
_EACH = frozenset("per each every pro je jede jeder jedes par chaque single".split())
_LASTED = frozenset("in within over during for nach innerhalb während en dans pendant".split())
_ONE = frozenset("one a an single ein eine einen einem einer eines un une uno una".split())
_SEASONS = (
    "spring|summer|autumn|fall|winter|season|christmas|easter|january|february|march|april|june|july|august|september|"
    "october|november|december|Frühjahr|Frühling|Sommer|Herbst|Winter|printemps|été|automne|hiver"
)
_RATES = {
    "hour": r"hours?|Stunde|heure|hora|ora|hourly|stündlich",
    "day": r"days?|Tag|jour|día|giorno|daily|täglich|quotidien\w*",
    "week": r"weeks?|Woche|semaine|semana|settimana|weekly|wöchentlich|hebdomadaire\w*",
    "month": r"months?|Monat|mois|mes|mese|monthly|monatlich|mensuel\w*",
    "quarter": r"quarters?|Quartal|trimestre|quarterly",
    "year": rf"years?|Jahr|an|année|año|anno|yearly|annual(?:ly)?|jährlich|annuel\w*|{_SEASONS}",
    "shift": r"shifts?|Schicht|équipe",
    "season": r"seasons?|Saison|saison",
}
_SPAN = "".join(rf"(?<!{word} )" for word in ("for", "in", "within", "over", "after"))
_PER = rf"(?:(?<=mal )die |{_SPAN}\b(?:per|an?|each|every|pro|je|jede[nrs]?|par|chaque|al|por|im|am|in der) )"
_ADVERB = r"(?=\w+(?:ly|al|lich|ien|ienne|iens|aire|aires|el|elle|els|elles|ennes)\b)"
_DURING = re.compile(r"\bover (?:the|its|my|our)(?: \w+)? \Z", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|ages?|years? old|year-olds?)\b", re.IGNORECASE)
_TEAM_OF = re.compile(r"\b(?:team of|team von|équipe de|in a|im|à)\s*\Z", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:in total|a total of|altogether|insgesamt|au total|in all)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\b(?:of which|of whom|including|dont|davon|darunter|von denen)\s*\Z", re.IGNORECASE)
_OF_THEM = re.compile(r" (?:of|von|d') ?(?:them|these|those|which|ihnen|denen|entre)\b| davon\b", re.IGNORECASE)


def check_number(claim: Claim) -> str:
    """Return why a quantity of the line is not the fact's, "" when all are."""
    for number in claim.line.numbers:
        if number.unit != "year" and (reason := _unsupported(claim, number) or misplaced(claim, number)):
            return reason
    if reason := _reduced(claim) or check_pairs(claim):
        return reason
    if (
        _TOTAL.search(claim.line.text)
        and not _TOTAL.search(claim.source.text)
        and _rates(claim.source) - _rates(claim.line)
    ):
        return "the fact says how many at a time, and not in total"
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
        if (
            _is_pair(claim, number)
            or (number.text == "1" and _is_one(claim, number))
            or _counts_the_person(claim, number)
            or _is_named(claim, number)
            or measures(claim, number)
        ):
            return ""
        said = ", ".join(other.text for other in claim.source.numbers) or "no number"
        return f'"{number.text}" is not in the fact, which says {said}'
    side, sides = bound(claim.line, number), {bound(claim.source, other) for other in own}
    if own and side and side not in sides and not _is_during(claim, number, own):
        return f'the fact does not say "{side}" of {number.text}'
    if own and not side and "" not in sides and not _took(claim, own):
        return f"the fact bounds {own[0].text}; the line states it plainly"
    return _other_noun(claim, number, [(claim.source, other) for other in own] + [(claim.context, o) for o in headed])


def _is_during(claim: Claim, number: Number, own: Sequence[Number]) -> bool:
    """Whether "over two quarters" is how long it took, as "over the next two quarters" says."""
    lasted = re.search(r"\bover\s*\Z", claim.line.text[: number.start], re.IGNORECASE) is not None
    return lasted and any(_DURING.search(claim.source.text[: other.start]) for other in own)


def _took(claim: Claim, own: Sequence[Number]) -> bool:
    """Whether "in nine months" is how long it took, as "over nine months" says."""
    spans = [counted(claim.source, other)[:1] for other in own if claim.source.text[: other.start].endswith("over ")]
    return any(word.folded in TIME_SPANS | _SEASONAL for run in spans for word in run)


def _is_named(claim: Claim, number: Number) -> bool:
    """Whether the digits belong to a name that the line says too: "TOEIC of 870" for "TOEIC 870"."""
    words = claim.source.words
    return any(
        word.number is None and word.text == number.text and claim.line.says(words[index])
        for index, word in enumerate(words[1:])
    )


def _reduced(claim: Claim) -> str:
    """A lone "one" in the line where the fact counts more of the same: "in one year" for "in two years"."""
    for index, word in enumerate(claim.line.words[:-1]):
        noun = adjacent(claim.line.words, index)
        if word.number is not None or noun is None or not _says_one(claim.line, index, noun):
            continue
        counts = [number for number in claim.source.numbers if share([noun], counted(claim.source, number)[:1])]
        more = [number for number in counts if number.value > 1]
        if more and len(more) == len(counts) and not _is_ever_one(claim.source, noun):
            return f'the fact says {more[0].text}, not "{word.text} {noun.text}"'
    return ""


def _says_one(line: Reading, index: int, noun: Word) -> bool:
    if line.words[index].folded in _SINGLE:
        return True
    before = line.words[index - 1].folded if index else ""
    return line.words[index].folded in _ONE and noun.folded in TIME_SPANS and before in _LASTED


def _is_ever_one(source: Reading, noun: Word) -> bool:
    """Whether the fact also has the noun alone or per one: "a year", "each year"."""
    before = (source.words[place - 1] for place in source.places(noun) if place)
    return any(word.folded in _ONE | _EACH for word in before)


def _is_pair(claim: Claim, number: Number) -> bool:
    """Whether a range is one in the fact, or in the line, that is written with two numbers: "3-6" for "from 3 to 6"."""
    for ranged, paired, high in ((number, claim.source, number.upper), (None, claim.line, None)):
        for low in paired.numbers:
            end = leads_to(paired, low)
            if end is None:
                continue
            if ranged is not None and (low.value, end.value) == (ranged.value, high):
                return True
            if ranged is None and number in (low, end):
                return any((n.value, n.upper) == (low.value, end.value) for n in claim.source.numbers)
    return False


def _counts_the_person(claim: Claim, number: Number) -> bool:
    """ "In a team of two" for "with one other developer": the person and those beside."""
    of = _TEAM_OF.search(claim.line.text[: number.start])
    beside = WITH_OTHERS.finditer(claim.source.text)
    counts = [1.0 if found["n"].casefold() in _ONE else float(SPELLED.get(found["n"].casefold(), 0) or int(found["n"]))
              for found in beside if found["n"].casefold() in _ONE or found["n"].isdigit() or found["n"].casefold()
              in SPELLED]  # fmt: skip
    return of is not None and number.value - 1 in counts


def _is_one(claim: Claim, number: Number) -> bool:
    """Whether the fact has "one day" or "a day" where the line says "1 day"."""
    words, ours = claim.source.words, counted(claim.line, number)[:1]
    if not ours:
        return not claim.source.folded.isdisjoint(_ALONE)
    places = (index for index, word in enumerate(words[:-1]) if word.folded in _ONE)
    return any(share(ours, words[index + 1 : index + 2]) for index in places)


def _other_noun(claim: Claim, number: Number, places: Sequence[tuple[Reading, Number]]) -> str:
    """What is counted: the words right after the number share one with those after it in the fact."""
    ours = counted(claim.line, number)
    while len(ours) > 1 and ours[-1].folded.endswith("ing"):  # "four boilers running"
        ours = ours[:-1]
    if len(ours) > 1 and ours[0].folded in _HEADS:  # "a five-person team"
        ours = ours[1:]
    if not ours:
        return "" if number.unit else _uncounted(claim, number, places)
    for reading, other in places:
        theirs, named = _counted_there(reading, other)
        if not theirs or (share(ours, theirs) and not (named and _describes(claim.line, ours, reading, theirs))):
            return ""
    if (
        measures(claim, number)
        or (ours[0].folded == "years" and _AGED.search(claim.source.text))
        or any(_are_acts(ours, reading, other) for reading, other in places)
    ):
        return ""
    return f'{number.text} does not count "{ours[0].text}" in the fact'


def _are_acts(ours: Sequence[Word], reading: Reading, number: Number) -> bool:
    """Whether the line counts how often was done what the fact says of so many: "25 interviews" of who "interviewed 25
    shopkeepers"."""
    before = last_before(reading, number)
    return before is not None and FINITE.match(before.folded) is not None and share(ours[:2], [before])


def _counted_there(reading: Reading, number: Number) -> tuple[tuple[Word, ...], bool]:
    """What the number may count in the fact, and whether the noun stands right after it."""
    if _OF_THEM.match(reading.text, number.end) or _OF_WHICH.search(reading.text[: number.start]):
        return reading.content, False
    run = counted(reading, number)
    if run and run[0].folded in PIECES:
        return reading.content, False
    if (thing := elided(reading, number)) is not None:
        return (thing, *run), False
    if reading.text[number.end : number.end + 1] == "-":  # "a 10-page guide" is not ten guides
        return run[:1], True
    if stands_alone(reading, number):  # "9 pupils …; eight passed"
        return tuple(word for other in reading.numbers for word in counted(reading, other)[:1]), False
    return run or around(reading, number), bool(run)


def _describes(line: Reading, ours: Sequence[Word], reading: Reading, theirs: Sequence[Word]) -> bool:
    """Whether the line counts what only describes the thing counted in the fact: 300 hospitals of 300 hospital
    appointments."""
    counts, own = head(ours, line.language), head(theirs, reading.language)
    if counts is None or own is None or share([counts], [own]):
        return False
    if line.language == "de":  # whose nouns are one word with what describes them
        return True
    return share([counts], theirs[: theirs.index(own)])


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
