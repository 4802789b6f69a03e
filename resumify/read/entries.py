"""One item's lines -> one entry in JSON Resume terms. Decides which line is the title, the employer, the dates.

What a line is follows from where it stands, its dates, its links and a few words that titles and organisations are
made of. Where those contradict each other the entry says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from resumify.clean import clean_lines, clean_text
from resumify.headings import section_of
from resumify.models import Section
from resumify.read.naming import is_degree, is_employment, is_organisation, is_title
from resumify.read.sections import Card, anchor_of
from resumify.read.visible import Line

_AT = re.compile(r"\s+(?:at|@|bei|beim|chez|presso|bij|hos|na|w)\s+(?=\S)", re.IGNORECASE)
_DASH = re.compile(r"\s+[|·•–—-]\s+")
_COMMA = re.compile(r",\s+(?![^()]*\))")
_IN = re.compile(r"(?:,\s+|\s+(?:in|en|im fach)\s+|:\s+)(?![^()]*\))")
_LINK = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_LONGEST_KEYWORD = 40  # characters
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-ZÀ-ÞА-Я0-9])")
_ISSUED = re.compile(
    r"^(?:issued|awarded|published|ausgestellt|erteilt|verliehen|délivré|expedición|emissione)\b.*", re.I
)
_GRADE = re.compile(
    r"^(?:grade|gpa|note|abschlussnote|gesamtnote|mention|nota|voto|score)\s*:?\s+(?P<value>.{1,40})$", re.I
)
_CREDENTIAL = re.compile(r"^(?:credential id|zertifikats-id|show credential|see credential|zertifikat anzeigen)", re.I)
_FLUENCY = re.compile(r"^(?P<language>[^()–—:-]{2,40}?)\s*(?:[(–—:]|\s-\s)\s*(?P<fluency>[^()]{2,60})\)?$")


@dataclass(frozen=True)
class Header:
    """What stands over an item's description: names in their order, dates, a place.

    `guessed`: the second name stands where a place may stand as well.
    """

    names: tuple[Line, ...]
    start: str | None
    end: str | None
    place: str
    rest: tuple[Line, ...]
    guessed: bool = False


def entry_of(section: Section, card: Card) -> tuple[dict[str, Any], str]:
    """Return the entry that `card` shows, and what was unsure about it ("" where nothing was)."""
    reader = _READERS.get(section)
    return reader(card) if reader else ({}, "")


def header_of(card: Card) -> Header:
    """Part a card into its header and its description."""
    shown = card.lines
    alone = len(shown) == 1
    at = next((i for i, line in enumerate(shown) if not line.bullet and anchor_of(line, alone)), None)
    if at is None:
        count = next((i for i, line in enumerate(shown) if line.bullet or _is_prose(line.text)), len(shown))
        count = max(1, min(count, 2))
        return Header(_names(shown[:count]), None, None, "", shown[count:])
    anchor = anchor_of(shown[at], alone)
    assert anchor is not None
    start, end, begin, stop = anchor
    names = _names(shown[:at])
    before = re.sub(r"[\s(|·,:–—\[-]+$", "", shown[at].text[:begin])
    if before and not _ISSUED.match(before):
        names = (*names, Line(before, links=shown[at].links))
    place = place_of(re.sub(r"^[\s)|·,\]]+", "", shown[at].text[stop:]))
    rest = shown[at + 1 :]
    if not names and rest and not rest[0].bullet:  # the dates stand first
        count = 2 if len(rest) > 1 and not rest[1].bullet and not _is_prose(rest[1].text) else 1
        names, rest = _names(rest[:count]), rest[count:]
    guessed = False
    if len(names) == 1 and not card.over and rest and _names_the_other(names[0].text, rest[0], bool(before)):
        guessed = not before and not is_organisation(rest[0].text) and not is_degree(names[0].text)
        names, rest = (*names, rest[0]), rest[1:]
    while rest and not rest[0].bullet and (is_employment(rest[0].text) or (not place and place_of(rest[0].text))):
        place, rest = place or place_of(rest[0].text), rest[1:]
    return Header(names, start, end, place, rest, guessed)


def _names_the_other(name: str, below: Line, dates_beside: bool) -> bool:
    """Tell whether the line below "Staff Nurse, 2017 - 2020" names the employer, rather than a place or a duty."""
    if below.bullet or _is_prose(below.text) or is_employment(below.text):
        return False
    if is_degree(name):
        return not is_degree(below.text)
    parts = [part for separator in (_AT, _DASH, _COMMA) for part in _parts(separator, name)[1:]]
    if any(is_organisation(part) for part in parts):
        return False
    return (dates_beside and not parts) or is_organisation(below.text) or "," in below.text or bool(below.links)


def _role(card: Card, organisation: str) -> tuple[dict[str, Any], str]:
    """A job or a voluntary post; `organisation` is the field that names the employer."""
    header = header_of(card)
    doubt = ""
    if card.over:
        title, employer = (header.names[0].text if header.names else ""), _parts(_DASH, card.over[0].text)[0]
        place = header.place or next((found for line in card.over[1:] if (found := place_of(line.text))), "")
    else:
        title, employer, place, doubt = _title_and_employer(header)
        doubt = doubt or ("may have a place for its employer" if header.guessed else "")
    summary, highlights, keywords = _description(header.rest)
    entry = {
        "position": title,
        organisation: employer,
        "location": place,
        **_dates(header),
        "summary": summary,
        "highlights": highlights,
        "keywords": keywords,
    }
    if header.start is None:
        doubt = doubt or "has no dates"
    elif header.start == header.end:
        entry["startDate"] = header.start
    return entry, f"{_shown(title, employer)} {doubt}" if doubt else ""


def _title_and_employer(header: Header) -> tuple[str, str, str, str]:
    """(title, employer, place, doubt): title first unless words or links say otherwise."""
    names, place, doubt = list(header.names), header.place, ""
    if not names:
        return "", "", place, "names neither a title nor an employer"
    if len(names) == 1:
        first, second, rest = _split_role(names[0].text, bool(place))
        place, linked = place or rest, False
    else:
        first, second = names[0].text, names[1].text
        more = _parts(_DASH, second)
        second = more[0]
        place = place or next((part for part in more[1:] if not is_employment(part)), "")
        place = place or (place_of(names[2].text) if len(names) > 2 else "")
        linked = _leads_to_company(names[0]) and not _leads_to_company(names[1])
    employer_first = (
        linked
        or (is_organisation(first) and not is_organisation(second) and not is_title(first))
        or (is_title(second) and not is_title(first))
    )
    if employer_first and second:
        first, second = second, _parts(_DASH, first)[0]
    if not place and len(names) > 1 and second:
        second, place = _without_place(second)
    if not second:
        doubt = "names no employer" if is_title(first) or not is_organisation(first) else "names no title"
        return (first, "", place, doubt) if doubt == "names no employer" else ("", first, place, doubt)
    return first, second, place, doubt


def _without_place(employer: str) -> tuple[str, str]:
    """ "Brevio Payments, Gothenburg" is an employer and a place; "Foo, Inc." is one name."""
    name, comma, last = employer.rpartition(", ")
    is_place = bool(comma) and place_of(last) == last and not is_organisation(last)
    return (name, last) if is_place else (employer, "")


def _split_role(text: str, place_is_known: bool) -> tuple[str, str, str]:
    """(title, employer, place) of one line. Commas stand in titles too: the last organisation is the employer."""
    for separator in (_AT, _DASH):
        parts = _parts(separator, text)
        if len(parts) > 1:
            return parts[0], ", ".join(parts[1:]), ""
    parts = _parts(_COMMA, text)
    organisations = [i for i, part in enumerate(parts) if i > 0 and is_organisation(part)]
    last = len(parts) - 1 if place_is_known else min(1, len(parts) - 1)
    at = organisations[-1] if organisations else last
    return (", ".join(parts[:at]), parts[at], ", ".join(parts[at + 1 :])) if at > 0 else (text, "", "")


def _education(card: Card) -> tuple[dict[str, Any], str]:
    header = header_of(card)
    names = [name.text for name in header.names]
    if len(names) == 1:
        names = _parts(_COMMA, names[0])
    at = max(range(len(names)), key=lambda i: (not is_degree(names[i]), is_organisation(names[i])), default=0)
    institution = names[at] if names else ""
    degree = [name for i, name in enumerate(names) if i != at]
    separator = _IN if degree and _IN.search(degree[0]) else _DASH
    parts = degree if len(degree) > 1 else _parts(separator, degree[0], 1) if degree else []
    grade = next((match["value"] for line in header.rest if (match := _GRADE.match(line.text))), "")
    entry = {
        "institution": institution,
        "studyType": parts[0] if parts else "",
        "area": ", ".join(parts[1:]),
        **_dates(header),
        "score": grade,
    }
    return entry, "" if institution else "an entry of education names no school"


def _dated_thing(card: Card, fields: tuple[str, str, str], prose: str = "") -> tuple[dict[str, Any], str]:
    """A certificate, award or publication: its name, who gave it, when; `prose` names the field for what follows."""
    header = header_of(card)
    names = [name.text for name in header.names if not _CREDENTIAL.match(name.text)]
    if len(names) == 1:
        parts = _parts(_DASH, names[0]) if _DASH.search(names[0]) else _parts(_COMMA, names[0])
        names = [", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts
    rest = [line.text for line in header.rest if not _CREDENTIAL.match(line.text) and not _ISSUED.match(line.text)]
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
    summary, highlights, keywords = _description([line for line in header.rest if line.text != link])
    names = [name.text for name in header.names]
    dates = {"startDate": header.start} if header.start == header.end else _dates(header)
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
    match = _FLUENCY.match(first)
    if match:
        return {"language": match["language"].strip(), "fluency": match["fluency"].strip()}, ""
    return {"language": first, "fluency": card.lines[1].text if len(card.lines) > 1 else ""}, ""


def _named(card: Card) -> tuple[dict[str, Any], str]:
    """A skill or an interest: "Tools: Excel, Sage" is a group with keywords."""
    name, colon, keywords = clean_text(card.lines[0].text).partition(": ")
    return {"name": name, "keywords": split_list(keywords) if colon else []}, ""


def _reference(card: Card) -> tuple[dict[str, Any], str]:
    return {"name": card.lines[0].text, "reference": " ".join(line.text for line in card.lines[1:])}, ""


def split_list(text: str) -> list[str]:
    """The parts of an enumeration on one line; commas in brackets do not part."""
    separator = _COMMA if _COMMA.search(text) else re.compile(r"\s*[;|·•]\s+|\s+/\s+")
    return [part for part in map(clean_text, separator.split(text)) if part]


def sentences(text: str) -> list[str]:
    """A rough count of sentences: enough to tell a line from a paragraph."""
    return [part for part in _SENTENCE_END.split(text) if part]


def _description(rest: Sequence[Line]) -> tuple[str, list[str], list[str]]:
    """(summary, highlights, keywords): bullets are highlights, and so are lines; a paragraph is the summary."""
    keywords: list[str] = []
    shown: list[Line] = []
    for line in rest:
        label, colon, listed = line.text.partition(":")
        named = split_list(listed) if colon and section_of(label) == "skills" else []
        if named and all(len(name) <= _LONGEST_KEYWORD for name in named):
            keywords += named
        else:
            shown.append(line)
    if any(line.bullet for line in shown):
        first = next(i for i, line in enumerate(shown) if line.bullet)
        return " ".join(line.text for line in shown[:first]), [line.text for line in shown[first:]], keywords
    texts = [text for line in shown for text in clean_lines(line.text)]
    if len(texts) == 1 and len(sentences(texts[0])) > 1:
        return texts[0], [], keywords
    return "", texts, keywords


def _names(header: Sequence[Line]) -> tuple[Line, ...]:
    kept = [line for line in header if not is_employment(line.text)]
    return tuple(dict.fromkeys(kept))


def _dates(header: Header) -> dict[str, str]:
    dates = {"startDate": header.start, "endDate": header.end}
    if header.start and header.start == header.end:
        dates.pop("startDate")
    return {name: value for name, value in dates.items() if value}


def place_of(text: str) -> str:
    """The text where it looks like a place ("Leeds, UK · Hybrid"), "" where it does not."""
    parts = [part for part in _parts(_DASH, text.strip(" ·|,()")) if not is_employment(part)]
    place = parts[0] if parts else ""
    words = place.split()
    named = all(word[0].isupper() or len(word) < 5 or not word[0].isalpha() for word in words)
    short = 0 < len(words) <= 7 and len(place) <= 60
    return place if short and named and words[0][0].isupper() and not re.search(r"[.!?:;%]|\d{2}", place) else ""


def _parts(separator: re.Pattern[str], text: str, most: int = 0) -> list[str]:
    return [part.strip() for part in separator.split(text, maxsplit=most) if part.strip()] or [text.strip()]


def _is_prose(text: str) -> bool:
    return len(text) > 90 or text.endswith((".", "!", ";"))


def _leads_to_company(line: Line) -> bool:
    return any(
        re.search(r"/(?:company|companies|organi[sz]ations?|employers?|firma|school)/", link) for link in line.links
    )


def _shown(title: str, employer: str) -> str:
    return f'"{" · ".join(filter(None, (title, employer))) or "an entry"}"'


_READERS: dict[Section, Callable[[Card], tuple[dict[str, Any], str]]] = {
    "work": lambda card: _role(card, "name"),
    "volunteer": lambda card: _role(card, "organization"),
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
