"""Which lines of an evaluation a reader should see: few of each kind, no fact twice in one. Shows nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resumify.evaluate.compare import Comparison
from resumify.evaluate.score import Marked, worth
from resumify.models import Example

_SHOWN = 10


def sample(comparison: Comparison, examples: Mapping[str, Example]) -> dict[str, list[str]]:
    """Heading -> ids of examples: the candidate's refused lines, those that are not the base's, its best and its
    worst."""
    lines = comparison.candidate.lines
    words = {line.example: worth(line) for line in comparison.words.lines}
    base = {line.example: line.written for line in comparison.base.lines}
    changed = [line for line in lines if line.accepted and line.changed]
    kinds: dict[str, Iterable[Marked]] = {
        "Refused": (line for line in lines if not line.accepted),
        "Written otherwise than by the base": (line for line in lines if line.written != base[line.example]),
        "The best": sorted(changed, key=lambda line: words[line.example] - worth(line)),
        "The worst of what was accepted": sorted((line for line in lines if line.accepted), key=worth),
    }
    return {heading: _distinct(found, examples) for heading, found in kinds.items()}


def _distinct(lines: Iterable[Marked], examples: Mapping[str, Example]) -> list[str]:
    by_fact: dict[str, str] = {}
    for line in lines:
        by_fact.setdefault(examples[line.example].source, line.example)
    return list(by_fact.values())[:_SHOWN]
