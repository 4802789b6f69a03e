"""Numbers spelled out in English, German, French and Spanish, up to ninety-nine and the words for powers of ten."""

from __future__ import annotations


def _counted(words: str, first: int) -> dict[str, float]:
    return {word: float(value) for value, word in enumerate(words.split(), first)}


_ENGLISH = _counted(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen",
    2,
)
_GERMAN = _counted(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
    "neunzehn",
    2,
)
_FRENCH = _counted(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    2,
)
_ABOUT = {
    "dizaine": 10.0, "quinzaine": 15.0, "vingtaine": 20.0, "trentaine": 30.0, "quarantaine": 40.0, "cinquantaine": 50.0,
    "soixantaine": 60.0, "centaine": 100.0,
}  # fmt: skip
_SPANISH = {
    **_counted("tres cuatro cinco seis siete ocho nueve diez", 3),
    **_counted("doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte", 12),
    **_counted("veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho", 21),
}
"""Without "dos" and "once", which are other words in other languages."""
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingts": 80,
    "quatre-vingt": 80, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90,
}  # fmt: skip
_POWERS = {
    "dozen": 12, "dutzend": 12, "douzaine": 12, "docena": 12, "hundred": 100, "hundert": 100, "cent": 100,
    "cents": 100, "cien": 100,
    "thousand": 1e3, "tausend": 1e3, "million": 1e6, "billion": 1e9,
}  # fmt: skip


def _compounds() -> dict[str, float]:
    """Tens and ones in one word: "twenty-one", "einundzwanzig", "vingt-et-un", "soixante-douze"."""
    found: dict[str, float] = {}
    for ten, value in _TENS.items():
        for one, unit in {"one": 1.0, **_ENGLISH}.items():
            if unit < 10:
                found[f"{ten}-{one}"] = value + unit
        for one, unit in {"ein": 1.0, **_GERMAN}.items():
            if unit < 10:
                found[f"{one}und{ten}"] = value + unit
        for one, unit in _FRENCH.items():
            if unit < 10 or value in (60, 80):
                found[f"{ten}-{one}"] = value + unit
        found |= {f"{ten}-et-un": value + 1, f"{ten}-un": value + 1, f"{ten}-et-onze": value + 11}
    hundreds = {f"{word}hundert": value * 100 for word, value in {"ein": 1.0, **_GERMAN}.items() if value < 10}
    return found | hundreds


SPELLED: dict[str, float] = {**_compounds(), **_ENGLISH, **_GERMAN, **_FRENCH, **_ABOUT, **_SPANISH, **_TENS, **_POWERS}
"""Word in lower case -> its value; "one" and its like are articles as well, and read where they count something."""
HALVES: dict[str, float] = {
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    **{f"{word}einhalb": value + 0.5 for word, value in _GERMAN.items()},
}
MULTIPLES = {
    "doubled": 2, "doubling": 2, "double": 2, "twice": 2, "tripled": 3, "tripling": 3, "triple": 3, "thrice": 3,
    "quadrupled": 4, "quadrupling": 4, "halved": 0.5, "halving": 0.5, "half": 0.5,
    "verdoppelt": 2, "verdoppelte": 2, "verdoppeln": 2, "verdreifacht": 3, "verdreifachte": 3, "halbiert": 0.5,
    "halbierte": 0.5, "hälfte": 0.5, "doublé": 2, "doubler": 2, "triplé": 3, "moitié": 0.5,
}  # fmt: skip
