"""Words that may stand for one another in prose of work though no family holds both: plain synonyms, which overlap, and
general words for special ones, which go one way only. The groups stand in synonyms_<language>.txt, written by hand,
and for English in wordnet_en.txt,
which setup/wordnet.py derives.

Not for forms of one word, nor for the noun and the verb of one action: those are families.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from resumify.guard.families import LANGUAGES, keys
from resumify.guard.phrase import Word

_FILES = {"en": ("synonyms_en.txt", "wordnet_en.txt"), "de": ("synonyms_de.txt",), "fr": ("synonyms_fr.txt",)}
_REACH = 4  # words between a verb and its particle: "set the new shop up"

_Groups = defaultdict[str, frozenset[str]]


@dataclass(frozen=True)
class _Synonyms:
    """Key of a word, or "key particle", -> the groups that the word is in: as a fact says it, and as a line may."""

    meant: _Groups = field(default_factory=lambda: _Groups(frozenset))
    said: _Groups = field(default_factory=lambda: _Groups(frozenset))
    particles: dict[str, frozenset[tuple[str, ...]]] = field(default_factory=dict)


def with_synonyms(words: tuple[Word, ...], language: str, is_fact: bool) -> tuple[Word, ...]:
    """The words with every group that they are in; a verb's particle then claims nothing of its own."""
    words = tuple(replace(word, is_fact=True) for word in words) if is_fact else words
    if language not in LANGUAGES:
        return words
    table = _synonyms(language)
    groups = table.meant if is_fact else table.said
    known = [_key(word.keys, language) if word.is_content else "" for word in words]
    joined = list(words)
    for index, key in enumerate(known):
        if key not in table.said:
            continue
        found = groups[key]
        for particles in table.particles.get(key, ()):
            places = _particles(words, index, particles)
            if places:
                found |= groups[f"{key} {' '.join(particles)}"]
                for place in places:
                    joined[place] = replace(words[place], free=True, framed=True)
        joined[index] = replace(joined[index], groups=found)
    return tuple(joined)


def _particles(words: tuple[Word, ...], index: int, particles: tuple[str, ...]) -> list[int]:
    """Where the particles of the verb at this place stand, one after the other; nothing where they do not."""
    reach = _REACH if len(particles) == 1 else 1
    for start in range(index + 1, min(index + 1 + reach, len(words) - len(particles) + 1)):
        run = words[start : start + len(particles)]
        if words[start].clause != words[index].clause:
            break
        if tuple(word.folded for word in run) == particles:
            return list(range(start, start + len(particles)))
    return []


@lru_cache(maxsize=65536)
def _key(all_keys: frozenset[str], language: str) -> str:
    """The key that the language has for the word, or the word itself where it has none."""
    return min((key for key in all_keys if key.startswith((f"{language}:", f"{language}="))), default=min(all_keys))


@cache
def _synonyms(language: str) -> _Synonyms:
    table = _Synonyms()
    particles: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for group, (special, general) in enumerate(_lines(language)):
        for members, groups in ((special, (table.meant,) if general else (table.meant, table.said)),
                                (general, (table.said,))):  # fmt: skip
            for member in members:
                word, *rest = member.split("_")
                key = _key(keys(word), language)
                if rest:
                    particles[key].add(tuple(rest))
                for one in (table.meant, table.said):
                    one[key] |= frozenset()
                for one in groups:
                    one[" ".join((key, *rest))] |= {f"~{language}{group}"}
    table.particles.update((key, frozenset(found)) for key, found in particles.items())
    return table


def _lines(language: str) -> Iterator[tuple[list[str], list[str]]]:
    """The special and the general words of each group; no general ones where all say the same."""
    texts = (Path(__file__).with_name(name).read_text("utf-8") for name in _FILES[language])
    for line in "\n".join(texts).splitlines():
        if line and not line.startswith("#"):
            special, _, general = line.partition(">")
            yield special.split(), general.split()
