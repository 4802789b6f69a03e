"""How long a tailored résumé takes, with and without a model, for the demo's people; prints JSON.

    python benchmarks/tailor.py [--runs 5] [--model FOLDER]

The facts are held in memory and searched as the embedded store does it, so this measures tailoring alone.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from resumify.adapters.local_model import LocalModel
from resumify.bootstrap import open_embedder
from resumify.config import Settings, prepare_environment, project_root
from resumify.facts import chunks_of, facts_of
from resumify.match import Similar
from resumify.models import Fact, Hit
from resumify.ports import LanguageModel
from resumify.read import read_json_resume
from resumify.render import FORMATS, render
from resumify.tailor import Request, tailor

_DEMO = Path(__file__).resolve().parent.parent / "demo"
_NEAREST = 10


def measure(runs: int, folder: Path) -> dict[str, Any]:
    """Return seconds: medians over `runs` of every person with every posting."""
    settings = Settings()
    prepare_environment(settings)
    people = {path.stem: _facts(path) for path in sorted((_DEMO / "people").glob("*.json"))}
    postings = [path.read_text(encoding="utf-8") for path in sorted((_DEMO / "postings").glob("*.txt"))]
    searches = {name: _search(facts, settings) for name, facts in people.items()}
    models: dict[str, LanguageModel | None] = {"without_model": None}
    if (folder / "config.json").is_file() or (folder / "adapter_config.json").is_file():
        models["with_model"] = LocalModel(folder)
    result: dict[str, Any] = {"people": len(people), "postings": len(postings), "runs": runs, "with_model": None}
    for label, model in models.items():
        took = [
            _timed(Request(profile=name, job=job), facts, searches[name], model)
            for _ in range(runs)
            for name, facts in people.items()
            for job in postings
        ]
        result[label] = _summed(took)
    return {**result, "files_s": _files(people["ada"], postings[0])}


def _facts(path: Path) -> list[Fact]:
    return [fact for document in read_json_resume(path, path.stem).documents for fact in facts_of(document)]


def _search(facts: Sequence[Fact], settings: Settings) -> Similar:
    embedder = open_embedder(settings)
    chunks = chunks_of(facts)
    vectors = embedder.embed([chunk.text for chunk in chunks])

    def similar(texts: Sequence[str]) -> list[list[Hit]]:
        rows = embedder.embed(texts) @ vectors.T
        nearest = (sorted(zip(row, chunks, strict=True), key=lambda pair: -pair[0])[:_NEAREST] for row in rows)
        return [[Hit(fact=chunk.fact, score=float(score)) for score, chunk in found] for found in nearest]

    return similar


def _timed(request: Request, facts: Sequence[Fact], similar: Similar, model: LanguageModel | None) -> dict[str, float]:
    begun = perf_counter()
    resume = tailor(request, facts, similar, model)
    return {"total": perf_counter() - begun, **resume.took}


def _summed(took: Sequence[dict[str, float]]) -> dict[str, float]:
    summed = {f"{stage}_s": round(statistics.median(one[stage] for one in took), 4) for stage in took[0]}
    return {**summed, "slowest_s": round(max(one["total"] for one in took), 4), "n": len(took)}


def _files(facts: Sequence[Fact], job: str) -> dict[str, float]:
    """Seconds to write the finished résumé in each format."""
    resume = tailor(Request(profile="ada", job=job), facts, None, None)
    seconds = {}
    for format_ in FORMATS:
        begun = perf_counter()
        render(resume, format_)
        seconds[format_] = round(perf_counter() - begun, 4)
    return seconds


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--model", type=Path, default=project_root() / "base_model", help="a base model or an adapter")
    options = parser.parse_args()
    print(json.dumps(measure(options.runs, options.model), indent=2))
