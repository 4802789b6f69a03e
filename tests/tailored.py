"""People, models and orders for the tests of tailoring, and what they ask of its results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from resumify.errors import ModelFault
from resumify.facts import facts_of
from resumify.models import Fact, ModelLabel, Prompt, Resume, document_id
from resumify.passages import sentences
from resumify.read import read_json_resume
from resumify.tailor import Request, tailor
from tests.people import a_document

ROOT = Path(__file__).parent.parent
PEOPLE = sorted(path.stem for path in (ROOT / "demo" / "people").glob("*.json"))
JOB = (ROOT / "demo" / "postings" / "software.txt").read_text(encoding="utf-8")
LABEL = ModelLabel(name="writer", version="v0.0.1", tag="accepted")


class Writer:
    """A model whose answers a function gives."""

    name = "writer"

    def __init__(self, answer: Callable[[Sequence[Prompt]], Any]) -> None:
        self.answer = answer
        self.prompts: list[Prompt] = []

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        self.prompts.extend(prompts)
        return self.answer(prompts)


def fail(prompts: Sequence[Prompt]) -> list[str]:
    raise ModelFault("It fell over.")


@cache
def person(name: str = "ada") -> tuple[Fact, ...]:
    reading = read_json_resume(ROOT / "demo" / "people" / f"{name}.json", name)
    return tuple(fact for document in reading.documents for fact in facts_of(document))


VETERAN: list[dict[str, Any]] = [
    {
        "name": f"Firm {role}",
        "position": "Engineer",
        "startDate": str(2024 - role),
        "highlights": [
            f"Line {line} of role {role}, {'about Python' if line % 4 == 3 else 'on paper'}." for line in range(12)
        ],
    }
    for role in range(8)
]
"""More than one page, more than ten highlights a role."""


@cache
def veteran() -> tuple[Fact, ...]:
    roles = (
        a_document(f"{role}", id=document_id("ada", "work", f"{role}"), position=role, data=data)
        for role, data in enumerate(VETERAN)
    )
    hobby = a_document("chess", id="chess", section="interests", data={"name": "Chess"})
    return tuple(fact for document in (*roles, hobby) for fact in facts_of(document))


def documents(section: Any, items: Sequence[dict[str, Any]]) -> list[Fact]:
    """The facts of a section with these entries."""
    made_of = (
        a_document(f"{place}", id=document_id("ada", section, f"{place}"), section=section, position=place, data=data)
        for place, data in enumerate(items)
    )
    return [fact for document in made_of for fact in facts_of(document)]


def own_words(facts: Sequence[Fact]) -> set[str]:
    return {fact.text for fact in facts}


def an_order(**changes: Any) -> Request:
    return Request(**{"profile": "ada", "job": JOB, **changes})


def made(facts: Sequence[Fact] | None = None, model: Any = None, **changes: Any) -> Resume:
    return tailor(an_order(**changes), person() if facts is None else facts, None, model, LABEL)


def summary_of(resume: Resume) -> list[str]:
    """The sentences that stand over the résumé."""
    return sentences(resume.resume["basics"].get("summary", ""))


def lines_of(resume: Resume) -> dict[str, str]:
    """Every highlight and every sentence of the person's own summary by its path."""
    said = {f"/basics/summary/{index}": text for index, text in enumerate(summary_of(resume))}
    lines = {path: text for path, text in said.items() if {one.section for one in resume.evidence[path]} == {"basics"}}
    for section in ("work", "volunteer", "projects"):
        for number, entry in enumerate(resume.resume.get(section, [])):
            for index, text in enumerate(entry.get("highlights", [])):
                lines[f"/{section}/{number}/highlights/{index}"] = text
    return lines


def but_id_and_time(resume: Resume) -> dict[str, Any]:
    return resume.model_dump(mode="json", exclude={"id", "took"})
