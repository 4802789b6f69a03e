"""Lines that a model wrote, or failed to: guarded, and in the person's own words where they are not surely true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from resumify.models import Fact, Prompt
from resumify.tailor.tailor import NO_MODEL
from resumify.tailor.write import write
from tests.tailored import LABEL, Writer, documents, fail, lines_of, made, own_words, person


@pytest.mark.parametrize(
    "answer",
    [
        fail,
        lambda prompts: [],
        lambda prompts: [""] * len(prompts),
        lambda prompts: ["[NUM9] [NUM9]"] * len(prompts),
        lambda prompts: ["one\ntwo"] * len(prompts),
        lambda prompts: ["word " * 400] * len(prompts),
        lambda prompts: [None] * len(prompts),
        lambda prompts: [*("x" for _ in prompts), "one too many"],
    ],
    ids=["raises", "nothing", "blank", "slots", "lines", "endless", "none", "too many"],
)
def test_a_model_that_fails_leaves_the_persons_own_words(answer: Callable[[Sequence[Prompt]], Any]) -> None:
    model = Writer(answer)
    resume = made(model=model)
    assert model.prompts
    assert resume.resume == made().resume
    assert resume.model == (NO_MODEL if answer is fail else LABEL)


def _slots(prompt: Prompt) -> str:
    """Every slot of the prompt: a line that loses one is never looked at."""
    return " ".join(slot.name for slot in prompt.slots)


def test_an_invented_claim_is_refused_and_listed() -> None:
    facts = person()
    resume = made(facts, Writer(lambda prompts: [f"{_slots(prompt)} won 97 awards at Google" for prompt in prompts]))
    lines = lines_of(resume)
    assert set(lines.values()) <= own_words(facts)
    assert resume.rejected
    for rejected in resume.rejected:
        assert rejected.claim
        assert "Google" in rejected.line
        assert lines[rejected.path] in own_words(facts)


def shop(text: str) -> list[Fact]:
    return documents("work", [{"name": "Shop", "position": "Manager", "highlights": [text]}])


def test_a_clause_keeps_its_subject() -> None:
    facts = shop("Doubled the takings of the shop after I took over in 2019")
    model = Writer(lambda prompts: [_fact_of(prompt).replace(" I ", " ") for prompt in prompts])
    resume = made(facts, model)
    assert set(lines_of(resume).values()) <= own_words(facts)
    assert [one.claim for one in resume.rejected] == ["wording"]


def test_a_true_line_that_shows_less_of_the_posting_is_not_used() -> None:
    def wanted(fact: Fact) -> list[str]:
        return ["I doubled"] if fact.text.startswith("I doubled") else []

    facts = [fact for fact in shop("I doubled the takings of the shop after I took over in 2019") if fact.path]
    model = Writer(lambda prompts: [_fact_of(prompt).removeprefix("I ") for prompt in prompts])
    assert write(facts, model, lambda fact: [], ()).lines
    draft = write(facts, model, wanted, ())
    assert draft.lines == {}
    assert [one.verdict.reason for one in draft.refused.values()] == ["it shows less of what the posting asks for"]


def test_i_is_written_with_a_capital() -> None:
    facts = shop("I doubled the takings of the shop after I took over in 2019")
    model = Writer(lambda prompts: [_fact_of(prompt).removeprefix("I ").replace(" I ", " i ") for prompt in prompts])
    assert " i " not in " ".join(lines_of(made(facts, model)).values())


def _fact_of(prompt: Prompt) -> str:
    """The fact as the prompt shows it, in slots."""
    return next(line.removeprefix("Fact: ") for line in prompt.text.splitlines() if line.startswith("Fact: "))
