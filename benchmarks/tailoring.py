"""How true and how complete tailored résumés are, over the demo's people and postings; prints JSON.

    python -m benchmarks.tailoring [--model FOLDER]

Truth is judged by `checker`, which shares no code with the guard. `attainment` is coverage over its honest ceiling.
"""

from __future__ import annotations

import argparse
import json
import statistics
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.checker import claimed, lines_of, unsupported
from resumify.adapters.local_model import LocalModel
from resumify.facts import facts_of
from resumify.ports import LanguageModel
from resumify.posting import parse_posting
from resumify.read import read_json_resume
from resumify.render import page_count
from resumify.tailor import Request, tailor

_DEMO = Path(__file__).resolve().parent.parent / "demo"


def measure(model: LanguageModel | None) -> dict[str, Any]:
    """Every person with every posting."""
    people, postings = sorted((_DEMO / "people").glob("*.json")), sorted((_DEMO / "postings").glob("*.txt"))
    rows = [_one(person, job.read_text(encoding="utf-8"), model) for person in people for job in postings]
    took = sorted(row["took"] for row in rows)
    lines = sum(row["lines"] for row in rows)
    return {
        "resumes": len(rows),
        "lines": lines,
        "rewritten": round(sum(row["rewritten"] for row in rows) / lines, 4),
        "unsupported": sum(len(row["unsupported"]) for row in rows),
        "planted_asks": sum(row["asks"] for row in rows),
        "planted_asks_claimed": sum(len(row["claimed"]) for row in rows),
        "coverage": round(statistics.mean(row["coverage"] for row in rows), 4),
        "ceiling": round(statistics.mean(row["ceiling"] for row in rows), 4),
        "attainment": round(sum(row["coverage"] for row in rows) / sum(row["ceiling"] for row in rows), 4),
        "roles_lost": sum(row["roles_lost"] for row in rows),
        "omitted": sum(row["omitted"] for row in rows),
        "pages": max(row["pages"] for row in rows),
        "p50_s": round(took[len(took) // 2], 4),
        "p95_s": round(took[int(len(took) * 0.95)], 4),
        "examples": [found for row in rows for found in (*row["unsupported"], *row["claimed"])][:10],
    }


def _one(person: Path, job: str, model: LanguageModel | None) -> dict[str, Any]:
    facts = [fact for document in read_json_resume(person, person.stem).documents for fact in facts_of(document)]
    own = json.loads(person.read_text(encoding="utf-8"))
    begun = perf_counter()
    result = tailor(Request(profile=person.stem, job=job), facts, None, model)
    took = perf_counter() - begun
    answer = result.model_dump(mode="json")
    texts = {fact.text for fact in facts}
    lines = [line for _, line in lines_of(result.resume)]
    met = [one.text for one in result.match.requirements if one.status != "absent"]
    asks = [t for one in parse_posting(job).requirements if one.text not in met for t in one.terms]
    return {
        "took": took,
        "lines": len(lines),
        "rewritten": sum(line not in texts for line in lines),
        "unsupported": list(unsupported(result.resume, answer["evidence"])),
        "asks": len(asks),
        "claimed": claimed(result.resume, own, asks),
        "coverage": result.match.coverage,
        "ceiling": result.match.ceiling,
        "roles_lost": len(own.get("work", ())) - len(result.resume.get("work", ())),
        "omitted": len(result.omitted),
        "pages": page_count(result.resume),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, help="a base model or an adapter; without it, the person's own words")
    options = parser.parse_args()
    print(json.dumps(measure(LocalModel(options.model) if options.model else None), indent=2, ensure_ascii=False))
