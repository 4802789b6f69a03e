"""Résumés that a browser printed: list marks are drawn, and what floats at the margin comes first in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from resumify.read import read_document
from tests.test_read import of, read_page

DRAWN = """
#set list(marker: circle(radius: 1.4pt, fill: black))
#text(20pt)[Jo Bell] \\
jo\\@mail.example
= Experience
*Nurse*, Royal Infirmary, Leeds \\
03/2019 – Present
- Led a team of Twelve
- Cut errors by 35%
= Education
BSc Nursing, King's College London, 2011 – 2014
"""
FLOATED = """
#set page(width: 500pt, height: 400pt, margin: 30pt)
#place(top + right, dy: 80pt)[Mar 2019 – Present]
#place(top + right, dy: 150pt)[2011 – 2014]
#text(20pt)[Jo Bell]
#place(top + left, dy: 55pt)[*Experience*]
#place(top + left, dy: 80pt)[Nurse – Royal Infirmary]
#place(top + left, dy: 100pt)[Led a team of 12]
#place(top + left, dy: 130pt)[*Education*]
#place(top + left, dy: 150pt)[BSc Nursing – King's College London]
"""


def pdf(path: Path, markup: str) -> Path:
    path.write_bytes(typst.compile(markup.encode()))
    return path


def test_a_drawn_disc_is_a_bullet(tmp_path: Path) -> None:
    (role,) = of(read_document(pdf(tmp_path / "cv.pdf", DRAWN), "pdf", "jo"), "work")
    assert role["name"] == "Royal Infirmary"
    assert role["highlights"] == ["Led a team of Twelve", "Cut errors by 35%"]


def test_dates_at_the_margin_belong_to_the_line_they_stand_in(tmp_path: Path) -> None:
    reading = read_document(pdf(tmp_path / "cv.pdf", FLOATED), "pdf", "jo")
    assert of(reading, "basics")[0]["name"] == "Jo Bell"
    assert [(role["position"], role["startDate"]) for role in of(reading, "work")] == [("Nurse", "2019-03")]
    assert of(reading, "education")[0]["endDate"] == "2014"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        (
            "Clerk | Cook County | Chicago, IL | 2015 – 2019",
            {"position": "Clerk", "name": "Cook County", "location": "Chicago, IL"},
        ),
        (
            "Engineer, Northgate Insurance, Inc., 2015 – 2019",
            {"position": "Engineer", "name": "Northgate Insurance, Inc."},
        ),
        (
            "2015 – 2019<br>Oakland, CA<br>Nurse, Larkspur",
            {"position": "Nurse", "name": "Larkspur", "location": "Oakland, CA"},
        ),
    ],
)
def test_a_place_and_the_form_of_a_firm_are_no_names(line: str, role: dict[str, str]) -> None:
    html = f"<h1>Jo Bell</h1><h2>Experience</h2><p>{line}</p><h2>Skills</h2><p>Care, Triage</p>"
    (read,) = of(read_page(html), "work")
    assert {name: read.get(name) for name in role} == role


def test_sections_inside_a_section_are_sections() -> None:
    html = (
        "<h1>Nils Brandt</h1><section><h2>Werdegang</h2><h3>Berufserfahrung von Nils Brandt</h3><ul><li>"
        "<p>Bis heute 5 Jahre und 3 Monate, seit Sep. 2020</p><h4>Elektromeister</h4><p>Stadtwerke Kiel AG</p>"
        "</li></ul><h3>Ausbildung von Nils Brandt</h3><ul><li><p>2018 - 2019</p><h4>Elektrotechnik</h4>"
        "<p>Handwerkskammer Lübeck</p></li></ul></section>"
    )
    reading = read_page(html)
    assert of(reading, "work") == [{"position": "Elektromeister", "name": "Stadtwerke Kiel AG", "startDate": "2020-09"}]
    assert of(reading, "education")[0]["institution"] == "Handwerkskammer Lübeck"
