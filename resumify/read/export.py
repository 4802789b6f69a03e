"""A LinkedIn data export (ZIP of CSV files) -> Reading. Unpacks nothing to disk, reads known files and columns only.

Other people's names, the person's address and birth date stay where they are. Columns are found by name, in any order.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading, Section
from resumify.read.documents import Item, as_documents
from resumify.read.export_rows import COLUMNS, ENTRIES, Row, basics_of, section_of_file

_LARGEST = 20_000_000  # bytes of one file once unpacked; the largest real ones have some hundred kB
_MOST = 5_000  # files in one archive
_FIELD = 2_000_000  # characters of one cell
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
    read = {section_of_file(name) for name in tables if not any(doubt.startswith(name) for doubt in unsure)}
    return Reading(
        documents=documents,
        complete=frozenset(section for section in read if section is not None),
        uncertain=(*doubts, *unsure),
    )


def _tables(archive: zipfile.ZipFile, name: str) -> tuple[dict[str, list[Row]], list[str]]:
    """The rows of each known file, by the file's plain name."""
    members = archive.infolist()
    if len(members) > _MOST:
        raise InvalidInput(f"{name} holds {len(members):,} files; an export has some dozens.", _HINT)
    tables: dict[str, list[Row]] = {}
    doubts: list[str] = []
    for member in sorted(members, key=lambda member: member.filename.count("/")):
        file = _known(member.filename)
        if file is None or file in tables:
            continue
        rows = _rows(_text(archive, member, name), COLUMNS[file])
        if rows is None:
            doubts.append(f"{PurePosixPath(member.filename).name} has no columns that are known, and was not read.")
        else:
            tables[file] = rows
    return tables, doubts


def _known(filename: str) -> str | None:
    """The known file that a member is, whatever folder of the archive it lies in."""
    path = PurePosixPath(filename.replace("\\", "/"))
    if path.suffix.lower() != ".csv" or ".." in path.parts or "__MACOSX" in path.parts:
        return None
    plain = path.stem.casefold().replace("_", " ").strip()
    return next((file for file in COLUMNS if plain == file or (file == "volunteering" and "volunteer" in plain)), None)


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
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str, columns: frozenset[str]) -> list[Row] | None:
    """The table's rows by column name, None where no row of the first ones is a header."""
    csv.field_size_limit(_FIELD)
    try:
        cells = list(csv.reader(io.StringIO(text.replace("\x00", ""), newline="")))
    except csv.Error:
        return None
    needed = min(2, len(columns))
    for at, row in enumerate(cells[:_PREAMBLE]):
        names = [" ".join(cell.casefold().replace("_", " ").split()) for cell in row]
        if len(columns & set(names)) >= needed:
            filled = (row for row in cells[at + 1 :] if any(cell.strip() for cell in row))
            return [dict(zip(names, row, strict=False)) for row in filled]
    return None


def _items(tables: dict[str, list[Row]], source: str) -> tuple[list[Item], list[str]]:
    items, doubts = [], []
    basics, text = basics_of(tables)
    if basics:
        items.append(Item("basics", basics, text, source))
    for file, section, entry in _kinds():
        for number, row in enumerate(tables.get(file, []), 1):
            data, unsure = entry(row)
            items.append(Item(section, data, "\n".join(cell for cell in row.values() if cell.strip()), source))
            doubts += [f"{file}, entry {number}: {doubt}" for doubt in unsure]
    return items, doubts


def _kinds() -> Iterator[tuple[str, Section, Callable[[Row], tuple[dict[str, object], list[str]]]]]:
    for file, entry in ENTRIES.items():
        section = section_of_file(file)
        if section is not None:
            yield file, section, entry
