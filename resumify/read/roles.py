"""A job or a voluntary post: which of its names is the title, which the employer, which the place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from resumify.read.descriptions import description_of
from resumify.read.header import Header, dates_of, header_of
from resumify.read.naming import is_employment, is_organisation, is_title
from resumify.read.phrases import AT, COMMA, DASH, is_abbreviated, parts_of, place_of
from resumify.read.sections import Card
from resumify.read.visible import Line


def role_of(card: Card, organisation: str) -> tuple[dict[str, Any], str]:
    """A job or a voluntary post; `organisation` is the field that names the employer."""
    header, doubt, told = header_of(card), "", ""
    if card.over:
        title, employer = (header.names[0].text if header.names else ""), parts_of(DASH, card.over[0].text)[0]
        place = header.place or next((found for line in card.over[1:] if (found := place_of(line.text))), "")
    else:
        header, told = _told_apart(header)
        title, employer, place, doubt = _title_and_employer(header)
        doubt = doubt or ("may have a place for its employer" if header.guessed else "")
    summary, highlights, keywords = description_of(header.rest)
    summary = " ".join(filter(None, (told, summary)))
    entry = {
        "position": title,
        organisation: employer,
        "location": place,
        **dates_of(header),
        "summary": summary,
        "highlights": highlights,
        "keywords": keywords,
    }
    if header.start is None:
        doubt = doubt or "has no dates"
    elif header.start == header.end:
        entry["startDate"] = header.start
    return entry, f"{_shown(title, employer)} {doubt}" if doubt else ""


def _told_apart(header: Header) -> tuple[Header, str]:
    """The header without what a name goes on to tell in whole sentences ("Cook at the Inn. Led 4."), and that."""
    if len(header.names) != 1:
        return header, ""
    name, *told = re.split(r"(?<=\w{3})\.(?:\s+(?=[^\W\d_])|$)", header.names[0].text, maxsplit=1)
    if not told or is_abbreviated(f"{name}."):
        return header, ""
    return replace(header, names=(replace(header.names[0], text=name),)), told[0].strip()


def _title_and_employer(header: Header) -> tuple[str, str, str, str]:
    """(title, employer, place, doubt): title first unless words or links say otherwise."""
    names, place, doubt = list(header.names), header.place, ""
    if not names:
        return "", "", place, "names neither a title nor an employer"
    if len(names) == 1:
        first, second, rest = _split_role(names[0].text, bool(place))
        place, linked = place or rest, False
        if not place and second:
            second, place = _without_place(second)
    else:
        first, second = names[0].text, names[1].text
        more = parts_of(DASH, second)
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
        first, second = second, parts_of(DASH, first)[0]
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
    for separator in (AT, DASH):
        parts = parts_of(separator, text)
        if len(parts) > 2 and place_of(parts[-1]) == parts[-1] and not is_organisation(parts[-1]):
            return parts[0], ", ".join(parts[1:-1]), parts[-1]
        if len(parts) > 1:
            return parts[0], ", ".join(parts[1:]), ""
    parts = parts_of(COMMA, text)
    organisations = [i for i, part in enumerate(parts) if i > 0 and is_organisation(part)]
    last = len(parts) - 1 if place_is_known else min(1, len(parts) - 1)
    at = organisations[-1] if organisations else last
    return (", ".join(parts[:at]), parts[at], ", ".join(parts[at + 1 :])) if at > 0 else (text, "", "")


def _leads_to_company(line: Line) -> bool:
    return any(
        re.search(r"/(?:company|companies|organi[sz]ations?|employers?|firma|school)/", link) for link in line.links
    )


def _shown(title: str, employer: str) -> str:
    return f'"{" · ".join(filter(None, (title, employer))) or "an entry"}"'
