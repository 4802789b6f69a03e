"""What stands under an item's header -> its summary, highlights and keywords."""

from __future__ import annotations

from collections.abc import Sequence

from resumify.clean import clean_lines
from resumify.headings import section_of
from resumify.read.phrases import sentences, split_list
from resumify.read.visible import Line

_LONGEST_KEYWORD = 40  # characters


def description_of(rest: Sequence[Line]) -> tuple[str, list[str], list[str]]:
    """(summary, highlights, keywords): bullets are highlights, and so are lines; a paragraph is the summary."""
    keywords: list[str] = []
    shown: list[Line] = []
    for line in rest:
        label, colon, listed = line.text.partition(":")
        named = split_list(listed) if colon and section_of(label) == "skills" else []
        if named and all(len(name) <= _LONGEST_KEYWORD for name in named):
            keywords += named
        else:
            shown.append(line)
    if any(line.bullet for line in shown):
        first = next(i for i, line in enumerate(shown) if line.bullet)
        return " ".join(line.text for line in shown[:first]), [line.text for line in shown[first:]], keywords
    texts = [text for line in shown for text in clean_lines(line.text)]
    if len(texts) == 1 and len(sentences(texts[0])) > 1:
        return texts[0], [], keywords
    return "", texts, keywords
