"""Words: every word of the line that claims something stands in the fact. The strictest class, and the last resort of
all others: it also names what kind of claim an unsupported word makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resumify.guard.beside import WITH_OTHERS
from resumify.guard.claim import Claim
from resumify.guard.compound import is_compounded
from resumify.guard.counting import bounds, counted, share
from resumify.guard.families import keys
from resumify.guard.measure import measures
from resumify.guard.objects import COMMANDING, stretches
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
    ENDED,
    GRADES,
    LIMITS,
    NEGATORS,
    SCOPE,
    STANDING_IN,
    TITLES,
    UNDONE,
    WEAK,
)

_SIGNED = re.compile(r"[+#@]|\A\.|[a-z][A-Z]|\w\.\w|\A[A-Z0-9]{2,6}s?\Z|\d")
_PART_END = re.compile(r",|\s-\s|\s·\s|\|")
_GRAVEST = ("degree", "certificate", "employer", "title", "tool", "seniority", "scope", "wording")
_TOGETHER = frozenset("together with jointly shared gemeinsam zusammen mit avec ensemble".split())
_HEADS = frozenset("person people man woman member members strong".split())
_TEAMS = frozenset("team crew group brigade department squad".split())
_AGES = frozenset("aged age ages years old year-old".split())
_CHARGE = frozenset("charge responsible responsibility responsabilité responsable zuständig verantwortlich".split())
_PARTS_OF_DAY = frozenset("night nights day early late evening morning sunday saturday".split())
_LEVEL = frozenset("level levels niveau niveaux stufe stufen".split())
_CODE = re.compile(r"[abc][12]\Z")
_MAKING = frozenset(
    """wrote written writing created creating made making developed designed produced drew drawn did verfasste verfasst
    schrieb geschrieben rédigé rédaction écrit conçu""".split()
)
_MY = frozenset("my mein meine meinem meinen mon ma mes".split())
_WORKS = frozenset(
    "thesis dissertation paper article report essay book mémoire thèse arbeit masterarbeit bachelorarbeit".split()
)
_JOINT = frozenset(
    "jointly joint together shared collaboration partnership zusammenarbeit collaboration partenariat".split()
)
_IS_DONE = re.compile(r"(?:\w+ed|\w{2,}(?:é|ée|és|ées)|ge\w{3,}t|\w{3,}te)\Z")
_HAVING = frozenset(
    """hold holds holder holding held obtained awarded earned gained completed received titulaire obtenu obtenue
    inhaber inhaberin erworben erhalten""".split()
)
_PAPERS = frozenset("cap bep bts hnd gcse nvq permis führerschein ausbildung".split())
_RANKING = frozenset("ranked placed came finished named classé classée arrivé arrivée belegte platzierte".split())
_ORDINALS = frozenset(
    """first second third fourth fifth top employee premier première deuxième second troisième quatrième 2e 3e 1er
    erster
    zweiter dritter erste zweite dritte""".split()
)
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
    if word.folded in _CHARGE and _was_in_charge(claim, index):
        return True
    if word.folded == "shift" and words[index - 1].folded in _PARTS_OF_DAY and claim.source.says(words[index - 1]):
        return True
    if word.folded == "speaker" and any(one.folded in GRADES for one in words):
        return True
    if word.folded in _LEVEL and any(_CODE.match(one.folded) for one in words[index + 1 : index + 3]):
        return True
    if word.folded in _MAKING and _is_own_work(claim, index):
        return True
    if word.folded in _JOINT and not claim.source.folded.isdisjoint(_TOGETHER):
        return True
    if word.folded in _TEAMS and WITH_OTHERS.search(claim.source.text) is not None:
        return True
    if _understates(claim, index):
        return True
    if word.folded in _HAVING and _is_held(claim):
        return True
    if word.folded in _RANKING and any(one.folded in _ORDINALS for one in words[index + 1 : index + 4]):
        return True
    if word.folded in _GIVING and _acts(claim, index):
        return True
    if word.folded in _USING and _is_means(claim, index):
        return True
    return any(counted(claim.line, one)[:1] == (word,) and measures(claim, one) for one in claim.line.numbers)


def _was_in_charge(claim: Claim, index: int) -> bool:
    """Whether the fact has a verb of command for what the line is in charge of."""
    thing = following(claim.line.words, index)
    told = [run for run in stretches(claim.source) if any(not one.keys.isdisjoint(COMMANDING) for one in run)]
    return thing is not None and not claim.parts and any(share([thing], run) for run in told)


def _is_own_work(claim: Claim, index: int) -> bool:
    """ "Wrote a report" of "my report", "wrote a thesis" of "thesis on …"."""
    thing = following(claim.line.words, index)
    words = claim.source.words
    for place in claim.source.places(thing) if thing is not None else ():
        before = words[place - 1] if place else None
        opens = before is None or before.clause != words[place].clause
        if (opens and words[place].folded in _WORKS) or (before is not None and before.folded in _MY):
            return True
    return False


def _understates(claim: Claim, index: int) -> bool:
    """ "Took part in moving 40 flats" of who moved them: less than the fact says."""
    if not any(claim.line.words[index].folded in WEAK[strength] for strength in (2, 3)):
        return False
    act = following(claim.line.words, index)
    said = [claim.source.words[place] for place in claim.source.places(act)] if act is not None else []
    return any(_IS_DONE.search(verb.folded) for verb in said)


def _is_held(claim: Claim) -> bool:
    """Whether the line only says that the person has the degree or certificate with which the fact begins."""
    if any(one.folded in NEGATORS | UNDONE | ENDED | LIMITS for one in claim.source.words):
        return False
    words = [one for one in claim.line.words if one.folded in DEGREES | CERTIFICATES | _PAPERS]
    return any(claim.source.places(one)[:1] == [0] for one in words)


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
    if source.says(word) or stands_in or _in_parts(source, word) or _is_lesser(claim, word):
        return True
    return source.language == "de" and is_compounded(source, word)


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
            if all(any(_names(word, want) for word in run) for want in wanted):
                yield run


def _names(word: Word, want: Word) -> bool:
    """Whether the word is the header's own: "trained drivers" are no "Train Driver"."""
    return word.agrees(want) and (FINITE.match(word.folded) is None or FINITE.match(want.folded) is not None)


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
