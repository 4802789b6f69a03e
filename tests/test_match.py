"""Requirements against facts: what is met, what partly, what is absent, and on which evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from resumify.match import THRESHOLD, match, terms_met
from resumify.models import Fact, Hit, Match, Posting, Requirement, Tongue


def a_fact(text: str, **fields: Any) -> Fact:
    given: dict[str, Any] = {
        "id": text,
        "owner": "ada",
        "document": "role",
        "section": "work",
        "kind": "highlight",
        "path": "/highlights/0",
        "text": text,
        "quote": text,
        "source": "profile.json",
        "read_at": datetime(2026, 1, 15, tzinfo=UTC),
    }
    return Fact(**{**given, **fields})


def a_role(text: str, start: str, end: str | None = None, document: str = "role") -> Fact:
    data = {"startDate": start} | ({"endDate": end} if end else {})
    return a_fact(text, kind="role", path="", data=data, document=document)


def a_posting(*requirements: Requirement, language: str = "en") -> Posting:
    return Posting(id="1", title="", language=language, requirements=requirements, text="")


def asks(*terms: str, any_of: bool = False, kind: Any = "must", **levels: Any) -> Requirement:
    return Requirement(text=", ".join(terms), kind=kind, terms=terms, alternatives=any_of, **levels)


def held(requirement: Requirement, *facts: Fact, language: str = "en") -> Match:
    return match(a_posting(requirement, language=language), facts)[0]


@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("Kubernetes", "Moved seven services to k8s", "en"),
        ("k8s", "Ran Kubernetes clusters", "en"),
        ("team leadership", "Led a small team of 4", "en"),
        ("team leadership", "Leitung eines Sachgebiets mit 7 Mitarbeitenden", "de"),
        ("SQL", "Kept the ledger in PostgreSQL", "en"),
        ("bow rehairing", "Rehaired the bows of two orchestras: rehairing bows is what I like", "en"),
        ("Vergaberecht", "Beratung in Fragen des Vergaberechts", "de"),
        ("container platform", "Shipped every service as containers", "en"),
    ],
)
def test_a_term_is_shown_under_any_of_its_names_and_endings(term: str, text: str, language: str) -> None:
    assert held(asks(term), a_fact(text), language=language).status == "met"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Go", "Go through every invoice"),
        ("React", "React to complaints within a day"),
        ("R", "Worked on R&D budgets"),
        ("PostgreSQL", "Wrote SQL reports"),
        ("quality management", "Kept up quality. Management was pleased"),
        ("German", "Grew the German market by 12%"),
        ("bachelor's degree", "Taught the bachelor degree course"),
        ("Java", "Wrote JavaScript"),
        ("C", "Wrote services in C++"),
    ],
)
def test_a_word_that_means_another_thing_shows_nothing(term: str, text: str) -> None:
    assert held(asks(term), a_fact(text)).status == "absent"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Never used Kubernetes, only Nomad", "en"),
        ("I have not worked with Kubernetes", "en"),
        ("No experience with Kubernetes", "en"),
        ("Would like to learn Kubernetes", "en"),
        ("Interested in Kubernetes", "en"),
        ("Reported to the Kubernetes lead", "en"),
        ("Keine Erfahrung mit Kubernetes", "de"),
        ("Noch nie mit Kubernetes gearbeitet", "de"),
        ("Aucune expérience de Kubernetes", "fr"),
    ],
)
def test_what_a_person_says_not_to_have_shows_nothing(text: str, language: str) -> None:
    assert held(asks("Kubernetes"), a_fact(text), language=language).status == "absent"


@pytest.mark.parametrize(
    "text", ["Never ran a kitchen crew", "Hoping to learn how kitchens run", "Keine Küchenleitung"]
)
def test_nearness_to_what_is_not_claimed_is_no_evidence(text: str) -> None:
    fact = a_fact(text)
    assert match(a_posting(asks("kitchen brigade care")), [fact], Near(fact.id, 0.99))[0].status == "absent"


@pytest.mark.parametrize(
    "text",
    ["No-downtime moves to Kubernetes", "Ran not only Nomad but Kubernetes", "Learned fast: Kubernetes in a week"],
)
def test_a_negation_of_something_else_takes_nothing_away(text: str) -> None:
    assert held(asks("Kubernetes"), a_fact(text)).status == "met"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Managed 12 nurses", "met"),
        ("Supervised eight drivers", "met"),
        ("Led 4 ward nurses", "met"),
        ("Managed 12 servers", "absent"),
        ("Managed nurses' rotas", "absent"),
    ],
)
def test_leading_a_number_of_people_is_leading_a_team(text: str, status: str) -> None:
    assert held(asks("team leadership"), a_fact(text)).status == status


@pytest.mark.parametrize(
    ("term", "text"), [("master's degree", "Master key systems"), ("master's degree", "Master Data clean-up"),
                       ("sales", "Dos años en sala")],
)  # fmt: skip
def test_words_that_only_look_like_another_show_nothing(term: str, text: str) -> None:
    fact = a_fact(text, section="education", kind="degree", path="")
    assert held(asks(term), fact, language="es" if "años" in text else "en").status == "absent"


def test_all_terms_make_it_met_and_some_make_it_partly() -> None:
    wanted = asks("Python", "Terraform")
    assert held(wanted, a_fact("Built it in Python"), a_fact("Planned in Terraform")).status == "met"
    assert held(wanted, a_fact("Built it in Python")).status == "partly"
    assert held(wanted, a_fact("Baked bread")).status == "absent"


def test_one_of_the_alternatives_is_enough() -> None:
    assert held(asks("Python", "Terraform", any_of=True), a_fact("Built it in Python")).status == "met"


def test_a_match_is_given_for_every_requirement_in_order() -> None:
    wanted = (asks("Go"), asks("Python"), asks("HACCP", kind="nice"))
    assert [m.requirement for m in match(a_posting(*wanted), [])] == list(wanted)


def test_what_was_done_comes_before_what_is_listed_and_more_before_less() -> None:
    listed = a_fact("Python", id="listed", section="skills", kind="skill", path="")
    done = a_fact("Built it in Python", id="done")
    both = a_fact("Built it in Python on AWS", id="both")
    assert held(asks("Python", "AWS"), listed, done, both).facts == ("both", "done", "listed")


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2018-01", "2023-12", "met"),
        ("2022-01", "2023-12", "partly"),
        ("2020-06", None, "met"),
        ("2023-06", None, "partly"),
    ],
)
def test_years_are_counted_over_the_roles_that_show_the_term(start: str, end: str | None, status: str) -> None:
    other = a_role("Baker", "2001-01", "2017-12", document="bakery")
    wanted = asks("heating", years=5)
    assert held(wanted, other, a_role("Heating engineer, plumber of heating", start, end)).status == status


def test_months_of_two_roles_at_once_count_once() -> None:
    roles = [a_role("Welder", "2020-01", "2021-12", document=name) for name in ("a", "b")]
    assert held(asks("welding", years=3), *roles).status == "partly"


def test_a_skill_alone_says_nothing_of_years() -> None:
    skill = a_fact("Welding", section="skills", kind="skill", path="")
    assert held(asks("welding", years=3), skill, a_role("Baker", "2001-01")).status == "partly"


@pytest.mark.parametrize(
    ("said", "status"), [("German, Native", "met"), ("German, Basic", "partly"), ("German", "met")]
)
def test_a_language_is_met_at_the_level_asked_for(said: str, status: str) -> None:
    fact = a_fact(said, section="languages", kind="item", path="")
    assert held(asks("German", tongues=(Tongue(name="German", command="C1"),)), fact).status == status


@pytest.mark.parametrize(("start", "status"), [("2018-01", "met"), ("2025-06", "partly")])
def test_years_of_no_trade_are_years_of_any_work(start: str, status: str) -> None:
    assert held(asks(years=3), a_role("Baker", start)).status == status


def test_years_are_shown_by_no_degree() -> None:
    degree = a_fact("BSc", section="education", kind="degree", path="", data={"startDate": "2010", "endDate": "2014"})
    assert held(asks(years=3), degree).status == "absent"


@pytest.mark.parametrize(
    ("title", "status"),
    [("Junior buyer", "partly"), ("Buyer", "met"), ("Senior buyer", "met"), ("Buyer (internship)", "partly")],
)
def test_a_senior_post_is_not_shown_by_a_beginner_s(title: str, status: str) -> None:
    assert held(asks("buyer", seniority="senior"), a_role(title, "2018-01")).status == status


def test_a_degree_in_another_field_is_partly() -> None:
    degree = a_fact("BSc, Physics", section="education", kind="degree", path="")
    assert held(asks("bachelor's degree physics"), degree).status == "met"
    assert held(asks("bachelor's degree law", degrees=("bachelor's degree",)), degree).status == "partly"


def test_a_higher_degree_shows_a_lower_one() -> None:
    degree = a_fact("PhD, Physics", section="education", kind="degree", path="")
    assert held(asks("bachelor's degree"), degree).status == "met"


def test_a_term_of_function_words_alone_is_shown_by_nothing() -> None:
    assert held(asks("d'une", "devis"), a_fact("Tenu les devis"), language="fr").status == "partly"


class Near:
    """A vector search that finds one fact for whatever it is asked."""

    def __init__(self, fact: str, score: float) -> None:
        self.hit = Hit(fact=fact, score=score)
        self.asked: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> list[list[Hit]]:
        self.asked.append(list(texts))
        return [[self.hit] for _ in texts]


def test_meaning_alone_makes_it_partly_and_only_above_the_threshold() -> None:
    posting, fact = a_posting(asks("kitchen crew")), a_fact("Kitchen direction")
    assert match(posting, [fact], Near(fact.id, THRESHOLD + 0.01))[0].status == "partly"
    assert match(posting, [fact], Near(fact.id, THRESHOLD - 0.01))[0].status == "absent"


def test_nearness_is_no_evidence_for_a_tool_or_a_paper() -> None:
    fact = a_fact("Wrote Java")
    near = Near(fact.id, 0.95)
    posting = a_posting(asks("Rust"), asks("PhD physics"), asks("ACLS"))
    assert {m.status for m in match(posting, [fact], near)} == {"absent"}
    assert near.asked == []


def test_the_search_is_asked_once_for_what_no_word_shows() -> None:
    near = Near("x", 0.1)
    match(a_posting(asks("Python"), asks("loom care"), asks("kiln care")), [a_fact("Python")], near)
    assert near.asked == [["loom care", "kiln care"]]


def test_a_fact_of_somebody_else_is_never_evidence() -> None:
    assert match(a_posting(asks("loom care")), [], Near("stranger", 0.99))[0].facts == ()


def test_terms_are_spelt_as_the_fact_spells_them_and_what_must_be_comes_first() -> None:
    posting = a_posting(asks("AWS", kind="nice"), asks("Kubernetes", "PostgreSQL"))
    assert terms_met(posting, a_fact("Ran postgres on k8s in AWS")) == ("k8s", "postgres", "AWS")


def test_terms_stand_in_the_fact_and_no_other_fact_adds_to_them() -> None:
    posting = a_posting(asks("HACCP", "Kubernetes", "food costing"))
    fact = a_fact("Food cost brought down from 34% to 28.5%")
    assert terms_met(posting, fact) == ("Food cost",)


def test_the_name_of_a_person_changes_nothing() -> None:
    posting = a_posting(asks("Ruby"), asks("Python"))
    facts = [
        [a_fact("Engineer", section="basics", kind="item", path="", data={"name": name}), a_fact("Built it in Python")]
        for name in ("Ruby Python", "Emma Braun")
    ]
    assert match(posting, facts[0]) == match(posting, facts[1])


@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("Altenpflege", "Pflegte drei Jahre lang alte Menschen", "de"),
        ("Lagerverwaltung", "Verwaltete das Lager eines Autohauses", "de"),
        ("Kundenberatung", "Beriet Kunden zu Lacken", "de"),
        ("Handel", "Verkäuferin im Lebensmitteleinzelhandel", "de"),
        ("menu design", "Designed a new winter menu each year", "en"),
        ("order picking", "Picked 180 orders per shift", "en"),
    ],
)
def test_a_term_is_shown_in_other_words_of_the_same_roots(term: str, text: str, language: str) -> None:
    assert held(asks(term), a_fact(text), language=language).status == "met"


@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("Kundenberatung", "Wurde als Kunde von der Bank beraten", "de"),
        ("Leitung", "Verlegte Wasserleitungen", "de"),
        ("risk management", "Managed a high-risk portfolio", "en"),
        ("waste management", "Wasted no time in management meetings", "en"),
    ],
)
def test_the_same_roots_in_another_order_of_things_show_nothing(term: str, text: str, language: str) -> None:
    assert held(asks(term), a_fact(text), language=language).status == "absent"


@pytest.mark.parametrize(
    ("term", "fact"),
    [
        ("Trockenbau", a_fact("Verkaufte Trockenbauplatten")),
        ("welding", a_fact("Supervised the canteen of a welding shop")),
        (
            "plumbing",
            a_role("Receptionist, Acme Plumbing", "2019").model_copy(update={"data": {"name": "Acme Plumbing"}}),
        ),
        ("payroll", a_fact("Designed dashboards for the payroll team")),
        ("CPA", a_fact("Sold CPA advertising to shops")),
    ],
)
def test_what_only_stands_beside_the_term_shows_a_part_at_most(term: str, fact: Fact) -> None:
    assert held(asks(term), fact, language="de" if term == "Trockenbau" else "en").status == "partly"


def test_who_looks_on_shows_nothing() -> None:
    assert held(asks("machine learning"), a_fact("Read a book on machine learning")).status == "absent"


@pytest.mark.parametrize(
    ("term", "text", "status"),
    [
        ("HGV CE", "Führerschein Klassen B, C und CE", "met"),
        ("HGV CE", "Führerschein Klasse C", "absent"),
        ("driving licence", "Permis C", "met"),
        ("driving licence", "Permis A", "absent"),
        ("HGV CE", "Commercial Driver's License, Class A", "met"),
    ],
)
def test_a_class_of_licence_shows_what_it_allows(term: str, text: str, status: str) -> None:
    fact = a_fact(text, section="certificates", kind="item", path="")
    assert held(asks(term), fact, language="de").status == status
