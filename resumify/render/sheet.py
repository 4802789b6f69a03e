"""JSON Resume -> Sheet: what stands on the page and in which order, the same for every format.

Decides wording of dates and headings, never of claims; knows nothing of fonts, tags or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlsplit

from resumify.clean import clean_lines, clean_text
from resumify.models import Section
from resumify.render.labels import country, known_language, month, period, word
from resumify.render.themes import THEMES, ThemeName, known_theme

_WEB = ("http", "https")
_COMPACT = ("certificates", "awards")


@dataclass(frozen=True)
class Contact:
    """A way to reach the person; `address` is "" where there is nothing to follow."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Entry:
    """One role, degree, project, ...: its head, then prose, then bullets, then where to read more."""

    title: str
    dates: str = ""
    place: str = ""
    prose: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    link: Contact | None = None


@dataclass(frozen=True)
class Row:
    """A line of a listing: "Platforms: Kubernetes, AWS"; without a name it is the text alone."""

    name: str
    text: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.name, self.text)))


@dataclass(frozen=True)
class Block:
    """A section with its heading; in a compact one an entry's place stands on the line of its title."""

    section: Section
    heading: str
    compact: bool = False
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()

    def aside(self, entry: Entry) -> tuple[str, ...]:
        """What stands beside and below an entry's title, in reading order."""
        aside = (entry.place, entry.dates) if self.compact else (entry.dates, entry.place)
        return tuple(filter(None, aside))


@dataclass(frozen=True)
class Sheet:
    language: str
    theme: ThemeName
    name: str
    label: str
    contacts: tuple[Contact, ...]
    summary: tuple[str, ...]
    summary_heading: str
    blocks: tuple[Block, ...]

    def lines(self) -> Iterator[str]:
        """Every line of the sheet in reading order, for whoever checks that nothing was lost."""
        yield from filter(None, (self.name, self.label, *(contact.text for contact in self.contacts)))
        if self.summary:
            yield from (self.summary_heading, *self.summary)
        for block in self.blocks:
            yield block.heading
            for entry in block.entries:
                yield from filter(None, (entry.title, *block.aside(entry), *entry.prose, *entry.bullets))
                if entry.link is not None:
                    yield entry.link.text
            yield from map(str, block.rows)


def sheet_of(resume: Mapping[str, Any]) -> Sheet:
    """Return the sheet for a JSON Resume in its `meta.language` and `meta.theme`; English and ours where unknown."""
    meta = _mapping(resume.get("meta"))
    language, theme = known_language(_text(meta.get("language"))), known_theme(_text(meta.get("theme")))
    basics = _mapping(resume.get("basics"))
    return Sheet(
        language=language,
        theme=theme,
        name=_text(basics.get("name")),
        label=_text(basics.get("label")),
        contacts=tuple(_contacts(basics, language)),
        summary=_lines(basics.get("summary")),
        summary_heading=word("basics", language),
        blocks=tuple(_blocks(resume, language, THEMES[theme].place_beside)),
    )


def _contacts(basics: Mapping[str, Any], language: str) -> Iterator[Contact]:
    if place := _location(_mapping(basics.get("location")), language):
        yield Contact(place)
    if mail := _text(basics.get("email")):
        yield Contact(mail, f"mailto:{mail}" if "@" in mail and " " not in mail else "")
    if phone := _text(basics.get("phone")):
        digits = "".join(character for character in phone if character in "+0123456789")
        yield Contact(phone, f"tel:{digits}" if digits else "")
    if link := _link(basics.get("url")):
        yield link
    for profile in map(_mapping, _list(basics.get("profiles"))):
        network, user = _text(profile.get("network")), _text(profile.get("username"))
        if link := _link(profile.get("url")):
            yield link
        elif user or network:
            yield Contact(": ".join(filter(None, (network, user))))


def _location(location: Mapping[str, Any], language: str) -> str:
    city = " ".join(filter(None, (_text(location.get("postalCode")), _text(location.get("city")))))
    land = country(_text(location.get("countryCode")), language)
    return ", ".join(filter(None, (_text(location.get("address")), city, _text(location.get("region")), land)))


def _link(value: Any) -> Contact | None:
    """A web address as people write it; what is none stands there as text, and leads nowhere."""
    address = _text(value)
    if not address:
        return None
    try:
        scheme = urlsplit(address).scheme.casefold()
    except ValueError:
        return Contact(address)
    if scheme not in _WEB:
        return Contact(address)
    return Contact(address.split("://", 1)[-1].removeprefix("www.").rstrip("/") or address, address)


def _blocks(resume: Mapping[str, Any], language: str, compact: bool) -> Iterator[Block]:
    for section in get_args(Section):
        items = [item for item in map(_mapping, _list(resume.get(section))) if item]
        if section == "basics" or not items:
            continue
        heading = word(section, language)
        if section in _ROWS:
            rows = tuple(row for row in _ROWS[section](items) if row.name or row.text)
            if rows:
                yield Block(section, heading, rows=rows)
        else:
            entries = tuple(_ENTRIES[section](item, language) for item in items)
            yield Block(section, heading, compact or section in _COMPACT, entries)


def _role(item: Mapping[str, Any], language: str) -> Entry:
    title, name = _text(item.get("position")), _text(item.get("name")) or _text(item.get("organization"))
    return Entry(
        title=title or name,
        dates=_period(item, language),
        place=_joined(name if title else "", item.get("location")),
        prose=(*_lines(item.get("description")), *_lines(item.get("summary")), *_keywords(item)),
        bullets=_bullets(item),
    )


def _degree(item: Mapping[str, Any], language: str) -> Entry:
    title, name = _joined(item.get("studyType"), item.get("area")), _text(item.get("institution"))
    details = (
        _named(word("grade", language), _text(item.get("score"))),
        _named(word("courses", language), _joined(*_list(item.get("courses")))),
    )
    return Entry(
        title=title or name,
        dates=_period(item, language),
        place=_joined(name if title else "", item.get("location")),
        prose=(*_lines(item.get("description")), *_lines(item.get("summary")), *filter(None, details)),
        bullets=_bullets(item),
    )


def _project(item: Mapping[str, Any], language: str) -> Entry:
    return Entry(
        title=_text(item.get("name")),
        dates=_period(item, language, runs=False),
        place=_joined(*_list(item.get("roles")), item.get("entity"), item.get("type")),
        prose=(*_lines(item.get("description")), *_lines(item.get("summary")), *_keywords(item)),
        bullets=_bullets(item),
        link=_link(item.get("url")),
    )


def _item(item: Mapping[str, Any], language: str) -> Entry:
    """A certificate, award or publication."""
    return Entry(
        title=_text(item.get("name")) or _text(item.get("title")),
        dates=month(_text(item.get("date")) or _text(item.get("releaseDate")), language),
        place=_joined(item.get("issuer"), item.get("awarder"), item.get("publisher")),
        prose=_lines(item.get("summary")),
        link=_link(item.get("url")),
    )


def _reference(item: Mapping[str, Any], language: str) -> Entry:
    del language  # a reference says nothing of its own form
    return Entry(title=_text(item.get("name")), prose=_lines(item.get("reference")))


def _skill_rows(items: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Skills with keywords have a row of their own; what stands alone shares one."""
    alone: list[str] = []
    for item in items:
        name, level = _text(item.get("name")), _text(item.get("level"))
        name = f"{name} ({level})" if name and level else name or level
        keywords = _joined(*_list(item.get("keywords")))
        if keywords:
            yield Row(name, keywords)
        elif name:
            alone.append(name)
    if alone:
        yield Row("", ", ".join(alone))


def _language_rows(items: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    said = ((_text(item.get("language")), _text(item.get("fluency"))) for item in items)
    yield Row("", ", ".join(f"{name} ({level})" if name and level else name or level for name, level in said))


_ENTRIES: dict[str, Callable[[Mapping[str, Any], str], Entry]] = {
    "work": _role,
    "volunteer": _role,
    "education": _degree,
    "projects": _project,
    "certificates": _item,
    "awards": _item,
    "publications": _item,
    "references": _reference,
}
_ROWS: dict[str, Callable[[Sequence[Mapping[str, Any]]], Iterator[Row]]] = {
    "skills": _skill_rows,
    "interests": _skill_rows,
    "languages": _language_rows,
}


def _period(item: Mapping[str, Any], language: str, runs: bool = True) -> str:
    return period(_text(item.get("startDate")), _text(item.get("endDate")), language, runs)


def _bullets(item: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, _list(item.get("highlights")))))


def _keywords(item: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, (_joined(*_list(item.get("keywords"))),)))


def _named(name: str, text: str) -> str:
    return f"{name}: {text}" if text else ""


def _joined(*values: Any) -> str:
    return ", ".join(dict.fromkeys(filter(None, map(_text, values))))


def _lines(value: Any) -> tuple[str, ...]:
    return tuple(clean_lines(value)) if isinstance(value, str) else tuple(filter(None, (_text(value),)))


def _text(value: Any) -> str:
    """One clean line of whatever stands where a text belongs."""
    if isinstance(value, Mapping):
        return _joined(*value.values())
    if isinstance(value, (list, tuple)):
        return _joined(*value)
    return "" if value is None or isinstance(value, bool) else clean_text(str(value))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [] if value is None else [value]
