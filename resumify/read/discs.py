"""A PDF page whose list marks are drawn, as browsers print them -> the same page with bullets written before its lines.

Only filled discs of a bullet's size count; what stands beside them is read by others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_CURVED = (b"m", b"c", b"h")
_SMALLEST, _LARGEST = 2.0, 9.0  # sides of a disc, in the units of the page
_NEAR = 20.0  # from a disc to the line that it belongs to
_FONT = "/WrittenDiscs"


def write_discs(page: Any) -> None:
    """Change the page in memory so that a bullet is written where a disc is drawn before a line of text."""
    from pypdf.generic import ContentStream

    content = page.get_contents()
    if content is None:
        return
    stream = ContentStream(content, page.pdf, "bytes")
    written = list(_written(stream.operations))
    if len(written) > len(stream.operations):
        stream.operations = written
        _add_font(page)
        page[_name("/Contents")] = stream


def _written(operations: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """The operations, and before each text that a disc stands before, those that write a bullet."""
    path: list[tuple[Any, bytes]] = []
    disc: tuple[float, float] | None = None
    for number, (operands, operator) in enumerate(operations):
        if operator == b"BT" and disc is not None:
            yield from _bullet(disc, operations[number : number + 6])
            disc = None
        if operator in _CURVED:
            path.append((operands, operator))
        elif operator in (b"f", b"f*", b"F"):
            disc, path = _disc(path), []
        elif operator in (b"n", b"S", b"re", b"l"):
            disc, path = None, []
        yield operands, operator


def _disc(path: Sequence[tuple[Any, bytes]]) -> tuple[float, float] | None:
    """Where the disc lies that the path draws, None where it draws anything else."""
    points = [(float(one[i]), float(one[i + 1])) for one, _ in path for i in range(0, len(one) - 1, 2)]
    if sum(operator == b"c" for _, operator in path) < 4 or len({operator for _, operator in path}) < 2:
        return None
    across, down = zip(*points, strict=True)
    wide, high = max(across) - min(across), max(down) - min(down)
    is_round = _SMALLEST <= wide <= _LARGEST and abs(wide - high) < 0.1 * wide
    return (min(across), min(down)) if is_round else None


def _bullet(disc: tuple[float, float], text: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """A bullet in the line of the text that begins after it, in its size; none where that is elsewhere."""
    from pypdf.generic import ByteStringObject, FloatObject

    placed = next((operands for operands, operator in text if operator == b"Tm"), None)
    size = next((operands[1] for operands, operator in text if operator == b"Tf"), None)
    if placed is None or size is None or abs(float(placed[5]) - disc[1]) > _NEAR or float(placed[4]) < disc[0]:
        return
    yield [], b"BT"
    yield [_name(_FONT), size], b"Tf"
    yield [*placed[:4], FloatObject(disc[0]), placed[5]], b"Tm"
    yield [ByteStringObject(b"\x95 ")], b"Tj"
    yield [], b"ET"


def _add_font(page: Any) -> None:
    from pypdf.generic import DictionaryObject

    fonts = page["/Resources"]["/Font"].get_object()
    kinds = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    fonts[_name(_FONT)] = DictionaryObject({_name(key): _name(value) for key, value in kinds.items()})


def _name(text: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject(text)
