"""A process that streams or writes, for tests that kill it.

usage: python -m tests.stream_process drain|follow|ack-early|write SEED

It prints a line at each step, so that a test can kill it at a known moment. The embedder is a stand-in: what is tested
is that nothing is lost and nothing doubled, not how well the vectors are.
"""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Sequence
from itertools import count

import numpy as np

import streaming.run as run
from resumify.adapters.sqlite_changes import SqliteChanges
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.config import Settings
from resumify.models import Delivery
from tests.people import HashEmbedder, a_document


class LoudEmbedder(HashEmbedder):
    """Says when it works; where it `stalls`, its second work never ends."""

    def __init__(self, stalls: bool) -> None:
        super().__init__()
        self._stalls = stalls

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        again = bool(self.texts)
        print("embedding", flush=True)
        if again and self._stalls:
            threading.Event().wait()
        return super().embed(texts)


class HastyChanges(SqliteChanges):
    """A queue that does what is forbidden: it acknowledges what it hands over."""

    def receive(self, limit: int) -> Sequence[Delivery]:
        deliveries = super().receive(limit)
        if deliveries:
            self.ack(deliveries[-1])
        return deliveries


def stream(how: str) -> None:
    embedder = LoudEmbedder(stalls=how == "ack-early")
    run.open_embedder = lambda _: embedder
    run._BATCH = 8  # many small epochs, so that there is something between two kills
    if how == "ack-early":
        run.open_changes = lambda settings: HastyChanges(settings.database)
    try:
        run.follow(Settings()) if how == "follow" else run.drain(Settings())
    except KeyboardInterrupt:
        sys.exit(130)


def write(seed: int) -> None:
    """Write, change and delete documents until killed; print each id when it is stored."""
    chance = random.Random(seed)
    store = SqliteDocuments(Settings().database)
    for number in count():
        key = str(chance.randrange(50))
        if chance.random() < 0.3:
            store.write([], [f"ada-{key}"])
            print(f"ada-{key} gone", flush=True)
        else:
            store.write([a_document(key, text=f"{seed} {number}")])
            print(f"ada-{key} {seed} {number}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(int(sys.argv[2]))
    else:
        stream(sys.argv[1])
