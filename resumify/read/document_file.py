"""A résumé as PDF or DOCX -> Reading. Such files hold lines and no structure, so the reading says that it is unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from resumify.clean import date_range, first_date
from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading
from resumify.read.documents import Item, as_documents, normalised
from resumify.read.files import read_bytes
from resumify.read.items import items_of, with_summary
from resumify.read.outline import outline_of, unwrapped
from resumify.read.pdf_lines import Text, pdf_text
from resumify.read.phrases import DASH
from resumify.read.top import basics_of_lines
from resumify.read.visible import Line
from resumify.read.word_lines import Paragraph, docx_text

_BESIDE_DATES = 70  # characters of a title or an employer that share a line with dates
_BESIDE_DATES_IN_PARTS = 110  # the same, of "Title · Employer"
_BULLET = re.compile(r"^\s*[•‣▪▫■□●○◦∙⁃·➢►✓✔\uf0b7\uf0a7*–—-]\s*(?=\S)")
_COLUMNS = "it has columns, which were read one after the other."
_CHECK = "it holds lines and no structure; check titles, employers and dates of what was read."


def read_document(path: Path, kind: Literal["pdf", "docx"], owner: str) -> Reading:
    """Read the résumé at `path` as the owner's profile.

    No section counts as complete, so nothing is deleted by it. Raises InvalidInput where the file is damaged,
    protected, or only pictures, EmptyProfile where no section is found in it.
    """
    content = read_bytes(path)
    if kind == "docx":
        paragraphs, columns = docx_text(content, path.name)
        shown = _docx_lines(paragraphs)
    else:
        text = pdf_text(content, path.name)
        shown, columns = _pdf_lines(text), text.columns
    if sum(len(line.text) for line in shown) < 40:
        raise InvalidInput(f"{path.name} holds hardly any text.", "If it was scanned, import another form of it.")
    top, blocks = outline_of(shown)
    basics, said = with_summary(*basics_of_lines(top), blocks)
    items = [Item("basics", normalised("basics", basics), said, path.name)] if basics else []
    doubts = [f"{path.name}: {doubt}" for doubt in (_CHECK, *([_COLUMNS] if columns else []))]
    for block in blocks:
        found, unsure = items_of(block, path.name)
        items += found
        doubts += [f"{block.section}: {doubt}" for doubt in unsure]
    if not any(item.section != "basics" for item in items):
        raise EmptyProfile(
            f"{path.name} has no headings such as Experience, Education or Skills that could be read.",
            "Import it in another form, such as JSON Resume.",
        )
    return Reading(
        documents=as_documents(items, owner, datetime.now(UTC)), complete=frozenset(), uncertain=tuple(doubts)
    )


def _pdf_lines(text: Text) -> list[Line]:
    """The lines, joined where only the width of their column broke them, with the dates that begin one set apart."""
    parts = ([_line(piece) for line in part for piece in _dates_first(_dates_set_apart(line))] for part in text.parts)
    return [line for part in parts for line in unwrapped(part)]


def _docx_lines(paragraphs: Sequence[Paragraph]) -> list[Line]:
    """The lines of each paragraph; what a line break parts is a line of its own."""
    pieces = [
        (_line(piece), one)
        for one in paragraphs
        for raw in one.text.splitlines()
        for piece in ([raw] if one.level else _dates_first(raw))
    ]
    return [Line(line.text, line.bullet or one.listed, one.level) for line, one in pieces if line.text.strip()]


def _dates_set_apart(raw: str) -> str:
    """The line with a gap before the dates that it ends with: set at the right margin, they lose it in the text."""
    text = raw.rstrip()
    span = date_range(text)
    single = first_date(text) if span is None else None
    begin, stop = (span.begin, span.stop) if span else single[1:] if single else (0, 0)
    if span is not None and len(span.start) == len("2021-09-09") > len(span.end or ""):
        begin = stop - len(re.sub(r"^(?:[02-9]|\d\d)\s+", "", text[begin:stop]))  # "Head of Year 9 Sep 2021 - Present"
    before = text[:begin].rstrip()
    room = _BESIDE_DATES_IN_PARTS if DASH.search(before) else _BESIDE_DATES
    ends_line = stop == len(text) and 0 < len(before) <= room
    is_name = span is not None or DASH.search(before) or before.rsplit(" ", 1)[-1][:1].isupper()
    return f"{before}\t{text[begin:]}" if ends_line and is_name and text[begin - 1].isspace() else text


def _dates_first(text: str) -> list[str]:
    """The line, or its dates and then what they begin: "2016 - 2019 Staff Nurse" is two lines of an entry."""
    span = date_range(text)
    single = first_date(text) if span is None else None
    begin, stop = (span.begin, span.stop) if span else single[1:] if single else (0, 0)
    after = text[stop:].strip(" \t:|·–—-")
    is_name = after[:1].isupper() and len(after) <= _BESIDE_DATES and first_date(after) is None
    return [text[:stop], after] if stop and not text[:begin].strip() and is_name else [text]


def _line(raw: str) -> Line:
    text = "\t".join(" ".join(part.split()) for part in raw.split("\t") if part.strip())
    bare = _BULLET.sub("", text)
    return Line(bare, bullet=bare != text)
