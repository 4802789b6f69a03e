"""A second opinion on a line against its source, written apart from the guard: it shares no code and no word list.

Coarse on purpose. It knows no grammar: numbers, signs, word stems, negations, limits and lesser parts must be the
source's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from resumify.evaluate.relatives import is_related

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_SIGN = re.compile(r"[%$€£¥+#@]")
_NAMED = re.compile(r"\b(?:[A-Z]\w*[A-Z0-9]\w*|[A-Z]{2,})\b|\w[+#]+|\.[A-Z]\w+")
_CAPITALISED = re.compile(r"(?<![.!?] )(?<!\A)\b[A-Z][\w+#]*(?:[.&/-]\w+)*")
_COUNTED = "one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred thousand million"
_NOT = frozenset("not no never without none neither nor cannot nobody nothing zero except".split())
_LIMITS = frozenset(
    "about around almost approximately roughly nearly some up under over only partly mostly usually occasionally "
    "sometimes most part few several least".split()
)
_LESSER = frozenset(
    "help helped helping assist assisted assisting support supported supporting contribute contributed contributing "
    "involved involvement participate participated participating member shadowed observed asked trusted".split()
)
_GLUE = frozenset(
    "a an the and or of in on at by for from to into with within across as which after that this these its it their "
    "them they was were is are be been being has have had while when where who whose than then also own "
    "der die das den dem des ein eine einen einem einer eines und oder von vom zum zur im am beim als wodurch".split()
)


def objections(line: str, source: str) -> list[str]:
    """Return what the line says that the source does not, or leaves out that it must not; none where it is faithful."""
    checks = (_figures, _signs, _names, _words, _negations, _limits, _parts)
    return [objection for check in checks for objection in check(line, source)]


def invented(line: str, source: str) -> list[str]:
    """Each figure and capitalised name of the line that the source does not hold: what any reader would call invented,
    blind to wording."""
    known, folded = set(_FIGURE.findall(source)), source.casefold()
    figures = [figure for figure in _FIGURE.findall(line) if figure not in known]
    return figures + [name for name in _CAPITALISED.findall(line) if name.casefold() not in folded]


def _figures(line: str, source: str) -> Iterable[str]:
    new = Counter(_FIGURE.findall(line)) - Counter(_FIGURE.findall(source))
    spelt = Counter(_spelt(line)) - Counter(_spelt(source))
    return [f"number {figure}" for figure in (*new, *spelt)]


def _spelt(text: str) -> list[str]:
    return [word for word in _folded(text) if word in _COUNTED.split()]


def _signs(line: str, source: str) -> Iterable[str]:
    return [f"sign {sign}" for sign in Counter(_SIGN.findall(line)) - Counter(_SIGN.findall(source))]


def _names(line: str, source: str) -> Iterable[str]:
    return [f"name {name}" for name in {*_NAMED.findall(line)} if name not in source]


def _words(line: str, source: str) -> Iterable[str]:
    """Every word of the line but glue has a relative in the source."""
    known = _folded(source)
    return [f"word {word}" for word in _folded(line) if word not in _GLUE and not is_related(word, known)]


def _negations(line: str, source: str) -> Iterable[str]:
    return _must_agree("negation", _NOT, line, source)


def _limits(line: str, source: str) -> Iterable[str]:
    ours, theirs = ({*_folded(text)} & _LIMITS for text in (line, source))
    return [f"limit {word}" for word in sorted(theirs - ours)]


def _parts(line: str, source: str) -> Iterable[str]:
    """Where the source says that the person helped, the line says so too."""
    ours, theirs = ({*_folded(text)} & _LESSER for text in (line, source))
    return ["a part made greater"] if theirs and not ours else []


def _must_agree(kind: str, words: frozenset[str], line: str, source: str) -> list[str]:
    ours, theirs = (Counter(w for w in _folded(text) if w in words or w.endswith("n't")) for text in (line, source))
    return [f"{kind} {word}" for word in (ours - theirs) + (theirs - ours)]


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]
