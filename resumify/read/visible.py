"""What a person sees of a page: its lines in reading order, without menus, side columns and text said twice.

By tags, roles and attributes that carry meaning; never by class names, which change with every build of a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = "script, style, template, noscript, svg, head, select, textarea, [hidden], input, iframe, object"
_BESIDE = (
    "aside, nav, footer, dialog, [role=complementary], [role=navigation], [role=contentinfo], [role=dialog], "
    "[role=search], [role=alert], [role=banner]"
)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u "
    "var wbr tt button".split()
)
_GAP = "\ue000"  # stands for a gap until the line is cut; means nothing in any text
_ISO_DATE = re.compile(r"\d{4}(?:-?\d{2})?")
_TYPED_BULLET = re.compile(r"\s*(?:[•‣▪●◦∙·–—*➢►✓✔-])\s+\S")


@dataclass(frozen=True)
class Line:
    """One line as it is seen. `bullet`: it is all of a list item, or typed as one; `level`: of its heading, 0 for
    none; `links`: where it leads. A tab in `text` is a gap that sets apart what stands on either side."""

    text: str
    bullet: bool = False
    level: int = 0
    links: tuple[str, ...] = ()


def visible(html: str) -> BeautifulSoup:
    """Parse a page and take away what is not seen or not about its owner. The result may be changed further."""
    soup = BeautifulSoup(html, "lxml")
    for element in soup.select(_UNSEEN):
        element.decompose()
    for element in soup.find_all(style=re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)):
        element.decompose()
    for element in soup.select(_BESIDE):
        if not element.decomposed and element.find("h1") is None:  # some put the name into a banner
            element.decompose()
    _say_once(soup)
    return soup


def text_of(element: Tag) -> str:
    """The element's text on one line."""
    return " ".join(line.text for line in lines(element))


def lines(*elements: Tag) -> list[Line]:
    """The lines of the elements, in reading order; white space as a browser would show it."""
    return [line for element in elements for line in _Lines().of(element)]


def tags(element: Tag) -> list[Tag]:
    """The child elements that show anything."""
    return [child for child in element.children if isinstance(child, Tag) and child.get_text(strip=True)]


def level_of(element: Tag) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    if element.name in HEADINGS:
        return int(element.name[1])
    if element.get("role") == "heading":
        stated = str(element.get("aria-level", "2"))
        return int(stated) if stated.isdecimal() and stated != "0" else 2
    return 0


def _say_once(soup: BeautifulSoup) -> None:
    """Drop the copy of a text that is there for screen readers only, or for the eye only."""
    for shown in soup.select("[aria-hidden=true]"):
        for other in _neighbours(shown):
            if _squeezed(other) == _squeezed(shown) and not other.decomposed:
                other.decompose()
    for span in soup.find_all("span"):
        after = None if span.decomposed else span.next_sibling
        if isinstance(after, Tag) and after.name == "span" and _squeezed(after) == _squeezed(span) != "":
            after.decompose()


def _neighbours(element: Tag) -> Iterator[Tag]:
    if element.decomposed or element.parent is None:
        return
    yield from [other for other in element.parent.children if isinstance(other, Tag) and other is not element]


def _squeezed(element: Tag) -> str:
    return "".join(element.get_text().split())


class _Lines:
    """Walks an element and cuts its text into lines where a browser would."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._links: list[str] = []
        self._open: list[str] = []
        self._lines: list[tuple[Tag, str, tuple[str, ...]]] = []

    def of(self, element: Tag) -> list[Line]:
        self._walk(element, element)
        self._cut(element)
        per_item = _count(block for block, _, _ in self._lines)
        return [
            Line(
                text,
                bullet=(block.name == "li" and block is not element and per_item[id(block)] == 1)
                or _TYPED_BULLET.match(text) is not None,
                level=next((level for parent in (block, *block.parents) if (level := level_of(parent))), 0),
                links=links,
            )
            for block, text, links in self._lines
        ]

    def _walk(self, element: Tag, block: Tag) -> None:
        before: object = None
        for child in element.children:
            if isinstance(child, NavigableString):
                if not isinstance(child, PreformattedString):
                    self._words.append(str(child))
            elif isinstance(child, Tag):
                self._enter(child, block, before)
            before = child

    def _enter(self, child: Tag, block: Tag, before: object) -> None:
        if child.name == "br":
            self._cut(block)
        elif child.name == "button" and not any(level_of(parent) for parent in child.parents):
            return
        elif child.name in _INLINE:
            if _is_date(child) and "".join(self._words).strip() and _GAP not in "".join(self._words):
                self._words.append(f" {_GAP} ")
            if isinstance(before, Tag) and before.name in _INLINE and before.name != "button":
                self._cut(block)  # spans side by side without a space between them are set apart by style
            link = [str(child["href"])] if child.name == "a" and child.get("href") else []
            self._links += link
            self._open += link  # a link may hold several lines
            self._walk(child, block)
            del self._open[len(self._open) - len(link) :]
        else:
            self._cut(block)
            self._walk(child, child)
            self._cut(child)

    def _cut(self, block: Tag) -> None:
        text = " ".join("".join(self._words).split()).replace(f" {_GAP} ", "\t").replace(_GAP, "")
        if text:
            self._lines.append((_item_of(block), text, tuple(dict.fromkeys(self._links))))
            self._links = [*self._open]
        self._words = []


def _is_date(element: Tag) -> bool:
    """Tell whether the element says that it is a date: <time>, or an abbreviation of one as microformats have it."""
    return element.name == "time" or (element.name == "abbr" and bool(_ISO_DATE.match(str(element.get("title", "")))))


def _item_of(block: Tag) -> Tag:
    """The list item that the block lies in, so that wrappers inside it do not hide it; else the block."""
    for parent in (block, *block.parents):
        if parent.name == "li":
            return parent
        if level_of(parent) or parent.name in ("ul", "ol"):
            break
    return block


def _count(blocks: Iterable[Tag]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for block in blocks:
        counts[id(block)] = counts.get(id(block), 0) + 1
    return counts
