"""A PDF -> the lines of its text in the order in which a person reads them: column after column, the name first.

What the lines say is for `outline`; here counts only where they stand and how large they are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resumify.errors import InvalidInput
from resumify.headings import is_contact, is_document_title, section_of
from resumify.read.columns import Parted, columns_of, margin_comes_first
from resumify.read.discs import write_discs
from resumify.read.from_right import as_read, reads_from_right

_MOST_PAGES = 40
_LONGEST_NAME = 60  # characters
_STANDS_OUT = 1.2  # times the next smaller size
_DAMAGE = (ValueError, KeyError, TypeError, IndexError, RecursionError, AttributeError, ZeroDivisionError)


@dataclass(frozen=True)
class Text:
    """`parts` are wrapped at widths of their own: what is above the sections, then each column; `columns` tells whether
    there were any."""

    parts: tuple[tuple[str, ...], ...]
    columns: bool


def pdf_text(content: bytes, name: str) -> Text:
    """Return the text of the PDF called `name`. Raises InvalidInput where it is damaged, protected or a book."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InvalidInput(f"{name} is protected with a password.", "Save it once more without one.")
        pages = list(reader.pages)
        if len(pages) > _MOST_PAGES:
            raise InvalidInput(f"{name} has {len(pages)} pages; a résumé has a few.", "Is it the right file?")
        plain, parted = zip(*map(_page, pages), strict=True) if pages else ((), ())
        title = _largest(pages[0]) if pages else ""
    except DependencyError as error:
        raise InvalidInput(f"{name} is protected.", "Save it once more without protection.") from error
    except (PyPdfError, *_DAMAGE) as error:
        raise InvalidInput(f"{name} is a damaged PDF file.", "Save it once more.") from error
    if not any(parted):
        return Text((_named_first([line for lines in plain for line in lines], title),), columns=False)
    over, main, side = _in_columns(plain, parted)
    head = [*over, *_head(main), *_head(side)]
    rests = [lines[len(_head(lines)) :] for lines in (main, side)]
    return Text((_named_first(head, title), *map(tuple, rests)), columns=True)


def _page(page: Any) -> tuple[list[str], Parted | None]:
    """The page's lines, and its columns where it has some.

    pypdf turns words round that are read from the right, but not the lines that they stand in: there a page is taken
    as it is seen, and turned round as a whole. It is also taken as it is seen where its file keeps what floats at the
    right margin before all the rest, as browsers do.
    """
    write_discs(page)
    lies = _as_it_lies(page)
    lying = [line.strip() for line in lies.splitlines() if line.strip()]
    if reads_from_right(lies):
        return [_gaps_marked(as_read(line)) for line in lying], None
    lines, columns = [line for line in page.extract_text().splitlines() if line.strip()], columns_of(lies)
    if columns is None and margin_comes_first(lines, lying):
        return [_gaps_marked(line) for line in lying], None
    return lines, columns


def _as_it_lies(page: Any) -> str:
    """The page in layout mode, "" where pypdf cannot lay it out: then its own order is all there is."""
    try:
        return str(page.extract_text(extraction_mode="layout"))
    except _DAMAGE:
        return ""


def _in_columns(plain: Sequence[list[str]], parted: Sequence[Parted | None]) -> tuple[list[str], list[str], list[str]]:
    """What stands over the columns of the first page, then all of the fuller column, then all of the other."""
    known = [page for page in parted if page is not None]
    is_left = sum(len("".join(page.left)) - len("".join(page.right)) for page in known) > 0
    over: list[str] = []
    main: list[str] = []
    side: list[str] = []
    for number, (lines, page) in enumerate(zip(plain, parted, strict=True)):
        if page is None:
            main += lines
            continue
        (over if number == 0 else main).extend(map(_gaps_marked, page.over))
        main += map(_gaps_marked, page.left if is_left else page.right)
        side += map(_gaps_marked, page.right if is_left else page.left)
    return over, main, side


def _gaps_marked(line: str) -> str:
    return re.sub(r"(?<=\S) {3,}(?=\S)", "\t", line)


def _head(lines: Sequence[str]) -> list[str]:
    """What stands above the first heading."""
    stop = next((i for i, line in enumerate(lines) if section_of(line.strip(" :")) or is_contact(line)), len(lines))
    return list(lines[:stop])


def _named_first(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The lines with the largest words of the page, which name the person, before all others."""
    for length in (1, 2, 3):
        for begin in range(len(lines) - length + 1 if title else 0):
            if _squeezed("".join(lines[begin : begin + length])) == _squeezed(title):
                named = [line for line in lines[begin : begin + length] if not is_document_title(line)]
                return (" ".join(named), *lines[:begin], *lines[begin + length :])
    return tuple(lines)


def _largest(page: Any) -> str:
    """The words in the largest type of the page, "" where none stand out as a name does."""
    sizes: dict[float, list[str]] = {}

    def visit(text: str, matrix: Any, placed: Any, font: Any, size: float) -> None:
        del font
        if text.strip():
            height = abs(size) * max(abs(placed[0]), abs(placed[1])) * max(abs(matrix[0]), abs(matrix[1]))
            sizes.setdefault(round(height, 1), []).append(text)

    page.extract_text(visitor_text=visit)
    if len(sizes) < 2:
        return ""
    second, first = sorted(sizes)[-2:]
    words = " ".join("".join(sizes[first]).split())
    is_name = len(words) <= _LONGEST_NAME and not re.search(r"\d", words) and section_of(words) is None
    return words if is_name and first >= _STANDS_OUT * second and not is_contact(words) else ""


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
