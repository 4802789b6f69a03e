"""How far the match can be trusted: requirements beside single facts, labelled by hand (matches/*.tsv); prints JSON.

    python -m benchmarks.matching [--table] [--wrong]

A "met" that the label does not say is a claim that the person did not make; a missed one costs a place in the ranking.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from resumify.bootstrap import open_embedder
from resumify.config import Settings, prepare_environment
from resumify.facts import chunks_of, facts_of
from resumify.match import match
from resumify.models import Chunk, Document, Fact, Hit, Posting, Requirement, Section, Status
from resumify.posting.requirement import requirement_of

SETS = sorted(Path(__file__).with_name("matches").glob("*.tsv"))
_FIELDS: dict[str, str] = {"skills": "name", "certificates": "name", "languages": "language", "education": "studyType"}
_HEAD = """# How far the match can be trusted

Written by `python -m benchmarks.matching --table`. A pair is one requirement and the one fact that somebody has, in
many trades and nine languages, labelled by hand: would an honest reader say that the fact shows it, shows a part, or
not? Many pairs are made to mislead ("Scaffolded a Rails application" for a scaffolder), more than a person's own
profile would. Each set was written and committed before the matcher was tried on it and mended after; its first trial
is what to expect of other people's words. All were written by the project; other authors' may do worse.

A "met" that the label does not say is a claim that nobody made, so precision comes first; what is not found stays
absent and becomes a question. What stands beside a term (an employer's name, goods, people who were recruited) shows a
part at most, and so does meaning (a vector search), from a cosine of 0.64 on: of the pairs that it may judge and that
are labelled absent, the nearest has 0.63.

| set | pairs | precision of met | recall of met | found at least in part | absent, but said to be shown |
|---|---|---|---|---|---|"""
_READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    """A requirement, the one fact that somebody has, and what an honest reader would say of the two."""

    language: str
    requirement: str
    section: str
    fact: str
    label: Status


def pairs_of(path: Path) -> list[Pair]:
    rows = (row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#"))
    return [Pair(*row.split("\t")) for row in rows]  # type: ignore[arg-type]  # the last field is checked by measure


def measure(path: Path) -> dict[str, Any]:
    """Counts by label and verdict, precision and recall of "met", and the pairs where the two differ."""
    pairs = pairs_of(path)
    verdicts = list(_verdicts(pairs))
    counts = Counter((pair.label, verdict) for pair, verdict in zip(pairs, verdicts, strict=True))
    said = sum(n for (_, verdict), n in counts.items() if verdict == "met")
    true = sum(n for (label, _), n in counts.items() if label == "met")
    shown = sum(n for (label, verdict), n in counts.items() if label == "absent" and verdict != "absent")
    return {
        "set": path.stem,
        "pairs": len(pairs),
        "precision_met": round(counts["met", "met"] / said, 4),
        "recall_met": round(counts["met", "met"] / true, 4),
        "found_at_least_partly": round((counts["met", "met"] + counts["met", "partly"]) / true, 4),
        "absent_but_shown": shown,
        "counts": {f"{label} -> {verdict}": n for (label, verdict), n in sorted(counts.items())},
        "wrong": [
            [verdict, pair.label, pair.language, pair.requirement, pair.fact]
            for pair, verdict in zip(pairs, verdicts, strict=True)
            if verdict != pair.label
        ],
    }


def _verdicts(pairs: Sequence[Pair]) -> Iterator[Status]:
    facts = [_facts(pair) for pair in pairs]
    chunks = [chunks_of(one) for one in facts]
    texts = [pair.requirement for pair in pairs] + [chunk.text for one in chunks for chunk in one]
    vectors = dict(zip(texts, open_embedder(Settings()).embed(texts), strict=True))
    for pair, known, pieces in zip(pairs, facts, chunks, strict=True):

        def similar(asked: Sequence[str], pieces: Sequence[Chunk] = pieces) -> list[list[Hit]]:
            return [
                [Hit(fact=one.fact, score=float(vectors[text] @ vectors[one.text])) for one in pieces] for text in asked
            ]

        yield match(_posting(pair), known, similar)[0].status


def _posting(pair: Pair) -> Posting:
    asked = requirement_of(pair.requirement, "must", pair.language)
    requirements = (asked or Requirement(text=pair.requirement, kind="must"),)
    return Posting(id="1", title="", language=pair.language, requirements=requirements, text=pair.requirement)


def _facts(pair: Pair) -> tuple[Fact, ...]:
    """The fact as a document of the section would give it; "work 2015-01 2022-06" is a role with its dates."""
    section, *dates = pair.section.split()
    kept: Section = section  # type: ignore[assignment]  # the sets name sections
    if dates:
        position, _, name = pair.fact.partition(", ")
        data: dict[str, Any] = {"position": position, "name": name, "startDate": dates[0], "endDate": dates[1]}
    elif section == "work":
        data = {"highlights": [pair.fact]}
    else:
        data = {_FIELDS[section]: pair.fact}
    document = Document(
        id="1", owner="x", section=kept, key="1", data=data, text=pair.fact, source="benchmark", read_at=_READ_AT
    )
    return facts_of(document)


def table(results: Sequence[dict[str, Any]]) -> str:
    """docs/match.md: the figures now, and those of the first time that the matcher met each set."""
    first = json.loads((SETS[0].parent / "first.json").read_text(encoding="utf-8"))
    rows = [
        _row(f"{name}, {when}", one)
        for when, sets in (("first trial", first), ("now", _named(results)))
        for name, one in sets.items()
    ]
    return "\n".join([_HEAD, *rows, ""])


def _named(results: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {one["set"]: one for one in results}


def _row(name: str, one: dict[str, Any]) -> str:
    shares = (f"{one[share]:.3f}" for share in ("precision_met", "recall_met", "found_at_least_partly"))
    return f"| {name} | {one['pairs']} | {' | '.join(shares)} | {one['absent_but_shown']} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--table", action="store_true", help="print docs/match.md instead of JSON")
    parser.add_argument("--wrong", action="store_true", help="name the pairs where verdict and label differ")
    options = parser.parse_args()
    prepare_environment(Settings())
    measured = [measure(path) for path in SETS]
    if not options.wrong:
        measured = [{name: value for name, value in one.items() if name != "wrong"} for one in measured]
    print(table(measured) if options.table else json.dumps(measured, indent=1, ensure_ascii=False))
