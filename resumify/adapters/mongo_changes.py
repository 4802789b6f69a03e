"""MongoDB's change stream as a queue: also what Compass or another program writes comes through.

The first time, the stream is opened and its position saved before the documents are scanned, so that nothing falls in
between. Where MongoDB no longer has the history after the saved position, the scan is done again, and what the reader
holds but MongoDB does not is reported deleted.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from resumify.adapters.documents import now_in_microseconds
from resumify.adapters.mongo import COLLECTION, id_of, translated
from resumify.models import Change, Delivery

if TYPE_CHECKING:
    from pymongo.change_stream import CollectionChangeStream
    from pymongo.database import Database

_STATE = "change_state"  # outside the watched collection, or the stream would feed itself
_DEAD = "dead_letters"
_OPERATIONS: dict[str, Literal["insert", "update", "delete"]] = {
    "insert": "insert",
    "update": "update",
    "replace": "update",
    "delete": "delete",
}
_HISTORY_LOST = frozenset({136, 222, 260, 280, 286})
_AWAIT = 10  # ms that the server may wait for a change
_QUIET = 0.5  # s without a change until the stream counts as read to its end

_log = logging.getLogger(__name__)


class MongoChanges:
    """Fulfils ports.ChangeLog. A token is (beginning, running number); behind it stands MongoDB's own resume token.
    Where reading had to begin anew, tokens from before mean nothing any more.

    `held` names the documents that the reader has features of; it is asked only when history was lost.
    """

    def __init__(
        self, database: Database[dict[str, Any]], held: Callable[[], Iterable[str]] = tuple, consumer: str = "stream"
    ) -> None:
        self._database = database
        self._held = held
        self._name = f"{COLLECTION}:{consumer}"
        self._stream: CollectionChangeStream[dict[str, Any]] | None = None
        self._scan: deque[Change] = deque()
        self._scanned = 0
        self._beginning = 0
        self._number = 0
        self._unacked: dict[int, Any] = {}
        self._saved: Any = None
        self._read_to: Any = None
        self._quiet_since: float | None = None

    def receive(self, limit: int) -> Sequence[Delivery]:
        with translated():
            self._open()
            received = [self._delivered(self._scan.popleft(), None) for _ in range(min(limit, len(self._scan)))]
            while len(received) < limit and (event := self._next()) is not None:
                received.append(self._delivered(_change(event), event["_id"]))
        self._quiet_since = None if received else self._quiet_since or time.monotonic()
        return received

    def ack(self, last: Delivery) -> None:
        beginning, number = last.token
        if beginning != self._beginning:
            return
        acked = [n for n in self._unacked if n <= number]
        positions = [position for n in acked if (position := self._unacked.pop(n)) is not None]
        with translated():
            self._save(positions[-1] if positions else self._saved, scanned=number >= self._scanned)

    def reject(self, delivery: Delivery, reason: str) -> None:
        change = delivery.change.model_dump() if delivery.change else {}
        key = f"{self._name}:{change.get('event_id', delivery.token[1])}"
        letter = {"_id": key, "change": change, "reason": reason, "at": datetime.now(UTC).isoformat()}
        with translated():
            self._database[_DEAD].replace_one({"_id": key}, letter, upsert=True)

    def pending(self) -> int | None:
        if self._quiet_since is None or time.monotonic() - self._quiet_since < _QUIET:
            return None
        return len(self._unacked)

    def replay(self) -> None:
        with translated():
            state = self._database[_STATE].find_one({"_id": self._name})
            if state is not None:
                self._save(state["position"], scanned=False)
        self._scanned = 0
        self.close()

    def close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _open(self) -> None:
        """Open the stream where it was left; scan the documents where that was never finished."""
        if self._stream is not None and self._stream.alive:
            return
        state = self._database[_STATE].find_one({"_id": self._name})
        if state is not None and self._resume(self._read_to or state["position"]):
            self._saved = state["position"]
            if not state["scanned"] and not self._scanned:
                self._begin_scan()
            return
        if state is not None:
            _log.warning("MongoDB no longer has the changes since the last run: all documents are read again")
        self._resume(None)
        assert self._stream is not None
        self._save(self._stream.resume_token, scanned=False)
        self._begin_scan()

    def _resume(self, position: Any) -> bool:
        """Open the stream; False where the position is too old."""
        from pymongo.errors import OperationFailure

        try:
            self._stream = self._database[COLLECTION].watch(resume_after=position, max_await_time_ms=_AWAIT)
        except OperationFailure as error:
            if error.code not in _HISTORY_LOST:
                raise
            return False
        return True

    def _begin_scan(self) -> None:
        version = now_in_microseconds()
        present = [id_of(stored["_id"]) for stored in self._database[COLLECTION].find({}, {"_id": 1})]
        gone = sorted(set(self._held()) - set(present))
        self._scan = deque(
            Change(event_id=f"scan:{version}:{id_}", operation=operation, document=id_, version=version)
            for operation, ids in (("update", present), ("delete", gone))
            for id_ in ids
        )
        self._scanned = self._number + len(self._scan)
        if not self._scan:
            self._save(self._saved, scanned=True)

    def _next(self) -> dict[str, Any] | None:
        """The next change of a document; what ends the collection itself means reading everything again."""
        from pymongo.errors import OperationFailure

        assert self._stream is not None
        try:
            event = self._stream.try_next()
        except OperationFailure as error:
            if error.code not in _HISTORY_LOST:
                raise
            self._begin_again()
            return None
        if event is None:
            return None
        if event["operationType"] not in _OPERATIONS:
            self._begin_again()
            return None
        self._read_to = event["_id"]
        return event

    def _begin_again(self) -> None:
        self.close()
        self._read_to = None
        self._unacked.clear()
        self._beginning += 1
        self._database[_STATE].delete_one({"_id": self._name})

    def _delivered(self, change: Change, position: Any) -> Delivery:
        self._number += 1
        self._unacked[self._number] = position
        return Delivery(token=(self._beginning, self._number), change=change)

    def _save(self, position: Any, scanned: bool) -> None:
        self._saved = position
        state = {"_id": self._name, "position": position, "scanned": scanned}
        self._database[_STATE].replace_one({"_id": self._name}, state, upsert=True)


def _change(event: dict[str, Any]) -> Change:
    """A change without its content: that is looked up, since this one may be old when it is handled."""
    return Change(
        event_id=str(event["_id"]["_data"]),
        operation=_OPERATIONS[event["operationType"]],
        document=id_of(event["documentKey"]["_id"]),
        version=now_in_microseconds(),
    )
