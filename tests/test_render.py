"""A finished résumé as files: nothing lost, nothing executed, the same bytes twice."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import resumify.render
from resumify.errors import InvalidInput, SystemFault, UserError
from resumify.models import MatchReport, ModelLabel, Resume
from resumify.render import DEFAULT_THEME, FORMATS, THEMES, page_count, render
from resumify.render.fonts import FOLDER
from resumify.render.labels import month, period, word
from resumify.render.readback import READERS, verify
from resumify.render.sheet import sheet_of

PEOPLE = sorted((Path(__file__).parent.parent / "demo" / "people").glob("*.json"))
UNSEEN = "\U00010600"  # Linear A: no font of a usual machine has it


def a_resume(**sections: Any) -> Resume:
    return Resume(
        id="1",
        profile="ada",
        resume={"basics": {"name": "Ada Lindqvist"}, **sections},
        evidence={},
        match=MatchReport(requirements=(), coverage=0.0, ceiling=0.0),
        model=ModelLabel(name="", version="none"),
    )


def a_role(*highlights: str) -> dict[str, Any]:
    return {"name": "St Mary's", "position": "Nurse", "startDate": "2019-03", "highlights": list(highlights)}


def text_of(resume: Resume, format: str) -> str:  # noqa: A002
    """What a reader of the file sees, without line breaks and spaces."""
    data = render(resume, format)
    if format == "pdf":
        seen = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif format == "docx":
        from docx import Document

        seen = "".join(
            "".join(item.text or "" for item in paragraph._p.iter() if item.tag.endswith("}t"))
            for paragraph in Document(io.BytesIO(data)).paragraphs
        )
    elif format == "html":
        seen = _Shown(data.decode()).text
    elif format == "md":
        from markdown_it import MarkdownIt

        seen = _Shown(MarkdownIt("commonmark").render(data.decode())).text
    else:
        seen = data.decode()
    return re.sub(r"\s+|​", "", seen)


class _Shown(HTMLParser):
    """The text of a page, without its head."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self._hidden = "", False
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden = self._hidden or tag == "head"

    def handle_endtag(self, tag: str) -> None:
        self._hidden = self._hidden and tag != "head"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


@pytest.mark.parametrize("person", PEOPLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "json"])
def test_every_line_of_a_real_person_is_in_every_format(person: Path, format_: str) -> None:
    resume = a_resume(**json.loads(person.read_text(encoding="utf-8")))
    seen = text_of(resume, format_)
    lines = [re.sub(r"\s+", "", line) for line in sheet_of(resume.resume).lines()]
    assert len(lines) > 20
    assert [line for line in lines if line not in seen] == []


def test_there_are_people_to_render() -> None:
    assert len(PEOPLE) >= 10


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_resume_gives_the_same_bytes(format_: str) -> None:
    resume = a_resume(work=[a_role("Led 12 nurses.")])
    assert render(resume, format_) == render(resume, format_)


def test_json_is_the_json_resume_alone() -> None:
    resume = a_resume(work=[a_role("Größe zählt: 35 %")])
    assert json.loads(render(resume, "json")) == resume.resume
    assert "Größe" in render(resume, "json").decode()


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(InvalidInput, match="'rtf'"):
        render(a_resume(), "rtf")


def test_json_that_is_no_json_resume_does_not_leave() -> None:
    with pytest.raises(SystemFault, match=r"work\[0\]\.startDate: 'spring 2019'"):
        render(a_resume(work=[{"name": "St Mary's", "startDate": "spring 2019"}]), "json")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda path: path.stem)
def test_a_real_persons_json_is_json_resume(person: Path) -> None:
    resume = a_resume(**json.loads(person.read_text(encoding="utf-8")))
    assert json.loads(render(resume, "json")) == resume.resume


@settings(deadline=None, max_examples=25)
@given(
    st.text(alphabet=st.sampled_from("aZ09 #$*_`[]()<>{}\\|~&;:!?+-=.,'\"@/%^éß"), min_size=1, max_size=40).filter(
        lambda text: any(character.isalnum() for character in text)
    )
)
def test_whatever_people_type_is_text_in_every_format(typed: str) -> None:
    """Typst, HTML and Markdown all have markup of their own; none of it may act."""
    resume = a_resume(work=[a_role(typed, "the end")])
    wanted = [re.sub(r"\s+", "", line) for line in sheet_of(resume.resume).lines()]
    for format_ in ("pdf", "docx", "html", "md", "txt"):
        seen = text_of(resume, format_)
        assert [line for line in wanted if line not in seen] == [], format_


@pytest.mark.parametrize("word_", ["C++", "C#", ".NET", "CI/CD", "35%", "$1.2M", "Zażółć", "offline efficient ffi"])
def test_words_survive_the_pdf(word_: str) -> None:
    assert word_.replace(" ", "") in text_of(a_resume(work=[a_role(f"Knows {word_} well.")]), "pdf")


def test_the_pdf_is_tagged_and_names_its_language() -> None:
    catalog: Any = PdfReader(io.BytesIO(render(a_resume(meta={"language": "de"}), "pdf"))).root_object
    assert catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712  # a boolean of the PDF, not of Python
    assert catalog["/Lang"] == "de"


def test_a_character_without_a_font_is_named_and_spoils_the_pdf_alone() -> None:
    resume = a_resume(work=[a_role(f"Read {UNSEEN} tablets.")])
    with pytest.raises(UserError, match=r"U\+10600"):
        render(resume, "pdf")
    assert UNSEEN in text_of(resume, "docx")
    assert page_count(resume.resume) == 1


def test_links_lead_only_to_the_web_and_the_post() -> None:
    basics = {"name": "Ada", "url": "javascript:alert(1)", "email": "a@b.example", "profiles": [{"url": "data:x"}]}
    page = _Shown(render(a_resume(basics=basics), "html").decode())
    assert [attributes["href"] for tag, attributes in page.tags if tag == "a"] == ["mailto:a@b.example"]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = _Shown(render(a_resume(work=[a_role('<script src="//evil"></script>x')]), "html").decode())
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in page.tags}


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Experience"), ("de-AT", "Berufserfahrung"), ("fr", "Expérience professionnelle")]
)
def test_headings_speak_the_resumes_language(language: str, heading: str) -> None:
    resume = a_resume(work=[a_role("x y")], meta={"language": language})
    assert heading.replace(" ", "") in text_of(resume, "pdf")


def test_a_language_that_we_do_not_speak_has_english_headings() -> None:
    assert word("work", "xx") == "Experience"
    assert month("2021-05", "xx") == "May 2021"


def test_dates_read_like_dates() -> None:
    assert period("2019-03", "", "de", runs=True) == "März 2019 – heute"
    assert period("2019", "2019", "en", runs=True) == "2019"
    assert period("2020", "", "en", runs=False) == "2020"
    assert month("spring 2019", "en") == "spring 2019"


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


def test_a_resume_without_a_name_is_still_a_document() -> None:
    assert "Python" in text_of(a_resume(basics={}, skills=[{"name": "Python"}]), "pdf")


def test_no_name_moves_a_line_to_another_page() -> None:
    """Whoever is called what must not decide what of them is shown."""
    names = ("X", "Li Wu", "Wolfeschlegelstein " * 12)
    for count in range(44, 60):
        work = [a_role(*["Led 12 nurses on a ward."] * count)]
        first, *others = ({"basics": {"name": name}, "work": work} for name in names)
        assert [page_count(other) for other in others] == [page_count(first)] * len(others)


def test_docx_is_one_column_of_built_in_styles() -> None:
    from docx import Document

    document = Document(io.BytesIO(render(a_resume(work=[a_role("Led 12 nurses.")]), "docx")))
    assert not document.tables
    assert {paragraph.style.name for paragraph in document.paragraphs} <= {
        *("Title", "Subtitle", "Heading 1", "Heading 2", "Normal", "List Bullet"),
    }


def read(resume: Resume, format: str) -> str:  # noqa: A002
    return READERS[format](render(resume, format))


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "json"])
@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["Ada Lindqvist", "Experience", "Nurse", "Mar 2019 – Present", "St Mary's"], "says more"),
        (["Ada Lindqvist", "Experience", "Nurse", "Mar 2019 – Present", "St Mary's", "Led 13 nurses."], "Led 13"),
        (["Experience", "Ada Lindqvist", "Nurse", "Mar 2019 – Present", "St Mary's", "Led 12 nurses."], "Experience"),
        (["Ada Lindqvist", "Nurse", "Mar 2019 – Present", "St Mary's", "Led 12 nurses."], "Nurse"),
    ],
    ids=["one more", "another", "moved", "between"],
)
def test_a_file_that_says_anything_else_does_not_leave(format_: str, lines: list[str], complaint: str) -> None:
    file = render(a_resume(work=[a_role("Led 12 nurses.")]), format_)
    verify(format_, file, ["Ada Lindqvist", "Experience", "Nurse", "Mar 2019 – Present", "St Mary's", "Led 12 nurses."])
    with pytest.raises(SystemFault, match=complaint):
        verify(format_, file, lines)


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "json"])
def test_a_writer_that_loses_a_line_hands_out_nothing(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short = render(a_resume(), format_)
    monkeypatch.setitem(resumify.render._WRITERS, format_, lambda sheet: short)
    with pytest.raises(SystemFault, match="Experience"):
        render(a_resume(work=[a_role("Led 12 nurses.")]), format_)


def test_a_letter_lost_from_a_hebrew_line_is_noticed() -> None:
    file = render(a_resume(basics={"name": "Dana", "label": "מנהלת מוצר"}), "pdf")
    verify("pdf", file, ["Dana", "מנהלת מוצר"])
    with pytest.raises(SystemFault):
        verify("pdf", file, ["Dana", "מנהלת מוצק"])


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
}


@pytest.mark.parametrize(("name", "font"), NAMES.items())
def test_names_of_the_world_are_printed_in_fonts_of_ours_and_read_in_order(name: str, font: str) -> None:
    resume = a_resume(basics={"name": name}, work=[a_role("Led 12 nurses.")])
    file = render(resume, "pdf")
    assert re.sub(r"\s", "", READERS["pdf"](file)).startswith(name.replace(" ", "") + "Experience")
    assert any(font in one for one in fonts_of(file))
    for format_ in ("docx", "html", "md", "txt"):
        assert name in read(resume, format_)


def fonts_of(file: bytes) -> set[str]:
    pages: Any = PdfReader(io.BytesIO(file)).pages
    return {str(font.get_object()["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}


def test_a_name_in_kana_makes_the_characters_japanese() -> None:
    """直 is one character in Unicode and two on paper."""
    assert any("CJKsc" in font for font in fonts_of(render(a_resume(basics={"name": "直"}), "pdf")))
    assert any("CJKjp" in font for font in fonts_of(render(a_resume(basics={"name": "直 なお"}), "pdf")))


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
    page = _Shown(render(resume, "html").decode())
    assert {str(attributes["href"]).split(":")[0] for tag, attributes in page.tags if tag == "a"} <= {"https", "mailto"}
    places: list[float] = []
    for sheet in PdfReader(io.BytesIO(render(resume, "pdf"))).pages:
        sheet.extract_text(visitor_text=lambda text, matrix, *_: places.append(matrix[4]) if text.strip() else None)
    assert places
    assert max(places) < 595 - 28  # an A4 page is 595 points wide


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
def test_no_heading_and_no_head_of_a_role_ends_a_page(theme: str) -> None:
    split = 0
    for count in range(8, 30, 3):
        roles = [a_role(*["Led 12 nurses on a ward."] * lines) for lines in (count, count, 3, 3, 9)]
        resume = a_resume(work=roles, education=[{"institution": "Kings", "area": "Nursing"}], meta={"theme": theme})
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(render(resume, "pdf"))).pages]
        for page in pages[:-1]:
            split += 1
            assert page.split()[-1] in ("ward.", "Kings"), page[-80:]
    assert split > 3


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Mar 2019 – Present"),
        ("de", "März 2019 – heute"),
        ("fr", "mars 2019 – aujourd’hui"),
        ("es", "mar 2019 – actualidad"),
        ("it", "mar 2019 – oggi"),
        ("nl", "mrt 2019 – heden"),
        ("pt-BR", "mar. de 2019 – presente"),
        ("pl", "mar 2019 – obecnie"),
        ("sv", "mars 2019 – pågående"),
        ("no", "mars 2019 – nå"),
        ("ja", "2019年3月 – 現在"),
    ],
)
def test_dates_follow_the_grammar_of_their_language(language: str, said: str) -> None:
    assert period("2019-03", "", language, runs=True) == said
    assert said.replace(" ", "") in text_of(a_resume(work=[a_role("x")], meta={"language": language}), "pdf")


def test_a_docx_paragraph_in_arabic_reads_from_the_right() -> None:
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(render(a_resume(work=[a_role("إدارة فريق", "Led 12.")]), "docx")))
    turned = [
        paragraph.text for paragraph in document.paragraphs if paragraph._p.find(f".//{qn('w:bidi')}") is not None
    ]
    assert turned == ["إدارة فريق"]
    assert not list(document.element.body.iter(qn("w:txbxContent")))


def test_the_fonts_stay_small_and_each_says_whence_it_comes() -> None:
    files = [file for file in FOLDER.iterdir() if file.suffix in (".otf", ".ttf")]
    story = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(files) > 10
    assert sum(file.stat().st_size for file in files) < 12_000_000
    assert [file.name for file in files if file.name.split("-")[0] not in story] == []
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
