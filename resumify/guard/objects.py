"""Objects: a verb keeps what it is said of. Who led a workshop for nurses led no nurses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumify.guard.claim import Claim
from resumify.guard.counting import bounds, share
from resumify.guard.families import keys
from resumify.guard.parts import FINITE, JOINTS
from resumify.guard.phrase import Word, following
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import CLAIMING, COMMAND, PERFORMING

COMMANDING = frozenset(
    key for language, forms in COMMAND.items() for form in forms.split() for key in keys(form) if key[:2] == language
)
"""The keys of verbs that put a person in charge."""
_SENTENCE_END = re.compile(r"[;.!?•]|\s[-–—]\s")
_ASIDE = frozenset("with for from at under between among alongside mit für bei unter avec pour chez auprès".split())
_PRONOUNS = frozenset("them it these those these sie es diese".split())
_PREPOSITIONS = frozenset("to for from at with into beside alongside among".split())
_ARTICLES = frozenset("the a an our my its their der die das den eine einen ein le la les un une".split())


def other_object(claim: Claim) -> str:
    """Who led one thing and worked with another did not lead the other: a verb keeps to its part of the fact."""
    told = list(stretches(claim.source))
    for index, word in enumerate(claim.line.words):
        commands = not word.keys.isdisjoint(COMMANDING) or (index == 0 and _may_be_verb(claim.line, word))
        thing = following(claim.line.words, index) if commands and word.is_content else None
        if (
            thing is None
            or _are_joined(claim.line, word, thing)
            or bounds(claim.line.words, claim.line.words.index(thing))
        ):
            continue
        if not claim.source.says_itself(word) or any(_takes_up(claim.source, p) for p in claim.source.places(word)):
            continue
        commanded = [stretch for stretch in told if share([word], stretch)]
        head = _head(claim.line, word) or thing
        # "wrote the home-birth team's protocol" is said of the protocol
        things = (thing, head, _noun_end(claim.line, thing))
        if commanded and claim.source.says(thing) and not any(share(things, stretch) for stretch in commanded):
            return f'"{word.text}" is not said of "{thing.text}" in the fact'
        if not word.keys.isdisjoint(COMMANDING) and _is_aside(claim, word, thing):
            return f'"{word.text}" is not said of "{thing.text}" in the fact'
        if FINITE.match(word.folded) and _is_towards(claim, word):
            return f'"{word.text}" is not said of "{thing.text}" in the fact'
    return ""


def _may_be_verb(line: Reading, word: Word) -> bool:
    return line.language != "en" or FINITE.match(word.folded) is not None or word.folded.endswith("ing")


def _takes_up(source: Reading, place: int) -> bool:
    """ "And indexed them": what the verb is said of stands before it."""
    return any(word.folded in _PRONOUNS for word in source.words[place + 1 : place + 2])


def _noun_end(line: Reading, thing: Word) -> Word:
    """The last word of the noun that begins with this one: "the school library"."""
    last = thing
    for word in line.words:
        if word.start >= thing.end:
            if not word.is_content or word.clause != thing.clause:
                break
            last = word
    return last


def _are_joined(line: Reading, word: Word, thing: Word) -> bool:
    """Whether "and" stands between the two."""
    return any(word.end <= between.start < thing.start and between.folded in JOINTS for between in line.words)


def _is_aside(claim: Claim, verb: Word, thing: Word) -> bool:
    """Whether the fact has the thing only beside the verb's object: who "led a workshop for nurses" led no nurses."""
    head = _head(claim.line, verb)
    if head is None or head.start < thing.start:
        return False
    for place in claim.source.places(verb):
        own = _head(claim.source, claim.source.words[place])
        after = [word for word in claim.source.words[place + 1 :] if word.clause == claim.source.words[place].clause]
        found = next((i for i, word in enumerate(after) if word.agrees(head)), None)
        if own is None or found is None or _ASIDE.isdisjoint(word.folded for word in after[:found]):
            return False
    return True


def _is_towards(claim: Claim, verb: Word) -> bool:
    """Whether the fact has the line's object only after a preposition: who sold shoes to clinics sold no clinics."""
    head = _head(claim.line, verb)
    if _is_about(claim, verb):
        return True
    ends = [_head(claim.source, claim.source.words[place]) for place in claim.source.places(verb)]
    if head is None or any(verb.end <= number.start < head.start for number in claim.line.numbers):
        return False  # what is counted is judged with its number
    if not ends or any(own is None or own.agrees(head) for own in ends):
        return False
    places = claim.source.places(head)
    return bool(places) and all(_follows_preposition(claim.source, place) for place in places)


def _is_about(claim: Claim, verb: Word) -> bool:
    """Whether the fact has only a preposition after the verb, and the line an object: who trained for the lifeboat did
    not train its crew."""
    index = claim.line.words.index(verb)
    ours = claim.line.words[index + 1] if index + 1 < len(claim.line.words) else None
    if ours is None or not (ours.is_content or ours.folded in _ARTICLES) or ours.folded in CLAIMING:
        return False
    said = claim.source.words
    places = [place for place in claim.source.places(verb) if said[place].folded == verb.folded]
    if any(place and said[place - 1].folded not in JOINTS | {"i", "we"} for place in places):
        return False  # "a wall, built with my father"
    if any(ours.agrees(word) for place in places for word in _infinitive(said, place)):
        return False  # "helped to introduce Git"
    after = [said[place + 1] for place in places if place + 1 < len(said)]
    return bool(places) and len(after) == len(places) and all(word.folded in _PREPOSITIONS - {"into"} for word in after)


def _infinitive(words: Sequence[Word], place: int) -> Sequence[Word]:
    """The word after the "to" that follows the one at this place; nothing where none does."""
    return words[place + 2 : place + 3] if [word.folded for word in words[place + 1 : place + 2]] == ["to"] else ()


def _follows_preposition(source: Reading, place: int) -> bool:
    """Whether a preposition leads to the noun at this place, past its article and what describes it."""
    for word in reversed(source.words[:place]):
        if word.clause != source.words[place].clause:
            return False
        if word.folded in _PREPOSITIONS:
            return True
        if not (word.is_content or word.folded in _ARTICLES):
            return False
    return False


def _head(reading: Reading, verb: Word) -> Word | None:
    """The last word of what follows the verb at once: "led the Kubernetes migration", "led 12 nurses"."""
    head: Word | None = None
    for word in reading.words:
        if word.start < verb.end or (head is None and (word.number is not None or word.folded in _ARTICLES)):
            continue
        if not word.is_content or word.clause != verb.clause:
            break
        head = word
    return head


def stretches(source: Reading) -> Iterator[tuple[Word, ...]]:
    """What belongs together: a sentence, or what stands in it up to "and" with a new verb, unless only
    another verb stood before it ("collected and entered data")."""
    stretch: list[Word] = []
    for word in source.words:
        last = stretch[-1] if stretch else word
        joined = last.folded in JOINTS and FINITE.match(word.folded) is not None
        ends = _SENTENCE_END.search(source.text, last.end, word.start) is not None
        if ends or (joined and sum(one.is_content for one in stretch) > 1):
            yield tuple(stretch)
            stretch = []
        stretch.append(word)
    yield tuple(stretch)


def performed(claim: Claim) -> str:
    """Who typed up interviews conducted none: a verb of doing needs an action of the person's own."""
    words = claim.line.words
    if not words or words[0].folded not in PERFORMING:
        return ""
    head = _head(claim.line, words[0])
    if head is None:
        return ""
    for stretch in stretches(claim.source):
        verbs = [one for one in stretch if one.is_content and FINITE.match(one.folded)]
        theirs = [one for one in stretch if one.agrees(head) and one not in verbs]
        if theirs and verbs and not any(verb.agrees(head) or claim.line.says(verb) for verb in verbs):
            return f'the fact says "{verbs[0].text}" of "{theirs[0].text}"'
    return ""
