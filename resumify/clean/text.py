"""Text as people, editors and exports leave it -> one clean line, or one per paragraph and bullet.

Only what carries no meaning goes: markup, entities, bullets, invisible characters, runs of white space, broken
encodings. Words, numbers, signs and their order stay, so that `C++`, `C#`, `.NET`, `CI/CD`, `35%`, `$1.2M`, e-mail
addresses and phone numbers come out as they went in.
"""

from __future__ import annotations

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(r"<(?:br\s*/?|/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote))(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:a|abbr|b|code|em|font|i|img|mark|s|small|span|strong|sub|sup|td|th|u)(?:\s[^<>]*)?/?>", re.I)
_LIST_ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
_UNREAD = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\uffff\ufdd0-\ufdef]"
)
_JOINER = re.compile(r"(?<![\u0600-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|\Z)")  # means something in Persian
_HYPHEN = re.compile(r"[\u2010\u2011]")
_BULLET = re.compile(
    r"\A(?:[\s•‣▪▫■□●○◦∙⁃⦿⦾◆◇▶►▸▹➤➢➔➜→»✓✔☑✗\uf0a7\uf0b7\uf076\uf0d8·]+"  # a glyph that is nothing but a bullet
    r"|[-–—*]+(?:\s+|\Z|(?=[^\W\d_a-z]))"  # a dash, unless it is a sign ("-5 %") or an option ("-v")
    r"|o\t+)+"  # what word processors leave of a round bullet
)
_PASSES = 8  # each pass may uncover work for the next ("&amp;bull;"); real text settles in two


def clean_text(raw: str) -> str:
    """Return `raw` as one clean line, "" when nothing readable is in it. Idempotent."""
    text = raw
    for _ in range(_PASSES):
        before, text = text, " ".join(clean_lines(text))
        if text == before:
            break
    return text


def clean_lines(raw: str) -> list[str]:
    """Return the clean lines of `raw`, one per line, paragraph or list item, without empty ones."""
    lines = _settle(raw).split("\n")
    return [line for line in map(_line, lines) if line]


def split_bullets(raw: str) -> tuple[str, list[str]]:
    """Return the prose of `raw` as one clean line and its bullets, one clean line each; a lone bullet is prose."""
    lines = _settle(_LIST_ITEM.sub("\n• ", raw)).split("\n")
    bullets = [_line(line) for line in lines if _BULLET.match(line.strip())]
    if len(bullets) < 2:
        return clean_text(raw), []
    prose = [_line(line) for line in lines if not _BULLET.match(line.strip())]
    return " ".join(filter(None, prose)), list(filter(None, bullets))


def _settle(text: str) -> str:
    for _ in range(_PASSES):
        before = text
        text = _LINE_END.sub("\n", mend(_unmark(text)))
        text = unicodedata.normalize("NFC", _HYPHEN.sub("-", _JOINER.sub("", _INVISIBLE.sub("", text))))
        if text == before:
            break
    return text


def _unmark(text: str) -> str:
    """Entities resolved (only with their semicolon: "R&D" and "Q&A" are words), then known tags dropped."""
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _UNREAD.sub(" ", text)))
    return text


def mend(text: str) -> str:
    """Undo broken encodings ("fÃ¼r") and ligatures; quotes and full-width signs stay as the person typed them."""
    if text.isascii():
        return text
    import ftfy

    return ftfy.fix_text(
        text, unescape_html=False, uncurl_quotes=False, fix_character_width=False, fix_line_breaks=False
    )


def _line(line: str) -> str:
    before = None
    while line != before:
        before = line
        line = _BULLET.sub("", line)
    return _SPACE.sub(" ", line).strip()
