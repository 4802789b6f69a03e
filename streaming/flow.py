"""The flow itself, as a column of named steps: changes in, features out, failures to the dead letters.

Each step takes and gives batches, so that the embedder sees many texts at a time; none keeps anything between batches.
"""

from __future__ import annotations

import bytewax.operators as op
from bytewax.dataflow import Dataflow
from bytewax.outputs import DynamicSink, StatelessSinkPartition

from resumify.ports import ChangeQueue
from streaming.source import ChangeSource
from streaming.steps import Failed, Steps, latest


def stream_flow(source: ChangeSource, steps: Steps) -> Dataflow:
    """Return the flow; running it ends when `source` does."""
    flow = Dataflow("stream")
    changes = op.input("changes", flow, source)
    changes = op.flat_map_batch("count", changes, steps.count)
    changes = op.flat_map_batch("latest", changes, latest)
    documents = op.flat_map_batch("look_up", changes, steps.look_up)
    facts = op.flat_map_batch("facts", documents, steps.facts)
    features = op.flat_map_batch("embed", facts, steps.embed)
    failed = op.flat_map_batch("write", features, steps.write)
    op.output("dead_letters", failed, DeadLetters(source.queue))
    return flow


class DeadLetters(DynamicSink[Failed]):
    """Where changes go that could not be handled, each with its reason."""

    def __init__(self, queue: ChangeQueue) -> None:
        self._queue = queue

    def build(self, step_id: str, worker_index: int, worker_count: int) -> DeadLetterPartition:  # noqa: ARG002
        return DeadLetterPartition(self._queue)


class DeadLetterPartition(StatelessSinkPartition[Failed]):
    def __init__(self, queue: ChangeQueue) -> None:
        self._queue = queue

    def write_batch(self, items: list[Failed]) -> None:
        for item in items:
            self._queue.reject(item.delivery, item.reason)
