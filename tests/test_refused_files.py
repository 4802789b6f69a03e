"""Files that are no résumé that can be read: each is refused in one line that names it for what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading
from resumify.read import file_kind, read_document
from tests.test_read import of
from tests.test_resume_files import MAIN, NAME, pdf


def locked(algorithm: str, password: str) -> bytes:
    writer, content = PdfWriter(clone_from=PdfReader(io.BytesIO(typst.compile(f"{NAME}{MAIN}".encode())))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm=algorithm)
    writer.write(content)
    return content.getvalue()


def packed(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return content.getvalue()


def pages(count: int) -> bytes:
    writer, content = PdfWriter(), io.BytesIO()
    for _ in range(count):
        writer.add_blank_page(200, 200)
    writer.write(content)
    return content.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "picture.pdf": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"0" * 99, "is a picture"),
    "shot.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 99, "is a picture"),
    "old.docx": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 99, "before 2007"),
    "cv.json": (lambda: rb"{\rtf1\ansi Jo Bell}", "RTF"),
    "cv.odt": (
        lambda: packed(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<x/>"}),
        "OpenDocument",
    ),
    "all.zip": (lambda: packed(**{"cv.pdf": "%PDF"}), "no LinkedIn export"),
    "photos.zip": (lambda: packed(**{"a.jpg": "x"}), "without an export"),
    "cv.rar": (lambda: b"Rar!\x1a\x07" + b"0" * 99, "RAR"),
    "locked.pdf": (lambda: locked("AES-256", "secret"), "password"),
    "locked-long-ago.pdf": (lambda: locked("RC4-128", "secret"), "password"),
    "half.pdf": (lambda: typst.compile(MAIN.encode())[:4000], "damaged"),
    "half.docx": (
        lambda: packed(word__document="<x", **{"word/document.xml": "<x", "[Content_Types].xml": "<Types/>"}),
        "damaged",
    ),
    "book.pdf": (lambda: pages(200), "200 pages"),
    "scan.pdf": (lambda: pages(2), "hardly any text"),
    "empty.pdf": (lambda: b"", "empty"),
    "spaces.docx": (lambda: b" \n \n", "empty"),
}


def told(path: Path) -> Reading:
    return read_document(path, "docx" if file_kind(path) == "docx" else "pdf", "jo")


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_holds_something_else_is_named_for_what_it_is(name: str, tmp_path: Path) -> None:
    build, reason = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(build())
    with pytest.raises(InvalidInput, match=reason) as raised:
        told(path)
    assert name in raised.value.message
    assert "\n" not in raised.value.message + raised.value.hint
    assert raised.value.hint


@pytest.mark.parametrize("algorithm", ["AES-256", "RC4-128"])
def test_a_pdf_that_anybody_may_open_is_read(algorithm: str, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(locked(algorithm, ""))
    assert len(of(read_document(tmp_path / "cv.pdf", "pdf", "jo"), "work")) == 2


def test_a_letter_is_no_resume(tmp_path: Path) -> None:
    letter = "Dear Sir or Madam,\n\nI am writing to you because I liked your posting very much. Yours, Jo Bell"
    with pytest.raises(EmptyProfile, match="no headings"):
        read_document(pdf(tmp_path / "letter.pdf", letter), "pdf", "jo")
