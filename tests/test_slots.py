"""Slots: what is cut out of a fact comes back whole, and nothing else is let through to a model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumify.corpus import HELD_OUT, made_up
from resumify.editing.rules import edit
from resumify.lexicon import PUNCTUATION, words
from resumify.models import Fact
from resumify.prompts import line_prompt
from resumify.slots import Constraint, Cut, compose, cut, fill
from resumify.slots.keeping import check_kept
from resumify.slots.pieces import pieces

PEOPLE = Path(__file__).parents[1] / "demo" / "people"
SLOT = re.compile(r"\[[A-Z]+\d+\]")


def a_fact(text: str, context: str = "Staff Nurse, St Mary's, 2019 - 2022") -> Fact:
    return Fact(
        id="f", owner="ada", document="d", section="work", kind="highlight", path="/highlights/0", text=text,
        quote=text, context=context, source="profile.json", read_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def highlights() -> Iterator[tuple[str, str]]:
    for path in sorted(PEOPLE.glob("*.json")):
        person = json.loads(path.read_text(encoding="utf-8"))
        for role in person["work"]:
            yield from ((text, f"{role['position']}, {role['name']}") for text in role.get("highlights", []))


def visible_words(one: Cut) -> list[str]:
    return [piece.text for piece in pieces(SLOT.sub(" ", one.text)) if piece.text not in PUNCTUATION]


@pytest.mark.parametrize(("text", "context"), list(highlights()))
def test_what_was_cut_fills_to_the_same_text(text: str, context: str) -> None:
    one = cut(a_fact(text, context))
    assert fill(one.text, one.slots) == text


@given(st.text(max_size=200))
def test_any_text_without_slot_names_fills_to_itself(text: str) -> None:
    one = cut(a_fact(text))
    if not SLOT.search(text) and "[" not in text and "]" not in text:
        assert fill(one.text, one.slots) == text


@pytest.mark.parametrize(("text", "context"), list(highlights()))
def test_a_model_sees_no_digit_and_no_word_outside_the_lexicon(text: str, context: str) -> None:
    one = cut(a_fact(text, context))
    assert not re.search(r"\d", SLOT.sub("", one.text))
    if one.eligible:
        assert [word for word in visible_words(one) if word.lower() not in words()] == []


@pytest.mark.parametrize(
    "text",
    [
        "Called Jane O'Neil at +44 20 7946 0958 and wrote to jane.oneil@mail.example about 3 invoices",
        "Met Will May and Mark Lead of Summit Build in March 2021 and sold them 40 seats for $1.2M",
        "Ran https://internal.example/board with Kim Read",
    ],
)
def test_names_and_contact_details_never_reach_a_prompt(text: str) -> None:
    shown = line_prompt(cut(a_fact(text))).text
    for secret in (
        "Jane",
        "Neil",
        "7946",
        "oneil",
        "Will",
        "May",
        "Mark",
        "Lead",
        "Summit",
        "internal",
        "Kim",
        "Read",
        "$",
    ):
        assert not re.search(rf"\b{re.escape(secret)}\b", shown), secret


def test_a_number_keeps_its_noun_and_types_are_told_apart() -> None:
    one = cut(a_fact("Cut costs by 35% to $1.2M in 2021 for 12 wards"))
    assert [(slot.type, slot.value) for slot in one.slots if slot.type != "X"] == [
        ("PCT", "35%"), ("MONEY", "$1.2M"), ("YEAR", "2021"), ("NUM", "12 wards"),
    ]  # fmt: skip


def test_a_verb_stays_and_the_same_word_as_a_noun_goes() -> None:
    assert cut(a_fact("Led the design of a ward")).text == "Led the [X1] of a [X2]"
    assert cut(a_fact("Designed the lead ward")).text == "Designed the [X1]"


def test_what_the_posting_wants_is_named_by_its_slot() -> None:
    one = cut(a_fact("Built dashboards in Python and Power BI"), ("power bi",))
    assert [slot.value for slot in one.slots if slot.name in one.wanted] == ["Power BI"]


@pytest.mark.parametrize(
    "text", ["Encadrement d'une équipe de 7 personnes", "A ward", "Led [X1] and more", "Led it\nand more"]
)
def test_what_the_writer_cannot_treat_is_not_eligible(text: str) -> None:
    assert not cut(a_fact(text)).eligible


@pytest.mark.parametrize(
    ("line", "reason"),
    [("led [X9]", "no slot"), ("led [X1] and [X1]", "twice"), ("led [X1] and [oops]", "bracket"), ("led it", "loses")],
)
def test_a_line_whose_slots_do_not_fit_is_refused(line: str, reason: str) -> None:
    one = cut(a_fact("I led wards"))
    assert [slot.name for slot in one.slots] == ["[X1]"]
    with pytest.raises(ValueError, match=reason):
        compose(line, one)


def test_a_composed_line_has_its_capitals_where_they_belong() -> None:
    one = cut(a_fact("On-call rota of 5 engineers was organised by me"))
    assert (
        compose(f"organised {one.slots[0].name} of {one.slots[1].name}", one) == "Organised on-call rota of 5 engineers"
    )


def test_a_word_with_a_spelling_of_its_own_keeps_it() -> None:
    one = cut(a_fact("p99 latency went down"))
    assert compose(one.text, one).startswith("p99")


def test_made_up_facts_are_the_same_from_the_same_seed_and_held_out_ones_apart() -> None:
    first = [one.cut.text for one in islice(made_up(5), 50)]
    assert first == [one.cut.text for one in islice(made_up(5), 50)]
    assert {one.wording for one in islice(made_up(5), 300)}.isdisjoint(HELD_OUT)
    assert {one.wording for one in islice(made_up(5, held_out=True), 300)} == set(HELD_OUT)


def test_made_up_facts_hold_only_what_the_writer_knows() -> None:
    for one in islice(made_up(9), 500):
        assert [word for word in visible_words(one.cut) if word.lower() not in words()] == []


@pytest.mark.parametrize(
    ("line", "fact", "reason"),
    [
        ("involved in moved the [X1]", "Was involved in moving the [X1]", "wrong form"),
        ("calibrated [NUM1]", "Calibration and maintenance of [NUM1]", "maintain"),
        ("kept a [NUM1] of [NUM2]", "Kept a [NUM1] out of [NUM2]", "out"),
        ("worked with [X1]", "Worked closely with [X1]", "closely"),
        ("grew [X1], without [X2]", "Grew [X1] for [X2]", "without"),
        ("led and sold [X1]", "Led [X1]", "sell"),
        ("quoting, ordering [X1] and invoiced [X2]", "Quoting, ordering [X1] and invoicing [X2]", "wrong form"),
        ("wrote and scheduling of [X1]", "Writing and scheduling of [X1]", "fit together"),
        ("drew of [X1]", "Drawing of [X1]", "fit together"),
        ("ran [X1] in in [X2] [X3]", "I was running [X1] in [X2] in [X3]", "fit together"),
        ("[X1] kept by; [X2] in order", "[X1] kept by me; [X2] in order", "fit together"),
        ("rewrote [X1], after which [X2] of went up", "[X2] of [X1] went up after I rewrote it", "fit together"),
        ("learned [X1] so could stop [X2]", "Learned [X1] so I could stop [X2]", "who did it"),
        ("prepare and checked [X1]", "Preparation and checking of [X1]", "wrong form"),
        ("prepared and check [X1]", "Preparation and checking of [X1]", "wrong form"),
        ("moved [NUM1] on to [X1]", "[NUM1] moved on to [X1]", "who did it"),
        ("cut [X1] by [PCT1]", "[X1] was cut by [PCT1]", "who did it"),
        ("kept [X1] by", "[X1] kept by me", "ends in"),
        ("led [X2] for [X1]", "Led [X1] for [X2]", "another thing"),
        ("built [X1], replaced [X2]", "Built [X1], replacing [X2]", "wrong form"),
        ("brought [X1] which built in [X2]", "Brought [X1] which I built in [X2]", "who did it"),
        ("ran [X1] with a [X2] wrote in [X3]", "Ran [X1] with a [X2] I wrote in [X3]", "who did it"),
        ("designed [X1] ([X2]) and [X3]", "Designed [X1] ([X2] and [X3])", "bracket"),
        ("led [X1] with [X2] in [X3]", "Led [X1] in [X2] with [X3]", "another thing"),
    ],
)
def test_a_line_that_loses_adds_or_breaks_a_word_is_noticed(line: str, fact: str, reason: str) -> None:
    assert reason in check_kept(line, fact)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("managed [X1]", "I was responsible for managing [X1]"),
        ("organised the [X1], including [NUM1]", "The [X1] was organised by me, including [NUM1]"),
        ("rewrote [X2], after which [X1] fell by [PCT1]", "[X1] fell by [PCT1] after I rewrote [X2]"),
        ("introduced [X1], reducing [X2]", "Introduced [X1] which reduced [X2]"),
        ("assisted in assembling [X1]", "Assisted with the assembly of [X1]"),
        ("managed and coordinated [X1]", "Management and coordination of [X1]"),
        ("prepare and check [X1]", "Preparation and checking of [X1]"),
        ("built [X1] with [TOOL1] for [X2]", "Built [X1] for [X2] with [TOOL1]"),
        ("wrote [X1] in [TOOL3], [TOOL1] and [X2]", "Wrote [X1] in [TOOL1], [X2] and [TOOL3]"),
    ],
)
def test_what_a_careful_writer_changes_is_let_through(line: str, fact: str) -> None:
    assert check_kept(line, fact) == ""


def test_the_rules_never_lose_a_word_of_a_made_up_fact() -> None:
    for one in islice(made_up(10), 400):
        assert check_kept(edit(one.cut), one.cut.text, one.cut.language) == "", one.cut.text


def test_whoever_is_held_to_a_fact_may_write_what_the_rules_write_word_by_word() -> None:
    told = 0
    for one in islice(made_up(12, drills=0.3), 400):
        line = edit(one.cut)
        if check_kept(line, one.cut.text, one.cut.language):
            continue
        constraint, written = Constraint(one.cut.text, one.cut.language), pieces_of(line)
        for place, word in enumerate(written):
            assert word in constraint.words
            assert constraint.allows(written[:place], word), (one.cut.text, line, word)
        assert constraint.is_whole(written)
        told += 1
    assert told > 300


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ([], "improved"),
        (["led", "[x1]"], "[x1]"),
        (["led", "[x1]"], "[x2]"),
        (["led"], "led"),
        (["led", "[x1]", "without"], "[pct1]"),
        (["led", "[x1]", ";"], ";"),
    ],
)
def test_nothing_may_follow_that_the_fact_does_not_say(written: list[str], word: str) -> None:
    assert not Constraint("Led [X1]; costs fell by [PCT1]").allows(written, word)


def test_a_line_is_not_whole_while_a_word_or_slot_is_missing() -> None:
    constraint = Constraint("I was leading [X1] closely with [X2]")
    assert not constraint.is_whole("led [x1] closely with".split())
    assert not constraint.is_whole("led [x1] with [x2]".split())
    assert constraint.is_whole("led [x1] closely with [x2]".split())


def pieces_of(line: str) -> list[str]:
    return re.findall(r"\[[a-z]+\d+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]", line.lower())
