"""What a line may change of a German fact's own words: it is the fact, or the fact told without the person (clauses).

Nothing is added and nothing changes places but a verb of the person's and the parts of a list; only filler may go. So
an article, and the case of what follows it, stay together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from resumify.slots.german.clauses import told

_WORD = re.compile(r"\[[a-z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_IN_LIST = frozenset(", und oder sowie /".split())
FILLER = frozenset("erfolgreich effektiv effizient aktiv".split())
"""Words that claim nothing where work follows them."""


def check_kept(line: str, fact: str) -> str:
    """What the line loses, adds or moves, "" where nothing."""
    ours, theirs = words_of(line), words_of(fact)
    if any(_fits(ours, version, whole=True) for version in _versions(tuple(theirs))):
        return ""
    if lost := Counter(_plain(theirs)) - Counter(_plain(ours)):
        return f'the line loses "{next(iter(lost))}"'
    added = Counter(_plain(ours)) - Counter(_plain(theirs))
    return f'the line adds "{next(iter(added))}"' if added else "the line tells it in another order"


def first_break(ours: Sequence[str], theirs: Sequence[str], place: int) -> str:
    """What goes wrong with the word of a line at `place`, as far as the words up to it tell; "" where nothing does."""
    begun = ours[: place + 1]
    fits = any(_fits(begun, version, whole=False) for version in _versions(tuple(theirs)))
    return "" if fits else f'"{ours[place]}" stands in another place'


def words_of(text: str) -> list[str]:
    """Words, slots and every mark."""
    return _WORD.findall(text)


def word_key(word: str) -> str:
    return word


def sayable(fact: Sequence[str]) -> Counter[str]:
    """Word -> how often a line about the fact may say it."""
    most: Counter[str] = Counter()
    for version in _versions(tuple(fact)):
        most |= Counter(version)
    return most


def forms(fact: Sequence[str]) -> frozenset[str]:
    """Words that a line may use and the fact does not: participles."""
    return frozenset(word for version in _versions(tuple(fact)) for word in version).difference(fact)


@lru_cache(maxsize=256)
def _versions(fact: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys((fact, tuple(told(fact)))))


def _fits(ours: Sequence[str], version: Sequence[str], whole: bool) -> bool:
    """Whether `ours` is the version, or (not `whole`) the beginning of it, with filler left out and the tools of a list
    in any order."""
    lists = _lists(version)
    reached = {0}
    for place, word in enumerate(version):
        if not whole and len(ours) in reached:
            return True
        goes_on = {at + 1 for at in reached if at < len(ours) and _alike(ours[at], word, lists)}
        reached = goes_on | (reached if is_filler(version, place) else set())
    return len(ours) in reached


def is_filler(words: Sequence[str], place: int) -> bool:
    """Whether the word claims nothing: not at the end, where it is what is said ("13 davon erfolgreich")."""
    after = words[place + 1] if place + 1 < len(words) else "."
    return words[place] in FILLER and (after[0].isalpha() or after[0] == "[")


def _alike(ours: str, theirs: str, lists: dict[str, int]) -> bool:
    return ours == theirs or (ours in lists and lists[ours] == lists.get(theirs))


def _lists(words: Sequence[str]) -> dict[str, int]:
    """Slot -> the list in which it stands, by number: tools, or whatever fills a bracket."""
    lists: dict[str, int] = {}
    for number, run in enumerate(_runs(words)):
        kind = _kind(words[run[0]])
        bracketed = "(" in words[run[0] - 1 : run[0]] and ")" in words[run[-1] + 1 : run[-1] + 2]
        if kind == "tool" or bracketed:
            lists |= {words[place]: number for place in run}
    return lists


def _runs(words: Sequence[str]) -> list[list[int]]:
    """The places of slots of one kind that commas and "und" join."""
    runs: list[list[int]] = []
    for place, word in enumerate(words):
        if word[0] != "[" or word == "[":
            continue
        between = set(words[runs[-1][-1] + 1 : place]) if runs else set()
        if between and between <= _IN_LIST and _kind(word) == _kind(words[runs[-1][-1]]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _kind(slot: str) -> str:
    return slot.strip("[]0123456789")


def _plain(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0].isalpha()]
