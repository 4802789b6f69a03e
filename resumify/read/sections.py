"""A page's lines -> its sections and their items, found by headings and dates. What an item says is for `entries`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from resumify.clean import date_range, first_date
from resumify.headings import section_of, unfolds
from resumify.models import Section
from resumify.read.visible import HEADINGS, Line, level_of, lines, tags, text_of

_LONGEST_HEADING = 60  # characters
_BESIDE_DATES = 70  # characters that may share a line with dates: a title, an employer, a place, a duration
_BESIDE_A_GAP = 120  # the same, where a gap sets the dates apart
_CONTAINERS = ("div", "article", "section", "li", "tr", "details", "dl", "p")
_LISTS = ("ul", "ol")


@dataclass(frozen=True)
class Card:
    """One item as it is shown; `over` is what stands once over several roles of one employer, its name first."""

    lines: tuple[Line, ...]
    over: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Block:
    """One section of a page: its items as cards; `more` (addresses) and `folded` tell whether there is more."""

    section: Section
    cards: tuple[Card, ...]
    more: tuple[str, ...] = ()
    folded: bool = False


def find_blocks(soup: BeautifulSoup) -> list[Block]:
    """Return the sections that the page's headings open, in page order."""
    headings = [h for h in soup.find_all([*HEADINGS]) + soup.select("[role=heading]") if h.get_text(strip=True)]
    known = [heading for heading in headings if _section(heading)]
    if not known:
        known = _bold_headings(soup)
        headings += known
    blocks: list[Block] = []
    covered: set[int] = set()
    for heading in known:
        section = _section(heading)
        if id(heading) in covered or section is None:
            continue
        nodes = _content(heading, headings)
        if _holds_sections(section, heading, nodes, known):
            continue
        covered |= {id(inner) for node in nodes for inner in [node, *node.find_all(True)] if inner is not heading}
        nodes = [node for node in nodes if node is not heading and heading not in node.descendants] or _without(
            nodes, heading
        )
        blocks.append(_block(section, nodes))
    return blocks


def _holds_sections(section: Section, heading: Tag, nodes: Sequence[Tag], known: Sequence[Tag]) -> bool:
    """Tell whether under the heading stand sections with headings of their own, one of the same kind among them."""
    inside = {id(inner) for node in nodes for inner in node.find_all(True)}
    below = [other for other in known if other is not heading and id(other) in inside]
    held = {_section(other) for other in below if level_of(other) > level_of(heading) > 0}
    return len(held) > 1 and section in held


def anchor_of(line: Line, alone: bool = False) -> tuple[str, str | None, int, int] | None:
    """The dates that a header line shows, as (start, end or None, begin, stop); None for prose and bullets.

    A single date gives start and end alike. Where the line is `alone`, all that an item has, it may be long.
    """
    gap = line.text.rfind("\t") + 1  # what is set apart by a gap is not read together with what stands before it
    span = date_range(line.text[gap:])
    if span is not None:
        begin, stop = gap + span.begin, gap + span.stop
        found: tuple[str, str | None, int, int] = (span.start, span.end, begin, stop)
    elif (single := first_date(line.text[gap:])) is not None:
        begin, stop = gap + single[1], gap + single[2]
        found = (single[0], single[0], begin, stop)
    else:
        return None
    before, after = line.text[:begin].strip(), line.text[stop:].strip()
    set_apart = (
        not before
        or line.text[:begin].endswith("\t")
        or before[-1] in "(|·,:–—-•[/"
        or (span is None and len(before.split()) <= 2)
    )
    room = _BESIDE_A_GAP if gap else _BESIDE_DATES if span is not None else _BESIDE_DATES // 2
    ends = not after or after[0] in ")|·,–—-•(]/" or (len(after) < 30 and not before)
    return found if set_apart and ends and (alone or len(before) + len(after) <= room) else None


def _section(heading: Tag) -> Section | None:
    text = text_of(heading)
    return section_of(text) if len(text) <= _LONGEST_HEADING else None


def _bold_headings(soup: BeautifulSoup) -> list[Tag]:
    """Where a page has no headings at all: elements that say nothing but a section's name."""
    candidates = soup.find_all(["dt", "strong", "b", "p", "div", "span", "legend", "summary", "th"])
    return [tag for tag in candidates if not tags(tag) and _section(tag) is not None]


def _content(heading: Tag, headings: Sequence[Tag]) -> list[Tag]:
    """The elements that the heading stands over: its own container, or what follows up to the next such heading."""
    level = level_of(heading) or 2
    others = {id(h) for h in headings if h is not heading and (level_of(h) <= level or _section(h) is not None)}
    box = heading
    while box.parent is not None and box.parent.name not in ("body", "html", "[document]", "main"):
        inside = [h for h in box.parent.find_all(True) if id(h) in others and level_of(h) <= level]
        if inside:
            break
        box = box.parent
    if text_of(box) != text_of(heading):
        return [box]
    following = []
    for sibling in box.next_siblings:
        if not isinstance(sibling, Tag):
            continue
        if any(id(inner) in others and level_of(inner) <= level for inner in [sibling, *sibling.find_all(True)]):
            break
        following.append(sibling)
    return following


def _without(nodes: list[Tag], heading: Tag) -> list[Tag]:
    """The children of the heading's container, from the heading on, without it and its wrapper."""
    found: list[Tag] = []
    for node in nodes:
        children = tags(node)
        holder = next((c for c in children if c is heading or heading in c.descendants), None)
        if holder is not None and text_of(holder) != text_of(heading):
            found += _without([holder], heading)
        found += [child for child in children if child is not holder]
    return found


def _block(section: Section, nodes: list[Tag]) -> Block:
    expanders = [e for node in nodes for e in [node, *node.find_all(True)] if _expands(e)]
    more = tuple(str(e["href"]) for e in expanders if e.name == "a" and e.get("href"))
    busy = any(inner.get("aria-busy") == "true" for node in nodes for inner in [node, *node.find_all(True)])
    folded = busy or any(e.name != "a" or not e.get("href") for e in expanders)
    nodes = [node for node in nodes if not _expands(node)]
    for expander in expanders:
        expander.extract()
    cards = tuple(card for card in _cards(section, nodes) if card.lines)
    return Block(section, cards, more, folded)


def _expands(element: Tag) -> bool:
    if element.name not in ("a", "button") and element.get("role") != "button":
        return False
    return unfolds(element.get_text(" ", strip=True))


def _cards(section: Section, nodes: list[Tag]) -> list[Card]:
    """Cut a section's content into items: list items, repeated containers, sub-headings or dates, in this order."""
    nodes = [node for node in nodes if lines(node) and not _names_columns(node)]
    while len(nodes) == 1 and nodes[0].name not in (*_LISTS, "li", "article", "p", "tr") and _only_tags(nodes[0]):
        nodes = [node for node in tags(nodes[0]) if not _names_columns(node)]
    if len(nodes) == 1 and nodes[0].name in _LISTS:
        return [part for child in tags(nodes[0]) for part in _roles(child)]
    if section in {"skills", "languages", "interests"}:
        return _plain_cards(nodes)
    lists = [node for node in nodes if node.name in _LISTS and any(_dated(child) for child in tags(node))]
    rest = [node for node in nodes if node not in lists]
    if lists and not any(_dated(node) for node in rest):
        return [part for node in lists for child in tags(node) for part in _roles(child)]
    if len(nodes) > 1 and all(node.name in _CONTAINERS for node in nodes) and _repeat(nodes):
        return [part for node in nodes for part in _roles(node)]
    if len(nodes) == 1:
        roles, shown = _roles(nodes[0]), lines(nodes[0])
        ranges = [line for line in shown if not line.bullet and anchor_of(line) and date_range(line.text)]
        return cards_of_lines(shown) if len(roles) == 1 < len(ranges) else roles
    return cards_of_lines(lines(*nodes))


def _plain_cards(nodes: list[Tag]) -> list[Card]:
    """Items without dates: list items, terms with what is said of them, cells, or else one per container."""
    cards: list[Card] = []
    for node in nodes:
        if node.name in _LISTS:
            cards += [Card(tuple(lines(child))) for child in tags(node)]
        elif node.find(_LISTS):
            cards += _plain_cards(tags(node))
        elif node.name == "dt" or not cards or node.name != "dd":
            cells = tags(node) if node.name == "tr" else [node]
            cards += [Card(tuple(lines(cell))) for cell in cells]
        else:
            cards[-1] = Card((*cards[-1].lines, *lines(node)))
    return cards


def _names_columns(node: Tag) -> bool:
    """Tell whether the node is a table's row of column names."""
    cells = tags(node)
    return node.name == "thead" or (node.name == "tr" and bool(cells) and all(cell.name == "th" for cell in cells))


def _only_tags(node: Tag) -> bool:
    return not any(isinstance(child, str) and child.strip() for child in node.children)


def _dated(node: Tag) -> bool:
    shown = lines(node)
    return any(anchor_of(line) for line in shown if not line.bullet) or (
        len(shown) == 1 and date_range(shown[0].text) is not None
    )


def _repeat(nodes: list[Tag]) -> bool:
    """Tell whether the nodes are items side by side rather than the lines of one."""
    dated = [node for node in nodes if _dated(node)]
    several_lines = all(len(lines(node)) > 1 for node in dated)
    return len(dated) == len(nodes) or (len(dated) > 1 and several_lines and nodes[0].name != "p")


def _roles(item: Tag) -> list[Card]:
    """The item as one card, or as one card per role where an employer's card holds several."""
    for group in [item, *item.find_all(True)]:
        roles = [
            child for child in tags(group) if child.name in _CONTAINERS and _dated(child) and len(lines(child)) > 1
        ]
        if len(roles) < 2:
            continue
        header = _before(item, group)
        header += [line for child in tags(group) if child not in roles for line in lines(child)]
        if header:
            return [Card(tuple(lines(role)), tuple(header)) for role in roles]
    return [Card(tuple(lines(item)))]


def _before(item: Tag, group: Tag) -> list[Line]:
    """The lines of `item` that come before `group`."""
    whole, inner = lines(item), lines(group)
    return whole[: len(whole) - len(inner)] if group is not item else []


def cards_of_lines(shown: list[Line]) -> list[Card]:
    """Cut lines without containers at sub-headings, or else before the header that each date stands in."""
    levels = [line.level for line in shown if line.level]
    if levels:
        top = min(levels)
        starts = [i for i, line in enumerate(shown) if line.level == top and not _goes_on(shown, i)]
        if all(start > 0 and not shown[start - 1].bullet and anchor_of(shown[start - 1]) for start in starts):
            starts = [start - 1 for start in starts]  # the dates stand over each heading
    else:
        dates = [i for i, line in enumerate(shown) if not line.bullet and anchor_of(line)]
        header = min(dates[0], 2) if dates else 0
        starts = [_step_back(shown, date, header) for date in dates]
    if not starts:
        return [Card(tuple(shown))]
    stops = [*starts[1:], len(shown)]
    return [Card(tuple(shown[start:stop])) for start, stop in zip(starts, stops, strict=True)]


def _goes_on(shown: list[Line], at: int) -> bool:
    """Tell whether a heading's line goes on with the one above: of the same level, and not both with dates."""
    if at == 0 or shown[at - 1].level != shown[at].level:
        return False
    return anchor_of(shown[at - 1]) is None or anchor_of(shown[at]) is None


def _step_back(shown: list[Line], date: int, header: int) -> int:
    start = date
    while start > 0 and date - start < header and not shown[start - 1].bullet and not _is_prose(shown[start - 1].text):
        start -= 1
    return start


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST_HEADING * 2 or re.search(r"[.!?]$", text) is not None
