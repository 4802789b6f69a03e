"""Résumés as people lay them out - columns, side bars, tables, boxes, from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
from docx.oxml import parse_xml

from resumify.models import Reading
from resumify.read import read_document
from resumify.read.columns import columns_of
from resumify.read.from_right import as_read
from resumify.render.fonts import FOLDER
from tests.test_read import of

MAIN = """
= Experience
*Senior Nurse* #h(1fr) 03/2019 – Present \\
_Royal Infirmary, Leeds_
- Led a team of 12 nurses on a surgical ward with 28 beds
- Cut medication errors by 35% within one year

*Staff Nurse* #h(1fr) 09/2014 – 02/2019 \\
_St Mary's Hospital, London_
- Cared for 8 patients a shift on a medical ward

= Education
*BSc Nursing* #h(1fr) 2011 – 2014 \\
_King's College London_
"""
SIDE = """
= Contact
jo.bell\\@mail.example \\
+44 20 7946 0958 \\
Leeds, UK

= Skills
Wound care \\
Triage \\
Phlebotomy

= Languages
English (native) \\
French (B2)
"""
NAME = "#text(size: 24pt)[*Jo Bell*] \\\nSenior Nurse\n"
LEFT = ("Contact", "jo.bell@mail.example", "+44 20 7946 0958", "Leeds, UK", "", "Skills", "Wound care", "Triage")
LEFT_TOO = ("Phlebotomy", "", "Languages", "English (native)", "French (B2)")
RIGHT = (
    *("Experience", "Senior Nurse, Royal Infirmary, Leeds", "03/2019 – Present"),
    *("• Led a team of 12 nurses on a surgical ward with 28 beds", "• Cut medication errors by 35% within one year"),
    *("", "Staff Nurse, St Mary's Hospital, London", "09/2014 – 02/2019"),
    *("• Cared for 8 patients a shift on a medical ward", "", "Education"),
    *("BSc Nursing, King's College London, 2011 – 2014", ""),
)
ROWS = """
= Experience
#grid(columns: (32mm, 1fr), row-gutter: 4mm,
[03/2019 – Present], [*Senior Nurse* \\ _Royal Infirmary, Leeds_
- Led a team of 12 nurses on a surgical ward with 28 beds
- Cut medication errors by 35% within one year],
[09/2014 – 02/2019], [*Staff Nurse* \\ _St Mary's Hospital, London_
- Cared for 8 patients a shift on a medical ward])
= Education
#grid(columns: (32mm, 1fr), [2011 – 2014], [*BSc Nursing* \\ _King's College London_])
"""


def pdf(path: Path, markup: str, **options: Any) -> Path:
    head = "#set page(margin: 18mm)\n#set text(size: 10pt)\n#show heading: set text(size: 12pt)\n"
    typst.compile((head + markup).encode(), output=str(path), **options)
    return path


def drawn_line_by_line(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Both columns at once, as tables of word processors and some builders of résumés draw them."""
    cells = ", ".join(f"[{one}], [{other}]" for one, other in zip(left, right, strict=True))
    return f"#grid(columns: (33%, 1fr), row-gutter: 2.2mm, {cells.replace('@', chr(92) + '@')})"


LAYOUTS = {
    "side bar on the right": f"{NAME}#grid(columns: (1fr, 30%), column-gutter: 8mm, [{MAIN}], [{SIDE}])",
    "side bar first": f"#grid(columns: (32%, 1fr), column-gutter: 8mm, [{SIDE}], [{NAME}{MAIN}])",
    "name in the side bar": f"#grid(columns: (32%, 1fr), column-gutter: 8mm, [{NAME}{SIDE}], [{MAIN}])",
    "two columns": f"{NAME}#columns(2)[{MAIN}#colbreak()\n{SIDE}]",
    "line by line": NAME + "\n" + drawn_line_by_line((*LEFT, *LEFT_TOO), RIGHT),
    "dates in a column": NAME + ROWS + SIDE,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_pdf_in_columns_reads_as_a_person_reads_it(layout: str, tmp_path: Path) -> None:
    reading = read_document(pdf(tmp_path / "cv.pdf", layout), "pdf", "jo")
    roles = [
        (role["position"], role["name"], role["location"], role["startDate"], role.get("endDate"))
        for role in of(reading, "work")
    ]
    assert roles == [
        ("Senior Nurse", "Royal Infirmary", "Leeds", "2019-03", None),
        ("Staff Nurse", roles[1][1], "London", "2014-09", "2019-02"),
    ]
    assert [len(role["highlights"]) for role in of(reading, "work")] == [2, 1]
    assert of(reading, "work")[0]["highlights"][1] == "Cut medication errors by 35% within one year"
    assert [(one["studyType"], one["endDate"]) for one in of(reading, "education")] == [("BSc Nursing", "2014")]
    assert [one["name"] for one in of(reading, "skills")] == ["Wound care", "Triage", "Phlebotomy"]
    assert [one["language"] for one in of(reading, "languages")] == ["English", "French"]
    (basics,) = of(reading, "basics")
    assert (basics["name"], basics["label"]) == ("Jo Bell", "Senior Nurse")
    assert (basics["email"], basics["phone"]) == ("jo.bell@mail.example", "+44 20 7946 0958")
    assert basics["location"] == {"city": "Leeds", "region": "UK"}


def test_columns_are_said_to_be_uncertain_and_one_column_is_not(tmp_path: Path) -> None:
    two = read_document(pdf(tmp_path / "two.pdf", LAYOUTS["line by line"]), "pdf", "jo")
    one = read_document(pdf(tmp_path / "one.pdf", NAME + MAIN), "pdf", "jo")
    assert any("columns" in doubt for doubt in two.uncertain)
    assert not any("columns" in doubt for doubt in one.uncertain)


def test_a_second_page_goes_on_in_its_column(tmp_path: Path) -> None:
    bar = "#place(left, box(width: 30%)[{}])\n#pad(left: 36%)[{}]\n"
    more = MAIN.replace("= Experience", "").replace("Senior Nurse", "Ward Clerk").replace("Staff Nurse", "Porter")
    first = bar.format(SIDE, NAME + MAIN.split("= Education")[0])
    second = bar.format("= Interests\nRowing \\\nChess \\\nOpera \\\nSailing \\\nBaking", more)
    reading = read_document(pdf(tmp_path / "cv.pdf", f"{first}#pagebreak()\n{second}"), "pdf", "jo")
    assert [role["position"] for role in of(reading, "work")] == ["Senior Nurse", "Staff Nurse", "Ward Clerk", "Porter"]
    assert [one["name"] for one in of(reading, "interests")] == ["Rowing", "Chess", "Opera", "Sailing", "Baking"]


def test_dates_at_the_right_margin_are_no_column() -> None:
    page = "\n".join(f"Nurse of ward {number}                  03/20{10 + number} – Present" for number in range(9))
    assert columns_of(page) is None
    assert columns_of("\n".join(f"left {number}                  right {number}" for number in range(9))) is not None
    assert columns_of("") is None


@pytest.mark.parametrize(
    ("top", "wanted"),
    [
        (
            "#text(24pt)[*Jo Bell*]\n\nLeeds, UK | jo\\@mail.example | +44 20 7946 0958 | linkedin.com\\/in\\/jobell",
            {"email": "jo@mail.example", "location": {"city": "Leeds", "region": "UK"}},
        ),
        (
            "#align(center)[CURRICULUM VITAE]\n\n"
            "#text(24pt)[*Jo Bell*]\n\nSenior Nurse\n\njo\\@mail.example • jobell.dev",
            {"email": "jo@mail.example", "url": "https://jobell.dev", "label": "Senior Nurse"},
        ),
        (
            "#align(right)[jo\\@mail.example \\ +44 20 7946 0958]\n#text(24pt)[*Jo Bell*]\n\nSenior Nurse",
            {"email": "jo@mail.example", "phone": "+44 20 7946 0958", "label": "Senior Nurse"},
        ),
    ],
)
def test_the_top_of_a_resume_is_told_apart(top: str, wanted: dict[str, Any], tmp_path: Path) -> None:
    (basics,) = of(read_document(pdf(tmp_path / "cv.pdf", f"{top}\n{MAIN}"), "pdf", "jo"), "basics")
    assert {"name": basics["name"], **{key: basics.get(key) for key in wanted}} == {"name": "Jo Bell", **wanted}


SCRIPTS = {
    "he": ("דנה לוי", "ניסיון תעסוקתי", "מנהלת מוצר, חברת אלפא", "השכלה", "אוניברסיטת תל אביב"),
    "ar": ("فاطمة الزهراء", "الخبرات", "مهندسة برمجيات، شركة النيل", "التعليم", "جامعة القاهرة"),
    "zh": ("王小明", "工作经历", "软件工程师, 华为公司", "教育经历", "上海交通大学"),
    "ja": ("髙橋 さくら", "職歴", "エンジニア、株式会社トヨタ", "学歴", "東京大学"),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_pdf_reads_in_the_direction_of_its_script(language: str, tmp_path: Path) -> None:
    name, work, role, study, school = SCRIPTS[language]
    fonts = '("Libertinus Serif", "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", "Noto Sans CJK JP")'
    direction = ", dir: rtl" if language in ("he", "ar") else ""
    markup = (
        f'#set text(font: {fonts}, lang: "{language}"{direction})\n#text(22pt)[{name}]\n\n== {work}\n'
        f"{role} #h(1fr) 2019 - 2021\n\n- {role} 35%\n- {role} C++ Java Spring\n\n"
        f"== {study}\n{school} #h(1fr) 2011 - 2015\n"
    )
    reading = read_document(pdf(tmp_path / "cv.pdf", markup, font_paths=[str(FOLDER)]), "pdf", "x")
    (job,) = of(reading, "work")
    assert of(reading, "basics")[0]["name"] == name
    assert f"{job['position']}|{job['name']}" == "|".join(
        part.strip() for part in role.replace("، ", ",").replace("、", ",").split(",")
    )
    assert (job["startDate"], job["endDate"]) == ("2019", "2021")
    assert job["highlights"] == [f"{role} 35%", f"{role} C++ Java Spring"]
    assert of(reading, "education") == [{"institution": school, "startDate": "2011", "endDate": "2015"}]


def test_a_line_from_the_right_is_turned_round_and_any_other_left_alone() -> None:
    assert as_read("2021 - 2019    Java Spring ,רצומ תלהנמ") == "מנהלת מוצר, Java Spring    2019 - 2021"
    assert as_read("Led 12 nurses, 2019 - 2021") == "Led 12 nurses, 2019 - 2021"


def word_file(path: Path, build: Callable[[Any], None]) -> Reading:
    document = docx.Document()
    build(document)
    document.save(str(path))
    return read_document(path, "docx", "jo")


def test_a_word_file_laid_out_by_a_table_reads_cell_by_cell(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text = "CONTACT\njo@mail.example\nSKILLS\nTriage\nWound care\nLANGUAGES\nEnglish (native)"
        cells[1].text = "Jo Bell\nSenior Nurse\nEXPERIENCE\nSenior Nurse\t03/2019 – Present\nRoyal Infirmary, Leeds"
        cells[1].add_paragraph("• Led a team of 12 nurses")

    reading = word_file(tmp_path / "cv.docx", build)
    (basics,) = of(reading, "basics")
    assert (basics["name"], basics["label"], basics["email"]) == ("Jo Bell", "Senior Nurse", "jo@mail.example")
    assert [one["name"] for one in of(reading, "skills")] == ["Triage", "Wound care"]
    assert [(role["name"], role["startDate"]) for role in of(reading, "work")] == [("Royal Infirmary", "2019-03")]
    assert any("columns" in doubt for doubt in reading.uncertain)


def test_a_word_file_says_what_stands_in_its_margins_once(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Jo Bell\nSenior Nurse"
        document.sections[0].footer.paragraphs[0].text = "jo@mail.example | +44 20 7946 0958"
        document.add_section()
        document.add_heading("Work history", 1)
        for dates, text in (
            ("03/2019 – Present", "Senior Nurse\nRoyal Infirmary, Leeds\n• Led 12 nurses\n• Cut errors by 35%"),
            ("2014 – 2019", "Staff Nurse\nSt Mary's Hospital, London\n• Cared for 8 patients a shift"),
        ):
            cells = document.add_table(rows=1, cols=2).rows[0].cells
            cells[0].text, cells[1].text = dates, text

    reading = word_file(tmp_path / "cv.docx", build)
    (basics,) = of(reading, "basics")
    assert (basics["name"], basics["label"]) == ("Jo Bell", "Senior Nurse")
    assert (basics["email"], basics["phone"]) == ("jo@mail.example", "+44 20 7946 0958")
    assert [role["startDate"] for role in of(reading, "work")] == ["2019-03", "2014"]
    assert not any("columns" in doubt for doubt in reading.uncertain)


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("SKILLS", "Triage, C++"))
    inside = f"<w:txbxContent>{inside}</w:txbxContent>"
    names = " ".join(
        f'xmlns:{prefix}="{address}"'
        for prefix, address in {
            "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "v": "urn:schemas-microsoft-com:vml",
        }.items()
    )
    box = (
        f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{inside}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{inside}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )

    def build(document: Any) -> None:
        document.add_paragraph("Jo Bell", style="Title")._p.append(parse_xml(box))
        document.add_heading("Experience", 1)
        document.add_paragraph("Senior Nurse, Royal Infirmary, 03/2019 – Present")

    reading = word_file(tmp_path / "cv.docx", build)
    assert [one["name"] for one in of(reading, "skills")] == ["Triage", "C++"]
    assert len(of(reading, "work")) == 1


@pytest.mark.parametrize(
    "line", ["Advanced Life Support · Resuscitation Council UK\t2022", "PSM I, Scrum.org, Feb 2022"]
)
def test_a_certificates_issuer_is_told_from_its_name(line: str, tmp_path: Path) -> None:
    def build(document: Any) -> None:
        for text in ("Jo Bell", "Experience", "Nurse, Royal Infirmary, 2019 – 2021", "Certifications", line):
            document.add_paragraph(text)

    (certificate,) = of(word_file(tmp_path / "cv.docx", build), "certificates")
    assert certificate["issuer"] in ("Resuscitation Council UK", "Scrum.org")
    assert certificate["name"] in ("Advanced Life Support", "PSM I")
