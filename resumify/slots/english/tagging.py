"""Which words of an English text are the writer's own - function words, verbs at work - and which are things it must
not see.

A verb's form may be a noun ("the design", "staff training") or an adjective ("automated tests"); the words before it
tell. In doubt a word is a thing: a thing is copied as it stands, so nothing can go wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from resumify.lexicon.english import around_nouns, function_words, nominals, verb_forms
from resumify.slots.pieces import Piece, is_mark, opens

_PERSON = ("I", "I've", "I’ve", "I'm", "I’m", "I'd", "I’d")
_STARTS = frozenset("and or but then also to i we who which that now later".split())
_TO_BE = frozenset("be been being is are was were am has have had having got get i'm i’m".split())
_FINITE = frozenset(
    "i i've i’ve i'd i’d we they who which that it to can could will would may might must also now never not".split()
)
_BEFORE_GERUND = frozenset(
    """by for from of in on at with without while when before after through and or also as since about include includes
    included involve involves involved entailed entails meant comprised - –""".split()
)
_ADVERBS = frozenset("also now then later first never not only both always often".split())
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
        if piece.folded in around_nouns() and not own[index] and (piece.text.islower() or index == 0):
            kept[index] = not any(_stands_by_thing(found, own, index, step) for step in (-1, 1))
    return kept


def _stands_by_thing(found: Sequence[Piece], own: Sequence[bool], index: int, step: int) -> bool:
    """Whether the next piece to this side is a thing, others of duties left out: "main tasks", but "main entrance"."""
    index += step
    while 0 <= index < len(found) and found[index].folded in around_nouns() and not own[index]:
        index += step
    return 0 <= index < len(found) and not own[index] and not is_mark(found[index])


def _is_own(found: Sequence[Piece], own: Sequence[bool], index: int) -> bool:
    piece = found[index]
    if is_mark(piece):
        return True
    begins = index == 0 or found[index - 1].text in (".", "!", "?")
    if not (piece.text.islower() or piece.text in _PERSON or (begins and not piece.text[1:].strip("'’").isupper())):
        return False
    if piece.folded in function_words():
        return True
    if piece.folded in nominals() and _is_nominal(found, own, index):
        return True
    return piece.folded in verb_forms() and (_is_at_work(found, own, index) or _is_work_of(found, index))


def _is_nominal(found: Sequence[Piece], own: Sequence[bool], index: int) -> bool:
    """ "Management of", at the beginning, alone or joined to another: work said as a noun."""
    after = found[index + 1].folded if index + 1 < len(found) else ""
    joined = (
        index > 1 and found[index - 1].folded in ("and", ",", "/") and own[index - 2] and not is_mark(found[index - 2])
    )
    told = found[index].folded not in verb_forms() and found[index - 1].folded in ("for", "in", "with", "the", "and")
    leads = opens(found, index) or told
    follows = after in ("of", "and", ",", "/") if index + 1 < len(found) else False
    return (leads or joined) and follows


def _is_work_of(found: Sequence[Piece], index: int) -> bool:
    """ "The planning, budgeting and running of": work said as a noun, after its article."""
    first = index
    while (
        first > 0 and found[first - 1].folded in ("and", ",", "/") and first > 1 and _is_work(found[first - 2].folded)
    ):
        first -= 2 if found[first - 1].folded != "and" or found[first - 2].folded != "," else 3
    last = index
    while last + 2 < len(found) and found[last + 1].folded in ("and", ",", "/") and _is_work(found[last + 2].folded):
        last += 2
    ends = last + 1 < len(found) and found[last + 1].folded == "of"
    return ends and _is_work(found[index].folded) and first > 0 and found[first - 1].folded == "the"


def _is_work(word: str) -> bool:
    verb = verb_forms().get(word)
    return (word in nominals() and verb is None) or (verb is not None and word == verb.gerund)


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
    is_done = form == verb.participle and before in _TO_BE
    return opens(found, index) or before in _STARTS or before in _FINITE or is_done


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
    while place > 0 and (found[place].folded in _ADVERBS or _is_adverb(found[place].folded)):
        place -= 1
    return found[place].folded if place >= 0 else ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word in function_words()


def _has_object(found: Sequence[Piece], index: int) -> bool:
    """Whether an article or pronoun follows: "a colleague checking the orders"."""
    return index + 1 < len(found) and found[index + 1].folded in _NP_OPENERS
