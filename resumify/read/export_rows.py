"""One row of each file of a LinkedIn export -> one entry in JSON Resume terms. A table."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from resumify.clean import clean_date, is_open_end, split_bullets
from resumify.read.documents import raw_text
from resumify.read.phrases import sentences
from resumify.read.schema_org import network_of, profile_on

Row = dict[str, str]
Entry = tuple[dict[str, Any], list[str]]

_WEBSITE = re.compile(r"https?://[^\s\],;]+", re.IGNORECASE)


def basics_of(tables: dict[str, list[Row]]) -> tuple[dict[str, Any], str]:
    """The basics from the files that hold some, and the text they were read from."""
    row = next(iter(tables.get("profile", [])), {})
    mails = tables.get("email addresses", [])
    mail = next((r for r in mails if _said(r, "primary").casefold() in ("yes", "true")), next(iter(mails), {}))
    phone = _said(next(iter(tables.get("phonenumbers", [])), {}), "number")
    city, _, region = _said(row, "geo location").partition(", ")
    sites = _WEBSITE.findall(_said(row, "websites"))
    basics = {
        "name": f"{_said(row, 'first name')} {_said(row, 'last name')}".strip(),
        "label": _said(row, "headline"),
        "summary": _said(row, "summary"),
        "email": _said(mail, "email address"),
        "phone": phone,
        "url": next((site for site in sites if not network_of(site)), ""),
        "location": {"city": city, "region": region},
        "profiles": [profile_on(site) for site in sites if network_of(site)],
    }
    return {name: value for name, value in basics.items() if value and value != {"city": "", "region": ""}}, raw_text(
        basics
    )


def _role(row: Row, employer: str, title: str, organisation: str) -> Entry:
    name, position = _said(row, employer), _said(row, title)
    dates, doubts = _dates(row)
    doubts += [f'"{position}" names no employer.'] if position and not name else []
    entry = {"position": position, organisation: name, "location": _said(row, "location"), **dates}
    return {**entry, **_description(_said(row, "description"))}, doubts


def _education(row: Row) -> Entry:
    dates, doubts = _dates(row)
    notes = "\n".join(filter(None, (_said(row, "notes"), _said(row, "activities"))))
    entry = {"institution": _said(row, "school name"), "studyType": _said(row, "degree name"), **dates}
    return {**entry, "summary": notes}, doubts


def _project(row: Row) -> Entry:
    dates, doubts = _dates(row)
    told = _description(_said(row, "description"))
    told["description"] = told.pop("summary", "")
    return {"name": _said(row, "title"), **told, "url": _link(row), **dates}, doubts


def _dated(row: Row, names: dict[str, str], date: str, column: str) -> Entry:
    dates, doubts = _dates(row, column, "")
    entry = {field: _said(row, given) for field, given in names.items()}
    return {**entry, date: dates.get("startDate", ""), "url": _link(row)}, doubts


def _patent(row: Row) -> Entry:
    """Who granted it and its number stand where a publication names its publisher."""
    entry, doubts = _dated(row, {"name": "title", "summary": "description"}, "releaseDate", "issued on")
    return {**entry, "publisher": ", ".join(filter(None, (_said(row, "issuer"), _said(row, "number"))))}, doubts


def _dates(row: Row, start: str = "started on", end: str = "finished on") -> tuple[dict[str, str], list[str]]:
    """The dates of a row, and those in words that are no dates; a blank end means that it still goes on."""
    dates, doubts = {}, []
    for field, column in (("startDate", start), ("endDate", end)):
        said = _said(row, column)
        if (date := clean_date(said)) is not None:
            dates[field] = date
        elif said and not is_open_end(said):
            doubts.append(f'"{said[:60]}" is no date, and was left out.')
    return dates, doubts


def _description(text: str) -> dict[str, Any]:
    """Lines of one sentence each are highlights, as bullets are; running text is the summary."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and not split_bullets(text)[1] and all(len(sentences(line)) == 1 for line in lines):
        return {"highlights": lines}
    return {"summary": text}


def _link(row: Row) -> str:
    link = _said(row, "url")
    return link if _WEBSITE.fullmatch(link) else ""


def _said(row: Row, column: str) -> str:
    return (row.get(column) or "").strip()


ENTRIES: dict[str, Callable[[Row], Entry]] = {
    "positions": lambda row: _role(row, "company name", "title", "name"),
    "education": _education,
    "skills": lambda row: ({"name": _said(row, "name")}, []),
    "languages": lambda row: ({"language": _said(row, "name"), "fluency": _said(row, "proficiency")}, []),
    "certifications": lambda row: _dated(row, {"name": "name", "issuer": "authority"}, "date", "started on"),
    "projects": _project,
    "honors": lambda row: _dated(
        row, {"title": "title", "awarder": "issuer", "summary": "description"}, "date", "issued on"
    ),
    "volunteering": lambda row: _role(row, "company name", "role", "organization"),
    "organizations": lambda row: _role(row, "name", "position", "organization"),
    "publications": lambda row: _dated(
        row, {"name": "name", "publisher": "publisher", "summary": "description"}, "releaseDate", "published on"
    ),
    "patents": _patent,
    "causes you care about": lambda row: ({"name": _said(row, "supported cause")}, []),
}
"""How a row of each file reads: (entry, doubts)."""
