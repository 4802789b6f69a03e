"""What a model may change of a fact's own words: the form of a verb, the order, filler. Everything else stays.

The guard judges what a line claims; this judges whether it still says what the fact says, in words that read well: a
verb that went missing or fell into the wrong form claims nothing, and yet spoils the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from resumify.lexicon import Verb, nominals, verb_forms

_WORD = re.compile(r"\[[a-z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()]")
_SLOT = re.compile(r"\[[a-z]+\d+\]\Z")
_DROPPABLE = frozenset(
    """i me my myself we us our a an the this these that those which who was were am is are be been being has have had
    having of by to for in on as and also there own able charge responsible mainly primarily successfully effectively
    efficiently actively various numerous additionally furthermore moreover thereby it its order""".split()
)
"""Words that may go; what they said is said by the verb they stood around."""
_FRAMES = re.compile(
    r"\b(?:managed to|(?:tasked|charged) with|given the task of"
    r"|(?:other )?(?:work|duty|duties|role|job|tasks?|responsibility|responsibilities) (?:here )?"
    r"(?:also )?(?:included|includes|include|involved|was|were)|in addition|as part of (?:this|my) (?:role|job|work)"
    r"|(?:in|during) (?:this|that|my) (?:role|job|work)"
    r"|(?:duty|duties|tasks?|responsibility|responsibilities) ?:)(?!\S)"
)
"""What people put around the verb of their work, and may go with all its words."""
_PART_IN = re.compile(r"\b(assist\w*|help\w*|involved|participat\w*|support\w*|aided) (?:with|in)\b")
_ADDABLE = frozenset("after which in and the a an of by to with that helped".split())
_AROUND_ING = frozenset("in by for of with without while when before after from , ; : ( and or".split())
_BEFORE_PAST = frozenset("and or , ; : ( that which who also then never not now later".split())


def check_kept(line: str, fact: str) -> str:
    """Return what the line loses, adds or puts into the wrong form of the fact's own words, "" where nothing; both are
    texts with slots."""
    ours, theirs = _words(_framed(line)), _words(_framed(fact))
    lost = _counted(theirs) - _counted(ours)
    if gone := [word for word in lost if word not in _DROPPABLE]:
        return f'the line loses "{gone[0]}"'
    added = _counted(ours) - _counted(theirs)
    if new := [word for word in added if word not in _ADDABLE]:
        return f'the line adds "{new[0]}"'
    if broken := next(filter(None, (_misformed(ours, theirs, place) for place in range(len(ours)))), ""):
        return f'"{broken}" stands in the wrong form'
    return _uneven(ours, theirs) or _unmoored(ours, theirs)


def may_say(fact: str) -> frozenset[str]:
    """The words that may stand in a line about the fact: its own, its verbs in every form, and what ties them."""
    said = {word for word in _words(fact.casefold()) if word[0].isalpha()}
    verbs = [verb for word in said if (verb := _verb(word)) is not None]
    forms = {form for verb in verbs for form in (verb.base, verb.past, verb.participle, verb.gerund)}
    return frozenset(said | forms | _ADDABLE)


def _framed(text: str) -> str:
    """The text in lower case without the frames; "assisted with" and "assisted in" as one."""
    return _PART_IN.sub(r"\1", _FRAMES.sub("", text.casefold()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _counted(words: Sequence[str]) -> Counter[str]:
    """How often each word is said, a verb in any form and its noun as one; slots and marks aside."""
    return Counter(_key(word) for word in words if word[0].isalpha())


def _key(word: str) -> str:
    verb = _verb(word)
    return verb.base if verb is not None else word


def _verb(word: str) -> Verb | None:
    return nominals().get(word) or verb_forms().get(word)


def _misformed(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """A verb that has another form than in the fact, where that form cannot stand."""
    word = ours[place]
    verb = verb_forms().get(word)
    if verb is None or word in theirs:
        return ""
    before = ours[place - 1] if place else ""
    if not before:
        return "" if word in (verb.past, verb.base) and ours[1:2] != ["of"] else word
    if word == verb.gerund:
        weak = (other := verb_forms().get(before)) is not None and other.is_weak
        return "" if weak or before in _AROUND_ING else word
    if word in (verb.past, verb.participle):
        return "" if before in _BEFORE_PAST and ours[0] not in theirs else word
    return "" if before in ("to", "helped", "can") or (before == "and" and ours[0] not in theirs) else word


def _uneven(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """What no longer fits together: "wrote and scheduling of", "which built", a bracket around something else."""
    first = verb_forms().get(ours[0]) if ours else None
    if first is not None and ours[0] not in theirs and list(ours[1:2]) == ["and"]:
        other = ours[2] if len(ours) > 2 else ""
        verb = verb_forms().get(other)
        if other in nominals() or (verb is not None and other == verb.gerund):
            return f'"{ours[0]} and {other}" does not fit together'
    for pronoun, person, verb_ in zip(theirs, theirs[1:], theirs[2:], strict=False):
        if pronoun in ("which", "that") and person == "i" and (pronoun, verb_) in pairwise(ours):
            return f'"{pronoun} {verb_}" lost who did it'
    return "" if _bracketed(ours) == _bracketed(theirs) else "a bracket stands around something else"


def _bracketed(words: Sequence[str]) -> list[str]:
    """The slots in brackets, sorted."""
    depth, found = 0, []
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth and _SLOT.match(word):
            found.append(word)
    return sorted(found)


def _unmoored(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """A small word before a slot is the one that stood before it in the fact, an article aside, or none that says
    anything: who led 5 "of" 9 did not lead 5 "without" 9."""
    places = {word: place for place, word in enumerate(theirs) if _SLOT.match(word)}
    for place, word in enumerate(ours):
        before = _small_before(ours, place) if word in places else ""
        if (
            before
            and before not in ("and", "or", "of", "which", "after", "helped")
            and before != _small_before(theirs, places[word])
        ):
            return f'"{before}" stands before another thing'
    return ""


def _small_before(words: Sequence[str], place: int) -> str:
    """The preposition before the slot at `place`, articles aside; "" where there is none."""
    place -= 1
    while place >= 0 and words[place] in ("the", "a", "an", "its", "their", "our", "my"):
        place -= 1
    word = words[place] if place >= 0 else ""
    return word if word[:1].isalpha() and _verb(word) is None else ""
