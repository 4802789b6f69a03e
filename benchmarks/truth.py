"""How many planted faults the guard refuses, by claim class, and how many faithful rewrites with them; as JSON.

    python benchmarks/truth.py [--misses]

`seen` are the lines on which the guard was mended, `unseen` those on which it was not.
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
SETS = ("seen", "unseen")


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


def main() -> None:
    """Measure both sets."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="print the lines that were judged wrongly instead")
    if options.parse_args().misses:
        print(*(miss for name in SETS for miss in misses(name)), sep="\n")
        return
    begun = time.perf_counter()
    result: dict[str, Any] = {name: measure(name) for name in SETS}
    lines = sum(result[name]["faults"] + result[name]["faithful"] for name in SETS)
    print(json.dumps({**result, "lines_per_s": round(lines / (time.perf_counter() - begun))}, indent=2))


if __name__ == "__main__":
    main()
