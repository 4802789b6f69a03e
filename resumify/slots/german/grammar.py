"""What the rules need of German grammar: kinds of words, and where a clause ends. Edits nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from resumify.lexicon.german import nominals, parted, pasts, spellings, verb_forms


def every_spelling(words: str) -> frozenset[str]:
    return frozenset(spelling for word in words.split() for spelling in spellings(word))


ENDS = frozenset(". ; : ! ? – —".split())
JOINTS = every_spelling("und oder sowie bzw")
SUBORDINATE = every_spelling(
    """die der das den dem deren dessen denen dass damit weil da wenn nachdem bevor sobald indem obwohl wobei wodurch
    womit während um ohne so sodass was wo davon darunter einschließlich inklusive insbesondere vor jeweils dadurch
    dabei somit darüber seit bis als also samt"""
)
"""What begins a part after a comma that is no more of a list."""
ARTICLES = every_spelling("die der das den")
HEADS = re.compile(r"\[(?:x|tool|org)\d+\]", re.IGNORECASE)
OPEN = every_spelling("mich mir sich uns nicht es sie ihn ihnen")
"""Words with which a clause is no plain one."""
PARTICLES = every_spelling(
    """ab an auf aus bei durch ein entgegen fest fertig frei her hin los mit nach teil um vor voran wahr weg weiter
    wiederher zu zurück zusammen sicher bereit"""
)
_FINITE = frozenset("hat haben hatten sind waren wird werden wurde wurden ist war habe hatte".split())
HAVE = ("habe", "hatte", "hab")
_OF = ("von", "vom", "der", "des", "eines", "einer")


def end_of_clause(words: Sequence[str]) -> int:
    """Where the first clause ends: at a comma before what is no part of a list, at a dash, at a bracket after its
    participle, at the end."""
    depth = 0
    for i, word in enumerate(words):
        if word == "(" and i and is_participle(words[i - 1]):
            return i
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        if word in ENDS or word == "-":
            return i
        if word == "," and (_is_subordinate(words[i + 1 :]) or not goes_on(words[i + 1 :])):
            return i
    return len(words)


def _is_subordinate(rest: Sequence[str]) -> bool:
    """Whether what follows a comma is no more of a list; "die Pflege von [X1]" may be."""
    is_duty = len(rest) > 1 and rest[0] in ARTICLES and is_work(rest, 1)
    return bool(rest) and rest[0] in SUBORDINATE and not is_duty


def goes_on(rest: Sequence[str]) -> bool:
    """Whether what follows a comma is still of the list before it: an "und" comes, before which no clause begins."""
    for word in rest:
        if word in JOINTS or word == "sondern":
            return True
        if word in ENDS or word == "-":
            return False
    return False


def is_list(words: Sequence[str]) -> bool:
    """Whether what stands between commas, where there are any, is closed by an "und"."""
    last = max((i for i, word in enumerate(words) if word == ","), default=None)
    return last is None or any(word in JOINTS for word in words[last:]) or "sondern" in words[last:]


def joined_pasts(rest: Sequence[str]) -> bool:
    """Whether a clause goes on after one that stands between: "..., die krank waren, und schrieb [X2]"."""
    return any(joint in JOINTS and (is_past(verb) or verb in HAVE) for joint, verb in pairwise(rest))


def begins_with_work(words: Sequence[str]) -> bool:
    """A noun of work, or an infinitive as one, with an article or without."""
    rest = words[1:] if words[:1] and words[0] in ARTICLES else words
    return bool(rest) and is_work(rest, 0)


def lists_things(words: Sequence[str]) -> bool:
    """Whether duties are named by nouns that nobody knows: "das [X1], die [X2] und die Pflege von [X3]"."""
    named = words[1:] if words[:1] and words[0] in ARTICLES else words
    plain = not any(is_finite(word) or is_base(word) or word in ("ich", *OPEN) for word in words)
    return plain and bool(named) and HEADS.fullmatch(named[0]) is not None


def is_work(words: Sequence[str], place: int) -> bool:
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    doing = (verb := verb_forms().get(word)) is not None and word == verb.base and after in (*_OF, *JOINTS)
    return word in nominals() or doing


def is_past(word: str) -> bool:
    return word in pasts()


def is_present(word: str) -> bool:
    """Whether the word can be what the person does today."""
    verb = verb_forms().get(word)
    return verb is not None and word == verb.root_present and word != verb.base


def is_participle(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word == verb.participle


def is_base(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and word in (verb.base, verb.to_base) and word != verb.participle


def is_finite(word: str) -> bool:
    return word in _FINITE or is_past(word)


def is_told(word: str) -> bool:
    """Whether somebody or something surely does it, now or then; "pflege" may be the noun."""
    return is_finite(word) or (is_present(word) and word not in nominals())


def participle_of(past: str) -> str:
    whole = parted().get((past, ""))
    return "" if whole is None else whole.participle
