"""How true and how complete tailored résumés are, over the demo's people and over strangers; prints JSON.

    python -m benchmarks.tailoring [--model FOLDER] [--pages 1 2]
    python -m benchmarks.tailoring --table RESULT.json > docs/tailoring.md

Truth is judged by `checker`, which shares no code with the guard. `attainment` is coverage over its honest ceiling. The
strangers (strangers/*.yaml) were written before anything was tried on them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import yaml

from benchmarks.checker import claimed, lines_of, unsupported, without_frames
from resumify.adapters.local_model import LocalModel
from resumify.facts import facts_of
from resumify.models import Fact
from resumify.ports import LanguageModel
from resumify.posting import parse_posting
from resumify.read import read_json_resume
from resumify.render import page_count
from resumify.tailor import Request, tailor

_HERE = Path(__file__).resolve().parent
_DEMO = _HERE.parent / "demo"


@dataclass(frozen=True)
class Order:
    """A person's own file, a posting, and what it asks for that the person surely lacks."""

    name: str
    person: dict[str, Any]
    job: str
    planted: tuple[str, ...] = ()


def demo_orders() -> Iterator[Order]:
    """People of the demo with postings of the demo, every third pair, so that all of both come up."""
    people = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((_DEMO / "people").glob("*.json"))}
    jobs = [path.read_text(encoding="utf-8") for path in sorted((_DEMO / "postings").glob("*.txt"))]
    pairs = [Order(name, person, job) for name, person in people.items() for job in jobs]
    yield from pairs[:: 3 if len(jobs) % 3 else 1]


def stranger_orders() -> Iterator[Order]:
    for path in sorted((_HERE / "strangers").glob("*.yaml")):
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        for posting in given["postings"]:
            yield Order(path.stem, given["person"], posting["text"], tuple(posting["absent"]))


def long_life_orders() -> Iterator[Order]:
    """One person who has done what all strangers did, so that pages are full, with each of their postings."""
    orders = list(stranger_orders())
    people = {order.name: order.person for order in orders}.values()
    sections = ("work", "education", "certificates", "skills", "languages", "publications")
    person = {"basics": {"name": "Methuselah Long", "label": "Of many trades"}}
    joined = {name: [item for one in people for item in one.get(name, [])] for name in sections}
    joined["work"].sort(key=lambda role: str(role["startDate"]), reverse=True)
    yield from (Order("long-life", {**person, **joined}, order.job) for order in orders)


def facts_in(name: str, person: dict[str, Any]) -> list[Fact]:
    """The facts of a person's own JSON Resume, read as an import reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.json"
        path.write_text(json.dumps(person, ensure_ascii=False), encoding="utf-8")
        return [fact for document in read_json_resume(path, name).documents for fact in facts_of(document)]


def measure(orders: Sequence[Order], model: LanguageModel | None, pages: int) -> dict[str, Any]:
    """One group of orders; the model is loaded before the first is timed."""
    if model is not None:
        model.write(())
    rows = [_one(order, model, pages) for order in orders]
    took = sorted(row["took"] for row in rows)
    lines = sum(row["lines"] for row in rows)
    counted = ("asks", "claimed", "unsupported", "without_evidence", "roles_lost", "omitted", "refused")
    return {
        "resumes": len(rows),
        "lines": lines,
        "rewritten": round(sum(row["rewritten"] for row in rows) / lines, 4),
        **{name: sum(row[name] if isinstance(row[name], int) else len(row[name]) for row in rows) for name in counted},
        "coverage": round(statistics.mean(row["coverage"] for row in rows), 4),
        "ceiling": round(statistics.mean(row["ceiling"] for row in rows), 4),
        "attainment": round(sum(row["coverage"] for row in rows) / sum(row["ceiling"] for row in rows), 4),
        "least_attainment": round(min(row["coverage"] / row["ceiling"] for row in rows if row["ceiling"]), 4),
        "summaries": sum(row["summary"] for row in rows),
        "pages": max(row["pages"] for row in rows),
        "p50_s": round(took[len(took) // 2], 4),
        "p95_s": round(took[int(len(took) * 0.95)], 4),
        "examples": [
            found for row in rows for found in (*row["unsupported"], *row["claimed"], *row["without_evidence"])
        ],
    }


def _one(order: Order, model: LanguageModel | None, pages: int) -> dict[str, Any]:
    facts = facts_in(order.name, order.person)
    begun = perf_counter()
    result = tailor(Request(profile=order.name, job=order.job, pages=pages), facts, None, model)
    took = perf_counter() - begun
    answer = result.model_dump(mode="json")
    own = {fact.text for fact in facts}
    lines = [line for _, line in lines_of(result.resume)]
    met = {one.text for one in result.match.requirements if one.status != "absent"}
    asks = [t for one in parse_posting(order.job).requirements if one.text not in met for t in one.terms]
    return {
        "took": took,
        "lines": len(lines),
        "rewritten": sum(line not in own for line in lines),
        "unsupported": [*unsupported(result.resume, answer["evidence"]), *_in_summary(answer, order.person)],
        "without_evidence": list(_without_evidence(answer, order.person)),
        "asks": len(asks) + len(order.planted),
        "claimed": claimed(result.resume, order.person, [*asks, *order.planted]),
        "coverage": result.match.coverage,
        "ceiling": result.match.ceiling,
        "roles_lost": _roles_lost(answer, order.person),
        "omitted": len(result.omitted),
        "summary": "summary" in result.resume["basics"],
        "refused": len(result.rejected),
        "pages": page_count(result.resume),
    }


def _in_summary(answer: dict[str, Any], person: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the summary says as one line over the evidence of all its sentences; years as a title are counted anew."""
    if summary := answer["resume"]["basics"].get("summary"):
        held = [
            one for path, those in answer["evidence"].items() if path.startswith("/basics/summary/") for one in those
        ]
        line = {"projects": [{"highlights": [without_frames(summary, person)]}]}
        yield from unsupported(line, {"/projects/0/highlights/0": held})


def _without_evidence(answer: dict[str, Any], person: dict[str, Any]) -> Iterator[str]:
    """Paths whose quotes do not stand in the person's own file, character by character, and lines without any."""
    source = "\n".join(_strings(person))
    for path, held in answer["evidence"].items():
        if path.count("/") > 2 and not all(one["quote"] in source for one in held):
            yield path
    yield from (path for path, _ in lines_of(answer["resume"]) if not answer["evidence"].get(path))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _strings(one)
    else:
        yield str(value)


def _roles_lost(answer: dict[str, Any], person: dict[str, Any]) -> int:
    """Roles and degrees that are neither shown nor named among what was left out."""
    named = {one["path"] for one in answer["omitted"]}
    lost = 0
    for section in ("work", "education"):
        given = person.get(section, [])
        gone = sum(f"/{section}/{place}" in named for place in range(len(given)))
        lost += len(given) - len(answer["resume"].get(section, [])) - gone
    return lost


_HEAD = """# How good tailored résumés are

Written by `python -m benchmarks.tailoring`, with and without the base model. `demo` is people of the demo with
postings of the demo, every third pair, most of them of another trade; `strangers` are twelve people in twelve
trades and eight languages with two postings each, written before anything was tried on them; `long life` is one
person with all their 28 roles, so that pages are full. A second checker, which shares no code with the guard, looks
for numbers and names that the evidence under a line does not hold, and for words of the posting that the person's own
file nowhere says. Coverage is the share of requirements that the résumé shows, its ceiling what the person's facts
could honestly show; attainment is the one over the other. Without a vector search, so that meaning plays no part.
Seconds are of a machine that did other things too.
"""
_ROWS = {
    "resumes": "résumés", "summaries": "of these with a summary",
    "lines": "highlights", "rewritten": "share of them rewritten by the model",
    "refused": "lines that the guard refused", "unsupported": "unsupported claims",
    "asks": "asks that the person cannot meet", "claimed": "of these claimed",
    "without_evidence": "lines without a verbatim quote", "roles_lost": "roles and degrees lost without a word",
    "omitted": "things left out, each with a reason", "coverage": "coverage", "ceiling": "ceiling",
    "attainment": "attainment", "least_attainment": "attainment of the worst résumé", "pages": "pages at most",
    "p50_s": "seconds, median", "p95_s": "seconds, 95th percentile",
}  # fmt: skip


def table(results: dict[str, dict[str, Any]]) -> str:
    """docs/tailoring.md: the demo on two pages, the others on one, where it is hardest."""
    shown = {name: one for name, one in results.items() if name.endswith("2 p." if name.startswith("demo") else "1 p.")}
    rows = [f"| {label} | {' | '.join(str(one[key]) for one in shown.values())} |" for key, label in _ROWS.items()]
    return "\n".join([_HEAD, f"| | {' | '.join(shown)} |", "|---|" + "---|" * len(shown), *rows, ""])


def measured(folder: Path | None, pages: Sequence[int]) -> dict[str, dict[str, Any]]:
    """Both groups of people without a model, and with one where a folder is given; at most so many pages."""
    models = {"no model": None} | ({"model": LocalModel(folder)} if folder is not None else {})
    groups = {"demo": list(demo_orders()), "strangers": list(stranger_orders()), "long life": list(long_life_orders())}
    return {
        f"{group}, {label}, {page} p.": measure(orders, model, page)
        for label, model in models.items()
        for group, orders in groups.items()
        for page in pages
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, help="a base model or an adapter; without it, the person's own words")
    parser.add_argument("--pages", type=int, choices=(1, 2), nargs="*", default=[1, 2])
    parser.add_argument("--table", type=Path, help="print docs/tailoring.md from the JSON that was printed earlier")
    options = parser.parse_args()
    if options.table is not None:
        print(table(json.loads(options.table.read_text(encoding="utf-8"))))
    else:
        print(json.dumps(measured(options.model, options.pages), indent=2, ensure_ascii=False))
