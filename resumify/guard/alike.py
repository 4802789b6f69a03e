"""What is written in several ways and is one thing: degrees and their abbreviations, quarters, mother tongues, ranges.

Works on the text before words are read; line and fact get the same form.
"""

from __future__ import annotations

import re

_SAME = (
    (r"\b(?:Bachelor|BSc|B\.Sc\.?) of Science\b|\bB\.Sc\.?(?=\W|\Z)|\bBSc\b", "BSc"),
    (r"\bMaster of Science\b|\bM\.Sc\.?(?=\W|\Z)|\bMSc\b", "MSc"),
    (r"\bBachelor of Arts\b|\bB\.A\.?(?=\W|\Z)", "BA"),
    (r"\bMaster of Arts\b|\bM\.A\.?(?=\W|\Z)", "MA"),
    (r"\bBachelor of Engineering\b|\bB\.Eng\.?(?=\W|\Z)", "BEng"),
    (r"\bMaster of Engineering\b|\bM\.Eng\.?(?=\W|\Z)", "MEng"),
    (r"\bMaster of Business Administration\b", "MBA"),
    (r"\bBachelor of Laws\b", "LLB"),
    (r"\bMaster of Laws\b", "LLM"),
    (r"\b(?:Doctor of Philosophy|Ph\.D\.?)(?=\W|\Z)", "PhD"),
    (r"\b(?:mother tongue|native (?:speaker|language|tongue)|first language)\b", "native"),
    (r"\bnative (?=\w+ speaker\b)", "native "),
    (r"\b(?:Muttersprachlerin|Muttersprachler)\b", "Muttersprache"),
    (r"\blangue maternelle\b", "maternelle"),
    (r"\bQ1(?= |\Z)", "first quarter"),
    (r"\bQ2(?= |\Z)", "second quarter"),
    (r"\bQ3(?= |\Z)", "third quarter"),
    (r"\bQ4(?= |\Z)", "fourth quarter"),
    (r"\b(?:alternate (?=\w+days?\b)|every other (?=\w+days?\b|week|month|year|night|evening))", "every second "),
    (r"\b[Nn](?:o|r|°)\.? ?2(?= in| von| of| de)", "second"),
    (r"\bon my own(?=[,.;]|\Z| (?:with|for|in|at|on|and|during)\b)|\bby myself\b|\bsingle-?handed(?:ly)?\b", "alone"),
    (r"\b(ca|approx|inkl|max|min|Nr|No|bzw|resp|env|incl)\. (?=\S)", r"\1 "),
    (r"\b(Bachelor|Master)(?:-?abschluss|'s degree| degree)\b", r"\1"),
    (r"\bp\. ?a\.(?=\W|\Z)|\bper annum\b", "a year"),
    (r"(?<=\w)/(?:Woche|Wo\.?)(?=\W|\Z)", " pro Woche"),
    (r"(?<=\w)/(?:Tag)(?=\W|\Z)", " pro Tag"),
    (r"(?<=\w)/(?:week|wk)\b", " a week"),
    (r"(?<=\w)/(?:day)\b", " a day"),
    (r"(?<=\w)/(?:sem\.?|semaine)(?=\W|\Z)", " par semaine"),
    (r"(?<=\w)/(?:j|jour)\b", " par jour"),
    (r"\b(\d+)(?:ish)\b", r"about \1"),
    (r"\byrs?\b", "years"),
    (r"\bppl\b", "people"),
    (r"\babt\b", "about"),
    (r"(?<= )u\.? (?=[A-ZÄÖÜa-z])", "und "),
    (r"\bchiffre d'affaires\b", "CA"),
    (r"\bprise en charge\b|\bpris(?:e|es)? en charge\b", "prise en charge"),
)  # fmt: skip
_FORMS = tuple((re.compile(pattern, re.IGNORECASE if pattern.islower() else 0), form) for pattern, form in _SAME)


def alike(text: str) -> str:
    """The text with one form for each of these."""
    for pattern, form in _FORMS:
        text = pattern.sub(form, text)
    return text
