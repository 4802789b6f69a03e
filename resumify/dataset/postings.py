"""A folder of postings as text files, read as the service reads one."""

from __future__ import annotations

from pathlib import Path

from resumify.errors import InvalidInput, NotAPosting
from resumify.models import Posting
from resumify.posting import parse_posting


def read_postings(folder: Path) -> list[Posting]:
    """Every *.txt of the folder, by name. Raises InvalidInput naming the folder or the file that is none."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InvalidInput(f"There are no postings in {folder}.", "Name a folder with one .txt file for each posting.")
    return [_read(file) for file in files]


def _read(file: Path) -> Posting:
    try:
        return parse_posting(file.read_text(encoding="utf-8", errors="replace"))
    except NotAPosting as error:
        raise NotAPosting(f"{file.name}: {error.message}", error.hint) from error
