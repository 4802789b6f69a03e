"""What a large model may do to a parsed posting: sort anew what the rules found, in the posting's own words.

It can neither add a requirement nor drop one, and no word of it gets in that does not stand in the requirement's own
text. Whatever fails that leaves the requirement as the rules read it.
"""

from __future__ import annotations

import logging
import re

from resumify.errors import ResumifyError
from resumify.models import Posting, Requirement, Sorting
from resumify.ports import Refiner
from resumify.posting.phrases import spans_of
from resumify.posting.requirement import with_terms
from resumify.posting.terms import Terms
from resumify.skills import mentions

_log = logging.getLogger(__name__)
_LONGEST = 60  # characters of a term
_MOST = 12  # terms of one requirement


def refined(posting: Posting, refiner: Refiner) -> Posting:
    """The posting as `refiner` sorts it; as it was where that fails or takes too long."""
    try:
        answers = refiner.sort(posting.requirements)
    except ResumifyError as error:
        _log.warning("the posting stays as the rules read it: %s", error.message)
        return posting
    by_place = {answer.place: answer for answer in reversed(answers)}
    requirements = tuple(
        _sorted(one, by_place[place], posting.language) if place in by_place else one
        for place, one in enumerate(posting.requirements)
    )
    return posting.model_copy(update={"requirements": requirements})


def _sorted(requirement: Requirement, answer: Sorting, language: str) -> Requirement:
    spans = tuple(dict.fromkeys(answer.terms))
    if not 0 < len(spans) <= _MOST or not all(_names_something(span, requirement.text, language) for span in spans):
        return requirement
    terms = Terms(tuple(dict.fromkeys(_name(span, language) for span in spans)), answer.alternatives and len(spans) > 1)
    return with_terms(requirement.model_copy(update={"kind": answer.kind}), terms, language)


def _names_something(span: str, text: str, language: str) -> bool:
    """Whether the span stands in the text, whole words of it, and says more than "experience"."""
    stands = re.search(rf"(?<!\w){re.escape(span)}(?!\w)", text)
    return len(span) <= _LONGEST and stands is not None and bool(spans_of(span, span, language))


def _name(span: str, language: str) -> str:
    """The vocabulary's name of what the span names as a whole; else the span."""
    named = mentions(span, language)
    return named[0].name if len(named) == 1 and (named[0].start, named[0].end) == (0, len(span)) else span
