"""Dates as people write them, in many languages -> ISO 8601 of the precision they wrote.

A date is never made more precise or more certain than the text: "03/04/2020" may be March or April, so it is "2020".
Month names come from Unicode's CLDR (through Babel); what is no date reads as None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

_LANGUAGES = (
    "en de fr es it pt nl sv da nb nn fi is pl cs sk hu ro bg hr sr sl bs uk ru be el tr et lv lt ca eu gl id ms vi "
    "ar he fa hi ja zh ko th ga cy sq mk af sw ka hy az kk"
)

_OPEN = (
    "present|current|currently|now|today|ongoing|to date|heute|aktuell|jetzt|laufend|dato|gegenwart|gegenwärtig|"
    "aujourd'hui|présent|actuel|actuellement|maintenant|en cours|ce jour|actualidad|la actualidad|el presente|"
    "presente|actual|actualmente|hoy|oggi|attuale|attualmente|in corso|atual|atualmente|o momento|hoje|heden|huidig|nu|"
    "nuvarande|pågående|nå|nåværende|nykyinen|nyt|obecnie|dziś|dzisiaj|teraz|současnost|dosud|súčasnosť|doteraz|jelenleg|"
    "jelen|prezent|în prezent|настоящее время|наст. время|сейчас|по сей день|сьогодні|дотепер|теперішній час|сега|"
    "σήμερα|παρόν|günümüz|halen|devam ediyor|danas|danes|dabar|tagad|praegu|sekarang|saat ini|hiện tại|nay|الآن|الحاضر|"
    "حتى الآن|היום|כיום|הווה|اکنون|تاکنون|वर्तमान|現在|现在|至今|目前|今|현재|ปัจจุบัน"
)
_TO = (
    "to|until|till|through|bis|à|au|jusqu'à|jusqu'au|a|al|hasta|até|fino a|tot|tot en met|t/m|til|till|do|до|по|sampai|"
    "đến|から|至|إلى|עד"
)
_FROM = (
    "from|since|von|vom|seit|ab|depuis|de|du|dès|desde|dal|dalla|da|van|vanaf|sinds|från|sedan|fra|siden|od|с|от|з|від"
)
_PART_OF_YEAR = (
    "spring|summer|autumn|fall|winter|q1|q2|q3|q4|h1|h2|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|"
    "primavera|verano|otoño|invierno|estate|autunno|inverno|verão|outono|early|mid|late|anfang|mitte|ende|début|fin"
)


def _words(alternatives: str) -> str:
    longest_first = sorted(alternatives.split("|"), key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)


_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NAME = r"(?P<name>(?:de\s|d['’])?[^\W\d_][^\s\d\-–—,./()'’]*\.?|(?:thg|tháng)\s\d{1,2})"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
_END = r"(?![^\W\u3040-\u9fff]|%|[.,]\d)"  # Japanese and Chinese go on without a space
_FORMS = tuple(
    re.compile(form + _END, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-{_MONTH}-{_DAY}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
        rf"{_YEAR}(?P<sep>[/.]){_MONTH}(?P=sep){_DAY}",
        r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)" + _YEAR,
        rf"{_YEAR}[-/.]{_MONTH}",
        rf"{_MONTH}\s?[-/.]\s?{_YEAR}",
        rf"{_DAY}{_ORDINAL}\s(?:de\s)?{_NAME},?\s(?:del?\s)?{_YEAR}",
        rf"{_NAME}\s{_DAY}{_ORDINAL},\s?{_YEAR}",
        rf"{_NAME},?\s(?:del?\s|of\s)?{_YEAR}",
        rf"{_NAME}\s?['’](?P<short>\d{{2}})",
        rf"(?:{_words(_PART_OF_YEAR)})[\s-](?:de\s|of\s)?{_YEAR}",
        rf"{_YEAR}\.?\s(?:m\.\s)?{_NAME}(?:\s{_DAY}\.?)?",
        rf"{_YEAR}\s?[年년](?:\s?{_MONTH}\s?[月월](?:\s?{_DAY}\s?[日일])?)?",
        _YEAR,
    )
)
_SEPARATOR = re.compile(rf"\s*(?:[-–—−~〜～→]+|(?<!\w)(?:{_words(_TO)})(?!\w)|から|至)\s*", re.IGNORECASE)
_OPEN_END = re.compile(rf"(?:(?:bis|à|a|to|do|до|по|til|till|tot|til)\s)?(?:{_words(_OPEN)})\.?(?!\w)", re.IGNORECASE)
_OPENING = re.compile(rf"(?<!\w)(?P<word>{_words(_FROM)})\s+\Z", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|seit|depuis|desde|dal|dalla|vanaf|sinds|sedan|siden|ab|dès|с|від)\Z", re.IGNORECASE)
_SHORT_END = re.compile(r"(?P<short>\d{2})" + _END)
_BARE_MONTH = re.compile(_NAME + r"(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class DateRange:
    """A stretch of time: ISO dates, `end` None where it is open; `begin` and `stop` delimit it in the text."""

    start: str
    end: str | None
    begin: int
    stop: int

    @property
    def is_open(self) -> bool:
        return self.end is None


def clean_date(raw: str) -> str | None:
    """Return `raw` as YYYY, YYYY-MM or YYYY-MM-DD; None when it is no date or an open end (see `is_open_end`)."""
    text = _plain(raw).strip(" \t\n,;.()")
    found = _date_at(text, 0)
    return found[0] if found and found[1] == len(text) else None


def is_open_end(raw: str) -> bool:
    """Tell whether `raw` says that something still goes on ("Present", "heute", "aujourd'hui")."""
    return _OPEN_END.fullmatch(_plain(raw).strip(" \t\n,;()")) is not None


def date_range(text: str) -> DateRange | None:
    """Return the first stretch of time in `text` ("Jan 2020 – Present", "2016-2019", "seit 03/2021"), or None."""
    plain = _plain(text)
    for begin, iso, stop in _dates(plain):
        opening = _OPENING.search(plain, 0, begin)
        start = opening.start() if opening else begin
        end = _end_after(plain, stop, iso)
        if end is not None:
            return DateRange(iso, end[0], start, end[1])
        if opening is not None and _SINCE.match(opening["word"]):
            return DateRange(iso, None, start, stop)
    return _months_of_one_year(plain)


def first_date(text: str) -> tuple[str, int, int] | None:
    """Return the first single date in `text` as (ISO date, begin, stop), or None."""
    return next(((iso, begin, stop) for begin, iso, stop in _dates(_plain(text))), None)


def _plain(text: str) -> str:
    """Same length as `text`: every digit ASCII, every space a space."""
    if text.isascii():
        return re.sub(r"\s", " ", text)
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else " " if c.isspace() else c for c in text)


def _dates(text: str) -> Iterator[tuple[int, str, int]]:
    """Every date in `text`, left to right without overlap, as (begin, ISO date, stop)."""
    position = 0
    for start in re.finditer(r"(?<![\w.,/$€£#+-])\w|(?<=[^\d\W])\d|(?<=\s-)\d|(?<=[-–—])[^\W\d]", text):
        if start.start() >= position and (found := _date_at(text, start.start())):
            yield start.start(), *found
            position = found[1]


def _date_at(text: str, position: int) -> tuple[str, int] | None:
    for form in _FORMS:
        match = form.match(text, position)
        iso = _iso(match.groupdict()) if match else None
        if match and iso:
            return iso, match.end()
    return None


def _iso(part: dict[str, str | None]) -> str | None:
    """The ISO date of a matched form; None when its month name is no month."""
    year = part.get("year") or _century(part.get("short"))
    month: str | int | None = part.get("month")
    day: str | int | None = part.get("day")
    if part.get("name") is not None and (month := _month(str(part["name"]))) is None:
        return None
    if part.get("first") is not None:
        day, month = _day_and_month(str(part["first"]), str(part["second"]), str(part["sep"]))
    if not month:
        return None if part.get("first") and day == 0 else year
    if not day:
        return f"{year}-{int(month):02}"
    try:
        return date(int(str(year)), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _day_and_month(first: str, second: str, separator: str) -> tuple[int | None, int | None]:
    """Day and month where the order is certain; (None, None) where it is not; (0, None) where neither can be one."""
    one, two = int(first), int(second)
    if separator == "." or one == two or one > 12:
        return (one, two) if 1 <= two <= 12 and 1 <= one <= 31 else (0, None)
    if two > 12:
        return (two, one) if two <= 31 and one >= 1 else (0, None)
    return (None, None) if one and two else (0, None)


def _century(short: str | None) -> str | None:
    return None if short is None else f"{'19' if int(short) > 60 else '20'}{short}"


def _end_after(text: str, position: int, start: str) -> tuple[str | None, int] | None:
    """What follows a start date: (ISO end or None for open, where it stops); None when no end follows."""
    separator = _SEPARATOR.match(text, position)
    if separator is None:
        bare = re.compile(r"\s+").match(text, position)
        still = _OPEN_END.match(text, bare.end()) if bare else None
        return (None, still.end()) if still else None
    position = separator.end()
    if still := _OPEN_END.match(text, position):
        return None, still.end()
    if found := _date_at(text, position):
        return found
    short = _SHORT_END.match(text, position)
    if short and len(start) == 4 and short["short"] > start[2:]:
        return start[:2] + short["short"], short.end()
    nothing_follows = not text[position:].strip(" )]·|,") and separator.group().strip() in {"-", "–", "—", "−", "~"}
    return (None, separator.end()) if nothing_follows else None


def _months_of_one_year(text: str) -> DateRange | None:
    """ "Jan – Mar 2020": a month, then a date whose year it shares."""
    for begin, iso, stop in _dates(text):
        for earlier in _BARE_MONTH.finditer(text, 0, begin):
            separator = _SEPARATOR.match(text, earlier.end())
            month = _month(earlier["name"])
            if month and separator and separator.end() == begin and len(iso) == 7:
                return DateRange(f"{iso[:4]}-{month:02}", iso, earlier.start(), stop)
    return None


def _month(name: str) -> int | None:
    """The month that `name` means; 0 where languages differ ("listopad"), None where no month has that name."""
    key = unicodedata.normalize("NFC", name.casefold()).rstrip(".")
    return _months("en").get(key) or _months(_LANGUAGES).get(key)  # English alone loads fast


@cache
def _months(languages: str) -> dict[str, int]:
    from babel import Locale

    found: dict[str, set[int]] = {"sept": {9}, "märz": {3}, "mrz": {3}, "jänner": {1}, "feber": {2}}
    for language in languages.split():
        months = Locale(language).months
        for name, number in ((name, n) for c in months for w in months[c] for n, name in months[c][w].items()):
            key = unicodedata.normalize("NFC", name.casefold()).rstrip(".")
            if len(key) > 1 and not key.isdecimal():
                found.setdefault(key, set()).add(number)
                found.setdefault(key.removeprefix("de ").removeprefix("d'").removeprefix("d’"), set()).add(number)
    return {name: numbers.pop() if len(numbers) == 1 else 0 for name, numbers in found.items()}
