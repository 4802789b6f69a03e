"""One item as several sources tell it -> one document: each source's words are kept, contradictions are reported.

What the first source says stays; another one adds what is missing and is never taken to know better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from resumify.models import Document, Said
from resumify.read import agreement, fuller, is_same, label_of

_LISTS = ("highlights", "keywords", "courses", "roles", "profiles")
_PROSE = ("summary", "description")
_ALIKE = 0.8  # share of words that two wordings of one statement have in common (Jaccard)


def origin_of(source: str) -> str:
    """What counts as one source: a whole site, whose sections are pages of their own, or one file."""
    url = urlsplit(source)
    return f"{url.scheme}://{url.netloc}" if url.scheme in ("http", "https") else source


def joined_with(stored: Sequence[Document], read: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """Return what was read as documents to write, one for each item, and where it contradicts what others say."""
    left = list(stored)
    documents, conflicts = [], []
    for document in read:
        held = _held(document, left)
        if held is None:
            documents.append(document)
            conflicts += [_resemblance(document, other) for other in left if _resembles(document, other)]
            continue
        left.remove(held)
        told = [said for said in _said(held) if origin_of(said.source) != origin_of(document.source)]
        if not told:
            documents.append(document.model_copy(update={"id": held.id, "key": held.key}))
            continue
        joined, contradictions = _told_by_all(held, document)
        documents.append(joined)
        conflicts += contradictions
    return documents, conflicts


def without(document: Document, origins: set[str]) -> Document | None:
    """Return the document as the other sources tell it, None where there is no other."""
    told = [said for said in _said(document) if origin_of(said.source) not in origins]
    return _combined(document, told)[0] if told else None


def _held(document: Document, stored: Sequence[Document]) -> Document | None:
    """The stored document of the same item: the same id, or another source's that names it alike."""
    same_id = next((held for held in stored if held.id == document.id), None)
    if same_id is not None:
        return same_id
    origin = origin_of(document.source)
    others = [held for held in stored if origin not in {origin_of(said.source) for said in _said(held)}]
    known = [held for held in stored if origin in {origin_of(said.source) for said in held.said}]
    alike = [held for held in [*known, *others] if is_same(held, document)]
    return max(alike, key=lambda held: agreement(held.data, document.data), default=None)


def _said(document: Document) -> tuple[Said, ...]:
    return document.said or (_says(document),)


def _says(document: Document) -> Said:
    return Said(source=document.source, data=document.data, text=document.text, read_at=document.read_at)


def _told_by_all(held: Document, document: Document) -> tuple[Document, list[str]]:
    """The held document with what the read one says now, in the place where its source stood before."""
    new = _says(document)
    origin = origin_of(document.source)
    said = [_latest(old, new) if origin_of(old.source) == origin else old for old in _said(held)]
    if all(origin_of(old.source) != origin for old in _said(held)):
        joined, conflicts = _combined(held, [*said, new])
        return (held, conflicts) if joined.data == held.data else (joined, conflicts)
    return _combined(held, said)


def _latest(old: Said, new: Said) -> Said:
    """What the source says now; as it was where it says the same."""
    return old if (old.source, old.data, old.text) == (new.source, new.data, new.text) else new


def _combined(held: Document, said: Sequence[Said]) -> tuple[Document, list[str]]:
    data, conflicts = dict(said[0].data), []
    for other in said[1:]:
        data, contradictions = _added(data, other.data)
        conflicts += [
            f"{label_of(held)}: {what} in {other.source}; what {said[0].source} says was kept."
            for what in contradictions
        ]
    texts = dict.fromkeys(line for one in said for line in one.text.split("\n"))
    only = len(said) == 1
    changes = {
        "data": data,
        "source": said[0].source,
        "read_at": said[0].read_at,
        "text": said[0].text if only else "\n".join(texts),
        "said": () if only else tuple(said),
    }
    return held.model_copy(update=changes), conflicts


def _added(data: dict[str, Any], other: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The first entry with what only the other has, and what the other contradicts."""
    joined, conflicts = dict(data), []
    for name, value in other.items():
        if name in _LISTS:
            joined[name], contradictions = _united(data, data.get(name, []), value)
            conflicts += contradictions
        elif name in _PROSE:
            if not any(_flat(value) in _flat(text) for text in _texts(data)):
                joined.setdefault(name, value)
        elif name == "endDate" and name not in data and "startDate" in data:
            conflicts.append(f'it has no end, but ends "{value}"')
        elif name not in data:
            joined[name] = value
        elif (both := fuller(data[name], value)) is not None:
            joined[name] = both
        else:
            conflicts.append(f'{name} is "{data[name]}", but "{value}"')
    if "endDate" in data and "endDate" not in other and "startDate" in other:
        conflicts.append(f'it ends "{data["endDate"]}", but has no end')
    return {name: value for name, value in joined.items() if value != []}, conflicts


def _united(data: dict[str, Any], known: list[Any], more: list[Any]) -> tuple[list[Any], list[str]]:
    """The list with what is new in the other: no statement in other words, and none that differs in numbers only."""
    united, conflicts = list(known), []
    prose = [_flat(text) for text in _texts(data)]
    for value in more:
        twin = next((one for one in known if _alike(one, value)), None)
        if twin is None and not (isinstance(value, str) and len(value) > 20 and any(_flat(value) in p for p in prose)):
            united.append(value)
        elif twin is not None and _numbers(twin) != _numbers(value):
            conflicts.append(f'it says "{twin}", but "{value}"')
    return united, conflicts


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.get("url") == other.get("url")
    a, b = (set(re.findall(r"[^\W\d_]+|\S", re.sub(r"[\d.,]", "", str(text).casefold()))) for text in (one, other))
    return str(one).casefold() == str(other).casefold() or (len(a & b) >= _ALIKE * len(a | b) and len(a) > 3)


def _numbers(text: Any) -> list[str]:
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", str(text)))


def _texts(data: dict[str, Any]) -> list[str]:
    highlights = data.get("highlights") or []
    return [str(data[name]) for name in _PROSE if name in data] + [" ".join(map(str, highlights))]


def _flat(text: Any) -> str:
    return "".join(character for character in str(text).casefold() if character.isalnum())


def _resembles(one: Document, other: Document) -> bool:
    """Tell whether two jobs of different sources may be one: the same start, and the same employer or title."""
    if one.section != "work" or other.section != "work" or one.source == other.source:
        return False
    a, b = one.data, other.data
    start = a.get("startDate") is not None and a.get("startDate") == b.get("startDate")
    return start and any(a.get(name) and a.get(name) == b.get(name) for name in ("name", "position"))


def _resemblance(one: Document, other: Document) -> str:
    return f"{label_of(one)} ({one.source}) and {label_of(other)} ({other.source}) may be the same job; both were kept."
