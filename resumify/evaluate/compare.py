"""Base, candidate and incumbent on the same lines, and the word on who is to write from now on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.errors import InvalidInput
from resumify.evaluate.promotion import Decision, decide
from resumify.evaluate.score import Evaluation, evaluate
from resumify.models import Example, Frozen
from resumify.ports import Judge, LanguageModel

NOT_RUN = "not run (RESUMIFY_JUDGE names no model)"


class Comparison(Frozen):
    """`evaluations` are the base's, the candidate's and, where there is one, the incumbent's; `judge` says who judged,
    or that nobody did."""

    evaluations: tuple[Evaluation, ...]
    decision: Decision
    judge: str

    @property
    def candidate(self) -> Evaluation:
        return self.evaluations[1]


def compare(
    base: LanguageModel,
    candidate: LanguageModel,
    incumbent: tuple[str, LanguageModel] | None,
    examples: Sequence[Example],
    judge: Judge | None,
) -> Comparison:
    """Score each on the same frozen test examples; the candidate is held against the incumbent, or else the base."""
    if not examples:
        raise InvalidInput("There is nothing to evaluate on: the dataset holds no test examples.")
    entrants = [("base", base), ("candidate", candidate)]
    if incumbent is not None:
        entrants.append((f"incumbent {incumbent[0]}", incumbent[1]))
    scored = tuple(evaluate(model, examples, name, judge) for name, model in entrants)
    rival = scored[-1] if incumbent is not None else scored[0]
    decision = decide(scored[1].scores, rival.scores, "the base" if incumbent is None else incumbent[0])
    return Comparison(evaluations=scored, decision=decision, judge=judge.name if judge is not None else NOT_RUN)


def is_one_family(judge: str, writer: str) -> bool:
    """Whether two model names begin alike ("gemini-2.5-pro", "gemini/gemini-2.0-flash"): who grades its own kind is
    kind."""
    ours, theirs = (re.match(r"[a-z]*", name.lower().rsplit("/", 1)[-1]) for name in (judge, writer))
    return ours is not None and theirs is not None and bool(ours[0]) and ours[0] == theirs[0]
