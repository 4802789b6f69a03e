"""The text of a job posting -> a Posting: title, employer, what is required, what would be liked, what the job is.

The text is data: nothing in it is ever followed as an instruction. Knows nothing of the person who applies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Literal

from resumify.errors import InvalidInput
from resumify.levels import seniority_in
from resumify.models import Posting, Requirement, Seniority
from resumify.ports import Refiner
from resumify.posting.cues import cue
from resumify.posting.jobs import one_job
from resumify.posting.lines import Line, lines_of, without_cover
from resumify.posting.parts import Said, parts_of
from resumify.posting.recognition import refuse_what_is_no_posting
from resumify.posting.refine import refined
from resumify.posting.requirement import duty_of, requirement_of
from resumify.posting.title import employer_of, is_title, title_of
from resumify.words import detect_language

LONGEST = 60_000  # characters; a long real posting has about 18,000

_KINDS: tuple[Literal["must"], Literal["nice"]] = ("must", "nice")
_SENIORITY = re.compile(
    r"(?:seniority(?: level)?|(?:experience|career) level|karrierestufe|niveau d['’]expérience)\s*[:\n]\s*(.{3,30})",
    re.I,
)

__all__ = ["LONGEST", "parse_posting"]


def parse_posting(text: str, refiner: Refiner | None = None) -> Posting:
    """Read a posting as it was pasted: plain, HTML, Markdown, quoted e-mail, one line or many, any language.

    A `refiner` may sort what was found. Raises InvalidInput over LONGEST characters, NotAPosting where nothing is asked
    of anybody, or for several jobs.
    """
    if len(text) > LONGEST:
        raise InvalidInput(
            f"the job posting has {len(text):,} characters; at most {LONGEST:,} are read.",
            "Paste the posting alone: title, tasks and requirements.",
        )
    lines = _own_lines(text)
    plain = "\n".join(line.text for line in lines)
    language = detect_language(_without_abbreviations(lines), plain)
    title, employer = title_of(lines), employer_of(lines)
    said = _said(lines, title)
    seniority = _seniority(title, plain)
    read = partial(requirement_of, language=language, title=title, seniority=seniority)
    must, nice = (_requirements(said, kind, read) for kind in _KINDS)
    duties = _duties(said, language)
    if not must and not nice:
        must, duties = duties or _requirements(_hiring(said), "must", read), ()
    refuse_what_is_no_posting(plain, must + nice, text)
    posting = Posting(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title=re.sub(rf"\s[-–—|]\s{re.escape(employer)}$", "", title) if employer else title,
        employer=employer,
        language=language,
        seniority=seniority,
        requirements=_in_order(said, (*must, *nice)),
        duties=duties,
        text=plain,
    )
    return posting if refiner is None else refined(posting, refiner)


def _own_lines(text: str) -> list[Line]:
    """The lines of the one job, without what a mail or a site puts around them."""
    lines = [line for line in without_cover(lines_of(text)) if not cue("banner").search(line.text)]
    return one_job(lines, title_of(lines))


def _said(lines: Sequence[Line], title: str) -> list[Said]:
    """What stands below the title; where the paste holds a page twice, its first lines are said once."""
    opening = {line.text for line in lines[:2]}
    repeated = {one for one in opening if sum(line.text == one for line in lines) > 1}
    return [one for one in parts_of(lines) if not is_title(one.text, title) and one.text not in repeated]


def _without_abbreviations(lines: Iterable[Line]) -> str:
    """What tells the language: not what is said to machines, nor "min.", which is a word of Swedish."""
    return "\n".join(line.text for line in lines if not cue("machine").search(line.text)).replace("min.", "")


def _requirements(
    said: Iterable[Said],
    part: Literal["must", "nice"],
    read: Callable[[str, Literal["must", "nice"]], Requirement | None],
) -> tuple[Requirement, ...]:
    """What the sentences of one part ask for, each once."""
    asked = (read(one.text, part) for one in said if one.part == part)
    return _once(one for one in asked if one is not None)


def _duties(said: Iterable[Said], language: str) -> tuple[Requirement, ...]:
    tasks = (duty_of(one.text, language) for one in said if one.part == "duty")
    return _once(one for one in tasks if one is not None)


def _once(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    found: dict[str, Requirement] = {}
    for one in requirements:
        found.setdefault(one.text.casefold(), one)
    return tuple(found.values())


def _seniority(title: str, plain: str) -> Seniority | None:
    """How senior the job is: as a label says, as sites print one, else as its title does."""
    labelled = _SENIORITY.search(plain)
    return (seniority_in(labelled[1]) if labelled else None) or seniority_in(title)


def _hiring(said: Iterable[Said]) -> list[Said]:
    """Sentences that look for somebody, taken for requirements."""
    return [Said(one.text, "must") for one in said if one.part == "prose" and cue("hiring").search(one.text)]


def _in_order(said: Iterable[Said], requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """The requirements in the order of the posting; what stands as must and as nice is a must."""
    places = {text: place for place, text in reversed(list(enumerate(one.text.casefold() for one in said)))}
    return tuple(sorted(_once(requirements), key=lambda requirement: places[requirement.text.casefold()]))
