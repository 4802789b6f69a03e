"""A process that streams or writes, for tests that kill it.

It prints a line at each step, so that a test can kill it at a known moment. The embedder is a stand-in: what is tested
is that nothing is lost and nothing doubled, not how well the vectors are.
"""

from __future__ import annotations

import random
import resource
import sys
import threading
from collections.abc import Sequence
from datetime import timedelta
from itertools import count

import numpy as np
import pytest

import streaming.run as run
from resumify.adapters.sqlite_changes import SqliteChanges
from resumify.bootstrap import open_documents
from resumify.config import Settings
from resumify.errors import StoreFault
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
    settings = Settings()
    embedder = LoudEmbedder(stalls=how in ("stall", "ack-early"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "open_embedder", lambda _: embedder)
        patch.setattr(run, "_BATCH", 8)  # many small batches and epochs, so that there is something between two kills
        patch.setattr(run, "_EPOCH", timedelta(milliseconds=20))
        if how == "ack-early":
            patch.setattr(run, "open_changes", lambda _: HastyChanges(settings.database))
        run.follow(settings) if how == "follow" else run.drain(settings)


def write(seed: int) -> None:
    """Write, change and delete documents until killed; print each id when it is stored."""
    chance = random.Random(seed)
    store = open_documents(Settings())
    for number in count():
        key = str(chance.randrange(50))
        if chance.random() < 0.3:
            store.write([], [f"ada-{key}"])
            print(f"ada-{key} gone", flush=True)
        else:
            store.write([a_document(key, text=f"{seed} {number}")])
            print(f"ada-{key} {seed} {number}", flush=True)


def limit_disk(size: int) -> None:
    """Let no file grow beyond `size` bytes: to a writer that is a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def main(what: str, *arguments: str) -> None:
    """drain, follow, stall or ack-early, where wanted with at most so many bytes in a file; or write with a seed."""
    try:
        if what == "write":
            write(int(arguments[0]))
        if arguments:
            limit_disk(int(arguments[0]))
        stream(what)
    except KeyboardInterrupt:
        sys.exit(130)
    except StoreFault as fault:
        print(fault.message, fault.hint, flush=True)
        sys.exit(1)
