"""What goes first when the pages are full, and what stays whatever happens."""

from __future__ import annotations

from typing import Any

import pytest

from resumify.facts import facts_of
from resumify.models import Fact, Match, Requirement, document_id
from resumify.render import page_count
from resumify.tailor.plan import fit, make_plan
from resumify.tailor.profile import Entry, entries_of
from resumify.tailor.request import wishes_of
from tests.people import a_document
from tests.tailored import an_order, documents, lines_of, made


def a_match(kind: Any, *facts: Fact) -> Match:
    return Match(requirement=Requirement(text="-", kind=kind), status="met", facts=tuple(fact.id for fact in facts))


def entries(*highlights: str) -> tuple[Entry, ...]:
    return entries_of(facts_of(a_document(data={"position": "Nurse", "highlights": list(highlights)}, text="")))


def planned(found: tuple[Entry, ...], *matches: Match, instructions: str = "") -> list[str]:
    plan = make_plan(found, matches, wishes_of(an_order(instructions=instructions)), lambda fact: ())
    return [fact.text for entry in plan.kept(0) for fact in entry.lines]


def test_highlights_are_ranked_by_must_then_nice_then_the_persons_order() -> None:
    found = entries("a one", "b two", "c three", "d four")
    (_, nice, _, must) = found[0].lines
    assert planned(found, a_match("nice", nice), a_match("must", must)) == ["d four", "b two", "a one", "c three"]


def test_more_than_ten_highlights_keep_the_persons_order() -> None:
    texts = [f"line number {index}" for index in range(12)]
    assert planned(entries(*texts)) == texts


def test_the_older_role_loses_its_lines_first() -> None:
    roles = [
        a_document(
            key, id=document_id("ada", "work", key), position=index, data={"position": key, "highlights": list("abcd")}
        )
        for index, key in enumerate(("new", "old"))
    ]
    found = entries_of([fact for role in roles for fact in facts_of(role)])
    plan = make_plan(found, (), wishes_of(an_order()), lambda fact: ())
    assert [len(entry.lines) for entry in plan.kept(0)] == [4, 4]
    assert [len(entry.lines) for entry in plan.kept(2)] == [4, 2]
    assert [len(entry.lines) for entry in plan.kept(len(plan.trims))] == [0, 0]


def test_a_role_with_much_to_say_leaves_room_for_the_others() -> None:
    roles = [
        a_document(
            key,
            id=document_id("ada", "work", key),
            position=index,
            data={"position": key, "highlights": list("abcdefgh")},
        )
        for index, key in enumerate(("new", "old"))
    ]
    found = entries_of([fact for role in roles for fact in facts_of(role)])
    everything = a_match("must", *(fact for entry in found for fact in entry.lines))
    plan = make_plan(found, (everything,), wishes_of(an_order()), lambda fact: ())
    assert [len(entry.lines) for entry in plan.kept(4)] == [6, 6]


def test_no_more_is_left_out_than_the_pages_need() -> None:
    pages = {0: 3, 1: 3, 2: 2, 3: 2, 4: 1, 5: 1}
    assert fit(5, 0, 2, pages.__getitem__) == 2
    assert fit(5, 0, 3, pages.__getitem__) == 0
    assert fit(5, 3, 1, pages.__getitem__) == 4


def test_what_cannot_be_reached_is_not_paid_for() -> None:
    """Where roles alone fill two pages, one page is no reason to strip them bare."""
    assert fit(5, 0, 1, {0: 3, 1: 3, 2: 2, 3: 2, 4: 2, 5: 2}.__getitem__) == 2


ODD: dict[str, list[Fact]] = {
    "one role, 80 lines": documents(
        "work",
        [
            {
                "name": "Firm",
                "position": "Cook",
                "highlights": [f"Dish {n} of the long menu, in Python" for n in range(80)],
            }
        ],
    ),
    "education alone": documents(
        "education", [{"institution": f"School {n}", "studyType": "BSc", "courses": ["a", "b"] * 20} for n in range(30)]
    ),
    "endless titles": documents("work", [{"name": "Firm " * 60, "position": "Deputy of " * 50} for _ in range(9)]),
    "120 certificates": documents("certificates", [{"name": f"Paper {n}", "issuer": "Body"} for n in range(120)]),
    "300 languages": documents("languages", [{"language": f"Language {n}", "fluency": "good"} for n in range(300)]),
    "endless summary": documents("basics", [{"name": "A", "label": "Cook", "summary": "I cook a lot. " * 400}]),
}


@pytest.mark.parametrize("who", ODD)
def test_one_page_is_one_page_whoever_it_is_and_what_goes_is_named(who: str) -> None:
    facts = ODD[who]
    resume = made(facts, pages=1)
    assert page_count(resume.resume) == 1
    shown = {evidence.fact for held in resume.evidence.values() for evidence in held}
    assert len(shown) + len(resume.omitted) == len(facts)
    assert all(one.reason for one in resume.omitted)


def test_what_is_asked_for_outlives_the_headers_of_the_oldest_roles() -> None:
    roles = [
        {"name": f"Firm {n}", "position": "Engineer", "highlights": ["Wrote services in Python"]} for n in range(50)
    ]
    resume = made(documents("work", roles), pages=1)
    assert page_count(resume.resume) == 1
    assert resume.resume["work"][0]["highlights"] == ["Wrote services in Python"]
    assert len(resume.resume["work"]) >= 10
    assert resume.match.coverage == resume.match.ceiling


@pytest.mark.parametrize("pages", [1, 2])
def test_forty_roles_keep_to_the_pages_and_the_oldest_that_go_are_named(pages: int) -> None:
    roles = [
        a_document(
            f"{year}",
            id=document_id("ada", "work", f"{year}"),
            position=2025 - year,
            data={"name": f"Clinic {year}", "position": "Midwife", "startDate": str(year), "highlights": ["A birth"]},
        )
        for year in range(2025, 1985, -1)
    ]
    resume = made([fact for role in roles for fact in facts_of(role)], pages=pages)
    shown = [role["name"] for role in resume.resume["work"]]
    assert page_count(resume.resume) <= pages
    assert shown == [role.data["name"] for role in roles[: len(shown)]]
    assert {f"/work/{index}" for index in range(len(shown), 40)} <= {one.path for one in resume.omitted}


def test_each_requirement_keeps_a_line_that_shows_it_on_the_fullest_page() -> None:
    """The only line on what would be nice is the last of its role, and the lines before it show what must be."""
    job = "Engineer\nBlue Bank\n\nRequirements\n- Python\n- PostgreSQL\n\nNice to have\n- Kubernetes"
    newer = [f"Wrote service {number} in Python over PostgreSQL" for number in range(12)]
    roles = [{"name": f"Firm {n}", "position": "Engineer", "highlights": newer} for n in range(12)]
    roles[0] = {**roles[0], "highlights": [*newer, "Moved it all to Kubernetes"]}
    resume = made(documents("work", roles), pages=1, job=job)
    assert page_count(resume.resume) == 1
    assert resume.match.coverage == resume.match.ceiling
    assert "Moved it all to Kubernetes" in lines_of(resume).values()


def test_the_newest_roles_tell_more_than_titles() -> None:
    """A page of nothing but headers is not worth sending."""
    roles = [{"name": f"Clinic {n}", "position": "Midwife", "highlights": ["Caught babies"]} for n in range(40)]
    work = made(documents("work", roles), pages=1).resume["work"]
    assert [role.get("highlights") for role in work[:3]] == [["Caught babies"]] * 3
    assert len(work) > 6


def test_lines_may_come_back_where_their_entry_stays() -> None:
    """The last trim may be a whole entry, which leaves room for lines that went before it."""
    roles = [{"position": f"Cook {n}", "highlights": ["Fried fish", "Boiled eggs", "Baked buns"]} for n in range(9)]
    found = entries_of(documents("work", roles))
    plan = make_plan(found, (), wishes_of(an_order()), lambda fact: ())
    trims = next(n for n in range(len(plan.trims)) if len(plan.kept(n)) == 8)
    back = list(plan.lines_that_went(trims))
    assert back == sorted(back, reverse=True)
    assert trims - 1 not in back  # the entry itself
    before, after = plan.kept(trims), plan.kept(trims, frozenset(back))
    assert [len(entry.lines) for entry in after] == [3] * 8
    assert sum(len(entry.lines) for entry in before) < 24
    assert plan.left_out(trims, frozenset(back)).keys() == {fact.id for fact in found[8].facts()}
