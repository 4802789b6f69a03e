"""Documents in MongoDB: whole documents under string ids, compared and swapped by version. No query language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from resumify.adapters.documents import content_of, in_order, now_in_microseconds
from resumify.errors import InvalidInput, StoreFault
from resumify.models import Document, Written

if TYPE_CHECKING:
    from pymongo.collection import Collection
    from pymongo.database import Database

COLLECTION = "documents"
_PREFIX = "d:"  # keeps ids strings for everyone: 24 hex digits alone would pass for an ObjectId
_DATABASE = "resumify"  # where the address names none
_WAIT = 10_000  # ms to find a server
_ATTEMPTS = 100  # rounds that one document may be lost to other writers


class MongoDocuments:
    """Fulfils ports.DocumentStore, one document at a time. Versions are microseconds since 1970."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database
        self._collection: Collection[dict[str, Any]] = database[COLLECTION]
        self._indexed = False

    def get(self, document: str) -> Document | None:
        with translated():
            stored = self._collection.find_one({"_id": key_of(document)})
        return None if stored is None else _document(stored)

    def of(self, owner: str) -> list[Document]:
        with translated():
            return in_order([_document(stored) for stored in self._collection.find({"owner": owner})])

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> Written:
        with translated():
            self._index()
            outcomes = [self._put(document) for document in documents]
            kept = {document.id for document in documents}
            keys = [key_of(id_) for id_ in dict.fromkeys(gone) if id_ not in kept]
            deleted = sum(self._collection.delete_one({"_id": key}).deleted_count for key in keys)
        return Written(
            inserted=outcomes.count("inserted"),
            updated=outcomes.count("updated"),
            unchanged=outcomes.count("unchanged"),
            deleted=deleted,
        )

    def close(self) -> None:
        """Nothing to do: the client is shared by the whole process."""

    def _put(self, document: Document) -> str:
        """Insert or replace, unless it is there already; look again where another writer was faster."""
        from pymongo.errors import DuplicateKeyError

        for _ in range(_ATTEMPTS):
            stored = self._collection.find_one({"_id": key_of(document.id)})
            if stored is None:
                try:
                    self._collection.insert_one(_stored(document, now_in_microseconds()))
                except DuplicateKeyError:
                    continue
                return "inserted"
            if content_of(_document(stored)) == content_of(document):
                return "unchanged"
            new = _stored(document, max(stored["v"] + 1, now_in_microseconds()))
            if self._collection.replace_one({"_id": new["_id"], "v": stored["v"]}, new).matched_count:
                return "updated"
        raise StoreFault(f"MongoDB: document {document.id} is written by others all the time", "Try again.")

    def _index(self) -> None:
        if not self._indexed:
            self._collection.create_index("owner")
            self._indexed = True


@cache
def connect(uri: str) -> Database[dict[str, Any]]:
    """Return the database that the address names; one client serves the whole process. Nothing is sent yet."""
    from pymongo import MongoClient
    from pymongo.errors import ConfigurationError, InvalidURI

    try:
        wait = {} if "serverselectiontimeoutms" in uri.lower() else {"serverSelectionTimeoutMS": _WAIT}
        client: MongoClient[dict[str, Any]] = MongoClient(uri, appname="resumify", **wait)
        return client.get_default_database(_DATABASE)
    except (ConfigurationError, InvalidURI, ValueError) as error:
        hint = "It looks like mongodb://host:27017/resumify or mongodb+srv://user:password@cluster/resumify"
        raise InvalidInput("MONGODB_URI is no MongoDB address that can be used", hint) from error


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreFault or InvalidInput for the driver's own errors, which may hold the address."""
    from bson.errors import BSONError
    from pymongo.errors import DocumentTooLarge, PyMongoError

    try:
        yield
    except (BSONError, DocumentTooLarge, OverflowError, UnicodeEncodeError) as error:
        raise InvalidInput(f"a document cannot be stored in MongoDB: {type(error).__name__}") from error
    except PyMongoError as error:
        hint = "Check MONGODB_URI, and that the server can be reached; unset it to use the embedded store."
        raise StoreFault(f"MongoDB failed: {type(error).__name__}", hint) from error


def key_of(document: str) -> str:
    return _PREFIX + document


def id_of(key: Any) -> str:
    return str(key).removeprefix(_PREFIX)


def _stored(document: Document, version: int) -> dict[str, Any]:
    fields = document.model_dump(exclude={"id", "version", "read_at"})
    return {"_id": key_of(document.id), "v": version, "read_at": document.read_at.isoformat(), **fields}


def _document(stored: dict[str, Any]) -> Document:
    fields = {name: value for name, value in stored.items() if name not in ("_id", "v", "read_at")}
    read_at = datetime.fromisoformat(stored["read_at"])
    return Document(id=id_of(stored["_id"]), version=int(stored["v"]), read_at=read_at, **fields)
