"""Whatever a line or a fact is made of, it is judged, within the same bounds, and nothing untrue slips through."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumify.guard import check
from resumify.words import detect_language, numbers, tokens

CALM = settings(deadline=None, max_examples=60)
FACT = "Led a team of 12 nurses on a 28-bed ward and cut medication errors by 35% within one year"
PATTERNS = (
    "a", "a ", "1", "1 ", "1 000 ", "+", "a.", "a'", "http://", "x@", "a-b/c&d ", "not never ", "from 9 to 4 ",
    ", which cut ", "(", "5% ", "2019 ", "between 1 and ", "helped to build ", "under the supervision of ", "$1", "3½",
    "1:1 ", "nine in ten ", "担当し", "\u200b", "\u202e", "٣", "９",
)  # fmt: skip
CLAUSES = ("sorted the post", "counted 12 crates", "fed two horses", "mended the gate", "wrote the rota")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_line_or_fact_of_any_length_is_judged(pattern: str) -> None:
    long = pattern * (100_000 // len(pattern))
    assert not check(long, FACT).ok
    assert not check("Led 12 nurses and a doctor", long).ok
    assert check(long, long).ok == bool(long.strip())
    verdict = check(long[:1_900], f"{FACT} {long[:7_000]}x")
    assert verdict.ok == (not verdict.claim)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_words_and_numbers_of_any_length_are_read(pattern: str) -> None:
    long = pattern * (50_000 // len(pattern))
    assert detect_language(long)
    assert all(long[number.start : number.end] == number.text for number in numbers(long))
    assert all(long[token.start : token.end] == token.text for token in tokens(long))


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "\u200b",
        "\u202e\u202c",
        "...",
        "a the of",
        "I and the",
        "NaN",
        "Infinity",
        "1e999",
        "-0",
        "∞",
        "½",
        "²",
    ],
)
def test_what_is_no_line_supports_nothing(line: str) -> None:
    assert not check(line, FACT).ok


@pytest.mark.parametrize(
    "number", ["12\u200b0", "1２0", "١٢٠", "１２０", "12O", "l2", "1 2 0", "12e9", "0x12", "12.0001"]
)
def test_digits_in_disguise_are_read_as_what_they_say(number: str) -> None:
    assert not check(f"Led a team of {number} nurses", FACT).ok


def test_long_digits_are_compared_as_written() -> None:
    assert not check("Case 12345678901234567891", "Case 12345678901234567890, closed").ok
    assert not check(f"Case {'9' * 401}", f"Case {'9' * 400}, closed").ok


@CALM
@given(st.permutations(CLAUSES), st.integers(1, 4))
def test_a_whole_clause_may_be_left_out(clauses: list[str], kept: int) -> None:
    fact = ", ".join(clauses).capitalize()
    assert check(", ".join(clauses[:kept]).capitalize(), fact).reason == ""


@CALM
@given(
    st.sampled_from(CLAUSES), st.sampled_from(["without help", "under supervision", "for the vet only", "not alone"])
)
def test_a_negation_or_limit_is_not_turned_round(clause: str, limit: str) -> None:
    fact = f"{clause.capitalize()} {limit}"
    assert check(fact, fact).ok
    for wrong in ("alone", "for everybody", "without supervision", "with nobody"):
        assert not check(f"{clause.capitalize()} {wrong}", fact).ok


@CALM
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["Siemens", "a PhD", "Terraform", "77%", "in 2031"]))
def test_nothing_invented_passes_in_any_dress(before: str, after: str, invented: str) -> None:
    assert not check(f"{before} {invented} {after}", FACT).ok


@pytest.mark.parametrize("row", ['{"source": 12, "line": "12"}', "[" * 100_000, '{"line": "a"}', "NaN", '"a"', "\x00"])
def test_a_row_that_is_no_pair_of_texts_is_named_and_not_judged(row: str) -> None:
    asked = [sys.executable, "-m", "cli.main", "check", "--line"]
    found = subprocess.run(asked, input=row, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (2, "")
    assert "Line 1 of standard input" in found.stderr
    assert "Traceback" not in found.stderr
