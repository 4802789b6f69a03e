"""Sheet -> one HTML file that needs nothing else: no script, no font, no picture, and everything escaped.

A line reads in the direction of its own letters; lists, dates and what stands beside others in that of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

from resumify.render.labels import reads_from_right
from resumify.render.sheet import Block, Contact, Entry, Sheet
from resumify.render.themes import THEMES, Theme

_PAGE = Path(__file__).with_name("resume.html")


def to_html(sheet: Sheet) -> bytes:
    """Return the page; its print style is an A4 sheet."""
    page = Template(_PAGE.read_text(encoding="utf-8"))
    title = " – ".join(filter(None, (sheet.name, sheet.label))) or "Résumé"
    body = "\n".join(filter(None, _body(sheet)))
    look = _look(THEMES[sheet.theme])
    direction, begin = ("rtl", "right") if reads_from_right(sheet.language) else ("ltr", "left")
    look |= {"direction": direction, "begin": begin}
    return page.substitute(look, language=sheet.language, title=escape(title), body=body).encode()


def _look(theme: Theme) -> dict[str, object]:
    beside, above, below = theme.margins
    sizes = {"size": theme.sizes[0], "name_size": theme.name_size, "label_size": theme.label_size}
    colors = {key: getattr(theme, key) for key in ("ink", "accent", "quiet", "rule", "name_color")}
    spaces = {"line_height": round(0.8 + theme.leading, 2), "before_section": theme.before_section * 0.9}
    measures = {"beside": beside, "above": above, "below": below, "heading_size": theme.heading_size}
    return {**sizes, **colors, **spaces, **measures, "font": theme.web_font, "before_entry": theme.before_entry * 0.7}


def _body(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    yield _tag("h1", sheet.name)
    yield _tag("p", sheet.label, "label")
    if sheet.contacts:
        yield f"<p>{' · '.join(map(_contact, sheet.contacts))}</p>"
    yield "</header>"
    if sheet.summary:
        yield from ("<section>", _tag("h2", sheet.summary_heading), *_paragraphs(sheet.summary), "</section>")
    for block in sheet.blocks:
        yield from ("<section>", _tag("h2", block.heading), *_block(block), "</section>")


def _block(block: Block) -> Iterator[str]:
    for entry in block.entries:
        yield from ("<article>", *_entry(entry, block), "</article>")
    for row in block.rows:
        name = f"<strong>{escape(row.name)}:</strong> " if row.name else ""
        yield f"<p>{name}{escape(row.text)}</p>"


def _entry(entry: Entry, block: Block) -> Iterator[str]:
    title = _tag("h3", entry.title)
    dates = f'<span class="dates">{escape(entry.dates)}</span>' if entry.dates else ""
    if block.compact:
        place = f'<span class="place"><bdi>{escape(entry.place)}</bdi></span>' if entry.place else ""
        yield f'<div class="head"><div class="beside">{title} {place}</div>{dates}</div>'
    else:
        yield f'<div class="head">{title}{dates}</div>'
        yield _tag("p", entry.place, "place")
    yield from _paragraphs(entry.prose)
    if entry.bullets:
        yield from ("<ul>", *(f"<li><bdi>{escape(bullet)}</bdi></li>" for bullet in entry.bullets), "</ul>")
    if entry.link is not None:
        yield f"<p>{_anchor(entry.link)}</p>"


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    return (_tag("p", line) for line in lines)


def _contact(contact: Contact) -> str:
    return f"<bdi>{_anchor(contact)}</bdi>"


def _anchor(contact: Contact) -> str:
    if not contact.address:
        return escape(contact.text)
    return f'<a href="{escape(contact.address)}" rel="noreferrer">{escape(contact.text)}</a>'


def _tag(name: str, text: str, kind: str = "") -> str:
    opening = f'{name} class="{kind}"' if kind else name
    return f'<{opening} dir="auto">{escape(text)}</{name}>' if text else ""
