"""A finished résumé as files: nothing lost, nothing executed, the same bytes twice."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import resumify.render
from resumify.errors import InvalidInput, SystemFault, UserError
from resumify.models import Resume
from resumify.render import FORMATS, page_count, render
from resumify.render.labels import month, period, word
from resumify.render.readback import READERS, verify
from resumify.render.sheet import sheet_of
from tests.rendered import PEOPLE, UNSEEN, Shown, a_resume, a_role, text_of


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
    page = Shown(render(a_resume(basics=basics), "html").decode())
    assert [attributes["href"] for tag, attributes in page.tags if tag == "a"] == ["mailto:a@b.example"]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = Shown(render(a_resume(work=[a_role('<script src="//evil"></script>x')]), "html").decode())
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


def test_a_resume_without_a_name_is_still_a_document() -> None:
    assert "Python" in text_of(a_resume(basics={}, skills=[{"name": "Python"}]), "pdf")


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
