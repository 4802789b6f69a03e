"""One document into facts, the smallest true statements, and facts into chunks, the texts that are embedded.

Everything in the document's data ends up in a fact: prose by the sentence, lists by the entry, the rest with the fact
of the whole entry. Nothing is reworded here, and nothing is judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resumify.clean import clean_text
from resumify.models import Chunk, Document, Fact, FactKind, Quote, Said, Section
from resumify.passages import quote_of, quotes_of, sentences, split_prose, without_contacts

_KINDS: dict[Section, FactKind] = {
    "work": "role",
    "volunteer": "role",
    "projects": "role",
    "education": "degree",
    "skills": "skill",
}
_HEADERS: dict[Section, tuple[str, ...]] = {
    "basics": ("label",),
    "work": ("position", "name"),
    "volunteer": ("position", "organization"),
    "education": ("studyType", "area", "institution"),
    "projects": ("name", "entity"),
    "skills": ("name",),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "languages": ("language", "fluency"),
    "interests": ("name",),
    "references": ("reference",),
}
"""The fields that name an entry, in the order people read them (JSON Resume 1.2.1)."""

_PROSE = ("summary", "description")
_LINES = (*_PROSE, "highlights")
_LISTS = ("keywords", "courses", "roles")
_LISTED_WITH_NAME: tuple[Section, ...] = ("skills", "interests")
_NOT_CLAIMS = ("name", "url", "image", "email", "phone", "location", "profiles")
_DATES = ("date", "releaseDate", "startDate", "endDate")
_WORDS_OF_A_LABEL = 5
_LONGEST = 230  # tokens of a chunk's text; MiniLM reads 256 and ignores the rest


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Return the document's facts: the whole entry first, then its prose, highlights and lists.

    Ids are stable: the same text at the same place of the same document has the same id.
    """
    texts = [_entry(document), *_prose(document), *_highlights(document), *_lists(document)]
    return tuple(_fact(document, text) for text in texts if text.text)


def chunks_of(facts: Sequence[Fact]) -> tuple[Chunk, ...]:
    """Return the texts to embed for the facts of one document: each fact with its context.

    No person's name and no contact detail is in any of them. Prose longer than the embedder reads is split; a
    highlight never is. A fact that says nothing else than a name has no chunk.
    """
    names = [name for fact in facts for name in _people(fact)]
    return tuple(chunk for fact in facts for chunk in _chunks(fact, names))


@dataclass(frozen=True)
class _Text:
    """The text of a fact to be, where in the entry it stands, and what it was put together from."""

    kind: FactKind
    path: str
    text: str
    data: Mapping[str, Any] | None = None
    parts: tuple[str, ...] = ()


def _fact(document: Document, text: _Text) -> Fact:
    first, *further = _quotes(text, document)
    key = "\0".join((document.id, text.path, text.text))
    return Fact(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        owner=document.owner,
        document=document.id,
        section=document.section,
        kind=text.kind,
        path=text.path,
        text=text.text,
        quote=first.quote,
        role=document.id if _KINDS.get(document.section) == "role" and text.path else None,
        context=", ".join(part for part in (_header(document), _dates(document.data)) if part),
        current=_goes_on(document),
        data=dict(text.data or {}),
        position=document.position,
        source=first.source,
        read_at=first.read_at,
        further=tuple(further),
    )


def _quotes(text: _Text, document: Document) -> list[Quote]:
    """Where the text stands, and the dates of an entry: the first source that says it whole, else each that says a
    part of it."""
    told = document.said or (
        Said(source=document.source, data=document.data, text=document.text, read_at=document.read_at),
    )
    whole = any(quote_of(text.text, said.text) for said in told)
    parts = [text.text] if whole else [part for part in text.parts if part in text.text]
    return _in_parts([*parts, *_dates_in(text, told)], told) or [
        Quote(quote=text.text, source=told[0].source, read_at=told[0].read_at)
    ]


def _dates_in(text: _Text, told: Sequence[Said]) -> list[str]:
    """The dates of an entry as far as a source writes them like this: the day or month, else the year."""
    given = (_joined((text.data or {}).get(field)) for field in _DATES)
    return [date if any(date in said.text for said in told) else date[:4] for date in given if date]


def _in_parts(parts: Sequence[str], told: Sequence[Said]) -> list[Quote]:
    """The spans that say the parts, of the source that says the first of them first."""
    quotes: list[Quote] = []
    left = list(parts)
    for whole_words in (True, False):
        known = [(said, quotes_of(left, said.text, whole_words)) for said in told]
        for said, found in sorted(known, key=lambda one: (one[1].keys().isdisjoint(parts[:1]), -len(one[1]))):
            spans = dict.fromkeys(found[part] for part in left if part in found)
            quotes += [Quote(quote=span, source=said.source, read_at=said.read_at) for span in spans]
            left = [part for part in left if part not in found]
    return quotes


def _entry(document: Document) -> _Text:
    """The entry as a whole; its data is complete, so that nothing is lost that has no place in a sentence."""
    data = document.data
    header = _header(document)
    if document.section in _LISTED_WITH_NAME and (listed := _joined(data.get("keywords"))):
        header = f"{header}: {listed}" if header else listed
    anything = header or _joined(data.get("name")) or _joined({k: v for k, v in data.items() if k not in _LINES})
    parts = tuple(clean_text(value) for _, value in _strings(data, ""))
    return _Text(_KINDS.get(document.section, "item"), "", anything, data, parts)


def _prose(document: Document) -> Iterator[_Text]:
    """Summaries and descriptions by the sentence, and any text of some length that a standard résumé does not know."""
    for field in _PROSE:
        yield from _said(document.data.get(field), f"/{field}")
    for field, value in _unknown(document):
        if isinstance(value, str) and len(value.split()) > _WORDS_OF_A_LABEL:
            yield from _said(value, f"/{_escaped(field)}")


def _said(value: Any, path: str) -> Iterator[_Text]:
    for place, raw in _strings(value, path):
        for index, sentence in enumerate(sentences(raw)):
            yield _Text("summary", f"{place}/{index}", sentence)


def _highlights(document: Document) -> Iterator[_Text]:
    for path, raw in _strings(document.data.get("highlights"), "/highlights"):
        yield _Text("highlight", path, clean_text(raw))


def _lists(document: Document) -> Iterator[_Text]:
    """Keywords, courses, and any list that a standard résumé does not know: one fact for a list of words."""
    for field, value in _unknown(document):
        if isinstance(value, list) or field in _LISTS:
            parts = tuple(clean_text(raw) for _, raw in _strings(value, ""))
            yield _Text("item", f"/{_escaped(field)}", _joined(value), parts=parts)


def _unknown(document: Document) -> Iterator[tuple[str, Any]]:
    """The fields that neither the header nor the fixed places of an entry take."""
    taken = {*_PROSE, "highlights", *_NOT_CLAIMS, *_DATES, *_HEADERS[document.section]}
    if document.section in _LISTED_WITH_NAME:
        taken.add("keywords")
    return ((field, value) for field, value in document.data.items() if field not in taken)


def _chunks(fact: Fact, names: Sequence[str]) -> Iterator[Chunk]:
    if fact.path == "":
        context, said = "", ", ".join(part for part in (_public(fact), _dates(fact.data)) if part)
    else:
        context, said = without_contacts(fact.context, names), fact.text
    said = without_contacts(said, names)
    longest = None if fact.kind in ("highlight", "role", "degree") else _LONGEST
    for index, part in enumerate(split_prose(said, longest) if said else ()):
        yield Chunk(id=f"{fact.id}:{index}", fact=fact.id, text=f"{context}\n{part}" if context else part)


def _public(fact: Fact) -> str:
    """The text of an entry that may be embedded: of the basics nothing but the label."""
    return _joined(fact.data.get("label")) if fact.section == "basics" else fact.text


def _people(fact: Fact) -> list[str]:
    """The names of people in a fact's data: the person's own, and who is named as a reference."""
    name = fact.data.get("name") if fact.section in ("basics", "references") else None
    return [name] if isinstance(name, str) and name.strip() else []


def _header(document: Document) -> str:
    values = (_joined(document.data.get(field)) for field in _HEADERS[document.section])
    return ", ".join(dict.fromkeys(value for value in values if value))


def _goes_on(document: Document) -> bool:
    """Whether a role has begun and not ended (JSON Resume leaves the end out)."""
    data = document.data
    return _KINDS.get(document.section) == "role" and bool(data.get("startDate")) and not data.get("endDate")


def _dates(data: Mapping[str, Any]) -> str:
    start, end = _joined(data.get("startDate")), _joined(data.get("endDate"))
    if start and end and start != end:
        return f"{start} - {end}"
    single = (_joined(data.get(field)) for field in _DATES)
    return next((date for date in single if date), "")


def _joined(value: Any) -> str:
    """All strings and numbers in `value` as one line."""
    return ", ".join(text for _, raw in _strings(value, "") if (text := clean_text(raw)))


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every string and number in `value` with its JSON Pointer, in order; also where a list was expected and a string
    came, or the other way round."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path, str(value)
    elif isinstance(value, (Mapping, list, tuple)):
        for step, child in _children(value):
            yield from _strings(child, f"{path}/{_escaped(step)}")


def _children(value: Mapping[str, Any] | Sequence[Any]) -> Iterable[tuple[str, Any]]:
    return value.items() if isinstance(value, Mapping) else ((str(index), item) for index, item in enumerate(value))


def _escaped(step: str) -> str:
    """One step of a JSON Pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1")
