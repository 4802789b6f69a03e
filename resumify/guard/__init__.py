"""The guard: a line may say only what its cited fact says. Decides; mends nothing, reads no store, calls no model.

A rewrite may cut, reorder and inflect, and use function words and plain synonyms of equal strength. Everything else is
a new claim: strict by default, so that a class nobody thought of still fails as `wording`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from resumify.guard.anachronism import check_anachronism
from resumify.guard.causal import check_causal
from resumify.guard.claim import Claim
from resumify.guard.date import check_date
from resumify.guard.families import keys
from resumify.guard.language import check_language
from resumify.guard.negation import check_negation
from resumify.guard.number import check_number
from resumify.guard.reading import plain, read
from resumify.guard.scope import check_scope
from resumify.guard.seniority import check_seniority
from resumify.guard.signs import check_signs
from resumify.guard.standing import check_standing
from resumify.guard.wording import check_wording
from resumify.models import Verdict
from resumify.words import detect_language, tokens

__all__ = ["check"]

_CLASSES: dict[str, Callable[[Claim], str]] = {
    "date": check_date,
    "number": check_number,
    "seniority": check_seniority,
    "negation": check_negation,
    "causal": check_causal,
    "scope": check_scope,
    "language": check_language,
    "anachronism": check_anachronism,
}
_LONGEST = 2_000  # characters; no line of a résumé is longer
_LONGEST_FACT = 10_000  # characters of the cited facts together
_MOST_WORDS = (400, 2_000)  # of a line and of its facts, which are compared word by word
_MOST_NUMBERS = (60, 300)
_MOST_PARTS = 30  # "helped to …, assisted in …"


def check(line: str, source: str, context: str = "", terms: Collection[str] = ()) -> Verdict:
    """Return whether the line says nothing that `source`, the text of the cited facts, does not support.

    `context` is the header of the role, from which employer, title and dates may be named; `terms` are the posting's
    words, which support nothing: they only tell an invented tool from another word. The source itself always passes.
    """
    if " ".join(line.split()) == " ".join(source.split()) and line.strip():
        return Verdict(ok=True)
    if not any(character.isalnum() for character in line):
        return _no("wording", "the line says nothing")
    if len(line) > _LONGEST or len(source) + len(context) > _LONGEST_FACT:
        return _no("wording", f"{len(line)} characters of line and {len(source)} of fact are too many to be judged")
    if reason := check_signs(line, f"{source} {context}"):
        return _no("wording", reason)
    claim = _claim(line, source, context, terms)
    if not claim.line.content and not claim.line.numbers:
        return _no("wording", "the line says nothing")
    return _judge(claim) if _can_be_judged(claim) else _no("wording", "too many words or numbers to be judged")


def _claim(line: str, source: str, context: str, terms: Collection[str]) -> Claim:
    language = detect_language(plain(f"{source} {source} {context} {line}"))
    fact = read(source, language, is_fact=True)
    return Claim(
        line=read(line, language).held_to(fact),
        source=fact,
        context=read(context, language),
        terms=frozenset(key for term in terms for token in tokens(plain(term)) for key in keys(token.text)),
    )


def _can_be_judged(claim: Claim) -> bool:
    readings = zip((claim.line, claim.source), _MOST_WORDS, _MOST_NUMBERS, strict=True)
    if any(len(one.words) > words or len(one.numbers) > figures for one, words, figures in readings):
        return False
    return max(len(claim.own_parts), len(claim.parts)) <= _MOST_PARTS


def _judge(claim: Claim) -> Verdict:
    for judge in (check_wording, check_standing):
        name, reason = judge(claim)
        if name and name not in ("wording", "scope"):
            return _no(name, reason)
    for name, examine in _CLASSES.items():
        if reason := examine(claim):
            return _no(name, reason)
    name, reason = check_wording(claim)
    return _no(name, reason) if name else Verdict(ok=True)


def _no(claim: str, reason: str) -> Verdict:
    return Verdict(ok=False, claim=claim, reason=reason)
