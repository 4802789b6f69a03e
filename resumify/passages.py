"""Spans of running text: sentences, where a text stands in its source, pieces short enough to embed.

Language-neutral on purpose; what it cannot tell apart, it leaves together. Knows nothing of documents and facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from resumify.clean import clean_lines

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[。！？｡]+[」』”]?\s*")
_SHORT = re.compile(  # what ends in a full stop without ending a sentence: initials, titles, common abbreviations
    r"(?:^|[\s(\[/])(?:[^\W\d_]|[^\W\d_](?:\.[^\W\d_])+|st|dr|mr|mrs|ms|prof|ing|dipl|mag|sr|sra|srta|mme|mlle|dott|"
    r"inc|ltd|corp|co|dept|approx|ca|bzw|usw|ggf|inkl|incl|excl|evtl|etc|vs|nr|no|núm|num|vol|fig|tel|abt|max|min|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|e\.g|i\.e|z\. ?b|d\. ?h|u\. ?a|p\. ?ej)\.$",
    re.IGNORECASE,
)
_BULLETS = frozenset("•‣▪▫■□●○◦∙⁃·*")
_SAME = str.maketrans("‘’‚“”„«»‐‑‒–—―−", '\'\'\'"""""-------')
_MAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\w+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,$€£+])(?:(?:\+|00?[1-9]|\(0)[\d\s()/.\-]{6,20}\d|\(?\d{3}\)?[\s.\-]\d{3}[\s.\-]\d{4})(?![\w%])"
)
_GAP = re.compile(r"\s+")
_GAP_BEFORE_STOP = re.compile(r"\s+(?=[,.;:](?:\s|$))")


def sentences(raw: str) -> list[str]:
    """Return the clean sentences of `raw` in order; a line break or bullet ends a sentence too."""
    return [sentence for line in clean_lines(raw) for sentence in _in_line(line)]


def _in_line(line: str) -> Iterator[str]:
    begin = 0
    for end in _END.finditer(line):
        said, rest = line[begin : end.end()].rstrip(), line[end.end() :]
        if rest and _ends(said, rest):
            yield said
            begin = end.end()
    if line[begin:].strip():
        yield line[begin:].strip()


def _ends(said: str, rest: str) -> bool:
    """Whether a sentence ends between the two: not after an abbreviation or number, not before a small letter."""
    if said[-1] in "。！？｡」』":
        return True
    return not (rest[0].islower() or _SHORT.search(said) or re.search(r"(?:^|\s)\d{1,2}\.$", said))


def quote_of(text: str, source: str, whole_words: bool = False) -> str | None:
    """Return the span of `source` that says `text`, character by character as it stands there; None where none does.

    White space, bullets and the shape of quotes and dashes may differ. A span of whole words comes first, and is the
    only one that counts for `whole_words`.
    """
    span = _span(text, source, whole_words)
    return None if span is None else source[slice(*span)]


def quotes_of(parts: Sequence[str], source: str, whole_words: bool = False) -> dict[str, str]:
    """Return for those of the parts that `source` says the span that does: one for all of them if it is short."""
    spans = {part: span for part in parts if (span := _span(part, source, whole_words))}
    if not spans:
        return {}
    begin, end = min(begin for begin, _ in spans.values()), max(end for _, end in spans.values())
    if end - begin <= 3 * sum(map(len, spans)) + 100:
        return dict.fromkeys(spans, source[begin:end])
    return {part: source[slice(*span)] for part, span in spans.items()}


def _span(text: str, source: str, whole_words: bool = False) -> tuple[int, int] | None:
    (wanted, _), (compact, positions) = _compact(text), _compact(source)
    found: tuple[int, int] | None = None
    begin = compact.find(wanted) if wanted else -1
    while begin >= 0:
        span = positions[begin], positions[begin + len(wanted) - 1] + 1
        if not _goes_on(source, span[0]) and not _goes_on(source, span[1]):
            return span
        found = found or span
        begin = compact.find(wanted, begin + 1)
    return None if whole_words else found


def _goes_on(source: str, place: int) -> bool:
    """Whether a word stands on both sides of the place."""
    return 0 < place < len(source) and source[place - 1].isalnum() and source[place].isalnum()


@lru_cache(maxsize=64)
def _compact(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` without white space, bullets, invisible characters and accents, and where each character stood."""
    kept: list[str] = []
    positions: list[int] = []
    for index, character in enumerate(text):
        for form in unicodedata.normalize("NFKD", character).translate(_SAME).casefold():
            if not form.isspace() and form not in _BULLETS and unicodedata.category(form) not in ("Mn", "Cf", "Cc"):
                kept.append(form)
                positions.append(index)
    return "".join(kept), tuple(positions)


def without_contacts(text: str, names: Sequence[str]) -> str:
    """Return `text` without e-mail addresses, links, phone numbers and the given people's names."""
    for pattern in (_MAIL, _LINK, _PHONE):
        text = pattern.sub(" ", text)
    for name in names:
        text = re.sub(_alone(name), " ", text, flags=re.IGNORECASE)
        for part in name.split():
            text = re.sub(_alone(part), " ", text) if len(part) > 1 else text  # as written: "Will", not "will"
    text = _GAP.sub(" ", _GAP_BEFORE_STOP.sub("", text)).strip(" ,;:-–")
    return text if any(character.isalnum() for character in text) else ""


def _alone(name: str) -> str:
    """A pattern for `name` as a word of its own; scripts without spaces between words know no such thing."""
    spaced = ord(name[0]) < 0x2E80
    return rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)" if spaced else re.escape(name)


def split_prose(text: str, longest: int | None) -> list[str]:
    """Return `text` in pieces of at most `longest` tokens, cut where it reads best; whole for None."""
    if longest is None or _tokens(text) <= longest:
        return [text]
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=longest, chunk_overlap=0, length_function=_tokens, separators=["\n", ". ", "; ", ", ", " ", ""]
    )
    return splitter.split_text(text)


def _tokens(text: str) -> int:
    """About the number of word pieces a BERT vocabulary needs: four letters each in English, one each elsewhere."""
    return len(re.findall(r"[A-Za-z]{1,4}|\d{1,2}|[^\sA-Za-z\d]", text))
