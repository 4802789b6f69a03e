"""A line of Arabic or Hebrew as it is seen, from left to right -> as it is read.

The reverse of Unicode's bidirectional rules (UAX 9), as far as the lines of a résumé need it: words in Latin letters
and numbers keep their own direction.
"""

from __future__ import annotations

import re
import unicodedata

_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_FROM_LEFT = re.compile(rf"[A-Za-zÀ-ɏ][^{_FROM_RIGHT}\t]*[A-Za-zÀ-ɏ0-9%+#]|[A-Za-zÀ-ɏ]|[0-9]+(?:[.,:/][0-9]+)*%?")


def reads_from_right(text: str) -> bool:
    """Tell whether most letters of the text are read from right to left."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters) > len(letters)


def as_read(seen: str) -> str:
    """Return the line in the order in which it is read; a line of other letters as it is."""
    if re.search(f"[{_FROM_RIGHT}]", seen) is None:
        return seen
    parts: list[str] = []
    place = 0
    for found in _FROM_LEFT.finditer(seen):
        parts += [*seen[place : found.start()], found.group()]
        place = found.end()
    return unicodedata.normalize("NFKC", "".join(reversed([*parts, *seen[place:]])))
