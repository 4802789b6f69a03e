"""Quantities as people of several locales write them: digits, words, shares of a whole, money, percent, years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from resumify.words.spelled import HALVES, MULTIPLES, SPELLED
from resumify.words.token import Token, tokens


@dataclass(frozen=True)
class Number:
    """A quantity as written: its place, its value (of a range the lower end), and its unit: "%", a currency, "x" for
    multiples, "year" for calendar years, "" for plain counts. `upper` is the upper end of a range."""

    start: int
    end: int
    text: str
    value: float
    unit: str = ""
    upper: float | None = None


_SCALES = {
    "k": 1e3,
    "tsd": 1e3,
    "thousand": 1e3,
    "tausend": 1e3,
    "mille": 1e3,
    "m": 1e6,
    "mio": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "millionen": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "mrd": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "milliarden": 1e9,
    "milliards": 1e9,
    "milliard": 1e9,
}
_CURRENCIES = {
    "$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "us$": "usd",
    "€": "eur", "eur": "eur", "euro": "eur", "euros": "eur",
    "£": "gbp", "gbp": "gbp", "pounds": "gbp",
    "¥": "jpy", "kr": "sek", "zł": "pln", "franken": "chf", "francs": "chf",
}  # fmt: skip
_CODES = "USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|CAD|AUD|NZD|JPY|CNY|INR|SGD|AED|ZAR|BRL|MXN"
_ONES = {"a": 1, "one": 1, "ein": 1, "einem": 1, "einen": 1, "un": 1, "d'un": 1}
_PARTS = {"third": 3, "thirds": 3, "drittel": 3, "tiers": 3, "viertel": 4, "quarters of": 4, "quarter of": 4,
          "fifth of": 5, "fifths": 5, "fünftel": 5, "tenth of": 10, "tenths": 10, "zehntel": 10}  # fmt: skip
_NAMED = r"[^\W\d_]{1,20}(?:-[^\W\d_]{1,12}){0,2}"
_FRACTION = re.compile(
    rf"\b(?P<n>[\w']{{1,20}})[ -](?P<of>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\b", re.IGNORECASE
)
_SHARE = re.compile(rf"\b(?P<n>\d+|{_NAMED}) (?:in|out of|von|sur) (?P<of>\d+|{_NAMED})\b", re.IGNORECASE)
_MIXED = re.compile(r"(?<![\w/.,])(?P<n>\d{1,6})(?: (?P<part>\d{1,2})/(?P<of>\d{1,2}))(?![\w/])")
_AND_A_HALF = re.compile(
    rf"\b(?P<n>\d{{1,6}}|{_NAMED})(?: and a half\b| (?:ans?|mois|heures?|jours?|semaines?) et demie?\b)", re.IGNORECASE
)
_RATIO = re.compile(r"(?<![\w:.])(?P<n>\d{1,6}):(?P<of>\d{1,6})(?![\w:])")
_SEPTEMBER = re.compile(r"[Ss]ept\b\.?,? (?:19|20)\d\d\b|Sept\b")  # seven in French
_TIMES = re.compile(r"[ -](?:times|fold|[Mm]al|fois)\b")
_JOINS = re.compile(r"\s(?:and\s)?|-")
_POWERS = frozenset({100.0, 1e3, 1e6, 1e9})
_DIGITS = r"\d+(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_SCALE = (  # "m" only right after its digits: "30 m" are metres
    r"k|K|M|(?<=\d)m|mm|mn|bn|B|Mio\.?|Mrd\.?|Tsd\.?|[Tt]housand|"
    r"[Mm]illions?|[Bb]illions?|[Mm]illionen|[Mm]illiarden|[Mm]illiards?"
)
_CURRENCY = rf"US\$|[$€£¥]|{_CODES}|[Dd]ollars?|[Ee]uros?|pounds|[Ff]ranken|francs|kr|zł"
_NUMBER = re.compile(
    rf"""(?<![\w])(?P<before>(?:(?:US|CA|AU)?[$€£¥]|(?:{_CODES})\s?)\s?)?
    (?P<low>{_DIGITS})(?:\s?[-–—]\s?(?:[$€£¥]\s?)?(?P<high>{_DIGITS}))?
    (?:(?P<percent>\s?(?:%|‰|percent\b|per\scent\b|Prozent\b|pour\scent\b|p\.\s?c\.))
      |(?P<times>\s?(?:x|×|-?fold|times|mal|fach|fois)\b)
      |(?:\s?(?P<scale>{_SCALE})(?![\w]))?(?:\s?(?:d['’]|de\s)?(?P<after>{_CURRENCY})(?![\w]))?)(?P<plus>\+)?""",
    re.VERBOSE,
)


def numbers(text: str) -> list[Number]:
    """Every quantity of the text in order: digits with separators of any locale, k/M/bn, percent, currencies before or
    after, ranges, ratios, multiples ("3x", "doubled"), fractions, words for numbers, calendar years."""
    found = _apart(_composed(text), [])
    found = _apart((_number(match) for match in _NUMBER.finditer(text) if not _is_inside_word(text, match)), found)
    words = (number for token in tokens(text) if not token.text.isupper() for number in _worded(token, text))
    return sorted(found + _joined(text, _apart(words, found)[len(found) :]), key=lambda number: number.start)


def _apart(more: Iterable[Number], found: list[Number]) -> list[Number]:
    """The numbers found, and those of the others that share no place with one before them."""
    taken = {place for number in found for place in range(number.start, number.end)}
    apart = list(found)
    for number in more:
        places = range(number.start, number.end)
        if taken.isdisjoint(places):
            taken.update(places)
            apart.append(number)
    return apart


def _composed(text: str) -> Iterator[Number]:
    """What is made of several numbers: "a third", "nine in ten", "3 out of 4", "3 1/2", "two and a half", "2:1"."""
    for match in _MIXED.finditer(text):
        yield _at(match, int(match["n"]) + int(match["part"]) / (int(match["of"]) or 1))
    for match in _AND_A_HALF.finditer(text):
        if (count := _count(match["n"])) is not None:
            yield _at(match, count + 0.5)
    for match in _RATIO.finditer(text):
        yield replace(_at(match, float(match["n"])), unit=":", upper=float(match["of"]))
    for match in _FRACTION.finditer(text):
        count = _ONES.get(match["n"].casefold(), SPELLED.get(match["n"].casefold()))
        if count is not None:
            yield replace(_at(match, round(count / _PARTS[match["of"].casefold()], 4)), unit="x")
    for match in _SHARE.finditer(text):
        yield from _share(match)


def _share(match: re.Match[str]) -> Iterator[Number]:
    count, whole = _count(match["n"]), _count(match["of"])
    if count is None or not whole or (match["n"] + match["of"]).isdigit():
        return
    if count <= whole and (whole < 100 or " out of " in match[0]):
        yield replace(_at(match, round(count / whole, 4)), unit="x")


def _at(match: re.Match[str], value: float) -> Number:
    return Number(match.start(), match.end(), match[0], value)


def _count(word: str) -> float | None:
    return float(word) if word.isdigit() else SPELLED.get(word.casefold(), 1.0 if word.casefold() == "one" else None)


def _joined(text: str, found: list[Number]) -> list[Number]:
    """Number words that make one quantity together: "two hundred and fifty", "three million"."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        between = text[last.end : number.start].casefold() if last is not None else ""
        if last is None or "x" in (last.unit, number.unit) or not _JOINS.fullmatch(between):
            joined.append(number)
        elif number.value in _POWERS and last.value < number.value:
            joined[-1] = _merged(text, last, number, last.value * number.value)
        elif last.value >= 100 > number.value:
            joined[-1] = _merged(text, last, number, last.value + number.value)
        else:
            joined.append(number)
    return joined


def _merged(text: str, first: Number, last: Number, value: float) -> Number:
    return replace(first, end=last.end, text=text[first.start : last.end], value=value)


def _is_inside_word(text: str, match: re.Match[str]) -> bool:
    """Digits that belong to a name (ISO-9001's dash aside, "S3", "p99", "H2O") are no quantities."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return before.isalpha() or (after.isalpha() and after not in "xX")


def _number(match: re.Match[str]) -> Number:
    scale = _SCALES.get((match["scale"] or "").casefold().rstrip("."), 1.0)
    low, high = _value(match["low"]), _value(match["high"]) if match["high"] else None
    unit = _unit(match)
    if not unit and scale == 1.0 and _is_year(match["low"]):
        unit = "year"
    text = match[0].rstrip()
    upper = None if high is None else high * scale
    return Number(match.start(), match.start() + len(text), text, low * scale, unit, upper)


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%"
    if match["times"]:
        return "x"
    currency = (match["before"] or match["after"] or "").strip().casefold()
    return _CURRENCIES.get(currency, currency)


def _is_year(digits: str) -> bool:
    return digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100


def _value(digits: str) -> float:
    """Digits of any locale: the last separator is decimal unless exactly three digits follow it."""
    plain = re.sub(r"['’ \u00a0\u202f]", "", digits)
    if "," in plain and "." in plain:
        decimal = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
    elif re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain) and not plain.startswith("0"):
        plain = re.sub(r"[.,]", "", plain)
    else:
        plain = plain.replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else float(plain.replace(".", ""))


def _worded(token: Token, text: str) -> list[Number]:
    word = token.text.casefold()
    if word in MULTIPLES:
        return [Number(token.start, token.end, token.text, MULTIPLES[word], "x")]
    if word in HALVES:
        return [Number(token.start, token.end, token.text, HALVES[word])]
    if word in SPELLED and not _SEPTEMBER.match(text, token.start):
        times = _TIMES.match(text, token.end)
        end = times.end() if times else token.end
        return [Number(token.start, end, text[token.start : end], SPELLED[word], "x" if times else "")]
    first, _, rest = word.partition("-")
    if rest and first in SPELLED and rest not in SPELLED:  # "six-storey"
        return [Number(token.start, token.start + len(first), token.text[: len(first)], SPELLED[first])]
    return []
