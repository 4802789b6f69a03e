"""The same item seen twice -> one item: a preview and its full page, the page's headings and its data for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resumify.models import Document, Section
from resumify.read.documents import NATURAL_KEYS, Item, raw_text

_PROSE = frozenset({"summary", "description", "highlights", "keywords"})
_DATES = ("startDate", "endDate", "date", "releaseDate")


def previews_dropped(pages: Sequence[Sequence[Item]]) -> list[Item]:
    """Return the items of the main page and of the sub-pages after it, without previews of what a sub-page shows."""
    in_full = [item for page in pages[1:] for item in page if item.section != "basics"]
    previews = [item for item in pages[0] if not any(is_same(item, full) for full in in_full)]
    order = {id(item): number for number, item in enumerate([*previews, *in_full])}
    kept = {item.section: number for number, item in reversed(list(enumerate([*pages[0], *in_full])))}
    return sorted(
        [*previews, *in_full], key=lambda item: (kept[item.section], -_is_full(item, in_full), order[id(item)])
    )


def stated_first(shown: Sequence[Item], stated: Sequence[Item]) -> tuple[list[Item], list[str]]:
    """Return the items with what is stated for machines over what is shown, and where the two contradict each other.

    Prose is taken as shown: data for machines often cuts it. What only one of them has is kept.
    """
    left, items, doubts = list(stated), [], []
    for item in shown:
        partner = _partner(item, left, shown)
        if partner is None:
            items.append(item)
            continue
        left = [other for other in left if other is not partner]
        joined, contradictions = _joined(item, partner)
        items.append(joined)
        doubts += contradictions
    named = {(item.section, _names(item)[0]) for item in items}
    items += [item for item in left if any(_names(item)[1:]) or (item.section, _names(item)[0]) not in named]
    return items, doubts


def _partner(item: Item, stated: Sequence[Item], shown: Sequence[Item]) -> Item | None:
    """The stated item that is this shown one; where dates contradict, the only one of its names on both sides."""
    same = [other for other in stated if is_same(item, other)]
    if not same:
        named = [[other for other in side if _is_named_like(item, other)] for side in (stated, shown)]
        same = named[0] if len(named[0]) == len(named[1]) == 1 else []
    return max(same, key=lambda other: agreement(item.data, other.data), default=None)


def _is_named_like(one: Item, other: Item) -> bool:
    return one.section == other.section and all(_names(one)) and _names(one) == _names(other)


def is_same(one: Item | Document, other: Item | Document) -> bool:
    """Tell whether two items may be one thing: the same names as far as both say them, no contradicting start."""
    if one.section != other.section:
        return False
    if one.section == "basics":
        return True
    pairs = list(zip(_names(one), _names(other), strict=True))
    named = any(a and b for a, b in pairs) and all(a == b for a, b in pairs if a and b)
    starts = [str(item.data.get("startDate") or "") for item in (one, other)]
    return named and (starts[0].startswith(starts[1]) or starts[1].startswith(starts[0]) or not _repeats(one))


def _repeats(item: Item | Document) -> bool:
    """Tell whether a person may have the same thing twice at different times, such as a job."""
    return "startDate" in NATURAL_KEYS[item.section]


def _is_full(item: Item, in_full: Sequence[Item]) -> bool:
    return any(item is full for full in in_full)


def _names(item: Item | Document) -> list[str]:
    names = [name for name in NATURAL_KEYS[item.section] if name not in _DATES]
    return [" ".join(str(item.data.get(name) or "").casefold().split()) for name in names] or [""]


def agreement(one: dict[str, Any], other: dict[str, Any]) -> int:
    """Return how many fields of two entries say the same."""
    return sum(str(one[name]).casefold() == str(other[name]).casefold() for name in one.keys() & other.keys())


def _joined(shown: Item, stated: Item) -> tuple[Item, list[str]]:
    data, doubts = dict(stated.data), []
    prose = bool(_PROSE & shown.data.keys())
    for name in _PROSE if prose else ():
        data.pop(name, None)
    for name, value in shown.data.items():
        if name not in data:
            data[name] = value
        elif (both := fuller(data[name], value)) is not None:
            data[name] = both
        else:
            doubts.append(f'{label_of(shown)}: {name} is stated as "{data[name]}" but shown as "{value}".')
    said = [line for line in raw_text(stated.data).split("\n") if line not in shown.text]
    return Item(shown.section, data, "\n".join([shown.text, *said]), shown.source), doubts


def fuller(one: Any, other: Any) -> Any:
    """Return the one that says all that both say; None where they contradict each other."""
    if isinstance(one, str) and isinstance(other, str):
        short, long = sorted((one, other), key=len)
        return long if short.casefold().rstrip("… .") in long.casefold() else None
    if isinstance(one, dict) and isinstance(other, dict):
        inner = {name: fuller(one.get(name, value), value) for name, value in other.items()}
        return None if None in inner.values() else {**one, **inner}
    if isinstance(one, list) and isinstance(other, list):
        return one + [value for value in other if value not in one]
    return one if one == other else None


def label_of(item: Item | Document) -> str:
    """What to call the item in a message to the person."""
    section: Section = item.section
    names = [str(item.data[name]) for name in NATURAL_KEYS[section] if item.data.get(name)]
    return f"{section}: {' · '.join(names)}" if names else section
