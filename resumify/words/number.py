"""Quantities as people of several locales write them: digits, words, shares of a whole, money, percent, years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
_WORDS: dict[str, float] = {
    **{w: float(i) for i, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)},
    **{w: float(i) for i, w in enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), 2)},
    **{w: float(i) for i, w in enumerate("deux trois quatre cinq six sept huit neuf dix onze douze".split(), 2)},
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    **{w: float(i) for i, w in enumerate("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(), 13)},
    **{w: float(i) for i, w in enumerate("treize quatorze quinze seize".split(), 13)},
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "soixante": 60,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "dozen": 12, "dutzend": 12, "douzaine": 12, "hundred": 100, "hundert": 100, "cent": 100,
    "thousand": 1e3, "tausend": 1e3, "million": 1e6, "billion": 1e9,
}  # fmt: skip
_MULTIPLES = {
    "doubled": 2, "doubling": 2, "double": 2, "twice": 2, "tripled": 3, "tripling": 3, "triple": 3, "thrice": 3,
    "quadrupled": 4, "quadrupling": 4, "halved": 0.5, "halving": 0.5, "half": 0.5,
    "verdoppelt": 2, "verdoppelte": 2, "verdoppeln": 2, "verdreifacht": 3, "verdreifachte": 3, "halbiert": 0.5,
    "halbierte": 0.5, "hälfte": 0.5, "doublé": 2, "doubler": 2, "triplé": 3, "moitié": 0.5,
}  # fmt: skip

_ONES = {"a": 1, "one": 1, "ein": 1, "einem": 1, "einen": 1, "un": 1, "d'un": 1}
_PARTS = {"third": 3, "thirds": 3, "drittel": 3, "tiers": 3, "viertel": 4, "quarters of": 4, "quarter of": 4,
          "fifth of": 5, "fifths": 5, "fünftel": 5, "tenth of": 10, "tenths": 10, "zehntel": 10}  # fmt: skip
_FRACTION = re.compile(
    rf"\b(?P<n>[\w']+)[ -](?P<of>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\b", re.IGNORECASE
)
_SHARE = re.compile(
    rf"\b(?P<n>\d+|{'|'.join(_WORDS)}|one) (?:in|out of|von|sur) (?P<of>\d+|{'|'.join(_WORDS)})\b", re.IGNORECASE
)
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
    after, ranges, multiples ("3x", "doubled"), number words in English, German and French, calendar years."""
    shares = list(_shares(text))
    digits = [_number(match) for match in _NUMBER.finditer(text) if not _is_inside_word(text, match)]
    found = shares + [number for number in digits if not _overlaps(number, shares)]
    words = [token for token in tokens(text) if not _overlaps(token, found)]
    found += _joined(text, [number for token in words for number in _worded(token)])
    return sorted(found, key=lambda number: number.start)


def _overlaps(place: Token | Number, taken: list[Number]) -> bool:
    return any(number.start < place.end and place.start < number.end for number in taken)


def _shares(text: str) -> Iterator[Number]:
    """Parts of a whole: "a third", "zwei Drittel", "nine in ten", "3 out of 4"."""
    for match in _FRACTION.finditer(text):
        count = _ONES.get(match["n"].casefold(), _WORDS.get(match["n"].casefold()))
        if count is not None:
            yield Number(match.start(), match.end(), match[0], round(count / _PARTS[match["of"].casefold()], 4), "x")
    for match in _SHARE.finditer(text):
        count, whole = _count(match["n"]), _count(match["of"])
        if count <= whole and (whole < 100 or " out of " in match[0]) and not (match["n"] + match["of"]).isdigit():
            yield Number(match.start(), match.end(), match[0], round(count / whole, 4), "x")


def _count(word: str) -> float:
    return float(word) if word.isdigit() else _WORDS.get(word.casefold(), 1.0)


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


def _worded(token: Token) -> list[Number]:
    word = token.text.casefold()
    if word in _MULTIPLES:
        return [Number(token.start, token.end, token.text, _MULTIPLES[word], "x")]
    if word in _WORDS:
        return [Number(token.start, token.end, token.text, _WORDS[word])]
    parts = word.split("-")
    if len(parts) == 2 and all(part in _WORDS for part in parts):  # "twenty-five"
        return [Number(token.start, token.end, token.text, _WORDS[parts[0]] + _WORDS[parts[1]])]
    if len(parts) == 2 and parts[0] in _WORDS:  # "six-storey"
        return [Number(token.start, token.start + len(parts[0]), token.text[: len(parts[0])], _WORDS[parts[0]])]
    return []
