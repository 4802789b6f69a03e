"""Where things stand on the page: what fits, what stays together, what is set apart, in every theme."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from pypdf import PdfReader

from resumify.models import Resume
from resumify.render import DEFAULT_THEME, FORMATS, THEMES, page_count, render
from resumify.render.sheet import sheet_of
from tests.rendered import PEOPLE, Shown, a_resume, a_role


def test_more_lines_take_more_pages() -> None:
    few, many = a_resume(work=[a_role("one")]), a_resume(work=[a_role(*["Led 12 nurses on a ward."] * 80)])
    assert page_count(few.resume) == 1
    assert page_count(many.resume) == 2


def test_a_line_alone_on_a_last_page_is_drawn_in() -> None:
    """Somewhat smaller type, where that saves a page; never below ten points."""
    lines = [a_resume(work=[a_role(*["Led 12 nurses on a ward."] * count)]) for count in range(30, 60, 2)]
    sizes = {size_of(resume): page_count(resume.resume) for resume in lines}
    assert sorted(sizes) == [10.0, 10.5]


def size_of(resume: Resume) -> float:
    """The size of the last highlight, in points."""
    seen: list[float] = []
    for page in PdfReader(io.BytesIO(render(resume, "pdf"))).pages:
        page.extract_text(visitor_text=lambda text, _, matrix, __, size: seen.append(size) if "ward" in text else None)
    return round(seen[-1], 1)


def test_no_name_moves_a_line_to_another_page() -> None:
    """Whoever is called what must not decide what of them is shown."""
    names = ("X", "Li Wu", "Wolfeschlegelstein " * 12)
    for count in range(44, 60):
        work = [a_role(*["Led 12 nurses on a ward."] * count)]
        first, *others = ({"basics": {"name": name}, "work": work} for name in names)
        assert [page_count(other) for other in others] == [page_count(first)] * len(others)


HOSTILE = (
    '#import "/etc/passwd": *',
    "#eval(read(sys.inputs.sheet)) $x^2$ @cite <label>",
    "![x](javascript:alert(1)) [a]: http://x | a | b | ~~~ --- === 1. 2) + - > ```",
    "<img src=x onerror=alert(1)> &amp; &#60;b&#62; ]]> <!-- -->",
    "Very long " * 30,
    "W" * 400,
    "https://example.org/" + "a" * 300,
)


@pytest.mark.parametrize("theme", THEMES)
def test_hostile_text_stays_text_and_on_the_page(theme: str) -> None:
    basics = {"name": "Ada", "label": HOSTILE[0], "url": HOSTILE[-1], "email": "javascript:alert(1)@x"}
    roles = [
        {"position": text, "name": text, "startDate": "2019-03", "highlights": list(HOSTILE)} for text in HOSTILE[::3]
    ]
    resume = a_resume(basics=basics, work=roles, meta={"theme": theme})
    for format_ in FORMATS:
        assert render(resume, format_)
    page = Shown(render(resume, "html").decode())
    assert {str(attributes["href"]).split(":")[0] for tag, attributes in page.tags if tag == "a"} <= {"https", "mailto"}
    places: list[float] = []
    for sheet in PdfReader(io.BytesIO(render(resume, "pdf"))).pages:
        sheet.extract_text(visitor_text=lambda text, matrix, *_: places.append(matrix[4]) if text.strip() else None)
    assert places
    assert max(places) < 595 - 28  # an A4 page is 595 points wide


def test_a_word_without_end_may_break_in_few_places() -> None:
    """At every letter, the places to choose from would take a page seconds instead of milliseconds."""
    lines = [text for _, text in lines_of(render(a_resume(basics={"name": "Ada", "label": "W" * 900}), "pdf"))]
    assert "".join(lines[1:]) == "W" * 900
    assert {len(line) % 12 for line in lines[1:]} == {0}


def test_the_themes_differ_in_looks_and_not_in_words() -> None:
    person = json.loads(PEOPLE[0].read_text(encoding="utf-8"))
    looks = {theme: a_resume(**person, meta={"theme": theme}) for theme in THEMES}
    for format_ in ("pdf", "docx", "html"):
        assert len({render(resume, format_) for resume in looks.values()}) == len(THEMES) == 3
    words = {theme: sorted(sheet_of(resume.resume).lines()) for theme, resume in looks.items()}
    assert words["classic"] == words["modern"] == words["compact"]
    assert render(a_resume(**person, meta={"theme": "elegant"}), "pdf") == render(looks[DEFAULT_THEME], "pdf")


def test_the_command_offers_every_theme() -> None:
    from cli.main import tailor

    choice: Any = next(option.type for option in tailor.params if option.name == "theme")
    assert tuple(choice.choices) == tuple(THEMES)


@pytest.mark.parametrize("theme", THEMES)
def test_no_heading_ends_a_page_and_no_role_with_a_single_line(theme: str) -> None:
    split = 0
    for count in (8, 11, 13, 16, 19, 21, 24, 27):
        roles = [a_role(*["Led 12 nurses on a ward."] * lines) for lines in (count, count, 3, 3, 9)]
        resume = a_resume(work=roles, education=[{"institution": "Kings", "area": "Nursing"}], meta={"theme": theme})
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(render(resume, "pdf"))).pages]
        for page in pages[:-1]:
            split += 1
            assert page.split()[-1] in ("ward.", "Kings"), page[-80:]
            assert page.rsplit("Nurse", 1)[-1].count("ward.") >= 2, page[-80:]
    assert split > 3


def lines_of(file: bytes) -> list[tuple[float, str]]:
    """Each line of the first page with its height, from the top."""
    shown: dict[float, str] = {}

    def visit(text: str, matrix: Any, placed: Any, font: Any, size: float) -> None:
        del placed, font, size
        if text.strip():
            shown[round(matrix[5], 1)] = shown.get(round(matrix[5], 1), "") + text.strip().replace("\u200b", "")

    PdfReader(io.BytesIO(file)).pages[0].extract_text(visitor_text=visit)
    return sorted(shown.items(), reverse=True)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["Maximiliane-Charlotte von und zu Hohenstein-Waldenburg-Schwarzenfels", "Wolfe" * 12])
def test_a_long_name_stays_on_its_line(name: str, theme: str) -> None:
    basics = {"name": name, "label": "Nurse"}
    (_, first), (_, second), *_ = lines_of(render(a_resume(basics=basics, meta={"theme": theme}), "pdf"))
    assert first.replace(" ", "") == name.replace(" ", "")
    assert second == "Nurse"


def test_a_title_too_long_for_its_employer_has_it_below() -> None:
    title, employer = (
        "Head of the Department of Modern Languages and Linguistics",
        "University of Eastgate and its Colleges",
    )
    roles = [{"position": title, "name": employer, "startDate": "2019"}, {"position": "Nurse", "name": "Inn"}]
    lines = [text for _, text in lines_of(render(a_resume(work=roles, meta={"theme": "compact"}), "pdf"))]
    assert any("Nurse" in line and "Inn" in line for line in lines)
    assert not any(title[:9] in line and employer in line for line in lines)


def test_contacts_have_no_separator_at_the_end_of_a_line() -> None:
    profiles = [{"url": f"https://network-of-people.example/{number}/ada-lindqvist"} for number in range(7)]
    lines = lines_of(render(a_resume(basics={"name": "Ada", "email": "ada@mail.example", "profiles": profiles}), "pdf"))
    assert len(lines) > 3
    assert not any(line.startswith("·") or line.endswith("·") for _, line in lines)
