"""Why an answer in slots cannot be used: the word of slots and guard, as serving asks them. Decides nothing further."""

from __future__ import annotations

from typing import Protocol

from resumify.clean import clean_text
from resumify.guard import check
from resumify.slots import Cut, LostWords, compose, fill


class Asked(Protocol):
    """What an answer is held to."""

    @property
    def source(self) -> str: ...

    @property
    def context(self) -> str: ...

    @property
    def terms(self) -> tuple[str, ...]: ...


def refusal(answer: str, one: Cut, asked: Asked) -> str:
    """Return "no answer", "slots" where they do not fit, the claim class that the guard names, "wording" where a word
    was lost or added that claims nothing, or "" where the answer can be used."""
    if not answer:
        return "no answer"
    try:
        return _claim(compose(answer, one), asked)
    except LostWords:
        return _claim(fill(answer, one.slots), asked) or "wording"
    except ValueError:
        return "slots"


def _claim(line: str, asked: Asked) -> str:
    return check(clean_text(line), asked.source, asked.context, asked.terms).claim
