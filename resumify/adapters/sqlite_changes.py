"""The changelog of the embedded document store as a queue: an offset per consumer, and no second copy of anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from resumify.adapters.sqlite import Database
from resumify.adapters.sqlite_documents import SCHEMA
from resumify.models import Change, Delivery

_SAVE = "INSERT INTO consumers VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = max(seq, excluded.seq)"
_PRUNE = "DELETE FROM changelog WHERE seq <= (SELECT min(seq) FROM consumers)"
_BURY = "INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?)"
_REPLAY = """
INSERT INTO changelog (operation, document, version) SELECT 'update', id, version FROM documents
WHERE id NOT IN (SELECT document FROM changelog WHERE seq > ?) ORDER BY id
"""


class SqliteChanges:
    """Fulfils ports.ChangeLog for one logical consumer; a token is (0, sequence number)."""

    def __init__(self, path: Path, consumer: str = "stream") -> None:
        self._database = Database(path, SCHEMA, durability="FULL")
        self._consumer = consumer
        self._received: int | None = None

    def receive(self, limit: int) -> Sequence[Delivery]:
        sql = "SELECT seq, operation, document, version FROM changelog WHERE seq > ? ORDER BY seq LIMIT ?"
        rows = self._database.read(sql, (self._position(), limit))
        if rows:
            self._received = rows[-1]["seq"]
        return [_delivery(row) for row in rows]

    def ack(self, last: Delivery) -> None:
        with self._database.transaction() as connection:
            connection.execute(_SAVE, (self._consumer, last.token[1]))
            connection.execute(_PRUNE)

    def reject(self, delivery: Delivery, reason: str) -> None:
        change = delivery.change
        what = (change.operation, change.document) if change is not None else (None, None)
        row = (self._consumer, delivery.token[1], *what, reason, datetime.now(UTC).isoformat())
        with self._database.transaction() as connection:
            connection.execute(_BURY, row)

    def pending(self) -> int | None:
        self._position()
        sql = "SELECT count(*) FROM changelog WHERE seq > (SELECT seq FROM consumers WHERE name = ?)"
        count: int = self._database.read(sql, (self._consumer,))[0][0]
        return count

    def replay(self) -> None:
        self._position()
        with self._database.transaction() as connection:
            acked = connection.execute("SELECT seq FROM consumers WHERE name = ?", (self._consumer,)).fetchone()
            connection.execute(_REPLAY, (acked["seq"],))

    def close(self) -> None:
        self._database.close()

    def _position(self) -> int:
        """The last sequence number received. A consumer that comes after the log was pruned gets every document."""
        if self._received is None:
            rows = self._database.read("SELECT seq FROM consumers WHERE name = ?", (self._consumer,))
            self._received = rows[0]["seq"] if rows else self._register()
        return self._received

    def _register(self) -> int:
        with self._database.transaction() as connection:
            if connection.execute("SELECT count(*) FROM consumers WHERE seq > 0").fetchone()[0]:
                connection.execute(_REPLAY, (0,))
            connection.execute(_SAVE, (self._consumer, 0))
        return 0


def _delivery(row: sqlite3.Row) -> Delivery:
    change = Change(
        event_id=f"changelog:{row['seq']}",
        operation=row["operation"],
        document=row["document"],
        version=row["version"],
    )
    return Delivery(token=(0, row["seq"]), change=change)
