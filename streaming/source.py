"""Any change queue as a Bytewax source that acknowledges a change only when the flow has written it.

Bytewax has no acknowledgements, but it has epochs: at the end of each it calls `snapshot()`, and it does not call
`next_batch()` again before every output of the epochs before has been written. So what was emitted when `snapshot()`
was called may be acknowledged in the first `next_batch()` after it. This holds as long as no step in between keeps
items back (no `collect`, no windows) and no recovery store is configured.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event

from bytewax.inputs import FixedPartitionedSource, StatefulSourcePartition

from resumify.models import Delivery
from resumify.ports import ChangeQueue

_POLL = timedelta(milliseconds=50)  # bytewax would ask every millisecond, which costs a quarter of a core


@dataclass(frozen=True)
class ChangeSource(FixedPartitionedSource[Delivery, None]):
    """Emits changes in batches of at most `batch`.

    Ends when `stop` is set or, where it `drains`, when the queue is empty; either way only after everything that was
    emitted has been acknowledged.
    """

    queue: ChangeQueue
    stop: Event
    drains: bool
    batch: int

    def list_parts(self) -> list[str]:
        return ["changes"]

    def build_part(self, step_id: str, for_part: str, resume_state: None) -> ChangePartition:  # noqa: ARG002
        return ChangePartition(self)


class ChangePartition(StatefulSourcePartition[Delivery, None]):
    def __init__(self, source: ChangeSource) -> None:
        self._source = source
        self._emitted: Delivery | None = None
        self._written: Delivery | None = None
        self._acked: Delivery | None = None
        self._idle = False

    def next_batch(self) -> list[Delivery]:
        if self._written is not None and self._written is not self._acked:
            self._source.queue.ack(self._written)
            self._acked = self._written
        stopping = self._source.stop.is_set()
        batch = [] if stopping else list(self._source.queue.receive(self._source.batch))
        self._idle = not batch
        if batch:
            self._emitted = batch[-1]
        elif self._emitted is self._acked and (stopping or self._is_drained()):
            raise StopIteration
        return batch

    def next_awake(self) -> datetime | None:
        return datetime.now(UTC) + _POLL if self._idle else None

    def snapshot(self) -> None:
        self._written = self._emitted

    def _is_drained(self) -> bool:
        return self._source.drains and self._source.queue.pending() == 0
