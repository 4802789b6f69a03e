"""What stands for the thing counted, and who worked beside the person: for the classes of words and of numbers."""

from __future__ import annotations

import re

WITH_OTHERS = re.compile(
    r"\b(?:with|mit|avec) (?P<n>\w+) (?:other )?(?:\w+ )?"
    r"(?:colleagues?|others?|developers?|Kolleg\w+|collègues?|assistants?|helpers?)\b",
    re.IGNORECASE,
)
"""Who worked beside the person, and how many."""
PIECES = frozenset("pieces items units titles stück exemplare anlagen pièces titres exemplaires unités".split())
"""What stands for the thing counted."""
