"""How postings say things (cues.txt, idle.txt), read once and compiled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def cue(name: str) -> re.Pattern[str]:
    """Whatever cues.txt has under this name, as one pattern of whole words; where the name there ends in "~", the
    last word may go on."""
    sections = _sections("cues.txt")
    lines, end = (sections[name], r"(?!\w)") if name in sections else (sections[f"{name} ~"], "")
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)}){end}", re.IGNORECASE)


@cache
def signs() -> tuple[re.Pattern[str], ...]:
    """What tells a posting from other texts; each stands for another thing that postings speak of."""
    return tuple(cue(name.removesuffix(" ~")) for name in _sections("cues.txt") if name.startswith("sign "))


@cache
def idle_words(language: str) -> frozenset[str]:
    """Words of the language that say nothing of a trade; none where idle.txt does not know it."""
    return frozenset(word for line in _sections("idle.txt").get(language, ()) for word in line.split())


@cache
def _sections(file: str) -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and "]" in line and not line.startswith("[^"):
            lines = sections.setdefault(line[1 : line.index("]")], [])
        elif line.strip() and not line.startswith("# "):
            lines.append(line)
    return {name: tuple(lines) for name, lines in sections.items()}
