"""Words: every word of the line that claims something stands in the fact. The strictest class, and the last resort of
all others: it also names what kind of claim an unsupported word makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumify.guard.claim import Claim
from resumify.guard.families import keys
from resumify.guard.parts import lesser_parts
from resumify.guard.reading import Reading, Word
from resumify.guard.vocabulary import ABOUT, AS, AT, CERTIFICATES, CLAIMING, COMMAND, DEGREES, SCOPE, TITLES, WEAK

_SIGNED = re.compile(r"[+#@]|\A\.|[a-z][A-Z]|\w\.\w|\A[A-Z0-9]{2,6}s?\Z|\d")
_NAME = re.compile(r"[A-ZÄÖÜÉ][^\W\d_]{2,}\Z")
_GRAVEST = ("degree", "certificate", "employer", "title", "tool", "seniority", "scope", "wording")
_ORGANISED = frozenset(
    "gmbh ag inc ltd llc plc sa sarl sas corp company university hospital college school bank".split()
)


def check_wording(claim: Claim) -> tuple[str, str]:
    """Return the class and the word that nothing supports, the gravest if several; ("", "") where all are supported."""
    headed = frozenset(word for run in _header_runs(claim) for word in run)
    found = [
        (_class_of(claim, index), word)
        for index, word in enumerate(claim.line.words)
        if not _is_judged_elsewhere(word) and word not in headed and not _is_supported(claim.source, word)
    ]
    if not found:
        return "", ""
    gravest, word = min(found, key=lambda one: _GRAVEST.index(one[0]))
    return gravest, f'"{word.text}" is not in the fact'


def _is_judged_elsewhere(word: Word) -> bool:
    return word.free or word.number is not None or word.folded in CLAIMING or word.folded in ABOUT


def _is_supported(source: Reading, word: Word) -> bool:
    return source.says(word) or _in_parts(source, word) or _is_lesser(source, word)


def _in_parts(source: Reading, word: Word) -> bool:
    """ "AWS/GCP" where the fact says both; a prefix alone says nothing more than its word ("co", "re" do)."""
    parts = [part for part in re.split(r"[/&-]", word.text) if part]
    return len(parts) > 1 and all(not source.keys.isdisjoint(keys(part)) for part in parts)


def _is_lesser(source: Reading, word: Word) -> bool:
    """ "Took part" may stand for "was involved": a word of a part no greater than the fact's own lesser part."""
    strength = next((strength for strength, words in WEAK.items() if word.folded in words), None)
    if strength is None:
        return False
    return any(strength <= part.strength for part in lesser_parts(source))


def _header_runs(claim: Claim) -> Iterator[tuple[Word, ...]]:
    """Runs of the line that name a whole part of the header: the employer, the title. Never single words of them, of
    which one could make a claim ("Payments" of "Brevio Payments")."""
    parts = [part for part in re.split(r",|\s-\s|\s·\s|\|", claim.context.text) if part.strip()]
    for part in parts:
        wanted = [w.keys for w in claim.context.words if w.is_content and w.text in re.findall(r"[\w.+#'&-]+", part)]
        content = claim.line.content
        for start in range(len(content) - len(wanted) + 1 if wanted else 0):
            run = content[start : start + len(wanted)]
            if all(not word.keys.isdisjoint(want) for word, want in zip(run, wanted, strict=True)):
                yield run


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


def check_standing(claim: Claim) -> tuple[str, str]:
    """Return the class and the fault where words of the fact are turned into the person's own title, degree,
    certificate or employer."""
    for index, word in enumerate(claim.line.words):
        for name, vocabulary in (("title", TITLES), ("degree", DEGREES), ("certificate", CERTIFICATES)):
            if word.folded in vocabulary and (fault := _turned(claim, index, name)):
                return name, fault
        if word.folded in AT and (fault := _moved_to(claim, index)):
            return "employer", fault
    return "", ""


def _turned(claim: Claim, index: int, name: str) -> str:
    """ "supervised 2 PhD students" gives nobody a PhD; "reported to the Head of Sales" makes nobody a head."""
    word, line = claim.line.words[index], claim.line
    if _stands_in_header(claim, word):
        return ""
    places = [i for i, other in enumerate(claim.source.words) if not other.keys.isdisjoint(word.keys)]
    if not places:
        return ""
    if _claims_for_self(line, index) and not any(_claims_for_self(claim.source, place) for place in places):
        return f'"{word.text}" is not what the person is or holds in the fact'
    if name == "title":
        return ""
    theirs = [_next(claim.source, place) for place in places]
    if all(other is not None and other.text.islower() for other in theirs):
        ours = _next(line, index)
        if ours is None or all(other is None or ours.keys.isdisjoint(other.keys) for other in theirs):
            return f'the fact says "{word.text} {theirs[0].text if theirs[0] else ""}"'
    return ""


def _stands_in_header(claim: Claim, word: Word) -> bool:
    return claim.context.says(word)


def _claims_for_self(reading: Reading, index: int) -> bool:
    """Whether the word opens its clause, alone or after words of its own name, or stands after "as"."""
    clause = reading.words[index].clause
    for place in range(index - 1, -1, -1):
        word = reading.words[place]
        if word.clause != clause:
            return True
        if word.folded in AS or (word.folded in {"a", "an"} and place == 0):
            return True
        if not (word.is_content and word.text[:1].isupper()):
            return False
    return True


def _next(reading: Reading, index: int) -> Word | None:
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    return after if after is not None and after.is_content and after.clause == reading.words[index].clause else None


def _moved_to(claim: Claim, index: int) -> str:
    """ "Sold to Siemens" is no work at Siemens."""
    name = _next(claim.line, index)
    if name is None or not _NAME.match(name.text) or claim.line.language == "de" or claim.context.says(name):
        return ""
    places = [i for i, other in enumerate(claim.source.words) if other.folded == name.folded]
    before = {claim.source.words[i - 1].folded for i in places if i}
    return f'the fact does not place the person at "{name.text}"' if places and before.isdisjoint(AT) else ""
