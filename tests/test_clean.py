"""Cleaning loses noise and nothing else; dates are never made more certain than they were written."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumify.clean import clean_date, clean_lines, clean_text, date_range, first_date, is_open_end

TERMS = ["C++", "C#", ".NET", "CI/CD", "35%", "$1.2M", "a.b+c@mail.example.org", "+49 (0)170 123-45-67", "R&D", "-5%"]
MESS = st.text(alphabet=st.sampled_from("aB1 •-–*\t\n\u200b\ufeff\xa0&;<>/bramp#.+%$e\u0301Ã©â€\u200d\r"), max_size=40)
PASTE = settings(deadline=None, max_examples=150)


@PASTE
@given(st.text(max_size=80) | MESS)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean_text(clean_text(raw)) == clean_text(raw)


@PASTE
@given(st.text(max_size=80) | MESS)
def test_clean_text_is_one_trimmed_normal_line(raw: str) -> None:
    text = clean_text(raw)
    assert text == text.strip()
    assert "\n" not in text
    assert "  " not in text
    assert unicodedata.is_normalized("NFC", text)


@PASTE
@given(st.lists(st.sampled_from([*TERMS, "led", "Zürich", "東京", "für"]), min_size=1, max_size=8), st.data())
def test_terms_survive_whatever_space_stands_between_them(words: list[str], data: st.DataObject) -> None:
    gaps = st.sampled_from([" ", "  ", "\t", "\xa0", " \u200b", "\n", "\u2009"])
    raw = "• " + "".join(word + data.draw(gaps) for word in words)
    assert clean_text(raw) == " ".join(words)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  •  Led\u00a0 a team ", "Led a team"),
        ("- – Cut costs", "Cut costs"),
        ("–Led the ward", "Led the ward"),
        ("-v is an option", "-v is an option"),
        ("\uf0b7\tTaught maths", "Taught maths"),
        ("AT&amp;T &amp;amp; R&D; Q&A", "AT&T & R&D; Q&A"),
        ("fÃ¼r GroÃŸkunden", "für Großkunden"),
        ("ﬁnance of\u00adfice", "finance office"),
        ("<p>Led <b>two</b> teams</p><script>alert(1)</script>", "Led two teams"),
        ("List<String>, a < b", "List<String>, a < b"),
        ("می\u200cخواهم 👩\u200d💻 a\u200db", "می\u200cخواهم 👩\u200d💻 ab"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("•", ""),
    ],
)
def test_noise_goes_and_meaning_stays(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_lines_are_bullets_and_paragraphs() -> None:
    assert clean_lines("Intro<br>\n\n• one\r\n• two\u2028<ul><li>three</li><li>four</li></ul>") == [
        *("Intro", "one", "two", "three", "four")
    ]


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2019", "2019"),
        ("2019-06", "2019-06"),
        ("2019-06-30", "2019-06-30"),
        ("2019-06-30T12:00:00Z", "2019-06-30"),
        ("Jan 2020", "2020-01"),
        ("01/2020", "2020-01"),
        ("März 2021", "2021-03"),
        ("févr. 2022", "2022-02"),
        ("1. März 2021", "2021-03-01"),
        ("15 de enero de 2020", "2020-01-15"),
        ("March 3rd, 2021", "2021-03-03"),
        ("Mar '21", "2021-03"),
        ("марта 2020", "2020-03"),
        ("2020年3月", "2020-03"),
        ("2020. március", "2020-03"),
        ("13/04/2020", "2020-04-13"),
        ("Q3 2020", "2020"),
        ("Summer 2015", "2015"),
    ],
)
def test_dates_read_in_many_forms_and_languages(raw: str, iso: str) -> None:
    assert clean_date(raw) == iso


@pytest.mark.parametrize("raw", ["03/04/2020", "listopad 2020"])
def test_a_date_that_may_be_two_keeps_its_year_only(raw: str) -> None:
    assert clean_date(raw) == "2020"


@pytest.mark.parametrize("raw", ["", "13/2020", "2019-13", "2019-02-30", "banana 2020", "May", "20200", "99/99/2020"])
def test_what_is_no_date_reads_as_none_and_is_no_open_end(raw: str) -> None:
    assert clean_date(raw) is None
    assert not is_open_end(raw)


@pytest.mark.parametrize("raw", ["Present", "(heute)", "aujourd’hui", "bis heute", "actualidad", "現在", "to date"])
def test_an_open_end_is_no_date_but_is_told_apart(raw: str) -> None:
    assert clean_date(raw) is None
    assert is_open_end(raw)


@PASTE
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 1, 1)))
def test_iso_dates_of_every_precision_stay_as_they_are(day: date) -> None:
    for length in (4, 7, 10):
        assert clean_date(str(day)[:length]) == str(day)[:length]


@PASTE
@given(st.text(max_size=60))
def test_reading_dates_never_fails(text: str) -> None:
    span = date_range(text)
    assert span is None or text[span.begin : span.stop].strip()
    assert clean_date(text) is None or first_date(text) is not None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Present · 3 yrs 2 mos", "2020-01", None),
        ("Staff Nurse (2016-2019), Leeds", "2016", "2019"),
        ("2016–19", "2016", "2019"),
        ("01/2019-03/2021", "2019-01", "2021-03"),
        ("von 04/2015 bis 12/2017", "2015-04", "2017-12"),
        ("seit März 2021", "2021-03", None),
        ("janv. 2019 - aujourd’hui", "2019-01", None),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("2021 –", "2021", None),
        ("2019年4月から現在", "2019-04", None),
    ],
)
def test_ranges_read_with_their_ends(text: str, start: str, end: str | None) -> None:
    span = date_range(text)
    assert span is not None
    assert (span.start, span.end, span.is_open) == (start, end, end is None)


@pytest.mark.parametrize(
    "text", ["in 2019 we cut costs", "call +49 2019 2020", "2019 to 35%", "raised 2000 to 3000", ""]
)
def test_prose_holds_no_range(text: str) -> None:
    assert date_range(text) is None


def test_a_range_says_where_it_stands() -> None:
    text = "Staff Nurse (seit 2016), Leeds"
    span = date_range(text)
    assert span is not None
    assert text[span.begin : span.stop] == "seit 2016"
