"""How well weak lines of strangers come out: the base model and the rules on lines that others wrote; prints JSON.

    python -m benchmarks.drafts [--table | --misses] [--model FOLDER]

A set holds lines as people write them and one to three that a careful editor would make of each. Lines that are good
already are to stay; the others are to come out rewritten, accepted by the guard, at best as an editor wrote them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from resumify.adapters.local_model import LocalModel
from resumify.clean import clean_text
from resumify.config import project_root
from resumify.dataset import RuledWriter
from resumify.evaluate.checker import invented
from resumify.guard import check
from resumify.prompts import line_prompt
from resumify.slots import Cut, compose
from resumify.slots.cutting import cut_text

DRAFTS = Path(__file__).with_name("drafts")
SETS = ("strangers", "exam")
"""The rules were mended on what the first set showed; the second was run once, at the end."""
_TABLE = Path(__file__).parent.parent / "docs" / "writer.md"


@dataclass(frozen=True)
class Draft:
    """A line as somebody wrote it, and lines that a careful editor would put in its place."""

    text: str
    language: str
    current: bool
    good: tuple[str, ...]

    @property
    def is_weak(self) -> bool:
        return _plain(self.text) not in map(_plain, self.good)

    @property
    def cut(self) -> Cut:
        return replace(cut_text(self.text), current=self.current)


@dataclass(frozen=True)
class Outcome:
    """What came of a draft: the line that a résumé would show, and why a rewritten one was not used, else ""."""

    draft: Draft
    line: str
    refusal: str

    @property
    def is_changed(self) -> bool:
        return _plain(self.line) != _plain(self.draft.text)

    @property
    def is_right(self) -> bool:
        return _plain(self.line) in map(_plain, self.draft.good)


def drafts(name: str) -> list[Draft]:
    rows = yaml.safe_load((DRAFTS / f"{name}.yaml").read_text("utf-8"))
    return [Draft(row["text"], row["language"], row["current"], tuple(row["good"])) for row in rows]


def outcomes(asked: Sequence[Draft], written: Sequence[str]) -> list[Outcome]:
    return [_outcome(draft, text) for draft, text in zip(asked, written, strict=True)]


def measure(found: Sequence[Outcome]) -> dict[str, Any]:
    """Shares of the weak lines, of the good ones, and how many lines say a number or name that the draft does not."""
    weak = [one for one in found if one.draft.is_weak]
    good = [one for one in found if not one.draft.is_weak]
    return {
        "weak": len(weak),
        "rewritten": _share(one.is_changed for one in weak),
        "as_an_editor": _share(one.is_right for one in weak),
        "refused": _share(bool(one.refusal) for one in weak),
        "good": len(good),
        "kept": _share(not one.is_changed for one in good),
        "unsupported": sum(bool(invented(one.line, one.draft.text)) for one in found),
    }


def _outcome(draft: Draft, text: str) -> Outcome:
    cut = draft.cut
    if not cut.eligible:
        return Outcome(draft, draft.text, "")
    try:
        line = clean_text(compose(text, cut))
    except ValueError as error:
        return Outcome(draft, draft.text, str(error))
    verdict = check(line, draft.text)
    return Outcome(draft, line, "") if verdict.ok else Outcome(draft, draft.text, f"{verdict.claim}: {verdict.reason}")


def _plain(line: str) -> str:
    return line.casefold().replace("’", "'").strip(" .")


def _share(found: Any) -> float:
    said = list(found)
    return round(sum(said) / len(said), 4) if said else 0.0


def run(folder: Path) -> dict[str, dict[str, list[Outcome]]]:
    """Set and language -> writer -> outcomes."""
    model, found = LocalModel(folder), {}
    for name in SETS:
        for language in ("en", "de"):
            asked = [draft for draft in drafts(name) if draft.language == language]
            prompts = [line_prompt(draft.cut) for draft in asked]
            found[f"{name}, {language}"] = {
                writer: outcomes(asked, one.write(prompts))
                for writer, one in (("model", model), ("rules", RuledWriter()))
            }
    return found


_HEAD = """# How well weak lines come out

Written by `python -m benchmarks.drafts --table`. Each set holds lines as people write them in profiles and forms, in
many trades, and one to three lines that a careful editor would make of each; an author wrote them who had seen neither
the rules nor the corpus. `strangers` was looked at while the rules grew, so its figures flatter; `exam` was run once,
at the end. A weak line is rewritten where another, accepted by the guard, takes its place; the rest stays as the
person wrote it. Unsupported are numbers and names that the draft does not hold, by a checker that shares no code with
the guard. The model is offered the rules' line beside its own and takes the likelier; `rules` are those lines alone.

| set | writer | weak lines | rewritten | as an editor wrote it | refused | good lines | kept | unsupported |
|---|---|---|---|---|---|---|---|---|"""


def table(found: dict[str, dict[str, list[Outcome]]]) -> str:
    rows = []
    for name, writers in found.items():
        for writer, one in ((writer, measure(lines)) for writer, lines in writers.items()):
            shares = (one["weak"], one["rewritten"], one["as_an_editor"], one["refused"], one["good"], one["kept"])
            rows.append(f"| {name} | {writer} | {' | '.join(map(str, shares))} | {one['unsupported']} |")
    return "\n".join([_HEAD, *rows, ""])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--table", action="store_true", help="write docs/writer.md")
    asked.add_argument("--misses", action="store_true", help="print each line that did not come out as an editor's")
    asked.add_argument("--model", type=Path, default=project_root() / "base_model")
    said = asked.parse_args()
    found = run(said.model)
    if said.misses:
        for name, writers in found.items():
            for one in (one for one in writers["model"] if not one.is_right):
                print(f"{name}: {one.draft.text}\n    {one.line if one.is_changed else '='}  {one.refusal}")
    else:
        figures = {name: {who: measure(lines) for who, lines in writers.items()} for name, writers in found.items()}
        print(json.dumps(figures, indent=1))
    if said.table:
        _TABLE.write_text(table(found), "utf-8")


if __name__ == "__main__":
    main()
