"""A JSON Resume file -> Reading. Says in one line what is wrong with a file, and where."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

from resumify.clean import clean_date, is_open_end
from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading, Section
from resumify.read.documents import Item, as_documents, raw_text
from resumify.read.files import read_bytes

_SCHEMA = Path(__file__).with_name("json_resume.schema.json")
_LARGEST = 5_000_000  # bytes; the longest real ones have some 100 kB
_HINT = "See https://jsonresume.org/schema for the format."
_KINDS = {
    "string": "text",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
    "number": "a number",
    "boolean": "true or false",
}


def read_json_resume(path: Path, owner: str) -> Reading:
    """Read the file at `path` as the owner's profile.

    Sections that the file names are complete: what is missing there is gone. Raises NotFound where there is no such
    file, InvalidInput naming the place of what is wrong, EmptyProfile when nothing is in it.
    """
    resume = _load(path)
    _validate(resume, path.name)
    present = [section for section in get_args(Section) if section in resume]
    if not present:
        raise InvalidInput(f"{path.name} holds none of JSON Resume's sections (basics, work, education, ...).", _HINT)
    items = (
        Item(section, entry, raw_text(entry), path.name)
        for section in present
        for entry in ([resume[section]] if section == "basics" else resume[section] or [])
        if entry
    )
    documents = as_documents(items, owner, datetime.now(UTC))
    if not documents:
        raise EmptyProfile(
            f"{path.name} is valid JSON Resume, but nothing is filled in.", "Add some work or education."
        )
    return Reading(documents=documents, complete=frozenset(present), uncertain=tuple(_doubts(resume)))


def read_text(path: Path, largest: int = _LARGEST) -> str:
    """Return the text of the file at `path`, or say in one line why there is none."""
    content = read_bytes(path, largest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path.name} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from error
    if not text.strip():
        raise InvalidInput(f"{path.name} is empty.", "Name a file with a profile in it.")
    return text


def _load(path: Path) -> dict[str, Any]:
    try:
        resume = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InvalidInput(f"{path.name} is not JSON: {error.msg} at {place}.", "Correct that line.") from error
    except (RecursionError, ValueError) as error:
        raise InvalidInput(
            f"{path.name} is not JSON that can be read: nested too deep, or a number too long."
        ) from error
    if not isinstance(resume, dict):
        raise InvalidInput(f"{path.name} holds {_kind(resume)}; JSON Resume is an object with sections.", _HINT)
    return resume


def _validate(resume: dict[str, Any], name: str) -> None:
    problems = sorted(
        _validator().iter_errors(resume), key=lambda problem: [str(step) for step in problem.absolute_path]
    )
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise InvalidInput(f"{name}: {_explain(problems[0])}{more}.", _HINT)


@cache
def _validator() -> Any:
    from jsonschema import Draft7Validator, FormatChecker

    checker = FormatChecker(formats=())
    checker.checks("resume-date")(lambda value: not _text(value) or clean_date(value) is not None)
    checker.checks("resume-end-date")(
        lambda value: not _text(value) or clean_date(value) is not None or is_open_end(value)
    )
    return Draft7Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")), format_checker=checker)


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _explain(problem: Any) -> str:
    """ "work[0].startDate: '13/2020' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)"."""
    place = ""
    for step in problem.absolute_path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
    if problem.validator == "format":
        return f"{place.lstrip('.')}: {_short(problem.instance)} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)"
    expected = problem.validator_value if isinstance(problem.validator_value, str) else problem.validator_value[0]
    found = f"{_kind(problem.instance)} ({_short(problem.instance)})"
    return f"{place.lstrip('.')}: expected {_KINDS.get(expected, expected)}, found {found}"


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number")


def _doubts(resume: dict[str, Any]) -> list[str]:
    """What validates but looks wrong to a reader: work and study that end before they begin."""
    doubts = []
    for section in ("work", "volunteer", "education", "projects"):
        for number, entry in enumerate(resume.get(section) or []):
            start, end = (clean_date(entry.get(name) or "") for name in ("startDate", "endDate"))
            if start and end and end < start[: len(end)]:
                doubts.append(f"{section}[{number}] ends ({end}) before it starts ({start}).")
    return doubts
