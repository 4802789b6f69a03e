"""A DOCX -> the lines of its text in the order in which a person reads them, also out of tables, boxes and margins.

What the lines say is for `outline`; a table that lays out the page is read cell by cell, one of rows row by row.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resumify.errors import InvalidInput
from resumify.headings import is_contact, section_of

_LARGEST = 100_000_000  # bytes that a DOCX may unpack to
_DAMAGE = (ValueError, TypeError, AttributeError, SyntaxError)  # what half an archive makes python-docx raise
_REACHES = re.compile(r"@|(?:\+|\(?0)\d[\d\s()/.-]{5,}\d|linkedin\.|github\.")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text, whether it is an item of a list, and the level of its heading, 0 for none."""

    text: str
    listed: bool = False
    level: int = 0


def docx_text(content: bytes, name: str) -> tuple[list[Paragraph], bool]:
    """Return the paragraphs of the DOCX called `name`, and whether columns had to be read one after the other.

    Raises InvalidInput where it is damaged or protected, or unpacks to more than a résumé has.
    """
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                raise InvalidInput(f"{name} unpacks to more than {_LARGEST:,} bytes.", "Save it once more.")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, *_DAMAGE) as error:
        raise InvalidInput(f"{name} is a damaged DOCX file.", "Save it once more.") from error
    body, columns = _flow(document)
    columns = sorted([*columns, *_boxes(document)], key=lambda column: -sum(len(one.text) for one in column))
    margins = [*_margin(document, "header"), *(one for one in _margin(document, "footer") if _REACHES.search(one.text))]
    heads = [one for column in (body, *columns) for one in _head(column)]
    rests = [one for column in (body, *columns) for one in column[len(_head(column)) :]]
    return [*margins, *heads, *rests], bool(columns)


def _flow(holder: Any) -> tuple[list[Paragraph], list[list[Paragraph]]]:
    """The paragraphs in reading order, and apart from them those of cells that a table lays side by side."""
    from docx.table import Table

    flow: list[Paragraph] = []
    columns: list[list[Paragraph]] = []
    for inner in holder.iter_inner_content():
        if not isinstance(inner, Table):
            flow.append(_paragraph(inner))
            continue
        for cells in _rows(inner):
            parts = [_flow(cell) for cell in cells]
            columns += [column for _, inside in parts for column in inside]
            texts = [text for text, _ in parts if any(one.text.strip() for one in text)]
            if sum(any(map(_opens, text)) for text in texts) > 1:
                columns += texts
            else:
                flow += [one for text in texts for one in text]
    return flow, columns


def _rows(table: Any) -> Iterator[list[Any]]:
    """The table's cells row by row; merged cells come once, not once for each column or row that they span."""
    seen: set[Any] = set()
    for row in table.rows:
        cells = [cell for cell in dict.fromkeys(row.cells) if cell._tc not in seen]
        seen |= {cell._tc for cell in cells}
        yield cells


def _boxes(document: Any) -> list[list[Paragraph]]:
    """The text boxes, each as its newer form says; Word repeats them in an older one for programs of old."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph as Piece

    boxes = [
        [_paragraph(Piece(piece, document._body)) for piece in box.iter(qn("w:p"))]
        for box in document.element.body.iter(qn("w:txbxContent"))
        if not any(str(parent.tag).endswith("}Fallback") for parent in box.iterancestors())
    ]
    return [box for box in boxes if any(one.text.strip() for one in box)]


def _margin(document: Any, kind: str) -> list[Paragraph]:
    """What the headers or footers of the pages say, once."""
    pieces = [piece for section in document.sections for piece in getattr(section, kind).paragraphs]
    return list(dict.fromkeys(_paragraph(piece) for piece in pieces if piece.text.strip()))


def _head(column: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """What stands above the first heading."""
    return column[: next((i for i, one in enumerate(column) if _opens(one)), len(column))]


def _opens(paragraph: Paragraph) -> bool:
    return any(section_of(line.strip(" :")) is not None or is_contact(line) for line in paragraph.text.splitlines())


def _paragraph(piece: Any) -> Paragraph:
    style = (piece.style.name or "").casefold() if piece.style is not None else ""
    listed = style.startswith("list") or piece._p.find(".//{*}numPr") is not None
    found = re.match(r"heading (\d)|title$", style)
    return Paragraph(piece.text, listed, (int(found[1]) if found[1] else 1) if found else 0)
