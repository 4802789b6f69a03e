"""Edits that take the verb of a person's work out of what stands around it: openings, duties, charges.

Each edit takes a line as words (line.words_of) and gives it back, changed where it applies.
"""

from __future__ import annotations

import re

from resumify.editing.english.forms import bases_to_past, gerunds_as, has_loose_end
from resumify.editing.english.grammar import ADVERB, base, has_finite_verb, is_base, is_gerund, is_past, is_weak, past
from resumify.editing.english.voice import work_of_nouns
from resumify.editing.line import SLOT, changed_first
from resumify.lexicon.english import nominals
from resumify.slots.english.frames import (
    CARRIED_OUT,
    CHARGE,
    DONE,
    DUTIES_HELD,
    DUTIES_LISTED,
    DUTIES_WERE,
    IT_WAS_MINE,
    OPENING,
)

_OPENING = re.compile(rf"^{OPENING}(?: ,)? (?=\S)")
_DUTIES = re.compile(
    rf"^(?:{DUTIES_HELD}|{DUTIES_LISTED}|{IT_WAS_MINE}|{DUTIES_WERE}(?= (?:to )?\w))(?P<to> to(?= \w))? (?P<rest>.+)$"
)
_LISTED = re.compile(rf"^(?:{DUTIES_HELD}|{DUTIES_LISTED}) ")
_CHARGE = re.compile(
    rf"^(?:i )?(?P<be>have been |had been |was |were |am |is |being )?"
    rf"(?:(?:also|mainly|primarily|currently|previously|then|now) )*(?P<charge>{CHARGE}) (?P<verb>\w+)\b"
)
_LED = re.compile(
    r"^(?P<lead>(?:together with|along with|alongside|besides|apart from|in addition to|due to|because of|as|in|at|from"
    r"|for|during|within|over|on|between|with|without|under|after|before|by|across|throughout|through|via|every|each)"
    r"(?! charge)(?: [^;:.,]+?))"
    r"(?: ,)? (?P<main>i [^;:.()]+)(?P<dot> \.)?$"
)
_TAIL = re.compile(r" (?:which|who|that|so that)\b| , (?:\[NUM|which|who|and|but|so|by|with|because|\w+ing)\b")
_OBJECT = re.compile(r" (?:\w|\[|[,/] \w+ing\b)")
_HANGS_ON = frozenset("because when while after before where if so since until i".split())
_TO_DO = re.compile(r" to (?!\[)")
_TO_BE = re.compile(
    rf"^(?:i )?(?:was|were|am|have been|had been) (?=(?:(?:{SLOT}|{ADVERB}) )?"
    r"(?:responsible|accountable|involved|part|deployed|stationed|transferred|in charge|tasked|charged|entrusted"
    r"|trusted|asked|trained|promoted|chosen|selected|appointed|elected|nominated|invited|given|moved|hired|employed"
    r"|awarded|seconded)\b)"
)
_TITLE = re.compile(
    rf"^i (?:was|am|have been) (?:also )?(?:a |an |the )?(?P<title>(?:{SLOT}|(?:member|part|deputy|one)\b).*)$"
)
_HAVE = re.compile(rf"^i (?:have|possess) (?:a |an )?(?=(?:some |the )?(?:{SLOT}|experience)(?: |$))")
_DONE = re.compile(rf"^(?:i )?(?:successfully )?{DONE} (?P<verb>\w+)\b")
_CARRIED_OUT = re.compile(rf"^(?:i )?(?:also )?{CARRIED_OUT} (?:the )?(?P<noun>\w+) of\b")
_IT_WAS = re.compile(rf"^{IT_WAS_MINE} ")


def lists_duties(words: str) -> bool:
    """Whether the line is a list under a heading of its own: "tasks: [X1]; [X2]"."""
    return _LISTED.match(words) is not None


def cut_opening(words: str) -> str:
    """ "in this role, i led [X1]" -> "i led [X1]"."""
    return _OPENING.sub("", words)


def lead_after(words: str) -> str:
    """ "in [YEAR1] i introduced [X1]" -> "i introduced [X1] in [YEAR1]", where it can only belong to the work."""
    found = _LED.match(words)
    if found is None or has_finite_verb(found["lead"]) or " i " in found["lead"]:
        return words
    tail = _TAIL.search(found["main"])
    main, after = (found["main"][: tail.start()], found["main"][tail.start() :]) if tail else (found["main"], "")
    said = main.split()[1:]
    verb = next((word for word in said if not re.fullmatch(ADVERB, word)), "")
    is_plain = not _HANGS_ON.intersection(said) and " i " not in after
    if not (is_past(verb) or is_base(verb) or verb in ("was", "am")) or not is_plain or _TO_DO.search(main):
        return words
    return f"{main} {found['lead']}{after}{found['dot'] or ''}"


def work_of_duties(words: str) -> str:
    """ "my duties included managing [X1] and writing [X2]" -> "managed [X1] and wrote [X2]"; things that are listed
    stay alone."""
    found = _DUTIES.match(words)
    if found is None:
        return words
    rest = found["rest"]
    first, _, after = rest.partition(" ")
    if is_gerund(first):
        told = f" {after}" if is_weak(first) else gerunds_as(f" {after}", past, listed=True)
        return words if has_loose_end(told) else f"{past(first)}{told}"
    if is_base(first) and (found["to"] or _IT_WAS.match(words)):
        return f"{past(first)}{bases_to_past(f' {after}')}".strip()
    if is_past(first) or first == "i":
        return rest
    lists_things = lists_duties(words) and not has_finite_verb(rest) and " i " not in rest
    return rest.removeprefix("the ") if lists_things else words


def work_in_charge(words: str) -> str:
    """ "i was responsible for managing [X1]" -> "managed [X1]"; who is in charge of a thing stays so."""
    found = _CHARGE.match(words)
    if found is not None and found["verb"] == "the":
        told = work_of_nouns(words[found.start("verb") :])
        return words if told.startswith("the ") else told
    rest = words[found.end() :].removeprefix(" of") if found is not None else ""
    if found is None or not is_gerund(found["verb"]) or not _OBJECT.match(rest):
        return words
    now = found["be"] in ("am ", "is ") or found["charge"].startswith("have ")
    verb = base(found["verb"]) if now else past(found["verb"])
    told = gerunds_as(rest, base if now else past)
    return words if has_loose_end(told) else f"{verb}{told}"


def cut_to_be(words: str) -> str:
    """ "i was involved in [X1]" -> "involved in [X1]"; "i was the [X1] of [X2]" -> "[X1] of [X2]"."""
    words = _HAVE.sub("", _TO_BE.sub("", words))
    return changed_first(words, _TITLE, lambda found: None if has_finite_verb(found["title"]) else found["title"])


def work_done(words: str) -> str:
    """ "i was able to cut [X1]" -> "cut [X1]"."""
    found = _DONE.match(words)
    if found is None or not is_base(found["verb"]):
        return words
    return f"{past(found['verb'])}{bases_to_past(words[found.end() :])}"


def work_carried_out(words: str) -> str:
    """ "carried out the installation of [X1]" -> "installed [X1]"."""

    def change(found: re.Match[str]) -> str | None:
        verb = nominals().get(found["noun"])
        return verb.past if verb is not None and not verb.is_weak else None

    return changed_first(words, _CARRIED_OUT, change)
