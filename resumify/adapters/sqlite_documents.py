"""Documents in one SQLite file, with a changelog that the database itself writes in the same transaction.

The triggers are the outbox: no writer, whoever it is, can change a document without leaving a change.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from resumify.adapters.documents import content_of, in_order, now_in_microseconds
from resumify.adapters.sqlite import Database
from resumify.models import Document, Written

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL, read_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_owner ON documents (owner);
CREATE TABLE IF NOT EXISTS clock (version INTEGER NOT NULL);
INSERT INTO clock SELECT 0 WHERE NOT EXISTS (SELECT * FROM clock);
CREATE TABLE IF NOT EXISTS changelog (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT NOT NULL, document TEXT NOT NULL, version INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS consumers (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS dead_letters (
    consumer TEXT NOT NULL, seq INTEGER NOT NULL, operation TEXT, document TEXT, reason TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (consumer, seq)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS documents_inserted AFTER INSERT ON documents BEGIN
    INSERT INTO changelog (operation, document, version) VALUES ('insert', NEW.id, NEW.version);
END;
CREATE TRIGGER IF NOT EXISTS documents_updated AFTER UPDATE ON documents WHEN OLD.content IS NOT NEW.content BEGIN
    INSERT INTO changelog (operation, document, version) VALUES ('update', NEW.id, NEW.version);
END;
CREATE TRIGGER IF NOT EXISTS documents_deleted AFTER DELETE ON documents BEGIN
    INSERT INTO changelog (operation, document, version)
    VALUES ('delete', OLD.id, max(OLD.version + 1, (SELECT version FROM clock)));
END;
"""

_PUT = """
INSERT INTO documents (id, owner, version, content, read_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, version = excluded.version, content = excluded.content,
    read_at = excluded.read_at
"""


class SqliteDocuments:
    """Fulfils ports.DocumentStore. Versions are microseconds since 1970, and never go back with the clock."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA, durability="FULL")

    def get(self, document: str) -> Document | None:
        rows = self._database.read("SELECT version, content, read_at FROM documents WHERE id = ?", (document,))
        return _document(rows[0]) if rows else None

    def of(self, owner: str) -> list[Document]:
        rows = self._database.read("SELECT version, content, read_at FROM documents WHERE owner = ?", (owner,))
        return in_order(map(_document, rows))

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> Written:
        with self._database.transaction() as connection:
            outcomes = [_put(connection, document) for document in documents]
            kept = {document.id for document in documents}
            deleted = sum(_delete(connection, id_) for id_ in dict.fromkeys(gone) if id_ not in kept)
        return Written(
            inserted=outcomes.count("inserted"),
            updated=outcomes.count("updated"),
            unchanged=outcomes.count("unchanged"),
            deleted=deleted,
        )

    def close(self) -> None:
        self._database.close()


def _put(connection: sqlite3.Connection, document: Document) -> str:
    content = content_of(document)
    stored = connection.execute("SELECT content FROM documents WHERE id = ?", (document.id,)).fetchone()
    if stored is not None and stored["content"] == content:
        return "unchanged"
    row = (document.id, document.owner, _tick(connection), content, document.read_at.isoformat())
    connection.execute(_PUT, row)
    return "inserted" if stored is None else "updated"


def _delete(connection: sqlite3.Connection, document: str) -> int:
    _tick(connection)
    return connection.execute("DELETE FROM documents WHERE id = ?", (document,)).rowcount


def _tick(connection: sqlite3.Connection) -> int:
    """The next version, for all documents together: it grows also over delete and re-insert."""
    sql = "UPDATE clock SET version = max(version + 1, ?) RETURNING version"
    version: int = connection.execute(sql, (now_in_microseconds(),)).fetchone()[0]
    return version


def _document(row: sqlite3.Row) -> Document:
    read_at = datetime.fromisoformat(row["read_at"])
    return Document(**json.loads(row["content"]), version=row["version"], read_at=read_at)
