"""Facts and vectors in Qdrant, in two collections: facts without vectors, and chunks with them.

Qdrant has no transactions. A document is replaced by writing the new points first and deleting all its others last, so
that a crash in between leaves too much rather than too little, and the repeated change puts it right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from resumify.adapters.features import check_vectors, in_order, refuse
from resumify.errors import StoreFault
from resumify.models import Chunk, Fact, Hit

if TYPE_CHECKING:
    from qdrant_client import QdrantClient
    from qdrant_client.models import Filter, PointStruct

FACTS, CHUNKS = "resumify_facts", "resumify_chunks"
_PAGE = 500  # points read or written in one request
_SPACE = "space"  # key of the point that says which embedder the vectors are of


class QdrantFeatures:
    """Fulfils ports.FeatureStore. `embedder` names the one space that all its vectors lie in.

    In `resumify_facts` there is also one point for each document, which keeps its version beyond its removal.
    """

    def __init__(self, client: QdrantClient, embedder: str) -> None:
        self._client = client
        self._embedder = embedder
        self._known: tuple[str, int] | None = None

    def replace(
        self,
        document: str,
        version: int,
        owner: str,
        facts: Sequence[Fact],
        chunks: Sequence[Chunk],
        vectors: np.ndarray,
    ) -> bool:
        rows = check_vectors(chunks, vectors)
        with self._translated():
            self._prepare()
            if self._is_newer(document, version):
                return False
            if len(rows):
                self._claim(rows.shape[1])
            tags = {"document": document, "owner": owner}
            self._upsert(
                CHUNKS,
                [_point(c.id, {**tags, "fact": c.fact}, row.tolist()) for c, row in zip(chunks, rows, strict=True)],
            )
            self._upsert(FACTS, [_point(f.id, {**tags, "fact": f.model_dump(mode="json")}) for f in facts])
            self._settle(document, version, keep=[*(f.id for f in facts), *(c.id for c in chunks)])
        return True

    def remove(self, document: str, version: int) -> bool:
        with self._translated():
            self._prepare()
            if self._is_newer(document, version):
                return False
            self._settle(document, version, keep=())
        return True

    def facts(self, owner: str | None) -> list[Fact]:
        with self._translated():
            if not self._client.collection_exists(FACTS):
                return []
            points = self._scroll(_where(owner=owner))
            return in_order(Fact.model_validate(p["fact"]) for p in points if p.get("fact") is not None)

    def search(self, owner: str, vectors: np.ndarray, limit: int) -> list[list[Hit]]:
        with self._translated():
            if not len(vectors) or not self._client.collection_exists(CHUNKS):
                return [[] for _ in vectors]
            self._recognise(vectors.shape[1])
            return [self._nearest(owner, vector, limit) for vector in vectors]

    def is_blank(self) -> bool:
        with self._translated():
            return not self._client.collection_exists(FACTS) or not self._client.count(FACTS, exact=False).count

    def close(self) -> None:
        self._client.close()

    def _nearest(self, owner: str, vector: np.ndarray, limit: int) -> list[Hit]:
        found = self._client.query_points_groups(
            CHUNKS,
            group_by="fact",
            query=vector.tolist(),
            query_filter=_where(owner=owner),
            limit=limit,
            group_size=1,
            with_payload=False,
        )
        return [Hit(fact=str(group.id), score=group.hits[0].score) for group in found.groups]

    def _prepare(self) -> None:
        """Make the collection of facts where it is missing."""
        if not self._client.collection_exists(FACTS):
            self._client.create_collection(FACTS, vectors_config={})
            self._index(FACTS, "owner", "document")

    def _claim(self, dimension: int) -> None:
        """The first vectors written say which space the store is in; those of another are refused from then on."""
        from qdrant_client.models import Distance, VectorParams

        if not self._client.collection_exists(CHUNKS):
            self._client.create_collection(CHUNKS, VectorParams(size=dimension, distance=Distance.COSINE))
            self._index(CHUNKS, "owner", "document", "fact")
        if self._space() is None:
            self._upsert(FACTS, [_point(_SPACE, {"embedder": self._embedder, "dimension": dimension})])
        self._recognise(dimension)

    def _recognise(self, dimension: int) -> None:
        space = self._space()
        if space is not None and space != (self._embedder, dimension):
            remedy = f"Delete the collections {FACTS} and {CHUNKS}"
            refuse("in Qdrant", space, (self._embedder, dimension), remedy)

    def _space(self) -> tuple[str, int] | None:
        if self._known is None and (payload := self._payload(_SPACE)) is not None:
            self._known = (payload["embedder"], payload["dimension"])
        return self._known

    def _index(self, collection: str, *fields: str) -> None:
        from qdrant_client.models import PayloadSchemaType

        for field in fields:
            self._client.create_payload_index(collection, field, PayloadSchemaType.KEYWORD)

    def _is_newer(self, document: str, version: int) -> bool:
        noted = self._payload(f"document:{document}")
        return noted is not None and noted["version"] > version

    def _settle(self, document: str, version: int, keep: Sequence[str]) -> None:
        """Note the version of the document, then delete all its points but those to keep."""
        self._upsert(FACTS, [_point(f"document:{document}", {"version": version})])
        for collection in (FACTS, CHUNKS):
            if self._client.collection_exists(collection):
                self._client.delete(collection, _where(document=document, other_than=keep), wait=True)

    def _payload(self, key: str) -> dict[str, Any] | None:
        found = self._client.retrieve(FACTS, [_uuid(key)], with_payload=True)
        return found[0].payload if found else None

    def _upsert(self, collection: str, points: Sequence[PointStruct]) -> None:
        for begin in range(0, len(points), _PAGE):
            self._client.upsert(collection, list(points[begin : begin + _PAGE]), wait=True)

    def _scroll(self, where: Filter) -> Iterator[dict[str, Any]]:
        offset: Any = None
        while True:
            points, offset = self._client.scroll(FACTS, where, limit=_PAGE, offset=offset)
            yield from (point.payload or {} for point in points)
            if offset is None:
                return

    @contextmanager
    def _translated(self) -> Iterator[None]:
        from qdrant_client.http.exceptions import ApiException

        try:
            yield
        except (ApiException, OSError) as error:
            hint = "Check QDRANT_URL and QDRANT_API_KEY; unset QDRANT_URL to use the embedded store."
            raise StoreFault(f"Qdrant failed: {type(error).__name__}", hint) from error


def connect(url: str, api_key: str | None) -> QdrantClient:
    """Return a client; nothing is sent yet."""
    from qdrant_client import QdrantClient

    return QdrantClient(url=url, api_key=api_key, check_compatibility=False)


def _point(key: str, payload: dict[str, Any], vector: list[float] | None = None) -> PointStruct:
    from qdrant_client.models import PointStruct

    return PointStruct(id=_uuid(key), payload=payload, vector={} if vector is None else vector)


def _uuid(key: str) -> str:
    """Qdrant takes no other strings for ids."""
    return str(uuid5(NAMESPACE_URL, f"resumify:{key}"))


def _where(owner: str | None = None, document: str | None = None, other_than: Sequence[str] = ()) -> Filter:
    from qdrant_client.models import FieldCondition, Filter, HasIdCondition, MatchValue

    wanted = (("owner", owner), ("document", document))
    return Filter(
        must=[FieldCondition(key=key, match=MatchValue(value=value)) for key, value in wanted if value is not None],
        must_not=[HasIdCondition(has_id=[_uuid(key) for key in other_than])] if other_than else [],
    )
