"""What happens to a batch of changes at each step of the flow. Knows nothing of the engine that calls it.

A step's own trouble with one item makes that item `Failed`, which then passes through the later steps untouched. What
is wrong with the world - a full disk, a missing model, vectors of another embedder - is no item's fault: it ends the
flow, and the changes come back next time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from traceback import extract_tb

import numpy as np

from resumify.errors import ResumifyError
from resumify.facts import chunks_of, facts_of
from resumify.models import Chunk, Delivery, Document, Fact
from resumify.ports import DocumentStore, Embedder, FeatureStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Item:
    """One change on its way; `document` is None where there is none any more."""

    delivery: Delivery
    document: Document | None = None
    facts: tuple[Fact, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    vectors: np.ndarray = field(default_factory=lambda: np.empty((0, 0), dtype=np.float32))


@dataclass(frozen=True)
class Failed:
    """A change that could not be handled, and why."""

    delivery: Delivery
    reason: str


@dataclass
class Tally:
    """What went through, counted: changes, facts written, chunks embedded, documents removed, dead letters."""

    changes: int = 0
    facts: int = 0
    embedded: int = 0
    removed: int = 0
    dead: int = 0


def latest(deliveries: list[Delivery]) -> list[Delivery]:
    """Of several changes of one document keep the last: the document is looked up anyway."""
    last = {d.change.document if d.change else str(d.token): d for d in deliveries}
    return list(last.values())


@dataclass(frozen=True)
class Steps:
    """The steps, with what they need."""

    documents: DocumentStore
    features: FeatureStore
    embedder: Embedder
    tally: Tally

    def count(self, deliveries: list[Delivery]) -> list[Delivery]:
        self.tally.changes += len(deliveries)
        return deliveries

    def look_up(self, deliveries: list[Delivery]) -> list[Item | Failed]:
        return self._each(self._found, [Item(delivery) for delivery in deliveries])

    def facts(self, items: list[Item | Failed]) -> list[Item | Failed]:
        return self._each(_with_facts, items)

    def embed(self, items: list[Item | Failed]) -> list[Item | Failed]:
        """Embed all chunks of the batch in one call; one by one only to find the item that spoils it."""
        texts = [chunk.text for item in items if isinstance(item, Item) for chunk in item.chunks]
        if not texts:
            return items
        try:
            vectors = self.embedder.embed(texts)
        except ResumifyError:
            raise
        except Exception:  # noqa: BLE001  the border of the stream: one item's failure never stops it
            return self._each(self._embedded, items)
        return _dealt(items, vectors)

    def write(self, items: list[Item | Failed]) -> list[Failed]:
        """Write each item's features, one transaction a document, and pass on what failed, here or before."""
        written = self._each(self._written, items)
        failed = [item for item in written if isinstance(item, Failed)]
        self.tally.dead += len(failed)
        return failed

    def _found(self, item: Item) -> Item:
        if item.delivery.change is None:
            raise ValueError(item.delivery.error)
        return replace(item, document=self.documents.get(item.delivery.change.document))

    def _embedded(self, item: Item) -> Item:
        return (
            replace(item, vectors=self.embedder.embed([chunk.text for chunk in item.chunks])) if item.chunks else item
        )

    def _written(self, item: Item) -> Item:
        document, change = item.document, item.delivery.change
        if document is None:
            assert change is not None
            if self.features.remove(change.document, change.version):
                self.tally.removed += 1
        elif self.features.replace(
            document.id, document.version, document.owner, item.facts, item.chunks, item.vectors
        ):
            self.tally.facts += len(item.facts)
            self.tally.embedded += len(item.chunks)
        return item

    def _each(self, step: Callable[[Item], Item], items: Sequence[Item | Failed]) -> list[Item | Failed]:
        return [item if isinstance(item, Failed) else _tried(step, item) for item in items]


def _with_facts(item: Item) -> Item:
    if item.document is None:
        return item
    facts = facts_of(item.document)
    return replace(item, facts=facts, chunks=chunks_of(facts))


def _tried(step: Callable[[Item], Item], item: Item) -> Item | Failed:
    try:
        return step(item)
    except ResumifyError:
        raise
    except Exception as error:  # noqa: BLE001  the border of the stream: one item's failure never stops it
        event = item.delivery.change.event_id if item.delivery.change else item.delivery.token
        _log.warning("change %s goes to the dead letters: %s", event, type(error).__name__)
        return Failed(item.delivery, item.delivery.error if item.delivery.change is None else _reason(error))


def _reason(error: Exception) -> str:
    """What went wrong and where in the code, without the error's own words: they may quote the person's, and dead
    letters outlive them."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}, {Path(place.filename).name}:{place.lineno}"


def _dealt(items: list[Item | Failed], vectors: np.ndarray) -> list[Item | Failed]:
    """Give each item the rows of its own chunks."""
    dealt: list[Item | Failed] = []
    begin = 0
    for item in items:
        if isinstance(item, Item):
            end = begin + len(item.chunks)
            dealt.append(replace(item, vectors=vectors[begin:end]))
            begin = end
        else:
            dealt.append(item)
    return dealt
