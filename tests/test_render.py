"""A finished résumé as files: nothing lost, nothing executed, the same bytes twice."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from resumify.errors import InvalidInput, UserError
from resumify.models import MatchReport, ModelLabel, Resume
from resumify.render import FORMATS, page_count, render
from resumify.render.labels import month, period, word
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


@settings(deadline=None, max_examples=40)
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
    lines = [a_resume(work=[a_role(*["Led 12 nurses on a ward."] * count)]) for count in range(30, 60)]
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
