"""One writer on the test examples: each line filled, guarded, checked and marked, and the figures over all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from resumify.clean import clean_text
from resumify.evaluate.checker import objections
from resumify.evaluate.craft import craft
from resumify.guard import check
from resumify.models import Example, Frozen, Scores
from resumify.ports import Judge, LanguageModel
from resumify.slots import compose
from resumify.slots.cutting import cut_text

_JUDGED = 40
"""Lines that a judge reads: enough for a share, few enough to pay for."""

_TOKEN = re.compile(r"\[[A-Z]+\d+\]|\w+|[^\w\s]")


class Marked(Frozen):
    """One line of one writer: as written in slots, as filled in ("" where that failed), and what was said of it."""

    example: str
    written: str
    line: str
    refusal: str
    objection: str
    accepted: bool
    overlap: float
    coverage: float
    craft: float
    changed: bool


class Evaluation(Frozen):
    """A writer's scores and the lines they come from."""

    writer: str
    scores: Scores
    lines: tuple[Marked, ...]


def evaluate(
    model: LanguageModel, examples: Sequence[Example], writer: str = "", judge: Judge | None = None
) -> Evaluation:
    """Let the model write every example's line, and score them. Raises ModelFault where it cannot."""
    texts = model.write([example.prompt for example in examples])
    lines = tuple(mark(example, text) for example, text in zip(examples, texts, strict=True))
    scores = _scores(lines)
    if judge is not None:
        scores = _judged(scores, examples, lines, judge)
    return Evaluation(writer=writer or model.name, scores=scores, lines=lines)


def mark(example: Example, text: str) -> Marked:
    """Fill, guard, check and mark one line."""
    try:
        line = clean_text(compose(text, cut_text(example.source, example.context, example.terms)))
    except ValueError as error:
        return _unusable(example, text, str(error))
    refusal = check(line, example.source, example.context, example.terms).claim
    objected = objections(line, f"{example.source} {example.context}")
    return Marked(
        example=example.id,
        written=text,
        line=line,
        refusal=refusal,
        objection=objected[0] if objected else "",
        accepted=not refusal and not objected,
        overlap=overlap(text, example.answer),
        coverage=_coverage(line, example.terms),
        craft=craft(line, example.terms, example.prompt.language),
        changed=line != example.source,
    )


def overlap(text: str, answer: str) -> float:
    """F1 over tokens, slots and marks counted as such."""
    ours, theirs = (Counter(_TOKEN.findall(one.lower())) for one in (text, answer))
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def worth(line: Marked) -> float:
    """What one line counts for quality: nothing unless it is accepted."""
    return (line.craft + line.overlap) / 2 if line.accepted else 0.0


def _unusable(example: Example, text: str, reason: str) -> Marked:
    return Marked(
        example=example.id, written=text, line="", refusal="slots", objection=reason, accepted=False,
        overlap=overlap(text, example.answer), coverage=0.0, craft=0.0, changed=False,
    )  # fmt: skip


def _coverage(line: str, terms: Sequence[str]) -> float:
    return sum(term.casefold() in line.casefold() for term in terms) / len(terms) if terms else 1.0


def _scores(lines: Sequence[Marked]) -> Scores:
    """Each figure is a mean over all lines; one that is not accepted earns nothing but its overlap."""
    n = len(lines)
    held = [line for line in lines if line.accepted]
    return Scores(
        n=n,
        truth=len(held) / n,
        coverage=sum(line.coverage for line in held) / n,
        overlap=sum(line.overlap for line in lines) / n,
        changed=sum(line.changed for line in held) / n,
        quality=sum(map(worth, lines)) / n,
    )


def _judged(scores: Scores, examples: Sequence[Example], lines: Sequence[Marked], judge: Judge) -> Scores:
    """The scores with the judge's mean over the first lines that say something new; it too sees nothing but slots."""
    facts = {one.id: cut_text(one.source, one.context, one.terms).text for one in examples}
    pairs = [(facts[line.example], line.written) for line in lines if line.accepted and line.changed][:_JUDGED]
    grades = judge.grade(pairs) if pairs else []
    given = [grade for grade in grades if grade is not None]
    mean = sum(given) / len(given) if given else None
    return scores.model_copy(update={"judge": mean, "unjudged": len(grades) - len(given)})
