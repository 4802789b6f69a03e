"""The text of a PDF page that states what some of its glyphs say (ActualText), as Thai, Hindi and Persian need it.

pypdf reads glyph by glyph and repeats a cluster for each of its glyphs; this reads what the standard says (ISO 32000-2,
14.9.4): inside such a span the stated text, elsewhere what the font's ToUnicode map says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

SHOWS = (b"Tj", b"TJ")
OPENS, CLOSES = (b"BDC", b"BMC"), b"EMC"
_CHAR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*(?=<|endbfchar)")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


def stated_text(page: Any) -> str:
    """Return the text in the order of the page's content; "" where no span of it states its text."""
    from pypdf.generic import ContentStream

    content = page.get_contents()
    if content is None or b"/ActualText" not in content.get_data():
        return ""
    fonts = {name: meanings_of(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    return "".join(_spoken(ContentStream(content, page.pdf).operations, fonts))


def _spoken(operations: Any, fonts: Mapping[str, Mapping[bytes, str]]) -> Iterator[str]:
    spans: list[bool] = []
    meanings: Mapping[bytes, str] = {}
    for operands, operator in operations:
        if operator in OPENS:
            stated = stated_by(operands)
            if stated is not None and not any(spans):
                yield stated
            spans.append(stated is not None)
        elif operator == CLOSES:
            spans.pop()
        elif operator == b"Tf":
            meanings = fonts[operands[0]]
        elif operator in SHOWS and not any(spans):
            shown = operands[0] if operator == b"TJ" else operands
            yield from (_read(piece, meanings) for piece in shown if hasattr(piece, "original_bytes"))


def _read(piece: Any, meanings: Mapping[bytes, str]) -> str:
    codes = piece.original_bytes
    return "".join(meanings.get(codes[index : index + 2], "\ufffd") for index in range(0, len(codes), 2))


def stated_by(operands: Any) -> str | None:
    """The text that a span states as it opens, None where it states none."""
    stated = operands[1].get("/ActualText") if len(operands) > 1 and hasattr(operands[1], "get") else None
    if stated is None:
        return None
    raw = stated.original_bytes
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else str(stated)


def meanings_of(font: Any) -> dict[bytes, str]:
    """Glyph code to characters, from the font's ToUnicode map."""
    table = font["/ToUnicode"].get_object().get_data()
    ranges = b"".join(re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL))
    chars = b"".join(part + b"endbfchar" for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    found = {bytes.fromhex(code.decode()): _characters(said) for code, said in _CHAR.findall(chars)}
    for first, last, said in _RANGE.findall(ranges):
        begin = int(first, 16)
        for code in range(begin, int(last, 16) + 1):
            text = _characters(said)
            found[code.to_bytes(2, "big")] = text[:-1] + chr(ord(text[-1]) + code - begin)
    return found


def _characters(said: bytes) -> str:
    return bytes.fromhex(said.decode()).decode("utf-16-be")
