"""A second opinion on finished résumés that shares no code with the guard: plain tokens against the person's own file.

Strict about numbers and names, blind to wording: it counts what a reader would call invented, and mends nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from resumify.evaluate.checker import invented

_NOW = date.today().isoformat()


def unsupported(resume: dict[str, Any], evidence: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    """Each number and capitalised name of a line that the quotes under it do not hold, as (path, word).

    Lines without evidence are given whole.
    """
    for path, line in lines_of(resume):
        quotes = " ".join(one["quote"] for one in evidence.get(path, ()))
        if not quotes:
            yield path, line
            continue
        yield from ((path, word) for word in invented(line, quotes))


def claimed(resume: dict[str, Any], person: dict[str, Any], asked: list[str]) -> list[str]:
    """The words of the posting that the résumé says and the person's file nowhere does."""
    said, own = _text(resume), _text(person)
    return [term for term in asked if _says(said, term) and not _says(own, term)]


def without_frames(summary: str, person: dict[str, Any]) -> str:
    """The summary without "For this role", which German writes with a capital, and without the years that the dates of
    the titles in it bear out: no more than lie between first and last."""
    summary = re.sub(r"Für diese Stelle: ", "", summary)
    for found in re.finditer(r"(\d+) (?:years?|Jahre?|ans?|años?|ann[io]|jaar|anos?|lata?|rok|år) \w+ ", summary):
        said = summary[found.end() :]
        roles = [role for role in person.get("work", ()) if str(role.get("position")) in said]
        begun = [_year(role["startDate"]) for role in roles if role.get("startDate")]
        ended = [_year(role.get("endDate") or _NOW) for role in roles]
        if begun and int(found[1]) <= max(ended) - min(begun) + 1:
            summary = summary.replace(found[0], "", 1)
    return summary


def _year(day: object) -> int:
    return int(str(day)[:4])


def lines_of(resume: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every highlight with its path."""
    for section in ("work", "volunteer", "projects"):
        for number, entry in enumerate(resume.get(section, ())):
            for index, line in enumerate(entry.get("highlights", ())):
                yield f"/{section}/{number}/highlights/{index}", line


def _text(file: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in file.items() if key != "meta"}, ensure_ascii=False)


def _says(text: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE) is not None
