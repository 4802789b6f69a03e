"""Whatever script a name or a line is written in: it leaves in every format, in fonts of ours, and reads back."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from resumify.errors import SystemFault
from resumify.render import FORMATS, THEMES, render
from resumify.render.fonts import FOLDER
from resumify.render.readback import READERS, verify
from tests.rendered import a_resume, a_role

NAMES = {
    "王小明": "NotoSansCJKsc",
    "陳慧玲": "NotoSansCJKsc",
    "髙橋 さくら": "NotoSansCJKjp",
    "김철수": "NotoSansCJKkr",
    "Надія Їжак": "LibertinusSerif",
    "Ελένη Παπαδοπούλου": "LibertinusSerif",
    "Nguyễn Thị Hạnh": "LibertinusSerif",
    "Łukasz Żółć-Ångström": "LibertinusSerif",
    "فاطمة الزهراء": "NotoNaskhArabic",
    "محمد رضا احمدی": "NotoNaskhArabic",
    "דוד לוי": "LibertinusSerif",
    "ნინო ბერიძე": "NotoSansGeorgian",
    "प्रिया शर्मा": "NotoSansDevanagari",
    "শর্মিষ্ঠা চেচেন": "NotoSansBengali",
    "ਹਰਪ੍ਰੀਤ ਸਿੰਘ": "NotoSansGurmukhi",
    "કૃષ્ણા પટેલ": "NotoSansGujarati",
    "ପ୍ରିୟଙ୍କା ମିଶ୍ର": "NotoSansOriya",
    "கார்த்திகேயன்": "NotoSansTamil",
    "శ్రీనివాస్ రెడ్డి": "NotoSansTelugu",
    "ಕೃಷ್ಣಮೂರ್ತಿ": "NotoSansKannada",
    "ശ്രീലക്ഷ്മി": "NotoSansMalayalam",
    "ශ්‍රියානි පෙරේරා": "NotoSansSinhala",
    "ሰላማዊት ተስፋዬ": "NotoSansEthiopic",
    "សុភា ចាន់": "NotoSansKhmer",
    "ສົມໄຊ ພົມມະຈັນ": "NotoSansLao",
    "အောင်ဆန်းမြင့်": "NotoSansMyanmar",
    "Անի Հակոբյան": "NotoSansArmenian",
}


@pytest.mark.parametrize(("name", "font"), NAMES.items())
def test_names_of_the_world_are_printed_in_fonts_of_ours_and_read_in_order(name: str, font: str) -> None:
    resume = a_resume(basics={"name": name}, work=[a_role("Led 12 nurses.")])
    file = render(resume, "pdf")
    assert re.sub(r"\s", "", READERS["pdf"](file)).startswith(name.replace(" ", "") + "Experience")
    assert any(font in one for one in fonts_of(file))
    for format_ in ("docx", "html", "md", "txt"):
        assert name in READERS[format_](render(resume, format_))


@pytest.mark.parametrize("language", ["cs", "es", "pl", "pt"])
def test_a_hyphen_at_the_end_of_a_line_is_said_once(language: str) -> None:
    """Typographers of these languages want it on the next line once more; whoever reads the file must not."""
    lines = [f"{'word ' * count}społeczno-gospodarczy e-commerce/full-stack" for count in range(8, 22)]
    link = "https://example.org/" + "-".join(["long", "words"] * 12)
    resume = a_resume(work=[a_role(*lines)], projects=[{"name": "X-Y", "url": link}], meta={"language": language})
    assert READERS["pdf"](render(resume, "pdf")).count("społeczno-gospodarczy") == len(lines)


def fonts_of(file: bytes) -> set[str]:
    pages: Any = PdfReader(io.BytesIO(file)).pages
    return {str(font.get_object()["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}


def test_a_name_in_kana_makes_the_characters_japanese() -> None:
    """直 is one character in Unicode and two on paper."""
    assert any("CJKsc" in font for font in fonts_of(render(a_resume(basics={"name": "直"}), "pdf")))
    assert any("CJKjp" in font for font in fonts_of(render(a_resume(basics={"name": "直 なお"}), "pdf")))


def test_the_fonts_stay_small_and_each_says_whence_it_comes() -> None:
    files = [file for file in FOLDER.iterdir() if file.suffix in (".otf", ".ttf")]
    story = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(files) > 10
    assert sum(file.stat().st_size for file in files) < 12_000_000
    assert [file.name for file in files if file.name.split("-")[0] not in story] == []
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


SIGNS = [
    *"aZ9 .,:()[]*•·–-ﬁ½™\"'@/%éß王山か한אבגמןعربيةمحمدกนปรय\u200c\u200d\u202e\x07\t\n😀✓",
    *("ดี", "กุ้", "น้ำ", "דָּ", "בֶּ", "شَّ", "مُ", "प्रि", "र्मा", "z\u0308", "ṣ\u0301", "ộ"),
]
TYPED = st.lists(st.sampled_from(SIGNS), max_size=30).map("".join)


@settings(deadline=None, max_examples=15, derandomize=True)
@example(name="א", place=":@", line="", word_="", theme="classic")
@given(*[TYPED] * 4, st.sampled_from(sorted(THEMES)))
def test_every_script_and_sign_leaves_in_every_format(name: str, place: str, line: str, word_: str, theme: str) -> None:
    resume = a_resume(
        basics={"name": name, "label": place, "summary": line, "url": f"https://{word_}"},
        work=[{"position": word_, "name": place, "startDate": "2019", "highlights": [line, name, "end"]}],
        certificates=[{"name": line, "issuer": name, "date": "2020-01"}],
        skills=[{"name": word_, "keywords": [place, line]}],
        meta={"theme": theme},
    )
    for format_ in FORMATS:
        assert render(resume, format_)


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


def test_a_letter_lost_from_a_hebrew_line_is_noticed() -> None:
    file = render(a_resume(basics={"name": "Dana", "label": "מנהלת מוצר"}), "pdf")
    verify("pdf", file, ["Dana", "מנהלת מוצר"])
    with pytest.raises(SystemFault):
        verify("pdf", file, ["Dana", "מנהלת מוצק"])


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


def test_a_docx_paragraph_in_arabic_reads_from_the_right() -> None:
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(render(a_resume(work=[a_role("إدارة فريق", "Led 12.")]), "docx")))
    turned = [
        paragraph.text for paragraph in document.paragraphs if paragraph._p.find(f".//{qn('w:bidi')}") is not None
    ]
    assert turned == ["إدارة فريق"]
    assert not list(document.element.body.iter(qn("w:txbxContent")))
