"""How many jobs a paste tells of: one, one in two languages, or several, of which none is chosen for the person.

Knows headings and titles, and nothing of what is asked under them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resumify.errors import NotAPosting
from resumify.posting.cues import cue
from resumify.posting.lines import Line
from resumify.posting.parts import Part, heading, is_criterion, unfolded
from resumify.posting.title import is_marked, is_title, short_title
from resumify.words import detect_language

_HINT = "Paste one of them alone: its title, tasks and requirements."
_MOST_WORDS = 10  # of a line that may be a title
_OPENING = 8  # lines in which a list of jobs says that it is one
_LOOK = 12  # lines that tell the language of what begins
_APART = 3  # lines from one bare title to the next, with employer and place between
_SHOWN = 4  # titles that an error names


@dataclass
class _Job:
    """The lines from `begin` on, with a title and headings of their own; `asks` once something stands under one."""

    begin: int
    title: str
    headings: dict[str, Part] = field(default_factory=dict)
    asks: bool = False


def one_job(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines of the paste's one job, called `title`: of one that is told in two languages the first telling, without
    the bare titles of others below.

    Raises NotAPosting naming the jobs where it holds several, whose requirements nobody may mix.
    """
    jobs = _jobs(lines, title)
    ends = [*(job.begin for job in jobs[1:]), len(lines)]
    tongues = [_language(lines[job.begin : end]) for job, end in zip(jobs, ends, strict=True)]
    if len(set(tongues)) < len(jobs):
        raise NotAPosting(f"one job was expected, and {len(jobs)} found: {_named(jobs)}.", _HINT)
    if _is_list(lines):
        raise NotAPosting("this looks like a list of jobs, not the posting of one.", "Open one and paste its text.")
    return _without_others(lines[: ends[0]], title)


def _jobs(lines: Sequence[Line], title: str) -> list[_Job]:
    """The first job, and each later one that opens as it did: with a title, then with a heading that stood there
    before, or says the same in another language."""
    jobs = [_Job(0, title)]
    opened: int | None = None
    for place, line in enumerate(lines):
        for piece in unfolded(line):
            part, job = heading(piece), jobs[-1]
            if part in ("must", "duty") and not is_criterion(piece.text):
                begun = opened if opened is not None else place
                if (
                    job.asks
                    and _opens_again(lines, job, piece, part, opened, place)
                    and _is_new(lines, begun, place, jobs)
                ):
                    job = _Job(begun, _title(lines[begun]))
                    jobs.append(job)
                elif not job.headings and (
                    own := [one for one in lines[max(0, place - 1) : place + 1] if one.numbered]
                ):
                    job.title = _title(own[-1])  # above it stands what announces them all
                job.headings[_words(piece)] = part
                opened = None
            elif part is None and job.headings:
                job.asks = job.asks or piece.bullet or not _may_be_title(piece)
                opened = _opening(lines, opened, place, piece)
    return jobs


def _title(line: Line) -> str:
    return short_title(next(unfolded(line)).text)


def _opens_again(lines: Sequence[Line], job: _Job, head: Line, part: Part, opened: int | None, place: int) -> bool:
    if opened is not None and (is_marked(lines[opened]) or _words(head) in job.headings):
        return True
    begun = opened if opened is not None else place
    other = _language(lines[begun : place + _LOOK]) != _language(lines[job.begin : begun])
    return other and part in job.headings.values() and _words(head) not in job.headings


def _opening(lines: Sequence[Line], opened: int | None, place: int, piece: Line) -> int | None:
    """The line where a next job may have begun: what is marked as a title rather than what is merely short, of these
    the first; a list item ends what began before it."""
    if opened is not None and is_marked(lines[opened]):
        return opened
    if not _may_be_title(piece):
        return None if piece.bullet else opened
    if piece.bullet and not lines[place].numbered:
        return None
    return place if opened is None or is_marked(lines[place]) else opened


def _may_be_title(line: Line) -> bool:
    text = line.text.rstrip(" .")
    return 0 < len(text.split()) <= _MOST_WORDS and text[-1] not in ",;!?" and not text[0].islower()


def _is_new(lines: Sequence[Line], begun: int, place: int, jobs: Sequence[_Job]) -> bool:
    """Whether no line between names a job that was told already: some pastes hold a page twice."""
    return not any(is_title(line.text, job.title) for line in lines[begun : place + 1] for job in jobs)


def _words(line: Line) -> str:
    return " ".join(line.text.casefold().strip(" :.–-?!").split())


def _language(lines: Sequence[Line]) -> str:
    return detect_language("\n".join(line.text for line in lines))


def _named(jobs: Sequence[_Job]) -> str:
    named = ", ".join(f'"{job.title}"' for job in jobs[:_SHOWN])
    return f"{named} and {len(jobs) - _SHOWN} more" if len(jobs) > _SHOWN else named


def _is_list(lines: Sequence[Line]) -> bool:
    """Whether it says in its first lines that it lists jobs, and tells none of them at length."""
    announced = any(cue("job list").search(line.text) for line in lines[:_OPENING])
    return announced and not any(heading(piece) for line in lines for piece in unfolded(line))


def _without_others(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines above where titles of two other jobs stand close together, with nothing told of either."""
    asking = (place for place, line in enumerate(lines) if heading(line) in ("must", "duty"))
    last = max(asking, default=len(lines))
    others = [place for place in range(last, len(lines)) if _is_other(lines[place], title)]
    begun = (left for left, right in pairwise(others) if right - left <= _APART)
    return list(lines[: next(begun, len(lines))])


def _is_other(line: Line, title: str) -> bool:
    return is_marked(line) and _may_be_title(line) and not is_title(line.text, title)
