"""How many planted faults the guard refuses, by claim class, and how many faithful rewrites with them; as JSON.

    python -m benchmarks.truth [--misses | --table]

`seen` are the lines on which the guard was mended first; `unseen`, `fresh` and `held` were each written before the
guard was tried on them. FIRST keeps what it made of them then: the only figures that tell how it does on other lines.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from resumify.guard import check
from resumify.models import Verdict

FAULTS = Path(__file__).with_name("faults")
SETS = ("seen", "unseen", "fresh", "held")
TABLE = Path(__file__).parent.parent / "docs" / "truth.md"
FIRST = {"fresh": (0.9709, 0.2690), "held": (0.9846, 0.1154)}
"""Recall and false rejects at the first trial, on 2026-11-25; the guard was mended in principle after each."""


@dataclass(frozen=True)
class Case:
    """One line to judge; `claim` is the class of the fault planted in it, "" in a faithful rewrite."""

    line: str
    claim: str
    source: str
    context: str
    terms: tuple[str, ...]

    def judge(self) -> Verdict:
        return check(self.line, self.source, self.context, self.terms)


def cases(name: str) -> Iterator[Case]:
    """Every line of the set, the faithful ones first of each fact."""
    for fact in yaml.safe_load((FAULTS / f"{name}.yaml").read_text("utf-8")):
        stands_on = (fact["source"], fact.get("context", ""), tuple(fact.get("terms", ())))
        lines = [("", line) for line in fact["faithful"]]
        lines += [(claim, line) for claim, faults in fact["faults"].items() for line in faults]
        yield from (Case(line, claim, *stands_on) for claim, line in lines)


def measure(name: str) -> dict[str, Any]:
    """Recall, overall and per class, and the share of faithful rewrites that were refused."""
    judged = [(case, case.judge()) for case in cases(name)]
    planted, caught, named = Counter[str](), Counter[str](), Counter[str]()
    for case, verdict in judged:
        planted[case.claim] += 1
        caught[case.claim] += not verdict.ok
        named[case.claim] += verdict.claim == case.claim
    faithful, refused = planted.pop(""), caught.pop("")
    classes = {
        claim: {"planted": n, "recall": caught[claim] / n, "named": named[claim] / n} for claim, n in planted.items()
    }
    return {
        "faults": planted.total(),
        "recall": round(caught.total() / planted.total(), 4),
        "faithful": faithful,
        "false_rejects": round(refused / faithful, 4),
        "classes": {claim: {k: round(v, 3) for k, v in found.items()} for claim, found in sorted(classes.items())},
    }


def misses(name: str) -> Iterator[str]:
    """What went wrong, a line each."""
    for case in cases(name):
        verdict = case.judge()
        if verdict.ok == bool(case.claim):
            wrong = f"leaked {case.claim}" if verdict.ok else "refused"
            yield f"{wrong}: {case.line}  <- {case.source}  {verdict.reason}"


def table() -> str:
    """The figures as Markdown."""
    found = {name: measure(name) for name in SETS}
    rows = [
        f"| {name} | {one['faults']} | {one['faithful']} | {_first(name)} | {one['recall']:.3f} "
        f"| {one['false_rejects']:.3f} |"
        for name, one in found.items()
    ]
    claims = sorted({claim for one in found.values() for claim in one["classes"]})
    by_class = [f"| {claim} | {' | '.join(_cell(found[name], claim) for name in SETS)} |" for claim in claims]
    return "\n".join([
        _HEAD, "| set | faults | faithful | first trial: recall, false rejects | recall | false rejects |",
        "|---|---|---|---|---|---|", *rows, "", "Recall by the kind of fault planted (and how many):", "",
        f"| kind | {' | '.join(SETS)} |", "|---|" + "---|" * len(SETS), *by_class, "",
    ])  # fmt: skip


def _first(name: str) -> str:
    return "{:.3f}, {:.3f}".format(*FIRST[name]) if name in FIRST else ""


def _cell(found: dict[str, Any], claim: str) -> str:
    one = found["classes"].get(claim)
    return f"{one['recall']:.2f} ({one['planted']})" if one else ""


_HEAD = """# How far the guard can be trusted

Written by `python -m benchmarks.truth --table`. A set is facts with faithful rewrites and with planted faults, in
English, German, French and a few of other languages. Recall is the share of faults that the guard refuses; false
rejects the share of faithful rewrites that it refuses: they cost a wording and never a claim, as the person's own words
stay.

`fresh` and `held` were written and committed before the guard was tried on them, so their *first trial* is what to
expect on other people's lines; the columns after it are of the guard as it is now, which has been mended since on what
they showed. All sets were written by the project: lines of other authors may do worse.
"""


def main() -> None:
    """Measure every set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="print the lines that were judged wrongly instead")
    options.add_argument("--table", action="store_true", help="write docs/truth.md instead")
    asked = options.parse_args()
    if asked.table:
        TABLE.write_text(table(), encoding="utf-8")
        return
    if asked.misses:
        print(*(miss for name in SETS for miss in misses(name)), sep="\n")
        return
    begun = time.perf_counter()
    result: dict[str, Any] = {name: measure(name) for name in SETS}
    lines = sum(result[name]["faults"] + result[name]["faithful"] for name in SETS)
    print(json.dumps({**result, "lines_per_s": round(lines / (time.perf_counter() - begun))}, indent=2))


if __name__ == "__main__":
    main()
