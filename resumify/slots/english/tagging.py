"""Which words of an English text are the writer's own - function words, verbs at work - and which are things it must
not see.

A verb's form may be a noun ("the design", "staff training") or an adjective ("automated tests"); the words before it
tell. In doubt a word is a thing: a thing is copied as it stands, so nothing can go wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from resumify.lexicon.english import around_nouns, function_words, nominals, verb_forms
from resumify.slots.pieces import Piece, is_mark, opens

_STARTS = frozenset("and or but then also to i we who which that now later".split())
_TO_BE = frozenset("be been being is are was were am has have had having got get".split())
_FINITE = frozenset("i we they who which that it to can could will would may might must also now never not".split())
_BEFORE_GERUND = frozenset(
    "by for from of in on at with without while when before after through and or also as since about".split()
)
_NP_OPENERS = frozenset("a an the this these that those my our its their all any some each every several both".split())


def own_words(found: Sequence[Piece]) -> list[bool]:
    """For each piece whether the writer may see it as it stands."""
    own: list[bool] = []
    for index in range(len(found)):
        own.append(_is_own(found, own, index))
    return _without_nouns_beside_things(found, own)


def _without_nouns_beside_things(found: Sequence[Piece], own: Sequence[bool]) -> list[bool]:
    """ "Team" and the like belong to the noun beside them: "sales team", "team lead"."""
    kept = list(own)
    for index, piece in enumerate(found):
        if piece.folded in around_nouns() and (own[index] or piece.text.islower() or index == 0):
            before = index > 0 and not own[index - 1] and not is_mark(found[index - 1])
            after = index + 1 < len(found) and not own[index + 1] and not is_mark(found[index + 1])
            kept[index] = not before and not after and (piece.text.islower() or index == 0)
    return kept


def _is_own(found: Sequence[Piece], own: Sequence[bool], index: int) -> bool:
    piece = found[index]
    if is_mark(piece):
        return True
    begins = index == 0 or found[index - 1].text in (".", "!", "?")
    if not (piece.text.islower() or piece.text == "I" or (begins and not piece.text[1:].strip("'’").isupper())):
        return False
    if piece.folded in function_words():
        return True
    if piece.folded in nominals():
        return _is_nominal(found, own, index)
    return piece.folded in verb_forms() and _is_at_work(found, own, index)


def _is_nominal(found: Sequence[Piece], own: Sequence[bool], index: int) -> bool:
    """ "Management of", at the beginning, alone or joined to another: work said as a noun."""
    after = found[index + 1].folded if index + 1 < len(found) else ""
    joined = (
        index > 1 and found[index - 1].folded in ("and", ",", "/") and own[index - 2] and not is_mark(found[index - 2])
    )
    leads = opens(found, index) or found[index - 1].folded in ("for", "in", "with", "the", "and")
    follows = after in ("of", "and", ",", "/") if index + 1 < len(found) else False
    return (leads or joined) and follows


def _is_at_work(found: Sequence[Piece], own: Sequence[bool], index: int) -> bool:
    """Whether a verb's form stands where a verb does."""
    verb = verb_forms()[found[index].folded]
    form = found[index].folded
    before = _before(found, index)
    after_thing = index > 0 and not own[index - 1]
    if form in (verb.past, verb.participle) and form != verb.base:
        return _is_past(found, index, before, after_thing)
    if form == verb.gerund:
        return (
            opens(found, index)
            or before in _BEFORE_GERUND
            or before in _TO_BE
            or (after_thing and _has_object(found, index))
        )
    return opens(found, index) or before in _STARTS or before in _FINITE


def _is_past(found: Sequence[Piece], index: int, before: str, after_thing: bool) -> bool:
    if opens(found, index):
        return True
    if (
        before in _TO_BE
        or before in _FINITE
        or before in ("and", "or", "then", "later", "as", "when", "while", "where")
    ):
        return True
    follows = found[index + 1].folded if index + 1 < len(found) else ""
    if after_thing:  # "runbooks written in", "sales grew", but not "property tested code"
        return follows in function_words() or is_mark(found[index + 1]) if index + 1 < len(found) else True
    return before not in _NP_OPENERS and before.endswith("ly")


def _before(found: Sequence[Piece], index: int) -> str:
    """The word before, adverbs left out."""
    place = index - 1
    while place > 0 and found[place].folded in (
        "also",
        "now",
        "then",
        "later",
        "first",
        "never",
        "not",
        "only",
        "both",
    ):
        place -= 1
    return found[place].folded if place >= 0 else ""


def _has_object(found: Sequence[Piece], index: int) -> bool:
    """Whether an article or pronoun follows: "a colleague checking the orders"."""
    return index + 1 < len(found) and found[index + 1].folded in _NP_OPENERS
