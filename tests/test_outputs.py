"""What leaves the house: letters with marks of their own in every format, and one refused file that spoils no other."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import Any, Literal

import pytest
from pypdf import PdfReader

from cli.results import RESULT, write_files
from demo.site import person
from resumify.errors import SystemFault, UserError
from resumify.read import read_document
from resumify.render import FORMATS, THEMES, render
from resumify.render.readback import READERS
from tests.test_read import of
from tests.test_render import UNSEEN, a_resume, a_role

MARKED = {
    "thai": "สมชาย ใจดี น้ำผึ้ง ศรีสุวรรณ์ กุ้ง ญี่ปุ่น",
    "hindi": "श्रीकृष्ण द्विवेदी विश्वविद्यालय ज्ञानेश्वरी",
    "hebrew with points": "דָּוִד בֶּן־גּוּרְיוֹן",
    "arabic with tashkeel": "مُحَمَّدٌ الْأَمِين",
    "arabic with a letter twice": "فريقًا اللغات مُمُ",
    "persian": "مهدی کریمی‌نژاد",
    "urdu": "محمّد علی خان ٹیکنالوجی",
    "vietnamese": "Nguyễn Thị Hạnh Đặng Ửng",
    "vietnamese in parts": unicodedata.normalize("NFD", "Nguyễn Thị Hạnh Đặng Ửng"),
    "yoruba": "Ọlúwaṣẹ́gun",
    "lithuanian": "Ą̃žuolas m̃ z̈",
    "stressed russian": "Ива́н",
    "twice the same": "z̈z̈ กีกี",
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("words", MARKED.values(), ids=MARKED)
def test_letters_with_marks_leave_in_every_format(words: str, theme: str) -> None:
    resume = a_resume(
        basics={"name": words, "label": words, "summary": f"{words} and {words}"},
        work=[a_role(f"{words} 12 C++ {words}", words, "Led 12 nurses.")],
        meta={"theme": theme},
    )
    for format_ in FORMATS:
        assert render(resume, format_) == render(resume, format_)


@pytest.mark.parametrize("kind", ["thai", "vietnamese", "yoruba", "lithuanian", "stressed russian", "twice the same"])
def test_a_reader_that_knows_glyphs_alone_gets_every_mark_once(kind: str) -> None:
    """pypdf, like the parsers of many portals, looks at what each glyph means and not at what a span states."""
    pages = PdfReader(io.BytesIO(render(a_resume(basics={"name": "X", "label": MARKED[kind]}), "pdf"))).pages
    seen = "".join(pages[0].extract_text().split())
    wanted = "X" + "".join(MARKED[kind].split())
    assert unicodedata.normalize("NFKC", seen) == unicodedata.normalize("NFKC", wanted).replace("้ํ", "ํ้")


def test_the_points_of_a_hebrew_name_stand_by_their_letters() -> None:
    text = READERS["pdf"](render(a_resume(basics={"name": "X", "label": MARKED["hebrew with points"]}), "pdf"))
    points = sorted(letter for letter in text if unicodedata.category(letter) == "Mn")
    assert points == sorted(letter for letter in MARKED["hebrew with points"] if unicodedata.category(letter) == "Mn")
    assert len(points) == 9


def test_a_pdf_with_marks_is_tagged_as_every_other() -> None:
    file = PdfReader(io.BytesIO(render(a_resume(basics={"name": MARKED["thai"]}, work=[a_role("x")]), "pdf")))
    catalog: Any = file.root_object
    assert catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712  # a boolean of the PDF, not of Python
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()
    assert catalog["/StructTreeRoot"]["/K"]
    assert file.pdf_header == "%PDF-1.7"
    numbered = [
        operands[1]["/MCID"] for operands, operator in operations(file) if operator == b"BDC" and "/MCID" in operands[1]
    ]
    assert numbered == list(range(len(numbered)))
    assert len(numbered) > 5


def operations(file: PdfReader) -> Any:
    from pypdf.generic import ContentStream

    return ContentStream(file.pages[0].get_contents(), file).operations


def test_one_format_that_is_refused_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(b"of an earlier posting")
    resume = a_resume(work=[a_role(f"Read {UNSEEN} tablets.")])
    files, refused = write_files(resume, ["pdf", "docx", "txt"], tmp_path)
    assert [file.name for file in files] == [RESULT, "resume.docx", "resume.txt"]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert isinstance(refused, UserError)
    assert "resume.pdf was not written" in refused.message
    assert "U+10600" in refused.message
    assert "docx" in refused.hint


def test_a_format_that_fails_by_our_fault_is_said_to_be_ours(tmp_path: Path) -> None:
    resume = a_resume(work=[{"name": f"St Mary's {UNSEEN}", "startDate": "spring 2019"}])
    files, refused = write_files(resume, ["json", "pdf", "md"], tmp_path)
    assert [file.name for file in files] == [RESULT, "resume.md"]
    assert isinstance(refused, SystemFault)
    assert "resume.json" in refused.message
    assert "resume.pdf" in refused.message


def test_where_nothing_is_refused_nothing_is_said(tmp_path: Path) -> None:
    assert write_files(a_resume(work=[a_role("x y")]), FORMATS, tmp_path)[1] is None


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


PAGES_FROM_THE_RIGHT = {
    "he": ("דנה לוי", "מנהלת מוצר", "חברת אלפא", "הובילה צוות של 12 מפתחים", "ניסיון תעסוקתי"),
    "ar": ("فاطمة الزهراء", "مهندسة برمجيات", "شركة النيل", "قادت فريقًا من 12 مهندسًا", "الخبرات المهنية"),
    "fa": ("مهدی کریمی‌نژاد", "مهندس نرم‌افزار", "شرکت آلفا", "رهبری تیم ۱۲ نفره", "سوابق شغلی"),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", PAGES_FROM_THE_RIGHT)
def test_a_page_in_a_language_from_the_right_begins_there_in_every_format(language: str, theme: str) -> None:
    name, title, employer, line, heading = PAGES_FROM_THE_RIGHT[language]
    role = {"position": title, "name": employer, "startDate": "2019-03", "highlights": [line, "Led the move to AWS."]}
    basics = {"name": name, "label": title, "email": "a@mail.example", "phone": "+972 3 555 0100"}
    resume = a_resume(basics=basics, work=[role], meta={"language": language, "theme": theme})
    files = {format_: render(resume, format_) for format_ in FORMATS}
    for format_ in ("docx", "html", "md", "txt"):
        assert heading in READERS[format_](files[format_])
    assert f'<html lang="{language}" dir="rtl">' in files["html"].decode()
    assert "+972 3 555 0100" in PdfReader(io.BytesIO(files["pdf"])).pages[0].extract_text()
    begins = [begin for begin, text in places_of(files["pdf"]) if set(employer.split()) & set(text.split())]
    assert begins
    assert min(begins) > 300  # an A4 page is 595 points wide
    from docx import Document
    from docx.oxml.ns import qn

    paragraphs = Document(io.BytesIO(files["docx"])).paragraphs
    assert all(paragraph._p.find(f".//{qn('w:bidi')}") is not None for paragraph in paragraphs)


def places_of(file: bytes) -> list[tuple[float, str]]:
    seen: list[tuple[float, str]] = []
    PdfReader(io.BytesIO(file)).pages[0].extract_text(
        visitor_text=lambda text, matrix, *_: seen.append((matrix[4], text))
    )
    return seen


@pytest.mark.parametrize("theme", ["modern", "compact"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", ["ada", "katrin", "tom", "sipho", "yvonne", "maricel"])
def test_a_resume_of_ours_reads_back_from_every_theme(
    name: str, form: Literal["pdf", "docx"], theme: str, tmp_path: Path
) -> None:
    given = person(name)
    written = a_resume(**{**given, "meta": {"theme": theme}})
    (tmp_path / f"cv.{form}").write_bytes(render(written, form))
    reading = read_document(tmp_path / f"cv.{form}", form, name)
    fields = {
        "work": ("name", "position", "startDate", "endDate"),
        "education": ("institution",),
        "certificates": ("name", "issuer"),
    }
    for section, names in fields.items():
        wanted = [tuple(entry.get(field) for field in names) for entry in given.get(section, [])]
        assert [tuple(entry.get(field) for field in names) for entry in of(reading, section)] == wanted
