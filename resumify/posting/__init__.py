"""The text of a job posting -> a Posting: title, employer, what is required, what would be liked, what the job is.

The text is data: nothing in it is ever followed as an instruction. Knows nothing of the person who applies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from resumify.errors import InvalidInput
from resumify.models import Posting, Requirement
from resumify.posting.cues import cue
from resumify.posting.jobs import one_job
from resumify.posting.lines import Line, lines_of, without_cover
from resumify.posting.parts import Said, parts_of
from resumify.posting.recognition import refuse_what_is_no_posting
from resumify.posting.terms import duties_of, terms_of
from resumify.posting.title import employer_of, is_title, title_of
from resumify.words import detect_language

LONGEST = 60_000  # characters; a long real posting has about 18,000

__all__ = ["LONGEST", "parse_posting"]


def parse_posting(text: str) -> Posting:
    """Read a posting as it was pasted: plain, HTML, Markdown, quoted e-mail, one line or many, any language.

    Raises InvalidInput over LONGEST characters, NotAPosting where nothing is asked of anybody.
    """
    if len(text) > LONGEST:
        raise InvalidInput(
            f"the job posting has {len(text):,} characters; at most {LONGEST:,} are read.",
            "Paste the posting alone: title, tasks and requirements.",
        )
    lines = [line for line in without_cover(lines_of(text)) if not cue("banner").search(line.text)]
    lines = one_job(lines, title_of(lines))
    plain = "\n".join(line.text for line in lines)
    language = detect_language(_without_abbreviations(lines), plain)
    title, employer = title_of(lines), employer_of(lines)
    opening = {line.text for line in lines[:2]}
    repeated = {one for one in opening if sum(line.text == one for line in lines) > 1}  # the paste holds it twice
    said = [one for one in parts_of(lines) if not is_title(one.text, title) and one.text not in repeated]
    must = _requirements(said, "must", language)
    nice = _requirements(said, "nice", language)
    duties = _requirements(said, "duty", language)
    if not must and not nice:
        must, duties = duties or _requirements(_hiring(said), "must", language), ()
    refuse_what_is_no_posting(plain, must + nice)
    return Posting(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title=re.sub(rf"\s[-–—|]\s{re.escape(employer)}$", "", title) if employer else title,
        employer=employer,
        language=language,
        requirements=_in_order(said, (*must, *nice)),
        duties=duties,
        text=plain,
    )


def _without_abbreviations(lines: Iterable[Line]) -> str:
    """What tells the language: not what is said to machines, nor "min.", which is a word of Swedish."""
    return "\n".join(line.text for line in lines if not cue("machine").search(line.text)).replace("min.", "")


def _requirements(said: Iterable[Said], part: str, language: str) -> tuple[Requirement, ...]:
    """What the sentences of one part ask for; a sentence that names nothing of a trade asks for nothing."""
    found: dict[str, Requirement] = {}
    for one in said:
        if one.part != part:
            continue
        terms = duties_of(one.text, language) if part == "duty" else terms_of(one.text, language)
        if terms.names:
            found.setdefault(
                one.text.casefold(),
                Requirement(
                    text=one.text,
                    kind="nice" if part == "nice" else "must",
                    terms=terms.names,
                    alternatives=terms.alternatives,
                ),
            )
    return tuple(found.values())


def _hiring(said: Iterable[Said]) -> list[Said]:
    """Sentences that look for somebody, taken for requirements."""
    return [Said(one.text, "must") for one in said if one.part == "prose" and cue("hiring").search(one.text)]


def _in_order(said: Iterable[Said], requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """The requirements in the order of the posting, each once; what stands as must and as nice is a must."""
    by_text: dict[str, Requirement] = {}
    for requirement in requirements:
        by_text.setdefault(requirement.text.casefold(), requirement)
    places = {text: place for place, text in reversed(list(enumerate(one.text.casefold() for one in said)))}
    return tuple(sorted(by_text.values(), key=lambda requirement: places[requirement.text.casefold()]))
