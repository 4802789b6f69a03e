"""Clauses of a fact that tell what somebody else did: "my brother did the staircases", "eingescannt hat sie eine
Firma".

What stands only there is not the person's, unless the line names who did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import TITLES

_AGENTS = TITLES | frozenset(
    """brother sister father mother uncle aunt husband wife son daughter friend partner neighbour colleague colleagues
    contractor contractors subcontractor company firm office council union school board committee team department agency
    supplier vendor consultant intern student volunteers owner client parents
    bruder schwester vater mutter onkel tante mann frau freund kollege kollegin kollegen firma büro schule amt
    verein team
    abteilung agentur dienstleister lieferant zulieferer planer chef chefin
    frère soeur sœur père mère oncle mari femme ami collègue collègues entreprise société bureau école mairie atelier
    prestataire agence équipe service siège directeur directrice cheffe""".split()
)
_DETERMINERS = frozenset(
    """the a an my our another der die das dem den ein eine einem einer mein meine meinem meiner unser unsere vom le
    la les
    l un une mon ma notre au du""".split()
)
_SELF = frozenset("i we me us ich wir mir je j nous on mine myself selbst".split())
_OWNED = frozenset("thing idea job work task part business".split())
_OTHER = frozenset("andere anderen anderer other another".split())
_HAVE = frozenset("hat haben hatte hatten".split())
_DOERS = frozenset("by from von vom durch par".split())
_GIVEN = frozenset("à au aux to".split())
_GIVING = re.compile(r"(?:confié|laissé|outsourced|left|given|handed|vergeben|übergeben)(?:e?s?)\Z")
_AUXILIARIES = frozenset(
    """did does do was were is are had has made took came hat haben hatte hatten war waren nahm nahmen kam kamen machte
    machten übernahm übernahmen a ont avait est sont était étaient fait""".split()
)
_VERB = re.compile(r"(?:\w+ed|\w{3,}te|wrote|drew|built|led|ran|chose|paid|sold|taught|schrieb|nahm|kam)\Z")


def others_clause(claim: Claim) -> str:
    """Return what only a clause of somebody else's tells and the line says without them, "" where there is none."""
    for clause in _sentences(claim.source):
        agent = _agent(clause, claim.source.language)
        if agent is None or claim.line.says(agent) or any(word.folded in _SELF for word in clause):
            continue
        for word in clause:
            if word.is_content and word is not agent and claim.line.says(word) and _stands_only(claim, word, clause):
                return f'in the fact "{agent.text}" did what "{word.text}" says'
    return ""


def _stands_only(claim: Claim, word: Word, clause: Sequence[Word]) -> bool:
    return all(claim.source.words[place] in clause for place in claim.source.places(word))


def _sentences(reading: Reading) -> Iterator[list[Word]]:
    """The words of each clause that may have a doer of its own."""
    numbers = dict.fromkeys(word.clause for word in reading.words)
    for number in list(numbers)[1:]:  # the first clause is the person's own
        yield list(reading.clause(number))


def _agent(clause: Sequence[Word], language: str) -> Word | None:
    """Who does what the clause tells, where it is somebody with a name of trade, kin or office."""
    if clause and any(word.folded in _HAVE for word in clause) and clause[-1].folded.startswith("ge"):
        done_by = [
            w for w, article in zip(clause[1:], clause, strict=False) if article.folded in ("der", "die", "eine", "ein")
        ]
        if done_by and clause[0].is_content and done_by[-1].is_content:
            return done_by[-1]
    if (named := _named(clause, language)) is not None:
        return named
    for index, word in enumerate(clause):
        is_agent = word.folded in _AGENTS or word.folded.removesuffix("s") in _AGENTS
        if not is_agent or not _has_determiner(clause, index):
            continue
        start = _start(clause, index)
        before = clause[start - 1].folded if start else ""
        given = before in _GIVEN and any(_GIVING.match(other.folded) for other in clause[:start])
        leads = start == 0 and any(_is_verb(other) for other in clause[index + 1 : index + 3])
        inverted = before in _AUXILIARIES | {"sie", "ihn", "es"} and any(_is_verb(other) for other in clause[:start])
        if before in _DOERS or clause[start].folded == "vom" or given or leads or inverted:
            return word
    return None


def _named(clause: Sequence[Word], language: str) -> Word | None:
    """A name that does what the clause tells: "Rob looked after the servers", "validation was Tom's thing"."""
    first, second = (*clause[:2], None, None)[:2]
    if language != "de" and first is not None and second is not None and first.text[:1].isupper() and first.is_content:
        acts, names = _VERB.match(second.folded) is not None, _VERB.match(first.folded) is None
        return first if acts and names else _owner(clause)
    return _owner(clause)


def _owner(clause: Sequence[Word]) -> Word | None:
    owned = pairwise(clause)
    return next((name for name, thing in owned if name.text.endswith("'s") and thing.folded in _OWNED), None)


def _has_determiner(clause: Sequence[Word], index: int) -> bool:
    return clause[_start(clause, index)].folded in _DETERMINERS


def _start(clause: Sequence[Word], index: int) -> int:
    """Where the noun phrase that ends here begins, its article with it."""
    start = index
    while (
        start
        and (clause[start - 1].is_content or clause[start - 1].folded in _OTHER)
        and clause[start - 1].folded not in _AUXILIARIES
    ):
        start -= 1
    return start - 1 if start and clause[start - 1].folded in _DETERMINERS else start


def _is_verb(word: Word) -> bool:
    return word.folded in _AUXILIARIES or _VERB.match(word.folded) is not None
