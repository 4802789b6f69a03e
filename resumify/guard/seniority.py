"""The part a person had: watched < helped < took part < did < was in charge. A line never names a greater one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.guard.claim import Claim, adjacent, occurrences
from resumify.guard.families import keys
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import COMMAND, COMMAND_NOUNS, LIMITS, WEAK, WEAK_PHRASES

_PLURAL = re.compile(r"(?:[^s]s|innen|enden)\Z")
_COMMAND_KEYS = {
    language: frozenset(key for form in forms.split() for key in keys(form) if key.startswith(language))
    for language, forms in COMMAND.items()
}
_BY_OTHERS = re.compile(
    r"\b(?P<verb>\w+)\s+(?:by|von|vom|par)\s+(?!me\b|myself\b|mir\b|moi\b|\d|a third\b|half\b|hand\b|\w+ing\b)"
    r"(?:the|a|an|my|our|his|her|two|three|der|dem|den|einem|einer|meinem|meiner|le|la|les|un|une|mon|ma|[A-ZÄÖÜ])",
)


def check_seniority(claim: Claim) -> str:
    """Return where the line makes the person's part greater, "" where it does not."""
    return _dropped_part(claim) or _raised_part(claim) or _others_work(claim) or _dropped_limit(claim)


def _dropped_part(claim: Claim) -> str:
    """What stands under "helped", "part of a team that" in the fact stands under such a word in the line too."""
    for strength, marker, governed in _weak(claim.source):
        under = frozenset(key for word in governed for key in word.keys)
        ours = [word for word in claim.line.content if not under.isdisjoint(word.keys)]
        if not ours or any(_twice(claim.source, word, governed) for word in ours[:1]):
            continue
        held = [own for own, _, words in _weak(claim.line) if any(word in words for word in ours)]
        if not held:
            return f'the fact says "{marker}" of "{ours[0].text}"'
        if min(held) > strength:
            return f'the fact says only "{marker}" of "{ours[0].text}"'
    return ""


def _twice(source: Reading, word: Word, governed: tuple[Word, ...]) -> bool:
    """Whether the fact says the word also where it is not governed."""
    return any(
        source.words[index] not in governed and not _is_weak(source.words[index]) for index in occurrences(source, word)
    )


def _is_weak(word: Word) -> bool:
    return any(word.folded in words for words in WEAK.values())


def _weak(reading: Reading) -> Iterator[tuple[int, str, tuple[Word, ...]]]:
    """Each word or phrase of a lesser part, its strength, and the content words it governs."""
    lowered = reading.text.casefold()
    for phrase, strength in WEAK_PHRASES.items():
        for found in re.finditer(rf"\b{re.escape(phrase)}\b", lowered):
            yield strength, phrase, _governed(reading, found.start(), found.end())
    for strength, words in WEAK.items():
        for index, word in enumerate(reading.words):
            if word.folded in words and not _is_thing(reading, index):
                yield strength, word.text, _governed(reading, word.start, word.end)


def _is_thing(reading: Reading, index: int) -> bool:
    """ "customer support", "support tickets", "study nurse": a noun inside a name, not a part somebody had."""
    word = reading.words[index]
    if word.folded not in {"support", "study", "member", "knowledge", "understanding"}:
        return False
    before = reading.words[index - 1] if index else None
    beside = adjacent(reading.words, index)
    return (before is not None and before.is_content and before.clause == word.clause and before.text.islower()) or (
        word.folded in {"support", "study"} and index > 0 and beside is not None
    )


def _governed(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """The content words under a part word: those of its clause after it, up to a new finite verb; in languages whose
    verbs come last, and for "under the supervision of", those before it too."""
    here = next((word.clause for word in reading.words if word.end > start), -1)
    clause = reading.clause(here)
    after = [word for word in clause if word.start >= end]
    taken: list[Word] = []
    for index, word in enumerate(after):
        if (
            index
            and after[index - 1].folded in {"and", "then"}
            and re.search(r"(?:ed|led|built|ran|wrote|won)\Z", word.folded)
        ):
            break
        taken.append(word)
    content = tuple(word for word in taken if word.is_content)
    before = tuple(word for word in clause if word.end <= start and word.is_content)
    last = reading.language in ("de", "nl") or reading.text[start:end].casefold().startswith(("under", "unter", "sous"))
    return content if content and not last else before + content


def _raised_part(claim: Claim) -> str:
    """A verb of command in the line is a verb of command in the fact, not the noun of somebody else's."""
    for index, word in enumerate(claim.line.words):
        if not _commands(word) or (word.folded in COMMAND_NOUNS and not _opens(claim.line, index)):
            continue
        places = list(occurrences(claim.source, word))
        if not places:
            continue
        if all(_is_somebody(claim.source, place) for place in places):
            return f'"{claim.source.words[places[0]].text}" is somebody else\'s in the fact'
    return ""


def _commands(word: Word) -> bool:
    return any(not word.keys.isdisjoint(of_language) for of_language in _COMMAND_KEYS.values())


def _opens(reading: Reading, index: int) -> bool:
    return index == 0 or reading.words[index - 1].clause != reading.words[index].clause


def _is_somebody(source: Reading, index: int) -> bool:
    """Whether the noun at this place stands for other people: "to management", "the team lead", "for the head of"."""
    word = source.words[index]
    if word.folded not in COMMAND_NOUNS:
        return False
    before = source.words[index - 1] if index else None
    after = source.words[index + 1] if index + 1 < len(source.words) else None
    if before is None or before.clause != word.clause:
        return False
    is_of = after is not None and after.folded in {"of", "for", "von", "der", "des", "de", "d"}
    return not is_of or before.folded in {
        "to", "by", "with", "for", "under", "the", "my", "an", "bei", "von", "der", "dem", "au", "à", "par", "le", "la",
    }  # fmt: skip


def _others_work(claim: Claim) -> str:
    """What was done by somebody else in the fact has its doer in the line too, or is not in it."""
    for found in _BY_OTHERS.finditer(claim.source.text):
        verb = next((word for word in claim.source.words if word.start == found.start("verb")), None)
        if verb is None or not verb.is_content:
            continue
        for index in occurrences(claim.line, verb):
            rest = {word.folded for word in claim.line.words[index + 1 : index + 3]}
            if rest.isdisjoint({"by", "von", "vom", "par"}):
                return f'in the fact somebody else did what "{claim.line.words[index].text}" says'
    return ""


def _dropped_limit(claim: Claim) -> str:
    """ "Deputy manager", "basic SQL", "co-led" keep their first word."""
    for index, word in enumerate(claim.source.words):
        limited = adjacent(claim.source.words, index) if word.folded in LIMITS else None
        if limited is None or _PLURAL.search(limited.folded):  # "3 junior engineers" are other people
            continue
        for place in occurrences(claim.line, limited):
            before = {other.folded for other in claim.line.words[max(0, place - 3) : place]}
            plainly = any(i != index + 1 for i in occurrences(claim.source, limited))
            if word.folded not in before and not plainly:
                return f'the fact says "{word.text} {limited.text}"'
    return ""
