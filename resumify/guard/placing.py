"""Where a number stands: at the same end of a change, and with the words that it goes with in the fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumify.guard.beside import PIECES
from resumify.guard.claim import Claim
from resumify.guard.counting import (
    around,
    becomes,
    clause_of,
    counted,
    elided,
    ends_segment,
    equal,
    holder,
    label,
    leads_to,
    segment,
    share,
    stands_alone,
)
from resumify.guard.families import keys
from resumify.guard.objects import stretches
from resumify.guard.pairs import shares, swapped
from resumify.guard.parts import FINITE
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import BY, DOWN, FROM, TIME_SPANS, TO, UP
from resumify.words import Number

_ROLES = ((FROM, "from"), (TO, "to"), (BY, "by"))
_CHANGES = keys("réduire") | keys("augmenter") | keys("accroître")
_PRONOUNS = frozenset("them it their these those both all each".split())
_HOLDING = frozenset("of von de d".split())
_WENT = frozenset("went go gone passed passé passée passés passées brought took taken".split())
_ASIDE = frozenset("for at on with within during für bei mit während pour avec pendant lors".split())
_OFTEN_OF = frozenset("von vom de da van".split())


def misplaced(claim: Claim, number: Number) -> str:
    """A number that the line took from its place: the other end of a change, or the words of another number."""
    own = equal(claim.source, number)
    if not own:
        return ""
    if reason := _unlabelled(claim, number, own):
        return reason
    roles = {_role(claim.source, other) for other in own}
    role = _role(claim.line, number) or ("from" if "from" in roles and _follows(claim.line, number, FROM) else "")
    if role and "" not in roles and role not in roles:
        return f'the fact does not say "{role} {number.text}"'
    began = roles == {"from"} and all(leads_to(claim.source, other) for other in own)
    if any(_in_one_change(claim, number, other) for other in own):
        return ""
    if (role == "from" or (began and not role)) and _leads_on(claim.source) and not _leads_on(claim.line):
        return f"the fact says where the change from {number.text} ended"
    if (
        reason := _taken(claim, number, own)
        or _other_thing(claim, number, own)
        or _other_verb(claim, number, own)
        or _other_holder(claim, number, own)
        or _other_sentence(claim, number, own)
    ):
        return reason
    if (owner := _owner(claim.source, own)) is not None and not claim.line.says(owner):
        return f'the fact says "{owner.text} {number.text}"'
    if reason := _nearer_to_another(claim, number, own):
        return reason
    if any(share(counted(claim.line, number), counted(claim.source, other)) for other in own):
        return ""
    if any(_have_one_holder(claim, number, other) for other in own):
        return ""
    if any(number.value in pair for pair in shares(claim.line) & shares(claim.source)):
        return ""
    if all(stands_alone(claim.source, other) or _counts_pieces(claim.source, other) for other in own):
        return ""
    if any((thing := elided(claim.source, other)) and share([thing], counted(claim.line, number)[:1]) for other in own):
        return ""
    ours = _told(claim.line, number)
    near = {other: _shared(ours, segment(claim.source, other)) for other in claim.source.numbers}
    if not ours or not all(segment(claim.source, other) for other in own):
        return ""  # "18% in 2022 and 12% in 2023": what is left out stands with another number
    best = max(near[other] for other in own)
    rivals = [near[other] for other in near if other.unit == number.unit]
    if not best or max(rivals) > best:
        return f'"{number.text}" belongs to something else in the fact'
    return ""


def _told(line: Reading, number: Number) -> tuple[Word, ...]:
    """What the line says of the number: the words of its segment, without what only tells when or for what: "£4,000 of
    sponsorship | for the science fair"."""
    run = counted(line, number)
    start = run[-1].end if run else number.end
    ends = (
        w.start for w in line.words if w.start >= start and w.folded in _ASIDE and w.clause == clause_of(line, number)
    )
    end = next(ends, len(line.text))
    told = tuple(word for word in segment(line, number) if word.start < end)
    return told or segment(line, number)


def _in_one_change(claim: Claim, number: Number, other: Number) -> bool:
    """Whether both are the same end of the same change, of a thing that both name: "from 6 hours to 2"."""
    for ours in _changes(claim.line):
        for theirs in _changes(claim.source):
            if number in ours and other in theirs and ours.index(number) == theirs.index(other):
                same = all(a.value == b.value and a.unit == b.unit for a, b in zip(ours, theirs, strict=True))
                said = [word for word in around(claim.line, number) if word.folded not in UP | DOWN]
                if same and share(said, around(claim.source, other)):
                    return True
    return False


def _changes(reading: Reading) -> Iterator[tuple[Number, Number]]:
    """What a number was and became: "from 6 hours to 2", "2 seconds instead of 5"."""
    for number in reading.numbers:
        if (end := becomes(reading, number)) is not None:
            yield number, end
    for end, start in swapped(reading):
        yield start, end


def _owner(reading: Reading, own: Sequence[Number]) -> Word | None:
    """Whose number it is where the fact says so right before it: "the team's 5 minutes"."""
    before = [next((w for w in reversed(reading.words) if w.end <= other.start), None) for other in own]
    owned = [word for word in before if word is not None and word.text.endswith(("'s", "s'"))]
    return owned[0] if len(owned) == len(own) else None


def _nearer_to_another(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """Of "6 surgical beds and 2 trauma beds" the 2 are no surgical ones."""
    ours = counted(claim.line, number)
    near = {other: _shared(ours, counted(claim.source, other)) for other in claim.source.numbers}
    best = max(near[other] for other in own)
    if taken := _of_rival(claim, ours, own):
        return taken
    rival = max(near, key=lambda other: (other.unit == number.unit, near[other]))
    if rival in own or rival.unit != number.unit or not best or near[rival] <= best:
        return ""
    return f'{rival.text} counts "{" ".join(word.text for word in ours)}" in the fact'


def _of_rival(claim: Claim, ours: Sequence[Word], own: Sequence[Number]) -> str:
    """Of "22 fellings planned and 15 done" the 22 are not done."""
    theirs = [word for other in own for word in counted(claim.source, other)]
    for other in claim.source.numbers if theirs else ():
        run = counted(claim.source, other) if other not in own and other.unit == own[0].unit else ()
        taken = next((word for word in ours[1:] if share([word], run) and not share([word], theirs)), None)
        if taken is not None and len(claim.source.places(taken)) == 1:
            return f'the fact says "{taken.text}" of {other.text}'
    return ""


def _shared(ours: Sequence[Word], theirs: Sequence[Word]) -> int:
    return sum(any(word.agrees(other) for other in theirs) for word in ours)


def _have_one_holder(claim: Claim, number: Number, other: Number) -> bool:
    ours, theirs = holder(claim.line, number), holder(claim.source, other)
    return ours is not None and theirs is not None and ours.agrees(theirs)


def _unlabelled(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """A number that is a label in the fact ("Shopware 6", "routes 12 and 47") counts nothing in the line."""
    labels = [label(claim.source, other) for other in own]
    if number.unit or not counted(claim.line, number) or not all(labels):
        return ""
    if any(_have_one_holder(claim, number, other) for other in own) or label(claim.line, number) is not None:
        return ""
    return f'{number.text} belongs to "{labels[0].text if labels[0] else ""}" in the fact'


def _taken(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """The verb right before a number is not the verb of another number in the fact."""
    index = next((i for i, word in enumerate(claim.line.words) if word.number == number), 0)
    verb = claim.line.words[index - 1] if index else None
    if verb is None or not verb.is_content or any(word.clause == verb.clause for word in claim.line.words[: index - 1]):
        return ""
    if any(_opens_segment(claim.source, other) for other in own):  # "supervised 2 students and 4 theses"
        return ""
    bound = {other for other in claim.source.numbers if share([verb], segment(claim.source, other))}
    if bound and bound.isdisjoint(own):
        return f'"{verb.text}" goes with {min(bound, key=lambda other: other.start).text} in the fact'
    return ""


def _counts_pieces(reading: Reading, number: Number) -> bool:
    return any(word.folded in PIECES for word in counted(reading, number)[:1])


def _other_thing(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """Of an open rate that rose from 21% to 33% no subscribers rose: what changed is what changed in the fact."""
    if not any(_is_end(claim.line, number) and _is_end(claim.source, other) for other in own):
        return ""
    ours = [word for word in around(claim.line, number) if word.folded not in UP | DOWN | _WENT]
    theirs = [[w for w in around(claim.source, other) if w.folded not in UP | DOWN | _WENT] for other in own]
    if not ours or not all(theirs) or any(share(ours, run) for run in theirs):
        return ""
    return f'the fact does not say {number.text} of "{ours[0].text}"'


def _is_end(reading: Reading, number: Number) -> bool:
    return any(number in pair for pair in _changes(reading))


def _other_verb(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """Who taught physics, and started a club that grew to 25, taught no 25: a number keeps to its verb."""
    verb = next((w for w in reversed(claim.line.words) if w.end <= number.start and _is_verb(w)), None)
    if verb is None or verb.clause != clause_of(claim.line, number) or not claim.source.says_itself(verb):
        return ""
    between = [w.folded for w in claim.line.words if verb.end <= w.start < number.start and w.free]
    if not {"to", "for", "through"}.issuperset(between):
        return ""
    told = list(stretches(claim.source))
    with_verb = [stretch for stretch in told if share([verb], stretch)]
    if any(w.folded in _PRONOUNS for stretch in with_verb for w in stretch):
        return ""
    with_number = [stretch for stretch in told if any(w.number in own for w in stretch)]
    if not with_verb or not with_number or any(stretch in with_number for stretch in with_verb):
        return ""
    if all(any(_is_verb(w) for w in stretch) for stretch in with_number):
        return f'"{verb.text}" is not said of {number.text} in the fact'
    return ""


def _other_holder(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """Who sat on a committee and trained 70 people sat on no committee of 70."""
    ours = holder(claim.line, number)
    if ours is None or claim.line.words[claim.line.words.index(ours) + 1].folded not in _HOLDING:
        return ""
    told = [stretch for stretch in stretches(claim.source) if share([ours], stretch)]
    if told and not any(word.number in own for stretch in told for word in stretch):
        return f'the fact does not say {number.text} of "{ours.text}"'
    return ""


def _other_sentence(claim: Claim, number: Number, own: Sequence[Number]) -> str:
    """Who laid bricks for 20 years, and then estimated jobs, estimated none for 20 years."""
    if not any(word.folded in TIME_SPANS for word in counted(claim.line, number)[:1]):
        return ""
    words = claim.source.words
    here = {word.sentence for word in words if word.number in own}
    ours = [
        w for w in around(claim.line, number) if w not in counted(claim.line, number) and w.folded not in TIME_SPANS
    ]
    said = [{words[place].sentence for place in claim.source.places(word)} for word in ours]
    if not any(said) or not all(places.isdisjoint(here) for places in said):
        return ""
    if all(any(w.sentence == one and w.is_content and w.folded not in TIME_SPANS for w in words) for one in here):
        return f'"{number.text}" is not said of "{ours[0].text}" in the fact'
    return ""


def _is_verb(word: Word) -> bool:
    return word.is_content and FINITE.match(word.folded) is not None


def _opens_segment(reading: Reading, number: Number) -> bool:
    """Whether no content word stands between the number and the number or "and" before it."""
    here = clause_of(reading, number)
    for word in reversed([word for word in reading.words if word.end <= number.start]):
        if word.clause != here:
            return number.unit == "x"  # ", nine in ten of them within the hour"
        if ends_segment(word) or word.is_content:
            return ends_segment(word)
    return False


def _leads_on(reading: Reading) -> bool:
    return any(_role(reading, number) == "to" for number in reading.numbers)


def _role(reading: Reading, number: Number) -> str:
    """Whether the number is where a change began, where it ended, or how much it was."""
    before = next((word for word in reversed(reading.words) if word.end <= number.start), None)
    if before is not None and before.folded in _OFTEN_OF and not leads_to(reading, number):
        return "by" if _is_of_change(reading, before) else ""  # "von" and "de" are "of" as well
    return next((role for words, role in _ROLES if before is not None and before.folded in words), "")


def _is_of_change(reading: Reading, of: Word) -> bool:
    """ "Réduits de 0,9 %", "réduit le délai de 6 jours" say by how much."""
    before = (word for word in reading.clause(of.clause) if word.end <= of.start)
    return of.folded == "de" and any(not word.keys.isdisjoint(_CHANGES) for word in before)


def _follows(reading: Reading, number: Number, words: frozenset[str]) -> bool:
    before = next((word for word in reversed(reading.words) if word.end <= number.start), None)
    return before is not None and before.folded in words
