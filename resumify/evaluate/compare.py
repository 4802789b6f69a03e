"""Own words, rules, base, candidate and incumbent on the same lines, and the word on who is to write from now on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.errors import InvalidInput
from resumify.evaluate.interval import Interval, bootstrap
from resumify.evaluate.promotion import Decision, decide, decide_first
from resumify.evaluate.score import Evaluation, evaluate, worth
from resumify.models import Example, Frozen, Prompt
from resumify.ports import Judge, LanguageModel

NOT_RUN = "not run (RESUMIFY_JUDGE names no model)"


class Comparison(Frozen):
    """The evaluations of the people's own words, the rules where they took part, the base, the candidate and, where
    there is one, the incumbent; `gain` is the candidate's quality less the base's; `judge` says who judged, or that
    nobody did."""

    words: Evaluation
    rules: Evaluation | None
    base: Evaluation
    candidate: Evaluation
    incumbent: Evaluation | None
    gain: Interval
    decision: Decision
    judge: str

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        all_ = (self.words, self.rules, self.base, self.candidate, self.incumbent)
        return tuple(one for one in all_ if one is not None)


class _OwnWords:
    """Writes every line as the person did."""

    name = "own words"

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        return [prompt.fact for prompt in prompts]


def compare(
    base: LanguageModel,
    candidate: LanguageModel,
    incumbent: tuple[str, LanguageModel] | None,
    examples: Sequence[Example],
    judge: Judge | None,
    rules: LanguageModel | None = None,
) -> Comparison:
    """Score each on the same frozen test examples; the candidate is held against the incumbent, or else the base. The
    rules stand beside them and decide nothing."""
    if not examples:
        raise InvalidInput("There is nothing to evaluate on: the dataset holds no test examples.")
    words = evaluate(_OwnWords(), examples)
    before, after = evaluate(base, examples, "base", judge), evaluate(candidate, examples, "candidate", judge)
    held = evaluate(incumbent[1], examples, f"incumbent {incumbent[0]}", judge) if incumbent is not None else None
    gain = _gain(after, before, examples)
    return Comparison(
        words=words,
        rules=evaluate(rules, examples) if rules is not None else None,
        base=before,
        candidate=after,
        incumbent=held,
        gain=gain,
        decision=decide_first(after.scores, before.scores, words.scores, gain)
        if incumbent is None or held is None
        else decide(after.scores, held.scores, incumbent[0]),
        judge=judge.name if judge is not None else NOT_RUN,
    )


def _gain(after: Evaluation, before: Evaluation, examples: Sequence[Example]) -> Interval:
    """Line by line; the lines of one fact, which several postings ask for, are one group."""
    gains = [worth(new) - worth(old) for new, old in zip(after.lines, before.lines, strict=True)]
    return bootstrap(gains, [example.fact for example in examples])


def is_one_family(judge: str, writer: str) -> bool:
    """Whether two model names begin alike ("gemini-2.5-pro", "gemini/gemini-2.0-flash"): who grades its own kind is
    kind."""
    ours, theirs = (re.match(r"[a-z]*", name.lower().rsplit("/", 1)[-1]) for name in (judge, writer))
    return ours is not None and theirs is not None and bool(ours[0]) and ours[0] == theirs[0]
