"""One item's lines -> one entry in JSON Resume terms.

What a line is follows from where it stands, its dates, its links and a few words that titles and organisations are
made of. Where those contradict each other the entry says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from resumify.clean import clean_text
from resumify.models import Section
from resumify.read.degrees import is_degree
from resumify.read.descriptions import description_of
from resumify.read.header import ISSUED, dates_of, header_of
from resumify.read.naming import is_organisation
from resumify.read.phrases import COMMA, DASH, parts_of, split_list
from resumify.read.roles import role_of
from resumify.read.sections import Card
from resumify.read.tongues import is_fluency, is_language

_IN = re.compile(r"(?:,\s+|\s+(?:in|en|im fach)\s+|:\s+)(?![^()]*\))")
_LINK = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_GRADE = re.compile(
    r"^(?:grade|gpa|note|abschlussnote|gesamtnote|mention|nota|voto|score)\s*:?\s+(?P<value>.{1,40})$", re.I
)
_CREDENTIAL = re.compile(r"^(?:credential id|zertifikats-id|show credential|see credential|zertifikat anzeigen)", re.I)
_FLUENCY = re.compile(
    r"^(?P<language>[^()–—:-]{2,40}?)\s*(?:[(–—:]|\s-\s)\s*(?P<fluency>(?:[^()]|\([^()]*\)){2,60}?)\)?$"
)


def entry_of(section: Section, card: Card) -> tuple[dict[str, Any], str]:
    """Return the entry that `card` shows, and what was unsure about it ("" where nothing was)."""
    reader = _READERS.get(section)
    return reader(card) if reader else ({}, "")


def _education(card: Card) -> tuple[dict[str, Any], str]:
    header = header_of(card)
    names = [name.text for name in header.names]
    if len(names) == 1:
        names = parts_of(DASH if DASH.search(names[0]) else COMMA, names[0])
    last_first = 1 if names and is_degree(names[0]) else -1  # behind a degree stands what it is in, then the school
    ranked = [(not is_degree(name), is_organisation(name), last_first * i) for i, name in enumerate(names)]
    at = ranked.index(max(ranked)) if ranked else 0
    institution = names[at] if names else ""
    degree = [name for i, name in enumerate(names) if i != at]
    separator = _IN if degree and _IN.search(degree[0]) else DASH
    parts = degree if len(degree) > 1 else parts_of(separator, degree[0], 1) if degree else []
    grade = next((match["value"] for line in header.rest if (match := _GRADE.match(line.text))), "")
    entry = {
        "institution": institution,
        "studyType": parts[0] if parts else "",
        "area": ", ".join(parts[1:]),
        **dates_of(header),
        "score": grade,
    }
    return entry, "" if institution else "an entry of education names no school"


def _dated_thing(card: Card, fields: tuple[str, str, str], prose: str = "") -> tuple[dict[str, Any], str]:
    """A certificate, award or publication: its name, who gave it, when; `prose` names the field for what follows."""
    header = header_of(card)
    names = [name.text for name in header.names if not _CREDENTIAL.match(name.text)]
    if len(names) == 1:
        parts = parts_of(DASH, names[0]) if DASH.search(names[0]) else parts_of(COMMA, names[0])
        names = [", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts
    rest = [line.text for line in header.rest if not _CREDENTIAL.match(line.text) and not ISSUED.match(line.text)]
    if len(names) == 1 and rest and not prose:
        names.append(rest.pop(0))
    title, giver, date = fields
    entry = {title: names[0] if names else "", giver: names[1] if len(names) > 1 else "", date: header.start}
    if prose:
        entry[prose] = " ".join(rest)
    return entry, ""


def _project(card: Card) -> tuple[dict[str, Any], str]:
    header = header_of(card)
    link = next((line.text for line in header.rest if _LINK.fullmatch(line.text)), "")
    summary, highlights, keywords = description_of([line for line in header.rest if line.text != link])
    names = [name.text for name in header.names]
    dates = {"startDate": header.start} if header.start == header.end else dates_of(header)
    if not summary and len(highlights) == 1:
        summary, highlights = highlights[0], []
    return {
        "name": names[0] if names else "",
        **dates,
        "description": " ".join(filter(None, [*names[1:], summary])),
        "highlights": highlights,
        "keywords": keywords,
        "url": link,
    }, ""


def _language(card: Card) -> tuple[dict[str, Any], str]:
    first = clean_text(card.lines[0].text)
    for place in [space.start() for space in re.finditer(" ", first)]:
        before, after = first[:place].rstrip(",:–—- "), first[place:].strip(",:–—- ")
        if is_fluency(after):
            return {"language": before, "fluency": _bare(after)}, ""
        if is_language(after) and is_fluency(before):
            return {"language": after, "fluency": before}, ""
    match = _FLUENCY.match(first)
    if match:
        return {"language": match["language"].strip(), "fluency": match["fluency"].strip()}, ""
    return {"language": first, "fluency": card.lines[1].text if len(card.lines) > 1 else ""}, ""


def _bare(level: str) -> str:
    return level[1:-1] if level.startswith("(") and level.endswith(")") else level


def _named(card: Card) -> tuple[dict[str, Any], str]:
    """A skill or an interest: "Tools: Excel, Sage" is a group with keywords."""
    name, colon, keywords = clean_text(card.lines[0].text).partition(": ")
    return {"name": name, "keywords": split_list(keywords) if colon else []}, ""


def _reference(card: Card) -> tuple[dict[str, Any], str]:
    return {"name": card.lines[0].text, "reference": " ".join(line.text for line in card.lines[1:])}, ""


_READERS: dict[Section, Callable[[Card], tuple[dict[str, Any], str]]] = {
    "work": lambda card: role_of(card, "name"),
    "volunteer": lambda card: role_of(card, "organization"),
    "education": _education,
    "projects": _project,
    "certificates": lambda card: _dated_thing(card, ("name", "issuer", "date")),
    "awards": lambda card: _dated_thing(card, ("title", "awarder", "date"), "summary"),
    "publications": lambda card: _dated_thing(card, ("name", "publisher", "releaseDate"), "summary"),
    "languages": _language,
    "skills": _named,
    "interests": _named,
    "references": _reference,
}
