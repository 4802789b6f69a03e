"""The seams: what Resumify needs from the outside, each with its contract. Adapters fulfil them, bootstrap picks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from resumify.models import (
    Chunk,
    Delivery,
    Document,
    Fact,
    Hit,
    ModelVersion,
    Prompt,
    Requirement,
    Sorting,
    Written,
)


class DocumentStore(Protocol):
    """Whole documents of every owner. Written only by `intake.take_in` and `intake.forget`."""

    def get(self, document: str) -> Document | None:
        """The document with this id, with its version."""
        ...

    def of(self, owner: str) -> list[Document]:
        """The owner's documents in section and position order."""
        ...

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> Written:
        """Put the documents and delete the ids in `gone`, all or nothing where the store can (SQLite), one document
        at a time where it cannot (MongoDB).

        Equal content writes nothing; each committed write makes exactly one change; a document's version grows with
        every write, also across delete and re-insert. Raises StoreFault when the store fails; what was stored before
        is then still whole.
        """
        ...


class ChangeQueue(Protocol):
    """Changes in commit order per document, delivered at least once to one logical consumer."""

    def receive(self, limit: int) -> Sequence[Delivery]:
        """At most `limit` deliveries not received before by this object; never blocks, empty when there are none."""
        ...

    def ack(self, last: Delivery) -> None:
        """Acknowledge `last` and all received before it. What was never acknowledged comes back to the next process,
        also after kill -9."""
        ...

    def reject(self, delivery: Delivery, reason: str) -> None:
        """Put the delivery with its reason to the dead letters; it counts as handled and is covered by a later ack."""
        ...

    def pending(self) -> int | None:
        """How many changes are not acknowledged yet; None where that is not known right now."""
        ...

    def close(self) -> None: ...


class ChangeLog(ChangeQueue, Protocol):
    """A queue that is fed by the document store itself, so that it can begin again."""

    def replay(self) -> None:
        """Make every document a pending change, unless it is one already: for a feature store that was lost."""
        ...


class ChangePublisher(Protocol):
    """The other end of a queue on a broker; used by the relay."""

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        """Return only after the broker has confirmed and routed every one. Raises StoreFault otherwise."""
        ...

    def close(self) -> None: ...


class FeatureStore(Protocol):
    """Facts, and chunks with vectors, per owner. Written only by the stream."""

    def replace(
        self,
        document: str,
        version: int,
        owner: str,
        facts: Sequence[Fact],
        chunks: Sequence[Chunk],
        vectors: np.ndarray,
    ) -> bool:
        """Make these the only features of the document; `vectors` is (len(chunks), d) float32, L2-normalised.

        Idempotent; ignores versions older than the stored one (also than a removal) and then returns False.
        """
        ...

    def remove(self, document: str, version: int) -> bool:
        """Remove the document's features, unless the stored version is newer. Idempotent."""
        ...

    def facts(self, owner: str | None) -> list[Fact]:
        """The owner's facts in section, position and path order; every owner's for None."""
        ...

    def search(self, owner: str, vectors: np.ndarray, limit: int) -> list[list[Hit]]:
        """For each query row of `vectors` (n, d) the owner's best facts, best first. Never leaves the owner."""
        ...

    def is_blank(self) -> bool:
        """Whether nothing was ever written here, not even a removal: a new store, or one that was lost."""
        ...


class Embedder(Protocol):
    """Texts to vectors. One name, one space; shared by stream and service."""

    @property
    def name(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """(len(texts), d) float32, rows L2-normalised, in the order given; (0, d) for none."""
        ...


class LanguageModel(Protocol):
    """Writes one line for each prompt."""

    @property
    def name(self) -> str: ...

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        """One text per prompt, in order, written around the prompt's slots; one batch. Deterministic.

        Raises ModelFault when it cannot; never retries inside.
        """
        ...


class Judge(Protocol):
    """Grades lines that a writer made of facts, as a reader would."""

    @property
    def name(self) -> str: ...

    def grade(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        """From 0 to 1 for each (fact, line), in order; None for a verdict that could not be read.

        Raises ModelFault when it cannot judge at all.
        """
        ...


class Refiner(Protocol):
    """Sorts what the rules found in a posting, as a reader would."""

    def sort(self, requirements: Sequence[Requirement]) -> Sequence[Sorting]:
        """What it makes of them, at most one for each, in any order; whoever asked holds it against their text.

        Raises ModelFault when it cannot, or not in time.
        """
        ...


class ModelRegistry(Protocol):
    """Registered models by version and tag. `resolve` is fast and starts no framework."""

    def register(self, model: ModelVersion) -> None:
        """Keep the model under its version; its files must already lie at `path`. Registering twice is one."""
        ...

    def promote(self, name: str, version: str, tag: str) -> None:
        """Move `tag` to `version`; at most one version holds a tag. Idempotent."""
        ...

    def resolve(self, name: str, wanted: str) -> ModelVersion | None:
        """The version with this tag ("accepted"), this version ("v0.0.3") or the newest ("latest"); None if there is
        none."""
        ...


class Span(Protocol):
    """An open span of a trace."""

    @property
    def trace(self) -> str: ...

    def log(self, **fields: Any) -> None:
        """Add figures, ids and, where the owner allowed it, text. Never raises."""
        ...


class Tracer(Protocol):
    """Records what was generated. Never raises into, nor slows, the caller; takes no credentials."""

    def span(self, name: str, **fields: Any) -> AbstractContextManager[Span]: ...


@dataclass(frozen=True)
class Snapshot:
    """What a browser shows: the address it ended at, the document after its scripts have run, and how the site
    answered. `retry_after` is in seconds, None where the site named no time."""

    url: str
    html: str
    status: int = 200
    retry_after: float | None = None


class Browser(Protocol):
    """One tab of a real browser. One navigation at a time; every call waits until the page has settled.

    Raises Wall where a page does not load, MissingTool where there is no browser.
    """

    def open(self, url: str) -> Snapshot:
        """Go to `url`."""
        ...

    def sign_in(self, user: str, password: str) -> Snapshot:
        """Fill the page's form that has a password field, submit it, and wait for what comes."""
        ...

    def unfold(self, labels: Sequence[str]) -> Snapshot:
        """Scroll to the end until nothing more loads, and press every button of the page's own content (never of a
        side column, menu or form) that begins with one of `labels`, until none is left or pressing changes nothing."""
        ...

    def cookies(self) -> list[dict[str, Any]]:
        """The cookies of every site."""
        ...

    def restore(self, cookies: Sequence[dict[str, Any]]) -> None:
        """Make these the only cookies."""
        ...
