"""Sheet -> PDF, tagged for screen readers (PDF/UA-1), the same bytes for a sheet, and read back before it leaves.

The page itself is designed in resume.typ.
"""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from resumify.errors import SystemFault, UserError
from resumify.render.sheet import Sheet

_PAGE = Path(__file__).with_name("resume.typ")
_SIZES = (10.5, 10.0)  # points; parsers and people want at least 10
_TIMESTAMP = 1_735_689_600  # 2025-01-01; when a résumé was printed is nobody's concern, and bytes stay the same
_ELSEWHERE = "The other formats (docx, html, md, txt) hold it."


def to_pdf(sheet: Sheet) -> bytes:
    """Return the PDF, in which every line of the sheet can be found again in order.

    Fonts of the machine step in where ours lack a character. Raises UserError naming what no font here has, or what
    cannot be read back.
    """
    size, _ = _measured(sheet)
    faults = []
    for ignore_system_fonts in (True, False):
        try:
            pdf = _compile(sheet, _Setting(size, ignore_system_fonts, strict=True))
        except _Unprintable as fault:
            faults.append(fault)
            continue
        _verify(pdf, list(sheet.lines()))
        return pdf
    raise UserError(_lacking(sheet, faults[-1]), _ELSEWHERE)


def count_pages(sheet: Sheet) -> int:
    """Return how many pages the PDF has, also where a character is missing from its fonts."""
    _, pages = _measured(sheet)
    return pages


def _measured(sheet: Sheet) -> tuple[float, int]:
    """The size of the text in points and the pages it takes: the smaller size only where it saves a page."""
    from pypdf import PdfReader

    counts: list[tuple[int, float]] = []
    for size in _SIZES:
        pdf = _compile(sheet, _Setting(size, ignore_system_fonts=True, strict=False))
        counts.append((len(PdfReader(io.BytesIO(pdf)).pages), -size))
        if counts[0][0] == 1:
            break
    pages, size = min(counts)
    return -size, pages


@dataclass(frozen=True)
class _Setting:
    """`strict` holds the PDF to PDF/UA-1, which refuses what no font can show."""

    size: float
    ignore_system_fonts: bool
    strict: bool


class _Unprintable(Exception):
    """typst could not make a PDF that the standard allows."""


def _compile(sheet: Sheet, setting: _Setting) -> bytes:
    import typst

    data = {**asdict(sheet), "title": " – ".join(filter(None, (sheet.name, sheet.label))) or "Résumé"}
    try:
        pdf = typst.compile(
            _PAGE,
            root=_PAGE.parent,
            sys_inputs={"sheet": json.dumps(data), "size": str(setting.size)},
            ignore_system_fonts=setting.ignore_system_fonts,
            pdf_standards=["ua-1"] if setting.strict else [],
            timestamp=_TIMESTAMP,
        )
    except typst.TypstError as error:
        if setting.strict:
            raise _Unprintable(str(error)) from error
        raise SystemFault(f"The PDF could not be set: {error}", _ELSEWHERE) from error
    assert isinstance(pdf, bytes)
    return pdf


def _lacking(sheet: Sheet, fault: _Unprintable) -> str:
    """Say which characters are missing: those that do not come back from a PDF made without a standard."""
    shown = set(_compact(_extract(_compile(sheet, _Setting(_SIZES[0], ignore_system_fonts=False, strict=False)))))
    lost = sorted({character for line in sheet.lines() for character in _compact(line)} - shown)
    if not lost:
        return f"The PDF could not be set: {fault}"
    names = ", ".join(f"{character} (U+{ord(character):04X})" for character in lost[:5])
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    return f"No font on this machine can print {names}{more} in a PDF."


def _verify(pdf: bytes, lines: Sequence[str]) -> None:
    text = _compact(_extract(pdf))
    if "\x00" in text or "\ufffd" in text:
        raise UserError("The PDF holds characters that cannot be read back from it.", _ELSEWHERE)
    begin = 0
    for line in lines:
        wanted = _compact(line)
        found = text.find(wanted, begin)
        if found < 0:
            raise UserError(f"This line cannot be read back from the PDF in its place: {line}", _ELSEWHERE)
        begin = found + len(wanted)


def _extract(pdf: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _compact(text: str) -> str:
    """The characters that print: line breaks and spaces are the page's, ligatures the font's."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")
