"""A pasted posting -> its lines: no markup, quoting or emoji left, each paragraph once. Judges nothing."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from resumify.clean import clean_text, mend
from resumify.posting.cues import cue
from resumify.posting.tables import untabled

_UNREAD = re.compile(r"<(script|style|head|noscript|svg)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_ITEM = re.compile(r"<li\b[^<>]*>", re.I)
_HEAD = re.compile(r"<h[1-6]\b[^<>]*>(.*?)</h[1-6]\s*>", re.I | re.S)
_BLOCK = re.compile(
    r"</?(?:br|p|div|ul|ol|li|table|tr|section|article|header|footer|dl|dt|dd|body|html)\b[^<>]*>", re.I
)
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>")
_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_MAIL_HEADER = re.compile(
    r"^(?:from|to|cc|sent|date|reply-to|von|an|gesendet|datum|de|à|envoyé|objet)\s?:\s.*(?:@|\d{4}|<)|"
    r"^(?:on|am|le)\s.{5,80}(?:wrote|schrieb.{0,60}|a écrit)\s?:$|"
    r"^-{2,}.*(?:original|weitergeleitet|forwarded).*-{2,}$",
    re.I,
)
_SUBJECT = re.compile(r"^(?:subject|betreff|objet)\s?:\s*(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)*", re.I)
_MARKDOWN_HEAD = re.compile(r"^\s*(?:#{1,6}\s+(.+?)\s*#*|(?:\*\*|__)([^*_]{2,80})(?:\*\*|__)\s*:?)\s*$")
_BULLET = re.compile(
    r"^\s*(?:[-–—*•‣▪▫■□●○◦∙⁃⦿◆◇▶►▸▹➤➔➜→»✓✔☑·+✅👉🔹🔸🔷🔶➡⭐]+(?:\s+|(?=[^\W\d]))|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)"
)
_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_INLINE_BULLET = re.compile(r"\s+[•▪●◦‣✓✔➤]\s*(?=\S)")
_EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|_{2,3}|`)(?=\S)|(?<=\S)(?:\*{1,3}|_{2,3}|`)(?!\w)")
_WRAPPED = 50  # characters; a shorter line ends where its writer ended it
_COVER_LINES, _COVER_WORDS = 12, 60  # more above a subject is a posting itself
_MANY_WORDS = 4  # shorter lines may honestly stand twice: a heading, a tool


@dataclass(frozen=True)
class Line:
    """One line as a reader sees it; `headed` where the markup says that it is a heading, `subject` where it is the
    subject of a mail, `numbered` where its bullet is a number."""

    text: str
    bullet: bool = False
    headed: bool = False
    subject: bool = False
    numbered: bool = False


def lines_of(raw: str) -> list[Line]:
    """The lines of the paste in order, without empty ones; a paragraph that stands twice comes once."""
    seen: set[str] = set()
    kept = []
    for line in _lines(mend(_without_markup(raw))):
        key = " ".join(line.text.casefold().split())
        if len(key.split()) < _MANY_WORDS or key not in seen:
            kept.append(line)
        seen.add(key)
    return kept


def without_cover(lines: Sequence[Line]) -> list[Line]:
    """The lines of the posting itself, without what somebody wrote above who passes it on ("Hi, see below") and what
    stands under its end: the mail's own close, other jobs of the site."""
    subject = max((place for place, line in enumerate(lines[:_COVER_LINES]) if line.subject), default=0)
    cover = lines[:subject]
    if sum(len(line.text.split()) for line in cover) > _COVER_WORDS or sum(line.bullet for line in cover) > 1:
        subject = 0
    first = next((n for n, line in enumerate(lines[subject:]) if not cue("closing").match(line.text)), 0)
    own = list(takewhile(lambda line: not cue("closing").match(line.text), lines[subject + first :]))
    return [line for place, line in enumerate(own) if place >= _COVER_LINES or not cue("greeting").search(line.text)]


def _without_markup(raw: str) -> str:
    text = raw
    for _ in range(2):  # exports hold tags written as entities
        if "<" in text:
            text = _UNREAD.sub("\n", text)
            text = _HEAD.sub(lambda head: f"\n# {' '.join(_TAG.sub('', head[1]).split())}\n", text)
            text = _TAG.sub("", _BLOCK.sub("\n", _ITEM.sub("\n• ", text)))
        text = html.unescape(text)
    return text


def _lines(text: str) -> Iterator[Line]:
    for raw in _unwrapped(untabled(text.splitlines())):
        line = raw
        if _MAIL_HEADER.search(line.strip()) and not _SUBJECT.match(line):
            continue
        if _SUBJECT.match(line):
            yield from (replace(one, subject=True) for one in _line(_SUBJECT.sub("", line), headed=False, bullet=False))
            continue
        head = _MARKDOWN_HEAD.match(line)
        said = (head[1] or head[2]) if head else line
        for index, piece in enumerate(_INLINE_BULLET.split(said)):
            yield from _line(piece, headed=head is not None, bullet=index > 0)


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    """Lines without quoting; joined where a mail program broke them: after a long one, one goes on in small letters."""
    waiting = ""
    for line in (_QUOTED.sub("", line).rstrip() for line in lines):
        start = line.strip()[:1]
        if (
            len(waiting.strip()) >= _WRAPPED
            and waiting[-1] not in ".:!?;"
            and start.islower()
            and not _BULLET.match(line)
        ):
            waiting = f"{waiting} {line.strip()}"
            continue
        yield waiting
        waiting = line
    yield waiting


def _line(raw: str, headed: bool, bullet: bool) -> Iterator[Line]:
    plain = _without_emoji(raw)
    marked = _BULLET.match(plain) or (plain != raw and _BULLET.match(raw))
    text = clean_text(_EMPHASIS.sub("", _BULLET.sub("", plain)))
    if any(character.isalnum() for character in text):
        numbered = bool(marked) and _NUMBER.match(plain) is not None
        yield Line(text, bullet=(bullet or bool(marked)) and not headed, headed=headed, numbered=numbered)


def _without_emoji(text: str) -> str:
    """Pictures become a gap; signs that carry meaning (+, #, €, %, °) stay, and so do bullets."""
    if text.isascii():
        return text
    kept = (c if not _is_picture(c) else " " for c in text)
    return "".join(kept)


def _is_picture(character: str) -> bool:
    code = ord(character)
    return (
        code >= 0x2600 and (unicodedata.category(character) == "So" or 0xFE00 <= code <= 0xFE0F) and code not in _MARKS
    )


_MARKS = frozenset(map(ord, "✓✔☑➤➔➜▶✅👉🔹🔸🔷🔶➡⭐"))
