"""What a line may change of an English fact's own words, and where a word cannot stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from resumify.lexicon.english import Verb, nominals, verb_forms
from resumify.slots.english.frames import FRAMES
from resumify.slots.words import SLOT, bracketed, head, small_before
from resumify.slots.words import words_of as words_of

_DROPPABLE = frozenset(
    """i me my myself we us our a an the this these that those which who was were am is are be been being has have had
    having of by to for in on as and also there own able charge responsible mainly primarily successfully effectively
    efficiently actively various numerous additionally furthermore moreover thereby it its order
    i've i’ve i'm i’m i'd i’d currently previously""".split()
)
"""Words that may go; what they said is said by the verb they stood around."""
_PART_IN = re.compile(r"\b(assist\w*|help\w*|involved|participat\w*|support\w*|aided) (?:with|in)\b")
_ADDABLE = frozenset("after which in and the a an of by to with that helped".split())
_SPARE = 2
"""How much oftener than in the fact a word may stand that ties others together."""
_PREPOSITIONS = frozenset("in on at by for from of to with into across within between under over during".split())
_JOINTS = ("and", "or", ",")
_ARTICLES = ("the", "a", "an", "its", "their", "our", "my")
_MARKS = frozenset(",;:).")
_ADVERBS = frozenset("also always often sometimes mostly then first later now".split())
_PART_ENDS = ("", ".", ";")
_ANYWHERE = ("", "and", "or", "of", "which", "after", "helped")
"""What may stand before any slot, for it says nothing of it."""
_BESIDE_VERB = frozenset("was were is are has have had been being also now then never always often".split())
_JOINS = frozenset("which that when so because where while if before after as since until what who".split())
"""After these a verb needs whoever did it: "so I could" is not "so could"."""
_AROUND_ING = frozenset("in by for of with without while when before after from , ; : ( and or".split())
_BEFORE_PAST = frozenset("and or , : / ( that which who also then never not now later".split())


def check_kept(line: str, fact: str) -> str:
    """What the line loses, adds or puts into the wrong form, "" where nothing."""
    ours, theirs = words_of(_framed(line)), words_of(_framed(fact))
    said, told = _counts(ours), _counts(theirs)
    if gone := [word for word in told - said if word not in _DROPPABLE]:
        return f'the line loses "{gone[0]}"'
    if new := [word for word in said - told if word not in _ADDABLE]:
        return f'the line adds "{new[0]}"'
    broken = (first_break(ours, theirs, place) for place in range(len(ours)))
    return (
        next(filter(None, broken), "")
        or _left_open(ours, theirs)
        or _turned_round(ours, theirs)
        or _uneven(ours, theirs)
    )


def first_break(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """What goes wrong with the word of a line at `place`, as far as the words up to it tell; "" where nothing does."""
    return _misformed(ours, theirs, place) or _ill_joined(ours, theirs, place) or _unmoored(ours, theirs, place)


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """One key for a verb's forms and its noun of work; any other word is its own."""
    verb = _verb(word)
    return verb.base if verb is not None else word


def sayable(fact: Sequence[str]) -> Counter[str]:
    """Key -> how often a line about the fact may say such a word."""
    return _counts(fact) + Counter(dict.fromkeys(_ADDABLE, _SPARE))


def forms(fact: Sequence[str]) -> frozenset[str]:
    """Every form of the fact's verbs, and what ties words together."""
    said = [_verb(word) for word in fact if word not in _ADDABLE]
    return frozenset({*(form for verb in said if verb is not None for form in verb.forms), *_ADDABLE})


def _counts(words: Sequence[str]) -> Counter[str]:
    """How often each word is said, a verb in any form and its noun as one; slots and marks aside."""
    return Counter(word_key(word) for word in words if word[0].isalpha())


def _framed(text: str) -> str:
    """The text without the frames; "assisted with" and "assisted in" as one."""
    return _PART_IN.sub(r"\1", FRAMES.sub("", text))


def _verb(word: str) -> Verb | None:
    return nominals().get(word) or verb_forms().get(word)


def _misformed(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """A verb that has another form than in the fact, where that form cannot stand."""
    fits = _fits(ours, theirs, place)
    return "" if fits else f'"{ours[place]}" stands in the wrong form'


def _fits(ours: Sequence[str], theirs: Sequence[str], place: int) -> bool:
    word = ours[place]
    verb = verb_forms().get(word)
    if verb is None or word in theirs:
        return True
    before = _before(ours, place)
    if before in _PART_ENDS:
        return word in (verb.past, verb.base)
    if word == verb.gerund:
        weak = (other := verb_forms().get(before)) is not None and other.is_weak
        return weak or before in _AROUND_ING
    if word == verb.participle and SLOT.match(before) and ("i", verb.past) in pairwise(theirs):
        return True  # "[X1] which I oversaw": "[X1] overseen"
    lead = _lead(ours, place)
    as_past = before in _BEFORE_PAST and (lead not in theirs or _is_by_me(theirs)) and not _is_told_in(lead, now=True)
    if word in (verb.past, verb.participle) and (as_past or word != verb.base):
        return as_past
    joined = before in ("and", ",", "/") and lead not in theirs
    return before in ("to", "helped", "can") or (joined and not _is_told_in(lead, now=False))


def _before(words: Sequence[str], place: int) -> str:
    """The word before the one at `place`, adverbs left out; "" at the beginning."""
    place -= 1
    while place >= 0 and (words[place] in _ADVERBS or words[place].endswith("ly")):
        place -= 1
    return words[place] if place >= 0 else ""


def _lead(words: Sequence[str], place: int) -> str:
    """The first word of the sentence or part in which the word at `place` stands."""
    first = place
    while first and words[first - 1] not in _PART_ENDS:
        first -= 1
    return next((word for word in words[first:place] if word not in _ADVERBS and not word.endswith("ly")), words[place])


def _is_told_in(word: str, now: bool) -> bool:
    """Whether a verb at the head of a line tells of the present (`now`) or of the past and of nothing else."""
    verb = verb_forms().get(word)
    return verb is not None and verb.base != verb.past and word == (verb.base if now else verb.past)


def _ill_joined(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """Two words side by side that cannot be, unless they are in the fact: a word twice, a verb that was a noun with its
    "of", a preposition before a mark or a verb."""
    if not place:
        return ""
    before, word = ours[place - 1], ours[place]
    was_noun = word == "of" and before in verb_forms() and before not in theirs
    cut_off = before in _PREPOSITIONS and (word in _MARKS or _is_finite(word))
    if (before == word or was_noun or cut_off) and (before, word) not in pairwise(theirs):
        return f'"{before} {word}" does not fit together'
    return ""


def _is_finite(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word != verb.gerund and word != verb.base


def _left_open(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """A line that ends in a preposition."""
    is_open = bool(ours) and ours[-1] in _PREPOSITIONS and ours[-1:] != theirs[-1:]
    return f'the line ends in "{ours[-1]}"' if is_open else ""


def _turned_round(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """A head that was said of something else: who writes "[NUM1] moved out" did not move them out. Only what was done
    "by me" may be turned."""
    lead = word_key(ours[0]) if ours and ours[0] in verb_forms() else None
    place = next((place for place, word in enumerate(theirs) if lead is not None and word_key(word) == lead), 0)
    subject = place - 1
    while subject > 0 and theirs[subject] in _BESIDE_VERB:
        subject -= 1
    if place and SLOT.match(theirs[subject]) and not _is_by_me(theirs):
        return f'"{ours[0]}" lost who did it'
    return ""


def _is_by_me(theirs: Sequence[str]) -> bool:
    """Whether something is said to be done by the person, and by nobody else."""
    alone = (
        after not in ("and", "or")
        for by, me, after in zip(theirs, theirs[1:], [*theirs[2:], ""], strict=False)
        if by == "by" and me in ("me", "myself")
    )
    return any(alone)


def _uneven(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """What no longer fits together: "wrote and scheduling of", "which built", a bracket around something else."""
    first = verb_forms().get(ours[0]) if ours else None
    if first is not None and ours[0] not in theirs and list(ours[1:2]) == ["and"]:
        other = ours[2] if len(ours) > 2 else ""
        verb = verb_forms().get(other)
        if other in nominals() or (verb is not None and other == verb.gerund):
            return f'"{ours[0]} and {other}" does not fit together'
    for thing, person, verb_ in zip(theirs, theirs[1:], theirs[2:], strict=False):
        lost = person == "i" and (thing, verb_) in pairwise(ours)
        if lost and (thing in _JOINS or (SLOT.match(thing) and not _may_be_participle(verb_))):
            return f'"{thing} {verb_}" lost who did it'
    return "" if bracketed(ours) == bracketed(theirs) else "a bracket stands around something else"


def _may_be_participle(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word == verb.participle


def _unmoored(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """A small word before a slot is the one that stood before it in the fact, or before the list that it is part of, an
    article aside, or none that says anything: who led 5 "of" 9 did not lead 5 "without" 9."""
    if not SLOT.match(ours[place]) or ours[place] not in theirs:
        return ""
    before, there = _small_before(ours, place), theirs.index(ours[place])
    moorings = (
        *_ANYWHERE,
        _small_before(theirs, there),
        _small_before(theirs, head(theirs, there, _ARTICLES, _JOINTS)),
    )
    return "" if before in moorings else f'"{before}" stands before another thing'


def _small_before(words: Sequence[str], place: int) -> str:
    return small_before(words, place, _ARTICLES, lambda word: _verb(word) is not None)
