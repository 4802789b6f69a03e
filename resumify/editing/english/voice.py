"""Edits that make the person's work the line's verb: first person, passive and nouns of work give way to it.

Each edit takes a line as words (line.words_of) and gives it back, changed where it applies. A part that was only
helped with, a limit and a number stay as they are; no edit adds a word that says more.
"""

from __future__ import annotations

import re

from resumify.editing.english.forms import STOP, gerunds_as
from resumify.editing.english.grammar import (
    ADVERB,
    BE,
    PARTICLES,
    base,
    has_finite_verb,
    is_base,
    is_gerund,
    is_past,
    is_weak,
    participle,
    past,
    work_of,
)
from resumify.editing.line import SLOT, changed_first
from resumify.lexicon.english import nominals

_I = re.compile(rf"^i (?P<have>have |had )?(?P<adverb>(?:{ADVERB} ){{0,2}})(?P<verb>\w+)\b")
_HAVE = re.compile(r"\bi['’]ve\b")
_WOULD = re.compile(r"\bi['’]d\b")
_AM = re.compile(r"\bi['’]m\b")
_MORE_I = re.compile(
    r"(?P<joint>(?: ,)? (?:and|and then|then)|(?<=\S) ,(?= i also))"
    r"(?P<when>(?: (?:in|at|on|for|during|after|by) [^,;:.]+?)??)"
    rf" i (?:also )?(?P<adverb>(?:{ADVERB} )?)(?P<verb>\w+)\b"
)
_DOING = re.compile(rf"^i (?P<be>was|am|have been|had been) (?P<adverb>(?:{ADVERB} )?)(?P<verb>\w+ing)\b(?= \S)")
_ALSO = re.compile(r"^also (?P<verb>\w+)\b")
_NOUNS = re.compile(r"^(?:the )?(?P<first>\w+)(?P<more>(?:(?: ,| and| / ?)+ \w+){0,2}) of (?P<the>the )?")
_MORE_NOUNS = re.compile(r"(?P<joint> ,| ,? ?and| ;) (?:the )?(?P<noun>\w+) of\b")
_NOUN_LEFT = re.compile(
    r"(?:,|and|;) (?:(?:the )?\[(?:X|TOOL)\d+\] of|(?:the )?\w+ing(?= ,|$)|for|with|of)\b"
    r"|^[^,(]* , \[(?:X|TOOL)\d+\](?= ,|$)(?!.* and )"
)
"""A noun of work that stays one among the things: "translated [X1], proofreading, [X2]"."""
_GERUNDS = re.compile(
    r"^(?!including|excluding|using)"
    r"(?P<first>(?:assist|help|participat|support|contribut|join|aid)ing|\w+ing(?! (?:of|to|for|in|by|on)\b))\b"
    r"(?! (?:of|was|were|is|are)\b)(?= \S)"
)
_PAST_FRAME = frozenset("was were had included involved managed tasked charged given".split())
_PASSIVE = re.compile(
    rf"^(?P<subject>[^;:]+?) (?P<be>{BE} )?(?P<adverb>(?:{ADVERB} )?)(?P<more>(?:\w+ , )*\w+(?: ,)? and )?(?P<verb>\w+)"
    rf"(?P<particle>(?: {PARTICLES})?)"
    r"(?P<where>(?: (?:in|on|at|for|from|to|into|with|across|under|within|between|over) [^,;:]+?)?) by (?:me|myself)"
    r"(?P<rest>(?: (?!alone|and|&|or).*)?)$"
)
_AFTER_I = re.compile(
    rf"^(?P<result>[^;]+?)(?: ,)? after i (?P<adverb>(?:had |{ADVERB} )?)(?P<verb>\w+)\b(?P<rest>[^,;]*?)(?P<dot> \.)?$"
)
_WHICH_I = re.compile(
    rf"(?P<thing>{SLOT})(?P<which>(?: ,)? (?:which|that))? i (?:had |have )?(?P<adverb>(?:{ADVERB} )?)(?P<verb>\w+)\b"
)
_LEADS = re.compile(
    r"(?:in|at|as|for|from|with|without|together|along|alongside|during|after|before|by|under|over|on|being|because|when"
    r"|while|since|due|what)\b"
)
_PART_IN = re.compile(
    r"\b(?P<part>involved|assisted|helped|participated|supported|aided) (?P<prep>in|with) (?:the )?(?P<noun>\w+) of\b"
)


def spelt_out(words: str) -> str:
    """ "i've trained [X1]" -> "i have trained [X1]"."""
    return _WOULD.sub("i would", _AM.sub("i am", _HAVE.sub("i have", words)))


def cut_first_person(words: str) -> str:
    """ "i also trained [X1]" -> "also trained [X1]"; "i have trained" -> "trained"."""

    def lead(found: re.Match[str]) -> str | None:
        verb = past(found["verb"]) if found["have"] else found["verb"]
        return f"{found['adverb']}{verb}" if is_past(found["verb"]) or is_base(found["verb"]) else None

    words = changed_first(words, _I, lead)
    if not past(words.split(" ", 1)[0]):
        return words
    return _MORE_I.sub(
        lambda f: f"{f['joint']}{f['when']} {f['adverb']}{f['verb']}" if past(f["verb"]) else f[0], words
    )


def work_going_on(words: str) -> str:
    """ "i was making [X1]" -> "made [X1]"; "i have been teaching [X1] since [YEAR1]" -> "teaching [X1] since ..."."""
    found = _DOING.match(words)
    if found is None or not is_gerund(found["verb"]):
        return words
    rest = words[found.end() :]
    if _goes_on(words) or found["be"] == "have been":
        return f"{found['adverb']}{found['verb']}{rest}"
    form = base if found["be"] == "am" else past
    return f"{found['adverb']}{form(found['verb'])}{gerunds_as(rest, form)}"


def _goes_on(words: str) -> bool:
    return " since " in words


def cut_also(words: str) -> str:
    """ "also trained [X1]" -> "trained [X1]"."""
    return changed_first(words, _ALSO, lambda found: found["verb"] if past(found["verb"]) else None)


def work_of_nouns(words: str) -> str:
    """ "management and coordination of the [X1]" -> "managed and coordinated the [X1]"."""
    found = _NOUNS.match(words)
    if found is None or has_finite_verb(words[found.end() :].split(" , ")[0].split(" ; ")[0].split(" which ")[0]):
        return words
    nouns = re.split(r"( , | and | / ?| , and )", found["first"] + found["more"])
    verbs = [part if index % 2 else work_of(part) for index, part in enumerate(nouns)]
    rest = _MORE_NOUNS.sub(_more_work, words[found.end() :])
    if any(verb is None for verb in verbs) or _NOUN_LEFT.search(rest):
        return words
    return f"{''.join(verb for verb in verbs if verb)} {found['the'] or ''}{rest}"


def _more_work(found: re.Match[str]) -> str:
    verb = work_of(found["noun"])
    return f"{found['joint']} {verb}" if verb is not None and not is_weak(verb) else found[0]


def work_of_gerunds(words: str) -> str:
    """ "managing [X1] and writing [X2]" -> "managed [X1] and wrote [X2]"."""
    found = _GERUNDS.match(words)
    if found is None or not is_gerund(found["first"]) or _goes_on(words):
        return words
    rest = words[found.end() :]
    if is_weak(found["first"]):
        return words if has_finite_verb(rest) else f"{past(found['first'])}{rest}"
    if has_finite_verb(STOP.split(rest)[0].split(" , ")[0]) or " done " in rest:
        return words
    return f"{past(found['first'])}{gerunds_as(rest, past)}"


def work_of_passive(words: str) -> str:
    """ "[X1] was organised by me, including [X2]" -> "organised [X1], including [X2]"."""
    found = _PASSIVE.match(words)
    if found is None or not is_past(found["verb"]) or has_finite_verb(found["subject"]):
        return words
    form = base if (found["be"] or "").strip() in ("is", "are") else past
    more = found["more"] or ""
    if more and not (found["be"] and all(is_past(word) for word in re.findall(r"\b(?!and\b)\w+", more))):
        return words
    verb = re.sub(r"\b(?!and\b)\w+", lambda word: form(word[0]) or word[0], more) + (form(found["verb"]) or "")
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
    said = past(words.split(" ", 1)[0]) is not None

    def change(found: re.Match[str]) -> str | None:
        is_told = is_past(found["verb"]) and (said or found["which"])
        return f"{found['thing']} {found['adverb']}{participle(found['verb'])}" if is_told else None

    return words if _LEADS.match(words) else changed_first(words, _WHICH_I, change)


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
        if verb is None:
            return None
        return f"helped {verb.base}" if found["part"] == "helped" else f"{found['part']} in {verb.gerund}"

    return changed_first(words, _PART_IN, change)
