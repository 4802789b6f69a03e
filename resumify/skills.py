"""What trades call their skills, tools and papers: one vocabulary (skills.txt) for postings and for people.

Finds a term's forms in a text and the terms that a text names. Knows nothing of requirements, and judges nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product
from pathlib import Path

from resumify.words import FUNCTION_WORDS, stem, tokens

_PARTS = re.compile(r"[-/'’]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_STOP = re.compile(r"[.;:!?,()\n•]")
_GOES_ON = re.compile(
    r"\s+(?:to|through|at|of|on|up|out|for|beyond|above|the|an?|your|our|in|into|over|by|from|off|down|back)\b"
)
_DEGREES = frozenset({"Master", "Bachelor"})
_LETTERS = frozenset({"BS", "MS"})  # also standards ("BS EN 1090") and an illness
_DEGREE_GOES_ON = re.compile(r"\s*(?:[/,);]|$|(?:degree|in|or|of|and)\b)")
_OTHER = re.compile(  # Master keys, Master Data: no degree
    r"[ -](?!(?:degree|level|oder|or|ou|and|und|et|en|of|in|im|der|thesis|programme|program|student)\b)[a-z]|"
    r"[ -](?:Data|Plan\w*|Chef|Tech\w*|Craft\w*|Electric\w*|Plumb\w*|Key|Mariner|Trainer|Schedul\w*|Black|Class|Card)"
)
_OR = re.compile(r"\b(?:or|oder|ou)\b")
_STEMMED_WHOLE, _SHORTEST_STEMMED = ("en", "de"), 4
_COUNT, _SOME = "#", "00"
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn "
    "deux trois quatre cinq huit neuf dix".split()
)
_SHORT_SHOUT = 3  # words; more of them in capitals are a headline, not a row of acronyms
_LONGEST = 6  # words of the longest form in skills.txt
_Index = dict[tuple[str, ...], list[tuple[str, "Form"]]]
_IRREGULAR = {
    "led": "lead", "built": "build", "taught": "teach", "ran": "run", "wrote": "write", "written": "write",
    "drove": "drive", "driven": "drive", "sold": "sell", "grew": "grow", "grown": "grow", "held": "hold",
    "kept": "keep", "won": "win", "made": "make", "oversaw": "oversee", "overseen": "oversee", "took": "take",
    "taken": "take", "bought": "buy", "brought": "bring",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A content word: what it is compared by, how and where it stands; `whole` unless it is a part of a compound."""

    key: str
    text: str
    start: int
    end: int
    whole: bool = True


@dataclass(frozen=True)
class Form:
    """One way to write a term; `exact` where its capitals count ("Go", "R"); `loose` where one more word may stand
    before the last ("led a small team")."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True)
class Mention:
    """A known term named in a text."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def content_words(text: str, language: str) -> tuple[Word, ...]:
    """The words that carry meaning, in order; compounds in their parts, function words left out."""
    idle = (FUNCTION_WORDS["en"] | FUNCTION_WORDS.get(language, frozenset())) - {"one"}  # SAP Business One
    shouted = text.isupper() and len(text.split()) > _SHORT_SHOUT
    words: list[Word] = []
    for token in tokens(text):
        acronym = token.text.isupper() and len(token.text) > 1 and not shouted
        if token.text.casefold() not in idle or acronym:
            words += _parts(token.text, token.start, language, idle)
    return tuple(words)


def _parts(text: str, start: int, language: str, idle: frozenset[str]) -> Iterator[Word]:
    if "@" in text or "//" in text or not _PARTS.search(text):
        yield Word(_key(text, language), text, start, start + len(text))
        return
    elided = not re.search("[-/]", text)  # l'équipe, driver's: what the apostrophe joins may be a function word
    for part in re.finditer(r"[^-/'’]+", text):
        if elided and (len(part[0]) == 1 or part[0].casefold() in idle):
            continue
        yield Word(_key(part[0], language), part[0], start + part.start(), start + part.end(), whole=elided)


def _key(word: str, language: str) -> str:
    word = word.rstrip(".+") if word[-1:] == "." or word[:1].isdigit() else word
    if language not in _STEMMED_WHOLE and len(word) <= _SHORTEST_STEMMED:
        return word.casefold().removesuffix("s")  # Spanish "sala" is no English "sales"
    return stem(_IRREGULAR.get(word.casefold(), word), language)


def keys_of(words: Sequence[Word]) -> set[str]:
    """What a text has for forms to find: its words' keys, and "#" where it counts something."""
    return {word.key for word in words} | {_COUNT for word in words if _counts(word)}


def _counts(word: Word) -> bool:
    return word.text.isdigit() if word.text[:1].isdigit() else word.text.casefold() in _NUMBERS


def _same(key: str, word: Word) -> bool:
    return key == word.key or (key == _COUNT and _counts(word))


def find(form: Form, text: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """The span of the form's first place among the words of the text: its words side by side, in one clause."""
    for index, word in enumerate(words):
        if word.key == form.keys[0]:
            for found in _windows(form, words, index):
                if _is(form, found, text):
                    return found[0].start, found[-1].end
    return None


def _windows(form: Form, words: Sequence[Word], index: int) -> Iterator[Sequence[Word]]:
    last = index + len(form.keys) - 1
    if last < len(words):
        yield words[index : last + 1]
    if form.loose and last + 1 < len(words):
        yield (*words[index:last], words[last + 1])


def _is(form: Form, found: Sequence[Word], text: str) -> bool:
    if any(not _same(key, word) for word, key in zip(found, form.keys, strict=True)):
        return False
    if any(_STOP.search(text, left.end, right.start) for left, right in pairwise(found)):
        return False
    if form.loose and _OR.search(text, found[0].end, found[-1].start):
        return False
    return not form.exact or (tuple(word.text for word in found) == form.exact and _is_a_name(found, text))


def _is_a_name(found: Sequence[Word], text: str) -> bool:
    """Whether a capitalised word is meant as a name: no part of a compound ("Go-live"), and not capital merely because
    it begins a sentence ("Go through ...")."""
    word = found[0]
    before, after = text[: word.start], text[word.end :]
    if before[-1:] == "-" or after[:1] == "-":
        return len(word.text) > 2 and word.text.isupper()
    if word.text in _DEGREES:
        return _OTHER.match(after) is None
    if word.text in _LETTERS:
        return _DEGREE_GOES_ON.match(after) is not None
    begins = not before.strip() or before.rstrip()[-1] in ".!?"
    return len(found) > 1 or word.text.isupper() or not (begins and _GOES_ON.match(after))


@lru_cache(maxsize=8192)
def forms_of(term: str, language: str) -> tuple[Form, ...]:
    """Every way to write the term: itself, what skills.txt has for it, and what shows it because it is narrower."""
    table = _table()
    name = table.names.get(term.casefold())
    if name is None:
        form = _form(term, language)
        return (form,) if form.keys else ()
    return tuple(
        dict.fromkeys(
            form for shown in (name, *sorted(_narrower(name))) for form in _forms(table.spellings[shown], language)
        )
    )


def is_known(term: str) -> bool:
    """Whether skills.txt has the term under this name."""
    return term.casefold() in _table().names


def is_a(term: str, broader: str) -> bool:
    """Whether skills.txt says that having the term shows the broader one ("PhD": "degree", "Danish": "tongue")."""
    table = _table()
    name = table.names.get(term.casefold())
    return name is not None and name in _narrower(broader)


def mentions(text: str, language: str) -> list[Mention]:
    """The known terms that the text names, in order; of overlapping ones the longest."""
    words, index = content_words(text, language), _index(language)
    found: list[tuple[int, int, Mention]] = []
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST, len(words))):
            exactly, around = words[first : last + 1], (*words[first : max(first, last - 1)], words[last])
            names = _named(index, exactly, text) or (
                _named(index, around, text, loose=True) if last - first > 1 else []
            )
            if names:
                found.append((first, last + 1, Mention(names[0], words[first].start, words[last].end)))
    found.sort(key=lambda item: (item[0] - item[1], item[0]))
    taken: set[int] = set()
    kept = []
    for first, last, mention in found:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _named(index: _Index, words: Sequence[Word], text: str, loose: bool = False) -> list[str]:
    exactly, counted = (
        tuple(_COUNT if any_ and _counts(word) else word.key for word in words) for any_ in (False, True)
    )
    forms = [*index.get(exactly, ()), *(index.get(counted, ()) if counted != exactly else ())]
    return [name for name, form in forms if form.loose >= loose and _is(form, words, text)]


@dataclass(frozen=True)
class _Table:
    spellings: dict[str, tuple[str, ...]]
    broader: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def _narrower(name: str) -> frozenset[str]:
    """Everything that shows `name`, however far below."""
    found: set[str] = set()
    wanted = {name}
    while wanted:
        wanted = {n for n, above in _table().broader.items() if wanted & set(above)} - found
        found |= wanted
    return frozenset(found)


@cache
def _table() -> _Table:
    """skills.txt, read once."""
    spellings: dict[str, tuple[str, ...]] = {}
    broader: dict[str, tuple[str, ...]] = {}
    for line in Path(__file__).with_name("skills.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("# "):
            continue
        said, _, above = line.partition(" < ")
        name, _, others = said.partition(" = ")
        written = (name.strip(), *(other.strip() for other in others.split(" | ") if other.strip()))
        name = written[0].removesuffix("!")
        spellings[name] = tuple(spelling for raw in written for spelling in _spread(raw))
        broader[name] = tuple(part.strip().removesuffix("!") for part in above.split(",") if part.strip())
    for above in {n for names in broader.values() for n in names} - spellings.keys():
        spellings[above], broader[above] = (above,), ()
    names = {name.casefold(): name for name in spellings}
    for name, all_written in spellings.items():
        for spelling in all_written:
            names.setdefault(spelling.removesuffix("!").casefold(), name)
    return _Table(spellings, broader, names)


def _spread(spelling: str) -> Iterator[str]:
    """`{lead,manage} team` as its two spellings."""
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(_BRACES.split(spelling))]
    return ("".join(chosen) for chosen in product(*choices))


@lru_cache(maxsize=4096)
def _forms(spellings: tuple[str, ...], language: str) -> tuple[Form, ...]:
    return tuple(form for spelling in spellings if (form := _form(spelling, language)).keys)


def _form(spelling: str, language: str) -> Form:
    plain = spelling.removesuffix("!")
    words = content_words(plain.replace("#", _SOME), language)
    if len(words) < 2 <= len(plain.replace("~", " ").split()):
        return Form(())  # only function words around it: "sous chef" must not be every chef in French
    exact = tuple(word.text for word in words) if plain != spelling else ()
    keys = (_COUNT if word.text == _SOME else word.key for word in words)
    return Form(tuple(keys), exact, loose="~" in spelling)


@cache
def _index(language: str) -> _Index:
    """Words -> the terms they may name."""
    index: _Index = defaultdict(list)
    for name, spellings in _table().spellings.items():
        for form in _forms(spellings, language):
            index[form.keys].append((name, form))
    return dict(index)
