"""Polarity: what the fact denies, or says was not done, the line does not assert; and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumify.guard.claim import Claim
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import CLAIMING, ENDED, NEGATORS, UNDONE

_REACH = 3  # content words after a negator that it surely turns round
_BEFORE = frozenset("nicht pas rien weder".split())
_FREE = frozenset({"free"})  # only after a hyphen
_ASIDE = frozenset("under unter sous bajo pod sob sotto during während pendant durante despite".split())
_OF_VERBS = frozenset("not non nicht pas never nie jamais".split())
_PARTICIPLE = re.compile(r"(?:ed|en|t|ée?s?|ie?s?)\Z")
_NOUNS = frozenset("plan lack attempt try stop hope aim".split())
_OF_NOUNS = frozenset("no without ohne kein keine keinen keiner sans aucun aucune zero".split())
_PREPOSITIONS = frozenset(
    "in on at over during within since from im bei am an während seit en dans sur pendant depuis à".split()
)
_ARTICLES = frozenset("the a an any our my der die das den eine einen le la les un une l".split())
_NOUNS_TOO = frozenset("plan planned planning plans plane plante geplant".split())
_TO = frozenset("to zu de d à".split())


def check_negation(claim: Claim) -> str:
    """Return what was turned round, "" where nothing was."""
    for negator, denied in _denied(claim.source):
        for word in denied:
            for place in claim.line.places(word):
                if negator.folded in _NOUNS_TOO and claim.line.words[place].folded == word.folded:
                    continue  # "planned rotas": the thing planned is there
                if not _is_denied(claim.line, claim.line.words[place], negator.folded) and not _is_free_elsewhere(
                    claim.source, word
                ):
                    return f'the fact says "{negator.text} … {word.text}"'
    for negator, denied in _denied(claim.line):
        theirs = [word for _, words in _denied(claim.source) for word in words]
        if not any(word.agrees(other) for word in denied for other in theirs):
            return f'the fact does not say "{negator.text}" of that'
    return ""


def _denied(reading: Reading) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """Each negating word with the content words it reaches."""
    for index, word in enumerate(reading.words):
        negates, undoes = word.folded in NEGATORS, word.folded in UNDONE
        clause = [other for other in reading.clause(word.clause) if other.is_content]
        after = [other for other in clause if other.start > word.start and other.folded not in NEGATORS]
        before = [other for other in clause if other.end <= word.start]
        if _is_suffix(reading, word) or (word.folded in ENDED and not after):
            yield word, tuple([other for other in before if other.folded not in CLAIMING][-_REACH:])
            continue
        if not negates and not (undoes and _governs(reading, index)):
            continue
        reached = _reached(reading, word, after)
        if negates and word.folded in _BEFORE and not (after and _is_next(reading, index)):
            reached = before[-_REACH:] + reached
        elif negates and _says_undone(word, after):
            reached = before[-2:] + reached
        elif negates and not reached:
            reached = before[-1:]
        yield word, tuple(reached)


def _is_suffix(reading: Reading, word: Word) -> bool:
    """ "Accident-free" has no accident."""
    return word.folded == "free" and word.start > 0 and reading.text[word.start - 1] == "-"


def _reached(reading: Reading, negator: Word, after: Sequence[Word]) -> list[Word]:
    """The next content words, up to "under" and its like: "without delays | under supervision"; "no" reaches its own
    noun: "no accidents | in two seasons"."""
    ends = (
        index for index, word in enumerate(after) if index and _ends_reach(reading, negator, after[index - 1], word)
    )
    return list(after[: min(_REACH, next(ends, _REACH))])


def _ends_reach(reading: Reading, negator: Word, last: Word, word: Word) -> bool:
    if word.folded in _ASIDE:
        return True
    between = (one.folded for one in reading.words if last.end <= one.start < word.start)
    return negator.folded in _OF_NOUNS and any(one in _PREPOSITIONS for one in between)


def _says_undone(negator: Word, after: Sequence[Word]) -> bool:
    """ "Licence non validée", "degree not completed": what stands before was not done."""
    return negator.folded in _OF_VERBS and len(after) == 1 and _PARTICIPLE.search(after[0].folded) is not None


def _is_next(reading: Reading, index: int) -> bool:
    """Whether what is denied follows at once: "nicht verkaufte Ware"."""
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    return after is not None and after.is_content and after.clause == reading.words[index].clause


def _governs(reading: Reading, index: int) -> bool:
    """ "planned to open", "avoided outages", but not "planned and opened"."""
    word, rest = reading.words[index], reading.words[index + 1 : index + 3]
    if not rest or rest[0].clause != word.clause:
        return False
    if word.folded in _NOUNS:
        return rest[0].folded in _TO
    return rest[0].is_content or rest[0].folded in _TO | _ARTICLES


def _is_denied(line: Reading, word: Word, like: str) -> bool:
    """Whether a negator stands with the word, or, where the fact has "planned" or "failed", such a word."""
    kind = _FREE | NEGATORS if like in NEGATORS | _FREE else _FREE | NEGATORS | UNDONE | ENDED
    return any(
        negator.folded in kind and (word in words or _beside(line, negator, word)) for negator, words in _denied(line)
    )


def _beside(line: Reading, negator: Word, word: Word) -> bool:
    if word.end <= negator.start and negator.folded not in _BEFORE:
        return False
    between = [w for w in line.content if min(negator.start, word.start) < w.start < max(negator.start, word.start)]
    return negator.clause == word.clause and len(between) <= _REACH


def _is_free_elsewhere(source: Reading, word: Word) -> bool:
    """Whether the fact says the word also where nothing denies it."""
    denied = {other for _, words in _denied(source) for other in words}
    return any(source.words[index] not in denied for index in source.places(word))
