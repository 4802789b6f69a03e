"""One line's text cut into its parts: at its dashes and commas, into an enumeration, a place, sentences."""

from __future__ import annotations

import re

from resumify.clean import clean_text
from resumify.read.naming import is_employment

AT = re.compile(r"\s+(?:at|@|bei|beim|chez|presso|bij|hos|na|w)\s+(?=\S)", re.IGNORECASE)
DASH = re.compile(r"\s+[|·•–—-]\s+")
COMMA = re.compile(  # not in brackets, nor before what a firm is by law
    r"(?:[,،]\s+|[、，]\s*)(?![^()]*\))(?!(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|Corp|S\.A|N\.A|GmbH|AG)\b)"
)
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|Hon|Univ|Dept|Jr|Sr|Dr|[A-Za-z]\.[A-Za-z])\.$")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-ZÀ-ÞА-Я0-9])")


def parts_of(separator: re.Pattern[str], text: str, most: int = 0) -> list[str]:
    """The parts of the text between the separators, at most `most` + 1 of them where that is given."""
    return [part.strip() for part in separator.split(text, maxsplit=most) if part.strip()] or [text.strip()]


def split_list(text: str) -> list[str]:
    """The parts of an enumeration on one line; commas in brackets do not part."""
    separator = COMMA if COMMA.search(text) else re.compile(r"\s*[;|·•]\s+|\s+/\s+")
    return [part for part in map(clean_text, separator.split(text)) if part]


def sentences(text: str) -> list[str]:
    """A rough count of sentences: enough to tell a line from a paragraph."""
    return [part for part in _SENTENCE_END.split(text) if part]


def place_of(text: str) -> str:
    """The text where it looks like a place ("Leeds, UK · Hybrid"), "" where it does not."""
    parts = [part for part in parts_of(DASH, text.strip(" ·|,()")) if not is_employment(part)]
    place = parts[0] if parts else ""
    words = place.split()
    named = all(word[0].isupper() or len(word) < 5 or not word[0].isalpha() for word in words)
    short = 0 < len(words) <= 7 and len(place) <= 60
    return place if short and named and words[0][0].isupper() and not re.search(r"[.!?:;%]|\d{2}", place) else ""


def is_prose(text: str) -> bool:
    """Tell whether the text is a sentence rather than a name."""
    return len(text) > 90 or (text.endswith((".", "!", ";")) and not is_abbreviated(text))


def is_abbreviated(text: str) -> bool:
    """Tell whether the full stop at the text's end is that of a word cut short ("Foo, Inc.")."""
    return _ABBREVIATED.search(text) is not None
