"""Files from disk: what kind each is, told by its first bytes, and its content within limits. Parses nothing."""

from __future__ import annotations

import email
import email.policy
import zipfile
from pathlib import Path
from typing import Literal

from bs4 import UnicodeDammit

from resumify.errors import InvalidInput, NotFound

FileKind = Literal["json", "page", "export", "pdf", "docx"]

_KINDS = (
    "Give a JSON Resume file, a LinkedIn export (ZIP), a saved profile page, a résumé as PDF or DOCX, or an address."
)
_PICTURE = ("a picture", "Import the résumé in a form that holds text: PDF, DOCX or JSON Resume.")
_OTHERS = (
    (b"\xff\xd8\xff", *_PICTURE),
    (b"\x89png\r\n", *_PICTURE),
    (b"gif8", *_PICTURE),
    (b"ii*\x00", *_PICTURE),
    (b"mm\x00*", *_PICTURE),
    (b"{\\rtf", "an RTF file", "Open it in a word processor, and save it as DOCX or PDF."),
    (b"\xd0\xcf\x11\xe0", "a Word file of before 2007", "Open it in a word processor, and save it as DOCX or PDF."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it, and import the file inside."),
    (b"rar!", "a RAR archive", "Unpack it, and import the file inside."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it, and import the file inside."),
)
"""What else people have: how it begins (in small letters), what it is, what to do."""

LARGEST = 25_000_000  # bytes; a saved page with its pictures inside is the largest that people have


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return the content of the file at `path`, or say in one line why there is none."""
    if not path.exists():
        raise NotFound(f"There is no file {path}.", "Check the path.")
    if not path.is_file():
        raise InvalidInput(f"{path} is a folder, not a file.", "Name the file itself.")
    if (size := path.stat().st_size) > largest:
        raise InvalidInput(f"{path.name} has {size:,} bytes; at most {largest:,} are read.", "Is it the right file?")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path.name} cannot be read: {error.strerror}.", "Check its permissions.") from error
    if not content.strip():
        raise InvalidInput(f"{path.name} is empty.", "Name a file with a profile in it.")
    return content


def file_kind(path: Path) -> FileKind:
    """Tell what the file at `path` holds.

    Raises NotFound where it is not there, InvalidInput where it cannot be read or holds something else, naming what.
    """
    content = read_bytes(path)
    start = content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if content.startswith(b"PK"):
        return _kind_of_zip(path)
    if b"%pdf-" in start[:1100]:
        return "pdf"
    for beginning, what, hint in _OTHERS:
        if start.startswith(beginning):
            raise InvalidInput(f"{path.name} is {what}, which is not read here.", hint)
    if start.startswith((b"{", b"[")) or path.suffix.lower() == ".json":
        return "json"
    is_page = start.startswith((b"<!doctype html", b"<html")) or b"<html" in start or b"<body" in start
    saved_whole = start.startswith((b"from: <saved by", b"mime-version:"))
    if is_page or saved_whole or path.suffix.lower() in (".html", ".htm", ".mhtml"):
        return "page"
    raise InvalidInput(f"{path.name} is no kind of file that is read here.", _KINDS)


def page_html(path: Path) -> str:
    """Return the HTML of a saved page in whatever encoding it is, also out of a web archive (MHTML)."""
    content = read_bytes(path)
    if content[:200].lstrip().lower().startswith((b"from: <saved by", b"mime-version:")):
        archive = email.message_from_bytes(content, policy=email.policy.default)
        part = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
        if part is None:
            raise InvalidInput(f"{path.name} is a web archive without a page.", "Save the page once more as HTML.")
        content = bytes(part.get_payload(decode=True) or b"")
    return str(UnicodeDammit(content, is_html=True).unicode_markup or "")


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise InvalidInput(f"{path.name} is a damaged ZIP file.", "Download it once more.") from error
    if "word/document.xml" in names:
        return "docx"
    if any(name.lower().endswith(".csv") for name in names):
        return "export"
    if "content.xml" in names:
        raise InvalidInput(f"{path.name} is an OpenDocument file, which is not read here.", "Save it as DOCX or PDF.")
    if inner := [name for name in names if name.lower().endswith((".zip", ".pdf", ".docx", ".json", ".html"))]:
        raise InvalidInput(f"{path.name} is no LinkedIn export.", f"Unpack it, and import {inner[0][:80]} by itself.")
    raise InvalidInput(f"{path.name} is a ZIP file without an export in it.", _KINDS)
