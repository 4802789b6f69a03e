"""Instructions that ask for a claim: what the person's facts do not say is refused in words. Changes no résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumify.models import Fact
from resumify.words import FUNCTION_WORDS, detect_language, stem, tokens

_CLAIMS = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(?:say|claim|state|pretend|invent|make up|lie|exaggerate|inflate|add|list|include|"
    r"mention|write|put|give me|make me|call me|present me as|change|turn|increase|raise|round|"
    r"behaupte|erfinde|übertreibe|ergänze|füge|schreibe?|gib an|erwähne|nenne|mach mich|erhöhe|"
    r"prétends?|invente|ajoute[rz]?|écri[st]|mentionne|indique|exagère|dis que)\b(?P<what>[^.;!?\n]{2,160})",
    re.IGNORECASE,
)
_FORM = frozenset(
    """that i have has am was were had a an the my me to in as of with into up down and or please more most only sure
    résumé resume cv page pages section sections first last line lines bullet bullets list summary headline skills skill
    experience years year top bottom short shorter long longer order english german french spanish language tone formal
    degree claim claims it them contact email phone dates date highlights projects languages education work
    dass ich habe bin mein meine lebenslauf seite seiten abschnitt kurz zusammenfassung auf deutsch englisch
    que j'ai suis mon ma mes page pages rubrique résumé en français anglais""".split()
)
"""Words of form, which claim nothing of a person."""


def refusals(instructions: str, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return a sentence for each instruction that asks for something the facts do not say; () where none does."""
    if not instructions.strip():
        return ()
    known = {form for fact in facts for form in _forms(f"{fact.text} {fact.context} {_values(fact)}")}
    return tuple(
        f'Not done: "{asked}". Your facts do not say "{missing}"; if it is true, add it to your profile first.'
        for asked, missing in _unsupported(instructions, known)
    )


def _unsupported(instructions: str, known: set[str]) -> Iterator[tuple[str, str]]:
    for found in _CLAIMS.finditer(instructions):
        language = detect_language(instructions)
        words = [token.text for token in tokens(found["what"])]
        silent = FUNCTION_WORDS.get(language, frozenset()) | _FORM
        said = [word for word in words if word.casefold() not in silent]
        missing = next((word for word in said if _forms(word).isdisjoint(known)), "")
        if missing:
            yield " ".join(found[0].split()), missing


def _forms(text: str) -> set[str]:
    words = [token.text for token in tokens(text)]
    return {stem(word, language) for word in words for language in ("en", "de", "fr")}


def _values(fact: Fact) -> str:
    """What an entry says besides its text: titles, institutions, keywords."""
    return " ".join(str(value) for key, value in fact.data.items() if key not in ("email", "phone", "url", "profiles"))
