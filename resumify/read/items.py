"""One section's cards -> items in JSON Resume terms, with what could not be read. Shared by every reader of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from resumify.models import Section
from resumify.read.degrees import is_degree
from resumify.read.documents import Item, normalised
from resumify.read.entries import entry_of
from resumify.read.naming import is_organisation, is_title
from resumify.read.phrases import split_list
from resumify.read.sections import Block, Card, anchor_of
from resumify.read.tongues import is_fluency

_DATED: frozenset[Section] = frozenset({"work", "volunteer", "education"})
_LISTED: frozenset[Section] = frozenset({"skills", "languages", "interests"})
_SHORT = 80  # characters of a line that may name a title or an employer


def items_of(block: Block, url: str) -> tuple[list[Item], list[str]]:
    """Return the block's items, and in words what could not be read or was unsure."""
    items, doubts = [], []
    for card in _single(block) if block.section != "basics" else ():
        data, doubt = entry_of(block.section, card)
        text = text_of_card(card)
        if block.section in _DATED and not _says_something(card):
            doubts.append(f'"{_short(text)}" could not be read as an entry.')
            continue
        data = normalised(block.section, data)
        if data:
            items.append(Item(block.section, data, text, url))
        if doubt:
            doubts.append(f"{doubt}.")
    return items, doubts


def _single(block: Block) -> list[Card]:
    """The cards, where all skills or languages stand in one line a card for each."""
    cards = list(block.cards)
    if block.section in _LISTED and len(cards) == 1 and len(cards[0].lines) == 1:
        line = cards[0].lines[0]
        if not line.bullet and ": " not in line.text:
            cards = [Card((replace(line, text=part),)) for part in split_list(line.text)]
    return _with_levels(cards) if block.section == "languages" else cards


def _with_levels(cards: Sequence[Card]) -> list[Card]:
    """The languages, each with the level that stands below it by itself."""
    joined: list[Card] = []
    for card in cards:
        if joined and len(card.lines) == len(joined[-1].lines) == 1 and is_fluency(card.lines[0].text):
            joined[-1] = Card((*joined[-1].lines, *card.lines))
        else:
            joined.append(card)
    return joined


def _says_something(card: Card) -> bool:
    """Tell whether a card is an entry at all: it is dated, or its first lines name a title, an employer or a degree."""
    if any(anchor_of(line) for line in card.lines if not line.bullet):
        return True
    first = [line.text for line in card.lines[:3] if len(line.text) <= _SHORT]
    return any(is_title(text) or is_organisation(text) or is_degree(text) for text in first)


def with_summary(basics: dict[str, Any], text: str, blocks: Sequence[Block]) -> tuple[dict[str, Any], str]:
    """Return the basics with what the sections about the person say, and the text of both."""
    about = [line.text for block in blocks if block.section == "basics" for card in block.cards for line in card.lines]
    return ({**basics, "summary": "\n".join(about)} if about else basics), "\n".join([text, *about])


def text_of_card(card: Card) -> str:
    """All that the card shows, a line each."""
    return "\n".join(line.text for line in (*card.over, *card.lines))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
