"""The names of languages, from Unicode's CLDR (through Babel), and the words that say how well one is spoken."""

from __future__ import annotations

import re
from functools import cache

_NAMED_IN = "en de fr es it pt nl sv pl"
_FLUENCY = re.compile(
    r"(?:native|mother tongue|first language|bilingual|fluent|near.native|proficien\w+|advanced|intermediate|"
    r"conversational|elementary|basics?|beginner|novice|(?:very )?good|excellent|strong|fair|upper.intermediate|"
    r"limited|spoken|written|reading|read|understanding|everyday|business|technical|school|tourist|rudimentary|working|"
    r"(?:full |limited )?professional|level|"
    r"mutter\s?sprach\w*|erstsprache|zweisprachig|fließend|verhandlungssicher|gute?|sehr gute?|ausbaufähig\w*|"
    r"(?:grund|basis|schul|erweiterte |fort)\w*kenntnisse|kenntnisse|fortgeschritten\w*|konversation\w*|anfänger\w*|"
    r"in wort und schrift|alltagssprache|langue maternelle|bilingue|courant|lue?|parlée?|écrite?|notions|scolaire|"
    r"débutante?|intermédiaire|avancée?|bonne?|niveau|nativ[oa]|lengua materna|fluid[oa]|básic[oa]|intermedi[oa]|"
    r"avanzad[oa]|hablad[oa]|alt[oa]|nivel|madrelingua|fluente|base|scolastic[oa]|buon[oa]?|ottim[oa]|avançad[oa]|"
    r"moedertaal|vloeiend|goed|modersmål|morsmål|flytande|flytende|äidinkieli|sujuva|ojczysty|biegł[ya]|podstawow[ya]|"
    r"komunikatywn[ya]|rodilý mluvčí|plynně|základy|anyanyelv\w*|folyékony|nativă?|fluent|avansat|ana dil\w*|akıcı|"
    r"родной|свободно|базовый|средний|рідна|вільно|μητρική|母語|母语|流利|熟练|日常会話|ビジネス\w*|ネイティブ|유창|모국어|"
    r"اللغة الأم|طلاقة|جيد|שפת אם|שוטפת|"
    r"toefl|ielts|toeic|telc|delf|dalf|dele|goethe|testdaf|celi|hsk|jlpt|topik|[abc][12]|[1-5]\s?/\s?[5-6]|[★☆●○]+)"
    r"(?:\W.{0,40})?",
    re.IGNORECASE,
)


def is_fluency(text: str) -> bool:
    """Tell whether the words say how well somebody speaks a language, and nothing else: not "fluent French"."""
    words = text.strip(" ()")
    return _FLUENCY.fullmatch(words) is not None and not any(map(is_language, words.split()))


def is_language(text: str) -> bool:
    """Tell whether the text is the name of a language, in one of those in which people put the level first."""
    return text.strip(" ,;:()").casefold() in _names()


@cache
def _names() -> frozenset[str]:
    from babel import Locale

    return frozenset(name.casefold() for code in _NAMED_IN.split() for name in Locale(code).languages.values())
