"""A posting and a person's facts -> a résumé: parse, match, plan, write, guard, assemble; in one function.

Without a model the same way chooses and orders the person's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import islice
from time import perf_counter
from typing import Any
from uuid import uuid4

from resumify.errors import EmptyProfile
from resumify.match import Similar, match, terms_met
from resumify.models import Fact, Hit, ModelLabel, Omitted, Posting, Rejected, Resume
from resumify.ports import LanguageModel, Span
from resumify.posting import parse_posting
from resumify.prompts import VERSION
from resumify.render import ThemeName, page_count
from resumify.tailor.anchors import anchors_of
from resumify.tailor.assemble import Assembled, assemble, evidence_of
from resumify.tailor.plan import Plan, fit, make_plan
from resumify.tailor.profile import Entry, entries_of
from resumify.tailor.refusal import refusals
from resumify.tailor.report import report_of
from resumify.tailor.request import Request, wishes_of
from resumify.tailor.summary import Top, top_of
from resumify.tailor.write import Draft, write

_MOST_TRIES = 8  # lines that are tried again on a full page; each takes a compile

NO_MODEL = ModelLabel(name="", version="none")
Read = Callable[[str], Posting]
Show = Callable[[dict[str, Any]], None]
"""Is shown the JSON Resume as it stands: first in the person's own words, then after each section that was written.
What it raises ends the work."""


def tailor(
    request: Request,
    facts: Sequence[Fact],
    similar: Similar | None,
    model: LanguageModel | None,
    label: ModelLabel = NO_MODEL,
    span: Span | None = None,
    read: Read = parse_posting,
    show: Show | None = None,
) -> Resume:
    """Return the owner's résumé for the posting; every line is one of `facts`, in the person's or the model's words.

    `similar` is the vector search that matching may ask, None where there is none; `read` reads the posting, and
    `show` looks on.
    Deterministic but for `id` and `took`. Raises EmptyProfile without facts and NotAPosting where the text is none; a
    model that fails only leaves the person's own words.
    """
    if not facts:
        raise EmptyProfile(f"The profile {request.profile} holds no facts yet.", "Import a résumé or a profile first.")
    clock = _Clock()
    posting = read(request.job)
    public = [_public(fact) for fact in facts if not _says_nothing(fact)]
    similar = None if similar is None else _asked_once(similar)
    possible = match(posting, public, similar)
    clock.lap("retrieve")

    wishes = wishes_of(request)
    wanted = partial(terms_met, posting)
    language = (request.language or wishes.language or posting.language).casefold()
    entries = entries_of(facts, wishes.hidden)
    plan = make_plan(entries, possible, wishes, wanted, partial(anchors_of, entries, possible, posting))
    top = top_of(plan.entries, plan.gone, posting, possible, wishes, language)
    paper = _Paper(plan, wishes.pages, language, request.theme)
    trims, top = paper.fitted(top, {})
    clock.lap("render")

    told = partial(_shown, show, partial(paper.laid_out, trims, top))
    told({})
    draft = write(_highlights(plan.kept(trims)), model, wanted, _terms(posting), _name(facts), told)
    clock.took |= {"write": draft.write_s, "check": draft.check_s}
    clock.skip()
    trims, top = paper.fitted(top, draft.lines, trims)
    back = paper.filled(trims, top, draft.lines)
    result = paper.laid_out(trims, top, draft.lines, back)
    clock.lap("render")

    shown = match(posting, [_as_shown(fact, draft) for fact in public if fact.id in result.places], similar)
    clock.lap("retrieve")
    resume = Resume(
        id=uuid4().hex,
        profile=request.profile,
        resume=result.resume,
        evidence=evidence_of({fact.id: fact for fact in facts}, result),
        match=report_of(possible, shown, result.places),
        omitted=_omitted(entries, plan.left_out(trims, back), result),
        rejected=_rejected(draft, result),
        notes=refusals(request.instructions, facts),
        model=label if model is not None and not draft.is_silent else NO_MODEL,
        trace=span.trace if span is not None else "",
        took={stage: round(seconds, 6) for stage, seconds in clock.took.items()},
    )
    if span is not None:
        span.log(**_figures(resume, posting, draft, facts))
    return resume


class _Clock:
    """Seconds per stage."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {"retrieve": 0.0, "write": 0.0, "check": 0.0, "render": 0.0}
        self._since = perf_counter()

    def lap(self, stage: str) -> None:
        self.took[stage] += perf_counter() - self._since
        self.skip()

    def skip(self) -> None:
        self._since = perf_counter()


@dataclass(frozen=True)
class _Paper:
    """The pages that a plan has to fit on."""

    plan: Plan
    pages: int
    language: str
    theme: ThemeName

    def laid_out(self, trims: int, top: Top, lines: Mapping[str, str], back: frozenset[int] = frozenset()) -> Assembled:
        return assemble(self.plan.kept(trims, back), lines, self.language, self.theme, top)

    def fitted(self, top: Top, lines: Mapping[str, str], at_least: int = 0) -> tuple[int, Top]:
        """How many trims it takes, and as much of the top as costs nothing that the posting asks for."""
        if self._pages(top, lines, at_least) <= self.pages:
            return at_least, top
        count = len(self.plan.trims)
        bare = self._trims(replace(top, sentences=()), lines, at_least, count)
        free = next((place for place in range(bare, count) if self.plan.trims[place].is_missed), count)
        while top.sentences:
            if self._pages(top, lines, free) <= self.pages:
                return self._trims(top, lines, bare, free), top
            top = top.shorter()
        return bare, top

    def filled(self, trims: int, top: Top, lines: Mapping[str, str]) -> frozenset[int]:
        """The trims that may be taken back: lines for which the last trim, a whole entry perhaps, has made room."""
        back: frozenset[int] = frozenset()
        for place in islice(self.plan.lines_that_went(trims), _MOST_TRIES):
            if self._pages(top, lines, trims, back | {place}) <= self.pages:
                back |= {place}
        return back

    def _trims(self, top: Top, lines: Mapping[str, str], at_least: int, most: int) -> int:
        return fit(most, at_least, self.pages, lambda trims: self._pages(top, lines, trims))

    def _pages(self, top: Top, lines: Mapping[str, str], trims: int, back: frozenset[int] = frozenset()) -> int:
        return page_count(self.laid_out(trims, top, lines, back).resume)


def _shown(show: Show | None, laid_out: Callable[[Mapping[str, str]], Assembled], lines: Mapping[str, str]) -> None:
    if show is not None:
        show(laid_out(lines).resume)


def _asked_once(similar: Similar) -> Similar:
    """The same search, which remembers what it was asked: matching asks again about the finished result."""
    known: dict[str, list[Hit]] = {}

    def search(texts: Sequence[str]) -> list[list[Hit]]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, similar(new), strict=True))
        return [known[text] for text in texts]

    return search


def _terms(posting: Posting) -> tuple[str, ...]:
    """Everything that the posting names."""
    asked = (*posting.requirements, *posting.duties)
    return tuple(dict.fromkeys(term for requirement in asked for term in requirement.terms))


def _public(fact: Fact) -> Fact:
    """The fact as matching may see it: of the basics nothing but what the person says they are and do."""
    return fact.model_copy(update={"data": {}, "quote": ""}) if fact.section == "basics" else fact


def _says_nothing(fact: Fact) -> bool:
    """Whether a fact is the basics of somebody without a label: it says no more than a name."""
    return fact.section == "basics" and not fact.path and not fact.data.get("label")


def _as_shown(fact: Fact, draft: Draft) -> Fact:
    return fact.model_copy(update={"text": draft.lines.get(fact.id, fact.text)})


def _name(facts: Sequence[Fact]) -> str:
    names = (fact.data.get("name") for fact in facts if fact.section == "basics" and not fact.path)
    return next((name.strip() for name in names if isinstance(name, str)), "")


def _highlights(entries: Sequence[Entry]) -> list[Fact]:
    return [fact for entry in entries for fact in entry.lines if fact.kind == "highlight"]


def _omitted(entries: Sequence[Entry], reasons: Mapping[str, str], result: Assembled) -> tuple[Omitted, ...]:
    """Everything of the full résumé that the result does not show, in the person's own order."""
    return tuple(
        Omitted(path=entry.path(fact), text=fact.text, reason=reasons[fact.id])
        for entry in entries
        for fact in entry.facts()
        if fact.id in reasons and fact.id not in result.places
    )


def _rejected(draft: Draft, result: Assembled) -> tuple[Rejected, ...]:
    return tuple(
        Rejected(path=path, line=refused.line, claim=refused.verdict.claim, reason=refused.verdict.reason)
        for fact, path in result.places.items()
        if (refused := draft.refused.get(fact)) is not None
    )


def _figures(resume: Resume, posting: Posting, draft: Draft, facts: Sequence[Fact]) -> dict[str, Any]:
    """What a trace may hold: ids, counts and shares, and the model's own text, in which slots stand for what is
    personal."""
    return {
        "posting": posting.id,
        "facts": [fact.id for fact in facts],
        "model": resume.model.name,
        "version": resume.model.version,
        "prompt_version": VERSION,
        "prompts": [asdict(attempt) for attempt in draft.attempts],
        "requirements": len(posting.requirements),
        "coverage": resume.match.coverage,
        "ceiling": resume.match.ceiling,
        "written": len(draft.lines),
        "rejected": len(resume.rejected),
        "unusable": draft.unusable,
        "omitted": len(resume.omitted),
        "took": resume.took,
    }
