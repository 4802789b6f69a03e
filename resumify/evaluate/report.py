"""The evaluation as a page for people, read in five minutes: the decision, the tables, and lines to look at.

One HTML page that stands by itself; whatever came from a fact or a model is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from resumify.evaluate.compare import Comparison
from resumify.evaluate.interval import bootstrap
from resumify.evaluate.sample import sample
from resumify.evaluate.score import Evaluation, Marked, worth
from resumify.models import Example, Scores

FIGURES = ("truth", "coverage", "overlap", "changed", "quality", "judge")
_SAID = {
    "truth": "share of lines that the guard and a second checker both accept",
    "coverage": "share of what postings ask for, and the fact shows, that the line shows",
    "overlap": "likeness to the answer of the dataset",
    "changed": "share of lines that are accepted and not the person's own words",
    "quality": "what promotion goes by: craft and likeness of accepted lines, nothing for others",
    "judge": "a large model's mean grade",
}
_STYLE = (
    "<style>body{font:15px/1.45 system-ui,sans-serif;max-width:62em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;margin:1em 0}td,th{padding:.3em .8em;border-bottom:1px solid #ddd;text-align:left;"
    "vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}small{color:#666}"
    "table.line{width:100%;border-top:2px solid #bbb}table.line th{width:14em;font-weight:normal;color:#666}"
    ".no{color:#a40000}</style>"
)

_Lines = Mapping[str, Mapping[str, Marked]]
"""Writer -> example -> its line."""


def report(comparison: Comparison, examples: Sequence[Example]) -> str:
    """Return the page."""
    people = len({example.owner for example in examples})
    parts = [
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Evaluation</title>{_STYLE}<h1>Evaluation</h1>",
        f"<p><b>{escape(comparison.decision.reason)}.</b></p>",
        f"<p>{len(examples)} lines of {people} people whom the candidate never saw. Candidate less base: quality "
        f"{comparison.gain}. Judge: {escape(comparison.judge)}.</p>",
        _scores(comparison.evaluations, examples),
        "<p><small>In brackets 95 % intervals, by the bootstrap over facts. "
        + "; ".join(f"{name}: {said}" for name, said in _SAID.items())
        + ".</small></p>",
        _by_language(comparison.evaluations, examples),
        *_samples(comparison, {example.id: example for example in examples}),
    ]
    return "\n".join(parts)


def figures(scores: Scores) -> dict[str, str]:
    """Each figure as a table shows it."""
    values = {name: getattr(scores, name) for name in FIGURES}
    return {name: "not run" if value is None else f"{value:.3f}" for name, value in values.items()}


def _scores(evaluations: Sequence[Evaluation], examples: Sequence[Example]) -> str:
    return _table(("", *FIGURES), ((one.writer, *_with_intervals(one, examples).values()) for one in evaluations))


def _with_intervals(one: Evaluation, examples: Sequence[Example]) -> dict[str, str]:
    """The figures, those that promotion looks at with their intervals."""
    facts = [example.fact for example in examples]
    shown = figures(one.scores)
    for name, values in (
        ("truth", [float(line.accepted) for line in one.lines]),
        ("quality", [worth(line) for line in one.lines]),
    ):
        interval = bootstrap(values, facts)
        shown[name] += f" ({interval.low:.3f} to {interval.high:.3f})"
    return shown


def _by_language(evaluations: Sequence[Evaluation], examples: Sequence[Example]) -> str:
    languages = sorted({example.prompt.language for example in examples})
    rows = []
    for language in languages:
        of = [place for place, example in enumerate(examples) if example.prompt.language == language]
        for one in evaluations:
            lines = [one.lines[place] for place in of]
            shares = (
                sum(line.accepted for line in lines),
                sum(line.accepted and line.changed for line in lines),
                sum(map(worth, lines)),
            )
            rows.append((f"{language}, {len(of)} lines", one.writer, *(f"{share / len(of):.3f}" for share in shares)))
    return f"<h2>By language</h2>{_table(('', '', 'truth', 'changed', 'quality'), rows)}"


def _table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td{_aligned(cell)}>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{''.join(f'<th>{escape(name)}</th>' for name in head)}</tr>{body}</table>"


def _aligned(cell: str) -> str:
    return " class=n" if cell[:1].isdigit() or cell == "not run" else ""


def _samples(comparison: Comparison, examples: Mapping[str, Example]) -> Iterator[str]:
    """Each kind of line with what every writer made of it."""
    written: _Lines = {one.writer: {line.example: line for line in one.lines} for one in comparison.evaluations}
    for heading, places in sample(comparison, examples).items():
        yield f"<h2>{escape(heading)}</h2>"
        yield from (_sample(examples[place], written) for place in places) if places else ("<p>None.</p>",)


def _sample(example: Example, written: _Lines) -> str:
    """One row for each different line, with all who wrote it."""
    wanted = f"<tr><th>wanted</th><td>{escape(', '.join(example.terms))}</td></tr>" if example.terms else ""
    writers: dict[str, list[str]] = {}
    for writer, lines in written.items():
        writers.setdefault(_said(lines[example.id]), []).append(writer)
    rows = "".join(f"<tr><th>{escape(', '.join(who))}</th><td>{said}</td></tr>" for said, who in writers.items())
    return f"<table class=line>{wanted}{rows}</table>"


def _said(line: Marked) -> str:
    why = "" if line.accepted else f" <span class=no>{escape(line.refusal or line.objection)}</span>"
    return escape(line.line or line.written) + why
