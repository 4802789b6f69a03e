"""A LinkedIn data export (ZIP of CSV files) -> Reading. Unpacks nothing to disk, reads known files and columns only.

Other people's names, the person's address and birth date stay where they are. Columns are found by name, in any order.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading
from resumify.read.documents import Item, as_documents
from resumify.read.export_names import COLUMNS, SECTIONS, UNUSED, columns_of, file_of, plain_name
from resumify.read.export_rows import ENTRIES, Row, basics_of

_LARGEST = 20_000_000  # bytes of one file once unpacked; the largest real ones have some hundred kB
_MOST = 5_000  # files in one archive
_FIELD = 2_000_000  # characters of one cell
_DELIMITERS = (",", ";", "\t")
_NAMED = 6  # files that a message lists by name
_PREAMBLE = 12  # rows of notes that may stand before the header
_HINT = "Download it once more under Settings > Data privacy > Get a copy of your data."


def read_export(path: Path, owner: str) -> Reading:
    """Read the export at `path` as the owner's profile.

    A section is complete where its file is there and every row was understood. Raises InvalidInput where the archive
    is damaged, protected, too large or no such export, EmptyProfile when nothing is in it.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            tables, doubts = _tables(archive, path.name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise InvalidInput(f"{path.name} is a damaged ZIP file.", _HINT) from error
    if not tables:
        raise InvalidInput(f"{path.name} is no LinkedIn export: it holds none of {', '.join(sorted(COLUMNS))}.", _HINT)
    items, unsure = _items(tables, path.name)
    documents = as_documents(items, owner, datetime.now(UTC))
    if not any(document.section != "basics" for document in documents):
        raise EmptyProfile(f"{path.name} is an export without any work, education or skills.", _HINT)
    partly = {SECTIONS.get(name) for name in tables if any(doubt.startswith(f"{name},") for doubt in unsure)}
    read = {SECTIONS.get(name) for name in tables} - partly
    return Reading(
        documents=documents,
        complete=frozenset(section for section in read if section is not None),
        uncertain=(*doubts, *unsure),
    )


def _tables(archive: zipfile.ZipFile, name: str) -> tuple[dict[str, list[Row]], list[str]]:
    """The rows of each known file, by the file's plain name, and which files were not read."""
    members = archive.infolist()
    if len(members) > _MOST:
        raise InvalidInput(f"{name} holds {len(members):,} files; an export has some dozens.", _HINT)
    tables: dict[str, list[Row]] = {}
    doubts: list[str] = []
    others: list[str] = []
    for member in sorted(members, key=lambda member: member.filename.count("/")):
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.suffix.lower() != ".csv" or ".." in path.parts or "__MACOSX" in path.parts or path.name[:2] == "._":
            continue
        file = file_of(path.stem)
        if file is None or file in tables:
            others.append(path.name if file is None else f"a second {path.name}")
            continue
        rows = _rows(_text(archive, member, name), file)
        if rows is None:
            doubts.append(f"{path.name} has no columns that are known, and was not read.")
        else:
            tables[file] = rows
    return tables, [*doubts, *_left_out(others)]


def _left_out(names: Sequence[str]) -> Iterator[str]:
    """Which files were not used, with the reason where they say something of a career."""
    kept = [name for name in names if plain_name(PurePosixPath(name).stem) in UNUSED]
    yield from (f"{name} was not used: {UNUSED[plain_name(PurePosixPath(name).stem)]}." for name in kept)
    rest = [name for name in names if name not in kept]
    if rest:
        more = f" and {len(rest) - _NAMED} more" if len(rest) > _NAMED else ""
        yield f"Not used, since they hold nothing for a résumé: {', '.join(rest[:_NAMED])}{more}."


def _text(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> str:
    """The member's text. Reads no more than is allowed, whatever size the archive claims."""
    if member.flag_bits & 1:
        raise InvalidInput(f"{name} is protected with a password.", "Unpack it, and pack it again without one.")
    with archive.open(member) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise InvalidInput(f"{name}: {member.filename[:80]} unpacks to more than {_LARGEST:,} bytes.", _HINT)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:4]:
        return content.decode("utf-16-be" if content[:1] == b"\x00" else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str, file: str) -> list[Row] | None:
    """The table's rows by column name, None where no row of the first ones is a header.

    Cells stand between commas; a spreadsheet that has saved the file again may have put something else there.
    """
    csv.field_size_limit(_FIELD)
    needed = min(2, len(COLUMNS[file]))
    for delimiter in _DELIMITERS:
        try:
            cells = list(csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter))
        except csv.Error:
            continue
        for at, row in enumerate(cells[:_PREAMBLE]):
            names = columns_of(file, row)
            if len(COLUMNS[file] & set(names)) >= needed:
                filled = (row for row in cells[at + 1 :] if any(cell.strip() for cell in row))
                return [dict(zip(names, row, strict=False)) for row in filled]
    return None


def _items(tables: dict[str, list[Row]], source: str) -> tuple[list[Item], list[str]]:
    items, doubts = [], []
    basics, text = basics_of(tables)
    if basics:
        items.append(Item("basics", basics, text, source))
    for file, entry in ENTRIES.items():
        for number, row in enumerate(tables.get(file, []), 1):
            data, unsure = entry(row)
            text = "\n".join(cell for cell in row.values() if cell.strip())
            items.append(Item(SECTIONS[file], data, text, source))
            doubts += [f"{file}, entry {number}: {doubt}" for doubt in unsure]
    return items, doubts
