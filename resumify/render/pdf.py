"""Sheet -> PDF, tagged for screen readers (PDF/UA-1), the same bytes for a sheet.

The page itself is designed in resume.typ, with a theme's measures.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resumify.errors import SystemFault, UserError
from resumify.render.fonts import bundled, families
from resumify.render.labels import reads_from_right
from resumify.render.sheet import Sheet
from resumify.render.syllables import say_once
from resumify.render.themes import THEMES

_PAGE = Path(__file__).with_name("resume.typ")
_TIMESTAMP = 1_735_689_600  # 2025-01-01; when a résumé was printed is nobody's concern, and bytes stay the same
_ELSEWHERE = "The other formats (docx, html, md, txt) hold it."
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)")
_A_BOOK = 5  # pages from which on nobody minds one more
_DRAWN_IN = 0.8  # share of the usual space
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LAST_WHOLE = "\u024f"  # of the Latin letters that every font of ours has
_LONG_RUN = re.compile(r"\S{40}")


def to_pdf(sheet: Sheet) -> bytes:
    """Return the PDF.

    Fonts of the machine step in where ours lack a character. Raises UserError naming what no font here has.
    """
    size, _ = _measured(sheet)
    try:
        return _compile(sheet, _Setting(size))
    except _Unprintable:
        pass
    try:
        return _compile(sheet, _Setting(size, with_the_machines_fonts=True))
    except _Unprintable as fault:
        raise UserError(_lacking(sheet, fault), _ELSEWHERE) from fault


def count_pages(sheet: Sheet) -> int:
    """Return how many pages the PDF has, also where a character is missing from its fonts."""
    _, pages = _measured(sheet)
    return pages


def _measured(sheet: Sheet) -> tuple[float, int]:
    """The size of the text in points and the pages it takes: the smaller size only where it saves a page.

    With the smaller size goes less space between sections and entries.
    """
    counts: list[tuple[int, float]] = []
    for size in THEMES[sheet.theme].sizes:
        counts.append((_pages(sheet, size), -size))
        if counts[0][0] == 1 or counts[0][0] > _A_BOOK:
            break
    pages, size = min(counts)
    return -size, pages


@dataclass(frozen=True)
class _Setting:
    size: float
    with_the_machines_fonts: bool = False


class _Unprintable(Exception):
    """typst could not make a PDF that the standard allows; PDF/UA-1 refuses what no font can show."""


def _pages(sheet: Sheet, size: float) -> int:
    """Count in an untagged PDF of no standard. typst's query would be a little faster, but keeps what it has set."""
    import typst

    pdf = typst.compile(_PAGE, pdf_tags=False, **_world(sheet, _Setting(size)))
    return max(int(count) for count in _PAGES.findall(pdf))


def _compile(sheet: Sheet, setting: _Setting) -> bytes:
    import typst

    try:
        pdf = typst.compile(_PAGE, pdf_standards="ua-1", timestamp=_TIMESTAMP, **_world(sheet, setting))
    except typst.TypstError as error:
        raise _Unprintable(str(error)) from error
    return say_once(bytes(pdf)) if any(map(_has_marks, sheet.lines())) else bytes(pdf)


def _has_marks(line: str) -> bool:
    """Tell whether letters may be set in parts, a mark beside its letter; those of Europe's languages are whole."""
    parted = unicodedata.normalize("NFD", "".join(letter for letter in line if letter > _LAST_WHOLE))
    return any(unicodedata.category(letter).startswith("M") for letter in parted)


def _world(sheet: Sheet, setting: _Setting) -> dict[str, Any]:
    """All that typst is told. A person's words go in as JSON, so that none of them is markup."""
    text = "\n".join(sheet.lines())
    data = {
        **asdict(sheet),
        "title": " – ".join(filter(None, (sheet.name, sheet.label))) or "Résumé",
        "from-right": reads_from_right(sheet.language),
        "both-ways": _FROM_RIGHT.search(text) is not None,
        "long-runs": _LONG_RUN.search(text) is not None,
    }
    theme = THEMES[sheet.theme]
    spread = 1.0 if setting.size == theme.sizes[0] else _DRAWN_IN
    look = {**asdict(theme), "families": families(theme.font, text)}
    return {
        "root": _PAGE.parent,
        "font_paths": bundled(setting.with_the_machines_fonts),
        "ignore_system_fonts": not setting.with_the_machines_fonts,
        "sys_inputs": {
            "sheet": json.dumps(data),
            "theme": json.dumps(look),
            "size": str(setting.size),
            "spread": str(spread),
        },
    }


def _lacking(sheet: Sheet, fault: _Unprintable) -> str:
    """Say which characters no font has: each is tried by itself."""
    size = THEMES[sheet.theme].sizes[0]
    tried = {c: _tried(sheet, c, size) for c in sorted({c for line in sheet.lines() for c in line if ord(c) > 0x7E})}
    lost = [character for character, printed in tried.items() if not printed]
    if not lost:
        raise SystemFault(f"The PDF could not be set: {fault}", _ELSEWHERE)
    names = ", ".join(f"{character} (U+{ord(character):04X})" for character in lost[:5])
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    return f"No font on this machine can print {names}{more} in a PDF."


def _tried(sheet: Sheet, character: str, size: float) -> bool:
    alone = Sheet(sheet.language, sheet.theme, character, "", (), (), "", ())
    try:
        _compile(alone, _Setting(size, with_the_machines_fonts=True))
    except _Unprintable:
        return False
    return True
