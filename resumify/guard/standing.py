"""Standing: titles, degrees, certificates and employers that the fact says of others do not become the person's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumify.guard.claim import Claim
from resumify.guard.degree import left_with, other_subject
from resumify.guard.phrase import Word, adjacent
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import AS, AT, CERTIFICATES, CLAIMING, DEGREES, SOME_TIMES, TITLES

_NAME = re.compile(r"[A-ZÄÖÜÉ][^\W\d_]{2,}\Z")
_RECEIVED = frozenset(
    "received won earned gained obtained achieved erhielt erhalten gewann gewonnen obtenu reçu".split()
)
_THINGS = frozenset(
    "prize award medal certificate certification badge preis auszeichnung zertifikat prix certificat".split()
)
_RANKS = frozenset(
    "lead leading chief head principal senior leitende leitender leitenden leitend principale principal".split()
)
_FOR = frozenset("for für pour para per voor".split())
_OF = frozenset("of von de des du with mit avec who".split())
_BESIDE = frozenset("with by under mit von bei unter avec par sous con".split())
_ARTICLES = frozenset("a an the my our der die das ein eine einer le la les l un une".split())
_BEING = frozenset("was am were is be been became bin war wurde suis étais fui".split())
_I = frozenset("i we ich wir je j nous and und et also".split())
_WHOSE = frozenset("der des".split())
_AGENT = re.compile(r"(?:erin|innen|eur|euse|rice|ist|istin|iste|er|or)\Z")
_KINDS = (("title", TITLES), ("degree", DEGREES), ("certificate", CERTIFICATES))


def check_standing(claim: Claim) -> tuple[str, str]:
    """Return the class and the fault of the first such word, ("", "") where there is none."""
    if fault := _companion(claim):
        return "title", fault
    for index, word in enumerate(claim.line.words):
        for name, vocabulary in _KINDS:
            if word.folded in vocabulary and (fault := _turned(claim, index, name) or _limited(claim, index)):
                return name, fault
        if word.folded in DEGREES and (fault := other_subject(claim, index)):
            return "degree", fault
        if word.folded in AS and (fault := _as_somebody(claim, index)):
            return "title", fault
        if word.folded in _RANKS and (fault := _ranked(claim, index)):
            return "title", fault
        if word.folded in AT and (fault := _moved_to(claim, index)):
            return "employer", fault
        if word.folded in _FOR and (fault := _for_the_whole(claim, index)):
            return "employer", fault
    return "", ""


def _turned(claim: Claim, index: int, name: str) -> str:
    """Who supervised 2 PhD students has no PhD, and who reported to the Head of Sales was no head."""
    word, line = claim.line.words[index], claim.line
    if claim.context.says(word):
        return ""
    places = list(claim.source.places(word))
    if not places:
        return ""
    if name == "degree" and any(left_with(claim.source, place) for place in places):
        return ""
    if word.folded in _THINGS and not claim.source.folded.isdisjoint(_RECEIVED):
        return ""
    if _is_verb(claim, index, places) or (name == "title" and index and _only_describes(claim, index, places)):
        return ""
    if _claims_for_self(line, index) and not any(_claims_for_self(claim.source, place) for place in places):
        return f'"{word.text}" is not what the person is or holds in the fact'
    if name == "title":
        return ""
    theirs = [adjacent(claim.source.words, place) for place in places]
    if all(other is not None and other.text.islower() for other in theirs):
        near = [
            other
            for other in (adjacent(line.words, index), *line.words[max(0, index - 2) : index])
            if other is not None
        ]
        if not any(other is not None and ours.agrees(other) for ours in near for other in theirs):
            return f'the fact says "{word.text} {theirs[0].text if theirs[0] else ""}"'
    return ""


def _only_describes(claim: Claim, index: int, places: Sequence[int]) -> bool:
    """Whether the word describes the same small-written thing in both: "controller input"."""
    ours = adjacent(claim.line.words, index)
    theirs = [adjacent(claim.source.words, place) for place in places]
    if ours is None or not ours.text.islower() or ours.folded in TITLES:
        return False
    return any(w is not None and w.agrees(ours) for w in theirs)


def _as_somebody(claim: Claim, index: int) -> str:
    """Who says "as the manager, I …" was the manager in the fact or its header, and not only did something for them."""
    words = claim.line.words
    if index and words[index - 1].clause == words[index].clause:
        return ""
    name = [word for word in _name_after(words, index) if word.is_content]
    if not name or all(claim.context.says(word) for word in name):
        return ""
    places = claim.source.places(name[-1])
    if not places or any(_is_own(claim.source, place) for place in places):
        return ""
    return f'"{name[-1].text}" is not what the person is in the fact'


def _companion(claim: Claim) -> str:
    """Who worked with an actress is none: the line does not open with somebody who only stood beside the person."""
    words = claim.line.words
    end = next((i for i, word in enumerate(words) if not word.is_content), len(words))
    if not 0 < end < min(4, len(words)) or not (words[end].folded in _FOR | _OF or words[end].number is not None):
        return ""
    somebody = words[end - 1]
    places = claim.source.places(somebody)
    if (
        places
        and not all(claim.context.says(word) for word in words[:end])
        and all(_is_beside(claim.source, place) for place in places)
    ):
        return f'"{somebody.text}" is somebody else in the fact'
    return ""


def _is_beside(source: Reading, place: int) -> bool:
    """Whether somebody stands there with an article, after "with", or as whose something is: "Entwürfe der
    Designerin"."""
    start = place
    while start and source.words[start - 1].is_content and source.words[start - 1].clause == source.words[place].clause:
        start -= 1
    before = source.words[max(0, start - 2) : start]
    if source.language == "de":
        before = source.words[max(0, place - 2) : place]
    if len(before) < 2 or not (before[1].folded in _ARTICLES or before[1].number is not None):
        return False
    is_agent = _AGENT.search(source.words[place].folded) is not None or source.words[place].folded in TITLES
    return before[0].folded in _BESIDE or (before[0].is_content and is_agent and before[1].folded in _WHOSE)


def _name_after(words: Sequence[Word], index: int) -> list[Word]:
    """What "as" names: the words after it up to the next small word or the end of the clause."""
    name: list[Word] = []
    for word in words[index + 1 :]:
        ends = word.clause != words[index].clause or word.number is not None
        if ends or not (word.is_content or (not name and word.folded in _ARTICLES)):
            break
        name.append(word)
    return name


def _is_own(source: Reading, place: int) -> bool:
    """Whether the word at this place opens its clause, or stands after "as", a verb of being, or words of its name."""
    if _claims_for_self(source, place):
        return True
    for word in reversed(source.words[:place]):
        if word.clause != source.words[place].clause or word.folded in AS | _BEING:
            return True
        if word.folded in CLAIMING or not (word.is_content or word.folded in _ARTICLES):
            return False
    return True


def _is_verb(claim: Claim, index: int, places: Sequence[int]) -> bool:
    """Whether "coach" is what the person does: the same follows it in the fact, where "I" or a verb's "and" leads."""
    ours = claim.line.words[index + 1 : index + 2]
    for place in places:
        theirs = claim.source.words[place + 1 : place + 2]
        before = claim.source.words[place - 1].folded if place else "i"
        same = bool(ours and theirs) and (ours[0].number is not None or ours[0].agrees(theirs[0]))
        if same and before in _I:
            return True
    return False


def _limited(claim: Claim, index: int) -> str:
    """Who is in charge on Saturdays is so on Saturdays in the line too."""
    for place in claim.source.places(claim.line.words[index]):
        clause = claim.source.clause(claim.source.words[place].clause)
        limit = next((word for word in clause if word.folded in SOME_TIMES), None)
        if limit is None or not _is_own(claim.source, place) or claim.line.says(limit):
            return ""
        return f'the fact says "{claim.source.words[place].text}" only for "{limit.text}"'
    return ""


def _for_the_whole(claim: Claim, index: int) -> str:
    """A first-aid trainer for the station is not one for the whole police, whose name is in the header."""
    name = next((word for word in claim.line.words[index + 1 : index + 3] if word.is_content), None)
    before = claim.line.words[index - 1] if index else None
    if name is None or before is None or claim.source.says(name) or not claim.context.says(name):
        return ""
    for place in claim.source.places(before):
        after = claim.source.words[place + 1 : place + 4]
        own = next((word for word in after[1:] if word.is_content), None)
        if own is not None and after[0].folded in _FOR and not claim.line.says(own):
            return f'the fact says "{before.text} {after[0].text} {own.text}"'
    return ""


def _ranked(claim: Claim, index: int) -> str:
    """Who led a group is not therefore a lead midwife: a rank keeps its title."""
    title = adjacent(claim.line.words, index)
    if title is None or not (title.folded in TITLES or claim.context.says(title)):
        return ""
    word = claim.line.words[index]
    for reading in (claim.source, claim.context):
        after = (adjacent(reading.words, place) for place in reading.places(word))
        if any(other is not None and other.agrees(title) for other in after):
            return ""
    return f'the fact does not say "{word.text} {title.text}"'


def _claims_for_self(reading: Reading, index: int) -> bool:
    """Whether the word opens its clause, alone or after words of its own name, or stands after "as"."""
    clause = reading.words[index].clause
    for place in range(index - 1, -1, -1):
        word = reading.words[place]
        if word.clause != clause:
            return True
        if word.folded in AS or (word.folded in {"a", "an"} and place == 0):
            return True
        if not (word.is_content and word.text[:1].isupper()) or _is_german_verb(reading, place):
            return False
    return True


def _is_german_verb(reading: Reading, place: int) -> bool:
    """Whether a verb opens the text: "Beriet Gründer", where large letters do not make a noun."""
    word = reading.words[place]
    known = any(key.startswith("de=") for key in word.keys)
    return reading.language == "de" and place == 0 and known and not word.folded.endswith("ung")


def _moved_to(claim: Claim, index: int) -> str:
    """What was sold to Siemens was not sold at Siemens."""
    name = adjacent(claim.line.words, index)
    if name is None or not _NAME.match(name.text) or claim.line.language == "de" or claim.context.says(name):
        return ""
    places = [i for i, other in enumerate(claim.source.words) if other.folded == name.folded]
    before = {claim.source.words[i - 1].folded for i in places if i}
    return f'the fact does not place the person at "{name.text}"' if places and before.isdisjoint(AT) else ""
