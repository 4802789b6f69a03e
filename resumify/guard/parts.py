"""The lesser parts of a text: where it says "helped", "part of a team that", "basic knowledge of", and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumify.guard.phrase import Word, adjacent
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import AS, LEVELS, WEAK, WEAK_PHRASES

FINITE = re.compile(
    r"(?:\w+ed|led|built|ran|wrote|won|sold|taught|made|kept|held|grew|cut|set|took|gave|brought|drew|drove|spoke|bought|"
    r"met|put|found|spent|began|sent|dealt|oversaw|rebuilt|rewrote|undertook|"
    r"paid|chose|flew|rode|sang|threw|lent|lost|left|told|went|came|saw|fed|hung|slept|swept|shot|stood|sat|caught)\Z"
)
_PRETERITE = re.compile(r"[a-zäöüß]{3,}te\Z")  # German: "schulte", "einführte"
_FRENCH_PAST = re.compile(
    r"\w{2}é\Z|\A(?:mis|pris|fait|écrit|conçu|tenu|vendu|rendu|suivi|conduit|produit|construit|ouvert|obtenu|reçu|réduit|"
    r"servi|fourni|établi|défini|transmis|appris)\Z"
)
JOINTS = frozenset("and then und et".split())
_FROM_BEHIND = (
    "under",
    "supervised by",
    "guided by",
    "directed by",
    "instructed by",
    "unter",
    "sous",
    "in ",
    "en l'absence",
)
_NAMED = frozenset({"support", "study", "aid"})
_MEMBERS = frozenset("member members membre membres".split())
_ARTICLES = frozenset("a an the this".split())


@dataclass(frozen=True)
class Part:
    """A word or phrase of a lesser part, how strong it is (1 watched, 2 helped, 3 took part), and what it governs."""

    strength: int
    said: str
    governed: tuple[Word, ...]


def lesser_parts(reading: Reading) -> Iterator[Part]:
    """Every lesser part that the text says."""
    lowered = reading.text.casefold()
    for phrase, strength in WEAK_PHRASES.items():
        for found in re.finditer(rf"\b(?:{phrase})\b", lowered):
            yield Part(strength, found[0], _governed(reading, found.start(), found.end()))
    for strength, words in WEAK.items():
        for index, word in enumerate(reading.words):
            if word.folded in words and not word.framed and not _is_thing(reading, index):
                yield Part(strength, word.text, _governed(reading, word.start, word.end))


def is_lesser(word: Word) -> bool:
    return any(word.folded in words for words in WEAK.values())


def _is_thing(reading: Reading, index: int) -> bool:
    """A noun inside a name is not a part somebody had: "customer support", "support tickets", "study nurse"."""
    word = reading.words[index]
    if word.folded not in _NAMED:
        return False
    before = reading.words[index - 1] if index else None
    inside = before is not None and before.clause == word.clause and (before.is_content or before.folded in _ARTICLES)
    return inside or (index > 0 and adjacent(reading.words, index) is not None)


def _governed(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """The content words under a part: those of its clause after it, up to a new finite verb; in languages whose verbs
    come last, and for "under the supervision of", those before it too."""
    here = next((word.clause for word in reading.words if word.end > start), -1)
    clause = reading.clause(here)
    content = tuple(word for word in _until_new([w for w in clause if w.end > start]) if word.is_content)
    content = () if all(is_lesser(word) for word in content) else content
    before = tuple(word for word in _since_new(clause, start) if word.is_content)
    if not content and not before and reading.language in ("de", "nl"):  # "half, ein Labor aufzubauen"
        return tuple(word for word in reading.clause(here + 1) if word.is_content)
    behind = reading.text[start:end].casefold().startswith(_FROM_BEHIND)
    if behind and not before:  # "under a partner's supervision, drafted"
        sentence = next((word.sentence for word in clause), -1)
        before = tuple(w for w in reading.words if w.sentence == sentence and w.clause != here and w.is_content)
    if behind or reading.language in ("de", "nl"):
        return before + content
    return content if content or reading.text[start:end].casefold() in _MEMBERS else before


def _since_new(clause: Sequence[Word], start: int) -> list[Word]:
    """The words before a part, from the last "and" with its own verb on."""
    before = [word for word in clause if word.end <= start]
    joints = [i for i, word in enumerate(before) if word.folded in JOINTS and _joins_verbs(before, i)]
    return before[joints[-1] + 1 :] if joints else before


def _is_new_in_french(before: Word, word: Word) -> bool:
    """ "Participé à trois campagnes et analysé 480 échantillons", but not "aidé à un repas préparé et servi"."""
    return _FRENCH_PAST.search(word.folded) is not None and _FRENCH_PAST.search(before.folded) is None


def _joins_verbs(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at this place leads to a verb of its own."""
    if any(_PRETERITE.match(word.folded) for word in words[:index]):
        return True
    several = sum(word.is_content for word in words[:index]) > 1  # "collected and entered data" is of one piece
    return several and index + 1 < len(words) and FINITE.match(words[index + 1].folded) is not None


def _until_new(words: Sequence[Word]) -> Iterator[Word]:
    """The words up to "and" with a finite verb or a new grade of knowledge: "and managed", "and advanced Excel"."""
    for index, word in enumerate(words):
        if index > 0 and word.folded in AS:  # "supported births as lead midwife": the lead is the person's own
            return
        if index > 0 and words[index - 1].folded == "und" and _PRETERITE.match(word.folded):
            return
        if index > 1 and words[index - 1].folded == "et" and _is_new_in_french(words[index - 2], word):
            return
        joined = index > 0 and words[index - 1].folded in JOINTS
        compound = words[index : index + 2]  # "and fact-checked", "and later built"
        if joined and (any(FINITE.match(one.folded) for one in compound) or word.folded in LEVELS):
            return
        yield word
