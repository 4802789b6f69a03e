"""What a page states for machines: JSON-LD and microdata about its owner, and JSON Resume that it carries along.

Finds and picks; what a schema.org person says is for `schema_org`. People whom the page merely mentions are not taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from bs4 import BeautifulSoup, Tag

from resumify.models import Section
from resumify.read.schema_org import Node, entries_of, kinds, nodes, said
from resumify.read.visible import lines

_MASKED = re.compile(r"\*{3,}")  # what a site shows to those who are not signed in


@dataclass(frozen=True)
class Stated:
    """Entries in JSON Resume terms; `whole` names the sections that an embedded résumé holds in full."""

    entries: tuple[tuple[Section, dict[str, Any]], ...]
    whole: frozenset[Section] = frozenset()


def find_stated(html: str) -> Stated:
    """Return what the page states about its owner, empty where it states nothing."""
    soup = BeautifulSoup(html, "lxml")
    scripts = list(_scripts(soup))
    for value in scripts:
        if (resume := _json_resume(value)) is not None:
            return resume
    people = [*_people(scripts), *_microdata_people(soup)]
    owner = _owner(people, soup)
    return Stated(tuple(entries_of(owner)) if owner else ())


def _scripts(soup: BeautifulSoup) -> Iterator[Any]:
    for script in soup.find_all("script", type=re.compile(r"^application/(?:ld\+)?json\b", re.IGNORECASE)):
        try:
            yield _unmasked(json.loads(script.get_text().strip().strip(";")))
        except (ValueError, RecursionError):
            continue  # a page whose data for machines is broken still has its headings


def _unmasked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _unmasked(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_unmasked(inner) for inner in value]
    return "" if isinstance(value, str) and _MASKED.search(value) else value


def _json_resume(value: Any) -> Stated | None:
    """The JSON Resume that `value` is, or holds under one of its names."""
    for resume in [value, *value.values()] if isinstance(value, dict) else []:
        if not isinstance(resume, dict) or not isinstance(resume.get("basics"), dict):
            continue
        if not isinstance(resume["basics"].get("name"), str):
            continue
        held = [name for name in get_args(Section) if isinstance(resume.get(name), (dict, list))]
        entries = [
            (section, entry)
            for section in held
            for entry in ([resume[section]] if isinstance(resume[section], dict) else resume[section])
            if isinstance(entry, dict)
        ]
        return Stated(tuple(entries), frozenset(held))
    return None


def _people(values: Iterable[Any]) -> Iterator[tuple[Node, bool]]:
    """Every person that stands by itself, and whether the page says that it is about this one."""
    for value in values:
        graph = [node for node in _graph(value) if isinstance(node, dict)]
        by_id = {str(node["@id"]): node for node in graph if "@id" in node and len(node) > 1}
        for node in graph:
            if "Person" in kinds(node):
                yield node, False
            for about in nodes(node, "mainEntity", "about") if "ProfilePage" in kinds(node) else []:
                person = by_id.get(str(about.get("@id")), about)
                if "Person" in kinds(person):
                    yield person, True


def _graph(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [node for inner in value for node in _graph(inner)]
    if isinstance(value, dict) and isinstance(value.get("@graph"), list):
        return [value, *value["@graph"]]
    return [value]


def _microdata_people(soup: BeautifulSoup) -> Iterator[tuple[Node, bool]]:
    for item in soup.select("[itemscope][itemtype]"):
        if not item.has_attr("itemprop"):
            node = _microdata(item)
            if "Person" in kinds(node):
                yield node, False
        elif "mainEntity" in str(item["itemprop"]).split() and str(item["itemtype"]).endswith("/Person"):
            yield _microdata(item), True


def _microdata(item: Tag) -> Node:
    """One microdata item in the shape of JSON-LD."""
    node: Node = {"@type": [kind.rstrip("/").rsplit("/", 1)[-1] for kind in str(item.get("itemtype", "")).split()]}
    for element in _properties(item):
        value: Any = _microdata(element) if element.has_attr("itemscope") else _value(element)
        for name in str(element["itemprop"]).split():
            node.setdefault(name, []).append(value)
    return node


def _properties(item: Tag) -> Iterator[Tag]:
    """The elements that state something of this item, not of one inside it."""
    for child in item.find_all(True, recursive=False):
        if child.has_attr("itemprop"):
            yield child
        if not child.has_attr("itemscope"):
            yield from _properties(child)


def _value(element: Tag) -> str:
    for attribute in ("content", "datetime", "href", "src"):
        if element.get(attribute):
            return _unmasked(str(element[attribute]))
    return str(_unmasked("\n".join(f"• {line.text}" if line.bullet else line.text for line in lines(element))))


def _owner(people: Iterable[tuple[Node, bool]], soup: BeautifulSoup) -> Node | None:
    """The person the page is about: the one it says so of, else the one its first heading or title names."""
    known = list(people)
    stated = [node for node, is_owner in known if is_owner]
    if stated:
        return stated[0]
    headed = " ".join(tag.get_text(" ", strip=True) for tag in soup.select("title, h1")).casefold()
    named = [node for node, _ in known if said(node, "name") and said(node, "name").casefold() in headed]
    return named[0] if named else None
