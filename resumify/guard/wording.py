"""Words: every word of the line that claims something stands in the fact. The strictest class, and the last resort of
all others: it also names what kind of claim an unsupported word makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.counting import bounds, counted
from resumify.guard.families import keys
from resumify.guard.measure import measures
from resumify.guard.parts import FINITE
from resumify.guard.phrase import Word, following
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import (
    ABOUT,
    AT,
    CERTIFICATES,
    CLAIMING,
    COMMAND,
    DEGREES,
    NEGATORS,
    SCOPE,
    STANDING_IN,
    TITLES,
    WEAK,
)

_SIGNED = re.compile(r"[+#@]|\A\.|[a-z][A-Z]|\w\.\w|\A[A-Z0-9]{2,6}s?\Z|\d")
_PART_END = re.compile(r",|\s-\s|\s·\s|\|")
_GRAVEST = ("degree", "certificate", "employer", "title", "tool", "seniority", "scope", "wording")
_TOGETHER = frozenset("together with jointly shared gemeinsam zusammen mit avec ensemble".split())
_HEADS = frozenset("person people man woman member members strong".split())
_TEAMS = frozenset("team crew group brigade department squad".split())
_AGES = frozenset("aged age ages years old year-old".split())
_GIVING = frozenset(
    "give gave given giving hold held holding offer offered offering gab gegeben hielt gehalten".split()
)
_USING = frozenset("use used using nutzte genutzt verwendete utilisé".split())
_WITH_MEANS = frozenset("with using via by per mit mittels per avec".split())
_ORGANISED = frozenset(
    "gmbh ag inc ltd llc plc sa sarl sas corp company university hospital college school bank".split()
)


def check_wording(claim: Claim) -> tuple[str, str]:
    """Return the class and the word that nothing supports, the gravest if several; ("", "") where all are supported."""
    headed = frozenset(word for run in _header_runs(claim) for word in run)
    found = [
        (_class_of(claim, index), word)
        for index, word in enumerate(claim.line.words)
        if not (_is_judged_elsewhere(word) or word in headed or _is_supported(claim, word) or _is_small(claim, index))
    ]
    if not found:
        return "", ""
    gravest, word = min(found, key=lambda one: _GRAVEST.index(one[0]))
    return gravest, f'"{word.text}" is not in the fact'


def _is_judged_elsewhere(word: Word) -> bool:
    return word.free or word.number is not None or word.folded in CLAIMING or word.folded in ABOUT


def _is_small(claim: Claim, index: int) -> bool:
    """A word that takes nothing from nobody: "co-wrote", "as part of", "fewer than 10"."""
    word, words = claim.line.words[index], claim.line.words
    if word.folded == "co":
        return claim.line.text[word.end : word.end + 1] == "-" and not claim.source.folded.isdisjoint(_TOGETHER)
    if (
        word.folded == "free" and word.start and claim.line.text[word.start - 1] == "-"
    ):  # what it denies is judged there
        return not claim.source.folded.isdisjoint(NEGATORS)
    if word.folded == "part" and index + 1 < len(words):
        return words[index + 1].folded == "of"
    if bounds(words, index) or _abbreviates(claim.context, word):
        return True
    if word.folded in _HEADS and words[index - 1].number is not None and not claim.source.folded.isdisjoint(_TEAMS):
        return True  # "a three-person team" of "a team of three"
    if word.folded in _AGES and not claim.source.folded.isdisjoint(_AGES):
        return any(number.end <= word.start for number in claim.line.numbers) or word.folded != "years"
    if word.folded in _GIVING and _acts(claim, index):
        return True
    if word.folded in _USING and _is_means(claim, index):
        return True
    return any(counted(claim.line, one)[:1] == (word,) and measures(claim, one) for one in claim.line.numbers)


def _acts(claim: Claim, index: int) -> bool:
    """Whether the verb only lends itself to a noun that says what the fact says with a verb: "gave lessons" of
    "taught"."""
    words = claim.line.words
    end = next((i for i, one in enumerate(words[index + 1 :], index + 1) if not one.is_content), len(words))
    said = (
        claim.source.words[place] for one in words[max(index + 1, end - 1) : end] for place in claim.source.places(one)
    )
    return any(FINITE.match(verb.folded) for verb in said)


def _is_means(claim: Claim, index: int) -> bool:
    """Whether what was used is what the fact does the work with."""
    thing = following(claim.line.words, index)
    places = claim.source.places(thing) if thing is not None else []
    before = (one.folded for place in places for one in claim.source.words[max(0, place - 2) : place])
    return not _WITH_MEANS.isdisjoint(before) and not claim.parts


def _is_supported(claim: Claim, word: Word) -> bool:
    source = claim.source
    stands_in = word.folded in STANDING_IN and not source.folded.isdisjoint(STANDING_IN)
    return source.says(word) or stands_in or _in_parts(source, word) or _is_lesser(claim, word)


def _in_parts(source: Reading, word: Word) -> bool:
    """A compound of which the fact says every part: "AWS/GCP"."""
    parts = [part for part in re.split(r"[/&-]", word.text) if part]
    return len(parts) > 1 and all(not source.keys.isdisjoint(keys(part)) for part in parts)


def _is_lesser(claim: Claim, word: Word) -> bool:
    """A word of a part no greater than the fact's own lesser part: "took part" may stand for "was involved"."""
    said = [strength for strength, words in WEAK.items() if word.folded in words]
    said += [part.strength for part in claim.own_parts if word.folded in part.said.split()]
    return any(strength <= part.strength for strength in said for part in claim.parts)


def _header_runs(claim: Claim) -> Iterator[tuple[Word, ...]]:
    """Runs of the line that name a whole part of the header: the employer, the title. Never single words of them, of
    which one could make a claim ("Payments" of "Brevio Payments")."""
    for part in _parts(claim.context):
        wanted = [word for word in part if word.is_content]
        content = claim.line.content
        for start in range(len(content) - len(wanted) + 1 if wanted else 0):
            run = content[start : start + len(wanted)]
            if all(any(word.agrees(want) for word in run) for want in wanted):
                yield run


def _parts(context: Reading) -> Iterator[list[Word]]:
    """The parts of the header, up to a semicolon, after which another role would begin."""
    header = context.text.split(";")[0]
    places = [0, *(found.end() for found in _PART_END.finditer(header)), len(header)]
    for start, end in pairwise(places):
        yield [word for word in context.words if start <= word.start < end]


def _abbreviates(context: Reading, word: Word) -> bool:
    """Whether the capitals are those of a whole part of the header: "RN" of "Registered Nurse"."""
    if not (word.text.isupper() and 1 < len(word.text) < 6) or word.folded in DEGREES | CERTIFICATES | TITLES:
        return False
    titles = (part for part in _parts(context) if part and part[-1].folded in TITLES)
    return any("".join(one.text[0] for one in part) == word.text for part in titles)


def _class_of(claim: Claim, index: int) -> str:
    """The class of claim that an unsupported word makes."""
    word = claim.line.words[index]
    before = claim.line.words[index - 1].folded if index else ""
    if word.folded in DEGREES:
        return "degree"
    if word.folded in CERTIFICATES:
        return "certificate"
    if not word.keys.isdisjoint(claim.terms):
        return "tool"
    if (before in AT and word.text[:1].isupper()) or word.folded in _ORGANISED:
        return "employer"
    if word.folded in TITLES:
        return "title"
    if any(word.folded in forms.split() for forms in COMMAND.values()):
        return "seniority"
    if word.folded in SCOPE:
        return "scope"
    return "tool" if _SIGNED.search(word.text) else "wording"
