"""Who did it: what somebody else did in the fact, the line does not make the person's own."""

from __future__ import annotations

import re

from resumify.guard.claim import Claim
from resumify.guard.parts import FINITE, JOINTS
from resumify.guard.phrase import Word, adjacent
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import CLAIMING

_BY = frozenset("by von vom par".split())
_GERMAN_NOUN = re.compile(r"[A-ZÄÖÜ]\w*(?:ung|ion|heit|keit|schaft|tur|tät|[fgklm]e|[fkm])\Z")
_BY_OTHERS = re.compile(
    r"\b(?P<verb>(?!own\b)\w+)\s+(?:by|von|vom|par)\s+(?!me\b|myself\b|mir\b|moi\b|\d|a third\b|half\b|hand\b|\w+ing\b|"
    r"the (?:end|time|hour|day|week|month|year)\b)"
    r"(?:the|a|an|my|our|his|her|two|three|der|dem|den|einem|einer|meinem|meiner|le|la|les|l(?=')|un|une|mon|ma|[A-ZÄÖÜ])",
)
_BY_UNNAMED = re.compile(
    r"\b(?P<verb>\w+ed|chosen|written|built|drawn|made|led|run|held|given|taken|sent|bought|sold|taught|set|done|kept)"
    r" by (?!me\b|myself\b|hand\b|post\b|phone\b|mail\b|e-?mail\b|letter\b|car\b|bike\b|van\b|"
    r"train\b|boat\b|machine\b|night\b|day\b|"
    r"law\b|default\b|name\b|weight\b|\w+ing\b|half\b|about\b|over\b|up\b|around\b|under\b|"
    r"more\b|less\b|two\b|\w+teen\b|\d|the (?:end|time)\b)[a-z]{3,}"
)
_SELF = frozenset("i we ich wir je j nous".split())
_DETERMINERS = frozenset("the a an our their his her its der die das le la les l un une".split())
_RELATIVES = frozenset("which that who when while after before because der die das qui que".split())
_PAST = re.compile(r"(?:\w{2,}(?:te|ten|é)|nahm|gab|hielt|ging|schrieb)\Z")


def others_work(claim: Claim) -> str:
    """What was done by somebody else in the fact has its doer in the line too, or is not in it."""
    text = claim.source.text
    for found in (*_BY_OTHERS.finditer(text), *_BY_UNNAMED.finditer(text)):
        verb = next((word for word in claim.source.words if word.start == found.start("verb")), None)
        if (
            verb is None
            or verb.number is not None
            or not _BY.isdisjoint(claim.line.folded)
            or _GERMAN_NOUN.match(verb.text)
        ):
            continue
        if _has_its_doer(claim, verb, found.end("verb")):
            continue
        theirs = [verb] if verb.is_content else _subject(claim.source, verb)
        for word in theirs:
            if claim.line.says(word) and len(list(claim.source.places(word))) == 1:
                return f'in the fact somebody else did what "{word.text}" says'
    return ""


def others_verb(claim: Claim) -> str:
    """The verb that opens the line, or follows "I", is not one that only somebody else does in the fact: "which the
    council adopted"."""
    for index, word in enumerate(claim.line.words):
        opens = index == 0 or claim.line.words[index - 1].folded in _SELF
        places = claim.source.places(word) if opens and word.is_content else []
        if places and FINITE.match(word.folded) and all(_describes(claim.source, place) for place in places):
            noun = claim.source.words[places[0] + 1]
            return f'the fact says "{claim.source.words[places[0]].text} {noun.text}"'
        doers = [_doer(claim.source, place) for place in places]
        if doers and all(doer is not None for doer in doers):
            return f'in the fact "{doers[0].text if doers[0] else ""}" did what "{word.text}" says'
    return ""


def _describes(source: Reading, place: int) -> bool:
    """Whether the word at this place only describes the noun after it: the "call" of a "monthly call list"."""
    word, noun = source.words[place], adjacent(source.words, place)
    before = source.words[place - 1] if place else None
    inside = before is not None and before.clause == word.clause and before.folded not in _SELF | JOINTS | {"to"}
    return noun is not None and inside and not FINITE.match(word.folded) and not word.folded.endswith("ing")


def _doer(source: Reading, place: int) -> Word | None:
    """Who does the verb at this place, where a clause of its own names them right before it."""
    verb = source.words[place]
    if not (FINITE.match(verb.folded) or _PAST.match(verb.folded)):
        return None
    noun = place - 1
    while noun >= 0 and source.words[noun].is_content and source.words[noun].clause == verb.clause:
        noun -= 1
    if noun < 0 or noun == place - 1 or source.words[noun].folded not in _DETERMINERS:
        return None
    before = source.words[noun - 1] if noun else None
    begins = before is None or before.clause != verb.clause or before.folded in _RELATIVES | JOINTS
    return source.words[place - 1] if begins else None


def _has_its_doer(claim: Claim, verb: Word, end: int) -> bool:
    """ "Adopted by two wards" in other words: "two wards adopted"."""
    doer = next((w for w in claim.source.words if w.start > end and w.is_content and w.folded not in CLAIMING), None)
    for place in claim.line.places(verb) if doer is not None else ():
        before = claim.line.words[place - 1] if place else None
        if before is not None and doer is not None and before.agrees(doer):
            return before.clause == claim.line.words[place].clause
    return False


def _subject(source: Reading, verb: Word) -> list[Word]:
    """What "done by" was said of: the content words before it in its clause."""
    return [word for word in source.clause(verb.clause) if word.is_content and word.end <= verb.start]
