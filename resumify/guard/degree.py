"""Degrees: which subject they are in, and whether who left with one holds it. Not which degree: that is the words'."""

from __future__ import annotations

from resumify.guard.claim import Claim
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import DEGREES

_IN = frozenset("in of en für der des de hons".split())
_WITH = frozenset("with mit avec con".split())
_LEFT = frozenset("left leaving graduated graduating finished completed earned abgeschlossen obtenu".split())


def left_with(source: Reading, place: int) -> bool:
    """ "Left the PhD with an MPhil": who left with a degree holds it."""
    before = [word.folded for word in source.words[max(0, place - 2) : place]]
    return not source.folded.isdisjoint(_LEFT) and not _WITH.isdisjoint(before)


def other_subject(claim: Claim, index: int) -> str:
    """A degree keeps its subject: an MPhil from before the statistics office is no MPhil in Statistics."""
    ahead = [word for word in claim.line.words[index + 1 : index + 3] if word.folded not in _IN]
    subject = ahead[0] if ahead and ahead[0].is_content and ahead[0].clause == claim.line.words[index].clause else None
    if subject is None or subject.folded in DEGREES or claim.context.says(subject):
        return ""
    degrees = [place for place, word in enumerate(claim.source.words) if word.folded in DEGREES]
    for place in claim.source.places(subject) if degrees else ():
        clause = claim.source.words[place].clause
        if any(claim.source.words[one].clause == clause or _leads_to(claim.source, one, place) for one in degrees):
            return ""
    if not degrees or not claim.source.says(subject):
        return ""
    return f'the fact does not say "{claim.line.words[index].text}" of "{subject.text}"'


def _leads_to(source: Reading, start: int, end: int) -> bool:
    """Whether only "in" and content stands between a degree and its subject: "BEng (Hons) Mechanical Engineering"."""
    return all(word.is_content or word.folded in _IN for word in source.words[start + 1 : end]) and start < end
