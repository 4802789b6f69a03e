"""Frames: what only leads up to a claim and makes none, as people and models write: "In my role as …, I also …"."""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?:in|during|throughout|within) (?:my|this|that|the) (?:role|position|post|job|time|tenure|work|capacity)"
    r"(?: (?:there|here))?(?: (?:as|at|with|in|of|for)\b)?"
    r"|while (?:working|employed|serving|there)(?: (?:as|at|for)\b)?"
    r"|my (?:work|duties|tasks|role)(?: there| here)?(?: also)? (?:included|involved|covered|comprised|was to)"
    r"|(?:which|this)(?: also)? (?:included|involved|meant)"
    r"|on an? (?=\w+ basis)|(?<=ly) basis|a total of|in total|per annum|as part of (?:my|this|the) (?:role|job|work)"
    r"|i hold an?(?= )|(?<=free )of charge|in the year(?= (?:19|20)\d\d)"
    r"|both (?=[^.;]{1,80}\band\b)|(?:furthermore|moreover|likewise|there)\b"
)
_GERMAN = (
    r"(?:in|während) (?:meiner|dieser|der) (?:rolle|funktion|position|tätigkeit|zeit|arbeit)(?: (?:als|bei|beim)\b)?"
    r"|(?:zu meinen aufgaben (?:gehörten?|zählten?)|meine aufgaben (?:umfassten|waren))(?: auch)?"
    r"|im rahmen (?:meiner tätigkeit|dieser stelle|der stelle)|im jahre?(?= (?:19|20)\d\d)"
    r"|außerdem|zudem|darüber hinaus|ferner|insgesamt|dort"
)
_FRENCH = (
    r"(?:dans|lors de|au cours de|pendant) (?:le cadre de )?(?:mon|ma|ce|cette|mes) (?:rôle|poste|fonctions?|travail)"
    r"(?: (?:de|d'|chez|en tant que)\b)?"
    r"|mes (?:missions|tâches) (?:comprenaient|incluaient)(?: aussi)?|en tant qu(?:e\b|(?='))"
    r"|j'ai(?: (?:aussi|également))?"
    r"|également|par ailleurs|de plus|en outre|au total|aussi"
)
_FRAME = re.compile(rf"\b(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)


def frames(text: str) -> list[tuple[int, int]]:
    """Where such words stand, in order."""
    return [found.span() for found in _FRAME.finditer(text)]
