"""A finished résumé -> bytes in one of the formats that people and portals ask for. Chooses and judges nothing.

JSON Resume -> Sheet (what stands on the page) -> json, pdf, docx, html, md, txt. The language of headings and dates is
the résumé's own, `meta.language`; so is its look, `meta.theme`, one of THEMES. Each file is read back before it leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from resumify.errors import InvalidInput
from resumify.models import Resume
from resumify.render.pdf import count_pages, to_pdf
from resumify.render.plain import to_md, to_txt
from resumify.render.readback import verify
from resumify.render.sheet import Sheet, sheet_of
from resumify.render.structured import to_json
from resumify.render.themes import DEFAULT_THEME, THEMES, ThemeName
from resumify.render.web import to_html
from resumify.render.word import to_docx

_WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    "pdf": to_pdf,
    "docx": to_docx,
    "html": to_html,
    "md": to_md,
    "txt": to_txt,
}
FORMATS = ("json", *_WRITERS)

__all__ = ["DEFAULT_THEME", "FORMATS", "THEMES", "ThemeName", "page_count", "render"]


def render(resume: Resume, format: str) -> bytes:  # noqa: A002  # the contract's own word
    """Return the résumé as a file of this format: one of FORMATS; "json" is the JSON Resume object alone.

    Deterministic to the byte. Raises InvalidInput for another format, UserError where a PDF cannot hold a character,
    and SystemFault where the file, read back, does not say what the résumé says.
    """
    if format == "json":
        return to_json(resume.resume)
    if format not in _WRITERS:
        raise InvalidInput(f"There is no format {format!r}.", f"Choose of {', '.join(FORMATS)}.")
    sheet = sheet_of(resume.resume)
    file = _WRITERS[format](sheet)
    verify(format, file, sheet.lines())
    return file


def page_count(resume: Mapping[str, Any]) -> int:
    """Return the pages that a JSON Resume takes as PDF, whatever its characters."""
    return count_pages(sheet_of(resume))
