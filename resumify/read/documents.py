"""Items in JSON Resume terms -> documents: clean values, natural keys, ids, duplicates merged. Every reader ends here.

Reads no file and no page; what an item's text means was decided by the reader that made it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from resumify.clean import clean_date, clean_text, split_bullets
from resumify.models import Document, Section, document_id

NATURAL_KEYS: dict[Section, tuple[str, ...]] = {
    "basics": (),
    "work": ("name", "position", "startDate"),
    "volunteer": ("organization", "position", "startDate"),
    "education": ("institution", "studyType", "area"),
    "projects": ("name", "startDate"),
    "skills": ("name",),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "languages": ("language",),
    "interests": ("name",),
    "references": ("name", "reference"),
}
"""What names an item among its owner's items of that section, whatever else is edited about it."""

_DATES = frozenset({"startDate", "endDate", "date", "releaseDate"})
_LISTING = frozenset({"work", "volunteer", "projects"})  # where a typed list in the summary means highlights
_OLDER_NAMES = {"company": "name", "website": "url", "picture": "image"}  # JSON Resume before 1.0


@dataclass(frozen=True)
class Item:
    """One entry as its source gave it; `text` is what the source showed, `data` not yet cleaned."""

    section: Section
    data: dict[str, Any]
    text: str
    source: str


def as_documents(items: Iterable[Item], owner: str, read_at: datetime) -> tuple[Document, ...]:
    """Return the items as the owner's documents, in order, each once.

    Items with the same natural key and content are one. Where content differs, an item that another one contains
    is dropped, and the others are told apart by their content, so that order does not matter.
    """
    kept: dict[tuple[Section, str], list[Item]] = {}
    for item in items:
        item = Item(item.section, normalised(item.section, item.data), item.text, item.source)
        if item.data:
            _merge(kept.setdefault((item.section, _key(item)), []), item)
    positions: dict[Section, int] = {}
    documents = []
    for section, key, item in _told_apart(kept):
        position = positions[section] = positions.get(section, -1) + 1
        documents.append(
            Document(
                id=document_id(owner, section, key),
                owner=owner,
                section=section,
                key=key,
                position=position,
                data=item.data,
                text=item.text,
                source=item.source,
                read_at=read_at,
            )
        )
    return tuple(documents)


def normalised(section: Section, data: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with clean strings, ISO dates and one highlight per bullet, without what is blank."""
    entry = {_OLDER_NAMES.get(name, name): value for name, value in data.items() if name not in _OLDER_NAMES}
    entry |= {_OLDER_NAMES[old]: data[old] for old in _OLDER_NAMES if old in data and not entry.get(_OLDER_NAMES[old])}
    if section in _LISTING and isinstance(summary := entry.get("summary"), str):
        entry["summary"], bullets = split_bullets(summary)
        if bullets:
            entry["highlights"] = [*(entry.get("highlights") or []), *bullets]
    if isinstance(highlights := entry.get("highlights"), list):
        entry["highlights"] = _once(line for text in highlights for line in _highlights(text))
    clean = {name: _clean_value(name, value) for name, value in entry.items()}
    return {name: value for name, value in clean.items() if value not in (None, "", [], {})}


def raw_text(value: Any) -> str:
    """Return every string inside `value` as it stands, one to a line: what a quote can be a span of."""
    return "\n".join(_strings(value))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif value not in (None, ""):
        yield str(value)


def _highlights(text: Any) -> list[str]:
    if not isinstance(text, str):
        return []
    prose, bullets = split_bullets(text)
    return [prose, *bullets] if bullets else [clean_text(text)]


def _once(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(line for line in lines if line))


def _clean_value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return clean_date(value) if name in _DATES else clean_text(value)
    if isinstance(value, list):
        cleaned = [_clean_value(name, inner) for inner in value]
        return [inner for inner in cleaned if inner not in (None, "", [], {})]
    if isinstance(value, dict):
        inside = {inner: _clean_value(inner, content) for inner, content in value.items()}
        return {inner: content for inner, content in inside.items() if content not in (None, "", [], {})}
    return value


def _key(item: Item) -> str:
    if item.section == "basics":
        return "basics"
    names = [str(item.data.get(name, "")).casefold() for name in NATURAL_KEYS[item.section]]
    return " | ".join(names) if any(names) else _digest(item.data)


def _digest(data: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def _merge(same_key: list[Item], item: Item) -> None:
    """Add `item` unless a kept one says as much; drop kept ones of which it says more."""
    if not any(_contains(other.data, item.data) for other in same_key):
        same_key[:] = [other for other in same_key if not _contains(item.data, other.data)]
        same_key.append(item)


def _contains(whole: Any, part: Any) -> bool:
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(name in whole and _contains(whole[name], value) for name, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return all(value in whole for value in part)
    return bool(whole == part)


def _told_apart(kept: dict[tuple[Section, str], list[Item]]) -> Iterator[tuple[Section, str, Item]]:
    for (section, key), items in kept.items():
        for item in items:
            yield section, key if len(items) == 1 else f"{key} | {_digest(item.data)}", item
