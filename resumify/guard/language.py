"""Languages: a grade stays with its language, and from one into another is not the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from resumify.guard.claim import Claim
from resumify.guard.phrase import Word
from resumify.guard.reading import Reading
from resumify.guard.vocabulary import FROM, GRADES, INTO

_NAMES = """english englisch englische anglais inglés inglese angielski|
    german deutsch allemand alemán tedesco niemiecki|
    french französisch français francés francese francuski|spanish spanisch espagnol español hiszpański|
    italian italienisch italien italiano|portuguese portugiesisch portugais portugués|dutch niederländisch néerlandais|
    swedish schwedisch suédois|danish dänisch danois|norwegian norwegisch norvégien|finnish finnisch finnois|
    polish polnisch polonais polaco polski|czech tschechisch tchèque|russian russisch russe ruso rosyjski|
    ukrainian ukrainisch ukrainien|turkish türkisch turc turco|arabic arabisch arabe árabe|hebrew hebräisch hébreu|
    persian farsi persisch persan|hindi|urdu|bengali|tamil|chinese mandarin chinesisch chinois chino|cantonese|
    japanese japanisch japonais japonés|korean koreanisch coréen|vietnamese|thai|greek griechisch grec|
    romanian rumänisch roumain|hungarian ungarisch hongrois|bulgarian|serbian|croatian kroatisch
    croate|welsh|irish|kurdish kurdisch kurde|albanian albanisch albanais|
    bosnian bosnisch bosniaque|slovak slowakisch slovaque|slovenian slowenisch slovène|lithuanian litauisch|
    latvian lettisch|estonian estnisch|icelandic isländisch|armenian armenisch arménien|georgian georgisch|amharic|
    tigrinya|pashto|dari|punjabi|gujarati|marathi|telugu|tagalog|indonesian|malay|afrikaans|yiddish|luxembourgish|
    basque|galician|wolof|lingala|créole creole|
    catalan katalanisch catalán|somali|swahili|breton|latin latein"""
_LANGUAGES = {name: names.split()[0] for names in _NAMES.split("|") for name in names.split()}
_ITEM_END = re.compile(r"[,;•|\n]|\b(?:and|und|et|y|i|e)\b")
_STRONG_END = re.compile(r"[;•|\n]|\.(?=\s|\Z)")
_GRADING = GRADES | frozenset(
    """good very excellent strong mother tongue first working school spoken maternelle scolaire muttersprachen
    fliessend lu lus parlé parlés écrit écrits read written gut sehr gute
    schulkenntnisse nativo nativa básico básica""".split()
)


def check_language(claim: Claim) -> str:
    """Return which grade the line gives to another language, or which way it translates, "" where nothing is wrong."""
    return _other_grade(claim) or _other_way(claim)


def _other_grade(claim: Claim) -> str:
    if len({name for word in claim.source.words if (name := _language(word))}) < 2:
        return ""
    apart = _items(claim.source, _STRONG_END)
    told = len(apart) > 1 and all(sum(bool(_language(word)) for word in one) < 2 for one in apart)
    # each language has a sentence of its own, and every word of it is of that one
    theirs = _items(claim.source, _STRONG_END if told else _ITEM_END)
    for item in _with_shared_grades(_items(claim.line, _ITEM_END)):
        names = {name for word in item if (name := _language(word))}
        grades = [w for w in item if claim.source.says(w) and (w.folded in _GRADING or (told and w.is_content))]
        own = [word for one in theirs if any(_language(word) in names for word in one) for word in one]
        graded = [word for one in theirs if any(_language(word) for word in one) for word in one]
        wrong = next((word for word in grades if names and _has(graded, word) and not _has(own, word)), None)
        if wrong is not None:
            return f'the fact does not say "{wrong.text}" of {min(names).capitalize()}'
    return ""


def _with_shared_grades(items: list[list[Word]]) -> list[list[Word]]:
    """The items, where one without a grade has that of the item before, if it stood first there: "fluent in Greek and
    Thai"."""
    for item, after in reversed(list(pairwise(items))):
        trailing = [w for w in after if w.folded in _GRADING and all(w.start > n.start for n in after if _language(n))]
        if trailing and any(map(_language, after)) and item and all(map(_language, item)):
            item.extend(trailing)
    shared = items[:1]
    for item in items[1:]:
        before = shared[-1]
        grades = [word for word in before if word.folded in _GRADING]
        leads = grades and any(_language(word) and word.start > grades[-1].start for word in before)
        bare = any(_language(word) for word in item) and not any(word.folded in _GRADING for word in item)
        shared.append([*grades, *item] if leads and bare else item)
    return shared


def _has(words: Sequence[Word], word: Word) -> bool:
    return any(word.agrees(other) for other in words)


def _other_way(claim: Claim) -> str:
    """Who translated from Danish did not translate into it."""
    into = {name for name, goes in (_way(claim.source, i) for i in range(1, len(claim.source.words))) if goes}
    ways = {_way(claim.source, index) for index in range(1, len(claim.source.words))}
    for index in range(1, len(claim.line.words)):
        name, goes = _way(claim.line, index)
        if name and (name, not goes) in ways and (name, goes) not in ways:
            return f"the fact goes {'from' if goes else 'into'} {name.capitalize()}"
        if name and goes and into and name not in into:
            return f"the fact does not go into {name.capitalize()}"
    return ""


def _way(reading: Reading, index: int) -> tuple[str, bool]:
    """The language at this place, and whether something goes into it; "" where it is none or goes nowhere."""
    name = _language(reading.words[index])
    before = [word.folded for word in reading.words[max(0, index - 2) : index]]
    if name and not _INTO.isdisjoint(before):
        return name, True
    return (name, False) if name and not _FROM.isdisjoint(before) else ("", False)


_FROM = FROM | frozenset({"du", "dal", "aus", "del"})
_INTO = (INTO - {"to", "en", "nach"}) | frozenset({"al"})


def _language(word: Word) -> str:
    return _LANGUAGES.get(word.folded, "")


def _items(reading: Reading, end: re.Pattern[str]) -> list[list[Word]]:
    """The words of each item of a list, at whose ends such signs stand."""
    ends = [found.start() for found in end.finditer(reading.text)]
    items: list[list[Word]] = [[]]
    for word in reading.words:
        while ends and ends[0] < word.start:
            ends.pop(0)
            items.append([])
        items[-1].append(word)
    return [item for item in items if item]
