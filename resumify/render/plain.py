"""Sheet -> Markdown and plain text, the forms that are pasted into forms and mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.render.sheet import Block, Contact, Entry, Sheet

_MARKS = re.compile(r"([\\`*\[\]<>~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
_OPENING = re.compile(r"\A(?:([#+\-=>])|(\d+)([.)]))")


def to_md(sheet: Sheet) -> bytes:
    """Return CommonMark; nothing in a person's words is taken for markup."""
    parts = []
    if sheet.name:
        parts.append(f"# {_md(sheet.name)}")
    if sheet.label:
        parts.append(f"**{_md(sheet.label)}**")
    if sheet.contacts:
        parts.append(" · ".join(map(_md_contact, sheet.contacts)))
    if sheet.summary:
        parts += [f"## {sheet.summary_heading}", *map(_md, sheet.summary)]
    for block in sheet.blocks:
        parts += [f"## {block.heading}", *_md_block(block)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _md_block(block: Block) -> Iterator[str]:
    for entry in block.entries:
        yield f"### {_md(entry.title)}" if entry.title else ""
        yield " · ".join(map(_md, block.aside(entry)))
        yield from map(_md, entry.prose)
        yield "\n".join(f"- {_md(bullet)}" for bullet in entry.bullets)
        if entry.link is not None:
            yield _md_contact(entry.link)
    yield "\n".join(
        f"- **{_md(row.name)}:** {_md(row.text)}" if row.name else f"- {_md(row.text)}" for row in block.rows
    )


def _md_contact(contact: Contact) -> str:
    if not contact.address:
        return _md(contact.text)
    address = re.sub(r"[\s<>\\]", "", contact.address)
    return f"[{_inline(contact.text)}](<{address}>)"


def _md(text: str) -> str:
    """`text` with a backslash before whatever Markdown would read as its own."""
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", _inline(text))


def _inline(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def to_txt(sheet: Sheet) -> bytes:
    """Return plain text in UTF-8, one line per statement, not wrapped."""
    parts = ["\n".join(filter(None, (sheet.name, sheet.label, *(contact.text for contact in sheet.contacts))))]
    if sheet.summary:
        parts.append("\n".join((*_underlined(sheet.summary_heading), *sheet.summary)))
    for block in sheet.blocks:
        bodies = ["\n".join(_txt_entry(entry, block)) for entry in block.entries]
        bodies += ["\n".join(map(str, block.rows))]
        parts.append("\n".join((*_underlined(block.heading), "\n\n".join(filter(None, bodies)))))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _underlined(heading: str) -> tuple[str, str]:
    return heading, "-" * len(heading)


def _txt_entry(entry: Entry, block: Block) -> Iterator[str]:
    yield from filter(None, (entry.title, " · ".join(block.aside(entry))))
    yield from entry.prose
    yield from (f"- {bullet}" for bullet in entry.bullets)
    if entry.link is not None:
        yield entry.link.text
