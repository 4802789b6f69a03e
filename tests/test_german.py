"""German facts: cut, told without the person by rules of German, and held to their own words."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumify.corpus import made_up
from resumify.editing.line import slots_of
from resumify.editing.rules import edit
from resumify.evaluate.craft import craft
from resumify.guard import check
from resumify.lexicon import PUNCTUATION, german, words
from resumify.prompts import line_chat, line_prompt
from resumify.slots import Constraint, compose, fill
from resumify.slots.cutting import cut_text
from resumify.slots.german.clauses import told
from resumify.slots.keeping import check_kept
from resumify.slots.pieces import pieces

SLOT = re.compile(r"\[[A-Z]+\d+\]")
LINES = [
    tuple(part.strip() for part in line.split(" | "))
    for line in (Path(__file__).parent / "german_lines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
"""Facts of many trades, and what a careful writer makes of each."""


def line_of(fact: str, *wanted: str) -> str:
    one = cut_text(fact, wanted=wanted)
    return compose(edit(one), one)


@pytest.mark.parametrize(("fact", "line"), LINES)
def test_the_rules_write_what_a_careful_writer_does(fact: str, line: str) -> None:
    assert line_of(fact) == (fact if line == "=" else line)


def test_the_guard_accepts_nearly_every_line_of_the_rules() -> None:
    refused = [fact for fact, _ in LINES if not check(line_of(fact), fact).ok]
    assert len(refused) <= 1, refused


@pytest.mark.parametrize("fact", [fact for fact, _ in LINES])
def test_a_model_sees_no_digit_and_no_word_outside_the_lexicon(fact: str) -> None:
    one = cut_text(fact)
    assert fill(one.text, one.slots) == fact
    shown = SLOT.sub(" ", one.text)
    assert not re.search(r"\d", shown)
    own = [piece.text.lower() for piece in pieces(shown) if piece.text not in PUNCTUATION]
    assert [word for word in own if word not in words()] == []


@pytest.mark.parametrize(
    ("base", "past", "participle"),
    [
        ("betreuen", "betreute", "betreut"),
        ("einführen", "führte", "eingeführt"),
        ("einfuehren", "fuehrte", "eingefuehrt"),
        ("vorbereiten", "bereitete", "vorbereitet"),
        ("beschaffen", "beschaffte", "beschafft"),
        ("übernehmen", "übernahm", "übernommen"),
        ("entscheiden", "entschied", "entschieden"),
        ("ausbessern", "besserte", "ausgebessert"),
        ("rechnen", "rechnete", "gerechnet"),
        ("lernen", "lernte", "gelernt"),
        ("organisieren", "organisierte", "organisiert"),
        ("sammeln", "sammelte", "gesammelt"),
        ("teilnehmen", "nahm", "teilgenommen"),
        ("vergrössern", "vergrösserte", "vergrössert"),
    ],
)
def test_verbs_have_the_forms_of_german(base: str, past: str, participle: str) -> None:
    verb = german.verb_forms()[base]
    assert (verb.root_past, verb.participle) == (past, participle)


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("Betreute 30 Patienten in der Corona-Impfstraße", "Betreute [NUM1] in der [X1]"),
        ("Umsatz von 1.200 auf 2,5 Mio. € gesteigert", "[X1] von [NUM1] auf [MONEY1] gesteigert"),
        ("Vom 01.03.2020 bis März 2021 gefahren", "Vom [DATE1] bis [DATE2] gefahren"),
        ("Pflege der Kontakte, z. B. zu Ämtern, u. a. per Post", "Pflege der [X1], [X2] zu [X3], [X4] per [X5]"),
        ("Ich habe die neuen Anlagen gewartet", "Ich habe [X1] gewartet"),
        ("Ich half bei der täglichen Pflege", "Ich half bei [X1]"),
        ("Die betreute Wohngruppe geleitet", "[X1] geleitet"),
        ("Rief Frau Maier unter 0151 23456789 an", "Rief [X1] unter [CONTACT1] an"),
    ],
)
def test_what_is_a_thing_is_hidden_and_an_article_stays_with_its_adjective(fact: str, shown: str) -> None:
    assert cut_text(fact).text == shown


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("Ich habe dort die neuen Anlagen gewartet", "Die neuen Anlagen gewartet"),
        ("Der Plan wurde von mir geschrieben", "Der Plan geschrieben"),
        ("Ich pflege die Anlagen von 4 Parks", "Pflege der Anlagen von 4 Parks"),
        ("Ich nahm die Anrufe entgegen. Zudem plante ich Touren", "Anrufe entgegengenommen. Touren geplant"),
        ("Meine Aufgaben umfassten das Mahnwesen und die Pflege der Konten", "Mahnwesen und Pflege der Konten"),
        ("War zuständig fürs Beladen von 20 LKW", "Beladen von 20 LKW"),
        ("Von mir wurden 12 Azubis betreut", "12 Azubis betreut"),
        ("Ich vertrat die Leiterin im Urlaub", "Die Leiterin im Urlaub vertreten"),
        (
            "Ich war für die Pflege der Seite, die Erstellung von Plänen und den Versand von Briefen zuständig",
            "Pflege der Seite, Erstellung von Plänen und Versand von Briefen",
        ),
        ("Ich plante und leitete Kurse", "Kurse geplant und geleitet"),
        ("Ich fuehrte Kontrollen ein", "Kontrollen eingefuehrt"),
        ("Seit 2019 leitete ich das Team", "Seit 2019 das Team geleitet"),
    ],
)
def test_the_person_goes_and_every_case_stays(fact: str, line: str) -> None:
    assert line_of(fact) == line


@pytest.mark.parametrize(
    "fact",
    [
        "Ich arbeitete mich in SAP ein",
        "Die Quote sank um 9 %, nachdem ich den Plan geändert hatte",
        "Ich betreute Kinder, die krank waren, und schrieb Berichte",
        "Ich prüfte Bescheide, schrieb Briefe",
        "Der Fuhrpark wurde um 4 Busse erweitert",
        "Meine Aufgabe ist es, Gesuche zu prüfen",
        "Ich wurde zum Leiter bestellt",
        "Ich habe Erfahrung mit Kindern",
        "Ich war in Bonn und habe dort Kinder betreut",
    ],
)
def test_what_is_no_plain_clause_of_the_persons_stays(fact: str) -> None:
    assert line_of(fact) == fact


_SAID = (*sorted(german.function_words()), *sorted(german.around_nouns()), *"ich habe war von mir zu die".split() * 9)
_MARKS_AND_SLOTS = (",", ";", ".", ":", "(", ")", "-", "[X1]", "[NUM2]", "[TOOL3]") * 9
_WORKING = (*sorted(german.verb_forms())[::7], *sorted(german.nominals())[::5])


@given(st.lists(st.sampled_from((*_SAID, *_MARKS_AND_SLOTS, *_WORKING)), max_size=9))
def test_whatever_is_told_loses_no_slot_and_breaks_nothing(said: list[str]) -> None:
    assert sorted(slots_of(" ".join(told(said)))) == sorted(slots_of(" ".join(said)))


def test_a_wanted_tool_comes_to_the_head_of_its_list() -> None:
    assert line_of("Ich habe Tests in Python, Java und SQL geschrieben", "SQL").startswith("Tests in SQL, Python und")


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("[x1] für [num1] betreut", "Ich betreute [NUM1] für [X1]"),
        ("[x1] gestiegen um [pct1]", "[X1] stieg um [PCT1]"),
        ("[x1] eingeführt", "Ich half bei der Einführung von [X1]"),
        ("[x1] der [x2] betreut", "Ich habe [X1] bei der [X2] betreut"),
        ("[x1] erstellt", "[X1] wurde erstellt"),
        ("[x1] erstellt", "[X1] nicht erstellt"),
        ("die [tool2] mit [tool1] gebaut", "Die [TOOL1] mit [TOOL2] gebaut"),
        ("betreuung [num1]", "Ich war zuständig für die Betreuung von [NUM1]"),
    ],
)
def test_a_line_that_is_not_the_fact_told_plainly_is_noticed(line: str, fact: str) -> None:
    assert check_kept(line, fact, "de")


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("[num1] für [x1] betreut", "Ich betreute [NUM1] für [X1]"),
        ("ich betreute [num1]", "Ich betreute [NUM1]"),
        ("[x1] erfolgreich eingeführt", "Ich habe [X1] erfolgreich eingeführt"),
        ("[x1] mit [tool2] und [tool1] gebaut", "[X1] mit [TOOL1] und [TOOL2] gebaut"),
    ],
)
def test_the_fact_and_what_is_plainly_told_of_it_are_let_through(line: str, fact: str) -> None:
    assert check_kept(line, fact, "de") == ""


def test_nouns_have_their_capitals_again() -> None:
    one = cut_text("Ich war zuständig für die Wartung und Pflege von Anlagen. Zudem half ich beim Aufbau der Halle")
    line = "wartung und pflege von [X1]. beim aufbau der [X2] geholfen"
    assert compose(line, one) == "Wartung und Pflege von Anlagen. Beim Aufbau der Halle geholfen"


def test_whoever_is_held_to_a_fact_can_write_nothing_but_it_or_its_plain_telling() -> None:
    constraint = Constraint("Ich führte [X1] in [X2] ein", "de")
    assert constraint.words == {"ich", "führte", "[x1]", "in", "[x2]", "ein", "eingeführt", ","}
    assert constraint.allows(["[x1]", "in", "[x2]"], "eingeführt")
    assert not constraint.allows(["[x1]", "in"], "eingeführt")
    assert not constraint.allows(["[x2]"], "in")
    assert constraint.is_whole("[x1] in [x2] eingeführt".split())
    assert not constraint.is_whole("[x1] in [x2] ein".split())


def test_made_up_facts_are_changed_in_many_ways_and_kept() -> None:
    german_ones = [one.cut for one in islice(made_up(21), 500) if one.cut.language == "de"]
    assert len(german_ones) > 150
    lines = [edit(one) for one in german_ones]
    assert [line for line, one in zip(lines, german_ones, strict=True) if check_kept(line, one.text, "de")] == []
    assert sum(line != one.text for line, one in zip(lines, german_ones, strict=True)) > len(lines) / 2


@pytest.mark.parametrize(("fact", "line"), [pair for pair in LINES if pair[1] != "="])
def test_craft_likes_no_german_line_of_the_rules_less_than_its_fact(fact: str, line: str) -> None:
    assert craft(line, (), "de") >= craft(fact, (), "de")


def test_a_chat_model_is_told_in_the_terms_of_german() -> None:
    turns = line_chat(line_prompt(cut_text("Ich betreute 30 Patienten")))
    assert "participle" in turns[0]["content"]
    assert "Betreuung von [NUM1]" in turns[2]["content"]
