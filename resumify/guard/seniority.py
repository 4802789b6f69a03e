"""The part a person had: watched < helped < took part < did < was in charge. A line never names a greater one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.guard.claim import Claim, adjacent, following, occurrences
from resumify.guard.families import keys
from resumify.guard.parts import FINITE, JOINTS, Part, is_lesser, lesser_parts
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import COMMAND, COMMAND_NOUNS, LIMITS

_COMMANDING = frozenset(
    key for language, forms in COMMAND.items() for form in forms.split() for key in keys(form) if key[:2] == language
)
_PLURAL = re.compile(r"(?:[^s]s|innen|enden)\Z")
_TOWARDS = frozenset("to by with under von bei dem unter au à par avec sous".split())
_BY = frozenset("by von vom par".split())
_BY_OTHERS = re.compile(
    r"\b(?P<verb>\w+)\s+(?:by|von|vom|par)\s+(?!me\b|myself\b|mir\b|moi\b|\d|a third\b|half\b|hand\b|\w+ing\b)"
    r"(?:the|a|an|my|our|his|her|two|three|der|dem|den|einem|einer|meinem|meiner|le|la|les|un|une|mon|ma|[A-ZÄÖÜ])",
)


def check_seniority(claim: Claim) -> str:
    """Return where the line makes the person's part greater, "" where it does not."""
    return (
        _dropped_part(claim)
        or _raised_part(claim)
        or _other_object(claim)
        or _others_work(claim)
        or _dropped_limit(claim)
    )


def _dropped_part(claim: Claim) -> str:
    """What stands under "helped", "part of a team that" in the fact stands under such a word in the line too."""
    for part in lesser_parts(claim.source):
        under = frozenset(key for word in part.governed for key in word.keys)
        ours = [word for word in claim.line.content if not under.isdisjoint(word.keys) and not is_lesser(word)]
        if not ours or _is_said_plainly(claim.source, ours[0], part):
            continue
        held = [own.strength for own in lesser_parts(claim.line) if ours[0] in own.governed]
        if not held:
            return f'the fact says "{part.said}" of "{ours[0].text}"'
        if min(held) > part.strength:
            return f'the fact says only "{part.said}" of "{ours[0].text}"'
    return ""


def _is_said_plainly(source: Reading, word: Word, part: Part) -> bool:
    """Whether the fact says the word also outside of what the part governs."""
    places = (source.words[index] for index in occurrences(source, word))
    return any(place not in part.governed and not is_lesser(place) for place in places)


def _raised_part(claim: Claim) -> str:
    """A verb of command in the line is not the noun of somebody else's in the fact."""
    for index, word in enumerate(claim.line.words):
        if word.keys.isdisjoint(_COMMANDING) or (word.folded in COMMAND_NOUNS and not _opens(claim.line, index)):
            continue
        places = list(occurrences(claim.source, word))
        if places and all(_is_somebody(claim.source, place) for place in places):
            return f'"{claim.source.words[places[0]].text}" is somebody else\'s in the fact'
    return ""


def _opens(reading: Reading, index: int) -> bool:
    return index == 0 or reading.words[index - 1].clause != reading.words[index].clause


def _is_somebody(source: Reading, index: int) -> bool:
    """Whether the noun at this place stands for other people: "to management", "with the team lead"."""
    word = source.words[index]
    before = [other for other in source.words[max(0, index - 3) : index] if other.clause == word.clause]
    return word.folded in COMMAND_NOUNS and not _TOWARDS.isdisjoint(other.folded for other in before)


def _other_object(claim: Claim) -> str:
    """Who led one thing and worked with another did not lead the other: a command keeps to its part of the fact."""
    stretches = list(_stretches(claim.source))
    for index, word in enumerate(claim.line.words):
        thing = None if word.keys.isdisjoint(_COMMANDING) else following(claim.line.words, index)
        if thing is None:
            continue
        commanded = [keys_ for keys_ in stretches if not word.keys.isdisjoint(keys_)]
        if commanded and claim.source.says(thing) and all(thing.keys.isdisjoint(keys_) for keys_ in commanded):
            return f'"{word.text}" is not said of "{thing.text}" in the fact'
    return ""


def _stretches(source: Reading) -> Iterator[frozenset[str]]:
    """The keys of what belongs together: a clause, or what stands in it up to "and" with a new verb."""
    stretch: set[str] = set()
    last: Word | None = None
    for word in source.words:
        ends = last is not None and (
            word.clause != last.clause or (last.folded in JOINTS and FINITE.match(word.folded))
        )
        if ends and len(stretch) > 0:
            yield frozenset(stretch)
            stretch = set()
        if word.is_content:
            stretch |= word.keys
        last = word
    yield frozenset(stretch)


def _others_work(claim: Claim) -> str:
    """What was done by somebody else in the fact has its doer in the line too, or is not in it."""
    for found in _BY_OTHERS.finditer(claim.source.text):
        verb = next((word for word in claim.source.words if word.start == found.start("verb")), None)
        if verb is None or not verb.is_content:
            continue
        for index in occurrences(claim.line, verb):
            if _BY.isdisjoint(word.folded for word in claim.line.words[index + 1 : index + 3]):
                return f'in the fact somebody else did what "{claim.line.words[index].text}" says'
    return ""


def _dropped_limit(claim: Claim) -> str:
    """A word that makes the next one less stays: "deputy manager", "basic SQL", "co-led"."""
    for index, word in enumerate(claim.source.words):
        limited = adjacent(claim.source.words, index) if word.folded in LIMITS else None
        if limited is None or _PLURAL.search(limited.folded):  # "3 junior engineers" are other people
            continue
        if any(place != index + 1 for place in occurrences(claim.source, limited)):
            continue
        for place in occurrences(claim.line, limited):
            if word.folded not in {other.folded for other in claim.line.words[max(0, place - 3) : place]}:
                return f'the fact says "{word.text} {limited.text}"'
    return ""
