"""Files from disk: what kind each is, told by its first bytes, and its content within limits. Parses nothing."""

from __future__ import annotations

import email
import email.policy
import zipfile
from pathlib import Path
from typing import Literal

from bs4 import UnicodeDammit

from resumify.errors import InvalidInput, NotFound

FileKind = Literal["json", "page", "export", "pdf", "docx", "unknown"]

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
    """Tell what the file at `path` holds. Raises NotFound or InvalidInput where it cannot be read."""
    content = read_bytes(path)
    start = content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if content.startswith(b"PK"):
        return _kind_of_zip(path)
    if b"%pdf-" in start[:1100]:
        return "pdf"
    if start.startswith((b"{", b"[")) or path.suffix.lower() == ".json":
        return "json"
    is_page = start.startswith((b"<!doctype html", b"<html")) or b"<html" in start or b"<body" in start
    saved_whole = start.startswith((b"from: <saved by", b"mime-version:"))
    return "page" if is_page or saved_whole or path.suffix.lower() in (".html", ".htm", ".mhtml") else "unknown"


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
    return "export" if any(name.lower().endswith(".csv") for name in names) else "unknown"
