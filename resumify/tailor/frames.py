"""The words around facts in composed sentences, in the languages that have them here. They claim nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Frames:
    """How one language says how long somebody held titles, and names things. Titles and names stay as given."""

    years: Callable[[int], str]
    until: str
    names_before: str
    conjunction: str

    def held(self, years: int, titles: Sequence[str], until: str | None, places: Sequence[str]) -> str:
        """ "9 years as Staff Nurse and Ward Sister, until 2019 (St Mary's)." """
        ended = "" if until is None else self.until.format(until)
        where = f" ({', '.join(places)})" if places else ""
        return f"{self.years(years)} {self.listed(titles)}{ended}{where}."

    def names(self, names: Sequence[str]) -> str:
        """ "For this role: Python, SQL and IPAF 3a." """
        return f"{self.names_before} {self.listed(names)}."

    def listed(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        last = names[-1]
        conjunction = "e" if self.conjunction == "y" and _begins_with_i(last) else self.conjunction
        return f"{', '.join(names[:-1])} {conjunction} {last}"


def frames_of(language: str) -> Frames | None:
    """The frames of a language by its code, None where there are none."""
    return _FRAMES.get(language.casefold()[:2])


def _begins_with_i(word: str) -> bool:
    """Whether Spanish says "e" for "y" before the word."""
    start = word.casefold()
    return start.startswith(("i", "í", "hi", "hí")) and not start.startswith("hie")


def _counted(one: str, more: str) -> Callable[[int], str]:
    return lambda years: one if years == 1 else more.format(years)


def _polish(years: int) -> str:
    few = years % 10 in (2, 3, 4) and years % 100 not in (12, 13, 14)
    return "1 rok jako" if years == 1 else f"{years} {'lata' if few else 'lat'} jako"


_FRAMES = {
    "en": Frames(_counted("1 year as", "{} years as"), ", until {}", "For this role:", "and"),
    "de": Frames(_counted("1 Jahr als", "{} Jahre als"), ", bis {}", "Für diese Stelle:", "und"),
    "fr": Frames(_counted("1 an comme", "{} ans comme"), ", jusqu'en {}", "Pour ce poste :", "et"),
    "es": Frames(_counted("1 año como", "{} años como"), ", hasta {}", "Para este puesto:", "y"),
    "it": Frames(_counted("1 anno come", "{} anni come"), ", fino al {}", "Per questo ruolo:", "e"),
    "nl": Frames(_counted("1 jaar als", "{} jaar als"), ", tot {}", "Voor deze functie:", "en"),
    "pt": Frames(_counted("1 ano como", "{} anos como"), ", até {}", "Para esta função:", "e"),
    "pl": Frames(_polish, ", do {}", "Na to stanowisko:", "i"),
    "sv": Frames(_counted("1 år som", "{} år som"), ", till {}", "För den här tjänsten:", "och"),
}
