"""Edits that bring forward what the posting asks for, tie a result to its work, and cut filler.

Each takes a line as words and gives it back, changed where it applies. Nothing is moved whose place carries meaning:
only the means at the end of a clause, and the parts of a list.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from resumify.editing.english.grammar import base, gerund, is_base, leads_with_work
from resumify.editing.line import SLOT

_FILLER = re.compile(r"(?:(?<=^)|(?<= ))(?:successfully|effectively|efficiently|actively|various|numerous|thereby) ")
_IN_ORDER = re.compile(r"\bin order to\b")
_HELPED_TO = re.compile(r"\bhelped to (?P<verb>\w+)\b")
_MYSELF = re.compile(r"(?<! by) myself(?= [,;.(]|$)")
_OUTCOMES = (
    "reduced|cut|lowered|saved|shortened|decreased|increased|raised|improved|grew|doubled|halved|tripled|boosted"
    "|reduces|cuts|lowers|saves|shortens|increases|raises|improves"
)
_WHICH_OUTCOME = re.compile(rf"(?P<thing>{SLOT})(?: ,)? which (?P<verb>{_OUTCOMES})\b")
_PHRASE = rf"(?:the |a |an |its |their |our )?{SLOT}(?: {SLOT})?"
_MEANS = re.compile(
    rf"^(?P<lead>\w+(?: (?:and|,) \w+)*(?: up| out| down)?) (?P<object>{_PHRASE})"
    rf"(?P<between>(?: (?:for|from|to|at|of|on|across|into|within) {_PHRASE})+)"
    rf" (?P<prep>using|with|via|through|in) (?P<means>(?P<tool>{SLOT})(?: and {SLOT})?)(?P<end> [,;.]|$)"
)


def cut_filler(words: str) -> str:
    """Leave out words that claim nothing; how often and how much stays."""
    words = _IN_ORDER.sub("to", _FILLER.sub("", words))
    words = _HELPED_TO.sub(lambda f: f"helped {f['verb']}" if is_base(f["verb"]) else f[0], words)
    return _MYSELF.sub("", words) if leads_with_work(words) else words


def tie_result(words: str) -> str:
    """ "introduced [X1] which reduced [X2] by [PCT1]" -> "introduced [X1], reducing [X2] by [PCT1]"."""
    if not leads_with_work(words):
        return words
    return _WHICH_OUTCOME.sub(lambda found: f"{found['thing']} , {gerund(base(found['verb']) or '')}", words, count=1)


def means_forward(words: str, wanted: Collection[str]) -> str:
    """ "built [X1] for [X2] with [TOOL1]" -> "built [X1] with [TOOL1] for [X2]" where the tool is wanted."""
    found = _MEANS.match(words)
    if found is None or found["tool"] not in wanted or not leads_with_work(words):
        return words
    if found["prep"] == "in" and not found["tool"].startswith("[TOOL"):
        return words
    moved = f"{found['lead']} {found['object']} {found['prep']} {found['means']}{found['between']}{found['end']}"
    return moved + words[found.end() :]
