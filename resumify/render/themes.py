"""How a résumé may look: the few measures and colours that every format draws from. One column in each; no pictures.

Fonts are named here and lie in fonts/; a theme never changes what is said or in which order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["classic", "modern", "compact"]
DEFAULT_THEME: ThemeName = "classic"


@dataclass(frozen=True)
class Theme:
    """Lengths of the page in millimetres, of type in points, of space in ems. Parsers and people want 10 points.

    `sizes` are those of the text, the wanted one first; a smaller one is taken only where that saves a page.
    `web_font` and `word_font` are what readers have at home.
    """

    font: str
    web_font: str
    word_font: str
    ink: str = "#1b2733"
    accent: str = "#1f4e79"
    quiet: str = "#4a5560"
    rule: str = "#1f4e79"
    name_color: str = "#1f4e79"
    sizes: tuple[float, ...] = (10.5, 10.0)
    name_size: float = 23
    label_size: float = 12
    heading_size: float = 12.5
    margins: tuple[float, float, float] = (20, 17, 16)
    """Beside, above and below the text."""
    leading: float = 0.6
    before_section: float = 1.55
    before_entry: float = 1.15
    place_beside: bool = False
    """Whether the employer stands on the line of the title."""


_SANS_AT_HOME = '"Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif'

THEMES: dict[ThemeName, Theme] = {
    "classic": Theme(
        font="Libertinus Serif",
        web_font='"Libertinus Serif", Charter, Georgia, "Times New Roman", serif',
        word_font="Cambria",
    ),
    "modern": Theme(
        font="Source Sans 3",
        web_font=_SANS_AT_HOME,
        word_font="Calibri",
        ink="#222222",
        accent="#0b6060",
        quiet="#555b61",
        rule="#c5cfd2",
        name_color="#222222",
        sizes=(10.2, 10.0),
        name_size=24,
        heading_size=12.5,
        leading=0.62,
        before_section=1.6,
    ),
    "compact": Theme(
        font="Source Sans 3",
        web_font=_SANS_AT_HOME,
        word_font="Calibri",
        ink="#1c1c1c",
        accent="#1c1c1c",
        quiet="#4d4d4d",
        rule="#8a8a8a",
        name_color="#1c1c1c",
        sizes=(10.0,),
        name_size=19,
        label_size=11,
        heading_size=11,
        margins=(17, 14, 13),
        leading=0.52,
        before_section=1.2,
        before_entry=0.8,
        place_beside=True,
    ),
}


def known_theme(name: str) -> ThemeName:
    """Return `name` where there is such a theme, else the default: JSON Resume knows themes that are not ours."""
    return next((known for known in THEMES if known == name), DEFAULT_THEME)
