"""The fonts that lie beside the code, and which of them a sheet's scripts need. fonts/README.md says whence they come.

Latin, Greek and Cyrillic are the theme's own; what follows it here stands in for the scripts that it lacks.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("fonts")
_SERIF_COMPANIONS = {"Libertinus Serif": ("Noto Naskh Arabic",)}
_OTHERS = (
    *("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Thai", "Noto Sans Devanagari"),
    *("Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Bengali", "Noto Sans Gurmukhi", "Noto Sans Gujarati"),
    *("Noto Sans Oriya", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada", "Noto Sans Malayalam"),
    *("Noto Sans Sinhala", "Noto Sans Thaana", "Noto Sans Ethiopic", "Noto Sans Khmer", "Noto Sans Lao"),
    *("Noto Sans Myanmar", "Noto Serif Tibetan"),
)
_CHINESE, _JAPANESE, _KOREAN = "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR"
_SIGNS = ("Noto Emoji",)
_KANA = re.compile(r"[\u3040-\u30ff]")


def families(first: str, text: str) -> tuple[str, ...]:
    """Return the families to look for a character in, in this order.

    Chinese and Japanese share characters that they write differently: kana anywhere in `text` tell which it is.
    """
    han = (_JAPANESE, _CHINESE) if _KANA.search(text) else (_CHINESE, _JAPANESE)
    return (first, *_SERIF_COMPANIONS.get(first, ()), *_OTHERS, *han, _KOREAN, *_SIGNS)


@cache
def bundled(with_the_machines: bool) -> Any:
    """Return typst's index of our fonts, and of this machine's where asked; made once, it takes some 20 ms."""
    import typst

    return typst.Fonts(include_system_fonts=with_the_machines, font_paths=[FOLDER])
