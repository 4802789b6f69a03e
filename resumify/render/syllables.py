"""A PDF whose syllables are said once: each glyph says its own part of one, for whatever reads the file.

Where a mark stands higher than usual over its letter (Thai vowels, Hebrew points, Arabic tashkeel, an accent that no
letter was made for), typst sets it apart, and lets letter and mark each say the whole syllable, so that readers get it
twice. Here the glyphs' meanings (ToUnicode) are told apart; where a glyph means different things in two syllables,
the syllable is stated (ActualText, ISO 32000-2, 14.9.4) by its first glyph, and its others say nothing.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from resumify.render.stated import CLOSES, OPENS, SHOWS, meanings_of, stated_by

_AT_ONCE = 100  # entries that one block of a ToUnicode map may list
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def\n"
    "/CMapName /Custom def\n/CMapType 0 def\n/WMode 0 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_BEFORE_ITS_LETTER = "\u093f"  # the short i of Devanagari is spoken after the consonant that it is written before

Key = tuple[int, bytes]
"""A glyph of a font: the font's object number and the glyph's code."""


@dataclass(frozen=True)
class _Glyph:
    """One glyph as it is shown: its key, what it says now, and the numbers of the operation that shows it and of the
    span that states it (0: none)."""

    key: Key
    says: str
    operation: int
    span: int


def say_once(pdf: bytes) -> bytes:
    """Return the PDF with every syllable said once; the same bytes where no syllable has several glyphs."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = pdf[: len("%PDF-1.7")].decode("ascii")
    pages = [_Page(page) for page in writer.pages]
    syllables = [syllable for page in pages for syllable in _syllables(page.glyphs)]
    if all(len(syllable) == 1 for syllable in syllables):
        return pdf
    parts = _parts(syllables)
    for page in pages:
        page.rewrite(parts)
    for number, font in {number: font for page in pages for number, font in page.fonts.values()}.items():
        meanings = {code: parts.get((number, code), said) for code, said in meanings_of(font).items()}
        font["/ToUnicode"].get_object().set_data(_to_unicode(meanings))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _syllables(glyphs: Iterable[_Glyph]) -> list[list[_Glyph]]:
    """Neighbours that say the same letter with its marks are one syllable, until one of its own glyphs begins anew."""
    found: list[list[_Glyph]] = []
    for piece in _pieces(glyphs):
        if found and _belongs(piece, found[-1]):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _pieces(glyphs: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """What one span states, or else a glyph alone."""
    for span, shown in groupby(glyphs, key=lambda glyph: glyph.span):
        run = list(shown)
        yield from [run] if span else ([glyph] for glyph in run)


def _belongs(piece: Sequence[_Glyph], syllable: Sequence[_Glyph]) -> bool:
    """Tell whether the piece goes on with the syllable rather than saying the same once more."""
    one, first = piece[0], syllable[0]
    is_same = one.says == first.says and one.key[0] == first.key[0] and len(unicodedata.normalize("NFKD", one.says)) > 1
    begins_anew = syllable if len(piece) > 1 else syllable[:1]
    return is_same and not {glyph.key for glyph in piece} & {glyph.key for glyph in begins_anew}


def _parts(syllables: Sequence[Sequence[_Glyph]]) -> dict[Key, str]:
    """What each glyph says by itself: what it says where it stands alone, else what the others leave of a syllable."""
    parts = {syllable[0].key: syllable[0].says for syllable in syllables if len(syllable) == 1}
    for syllable in sorted(syllables, key=len):
        letters = _letters(syllable[0].says, len(syllable))
        unknown = [glyph for glyph in _in_order(syllable) if glyph.key not in parts]
        for letter in (letter for glyph in syllable for letter in parts.get(glyph.key, "")):
            letters = letters.replace(letter, "", 1)
        if len(letters) >= len(unknown) > 0:
            shares = [*letters[: len(unknown) - 1], letters[len(unknown) - 1 :]]
            parts |= {glyph.key: share for glyph, share in zip(unknown, shares, strict=True)}
    return parts


def _letters(syllable: str, count: int) -> str:
    """The letters and marks of a syllable in the order of its glyphs, apart where there are `count` of them."""
    whole = syllable if len(syllable) >= count else unicodedata.normalize("NFKD", syllable)
    return "".join(sorted(whole, key=lambda letter: letter not in _BEFORE_ITS_LETTER))


def _in_order(syllable: Sequence[_Glyph]) -> Sequence[_Glyph]:
    """The glyphs as they are spoken: what is written from the right is shown from the left."""
    from_right = unicodedata.bidirectional(syllable[0].says[:1]) in ("R", "AL")
    return syllable[::-1] if from_right else syllable


def _is_said(syllable: Sequence[_Glyph], parts: Mapping[Key, str]) -> bool:
    said = "".join(parts.get(glyph.key, glyph.says) for glyph in _in_order(syllable))
    return unicodedata.normalize("NFC", said) == unicodedata.normalize("NFC", syllable[0].says)


def _to_unicode(meanings: Mapping[bytes, str]) -> bytes:
    """A ToUnicode map of these meanings."""
    rows = [f"<{code.hex()}> <{said.encode('utf-16-be').hex()}>" for code, said in sorted(meanings.items())]
    blocks = [rows[begin : begin + _AT_ONCE] for begin in range(0, len(rows), _AT_ONCE)]
    listed = ("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar\n")) for block in blocks)
    return f"{_HEAD}{''.join(listed)}{_FOOT}".encode()


class _Page:
    """A page's content as operations: what its glyphs say, and how to make them say something else."""

    def __init__(self, page: Any) -> None:
        from pypdf.generic import ContentStream

        self._page = page
        self._content = ContentStream(page.get_contents(), page.pdf)
        named = page["/Resources"]["/Font"].items()
        self.fonts = {name: (font.indirect_reference.idnum, font.get_object()) for name, font in named}
        self.glyphs = list(self._glyphs())

    def _glyphs(self) -> Iterator[_Glyph]:
        meanings = {name: meanings_of(font) for name, (_, font) in self.fonts.items()}
        font, stated, span = "", None, 0
        for number, (operands, operator) in enumerate(self._content.operations):
            if operator in OPENS and (text := stated_by(operands)) is not None:
                stated, span = text, span + 1
            elif operator == CLOSES:
                stated = None
            elif operator == b"Tf":
                font = operands[0]
            elif operator in SHOWS:
                for code in _codes(operands, operator):
                    said = meanings[font].get(code, "\ufffd") if stated is None else stated
                    yield _Glyph((self.fonts[font][0], code), said, number, 0 if stated is None else span)

    def rewrite(self, parts: Mapping[Key, str]) -> None:
        """State the syllables that their glyphs do not say by themselves, and no others."""
        self._content.operations = list(self._restated(iter(self._statements(parts))))
        self._page["/Contents"].get_object().set_data(self._content.get_data())

    def _statements(self, parts: Mapping[Key, str]) -> Iterator[tuple[int, str]]:
        """For each glyph the number of the statement it stands in, and what that says; (0, "") where its own part is
        enough. What one operation shows of a syllable stands in one statement."""
        number = 0
        for syllable in _syllables(self.glyphs):
            if _is_said(syllable, parts):
                yield from ((0, "") for _ in syllable)
                continue
            speaking = _in_order(syllable)[0].operation
            for operation, shown in groupby(syllable, key=lambda glyph: glyph.operation):
                number += 1
                yield from ((number, glyph.says if operation == speaking else "") for glyph in shown)

    def _restated(self, statements: Iterator[tuple[int, str]]) -> Iterator[tuple[Any, bytes]]:
        spans: list[bool] = []
        for operands, operator in self._content.operations:
            if operator in OPENS:
                spans.append(stated_by(operands) is not None)
            dropped = spans[-1] if operator in (*OPENS, CLOSES) else False
            if operator == CLOSES:
                spans.pop()
            if operator in SHOWS:
                yield from _shown(operands, operator, statements)
            elif not dropped:
                yield operands, operator


def _shown(operands: Any, operator: bytes, statements: Iterator[tuple[int, str]]) -> Iterator[tuple[Any, bytes]]:
    """One operation that shows text as several: one for each statement, in a span of its own, and what is between."""
    from pypdf.generic import ArrayObject, ByteStringObject

    number, says, shown = 0, "", ArrayObject()
    for item in _items(operands, operator):
        if not isinstance(item, bytes):
            shown.append(item)
            continue
        before, (number, statement) = number, next(statements)
        if number != before:
            yield from _stated(before, says, shown)
            shown = ArrayObject()
        says = statement
        shown.append(ByteStringObject(item))
    yield from _stated(number, says, shown)


def _stated(number: int, says: str, shown: Any) -> Iterator[tuple[Any, bytes]]:
    from pypdf.generic import ByteStringObject, DictionaryObject, NameObject

    if number:
        text = ByteStringObject(b"\xfe\xff" + says.encode("utf-16-be"))
        yield [NameObject("/Span"), DictionaryObject({NameObject("/ActualText"): text})], b"BDC"
    if shown:
        yield [shown], b"TJ"
    if number:
        yield [], CLOSES


def _items(operands: Any, operator: bytes) -> Iterator[Any]:
    """Glyph codes as bytes, and the distances between them, in order."""
    for piece in operands[0] if operator == b"TJ" else operands:
        if hasattr(piece, "original_bytes"):
            raw = piece.original_bytes
            yield from (raw[index : index + 2] for index in range(0, len(raw), 2))
        else:
            yield piece


def _codes(operands: Any, operator: bytes) -> list[bytes]:
    return [item for item in _items(operands, operator) if isinstance(item, bytes)]
