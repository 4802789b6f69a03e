"""One SQLite file, opened the same way by every adapter that keeps something in it. Knows no tables.

Local disks only: write-ahead logging does not work on network file systems.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from resumify.errors import StoreFault

_WAIT = 30_000  # ms that a writer waits for another writer's transaction


class Database:
    """A file with a schema; each thread has a connection of its own, made when first used.

    `durability` FULL survives power loss; NORMAL may then lose the last commits, but never corrupts.
    """

    def __init__(self, path: Path, schema: str, durability: Literal["FULL", "NORMAL"]) -> None:
        self.path = path
        self._schema = schema
        self._durability = durability
        self._local = threading.local()

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return the rows of one query; each query sees one consistent state."""
        with self._translated():
            rows: list[sqlite3.Row] = self._connection().execute(sql, parameters).fetchall()
            return rows

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the one write lock; commit at the end, roll back on any error."""
        with self._translated():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite has rolled back by itself where the disk is full
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close this thread's connection; those of other threads end with them."""
        connection = self._local.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._open()
        return connection

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=_WAIT / 1000)
        connection.row_factory = sqlite3.Row
        _write_ahead(connection)
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, too
        connection.execute(f"PRAGMA synchronous = {self._durability}")
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            connection.executescript(f"BEGIN IMMEDIATE; {self._schema} PRAGMA user_version = 1; COMMIT;")
        return connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if type(error) not in (sqlite3.OperationalError, sqlite3.DatabaseError):
                raise  # what was asked for is at fault, not the store
            raise StoreFault(f"{self.path} could not be read or written: {error}", _hint(str(error))) from error
        except OSError as error:
            raise StoreFault(f"{self.path} could not be opened: {error.strerror}", _hint("")) from error


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to write-ahead logging; SQLite itself does not wait here for others that do the same."""
    deadline = time.monotonic() + _WAIT / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _hint(reason: str) -> str:
    if "full" in reason or "disk I/O" in reason:
        return "Free some disk space and run the command again; what was stored before is whole."
    if "locked" in reason:
        return "Another process is writing; run the command again when it has finished."
    if "not a database" in reason or "malformed" in reason:
        return "Move the file away, or point RESUMIFY_HOME to another folder, and import again."
    return "Check that the folder exists and that you may write to it (RESUMIFY_HOME names another one)."
