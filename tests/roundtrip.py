"""What a rendered profile must read back to, and the losses when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from demo import layouts
from resumify.models import Document, Page, Reading

READ_AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
_NAMES = {
    "work": ("name", "position"),
    "volunteer": ("organization", "position"),
    "education": ("institution", "studyType", "area"),
    "projects": ("name",),
    "skills": ("name",),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "languages": ("language",),
    "interests": ("name",),
}
_NOT_SHOWN: dict[str, frozenset[str]] = {  # what a layout leaves out by design, as "section" or "section.field"
    "plain": frozenset({"volunteer", "publications", "awards", "projects", "interests", "skills.keywords"}),
    "german": frozenset({"volunteer", "publications", "awards", "interests"}),
    "microdata": frozenset({"basics.url", "basics.profiles", "basics.location", "work.location"}),
    "grouped": frozenset(),
}
_NEVER_SHOWN = frozenset({"projects.url", "basics.location.countryCode", "volunteer.location"})


def pages_of(person: dict[str, Any], layout: str, site: str = "https://site.example") -> list[Page]:
    """The pages that a browser would hand over: the profile, unfolded, and its sub-pages."""
    path = "/in/someone"
    html = layouts.page(person, layout, path)
    if layout == "lazy":
        for section in layouts.SLUGS:
            if person.get(section):
                whole = layouts.part(person, section, 0, len(person[section]))
                opening = f'<section data-part="{section}" aria-busy="true" style="min-height:600px">'
                html = html.replace(opening, f"<section>{whole}")
    pages = [Page(url=site + path, html=html, read_at=READ_AT)]
    if layout == "previews":
        pages += [
            Page(url=f"{site}{path}/details/{slug}", html=layouts.details(person, section), read_at=READ_AT)
            for section, slug in layouts.SLUGS.items()
            if len(person.get(section, [])) > 1
        ]
    return pages


def losses(person: dict[str, Any], reading: Reading, layout: str) -> list[str]:
    """Every fact of the person that the reading lost or changed, and every item that it invented."""
    hidden = _NEVER_SHOWN | _NOT_SHOWN.get(layout, frozenset())
    return [*_lost(person, reading, hidden), *_invented(person, reading)]


def _lost(person: dict[str, Any], reading: Reading, hidden: frozenset[str]) -> Iterator[str]:
    for section, content in person.items():
        if section in hidden:
            continue
        for entry in [content] if isinstance(content, dict) else content:
            found = _counterpart(section, entry, reading)
            if found is None:
                yield f"{section}: {_named(section, entry)} is missing"
                continue
            for field, value in entry.items():
                if f"{section}.{field}" not in hidden:
                    yield from _differences(f"{section}.{field}", value, found.data.get(field), hidden)


def _differences(place: str, wanted: Any, found: Any, hidden: frozenset[str]) -> Iterator[str]:
    if place == "basics.location" and isinstance(wanted, dict):
        for name, value in wanted.items():
            if f"{place}.{name}" not in hidden:
                yield from _differences(f"{place}.{name}", value, (found or {}).get(name), hidden)
    elif place == "languages.fluency" and isinstance(found, str):
        if found.casefold() != str(wanted).casefold():
            yield f"{place}: {wanted!r} became {found!r}"
    elif found != wanted:
        yield f"{place}: {wanted!r} became {found!r}"


def _invented(person: dict[str, Any], reading: Reading) -> Iterator[str]:
    for document in reading.documents:
        known = person.get(document.section, [])
        if document.section != "basics" and not any(_fits(document, entry) for entry in known):
            yield f"{document.section}: {document.data} was invented"


def _counterpart(section: str, entry: dict[str, Any], reading: Reading) -> Document | None:
    same = [document for document in reading.documents if document.section == section]
    return next((document for document in same if section == "basics" or _fits(document, entry)), None)


def _fits(document: Document, entry: dict[str, Any]) -> bool:
    return all(document.data.get(name) == entry.get(name) for name in _NAMES[document.section])


def _named(section: str, entry: dict[str, Any]) -> str:
    return " · ".join(str(entry.get(name)) for name in _NAMES.get(section, ()))
