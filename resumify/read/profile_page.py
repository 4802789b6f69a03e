"""The pages of one profile -> Reading: what they state for machines first, then what stands under their headings.

A section that has a page of its own is read there; the main page's preview of it counts where the other is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from resumify.errors import EmptyProfile, LayoutNotUnderstood
from resumify.models import Page, Reading, Section
from resumify.read.documents import Item, as_documents, normalised, raw_text
from resumify.read.entries import entry_of, split_list
from resumify.read.merging import previews_dropped, stated_first
from resumify.read.naming import is_degree, is_organisation, is_title
from resumify.read.sections import Block, Card, anchor_of, find_blocks
from resumify.read.structured import Stated, find_stated
from resumify.read.top import read_top
from resumify.read.visible import visible

_DATED: frozenset[Section] = frozenset({"work", "volunteer", "education"})
_LISTED: frozenset[Section] = frozenset({"skills", "languages", "interests"})
_OF_A_LIFE: frozenset[Section] = frozenset({"work", "education", "skills"})
_SHORT = 80  # characters; what a section says when nothing is in it is shorter


@dataclass(frozen=True)
class _Seen:
    """What one page gave: the items under its headings, what it states for machines, and what was not read of it.

    `unread` counts the characters under its headings of which nothing could be made.
    """

    items: tuple[Item, ...]
    stated: Stated
    headed: frozenset[Section]
    unfinished: frozenset[Section]
    doubts: tuple[str, ...]
    unread: int


def read_profile(pages: Sequence[Page], owner: str) -> Reading:
    """Read the profile page, and its sub-pages after it, as the owner's profile.

    A section is complete where all of it was shown and understood. Raises LayoutNotUnderstood where the first page is
    no profile that can be read, EmptyProfile where it is one with nothing in it.
    """
    visited = {_address(page.url) for page in pages}
    seen = [_read(page, visited) for page in pages]
    shown = previews_dropped([page.items for page in seen])
    items, contradictions = stated_first(shown, _stated_items(pages[0], seen[0].stated))
    sections = {item.section for item in items} - {"basics"}
    if not sections:
        raise _nothing_read(pages[0], seen)
    if not sections & _OF_A_LIFE and len(sections) == 1 and not seen[0].stated.entries:
        raise _not_understood(pages[0])
    headed = {section for page in seen for section in page.headed}
    unfinished = {section for page in seen for section in page.unfinished}
    return Reading(
        documents=as_documents(items, owner, pages[0].read_at),
        complete=frozenset((headed | seen[0].stated.whole | {"basics"}) - unfinished),
        uncertain=tuple(dict.fromkeys([*(doubt for page in seen for doubt in page.doubts), *contradictions])),
    )


def _read(page: Page, visited: set[str]) -> _Seen:
    whole = BeautifulSoup(page.html, "lxml")
    title = whole.title.get_text(" ", strip=True) if whole.title else ""
    soup = visible(page.html)
    basics, text = read_top(soup, title, urlsplit(page.url).hostname or "")
    blocks = find_blocks(soup)
    basics, text = _with_summary(basics, text, blocks)
    items = [Item("basics", normalised("basics", basics), text, page.url)] if basics else []
    doubts: list[str] = []
    unfinished: set[Section] = set()
    for block in blocks:
        found, unsure = _items(block, page.url)
        items += found
        if block.folded or any(_address(urljoin(page.url, link)) not in visited for link in block.more):
            unsure.append("the page says that there is more, which was not read.")
        doubts += [f"{block.section}: {doubt}" for doubt in unsure]
        unfinished |= {block.section} if unsure else set()
    read = sum(len(item.text) for item in items if item.section != "basics")
    shown = sum(len(_text(card)) for block in blocks if block.section != "basics" for card in block.cards)
    headed = frozenset(block.section for block in blocks)
    return _Seen(
        tuple(items), find_stated(page.html), headed, frozenset(unfinished), tuple(doubts), max(shown - read, 0)
    )


def _items(block: Block, url: str) -> tuple[list[Item], list[str]]:
    """The block's items, and in words what could not be read or was unsure."""
    items, doubts = [], []
    for card in _single(block) if block.section != "basics" else ():
        data, doubt = entry_of(block.section, card)
        text = _text(card)
        if block.section in _DATED and not _says_something(card):
            doubts.append(f'"{_short(text)}" could not be read as an entry.')
            continue
        data = normalised(block.section, data)
        if data:
            items.append(Item(block.section, data, text, url))
        if doubt:
            doubts.append(f"{doubt}.")
    return items, doubts


def _single(block: Block) -> list[Card]:
    """The cards, where all skills or languages stand in one line a card for each."""
    if block.section in _LISTED and len(block.cards) == 1 and len(block.cards[0].lines) == 1:
        line = block.cards[0].lines[0]
        if not line.bullet and ": " not in line.text:
            return [Card((replace(line, text=part),)) for part in split_list(line.text)]
    return list(block.cards)


def _says_something(card: Card) -> bool:
    """Tell whether a card is an entry at all: it is dated, or its first lines name a title, an employer or a degree."""
    if any(anchor_of(line) for line in card.lines if not line.bullet):
        return True
    first = [line.text for line in card.lines[:3] if len(line.text) <= _SHORT]
    return any(is_title(text) or is_organisation(text) or is_degree(text) for text in first)


def _with_summary(basics: dict[str, Any], text: str, blocks: Sequence[Block]) -> tuple[dict[str, Any], str]:
    about = [line.text for block in blocks if block.section == "basics" for card in block.cards for line in card.lines]
    return ({**basics, "summary": "\n".join(about)} if about else basics), "\n".join([text, *about])


def _stated_items(page: Page, stated: Stated) -> list[Item]:
    found = [(section, entry, normalised(section, entry)) for section, entry in stated.entries]
    return [Item(section, data, raw_text(entry), page.url) for section, entry, data in found if data]


def _nothing_read(page: Page, seen: Sequence[_Seen]) -> EmptyProfile | LayoutNotUnderstood:
    is_profile = seen[0].headed & _OF_A_LIFE or any(section == "basics" for section, _ in seen[0].stated.entries)
    if is_profile and seen[0].unread <= _SHORT * (len(seen[0].headed) + 1):
        return EmptyProfile(f"The profile at {page.url} is there, but nothing is filled in.", "Fill it in first.")
    return _not_understood(page)


def _not_understood(page: Page) -> LayoutNotUnderstood:
    return LayoutNotUnderstood(
        f"{page.url} is no profile that can be read: no work, education or skills were found under its headings.",
        "Give the address of the profile itself, or import a JSON Resume file.",
    )


def _address(url: str) -> str:
    return urldefrag(url).url.partition("?")[0].rstrip("/")


def _text(card: Card) -> str:
    return "\n".join(line.text for line in (*card.over, *card.lines))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
