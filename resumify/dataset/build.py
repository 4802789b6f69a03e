"""Pairs -> examples: a prompt as the service gives it, an answer that the guard accepts, split by owner."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from resumify.dataset.pairs import Pair, Pairs
from resumify.dataset.preferences import prefer
from resumify.dataset.refusal import refusal
from resumify.dataset.split import check_split, test_owners
from resumify.editing.line import text_of, words_of
from resumify.editing.rules import edit
from resumify.models import Example, Frozen, Preference
from resumify.ports import LanguageModel
from resumify.prompts import line_prompt
from resumify.slots import Cut, cut
from resumify.slots.cutting import cut_text

RULES = "rules"


class DatasetConfig(Frozen):
    """`postings` is a folder of text files; `test_share` of the owners test; at most `unchanged_share` of the training
    examples teach that a good line stays as it is; `served` takes the lines that were refused in earlier résumés, as
    the traces hold them, among the rejected answers."""

    postings: Path = Path("demo/postings")
    test_share: float = Field(0.2, gt=0, lt=1)
    unchanged_share: float = Field(0.5, ge=0, lt=1)
    served: bool = False
    seed: int = 5


class Dataset(Frozen):
    """Examples of both splits, and what is preferred to what for the prompts of training; `dropped` counts what became
    no example, by reason; `unchanged` those that edit nothing."""

    examples: tuple[Example, ...]
    preferences: tuple[Preference, ...] = ()
    teacher: str
    seed: int
    unchanged: int
    dropped: dict[str, int]

    def of(self, split: Literal["train", "test"]) -> tuple[Example, ...]:
        return tuple(example for example in self.examples if example.split == split)

    @property
    def reasons(self) -> dict[str, int]:
        """Why answers were rejected, counted over the preferences."""
        return dict(sorted(Counter(one.reason for one in self.preferences).items()))

    @property
    def owners(self) -> list[str]:
        return sorted({example.owner for example in self.examples})

    @property
    def fingerprint(self) -> str:
        """SHA-256 over examples and preferences: equal datasets have equal ones."""
        rows = [one.model_dump(mode="json") for one in (*self.examples, *self.preferences)]
        return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def build(
    pairs: Pairs,
    config: DatasetConfig,
    teacher: LanguageModel | None,
    served: Mapping[str, Sequence[str]] | None = None,
) -> Dataset:
    """Answer every pair and split the examples; without a teacher the rules answer. `served` are answers that were
    refused before, by the text of their prompt.

    An answer that the guard refuses gives way to that of the rules; where that is refused too, the pair is dropped.
    Raises InvalidInput where one person's facts are all there is, or the splits overlap.
    """
    testing = test_owners(pairs.owners, config.test_share, config.seed)
    dropped: Counter[str] = Counter(pairs.left)
    answers = _answers(pairs.items, teacher)
    answered = list(_examples(pairs.items, answers, testing, dropped))
    examples = _bounded(_apart(answered, dropped), config.unchanged_share, dropped)
    training = [example for example in examples if example.split == "train"]
    preferences = prefer(training, _tried(pairs.items, answers, served or {}))
    check_split(examples, preferences)
    return Dataset(
        examples=tuple(examples),
        preferences=preferences,
        teacher=teacher.name if teacher is not None else RULES,
        seed=config.seed,
        unchanged=sum(map(is_unchanged, examples)),
        dropped=dict(sorted(dropped.items())),
    )


def is_unchanged(example: Example) -> bool:
    """Whether the answer is the fact's own words."""
    return example.answer == text_of(words_of(cut_text(example.source, example.context).text))


def _answers(pairs: Sequence[Pair], teacher: LanguageModel | None) -> list[tuple[str, ...]]:
    """For each pair the answers to try, the best first."""
    cuts = [cut(pair.fact, pair.terms) for pair in pairs]
    ruled = [edit(one) for one in cuts]
    if teacher is None:
        return [(answer,) for answer in ruled]
    written = teacher.write([line_prompt(one) for one in cuts])
    return [(text_of(words_of(text)), answer) for text, answer in zip(written, ruled, strict=True)]


def _tried(
    pairs: Sequence[Pair], answers: Sequence[tuple[str, ...]], served: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Text of a prompt -> what was answered to it, now and before."""
    asked = [line_prompt(cut(pair.fact, pair.terms)).text for pair in pairs]
    return {text: (*tried, *served.get(text, ())) for text, tried in zip(asked, answers, strict=True)}


def _examples(
    pairs: Sequence[Pair], answers: Sequence[tuple[str, ...]], testing: frozenset[str], dropped: Counter[str]
) -> Iterator[Example]:
    for pair, tried in zip(pairs, answers, strict=True):
        one = cut(pair.fact, pair.terms)
        refusals = [refusal(answer, one, pair) for answer in tried]
        dropped.update(f"refused: {reason}" for reason in refusals if reason)
        answer = next((answer for answer, reason in zip(tried, refusals, strict=True) if not reason), None)
        if answer is not None:
            yield _example(pair, one, answer, "test" if pair.fact.owner in testing else "train")


def _example(pair: Pair, one: Cut, answer: str, split: Literal["train", "test"]) -> Example:
    prompt = line_prompt(one)
    key = "\0".join((pair.fact.id, prompt.text, answer))
    return Example(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        owner=pair.fact.owner,
        fact=pair.fact.id,
        source=pair.fact.text,
        context=pair.fact.context,
        prompt=prompt,
        answer=answer,
        terms=pair.terms,
        current=pair.fact.current,
        split=split,
    )


def _apart(examples: Sequence[Example], dropped: Counter[str]) -> list[Example]:
    """Each prompt once, and none in training that the test asks too: two people may word a duty alike."""
    tested = [example for example in examples if example.split == "test"]
    texts = {example.source.casefold() for example in tested}
    seen: set[str] = set()
    kept: list[Example] = []
    for example in (*tested, *(example for example in examples if example.split == "train")):
        prompt = example.prompt.text.casefold()
        if prompt in seen or (example.split == "train" and example.source.casefold() in texts):
            dropped["asked already"] += 1
            continue
        seen.add(prompt)
        kept.append(example)
    return kept


def _bounded(examples: Sequence[Example], share: float, dropped: Counter[str]) -> list[Example]:
    """The examples without those unchanged ones of training that are too many; which, their ids decide."""
    training = [example for example in examples if example.split == "train"]
    idle = sorted((example for example in training if is_unchanged(example)), key=lambda example: example.id)
    most = int((len(training) - len(idle)) * share / (1 - share))
    left = {example.id for example in idle[most:]}
    dropped.update({"unchanged": len(left)} if left else {})
    return [example for example in examples if example.id not in left]
