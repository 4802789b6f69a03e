"""Where a posting asks for more than the facts show, the person is asked; the answer comes in like everything else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from resumify.errors import InvalidInput
from resumify.facts import facts_of
from resumify.models import MatchReport, RequirementReport
from resumify.questions import Question, answered, questions_of

AT = datetime(2026, 3, 1, tzinfo=UTC)
REPORT = MatchReport(
    requirements=(
        RequirementReport(text="Python", kind="must", status="met", evidence=("/work/0/highlights/0",)),
        RequirementReport(text="Rust", kind="nice", status="absent"),
        RequirementReport(text="Kubernetes in production", kind="must", status="partly"),
        RequirementReport(text="Terraform", kind="must", status="absent"),
    ),
    coverage=0.4,
    ceiling=0.4,
)
ANSWER = "Moved 3 services of a hospital to Kubernetes in 2021"


def a_question() -> Question:
    return questions_of(REPORT)[1]


def test_whatever_is_not_met_is_asked_the_gravest_first() -> None:
    assert [one.requirement for one in questions_of(REPORT)] == ["Terraform", "Kubernetes in production", "Rust"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
def test_a_question_quotes_its_requirement_in_any_language(language: str) -> None:
    assert all(one.requirement in one.text for one in questions_of(REPORT, language))


def test_an_answer_becomes_a_fact_in_the_person_s_own_words_with_its_source() -> None:
    (document,) = answered(a_question(), f"  {ANSWER}\n", "ada", AT).documents
    said = [fact for fact in facts_of(document) if fact.kind == "highlight"]
    assert [(fact.text, fact.quote) for fact in said] == [(ANSWER, ANSWER)]
    assert document.source == f"answer:{a_question().id}"


def test_the_words_of_the_posting_do_not_become_the_person_s() -> None:
    (document,) = answered(a_question(), "I ran the cluster of a shop", "ada", AT).documents
    assert "production" not in f"{document.data} {document.text}"


def test_answering_again_replaces_the_answer() -> None:
    first, second = (answered(a_question(), said, "ada", AT).documents[0] for said in (ANSWER, "Ran a cluster"))
    assert first.id == second.id


@pytest.mark.parametrize("answer", ["No", "no, never", "Nein.", "I have not done that", "Jamais", "n/a", "Non"])
def test_no_is_an_answer_that_adds_nothing(answer: str) -> None:
    assert answered(a_question(), answer, "ada", AT).documents == ()


@pytest.mark.parametrize("answer", ["", "   ", "x" * 601])
def test_an_answer_that_says_nothing_or_too_much_is_refused(answer: str) -> None:
    with pytest.raises(InvalidInput):
        answered(a_question(), answer, "ada", AT)
