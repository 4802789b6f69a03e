"""Lines written by a model, each from one fact alone; whatever is not surely true stays as the person wrote it.

A model never makes an error here: what it fails to write, or writes wrongly, is simply not used.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from resumify.clean import clean_text
from resumify.errors import ModelFault
from resumify.guard import check
from resumify.models import Fact, Prompt, Verdict
from resumify.ports import LanguageModel
from resumify.prompts import line_prompt
from resumify.slots import Cut, LostWords, compose, cut, fill

_log = logging.getLogger(__name__)
_LONGEST = 1.5  # of the fact's own length; a line that says the same says it in about as many words


@dataclass(frozen=True)
class Refused:
    """A line that the guard did not let through."""

    line: str
    verdict: Verdict


@dataclass(frozen=True)
class Attempt:
    """What a model was shown and answered for one fact, in slots, and what was said of it: "" where it is used, else
    the claim class that the guard refused, "unusable" or "unchanged"."""

    fact: str
    prompt: str
    answer: str
    verdict: str


@dataclass(frozen=True)
class Draft:
    """What came of writing: accepted lines and refused ones by fact id; every attempt; seconds spent. `is_silent` where
    the model was asked and did not run."""

    lines: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, Refused] = field(default_factory=dict)
    attempts: Sequence[Attempt] = ()
    unusable: int = 0
    is_silent: bool = False
    write_s: float = 0.0
    check_s: float = 0.0

    def with_(self, part: Draft) -> Draft:
        """Both together; silent where the model ran for neither."""
        return Draft(
            lines={**self.lines, **part.lines},
            refused={**self.refused, **part.refused},
            attempts=(*self.attempts, *part.attempts),
            unusable=self.unusable + part.unusable,
            is_silent=self.is_silent and part.is_silent,
            write_s=self.write_s + part.write_s,
            check_s=self.check_s + part.check_s,
        )


Told = Callable[[Mapping[str, str]], None]
"""Is told the lines that are written by now, by fact id, whenever a section is done; what it raises ends the work."""


def write(
    facts: Sequence[Fact],
    model: LanguageModel | None,
    wanted: Callable[[Fact], Sequence[str]],
    terms: Collection[str],
    name: str = "",
    told: Told | None = None,
) -> Draft:
    """Write the facts' lines, section by section, and keep those that the guard accepts.

    `wanted` gives the terms of the posting that a fact honestly shows, `terms` are all of the posting's. A fact that
    says the person's own `name` is never shown to a model.
    """
    cuts = _cuts(facts, wanted, name) if model is not None else {}
    if model is None or not cuts:
        return Draft()
    by_id = {fact.id: fact for fact in facts}
    draft = Draft(is_silent=True)
    for section in dict.fromkeys(by_id[fact].section for fact in cuts):
        part = {fact: one for fact, one in cuts.items() if by_id[fact].section == section}
        draft = draft.with_(_written(part, by_id, model, partial(_judged, terms=terms, wanted=wanted)))
        if told is not None:
            told(draft.lines)
    return draft


def _judged(line: str, fact: Fact, terms: Collection[str], wanted: Callable[[Fact], Sequence[str]]) -> Verdict:
    """The guard's word; a true line that shows less of the posting than the person's own words is no better either."""
    verdict = check(line, fact.text, fact.context, terms)
    if verdict.ok and len(wanted(fact.model_copy(update={"text": line}))) < len(wanted(fact)):
        return Verdict(ok=False, claim="wording", reason="it shows less of what the posting asks for")
    return verdict


def _written(
    cuts: Mapping[str, Cut], by_id: Mapping[str, Fact], model: LanguageModel, judged: Callable[[str, Fact], Verdict]
) -> Draft:
    """The lines of one batch."""
    begun = perf_counter()
    prompts = [line_prompt(one) for one in cuts.values()]
    texts = _answers(model, prompts)
    written = perf_counter()
    lines: dict[str, str] = {}
    refused: dict[str, Refused] = {}
    said = dict.fromkeys(cuts, "unchanged")
    answers = texts if texts is not None else [""] * len(prompts)
    for (fact, one), text in zip(cuts.items(), answers, strict=True):
        line = _filled(text, one, by_id[fact])
        if line is None:
            said[fact] = "unusable"
        elif isinstance(line, Refused):
            said[fact], refused[fact] = line.verdict.claim, line
        elif line != by_id[fact].text:
            verdict = judged(line, by_id[fact])
            said[fact] = verdict.claim
            if verdict.ok:
                lines[fact] = line
            else:
                refused[fact] = Refused(line, verdict)
    attempts = [
        Attempt(fact, prompt.text, str(text), said[fact])
        for fact, prompt, text in zip(cuts, prompts, answers, strict=True)
    ]
    unusable = sum(verdict == "unusable" for verdict in said.values())
    return Draft(lines, refused, attempts, unusable, texts is None, written - begun, perf_counter() - written)


def _cuts(facts: Sequence[Fact], wanted: Callable[[Fact], Sequence[str]], name: str) -> dict[str, Cut]:
    named = name.casefold()
    open_to_all = (fact for fact in facts if not named or named not in fact.text.casefold())
    cuts = ((fact.id, cut(fact, tuple(wanted(fact)))) for fact in open_to_all)
    return {fact: one for fact, one in cuts if one.eligible}


def _answers(model: LanguageModel, prompts: Sequence[Prompt]) -> Sequence[str] | None:
    """One text per prompt; None where the model did not run, blanks where it did not keep to the prompts."""
    try:
        texts = model.write(prompts)
    except ModelFault as fault:
        _log.warning("The model wrote none of %d lines: %s", len(prompts), fault.message)
        return None
    if len(texts) != len(prompts):
        _log.warning("The model answered %d prompts with %d texts; none is used", len(prompts), len(texts))
        return [""] * len(prompts)
    return texts


def _filled(text: str, one: Cut, fact: Fact) -> str | Refused | None:
    """The line with its slots filled in again; refused where the words around them are no longer the fact's; None where
    it is no line or its slots do not fit."""
    if not isinstance(text, str) or not text.strip() or "\n" in text.strip():
        return None
    try:
        line = clean_text(fill(text.strip(), one.slots))
        if not line or len(line) > _LONGEST * len(fact.text) + 20:
            return None
        return clean_text(compose(text, one))
    except LostWords as fault:
        return Refused(line, Verdict(ok=False, claim="wording", reason=str(fault)))
    except ValueError:
        return None
