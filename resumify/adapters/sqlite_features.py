"""Facts and vectors in one SQLite file; search is exact, because a person has some thousand facts and not a million."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from resumify.adapters.features import best, check_vectors, in_order, refuse
from resumify.adapters.sqlite import Database
from resumify.models import Chunk, Fact, Hit

SCHEMA = """
CREATE TABLE IF NOT EXISTS space (embedder TEXT NOT NULL, dimension INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS documents (document TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, owner TEXT NOT NULL, content TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, owner TEXT NOT NULL, fact TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS facts_document ON facts (document);
CREATE INDEX IF NOT EXISTS facts_owner ON facts (owner);
CREATE INDEX IF NOT EXISTS chunks_document ON chunks (document);
CREATE INDEX IF NOT EXISTS chunks_owner ON chunks (owner);
"""


class SqliteFeatures:
    """Fulfils ports.FeatureStore. `embedder` names the one space that all its vectors lie in.

    A removed document leaves its version behind, so that a late write of an older one does not bring it back.
    """

    def __init__(self, path: Path, embedder: str) -> None:
        self._database = Database(path, SCHEMA, durability="NORMAL")
        self._embedder = embedder

    def replace(
        self,
        document: str,
        version: int,
        owner: str,
        facts: Sequence[Fact],
        chunks: Sequence[Chunk],
        vectors: np.ndarray,
    ) -> bool:
        rows = np.ascontiguousarray(check_vectors(chunks, vectors), dtype=np.float32)
        with self._database.transaction() as connection:
            if len(rows):
                self._claim(connection, rows.shape[1])
            if not _renew(connection, document, version):
                return False
            connection.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)",
                [(fact.id, document, owner, fact.model_dump_json()) for fact in facts],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO chunks VALUES (?, ?, ?, ?, ?)",
                [(c.id, document, owner, c.fact, row.tobytes()) for c, row in zip(chunks, rows, strict=True)],
            )
        return True

    def remove(self, document: str, version: int) -> bool:
        with self._database.transaction() as connection:
            return _renew(connection, document, version)

    def facts(self, owner: str | None) -> list[Fact]:
        if owner is None:
            rows = self._database.read("SELECT content FROM facts")
        else:
            rows = self._database.read("SELECT content FROM facts WHERE owner = ?", (owner,))
        return in_order(Fact.model_validate_json(row["content"]) for row in rows)

    def search(self, owner: str, vectors: np.ndarray, limit: int) -> list[list[Hit]]:
        rows = self._database.read("SELECT fact, vector FROM chunks WHERE owner = ?", (owner,))
        if not rows:
            return [[] for _ in vectors]
        self._recognise(self._database.read("SELECT * FROM space"), vectors.shape[1])
        stored = np.frombuffer(b"".join(row["vector"] for row in rows), dtype=np.float32).reshape(len(rows), -1)
        return best(vectors @ stored.T, [row["fact"] for row in rows], limit)

    def is_blank(self) -> bool:
        return not self._database.read("SELECT 1 FROM documents LIMIT 1")

    def close(self) -> None:
        self._database.close()

    def _claim(self, connection: sqlite3.Connection, dimension: int) -> None:
        """The first vector written says which space this file is in; vectors of another are refused from then on."""
        space = connection.execute("SELECT * FROM space").fetchall()
        if not space:
            connection.execute("INSERT INTO space VALUES (?, ?)", (self._embedder, dimension))
        self._recognise(space, dimension)

    def _recognise(self, space: Sequence[sqlite3.Row], dimension: int) -> None:
        if space and tuple(space[0]) != (self._embedder, dimension):
            refuse(str(self._database.path), tuple(space[0]), (self._embedder, dimension), "Delete that file")


def _renew(connection: sqlite3.Connection, document: str, version: int) -> bool:
    """Take the document's features away and note the version; False where a newer one is there."""
    stored = connection.execute("SELECT version FROM documents WHERE document = ?", (document,)).fetchone()
    if stored is not None and stored["version"] > version:
        return False
    connection.execute("INSERT OR REPLACE INTO documents VALUES (?, ?)", (document, version))
    connection.execute("DELETE FROM facts WHERE document = ?", (document,))
    connection.execute("DELETE FROM chunks WHERE document = ?", (document,))
    return True
