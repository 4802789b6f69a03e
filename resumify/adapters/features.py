"""What every feature store does alike, whatever it is kept in: ordering, ranking, refusing foreign vectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NoReturn, get_args

import numpy as np

from resumify.errors import InvalidInput
from resumify.models import Chunk, Fact, Hit, Section

_SECTIONS = get_args(Section)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Section, position and path order; "/highlights/10" comes after "/highlights/9"."""
    return sorted(facts, key=lambda f: (_SECTIONS.index(f.section), f.position, f.document, _steps(f.path), f.id))


def best(scores: np.ndarray, facts: Sequence[str], limit: int) -> list[list[Hit]]:
    """For each row of `scores` (queries, chunks) the facts of the best chunks, each fact once, best first."""
    ranked = []
    for row in scores:
        found: dict[str, float] = {}
        for index in np.argsort(-row, kind="stable"):
            found.setdefault(facts[index], float(row[index]))
            if len(found) >= limit:
                break
        ranked.append([Hit(fact=fact, score=score) for fact, score in found.items()])
    return ranked


def check_vectors(chunks: Sequence[Chunk], vectors: np.ndarray) -> np.ndarray:
    """Return `vectors`; raise ValueError unless there is one finite row for each chunk."""
    if vectors.ndim != 2 or len(vectors) != len(chunks) or not np.isfinite(vectors).all():
        raise ValueError(f"{len(chunks)} chunks need as many finite vectors, not an array of {vectors.shape}")
    return vectors


def refuse(place: str, stored: tuple[str, int], given: tuple[str, int], remedy: str) -> NoReturn:
    """Raise for vectors that cannot be compared with those that are stored."""
    raise InvalidInput(
        f"the feature store {place} holds vectors of {stored[0]} ({stored[1]} dimensions), "
        f"not of {given[0]} ({given[1]} dimensions)",
        f"Set RESUMIFY_EMBEDDER back, or: {remedy} and run `python run.py --pipeline stream --drain`, "
        "which fills an empty store from the documents.",
    )


def _steps(path: str) -> list[tuple[int, str]]:
    """A JSON Pointer as a sort key in which numbers count as numbers."""
    return [(int(step), "") if re.fullmatch(r"\d{1,18}", step) else (-1, step) for step in path.split("/")]
