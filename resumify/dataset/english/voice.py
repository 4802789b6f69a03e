"""Edits that make the person's work the line's verb: first person, passive, duties and nouns of work give way to it.

Each edit takes a line as words (grammar.words_of) and gives it back, changed where it applies. A part that was only
helped with, a limit and a number stay as they are; no edit adds a word that says more.
"""

from __future__ import annotations

import re

from resumify.dataset.english.grammar import (
    ADVERB,
    BE,
    PARTICLES,
    base,
    gerund,
    has_finite_verb,
    is_base,
    is_gerund,
    is_past,
    is_weak,
    leads_with_work,
    participle,
    past,
    work_of,
)
from resumify.dataset.line import SLOT, changed_first
from resumify.lexicon.english import nominals

_OPENING = re.compile(
    r"^(?:(?:in|during|as part of) (?:this|that|my) (?:role|job|work|task|duty)|in addition|additionally"
    r"|furthermore|moreover|also)(?: ,)? (?=\S)"
)
_DUTIES = re.compile(
    r"^(?:my |the )?(?:main |key |primary |other )?(?:role|job|duty|duties|tasks?|responsibility|responsibilities|work)"
    r" (?:here )?(?:also )?(?:included|includes|include|involved|was|were|is) (?:to (?=\w+))?"
)
_CHARGE = re.compile(
    rf"^(?:i )?(?P<be>was |were |am |is |being )?(?:{ADVERB} )?"
    r"(?:responsible for|in charge of|charged with|tasked with|given the task of) (?P<verb>\w+)\b"
)
_TO_BE = re.compile(
    r"^(?:i )?(?:was|were|am|have been|had been) "
    r"(?=(?:responsible|involved|part|in charge|tasked|charged|trusted|asked|trained|promoted|chosen|selected"
    r"|appointed|nominated|invited|given|moved)\b)"
)
_ABLE = re.compile(r"^(?:i )?(?:was able|managed) to (?P<verb>\w+)\b")
_I = re.compile(rf"^i (?P<have>have |had )?(?P<adverb>(?:{ADVERB} ){{0,2}})(?P<verb>\w+)\b")
_ALSO_I = re.compile(r"(?<=\S)(?P<mark> ,| ;)? and i (?P<verb>\w+)\b")
_NOUNS = re.compile(r"^(?:the )?(?P<first>\w+)(?P<more>(?:(?: ,| and| / ?)+ \w+){0,2}) of (?P<the>the )?")
_GERUNDS = re.compile(r"^(?P<first>\w+ing)\b(?! (?:of|to|for|in|by|on|was|were|is|are)\b)(?= \S)")
_MORE_GERUNDS = re.compile(r"(?P<joint> ,| ,? ?and| or| /) (?P<verb>\w+ing)\b(?P<of> of)?")
_PAST_FRAME = frozenset("was were had included involved managed tasked charged given".split())
_STOP = re.compile(r" (?:by|including|through|without|while|when|before|after|which|who|that|;|:|\.) ?")
_PASSIVE = re.compile(
    rf"^(?P<subject>[^;:]+?) (?P<be>{BE} )?(?P<adverb>(?:{ADVERB} )?)(?P<verb>\w+)(?P<particle>(?: {PARTICLES})?)"
    r"(?P<where>(?: (?:in|on|at|for|from|to|into|with|across|under|within|between|over) [^,;:]+?)?) by (?:me|myself)"
    r"(?P<rest>(?: (?!alone).*)?)$"
)
_AFTER_I = re.compile(
    rf"^(?P<result>[^;]+?)(?: ,)? after i (?P<adverb>(?:had |{ADVERB} )?)(?P<verb>\w+)\b(?P<rest>[^,;]*?)(?P<dot> \.)?$"
)
_WHICH_I = re.compile(
    rf"(?P<thing>{SLOT})(?: ,)?(?: which| that)? i (?:had |have )?(?P<adverb>(?:{ADVERB} )?)(?P<verb>\w+)\b"
)
_PART_IN = re.compile(
    r"\b(?P<part>involved|assisted|helped|participated|supported|aided) (?P<prep>in|with) (?:the )?(?P<noun>\w+) of\b"
)


def cut_opening(words: str) -> str:
    """ "in this role, i led [X1]" -> "i led [X1]"."""
    return _OPENING.sub("", words)


def work_of_duties(words: str) -> str:
    """ "my duties included managing [X1] and writing [X2]" -> "managed [X1] and wrote [X2]"."""
    rest = _DUTIES.sub("", words)
    if rest == words:
        return words
    first, _, after = rest.partition(" ")
    if not (is_gerund(first) or is_base(first)) or is_weak(first):
        return words
    return f"{past(first)} {_gerunds_to_past(after)}".strip()


def work_in_charge(words: str) -> str:
    """ "i was responsible for managing [X1]" -> "managed [X1]"; who is in charge of a thing stays so."""
    found = _CHARGE.match(words)
    if found is None or not is_gerund(found["verb"]):
        return words
    now = found["be"] in ("am ", "is ")
    verb = base(found["verb"]) if now else past(found["verb"])
    rest = words[found.end() :].removeprefix(" of")
    return f"{verb}{rest if now else _gerunds_to_past(rest)}"


def cut_to_be(words: str) -> str:
    """ "i was involved in [X1]" -> "involved in [X1]"."""
    return _TO_BE.sub("", words)


def work_done(words: str) -> str:
    """ "i was able to cut [X1]" -> "cut [X1]"."""
    return changed_first(words, _ABLE, lambda found: past(found["verb"]) if is_base(found["verb"]) else None)


def cut_first_person(words: str) -> str:
    """ "i also trained [X1]" -> "also trained [X1]"; "i have trained" -> "trained"."""

    def lead(found: re.Match[str]) -> str | None:
        verb = past(found["verb"]) if found["have"] else found["verb"]
        return f"{found['adverb']}{verb}" if is_past(found["verb"]) or is_base(found["verb"]) else None

    words = changed_first(words, _I, lead)
    return (
        changed_first(words, _ALSO_I, lambda found: f" and {found['verb']}" if past(found["verb"]) else None)
        if leads_with_work(words) or is_base(words.split(" ", 1)[0])
        else words
    )


def work_of_nouns(words: str) -> str:
    """ "management and coordination of the [X1]" -> "managed and coordinated the [X1]"."""
    found = _NOUNS.match(words)
    if found is None or has_finite_verb(words[found.end() :].split(" , ")[0].split(" ; ")[0].split(" which ")[0]):
        return words
    nouns = re.split(r"( , | and | / ?| , and )", found["first"] + found["more"])
    verbs = [part if index % 2 else work_of(part) for index, part in enumerate(nouns)]
    if any(verb is None for verb in verbs):
        return words
    return f"{''.join(verb for verb in verbs if verb)} {found['the'] or ''}{words[found.end() :]}"


def work_of_gerunds(words: str) -> str:
    """ "managing [X1] and writing [X2]" -> "managed [X1] and wrote [X2]"."""
    found = _GERUNDS.match(words)
    if found is None or not is_gerund(found["first"]) or is_weak(found["first"]):
        return words
    rest = words[found.end() :]
    if has_finite_verb(_STOP.split(rest)[0].split(" , ")[0]) or " done " in rest:
        return words
    return f"{past(found['first'])}{_gerunds_to_past(rest)}"


def _gerunds_to_past(rest: str) -> str:
    """The gerunds joined to the first one, in the past too; what hangs on them stays."""
    stop = _STOP.search(rest)
    end = stop.start() if stop else len(rest)
    joined, after = rest[:end], rest[end:]
    last = max(
        (found.end() for found in _MORE_GERUNDS.finditer(joined) if found["joint"].endswith(("and", "/"))), default=0
    )

    def change(found: re.Match[str]) -> str:
        return f"{found['joint']} {past(found['verb'])}" if is_gerund(found["verb"]) else found[0]

    return _MORE_GERUNDS.sub(change, joined[:last]) + joined[last:] + after


def work_of_passive(words: str) -> str:
    """ "[X1] was organised by me, including [X2]" -> "organised [X1], including [X2]"."""
    found = _PASSIVE.match(words)
    if found is None or not is_past(found["verb"]) or has_finite_verb(found["subject"]):
        return words
    now = (found["be"] or "").strip() in ("is", "are")
    verb = base(found["verb"]) if now else past(found["verb"])
    return f"{found['adverb']}{verb}{found['particle']} {found['subject']}{found['where']}{found['rest']}"


def work_before_result(words: str) -> str:
    """ "[X1] fell by [PCT1] after i rewrote [X2]" -> "rewrote [X2], after which [X1] fell by [PCT1]"."""
    found = _AFTER_I.match(words)
    if found is None or not is_past(found["verb"]) or " i " in f" {found['result']} ":
        return words
    verb = past(found["verb"])
    return f"{verb}{found['rest']} , after which {found['result']}{found['dot'] or ''}"


def cut_which_i(words: str) -> str:
    """ "[X1] which i built in [TOOL1]" -> "[X1] built in [TOOL1]"."""
    return changed_first(
        words,
        _WHICH_I,
        lambda found: (
            f"{found['thing']} {found['adverb']}{participle(found['verb'])}" if is_past(found["verb"]) else None
        ),
    )


def in_present(words: str, before: str) -> str:
    """ "managed [X1] and wrote [X2]", made of "managing [X1] and writing [X2]" -> "manage [X1] and write [X2]": work
    that goes on, unless the text before the edits (`before`) speaks of the past."""
    said, now = before.split(), words.split()
    if _PAST_FRAME.intersection(said).difference(now):
        return words
    return " ".join(word if word in said else _base_of_past(word) for word in now)


def _base_of_past(word: str) -> str:
    return base(word) or word if word == past(word) else word


def part_in_work(words: str) -> str:
    """ "assisted with the assembly of [X1]" -> "assisted in assembling [X1]": the part stays a part."""

    def change(found: re.Match[str]) -> str | None:
        verb = nominals().get(found["noun"])
        doing = verb.gerund if verb else gerund(found["noun"]) if is_gerund(found["noun"]) else None
        if doing is None:
            return None
        return f"helped {base(doing)}" if found["part"] == "helped" else f"{found['part']} in {doing}"

    return changed_first(words, _PART_IN, change)
