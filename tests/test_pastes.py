"""Odd pastes of many trades and languages (pastes.yaml): what is read from each, and what is refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from resumify.errors import NotAPosting
from resumify.models import Requirement
from resumify.posting import parse_posting

PASTES = yaml.safe_load(Path(__file__).with_name("pastes.yaml").read_text(encoding="utf-8"))
READ = [paste for paste in PASTES if "refused" not in paste]
REFUSED = [paste for paste in PASTES if "refused" in paste]
CHROME_ABOVE = "Skip to main content\nHome | Jobs | Companies | Sign in\nWe value your privacy\nAccept all\n\n"
CHROME_BELOW = "\n\nReport this job\nSimilar jobs\nUnderwater Welder - Hull\n© 2026 JobFinder | Terms | Privacy"


def told(requirement: Requirement) -> str:
    return (" | " if requirement.alternatives else ", ").join(requirement.terms)


def name_of(paste: dict[str, Any]) -> str:
    return str(paste["name"])


@pytest.mark.parametrize("paste", READ, ids=name_of)
def test_a_paste_gives_title_employer_language_and_requirements(paste: dict[str, Any]) -> None:
    posting = parse_posting(paste["text"])
    assert (posting.title, posting.employer) == (paste["title"], paste["employer"])
    assert posting.language == paste["language"]
    for kind in ("must", "nice"):
        assert [told(one) for one in posting.requirements if one.kind == kind] == paste.get(kind, [])


@pytest.mark.parametrize("paste", REFUSED, ids=name_of)
def test_what_is_no_posting_is_refused_by_name(paste: dict[str, Any]) -> None:
    with pytest.raises(NotAPosting, match=paste["refused"]):
        parse_posting(paste["text"])


@pytest.mark.parametrize("paste", [paste for paste in READ if "aggregator" not in paste["name"]], ids=name_of)
def test_a_site_around_it_changes_no_requirement(paste: dict[str, Any]) -> None:
    plain, framed = (parse_posting(text) for text in (paste["text"], CHROME_ABOVE + paste["text"] + CHROME_BELOW))
    assert framed.requirements == plain.requirements


def test_law_of_eighteen_thousand_characters_adds_no_requirement() -> None:
    law = (
        "We consider all applicants without regard to race, religion or any other protected characteristic. "
        "Applicants must be able to lift 10 pounds. We use your personal data as our privacy notice says. "
    )
    posting = parse_posting("Actuary\n\nRequirements\n- Solvency II\n- R or Prophet\n\nEqual opportunity\n" + law * 90)
    assert [told(one) for one in posting.requirements] == ["Solvency II", "R | Prophet"]
