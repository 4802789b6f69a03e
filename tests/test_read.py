"""Profile pages read back to what they say, in whatever structure they say it, or are refused by name."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from demo import layouts
from demo.site import person
from resumify.errors import EmptyProfile, LayoutNotUnderstood
from resumify.models import Page, Reading
from resumify.read import read_profile
from resumify.read.degrees import is_degree
from tests.roundtrip import READ_AT, losses, pages_of

PEOPLE = sorted(path.stem for path in Path("demo/people").glob("*.json"))
LAYOUTS = sorted(set(layouts.LAYOUTS) - {"empty", "shop"})
PAGES = Path(__file__).parent / "pages"


def read_page(html: str, url: str = "https://site.example/in/someone") -> Reading:
    return read_profile([Page(url=url, html=html, read_at=READ_AT)], "someone")


def saved(name: str) -> Reading:
    return read_page((PAGES / f"{name}.html").read_text(encoding="utf-8"))


def of(reading: Reading, section: str) -> list[dict[str, Any]]:
    return [document.data for document in reading.documents if document.section == section]


def test_there_are_people_and_layouts_to_try() -> None:
    assert len(PEOPLE) >= 10
    assert len(LAYOUTS) >= 10


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", PEOPLE)
def test_every_person_reads_back_whole_from_every_layout(layout: str, name: str) -> None:
    reading = read_profile(pages_of(person(name), layout), name)
    assert losses(person(name), reading, layout) == []
    assert reading.uncertain == ()


@pytest.mark.parametrize("fluency", ["Native", "Very good", "C1 (DELF)", "Schulkenntnisse", "TOEFL 110"])
def test_the_level_of_an_only_language_is_no_language(fluency: str) -> None:
    one = {**person("callum"), "languages": [{"language": "English", "fluency": fluency}]}
    for layout in LAYOUTS:
        assert losses(one, read_profile(pages_of(one, layout), "callum"), layout) == []


@pytest.mark.parametrize(
    ("line", "language", "fluency"),
    [
        ("Fluent French", "French", "Fluent"),
        ("English, fluent (IELTS 8)", "English", "fluent (IELTS 8)"),
        ("Deutsch (Muttersprache)", "Deutsch", "Muttersprache"),
        ("Conversational Swiss German", "Swiss German", "Conversational"),
        ("Polnisch in Wort und Schrift", "Polnisch", "in Wort und Schrift"),
        ("Kiswahili: haltingly", "Kiswahili", "haltingly"),
        ("Business English", "English", "Business"),
    ],
)
def test_a_language_and_its_level_are_told_apart_in_either_order(line: str, language: str, fluency: str) -> None:
    work = "<h1>Jo Bell</h1><h2>Experience</h2><p>Nurse, Inn Ltd, 2019 - 2020</p>"
    html = f"{work}<h2>Languages</h2><ul><li>{line}</li></ul>"
    assert of(read_page(html), "languages") == [{"language": language, "fluency": fluency}]


@pytest.mark.parametrize(
    "degree",
    (
        "BS|B.S.|BA|BSc (Hons)|MA|MSc|MBA|MFA|PhD|BEng|B.E.|B.Ed.|LLB|BSN|MSW|MPhys|BArch|JD|MD|MBBS|Associate|AA|HNC|"
        "HND|NVQ Level 3|Matric|N3|Dipl.-Ing.|Staatsexamen|Gesellenbrief|EFZ|Licence|M1|M2|BTS|CAP|Laurea|MBO 4|"
        "Técnico Superior|mgr inż.|Bc.|cand.merc.|Бакалавр|硕士"
    ).split("|"),
)
def test_a_degree_is_no_school_even_where_the_school_does_not_say_that_it_is_one(degree: str) -> None:
    entry = {"institution": "Vanderholt", "studyType": degree, "area": "Design", "startDate": "2011", "endDate": "2015"}
    html = layouts.page({**person("maricel"), "education": [entry]}, "plain", "/in/maricel")
    assert of(read_page(html), "education") == [entry]


@pytest.mark.parametrize(
    "name", ["ms", "Acme AS", "MIT", "BMW", "McDonald", "Baltimore, MD", "CAP Gemini", "HTL Mödling"]
)
def test_other_letters_are_no_degree(name: str) -> None:
    assert not is_degree(name)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nobody_of_a_side_column_gets_in(layout: str) -> None:
    reading = read_profile(pages_of(person("ada"), layout), "ada")
    everything = reading.model_dump_json()
    assert "Greta" not in everything
    assert "Astronaut" not in everything
    assert "Juggler" not in everything


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_twice_gives_the_same_documents_and_keeps_what_was_shown(layout: str) -> None:
    one, other = (read_profile(pages_of(person("ana"), layout), "ana") for _ in range(2))
    assert one == other
    roles = [document for document in one.documents if document.section == "work"]
    assert roles
    assert all(line in role.text for role in roles for line in role.data["highlights"])


def test_tables_read_row_by_row() -> None:
    reading = saved("table")
    assert of(reading, "work") == [
        {
            "position": "Ward Sister",
            "name": "Llandough Hospital",
            "startDate": "2019-03",
            "highlights": ["Led a team of 12 nurses", "Cut falls by 35%"],
        },
        {
            "position": "Staff Nurse",
            "name": "St David's Hospital",
            "startDate": "2014-09",
            "endDate": "2019-02",
            "highlights": ["Cared for 8 patients a shift"],
        },
    ]
    assert [skill["name"] for skill in of(reading, "skills")] == ["Cannulation", "Phlebotomy", "Triage"]
    assert reading.complete >= {"work", "education", "skills"}


def test_definition_lists_read_in_french() -> None:
    reading = saved("definition_list")
    roles = [(role["position"], role["name"], role["startDate"], role.get("endDate")) for role in of(reading, "work")]
    assert roles == [
        ("Chef boulanger", "Boulangerie Martin", "2018-01", None),
        ("Boulanger", "Au Bon Pain", "2012", "2017"),
    ]
    assert of(reading, "languages") == [
        {"language": "Français", "fluency": "langue maternelle"},
        {"language": "Anglais", "fluency": "B1"},
    ]


def test_paragraphs_without_any_heading_read_by_their_words_and_dates() -> None:
    reading = saved("flat")
    assert [(role["position"], role["name"], role["highlights"]) for role in of(reading, "work")] == [
        ("Forklift Driver", "Humber Freight Ltd", ["Loaded 40 lorries a day", "Trained 6 new starters"]),
        ("Picker", "Bestway Foods Ltd", ["Picked 120 lines an hour"]),
    ]
    assert of(reading, "education") == [
        {"institution": "Hull High School", "studyType": "GCSEs", "endDate": "2016"},
    ]


@pytest.mark.parametrize(
    ("name", "title", "employer", "start"),
    [
        ("polish", "Główna księgowa", "Stocznia Północ Sp. z o.o.", "2019-03"),
        ("arabic", "مهندسة برمجيات", "شركة النيل", "2020-01"),
    ],
)
def test_other_languages_read_by_their_own_headings_and_months(
    name: str, title: str, employer: str, start: str
) -> None:
    first = of(saved(name), "work")[0]
    assert (first["position"], first["name"], first["startDate"]) == (title, employer, start)
    assert "endDate" not in first


def test_a_page_saved_from_a_large_network_reads_with_its_grouped_roles() -> None:
    reading = saved("network")
    roles = [(role["position"], role["name"], role.get("keywords")) for role in of(reading, "work")]
    assert roles == [
        ("Senior Product Manager", "Acme GmbH", ["Roadmapping", "SQL"]),
        ("Product Manager", "Acme GmbH", None),
        ("Analyst", "Beta Bank", None),
    ]
    assert [skill["name"] for skill in of(reading, "skills")] == ["Roadmapping", "SQL"]


def test_a_section_that_goes_on_elsewhere_is_not_complete_and_says_so() -> None:
    reading = saved("network")
    assert "work" not in reading.complete
    assert "education" in reading.complete
    assert any("there is more" in doubt for doubt in reading.uncertain)


def test_data_for_machines_is_read_where_the_page_shows_nothing() -> None:
    reading = saved("json_ld")
    assert of(reading, "work") == [{"name": "Studio Nord", "position": "UX Designer", "startDate": "2020-02"}]
    assert of(reading, "education") == [{"institution": "KADK", "startDate": "2014", "endDate": "2017"}]
    assert of(reading, "basics")[0]["profiles"][0]["network"] == "GitHub"


def test_a_resume_that_a_page_carries_along_is_taken_as_it_is() -> None:
    reading = saved("embedded_resume")
    assert of(reading, "work") == [{"name": "Inn", "position": "Cook", "startDate": "2019-01"}]
    assert "work" in reading.complete


def test_dates_that_contradict_each_other_are_said_and_not_guessed() -> None:
    html = layouts.page(person("mei"), "structured", "/in/mei").replace('"startDate": "2019-11"', '"startDate": "2018"')
    reading = read_page(html)
    assert len(of(reading, "work")) == len(person("mei")["work"])
    assert any('startDate is stated as "2018" but shown as "2019-11"' in doubt for doubt in reading.uncertain)


def test_the_preview_of_a_section_gives_way_to_its_own_page() -> None:
    pages = pages_of(person("luca"), "previews")
    cut = pages[0].model_copy(update={"html": pages[0].html.replace("Sous Chef</h3>", "Sous Chef</h3>", 1)})
    reading = read_profile([cut, *pages[1:]], "luca")
    assert len(of(reading, "work")) == len(person("luca")["work"])
    assert "work" in reading.complete
    assert "work" not in read_profile([cut], "luca").complete


def test_an_entry_that_cannot_be_made_out_is_reported_and_deletes_nothing() -> None:
    html = layouts.page(person("ada"), "cards", "/in/ada")
    html = html.replace("<h2>Education</h2><ul>", "<h2>Education</h2><ul><li><p>More on request, please ask</p></li>")
    reading = read_page(html)
    assert any("More on request" in doubt for doubt in reading.uncertain)
    assert "education" not in reading.complete
    assert len(of(reading, "education")) == 2


@pytest.mark.parametrize("html", ["", "<html></html>", "<p>Hello</p>", "<h1>Shop</h1><h2>Offers</h2><p>Jan 2020</p>"])
def test_what_is_no_profile_is_not_understood(html: str) -> None:
    with pytest.raises(LayoutNotUnderstood):
        read_page(html)


@pytest.mark.parametrize("layout", ["shop"])
def test_a_shop_is_no_profile(layout: str) -> None:
    with pytest.raises(LayoutNotUnderstood):
        read_page(layouts.page(person("ada"), layout, "/in/ada"))


def test_news_under_a_heading_of_education_are_no_profile() -> None:
    with pytest.raises(LayoutNotUnderstood):
        saved("news")


def test_a_profile_with_nothing_in_it_is_empty() -> None:
    with pytest.raises(EmptyProfile):
        read_page(layouts.page(person("ada"), "empty", "/in/ada"))


def test_when_it_was_read_is_no_content() -> None:
    pages = pages_of(person("tom"), "plain")
    later = [page.model_copy(update={"read_at": page.read_at + timedelta(days=1)}) for page in pages]
    strip = {"read_at"}
    one, other = (read_profile(given, "tom").documents for given in (pages, later))
    assert [document.model_dump(exclude=strip) for document in one] == [
        document.model_dump(exclude=strip) for document in other
    ]


@pytest.mark.parametrize("name", ["h_resume", "old_table"])
def test_dates_beside_an_employer_and_roles_in_one_cell_are_told_apart(name: str) -> None:
    reading = saved(name)
    roles = [(role["position"], role["name"], role["startDate"], role.get("endDate")) for role in of(reading, "work")]
    start, end = ("2014-09", "2019-02") if name == "h_resume" else ("1998", "2004")
    assert roles == [
        ("Senior Nurse", "Royal Infirmary", "2019-03", None),
        ("Staff Nurse", "St Mary's Hospital", start, end),
    ]
    assert [skill["name"] for skill in of(reading, "skills")] == ["Triage", "Wound care"]
    assert of(reading, "basics")[0]["email"] == "jo@mail.example"
    assert reading.uncertain == ()


def test_durations_before_the_dates_are_no_names() -> None:
    reading = saved("german_network")
    assert [(role["position"], role["name"], role["startDate"]) for role in of(reading, "work")] == [
        ("Sachgebietsleiterin Vergabestelle", "Stadtverwaltung Lindenau", "2020-07"),
        ("Juristische Sachbearbeiterin", "Landratsamt Muldental", "2016-10"),
    ]
    assert of(reading, "education") == [
        {
            "institution": "Universität Leipzig",
            "studyType": "Rechtswissenschaften",
            "startDate": "2007",
            "endDate": "2012",
        }
    ]
    assert of(reading, "languages")[0] == {"language": "Deutsch", "fluency": "Muttersprache"}
    assert [skill["name"] for skill in of(reading, "skills")] == ["Vergaberecht", "Baurecht"]


def test_microdata_says_no_more_than_it_states() -> None:
    reading = saved("microdata")
    assert of(reading, "work") == [{"name": "Royal Infirmary"}]
    assert of(reading, "education") == [{"institution": "King's College London"}]
    assert "location" not in of(reading, "basics")[0]


def test_roles_are_read_whichever_way_round_they_are_stated() -> None:
    assert of(saved("roles_json_ld"), "work") == [
        {"name": "Royal Infirmary", "position": "Senior Nurse", "startDate": "2019-03"},
        {"name": "St Mary's", "position": "Staff Nurse", "startDate": "2014", "endDate": "2019"},
    ]
