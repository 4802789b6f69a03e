"""The part a person had: watched < helped < took part < did < was in charge. A line never names a greater one."""

from __future__ import annotations

import re

from resumify.guard.claim import Claim
from resumify.guard.counting import share
from resumify.guard.doer import others_verb, others_work
from resumify.guard.objects import COMMANDING, other_object, performed
from resumify.guard.others import others_clause
from resumify.guard.parts import FINITE, Part, is_lesser
from resumify.guard.phrase import Word, adjacent, following
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import COMMAND_NOUNS, LIMITS, STANDING_IN, TITLES

_PLURAL = re.compile(r"(?:[^s]s|innen|enden)\Z")
_ARTICLES = frozenset("the a an our my its their der die das den eine einen ein le la les un une".split())
_TOWARDS = frozenset("to by with under von bei dem unter au à par avec sous".split())
_FOR_A_TIME = frozenset(
    "vertretungsweise aushilfsweise interimsweise kommissarisch stellvertretend temporarily".split()
)
_OCCASIONS = frozenset("for during für bei beim während pour lors pendant".split())


def check_seniority(claim: Claim) -> str:
    """Return where the line makes the person's part greater, "" where it does not."""
    faults = (
        _dropped_part,
        _raised_part,
        other_object,
        others_work,
        others_verb,
        others_clause,
        _dropped_limit,
        performed,
    )
    return next(filter(None, (fault(claim) for fault in faults)), "")


def _dropped_part(claim: Claim) -> str:
    """What stands under "helped", "part of a team that" in the fact stands under such a word in the line too."""
    for part in claim.parts:
        ours = [word for word in claim.line.content if share([word], part.governed) and not is_lesser(word)]
        if not ours or _is_said_plainly(claim.source, ours[0], part):
            continue
        if all(_is_occasion(claim, word, part) for word in ours) or _is_own_doing(claim, ours, part):
            continue
        held = [own.strength for own in claim.own_parts if ours[0] in own.governed]
        if not held:
            return f'the fact says "{part.said}" of "{ours[0].text}"'
        if min(held) > part.strength:
            return f'the fact says only "{part.said}" of "{ours[0].text}"'
    return ""


def _is_own_doing(claim: Claim, ours: list[Word], part: Part) -> bool:
    """Whether the line says only to what something of the person's own was done: "sanded the floor" of who did the
    sanding, in a crew that restored the floor."""
    opening = next((word for word in claim.line.content if word not in ours), None)
    if opening is None or opening is not claim.line.content[0] or not _is_said_plainly(claim.source, opening, part):
        return False
    act = next((word for word in part.governed if not is_lesser(word)), None)
    return act is not None and FINITE.match(act.folded) is not None and not share(ours, [act])


def _is_occasion(claim: Claim, word: Word, part: Part) -> bool:
    """Whether the line only says for what, or during what, something of the person's own was done: "tested 260 elements
    for the migration" of who tested them and supported the migration."""
    before = [other for other in claim.line.words if other.end <= word.start and other.clause == word.clause]
    prepositions = [index for index, other in enumerate(before) if other.folded in _OCCASIONS]
    own = [other for other in before[: prepositions[-1]] if other.is_content] if prepositions else []
    return bool(own) and all(_is_said_plainly(claim.source, other, part) for other in own)


def _is_said_plainly(source: Reading, word: Word, part: Part) -> bool:
    """Whether the fact says the word also outside of what the part governs."""
    places = (source.words[index] for index in source.places(word))
    return any(place not in part.governed and not is_lesser(place) for place in places)


def _raised_part(claim: Claim) -> str:
    """A verb of command in the line is not the noun of somebody else's in the fact."""
    for index, word in enumerate(claim.line.words):
        if word.keys.isdisjoint(COMMANDING) or (word.folded in COMMAND_NOUNS and not _opens(claim.line, index)):
            continue
        by = any(other.folded in ("by", "von", "par") for other in claim.line.words[index + 1 : index + 2])
        places = [] if by else claim.source.places(word)
        if places and all(_is_somebody(claim.source, place) for place in places):
            return f'"{claim.source.words[places[0]].text}" is somebody else\'s in the fact'
    return ""


def _is_for_clients(source: Reading, word: Word) -> bool:
    """ "Vertrat Mieter vor Gericht" stood in for nobody."""
    return source.language == "de" and any(other.folded in ("vor", "gegen") for other in source.clause(word.clause))


def _limits(reading: Reading, word: Word) -> bool:
    """Whether the word makes the next one less, and is no part of a compound: "home-working agreement"."""
    return word.folded in LIMITS and not (word.start and reading.text[word.start - 1] == "-")


def _opens(reading: Reading, index: int) -> bool:
    return index == 0 or reading.words[index - 1].clause != reading.words[index].clause


def _is_somebody(source: Reading, index: int) -> bool:
    """Whether the noun at this place stands for other people: "to management", "with the team lead"."""
    word = source.words[index]
    before = [other for other in source.words[max(0, index - 3) : index] if other.clause == word.clause]
    if word.folded not in COMMAND_NOUNS:
        return False
    is_person = word.folded in TITLES and bool(before) and before[-1].folded in _ARTICLES
    return is_person or not _TOWARDS.isdisjoint(other.folded for other in before)


def _dropped_limit(claim: Claim) -> str:
    """A word that makes the next one less stays: "deputy manager", "basic SQL", "co-led"."""
    for index, word in enumerate(claim.source.words):
        limited = adjacent(claim.source.words, index) if _limits(claim.source, word) else None
        stands_in = word.folded == "vertretung" and index > 0 and claim.source.words[index - 1].folded == "in"
        if stands_in or (word.folded in _FOR_A_TIME and limited is None):
            others = (w for w in claim.source.clause(word.clause) if w.is_content and w is not word)
            limited = next(others, None)
        elif word.folded in STANDING_IN and not _is_for_clients(claim.source, word):
            limited = following(claim.source.words, index)
        if limited is None or _PLURAL.search(limited.folded):  # "3 junior engineers" are other people
            continue
        if any(claim.source.words[place] is not limited for place in claim.source.places(limited)):
            continue
        for place in claim.line.places(limited):
            near = claim.line.words[max(0, place - 3) : place]
            if word.folded in STANDING_IN | _FOR_A_TIME:
                near = claim.line.words
            standing_in = word.folded in STANDING_IN and any(other.folded in STANDING_IN for other in near)
            if not standing_in and all(not word.agrees(other) for other in near):
                return f'the fact says "{word.text} {limited.text}"'
    return ""
