"""A dataset's card: what is in it, of whom, in which languages, what was left out and why, and lines to look at.

Markdown, for people. Lines stand in it as a model sees them, in slots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from resumify.dataset.build import Dataset
from resumify.editing.line import slots_of, words_of
from resumify.models import Example, Preference

_SHOWN = 3
"""Examples of each kind of edit, and preferences of each reason."""


def card(dataset: Dataset) -> str:
    """Return the card. Equal datasets have equal ones."""
    return "\n".join((*_head(dataset), *_tables(dataset), *_examples(dataset), *_preferences(dataset.preferences), ""))


def edit_kind(example: Example) -> str:
    """What the answer does to its fact: "unchanged", "reordered" (other order, the same words), "reworded" or both."""
    before, after = words_of(example.prompt.fact), words_of(example.answer)
    if before == after:
        return "unchanged"
    moved = slots_of(before) != slots_of(after)
    same = sorted(before.split()) == sorted(after.split())
    return "reordered" if same else "reworded and reordered" if moved else "reworded"


def _head(dataset: Dataset) -> Iterator[str]:
    yield "# Dataset"
    yield ""
    yield (
        f"{len(dataset.of('train'))} examples to train on and {len(dataset.of('test'))} to test with, of "
        f"{len(dataset.owners)} people; for those of training {len(dataset.preferences)} preferences. Nobody's "
        "lines stand on both sides."
    )
    yield ""
    yield f"- answered by: {dataset.teacher}"
    yield f"- seed of the split: {dataset.seed}"
    yield f"- fingerprint: `{dataset.fingerprint}`"


def _tables(dataset: Dataset) -> Iterator[str]:
    for heading, of in (
        ("People", lambda one: f"`{one.owner}`"),
        ("Languages", lambda one: one.prompt.language),
        ("What is edited", edit_kind),
        ("Asked for by a posting", lambda one: "something" if one.terms else "nothing"),
    ):
        sides = [Counter(map(of, dataset.of(split))) for split in ("train", "test")]
        yield from _table(heading, ("train", "test"), sides)
    yield from _table("Why the other answer of a preference is rejected", ("train",), [dataset.reasons])
    yield from _table("What became no example", ("facts",), [dataset.dropped])


def _table(heading: str, columns: Sequence[str], counts: Sequence[Mapping[str, int]]) -> Iterator[str]:
    names = sorted({name for one in counts for name in one})
    yield from ("", f"## {heading}", "")
    if not names:
        yield "None."
        return
    yield from _row(("", *columns))
    yield from _row(("---", *["---:"] * len(columns)))
    for name in names:
        yield from _row((name, *(str(one.get(name, 0)) for one in counts)))


def _row(cells: Iterable[str]) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"


def _examples(dataset: Dataset) -> Iterator[str]:
    """The first of each kind on both sides, by turns."""
    yield from ("", "## Examples")
    for kind in sorted({edit_kind(one) for one in dataset.examples}):
        sides = [[one for one in dataset.of(split) if edit_kind(one) == kind] for split in ("train", "test")]
        turns = [one for pair in zip_longest(*sides) for one in pair if one is not None]
        yield from ("", f"### {kind.capitalize()}", "")
        for one in turns[:_SHOWN]:
            yield from (*_quoted(one.prompt.text, one.answer), "")


def _preferences(preferences: Sequence[Preference]) -> Iterator[str]:
    yield from ("", "## Preferences")
    for reason in sorted({one.reason for one in preferences}):
        yield from ("", f"### {reason.capitalize()}", "")
        for one in [one for one in preferences if one.reason == reason][:_SHOWN]:
            yield from (*_quoted(one.prompt.text, f"{one.chosen}\nrather than: {one.rejected}"), "")


def _quoted(prompt: str, answer: str) -> Iterator[str]:
    """As code, which no text of a fact can leave: every line of it is indented."""
    yield from (f"    {line}" for line in f"{prompt} {answer}".splitlines())
