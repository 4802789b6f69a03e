"""Numbers: value, unit, noun and bounds must be those of the fact, and stay with what they counted there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.claim import Claim
from resumify.guard.families import fold
from resumify.guard.parts import FINITE
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import ABOUT, BOUNDS, BY, FROM, TIME_SPANS, TO
from resumify.words import Number

_ONE = frozenset("one a an single ein eine einen einem einer eines un une uno una".split())
_LINK = frozenset("to and or bis und oder à et ou until per a pro par".split())
_OF = frozenset("of von vom de d aus".split())
_JOINT = frozenset("and und et y e while och en".split())
_ROLES = ((FROM, "from"), (TO, "to"), (BY, "by"))
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
_OFTEN_OF = frozenset("von vom de da van".split())
_OF_THEM = re.compile(r" (?:of|von|d') ?(?:them|these|those|which|ihnen|denen|entre)\b| davon\b", re.IGNORECASE)
_BEFORE = 24  # characters in front of a number where a bound or "about" may stand


def check_number(claim: Claim) -> str:
    """Return why a quantity of the line is not the fact's, "" when all are."""
    for number in claim.line.numbers:
        if number.unit != "year" and (reason := _unsupported(claim, number) or _misplaced(claim, number)):
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
    own = _equal(claim.source, number)
    headed = _equal(claim.context, number)
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
    spans = [_run(claim.source, other)[:1] for other in own if claim.source.text[: other.start].endswith("over ")]
    return lasted and any(word.folded in TIME_SPANS for run in spans for word in run)


def _is_one(claim: Claim, number: Number) -> bool:
    """Whether the fact has "one day" or "a day" where the line says "1 day"."""
    words, counted = claim.source.words, _run(claim.line, number)[:1]
    places = (index for index, word in enumerate(words[:-1]) if word.folded in _ONE)
    return any(_share(counted, words[index + 1 : index + 2]) for index in places)


def _equal(reading: Reading, number: Number) -> list[Number]:
    return [
        other
        for other in reading.numbers
        if (number.value, number.unit, number.upper) == (other.value, other.unit, other.upper)
    ]


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
    counted = _run(claim.line, number)
    if not counted:
        return "" if number.unit else _uncounted(claim, number, places)
    for reading, other in places:
        theirs = _run(reading, other) or _around(reading, other)
        if _OF_THEM.match(reading.text, other.end):
            theirs = reading.content
        if reading.text[other.end : other.end + 1] == "-":  # "a 10-page guide" is not ten guides
            theirs = theirs[:1]
        if not theirs or _share(counted, theirs):
            return ""
    return f'{number.text} does not count "{counted[0].text}" in the fact'


def _uncounted(claim: Claim, number: Number, places: Sequence[tuple[Reading, Number]]) -> str:
    """A number without a noun ("a team of 12") still counts what it did: that is near, or the word before is the
    same."""
    nouns = [_run(reading, other) for reading, other in places]
    beside = _around(claim.line, number) or claim.line.content  # "daily calls (60 to 80)"
    if not all(nouns) or any(_share(beside, run) for run in nouns):
        return ""
    ours = _last_before(claim.line, number)
    befores = [_last_before(reading, other) for reading, other in places]
    if ours is not None and any(other is not None and _share([ours], [other]) for other in befores):
        return ""
    return f'{number.text} counts "{nouns[0][0].text}" in the fact'


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
    if reading.language == "de" and not any(word.text[:1].isupper() for word in run):
        return ()  # nouns are written large: "von 4,2 % auf 2,9 % gesenkt" counts nothing
    return tuple(run) if run and run[0].clause == _clause(reading, number) else ()


def _around(reading: Reading, number: Number) -> tuple[Word, ...]:
    return tuple(word for word in reading.clause(_clause(reading, number)) if word.is_content)


def _last_before(reading: Reading, number: Number) -> Word | None:
    before = [word for word in _around(reading, number) if word.end <= number.start]
    return before[-1] if before else None


def _clause(reading: Reading, number: Number) -> int:
    return next((word.clause for word in reading.words if word.number == number), -1)


def _share(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(not word.keys.isdisjoint(other.keys) for word in ours for other in theirs)


def _misplaced(claim: Claim, number: Number) -> str:
    """A number that the line took from its place: the other end of a change, or the words of another number."""
    own = _equal(claim.source, number)
    if not own:
        return ""
    if reason := _unlabelled(claim, number, own):
        return reason
    roles = {_role(claim.source, other) for other in own}
    role = _role(claim.line, number) or ("from" if "from" in roles and _follows(claim.line, number, FROM) else "")
    if role and "" not in roles and role not in roles:
        return f'the fact does not say "{role} {number.text}"'
    if role == "from" and _leads_on(claim.source) and not _leads_on(claim.line):
        return f"the fact says where the change from {number.text} ended"
    if reason := _taken(claim, number, own):
        return reason
    if any(_share(_run(claim.line, number), _run(claim.source, other)) for other in own):
        return ""
    if any(_have_one_holder(claim, number, other) for other in own):
        return ""
    ours = _segment(claim.line, number)
    near = {other: len(ours & _segment(claim.source, other)) for other in claim.source.numbers}
    if not ours or not all(_segment(claim.source, other) for other in own):
        return ""  # "18% in 2022 and 12% in 2023": what is left out stands with another number
    best = max(near[other] for other in own)
    rivals = [near[other] for other in near if other.unit == number.unit]
    if not best or max(rivals) > best:
        return f'"{number.text}" belongs to something else in the fact'
    return ""


def _holder(reading: Reading, number: Number) -> Word | None:
    """The word that the number is part of: "group of 10", "Drupal 9"."""
    before = [word for word in reading.words if word.end <= number.start]
    while before and before[-1].folded in _OF:
        before.pop()
    return before[-1] if before and before[-1].is_content else None


def _have_one_holder(claim: Claim, number: Number, other: Number) -> bool:
    ours, theirs = _holder(claim.line, number), _holder(claim.source, other)
    return ours is not None and theirs is not None and not ours.keys.isdisjoint(theirs.keys)


def _unlabelled(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """A number that is a label in the fact ("Shopware 6", "routes 12 and 47") counts nothing in the line."""
    labels = [_label(claim.source, other) for other in own]
    if number.unit or not _run(claim.line, number) or not all(labels):
        return ""
    if any(_have_one_holder(claim, number, other) for other in own) or _label(claim.line, number) is not None:
        return ""
    return f'{number.text} belongs to "{labels[0].text if labels[0] else ""}" in the fact'


def _label(reading: Reading, number: Number) -> Word | None:
    """The noun right before a number that counts nothing after it."""
    if _run(reading, number) or reading.text[number.end : number.end + 1] == "-":
        return None
    before = [word for word in reading.words if word.end <= number.start]
    while len(before) > 1 and (before[-1].number is not None or (before[-1].folded in _LINK and before[-2].number)):
        before.pop()
    last = before[-1] if before else None
    if last is None or not last.is_content or FINITE.match(last.folded) or last.clause != _clause(reading, number):
        return None
    return last if reading.text[last.end : last.end + 1] == " " else None


def _taken(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """The verb right before a number is not the verb of another number in the fact."""
    index = next((i for i, word in enumerate(claim.line.words) if word.number == number), 0)
    verb = claim.line.words[index - 1] if index else None
    if verb is None or not verb.is_content or any(word.clause == verb.clause for word in claim.line.words[: index - 1]):
        return ""
    if any(_opens_segment(claim.source, other) for other in own):  # "supervised 2 students and 4 theses"
        return ""
    bound = {other for other in claim.source.numbers if not verb.keys.isdisjoint(_segment(claim.source, other))}
    if bound and bound.isdisjoint(own):
        return f'"{verb.text}" goes with {min(bound, key=lambda other: other.start).text} in the fact'
    return ""


def _opens_segment(reading: Reading, number: Number) -> bool:
    """Whether no content word stands between the number and the number or "and" before it."""
    here = _clause(reading, number)
    for word in reversed([word for word in reading.words if word.end <= number.start]):
        if word.clause != here:
            return number.unit == "x"  # ", nine in ten of them within the hour"
        if _ends_segment(word) or word.is_content:
            return _ends_segment(word)
    return False


def _leads_on(reading: Reading) -> bool:
    return any(_role(reading, number) == "to" for number in reading.numbers)


def _role(reading: Reading, number: Number) -> str:
    """Whether the number is where a change began, where it ended, or how much it was."""
    before = next((word for word in reversed(reading.words) if word.end <= number.start), None)
    if before is not None and before.folded in _OFTEN_OF and not _leads_to(reading, number):
        return ""  # "von" and "de" are "of" as well
    return next((role for words, role in _ROLES if before is not None and before.folded in words), "")


def _follows(reading: Reading, number: Number, words: frozenset[str]) -> bool:
    before = next((word for word in reversed(reading.words) if word.end <= number.start), None)
    return before is not None and before.folded in words


def _leads_to(reading: Reading, number: Number) -> Number | None:
    """The number that this one changed into: "to", with nothing else between the two."""
    after = next((other for other in reading.numbers if other.start >= number.end), None)
    between = reading.text[number.end : after.start].split() if after is not None else []
    return after if len(between) in (1, 2) and fold(between[0]) in TO else None


def _partners(reading: Reading, number: Number) -> set[Number | None]:
    """The other ends of the same change."""
    ahead = _leads_to(reading, number)
    return {number, ahead, *(other for other in reading.numbers if _leads_to(reading, other) == number)}


def _segment(reading: Reading, number: Number) -> frozenset[str]:
    """The keys of the content words between this number's neighbours on both sides, within its clause."""
    words = reading.clause(_clause(reading, number))
    places = [index for index, word in enumerate(words) if word.number == number]
    if not places:
        return frozenset()
    first, last, own = places[0], places[-1], _partners(reading, number)
    ends = [_ends_segment(word) and not (word.number is not None and word.number in own) for word in words]
    start = next((i + 1 for i in range(first - 1, -1, -1) if ends[i]), 0)
    end = next((i for i in range(last + 1, len(words)) if ends[i]), len(words))
    return frozenset(key for word in words[start:end] if word.is_content for key in word.keys)


def _ends_segment(word: Word) -> bool:
    return word.number is not None or word.folded in _JOINT
