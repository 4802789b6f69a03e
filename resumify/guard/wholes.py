"""Parts and wholes: who ran the night desk of a hotel ran no hotel, and the bakery's stall is no bakery."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.claim import Claim
from resumify.guard.parts import JOINTS
from resumify.guard.phrase import Word, adjacent, following

_POSSESSIVE = re.compile(r"\w['’]s?\Z")
_OF = frozenset("of von vom der des du de".split())
_SHARES = frozenset(
    """year semester term module chapter half third quarter draft stage leg round jahr semester modul kapitel hälfte
    drittel
    entwurf année semestre chapitre moitié tiers""".split()
)
_MEASURES = frozenset(
    """team group staff crew brigade gang range number variety series set total fleet kind portfolio team équipe gruppe
    reihe groupe""".split()
)


def widened(claim: Claim) -> str:
    """The verb keeps its object: who ran the night desk of a hotel ran no hotel."""
    words = claim.source.words
    for index, word in enumerate(words):
        if (
            word.folded in _OF
            and index
            and words[index - 1].folded in _SHARES
            and (fault := _whole_for_share(claim, index))
        ):
            return fault
        if _POSSESSIVE.search(word.text) and (fault := _owner_for_part(claim, index)):
            return fault
        if word.folded not in _OF or index == 0 or not words[index - 1].is_content:
            continue
        part, whole, verb = words[index - 1], following(words, index), _verb_before(words, index - 1)
        if whole is None or verb is None or part.folded in _MEASURES or _is_numbered(words, index):
            continue
        for place in claim.line.places(verb):
            object_ = following(claim.line.words, place)
            if object_ is not None and object_.agrees(whole) and not claim.line.says(part):
                return f'the fact says "{part.text} {word.text} … {whole.text}"'
    return ""


def _whole_for_share(claim: Claim, index: int) -> str:
    """The second year of a course is no course."""
    share, whole = claim.source.words[index - 1], following(claim.source.words, index)
    if whole is None or claim.line.says(share) or not claim.line.says(whole):
        return ""
    if any(claim.source.words[place] is not whole for place in claim.source.places(whole)):
        return ""
    return f'the fact says "{share.text} … {whole.text}"'


def _owner_for_part(claim: Claim, index: int) -> str:
    """Who took over the bakery's stall took over no bakery."""
    owner, part = claim.source.words[index], adjacent(claim.source.words, index)
    verb = _verb_before(claim.source.words, index)
    if part is None or verb is None or claim.line.says(part):
        return ""
    for place in claim.line.places(verb):
        object_ = following(claim.line.words, place)
        if object_ is not None and object_.agrees(owner):
            return f'the fact says "{owner.text} {part.text}"'
    return ""


def _verb_before(words: Sequence[Word], index: int) -> Word | None:
    """The content word before the noun phrase that ends at this place, past its article."""
    before = [word for word in words[:index] if word.clause == words[index].clause]
    while before and before[-1].is_content:
        before = before[:-1]
    if len(before) > 1 and before[-1].free and before[-2].folded in JOINTS:  # "managed the desk and the rota of"
        return next((word for word in words if word.is_content), None)
    if len(before) == 2 and before[0].folded in JOINTS:
        return next((word for word in words if word.is_content), None)
    return before[-2] if len(before) > 1 and before[-1].free and before[-2].is_content else None


def _is_numbered(words: Sequence[Word], index: int) -> bool:
    """Whether "of" counts what follows ("a team of 12 nurses"), and does not say how large one thing is ("of a 112-room
    hotel")."""
    return index + 1 < len(words) and words[index + 1].number is not None
