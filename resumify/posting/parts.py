"""The lines of a posting -> its parts: what it requires, would like, what the job is, and what is set aside.

By headings first, by cue words where there are none. English, German and French in full; the most usual headings of
Spanish, Italian, Dutch, Portuguese, Swedish and Polish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resumify.passages import sentences
from resumify.posting.cues import cue
from resumify.posting.lines import Line

Part = Literal["must", "nice", "duty", "aside", "prose"]


@dataclass(frozen=True)
class Said:
    """One sentence or bullet, and the part of the posting it stands in."""

    text: str
    part: Part
    bullet: bool = False


_HEADINGS: tuple[tuple[Part, str], ...] = (
    ("nice", "nice heading"),
    ("must", "must heading"),
    ("duty", "duty heading"),
    ("aside", "aside heading"),
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:and |und |et )?(?=(?:[\w-]+ ){0,2}(?:experience|knowledge|familiarity|proficiency|ability|erfahrung|"
    r"kenntnisse|expérience|connaissances?|maîtrise)\b)|;\s+|"
    r"(?<=\s\w)\.\s+(?=\w+ (?:of|in|with|is|would)\b)|"
    r"(?<=\d)\.\s+(?=(?:You|We|They|The|Sie|Du|Wir|Vous|Nous)\b)|"
    r"(?:(?<=klasse [A-E])|(?<=permis [A-E])|(?<=patente [A-E])|(?<=rijbewijs [A-E])|(?<=kat\. [A-E]))\.\s+|"
    r"\s+and (?=at least\b)|\s+(?:und|sowie) (?=mindestens\b)",
    re.I,
)
_COMMA = re.compile(r",\s+(?:and |und |et )?|\s+(?:and|und|et)\s+(?=(?:pass|undergo|provide|have the right)\b)")
_AND = re.compile(r"\s+(?:and|und|et)\s+")
_WORDS_OF_PROSE = 12
_FIELD = re.compile(r"^[^\W\d_]+\s?:\s+\S")
_CRITERIA = re.compile(
    r"\b(?:nice to have|preferred|desir(?:ed|able)|bonus|advantage|not essential|optional|wünschenswert|von vorteil|"
    r"souhait|atout)",
    re.I,
)
_NEEDED = re.compile(r"\b(?:must have|essential|mandatory|zwingend|erforderlich|requis|indispensable)", re.I)
_LEADING = re.compile(r"^[\W\d_]+")
_INLINE = re.compile(r"(?:^|(?<=[.;!?)])\s+|\s[-–—|]\s)([^\W\d_][^.:;!?\n]{2,45}?)\s?:\s+(?=\S)")


def parts_of(lines: Sequence[Line]) -> list[Said]:
    """Every sentence and bullet with its part; headings themselves left out.

    Where headings say nothing, a sentence is a requirement if it asks for something; where the posting has no list
    of requirements, what sounds like asking is enough, and where that gives nothing either, the tasks stand for them.
    """
    said = list(_headed(lines))
    listed = sum(one.part == "must" for one in said)
    asking = [cue("strict")] if listed >= 2 else [cue("strict"), cue("loose")]
    return [_by_cue(one, asking) for whole in said for one in _unmixed(whole)]


def _headed(lines: Sequence[Line]) -> Iterator[Said]:
    part: Part = "prose"
    bulleted = False
    for whole in lines:
        before = part
        for line in unfolded(whole):
            found = heading(line)
            if found is not None or line.headed:
                part, bulleted = found or "prose", False
                continue
            if bulleted and not line.bullet and part != "aside" and len(line.text.split()) >= _WORDS_OF_PROSE:
                part = "prose"  # a paragraph after a list is not of the list
            bulleted = bulleted or line.bullet
            yield from (Said(text, part, line.bullet) for text in _sentences(line))
        if _FIELD.match(whole.text) and part == "aside":
            part = before  # "Company: ..." says one thing and opens nothing


def _sentences(line: Line) -> Iterator[str]:
    """A bullet whole; prose by the sentence, and a sentence by what it asks for."""
    if line.bullet:
        yield line.text
    else:
        yield from (part.strip() for said in sentences(line.text) for part in _CLAUSE.split(said) if part.strip())


def unfolded(line: Line) -> Iterator[Line]:
    """A line with headings inside ("... Requirements: a; b. Benefits: c") as the lines it would be."""
    begin = 0
    for found in _INLINE.finditer(line.text):
        label = found[1]
        if heading(Line(label + ":")) is None or (line.bullet and found.start() == 0):
            continue
        if line.text[begin : found.start()].strip():
            yield from _listed(Line(line.text[begin : found.start()].strip(" -–—|"), line.bullet, line.headed), begin)
        yield Line(label + ":")
        begin = found.end()
    if line.text[begin:].strip():
        yield from _listed(Line(line.text[begin:], line.bullet, line.headed and not begin), begin)


def _listed(line: Line, begin: int) -> Iterator[Line]:
    """What follows a heading within its line, item by item where semicolons or dashes divide it."""
    inside = ";" if ";" in line.text else " - " if line.text.count(" - ") > 1 else ""
    if begin and inside:
        yield from (Line(item.strip(" -"), bullet=True) for item in line.text.split(inside) if item.strip(" -"))
    else:
        yield line


def heading(line: Line) -> Part | None:
    """The part that this line opens; None where it is no heading we know."""
    words = _LEADING.sub("", line.text).rstrip(" :–-?!….").strip()
    count = len(words.split())
    ends = line.text.rstrip().endswith((":", "?", "…", "...")) or line.headed
    if not words or line.bullet or count > (14 if ends else 7) or (line.text.rstrip()[-1:] in ".,;" and not ends):
        return None
    for part, name in _HEADINGS:
        found = cue(name).match(words)
        if found and (ends or len(words[found.end() :].split()) <= 3):
            return "nice" if part == "must" and _CRITERIA.search(words) else part
    if ends and _CRITERIA.search(words):
        return "nice"
    return "must" if ends and (_NEEDED.search(words) or re.search(r"\bmust\b", words, re.I)) else None


def is_criterion(text: str) -> bool:
    """Whether a heading only says how much something matters ("Essential"): tables of criteria repeat it."""
    return any(words.search(text) for words in (_CRITERIA, _NEEDED))


def _unmixed(said: Said) -> Iterator[Said]:
    """A sentence without its clauses on what is checked, paid or sent, and its wish apart from its demand."""
    if said.bullet or said.part not in ("prose", "must", "nice") or cue("boilerplate").search(said.text):
        yield said
        return
    clauses = _COMMA.split(said.text)
    kept = [left for clause in clauses if (left := _unchecked(clause))]
    wishes = [clause for clause in kept if cue("optional").search(clause)]
    others = [clause for clause in kept if clause not in wishes]
    demand = " ".join(others)
    if wishes and len(kept) > len(wishes) and (cue("strict").search(demand) or cue("hiring").search(demand)):
        yield from (Said(text, said.part) for text in (", ".join(others), *wishes))
    elif kept:
        yield Said(said.text if kept == clauses else ", ".join(kept), said.part)


def _unchecked(clause: str) -> str:
    """The clause, or what an "and" in it adds to something that is only checked."""
    if not cue("checked").search(clause):
        return clause
    return " ".join(part for part in _AND.split(clause) if not cue("checked").search(part))


def _is_idle(said: Said) -> bool:
    """Whether the sentence is on law, pay or applying."""
    return any(cue(name).search(said.text) for name in ("boilerplate", *(["checked"] if said.part == "duty" else [])))


def _by_cue(said: Said, asking: Sequence[re.Pattern[str]]) -> Said:
    if cue("machine").search(said.text):
        return Said(said.text, "aside", said.bullet)
    listed = said.bullet and said.part in ("must", "nice")
    if said.part == "aside" or (not listed and _is_idle(said)):
        return Said(said.text, "aside", said.bullet)
    if said.part in ("prose", "must") and cue("optional").search(said.text):
        return Said(said.text, "nice", said.bullet)
    if said.part == "prose" and any(cues.search(said.text) for cues in asking):
        return Said(said.text, "must", said.bullet)
    return said
