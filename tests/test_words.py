"""Words and numbers of running text, in the languages and locales in which people write of their work."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumify.words import FUNCTION_WORDS, detect_language, numbers, stem, tokens

CALM = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize(
    "name",
    ["C++", "C#", ".NET", "Node.js", "CI/CD", "35%", "$1.2M", "ada@lindqvist.example", "on-call", "O'Neil", "p99"],
)
def test_a_name_with_signs_is_one_token(name: str) -> None:
    assert name in [token.text for token in tokens(f"Worked with {name} and others.")]


@CALM
@given(st.text(max_size=80))
def test_a_token_is_the_text_at_its_place(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "managed manages managing"),
        ("de", "Maschine Maschinen"),
        ("fr", "formation formations"),
        ("xx", "Mix mix"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_a_name_with_signs_is_its_own_stem() -> None:
    assert [stem(name, "en") for name in ("C++", "ISO-9001", "35%")] == ["c++", "iso-9001", "35%"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We are looking for an engineer who is able to work with the team"),
        ("de", "Wir suchen eine Kollegin, die mit uns an der Entwicklung der Systeme arbeitet"),
        ("fr", "Nous recherchons une personne pour la gestion de nos projets et des équipes"),
        ("es", "Buscamos una persona para la gestión de los proyectos con el equipo"),
        ("it", "Cerchiamo una persona per la gestione dei progetti con il nostro gruppo della sede di Milano"),
        ("nl", "Wij zoeken een collega die met het team aan de projecten werkt en niet bang is"),
        ("pt", "Procuramos uma pessoa para a gestão dos projetos com a equipa e não só"),
        ("en", "zzz 123"),
    ],
)
def test_a_language_is_told_by_its_small_words(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_every_language_that_can_be_told_has_small_words() -> None:
    assert {"en", "de", "fr", "es", "it", "nl", "pt"} <= FUNCTION_WORDS.keys()
    assert all(len(words) > 50 for words in FUNCTION_WORDS.values())


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("35%", 35, "%"),
        ("12,5 %", 12.5, "%"),
        ("15 percent", 15, "%"),
        ("7 Prozent", 7, "%"),
        ("$1.2M", 1.2e6, "usd"),
        ("€240,000", 240_000, "eur"),
        ("240.000 €", 240_000, "eur"),
        ("1 200 EUR", 1200, "eur"),
        ("2,3 millions d'euros", 2.3e6, "eur"),
        ("1,5 Mio. €", 1.5e6, "eur"),
        ("CHF 18'000", 18_000, "chf"),
        ("90k", 90_000, ""),
        ("2bn", 2e9, ""),
        ("30 m", 30, ""),
        ("3x", 3, "x"),
        ("doubled", 2, "x"),
        ("halbiert", 0.5, "x"),
        ("triplé", 3, "x"),
        ("twelve", 12, ""),
        ("twenty-five", 25, ""),
        ("two hundred and fifty", 250, ""),
        ("three million", 3e6, ""),
        ("acht", 8, ""),
        ("douze", 12, ""),
        ("2021", 2021, "year"),
        ("5+", 5, ""),
        ("3 1/2", 3.5, ""),
        ("two and a half", 2.5, ""),
        ("anderthalb", 1.5, ""),
        ("trois ans et demi", 3.5, ""),
        ("eleven times", 11, "x"),
        ("thirty-one", 31, ""),
        ("einundzwanzig", 21, ""),
        ("soixante-douze", 72, ""),
        ("veinticinco", 25, ""),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    (number,) = numbers(f"about {text} of it")
    assert number.value == pytest.approx(value)
    assert number.unit == unit


def test_a_range_has_both_its_ends() -> None:
    (years,) = numbers("from 2019-2021")
    assert (years.value, years.upper, years.unit) == (2019, 2021, "year")


def test_a_ratio_is_one_quantity() -> None:
    (degree,) = numbers("BEng, 2:1, in Leeds")
    assert (degree.value, degree.upper, degree.unit) == (2, 1, ":")


@pytest.mark.parametrize("text", ["S3", "H2O", "p99", "EC2", "B2B"])
def test_digits_inside_a_name_are_no_quantity(text: str) -> None:
    assert numbers(f"Worked on {text} daily") == []


@CALM
@given(st.integers(10_000, 999_999_999), st.sampled_from([",", ".", " ", "'", "\u202f", "\u00a0", ""]))
def test_separators_of_any_locale_leave_the_value(value: int, separator: str) -> None:
    (number,) = numbers(f"{value:,}".replace(",", separator))
    assert number.value == value


@CALM
@given(st.text(max_size=80))
def test_a_number_is_the_text_at_its_place(text: str) -> None:
    found = numbers(text)
    assert all(text[number.start : number.end] == number.text for number in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
