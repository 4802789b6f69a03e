"""The evaluation as a page for people: the table, the decision, and lines to look at with one's own eyes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from resumify.evaluate.compare import Comparison
from resumify.evaluate.score import Evaluation, Marked
from resumify.models import Example, Scores

_SHOWN = 24
FIGURES = ("truth", "coverage", "overlap", "changed", "quality", "judge")
_STYLE = (
    "<style>body{font:15px/1.45 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;margin:1em 0}td,th{padding:.3em .8em;border-bottom:1px solid #ddd;text-align:left}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}pre{background:#f6f6f4;padding:.6em;overflow-x:auto}"
    ".no{color:#a40000}</style>"
)


def report(comparison: Comparison, examples: Sequence[Example]) -> str:
    """Return one HTML page; whatever came from a fact or a model is escaped."""
    evaluations = comparison.evaluations
    parts = [
        f"<!doctype html><meta charset='utf-8'><title>Evaluation</title>{_STYLE}<h1>Evaluation</h1>",
        f"<p>{escape(comparison.decision.reason)}. {evaluations[0].scores.n} lines of people whom the candidate never "
        f"saw. Candidate less base: quality {comparison.gain}. Judge: {escape(comparison.judge)}.</p>",
        _table(evaluations),
        "<h2>Lines</h2>",
        *_samples(comparison, {example.id: example for example in examples}),
    ]
    return "\n".join(parts)


def figures(scores: Scores) -> dict[str, str]:
    """Each figure as a table shows it."""
    values = {name: getattr(scores, name) for name in FIGURES}
    return {name: "not run" if value is None else f"{value:.3f}" for name, value in values.items()}


def _table(evaluations: Sequence[Evaluation]) -> str:
    head = "".join(f"<th>{name}</th>" for name in ("", *FIGURES))
    cells = ["".join(f"<td class=n>{value}</td>" for value in figures(one.scores).values()) for one in evaluations]
    rows = zip(evaluations, cells, strict=True)
    body = "".join(f"<tr><th>{escape(one.writer)}</th>{row}</tr>" for one, row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _samples(comparison: Comparison, examples: Mapping[str, Example]) -> Iterator[str]:
    """The candidate's refused and changed lines first, each beside the prompt, the answer and what others wrote."""
    order = sorted(comparison.candidate.lines, key=lambda line: (line.accepted, not line.changed))
    by_writer = [(one.writer, {line.example: line for line in one.lines}) for one in comparison.evaluations]
    for line in order[:_SHOWN]:
        example = examples[line.example]
        yield f"<pre>{escape(example.prompt.text)} {escape(example.answer)}</pre><table>"
        yield f"<tr><th>fact</th><td>{escape(example.source)}</td></tr>"
        yield from (_row(writer, lines[line.example]) for writer, lines in by_writer)
        yield "</table>"


def _row(writer: str, line: Marked) -> str:
    said = line.line or line.written
    why = "" if line.accepted else f" <span class=no>{escape(line.refusal or line.objection)}</span>"
    return f"<tr><th>{escape(writer)}</th><td>{escape(said)}{why}</td></tr>"
