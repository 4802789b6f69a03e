"""Made-up résumés to render, and what a reader of each format sees of the file."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from resumify.models import MatchReport, ModelLabel, Resume
from resumify.render import render

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
        seen = Shown(data.decode()).text
    elif format == "md":
        from markdown_it import MarkdownIt

        seen = Shown(MarkdownIt("commonmark").render(data.decode())).text
    else:
        seen = data.decode()
    return re.sub(r"\s+|​", "", seen)


class Shown(HTMLParser):
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
