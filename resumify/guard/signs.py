"""Signs: what no eye sees or no reader expects - zero-width letters, look-alikes, emoji - comes only from the fact."""

from __future__ import annotations

import unicodedata

# quotation marks, dashes, spaces; percent and currencies are judged with their numbers
_ALWAYS = frozenset(" .,;:!?'\"()-–—/&’‘“”„«»•·…‐‑" + "\u00a0\u202f" + "%$€£¥")


def check_signs(line: str, source: str) -> str:
    """Return which sign of the line is neither plain punctuation nor in the fact, "" where there is none."""
    known = set(unicodedata.normalize("NFC", source)) | set(source)
    for character in unicodedata.normalize("NFC", line):
        if character in known or character in _ALWAYS or character.isalnum() or character == "\n":
            continue
        return f"{_named(character)} is not in the fact"
    return _mixed(line, source)


def _mixed(line: str, source: str) -> str:
    """A word of letters of two alphabets imitates another word."""
    for word in line.split():
        scripts = {_script(character) for character in word if character.isalpha()} - {""}
        if len(scripts) > 1 and word not in source:
            return f'"{word}" mixes alphabets'
    return ""


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0]
    return (
        name
        if name in {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL"}
        else ""
    )


def _named(character: str) -> str:
    shown = f'"{character}" ' if character.isprintable() and not unicodedata.combining(character) else ""
    return f"the sign {shown}(U+{ord(character):04X})"
