"""Every file is read again before it leaves: each line of the sheet, whole and in its place, and nothing beside them.

The readers here are those of the formats (pypdf, python-docx, an HTML and a Markdown parser), not the writers' code.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

from resumify.errors import SystemFault
from resumify.render.stated import stated_text

_BETWEEN = frozenset("•·:,-–*")  # what stands between lines and is none of them
_MIRRORED = str.maketrans(")]}>»›", "([{<«‹")
_FROM_RIGHT = ("R", "AL")
_HINT = "Choose another format than {}."


def verify(format: str, file: bytes, lines: Iterable[str]) -> None:  # noqa: A002  # the contract's own word
    """Return where the file says the lines and nothing else.

    Beside Arabic or Hebrew letters a PDF keeps what is seen from left to right, and readers differ in how they turn it
    round: there all characters of a line must stand in its place, in whichever order. Raises SystemFault naming the
    first line that is not there.
    """
    complaint = _complaint(_compact(READERS[format](file)), lines)
    if complaint is not None:
        raise SystemFault(f"The {format} file does not read back: {complaint}.", _HINT.format(format))


def _complaint(text: str, lines: Iterable[str]) -> str | None:
    """What is wrong with the text, None where it says all lines in order and nothing beside them."""
    if "\x00" in text or "\ufffd" in text:
        return "it holds characters without a meaning"
    place = 0
    for line in lines:
        wanted = _compact(line)
        begin = _begin(text, place, wanted)
        if begin is None:
            return f"this line is not in its place: {_short(line)}"
        place = begin + len(wanted)
    rest = text[place:].strip("".join(_BETWEEN))
    return f"it says more than the résumé: {_short(rest)}" if rest else None


def _begin(text: str, place: int, wanted: str) -> int | None:
    """Where `wanted` begins, with nothing but separators since `place`."""
    while not _stands(text, place, wanted):
        if text[place : place + 1] not in _BETWEEN:
            return None
        place += 1
    return place


def _stands(text: str, place: int, wanted: str) -> bool:
    if text.startswith(wanted, place):
        return True
    if not _turns(text):
        return False
    found = text[place : place + len(wanted)]
    return sorted(found.translate(_MIRRORED)) == sorted(wanted.translate(_MIRRORED))


def _turns(text: str) -> bool:
    """Whether letters from right to left are in the text: what stands around them is turned with them."""
    return any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in text)


def _compact(text: str) -> str:
    """The characters that print: line breaks and spaces are the page's, ligatures the font's."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def _short(line: str) -> str:
    return line if len(line) <= 80 else f"{line[:79]}…"


def _from_pdf(file: bytes) -> str:
    from pypdf import PdfReader

    return "".join(stated_text(page) or page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def _from_docx(file: bytes) -> str:
    from docx import Document
    from docx.oxml.ns import qn

    return "".join(item.text or "" for item in Document(io.BytesIO(file)).element.body.iter(qn("w:t")))


def _from_html(file: bytes) -> str:
    return _Shown(file.decode()).text


def _from_md(file: bytes) -> str:
    from markdown_it import MarkdownIt

    return _Shown(MarkdownIt("commonmark").render(file.decode())).text


def _from_txt(file: bytes) -> str:
    return re.sub(r"(?m)^-+$", "", file.decode())


class _Shown(HTMLParser):
    """The text that a page shows: not that of its head."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self._in_head = "", False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._in_head = self._in_head or tag == "head"

    def handle_endtag(self, tag: str) -> None:
        self._in_head = self._in_head and tag != "head"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._in_head else data


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": _from_pdf,
    "docx": _from_docx,
    "html": _from_html,
    "md": _from_md,
    "txt": _from_txt,
}
