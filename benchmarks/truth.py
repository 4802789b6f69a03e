"""How many planted faults the guard refuses, by claim class, and how many faithful rewrites with them, by language.

    python -m benchmarks.truth [--misses | --table]

prints JSON; faults/first.json keeps what the guard made of a set when it first met it: the only figures that tell how
it does on other people's lines.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from resumify.guard import check
from resumify.models import Verdict
from resumify.words import detect_language

FAULTS = Path(__file__).with_name("faults")
SETS = (
    "seen",
    "unseen",
    "fresh",
    "held",
    "trades",
    "chatty",
    "terse",
    "second_thoughts",
    "tailored",
    "colleagues",
    "careers",
    "strangers",
    "final",
)
"""In the order in which they were written; `seen` are the lines on which the guard was mended first."""
TABLE = Path(__file__).parent.parent / "docs" / "truth.md"


@dataclass(frozen=True)
class Case:
    """One line to judge; `claim` is the class of the fault planted in it, "" in a faithful rewrite."""

    line: str
    claim: str
    source: str
    context: str
    terms: tuple[str, ...]
    language: str

    def judge(self) -> Verdict:
        return check(self.line, self.source, self.context, self.terms)


_Judged = list[tuple[Case, Verdict]]


def cases(name: str) -> Iterator[Case]:
    """Every line of the set, the faithful ones first of each fact."""
    for fact in yaml.safe_load((FAULTS / f"{name}.yaml").read_text("utf-8")):
        language = fact.get("language") or detect_language(fact["source"])
        stands_on = (fact["source"], fact.get("context", ""), tuple(fact.get("terms", ())), language)
        lines = [("", line) for line in fact["faithful"]]
        lines += [(claim, line) for claim, faults in fact["faults"].items() for line in faults]
        yield from (Case(line, claim, *stands_on) for claim, line in lines)


def measure(name: str) -> dict[str, Any]:
    """Recall, overall and per class, and the share of faithful rewrites that were refused, overall and per language."""
    judged = [(case, case.judge()) for case in cases(name)]
    faults = [(case, verdict) for case, verdict in judged if case.claim]
    faithful = [(case, verdict) for case, verdict in judged if not case.claim]
    return {
        "faults": len(faults),
        "recall": _refused(faults),
        "faithful": len(faithful),
        "false_rejects": _refused(faithful),
        "classes": {claim: _of_class(faults, claim) for claim in sorted({case.claim for case, _ in faults})},
        "languages": {
            language: _of_language(faults, faithful, language)
            for language in sorted({case.language for case, _ in judged})
        },
    }


def _refused(judged: _Judged) -> float:
    return round(sum(not verdict.ok for _, verdict in judged) / len(judged), 4) if judged else 0.0


def _of_class(faults: _Judged, claim: str) -> dict[str, Any]:
    planted = [one for one in faults if one[0].claim == claim]
    named = sum(verdict.claim == claim for _, verdict in planted) / len(planted)
    return {"planted": len(planted), "recall": _refused(planted), "named": round(named, 4)}


def _of_language(faults: _Judged, faithful: _Judged, language: str) -> dict[str, Any]:
    planted, kept = ([one for one in judged if one[0].language == language] for judged in (faults, faithful))
    return {
        "faults": len(planted),
        "recall": _refused(planted),
        "faithful": len(kept),
        "false_rejects": _refused(kept),
    }


def misses(name: str) -> Iterator[str]:
    """What went wrong, a line each."""
    for case in cases(name):
        verdict = case.judge()
        if verdict.ok == bool(case.claim):
            wrong = f"leaked {case.claim}" if verdict.ok else "refused"
            yield f"{wrong}: {case.line}  <- {case.source}  {verdict.reason}"


def first() -> dict[str, Any]:
    """Set -> what the guard made of it when it first met it."""
    return dict(json.loads((FAULTS / "first.json").read_text("utf-8")))


def table() -> str:
    """The figures as Markdown."""
    now, then = {name: measure(name) for name in SETS}, first()
    rows = [
        f"| {name} | {one['faults']} | {one['faithful']} | {_pair(then.get(name))} | {_pair(one)} |"
        for name, one in now.items()
    ]
    by_class = {name: found["classes"] for name, found in now.items()}
    first_by_class = {f"{name}, first": found["classes"] for name, found in then.items() if "classes" in found}
    by_language = {name: found["languages"] for name, found in now.items()}
    first_by_language = {f"{name}, first": found["languages"] for name, found in then.items() if "languages" in found}
    return "\n".join([
        _HEAD, "| set | faults | faithful | first trial | now |", "|---|---|---|---|---|", *rows, "",
        "Recall by the kind of fault planted (and how many):", "",
        *_matrix("kind", first_by_class | by_class, "recall", "planted"), "",
        "False rejects by language (and how many faithful rewrites):", "",
        *_matrix("language", first_by_language | by_language, "false_rejects", "faithful"), "",
    ])  # fmt: skip


def _pair(found: dict[str, Any] | None) -> str:
    return f"{found['recall']:.3f}, {found['false_rejects']:.3f}" if found else ""


def _matrix(head: str, columns: dict[str, Any], share: str, count: str) -> list[str]:
    """A table of columns[name][kind], a row for each kind."""
    kinds = sorted({kind for column in columns.values() for kind in column})
    rows = [f"| {kind} | {' | '.join(_cell(c.get(kind), share, count) for c in columns.values())} |" for kind in kinds]
    return [f"| {head} | {' | '.join(columns)} |", "|---|" + "---|" * len(columns), *rows]


def _cell(one: dict[str, Any] | None, share: str, count: str) -> str:
    return f"{one[share]:.2f} ({one[count]})" if one and one[count] else ""


_HEAD = """# How far the guard can be trusted

Written by `python -m benchmarks.truth --table`. A set is facts with faithful rewrites and with planted faults, in
English, German, French and a few of other languages. Recall is the share of faults that the guard refuses; false
rejects the share of faithful rewrites that it refuses: they cost a wording and never a claim, as the person's own words
stay. Both are given as "recall, false rejects".

All sets but `seen` and `unseen` were written and committed before the guard was tried on them, each after it had been
mended on those before it. Their *first trial* is what to expect on other people's lines; *now* is of the guard as it
is, which has been mended since on what they showed, in rules of language and never for a line. The aim is a recall of
at least 0.97 and false rejects of at most 0.05 at first sight. It is not reached. How much is let through depends on
how near a line keeps to the words of its fact: of authors who cut, turn and inflect, ten to twenty honest rewrites of a
hundred were refused at first sight; of authors who say the fact anew, in their own words, half; and of raw notes that
were polished into sentences, nearly all. Of invented claims two to seven of a hundred were let through, whoever wrote.
`final` was tried once, at the very end, and mended on for what leaked only; no label of any set was changed.

The styles: `trades` are twenty trades in their own voices, `chatty` what a talkative model makes of a fact, `terse`
what a hurried editor cuts it to, `second_thoughts` what the same person would write for another posting, `tailored`
lines that put first what a posting asks for, `colleagues` what different colleagues would write, `careers` facts of
several clauses, among them what others did, `strangers` scribbled notes polished for a posting, `final` all of these.
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
