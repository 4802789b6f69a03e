"""Derive resumify/guard/wordnet_en.txt from WordNet 3.0: `python setup/wordnet.py DIRECTORY`, which holds WordNet's
index.*, data.* and cntlist.rev (Debian: package wordnet-base). Not part of the product; its file is committed.

Kept are words that WordNet's tagged texts use, in their commonest senses: what stands in one group, the noun of an
action with its verb, and for nouns the two next more general words. Words by which claims are judged are left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resumify.guard import vocabulary
from resumify.guard.families import keys

TARGET = Path(__file__).parent.parent / "resumify" / "guard" / "wordnet_en.txt"
_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_TAGS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_SENSES = {"v": 4, "n": 2, "a": 3, "r": 3}
_LEFT_OUT = {"15", "18", "23", "28"}  # places, people, quantities, times: the claims themselves
_NO_ACTIONS = {"03", "06", "18", "23", "28"}
_LEAST_DEPTH = 5  # whatever lies nearer the top of WordNet's tree says nothing
_GENERAL = frozenset("unit whole part group act activity event state quality property way means change".split())
_HEAD = """# Derived from WordNet 3.0 by setup/wordnet.py; read as synonyms_en.txt is. WordNet 3.0 Copyright 2006 by
Princeton
# University. All rights reserved. Permission to use, copy, modify and distribute this database for any purpose and
# without fee or royalty is granted by Princeton's licence (https://wordnet.princeton.edu/license-and-commercial-use);
# it is provided "as is", without warranty.
"""


@dataclass(frozen=True)
class _Group:
    kind: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]


class _WordNet:
    """WordNet's files in memory."""

    def __init__(self, directory: Path) -> None:
        self.uses: Counter[tuple[str, str, int]] = Counter()
        self.senses: dict[tuple[str, str], list[str]] = {}
        self.groups: dict[tuple[str, str], _Group] = {}
        for line in (directory / "cntlist.rev").read_text("utf-8").splitlines():
            key, sense, count = line.split()
            word, rest = key.split("%")
            self.uses[word, _TAGS[rest[0]], int(sense)] += int(count)
        self.total = Counter[tuple[str, str]]()
        for (word, part, _), uses in self.uses.items():
            self.total[word, part] += uses
        for part, name in _FILES.items():
            for fields in _rows(directory / f"index.{name}"):
                self.senses[fields[0], part] = fields[6 + int(fields[3]) :]
            for fields in _rows(directory / f"data.{name}"):
                self.groups[part, fields[0]] = _group(fields)

    def is_usual(self, word: str, part: str, group: str) -> bool:
        senses = self.senses.get((word, part), [])
        rank = senses.index(group) if group in senses else _SENSES[part]
        return rank < _SENSES[part] and (rank == 0 or self.uses[word, part, rank + 1] > 0)

    def above(self, group: str, levels: int) -> Iterator[str]:
        for sign, target, part, _ in self.groups["n", group].pointers if levels else ():
            if sign == "@" and part == "n":
                yield target
                yield from self.above(target, levels - 1)


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("  "):
            yield line.split("|")[0].split()


def _group(fields: list[str]) -> _Group:
    size = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * i]) for i in range(size))
    rest = fields[5 + 2 * size :]
    pointers = tuple(tuple(rest[4 * i : 4 * i + 4]) for i in range(int(fields[4 + 2 * size])))
    return _Group(fields[1], words, tuple((one[0], one[1], one[2], one[3]) for one in pointers))


def _english(word: str) -> frozenset[str]:
    return frozenset(key for key in keys(word) if key.startswith(("en:", "en=")))


def _judged() -> frozenset[str]:
    """The keys of every word by which the guard judges a claim."""
    lists = (vocabulary.NEGATORS | vocabulary.UNDONE | vocabulary.ENDED | vocabulary.LIMITS | vocabulary.CLAIMING
             | vocabulary.STANDING_IN | vocabulary.LEVELS | vocabulary.COMMAND_NOUNS | vocabulary.TITLES
             | vocabulary.DEGREES | vocabulary.CERTIFICATES | vocabulary.SCOPE | vocabulary.GRADES | vocabulary.UP
             | vocabulary.DOWN | vocabulary.CAUSAL | vocabulary.TIME_SPANS | vocabulary.SOME_TIMES)  # fmt: skip
    words = set(lists).union(*vocabulary.WEAK.values(), *(set(forms.split()) for forms in vocabulary.COMMAND.values()))
    return frozenset(key for word in words | {"building"} for key in _english(word))


def derive(net: _WordNet) -> list[str]:
    """The lines of the file."""
    judged = _judged()

    def fits(word: str, part: str) -> bool:
        plain = word.isalpha() and word.islower() and len(word) > 2
        return plain and net.total[word, part] > 0 and _english(word).isdisjoint(judged)

    def is_noun_of_verb(word: str) -> bool:
        return any(key.startswith("en=") for key in keys(word))

    lines: set[str] = set()
    special: defaultdict[str, set[str]] = defaultdict(set)
    for (part, name), group in net.groups.items():
        if part == "n" and group.kind in _LEFT_OUT:
            continue
        words = [w for w in group.words if fits(w, part) and net.is_usual(w, part, name)]
        lines.add(_same([w for w in words if part != "n" or not is_noun_of_verb(w)]))
        for sign, target, other, which in group.pointers if part == "v" else ():
            noun = net.groups["n", target] if sign == "+" and other == "n" else None
            if noun is not None and noun.kind not in _NO_ACTIONS:
                verb, act = group.words[int(which[:2], 16) - 1], noun.words[int(which[2:], 16) - 1]
                if fits(verb, "v") and act.isalpha() and _english(act).isdisjoint(judged):
                    lines.add(_same([verb, act]))
        for above in net.above(name, 2) if part == "n" and words else ():
            if len(list(net.above(above, 20))) >= _LEAST_DEPTH:
                for general in net.groups["n", above].words[:2]:
                    usual = fits(general, "n") and net.total[general, "n"] > 2 and net.is_usual(general, "n", above)
                    if usual and general not in _GENERAL and not is_noun_of_verb(general):
                        special[general].update(w for w in words if _english(w).isdisjoint(_english(general)))
    lines |= {f"{' '.join(sorted(words))} > {general}" for general, words in special.items() if words}
    return sorted(lines - {""})


def _same(words: list[str]) -> str:
    apart: list[str] = []
    for word in words:
        if all(_english(word).isdisjoint(_english(other)) for other in apart):
            apart.append(word)
    return " ".join(sorted(apart)) if len(apart) > 1 else ""


if __name__ == "__main__":
    TARGET.write_text(_HEAD + "\n".join(derive(_WordNet(Path(sys.argv[1])))) + "\n", encoding="utf-8")
