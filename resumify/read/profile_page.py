"""The pages of one profile -> Reading: what they state for machines first, then what stands under their headings.

A section that has a page of its own is read there; the main page's preview of it counts where the other is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from resumify.errors import EmptyProfile, LayoutNotUnderstood
from resumify.models import Page, Reading, Section
from resumify.read.documents import Item, as_documents, normalised, raw_text
from resumify.read.items import items_of, text_of_card, with_summary
from resumify.read.merging import previews_dropped, stated_first
from resumify.read.sections import find_blocks
from resumify.read.structured import Stated, find_stated
from resumify.read.top import read_top
from resumify.read.visible import visible

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
    basics, text = with_summary(basics, text, blocks)
    items = [Item("basics", normalised("basics", basics), text, page.url)] if basics else []
    doubts: list[str] = []
    unfinished: set[Section] = set()
    for block in blocks:
        found, unsure = items_of(block, page.url)
        items += found
        if block.folded or any(_address(urljoin(page.url, link)) not in visited for link in block.more):
            unsure.append("the page says that there is more, which was not read.")
        doubts += [f"{block.section}: {doubt}" for doubt in unsure]
        unfinished |= {block.section} if unsure else set()
    read = sum(len(item.text) for item in items if item.section != "basics")
    shown = sum(len(text_of_card(card)) for block in blocks if block.section != "basics" for card in block.cards)
    headed = frozenset(block.section for block in blocks)
    return _Seen(
        tuple(items), find_stated(page.html), headed, frozenset(unfinished), tuple(doubts), max(shown - read, 0)
    )


def _stated_items(page: Page, stated: Stated) -> list[Item]:
    found = [(section, entry, normalised(section, entry)) for section, entry in stated.entries]
    return [Item(section, data, raw_text(entry), page.url) for section, entry, data in found if data]


def _nothing_read(page: Page, seen: Sequence[_Seen]) -> EmptyProfile | LayoutNotUnderstood:
    is_profile = seen[0].headed & _OF_A_LIFE or any(section == "basics" for section, _ in seen[0].stated.entries)
    if is_profile and seen[0].unread <= _SHORT * max(len(seen[0].headed), 1):
        return EmptyProfile(f"The profile at {page.url} is there, but nothing is filled in.", "Fill it in first.")
    return _not_understood(page)


def _not_understood(page: Page) -> LayoutNotUnderstood:
    return LayoutNotUnderstood(
        f"{page.url} is no profile that can be read: no work, education or skills were found under its headings.",
        "Give the address of the profile itself, or import a JSON Resume file.",
    )


def _address(url: str) -> str:
    return urldefrag(url).url.partition("?")[0].rstrip("/")
