"""Which words of a German text are the writer's own - function words, verbs, nouns of work - and which are things.

Nouns have a capital, so little is in doubt: a noun of work, where no adjective stands before it, and a preterite that
may be an adjective's form ("die betreuten Gruppen").
"""

from __future__ import annotations

from collections.abc import Sequence

from resumify.lexicon.german import around_nouns, function_words, nominals, parted, spellings, verb_forms
from resumify.slots.pieces import Piece, is_mark, opens


def _all(words: str) -> frozenset[str]:
    return frozenset(spelling for word in words.split() for spelling in spellings(word))


_INFLECTING = _all(
    """der die das den dem des ein eine einen einem einer eines mein meine meinem meinen meiner unser unsere unserem
    unseren unserer ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dieser diese dieses diesem diesen kein
    keine keinen keinem keiner alle allen aller mehrere mehreren viele vielen einige einigen beide beiden eigene eigenen
    eigener jede jeden jeder jedes jedem zum zur im am ins beim vom zwei drei vier mit von für bei in zu nach aus ohne
    um auf unter über durch"""
)
"""After these a form in "te" is an adjective: "eine betreute Gruppe"."""
_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())
_BEFORE_NOUN = _INFLECTING | _all("war bin waren und oder sowie bzw an als per vor seit gegen während")
_BEFORE_DOING = _all("das dem beim zum im am vom fürs ans und sowie mein unser")
_OF = ("von", "vom", "der", "des", "eines", "einer")


def own_words(found: Sequence[Piece]) -> list[bool]:
    """For each piece whether the writer may see it as it stands."""
    return [_is_own(found, index) for index in range(len(found))]


def _is_own(found: Sequence[Piece], index: int) -> bool:
    piece, word = found[index], found[index].folded
    if is_mark(piece):
        return True
    begins = index == 0 or found[index - 1].text in (".", "!", "?")
    before = found[index - 1].folded if index else ""
    if word in _ARTICLES and _is_describing(found, index + 1):
        return False
    if piece.text.islower():
        return word in function_words() or (word in verb_forms() and not _is_adjective(found, index))
    if piece.text[1:].strip("'’") != piece.text[1:].strip("'’").lower():
        return False
    if word in nominals() or word in around_nouns():
        return opens(found, index) or before in _BEFORE_NOUN
    if begins and (word in function_words() or (word in verb_forms() and not _is_adjective(found, index))):
        return True
    return _is_doing(found, index)


def _is_describing(found: Sequence[Piece], index: int) -> bool:
    """Whether an adjective stands here: it has the ending that its article asks for, so both stay together."""
    if index >= len(found) or not found[index].text.isalpha() or not found[index].text.islower():
        return False
    word = found[index].folded
    return word not in function_words() and (word not in verb_forms() or _is_adjective(found, index))


def _is_doing(found: Sequence[Piece], index: int) -> bool:
    """An infinitive that is a noun: "das Erstellen von", "Erstellen und Prüfen von"."""
    verb = verb_forms().get(found[index].folded)
    if verb is None or found[index].folded != verb.base:
        return False
    before = found[index - 1].folded if index else ""
    after = found[index + 1].folded if index + 1 < len(found) else ""
    return (opens(found, index) or before in _BEFORE_DOING) and after in (*_OF, "und", "sowie", ",")


def _is_adjective(found: Sequence[Piece], index: int) -> bool:
    """Whether a form in "te" stands before a noun that it describes."""
    word = found[index].folded
    after = found[index + 1].text if index + 1 < len(found) else ""
    if (word, "") not in parted() or not word.endswith("te"):
        return False
    return index > 0 and found[index - 1].folded in _INFLECTING and after[:1].isupper()
