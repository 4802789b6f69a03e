"""Sheet -> one HTML file that needs nothing else: no script, no font, no picture, and everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

from resumify.render.sheet import Block, Contact, Entry, Sheet

_PAGE = Path(__file__).with_name("resume.html")


def to_html(sheet: Sheet) -> bytes:
    """Return the page; its print style is an A4 sheet."""
    page = Template(_PAGE.read_text(encoding="utf-8"))
    title = " – ".join(filter(None, (sheet.name, sheet.label)))
    return page.substitute(language=sheet.language, title=escape(title), body="\n".join(_body(sheet))).encode()


def _body(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    yield _tag("h1", sheet.name)
    yield _tag("p", sheet.label, "label")
    if sheet.contacts:
        yield f"<p>{' · '.join(map(_anchor, sheet.contacts))}</p>"
    yield "</header>"
    if sheet.summary:
        yield from ("<section>", _tag("h2", sheet.summary_heading), *_paragraphs(sheet.summary), "</section>")
    for block in sheet.blocks:
        yield from ("<section>", _tag("h2", block.heading), *_block(block), "</section>")


def _block(block: Block) -> Iterator[str]:
    for entry in block.entries:
        yield from ("<article>", *_entry(entry), "</article>")
    for row in block.rows:
        name = f"<strong>{escape(row.name)}:</strong> " if row.name else ""
        yield f"<p>{name}{escape(row.text)}</p>"


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<div class="head">{_tag("h3", entry.title)}{_tag("span", entry.dates, "dates")}</div>'
    yield _tag("p", entry.place, "place")
    yield from _paragraphs(entry.prose)
    if entry.bullets:
        yield from ("<ul>", *(_tag("li", bullet) for bullet in entry.bullets), "</ul>")
    if entry.link is not None:
        yield f"<p>{_anchor(entry.link)}</p>"


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    return (_tag("p", line) for line in lines)


def _anchor(contact: Contact) -> str:
    if not contact.address:
        return escape(contact.text)
    return f'<a href="{escape(contact.address)}" rel="noreferrer">{escape(contact.text)}</a>'


def _tag(name: str, text: str, kind: str = "") -> str:
    opening = f'{name} class="{kind}"' if kind else name
    return f"<{opening}>{escape(text)}</{name}>" if text else ""
