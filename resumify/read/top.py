"""The top of a profile page -> the basics: name, headline, place and ways to reach the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from resumify.headings import section_of
from resumify.read.naming import is_employment, is_organisation, is_title
from resumify.read.phrases import place_of
from resumify.read.schema_org import network_of, profile_on
from resumify.read.visible import Line, lines

_LONGEST = 14  # lines; what comes later belongs to a section, whatever its heading is called
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w])(?:\+|\(?0)\d[\d\s()/.-]{5,18}\d(?!\w)|(?<!\w)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\w)")
_LABELLED = re.compile(
    r"^(?:e-?mail|tel(?:efon|éfono|éphone)?|phone|mobile?|mobil|handy|address|adresse|location|website|web|home ?page)"
    r"\.?\s*:?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^[\d.,+\s]*\d\+?\s*(?:connections?|followers?|kontakte|relations|abonnés|contactos|seguidores|collegamenti)\b|"
    r"^\(?(?:she|he|they|sie|er|elle|il)\s?/\s?\w+\)?$|^·?\s*[123](?:st|nd|rd|er|e|\.)?$",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"\s+[|·•]\s+|\t+")
_WRITTEN_ADDRESS = re.compile(
    r"(?:[\w ]{2,12}:\s*)?(?:https?://)?((?:[\w-]+\.)+(?:[a-z]{2,3}|dev|info|example)(?:/\S*)?)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:^|[\s,])(?P<postalCode>\d{4,5})\s+(?P<city>[^\W\d_][^\d,|·]*)|"
    r"(?:straße|strasse|str\.|gasse|weg|platz|allee|street|road|lane|avenue|drive|st\.|rd\.|ave\.)\s*\d*\b|"
    r"^\d+\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|place|chemin|allée)\b|\b(?:calle|via|rua|avenida|plaza)\s.*\d",
    re.IGNORECASE,
)
_LABEL_PART = re.compile(r"\s+[|·]\s+")


def read_top(soup: BeautifulSoup, title: str, host: str) -> tuple[dict[str, Any], str]:
    """Return the basics that stand above the first section, and the text they were read from.

    `title` is the page's own; links to its `host` lead nowhere that is the person's.
    """
    return basics_of_lines(_top(soup, title.casefold()), host)


def basics_of_lines(shown: Sequence[Line], host: str = "") -> tuple[dict[str, Any], str]:
    """Return the basics that these lines hold, the name first, and their text."""
    if not shown:
        return {}, ""
    name, *rest = shown
    links = [link for line in rest for link in line.links if _host(link) not in ("", host)]
    links += [link for line in rest for link in line.links if link.startswith(("mailto:", "tel:"))]
    pieces = [piece for line in rest if not any(link in links for link in line.links) for piece in _pieces(line)]
    links += [link for piece in pieces if (link := _address(piece.text))]
    plain = [piece for piece in pieces if _is_plain(piece) and not _address(piece.text)]
    basics = {"name": name.text, **_reach(rest, links), **_headline(plain)}
    return {key: value for key, value in basics.items() if value}, "\n".join(line.text for line in shown)


def _pieces(line: Line) -> list[Line]:
    """The line, or what stands side by side in it where one of these is a way to reach the person."""
    parts = [part.strip() for part in _SIDE_BY_SIDE.split(line.text) if part.strip()]
    reaches = any(_address(part) or not _is_plain(Line(part)) for part in parts)
    return [Line(part) for part in parts] if reaches else [line]


def _address(text: str) -> str:
    """The web address that the text is, "" where it is anything else."""
    found = _WRITTEN_ADDRESS.fullmatch(text.strip())
    return f"https://{found[1]}" if found else ""


def _top(soup: BeautifulSoup, title: str) -> list[Line]:
    """The lines from the person's name to the first section."""
    shown = lines(soup.body) if soup.body else []
    names = [i for i, line in enumerate(shown) if line.level == 1 and section_of(line.text) is None]
    start = next((i for i in names if shown[i].text.casefold() in title), names[0] if names else None)
    if start is None:
        start = _name_by_title(shown, title)
    if start is None:
        return []
    after = shown[start + 1 : start + 1 + _LONGEST]
    stop = next((i for i, line in enumerate(after) if _opens_section(line)), len(after))
    return [shown[start], *after[:stop]]


def _name_by_title(shown: Sequence[Line], title: str) -> int | None:
    """Where no heading names the person: an early line of a few words with which the page's title begins."""
    for index, line in enumerate(shown[:_LONGEST]):
        if 1 < len(line.text.split()) <= 5 and title.startswith(line.text.casefold()):
            return index
    return None


def _opens_section(line: Line) -> bool:
    return section_of(line.text) is not None if line.level == 0 else line.level < 4


def _is_plain(line: Line) -> bool:
    """Tell whether the line is neither a way to reach the person nor a count of the site's."""
    text = line.text
    return not (_MAIL.search(text) or _PHONE.search(text) or _LABELLED.match(text) or _COUNTED.search(text))


def _headline(plain: Sequence[Line]) -> dict[str, Any]:
    """The label and the place among the lines that are left, in whichever order they stand."""
    places = [i for i, line in enumerate(plain) if place_of(line.text) and not _is_work(line.text) and not line.bullet]
    certain = [i for i in places if "," in plain[i].text]
    label = next((i for i in range(len(plain)) if is_title(plain[i].text)), None)
    if label is None:
        label = next((i for i in range(len(plain)) if i not in certain and _may_be_label(plain[i].text)), None)
    place = next((i for i in [*certain, *places] if i != label), None)
    found: dict[str, Any] = {"label": plain[label].text if label is not None else ""}
    if place is not None:
        city, _, region = place_of(plain[place].text).partition(", ")
        found["location"] = {"city": city, "region": region}
    elif (address := _address_with_city(plain)) is not None:
        found["location"] = {"postalCode": address["postalCode"], "city": address["city"].strip()}
    return found


def _address_with_city(plain: Sequence[Line]) -> re.Match[str] | None:
    """The first postal address that names a city; its street is nobody's concern."""
    addresses = (_ADDRESS.search(line.text) for line in plain)
    return next((address for address in addresses if address is not None and address["city"]), None)


def _may_be_label(text: str) -> bool:
    is_other = is_employment(text) or _ADDRESS.search(text) is not None
    return not is_other and not text.endswith((".", "!", "?")) and not text[0].isdigit()


def _is_work(text: str) -> bool:
    return is_title(text) or any(is_organisation(part) for part in _LABEL_PART.split(text))


def _reach(rest: Sequence[Line], links: Sequence[str]) -> dict[str, Any]:
    text = "\n".join(line.text for line in rest)
    mails = [link.removeprefix("mailto:").partition("?")[0] for link in links if link.startswith("mailto:")]
    phones = [link.removeprefix("tel:") for link in links if link.startswith("tel:")]
    written = [match.group() for match in _PHONE.finditer(text)]
    elsewhere = list(dict.fromkeys(link for link in links if _host(link)))
    return {
        "email": next(iter([*mails, *_MAIL.findall(text)]), ""),
        "phone": next(iter([*written, *phones]), "").strip(),
        "url": next((link for link in elsewhere if not network_of(link)), ""),
        "profiles": [profile_on(link) for link in elsewhere if network_of(link)],
    }


def _host(link: str) -> str:
    """The site that a web address leads to; "" for one within its own site, a mail address or a script."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
