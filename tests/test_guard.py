"""The guard lets through what the fact says, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.truth import SETS, cases, measure
from resumify.guard import check
from resumify.words import numbers

CALM = settings(deadline=None, max_examples=60)
PEOPLE = Path(__file__).parent.parent / "demo" / "people"
FACT = "Led a team of 12 nurses on a 28-bed ward and cut medication errors by 35% within one year"
HEADER = "Ward Manager, Northgate Hospital, 2018-04 - 2022-09"


def _highlights() -> Iterator[str]:
    for path in sorted(PEOPLE.glob("*.json")):
        for role in json.loads(path.read_text("utf-8"))["work"]:
            yield from role.get("highlights", ())


HIGHLIGHTS = tuple(_highlights())


MEASURED = {name: measure(name) for name in SETS}


@pytest.mark.parametrize("name", SETS)
def test_planted_faults_are_refused(name: str) -> None:
    assert MEASURED[name]["faults"] > 90
    assert MEASURED[name]["recall"] >= 0.97


FREELY_WORDED = {"colleagues": 0.28, "careers": 0.46, "strangers": 0.87, "final": 0.48}
"""Sets of authors who say a fact anew, and how much of that is refused: no target, but it shall not grow unnoticed."""


def test_faithful_rewrites_that_keep_to_their_fact_s_words_are_let_through() -> None:
    close = {name: found for name, found in MEASURED.items() if name not in FREELY_WORDED}
    faithful = sum(found["faithful"] for found in close.values())
    assert sum(found["faithful"] * found["false_rejects"] for found in close.values()) / faithful <= 0.05
    for name, found in close.items():
        assert found["false_rejects"] <= 0.06 or found["faithful"] < 50, name  # one line of a small set weighs much


@pytest.mark.parametrize(("name", "most"), FREELY_WORDED.items())
def test_no_more_of_the_freely_worded_lines_is_refused(name: str, most: float) -> None:
    assert MEASURED[name]["false_rejects"] <= most


def test_every_planted_fault_has_a_class_of_the_guard() -> None:
    claims = {case.claim for name in SETS for case in cases(name)} - {""}
    assert {"number", "date", "employer", "title", "degree", "certificate", "tool"} <= claims
    assert {"seniority", "negation", "scope", "causal", "wording"} <= claims


@CALM
@given(st.text(max_size=120), st.text(max_size=40))
def test_the_fact_itself_always_passes(fact: str, header: str) -> None:
    assume(fact.strip())
    assert check(fact, fact, header).ok


@CALM
@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=40))
def test_no_text_breaks_the_guard(line: str, fact: str, header: str) -> None:
    verdict = check(line, fact, header, (header,))
    assert verdict.ok == (not verdict.claim) == (not verdict.reason)


def test_a_line_that_says_nothing_is_refused() -> None:
    assert not check("", FACT).ok
    assert not check("•", FACT).ok


@pytest.mark.parametrize("fact", HIGHLIGHTS)
def test_a_person_s_own_line_passes_in_other_dress(fact: str) -> None:
    assert check(f"{fact}.", fact).ok
    assert check(f"{fact[0].lower()}{fact[1:]}", fact).ok


@pytest.mark.parametrize("fact", [fact for fact in HIGHLIGHTS if numbers(fact)])
def test_no_number_of_a_line_can_change(fact: str) -> None:
    for number in numbers(fact):
        other = "".join(str((int(c) + 3) % 10) if c.isdigit() else c for c in number.text)
        changed = fact[: number.start] + (other if other != number.text else "eleven hundred") + fact[number.end :]
        assert not check(changed, fact).ok, changed


@pytest.mark.parametrize(
    "added",
    ["with Terraform", "at Siemens", "as a certified expert", "worldwide", "mit Erfolg", "avec succès", "con éxito",
     "для всех", "团队领导", "と共に", "⭐", "and a PhD", "in 2031", "for $2M"],
)  # fmt: skip
@pytest.mark.parametrize("fact", HIGHLIGHTS[::20])
def test_nothing_can_be_added_in_any_language(fact: str, added: str) -> None:
    assert not check(f"{fact} {added}", fact).ok


@pytest.mark.parametrize(
    "line",
    [
        "Led a team of 12 nurses, P\u200bh\u200bD",
        "Led a team of 12 nur\u0455es",
        "Led a team of \uff15\uff10 nurses",
        "Led a team of ٥٠ nurses",
        "Led a team of 12 nurses \u202egniticxe",
        "Led a team of 12 nurses\U000e0041\U000e0042",
        "Ｌｅｄ a team of 12 ｄｏｃｔｏｒｓ",
        "Led a team of 1\u034f5 nurses",
    ],
)
def test_look_alikes_and_invisible_signs_do_not_slip_through(line: str) -> None:
    assert not check(line, FACT).ok


@pytest.mark.parametrize(
    "line",
    [
        "Led 12 nurses on a 28-bed ward",
        "Cut medication errors by 35% within a year",
        "Reduced medication errors by 35%, leading a team of twelve nurses",
        "As Ward Manager at Northgate Hospital, led a team of 12 nurses",
        "Led a team of 12 nurses at Northgate Hospital",
    ],
)
def test_a_rewrite_may_cut_reorder_inflect_and_name_its_header(line: str) -> None:
    assert check(line, FACT, HEADER).ok


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ("number", "Led a team of 28 nurses"),
        ("number", "Led 12 nurses on a 35-bed ward"),
        ("number", "Cut medication errors by over 35%"),
        ("number", "Cut medication errors to 35%"),
        ("number", "Cut 35 medication errors"),
        ("date", "Led a team of 12 nurses in 2015"),
        ("employer", "Led a team of 12 nurses at Kingsmead"),
        ("title", "Director, led a team of 12 nurses"),
        ("degree", "MSc, led a team of 12 nurses"),
        ("certificate", "Certified leader of 12 nurses"),
        ("tool", "Led a team of 12 nurses with Epic"),
        ("seniority", "Owned a team of 12 nurses"),
        ("negation", "Led a team of 12 nurses without errors"),
        ("scope", "Led all nurses on a 28-bed ward"),
        ("causal", "Led a team of 12 nurses and therefore cut medication errors"),
        ("wording", "Led a happy team of 12 nurses"),
    ],
)
def test_a_fault_is_named_by_its_class(claim: str, line: str) -> None:
    assert check(line, FACT, HEADER, ("Epic",)).claim == claim


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("Helped to introduce code review", "Introduced code review"),
        ("Part of a team that built the portal", "Built the portal"),
        ("Was involved in moving servers to AWS", "Moved servers to AWS"),
        ("Helped to introduce code review", "Contributed to introducing code review"),
        ("Shadowed the buyer for a week", "Buyer for a week"),
        ("Reported to the head of sales", "Head of sales"),
        ("Deputy manager of the night shift", "Manager of the night shift"),
        ("The portal was built by an agency, I wrote its texts", "Built the portal"),
        ("An der Einführung von SAP mitgewirkt", "SAP eingeführt"),
        ("Participation à la rédaction du rapport", "Rédaction du rapport"),
        ("Led a workshop for 12 nurses", "Led 12 nurses"),
        ("Presented budgets to senior management", "Managed budgets"),
    ],
)
def test_nobody_s_part_grows(fact: str, line: str) -> None:
    assert not check(line, fact).ok


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("No complaints in 4 years", "Complaints in 4 years"),
        ("Planned to open a second shop", "Opened a second shop"),
        ("Worked without supervision", "Worked with supervision"),
        ("Failed to deliver the pilot", "Delivered the pilot"),
        ("Keine Beanstandung bei der Prüfung", "Beanstandung bei der Prüfung"),
        ("Aucun accident en 6 ans", "Accident en 6 ans"),
        ("Answered calls", "Never answered calls"),
    ],
)
def test_nothing_is_turned_round(fact: str, line: str) -> None:
    assert not check(line, fact).ok


def test_one_word_of_an_employer_s_name_supports_no_claim() -> None:
    header = "Backend Engineer, Brevio Payments, 2019-02"
    assert not check("Built the payments API", "Built the API", header).ok
    assert check("Built the API at Brevio Payments", "Built the API", header).ok


def test_the_posting_s_words_support_nothing() -> None:
    assert check("Wrote services in Go", "Wrote services in Python", terms=("Go",)).claim == "tool"


def test_what_belongs_to_another_number_stays_with_it() -> None:
    fact = "Revenue in my accounts grew by 18% in 2022 and 12% in 2023"
    assert check("Grew revenue in my accounts by 12% in 2023", fact).ok
    assert not check("Grew revenue in my accounts by 12% in 2022", fact).ok


NOUNS = ("nurses", "parcels", "machines", "clients")
ENGLISH_NUMBERS = {2: "two", 7: "seven", 12: "twelve", 18: "eighteen", 40: "forty"}


@CALM
@given(st.integers(2, 5000), st.integers(2, 5000), st.sampled_from(NOUNS))
def test_only_the_fact_s_own_number_passes(own: int, other: int, noun: str) -> None:
    fact = f"Served {own} {noun} in a regional depot"
    assert check(f"Served {other} {noun}", fact).ok == (own == other)


@pytest.mark.parametrize(("digits", "word"), ENGLISH_NUMBERS.items())
def test_a_number_may_be_written_as_a_word(digits: int, word: str) -> None:
    assert check(f"Trained {word} clerks", f"Trained {digits} clerks and a cook").ok
    assert not check(f"Trained {word} clerks", f"Trained {digits + 1} clerks and a cook").ok


@CALM
@given(st.integers(3, 90), st.sampled_from(["%", " hours", "k", " million"]))
def test_a_unit_is_part_of_the_number(value: int, unit: str) -> None:
    assert not check(f"Moved {value}{unit}", f"Moved {value} pallets").ok


@CALM
@given(st.integers(1990, 2025), st.integers(1990, 2025))
def test_a_year_is_the_fact_s_or_none(own: int, other: int) -> None:
    assert check(f"Opened a shop in {other}", f"Opened a shop in {own}").ok == (own == other)


@CALM
@given(st.sampled_from(["Helped to build", "Assisted in building", "Contributed to building"]), st.sampled_from(NOUNS))
def test_no_lesser_part_becomes_the_whole(part: str, noun: str) -> None:
    fact = f"{part} a register of {noun}"
    assert check(fact.replace("a register", "the register"), fact).ok
    assert not check(f"Built a register of {noun}", fact).ok
    assert not check(f"Led a register of {noun}", fact).ok


@CALM
@given(st.sampled_from(["all", "every", "global", "national", "the whole"]), st.sampled_from(NOUNS))
def test_nothing_reaches_further_than_the_fact(wide: str, noun: str) -> None:
    assert check(f"Counted {wide} {noun}", f"Counted {noun} in one depot").claim == "scope"


@CALM
@given(st.sampled_from(["Spanish", "Dutch", "Polish"]), st.sampled_from(["fluent", "native", "bilingual"]))
def test_a_grade_stays_with_its_language(language: str, grade: str) -> None:
    fact = f"{language} {grade}, German basic"
    assert check(f"{grade.capitalize()} {language}", fact).ok
    assert not check(f"{grade.capitalize()} German", fact).ok


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("Translated deeds from Dutch into Thai", "Translated deeds from Thai into Dutch"),
        ("Ran the night desk of a 90-bed hostel", "Ran a 90-bed hostel"),
        ("Watched the mayor's dog", "Watched the mayor"),
        ("Wrote 4 essays, one of them in The Lancet", "Wrote 4 essays in The Lancet"),
        ("Checked all new pumps of the depot", "Checked new pumps of all depots"),
        ("Errors fell by a third", "Errors fell to a third"),
        ("Tuned the shop with Magento 2", "Tuned 2 shops"),
        ("Leitete kommissarisch das Lager", "Leitete das Lager"),
        ("Rolled out a form. Delays fell", "Rolled out a form, which made delays fall"),
    ],
)
def test_what_belongs_to_one_thing_is_not_said_of_another(fact: str, line: str) -> None:
    assert check(fact, fact).ok
    assert not check(line, fact).ok
