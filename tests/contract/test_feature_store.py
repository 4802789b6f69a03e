"""What every feature store promises: SQLite, and Qdrant's client against its own in-memory engine."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from qdrant_client import QdrantClient

from resumify.adapters.qdrant import QdrantFeatures, connect
from resumify.adapters.sqlite_features import SqliteFeatures
from resumify.errors import InvalidInput, StoreFault
from resumify.facts import facts_of
from resumify.models import Chunk, Document, Fact
from resumify.ports import FeatureStore
from tests.people import a_document, vector_of

pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect")


class Opener:
    """Opens the same store as often as a test likes, with any embedder's name."""

    def __init__(self, folder: Path, client: QdrantClient | None) -> None:
        self._client = client
        self._folder = folder

    def __call__(self, embedder: str = "hash") -> FeatureStore:
        if self._client is not None:
            return QdrantFeatures(self._client, embedder)
        return SqliteFeatures(self._folder / "features.db", embedder)


@pytest.fixture(params=["sqlite", pytest.param("qdrant", marks=pytest.mark.services)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return Opener(tmp_path, request.getfixturevalue("qdrant") if request.param == "qdrant" else None)


@pytest.fixture
def store(opened: Opener) -> FeatureStore:
    return opened()


def put(store: FeatureStore, document: Document, version: int = 1, texts: Sequence[str] | None = None) -> list[Fact]:
    """Store the document's facts, each with one chunk of the fact's own text."""
    facts = [fact for fact in facts_of(document) if texts is None or fact.text in texts]
    chunks = [Chunk(id=f"{fact.id}:0", fact=fact.id, text=fact.text) for fact in facts]
    vectors = np.array([vector_of(fact.text) for fact in facts], dtype=np.float32).reshape(len(facts), 8)
    store.replace(document.id, version, document.owner, facts, chunks, vectors)
    return facts


def found(store: FeatureStore, owner: str, text: str, limit: int = 3) -> list[str]:
    return [hit.fact for hit in store.search(owner, vector_of(text)[None], limit)[0]]


def test_a_new_store_is_blank_and_empty(store: FeatureStore) -> None:
    assert store.is_blank()
    assert store.facts("ada") == []
    assert store.facts(None) == []
    assert store.search("ada", vector_of("x")[None], 3) == [[]]


def test_facts_come_back_as_they_went_in_and_in_order(store: FeatureStore) -> None:
    many = [f"Line {number}." for number in range(12)]
    later = put(store, a_document("b", position=1))
    first = put(store, a_document("a", data={"name": "Y", "position": "X", "highlights": many}))
    basics = put(store, a_document("me", section="basics", data={"name": "Ada", "label": "Nurse"}))
    assert store.facts("ada") == basics + first + later
    assert not store.is_blank()


def test_the_nearest_fact_comes_first_with_its_cosine(store: FeatureStore) -> None:
    facts = put(store, a_document())
    for fact in facts:
        hit = store.search("ada", vector_of(fact.text)[None], 1)[0][0]
        assert hit.fact == fact.id
        assert hit.score == pytest.approx(1.0, abs=1e-5)


def test_each_query_has_its_own_hits(store: FeatureStore) -> None:
    facts = put(store, a_document())
    hits = store.search("ada", np.array([vector_of(fact.text) for fact in facts]), 2)
    assert [row[0].fact for row in hits] == [fact.id for fact in facts]
    assert all(len(row) == 2 for row in hits)


def test_a_fact_of_several_chunks_is_found_once_by_its_best(store: FeatureStore) -> None:
    fact = facts_of(a_document())[0]
    chunks = [Chunk(id=f"{fact.id}:{index}", fact=fact.id, text=str(index)) for index in range(5)]
    store.replace("ada-ward", 1, "ada", [fact], chunks, np.array([vector_of(str(index)) for index in range(5)]))
    hits = store.search("ada", vector_of("3")[None], 3)[0]
    assert [(hit.fact, round(hit.score, 4)) for hit in hits] == [(fact.id, 1.0)]


def test_a_search_never_leaves_its_owner(store: FeatureStore) -> None:
    put(store, a_document())
    put(store, a_document("other", owner="bob", id="bob-1"))
    assert set(found(store, "bob", "Cut falls by 35%.", 10)) == {fact.id for fact in store.facts("bob")}
    assert found(store, "nobody", "Cut falls by 35%.") == []


def test_replacing_leaves_nothing_of_what_was_there(store: FeatureStore) -> None:
    put(store, a_document(), 1)
    kept = put(store, a_document(), 2, texts=["Cut falls by 35%."])
    assert store.facts("ada") == kept
    assert found(store, "ada", "Staff Nurse, St Mary's", 10) == [kept[0].id]


def test_replacing_by_nothing_leaves_nothing(store: FeatureStore) -> None:
    put(store, a_document(), 1)
    put(store, a_document(), 2, texts=[])
    assert store.facts("ada") == []
    assert found(store, "ada", "Cut falls by 35%.") == []


def test_the_same_version_again_changes_nothing(store: FeatureStore) -> None:
    put(store, a_document())
    before = store.facts("ada")
    put(store, a_document())
    assert store.facts("ada") == before
    assert len(found(store, "ada", "x", 99)) == len(before)


def test_an_older_version_is_ignored(store: FeatureStore) -> None:
    new = put(store, a_document(), 5, texts=["Cut falls by 35%."])
    assert store.replace("ada-ward", 4, "ada", facts_of(a_document()), (), np.empty((0, 8))) is False
    assert store.facts("ada") == new


def test_removal_takes_facts_and_vectors(store: FeatureStore) -> None:
    put(store, a_document(), 5)
    assert store.remove("ada-ward", 6) is True
    assert store.facts("ada") == []
    assert found(store, "ada", "Cut falls by 35%.") == []


def test_removal_leaves_other_documents_alone(store: FeatureStore) -> None:
    put(store, a_document(), 5)
    other = put(store, a_document("other"), 5)
    store.remove("ada-ward", 6)
    assert store.facts("ada") == other


def test_a_removed_document_does_not_come_back_by_a_late_write(store: FeatureStore) -> None:
    assert store.remove("ada-ward", 6) is True
    assert store.replace("ada-ward", 5, "ada", facts_of(a_document()), (), np.empty((0, 8))) is False
    assert store.facts("ada") == []


def test_removal_does_not_take_what_is_newer(store: FeatureStore) -> None:
    facts = put(store, a_document(), 7)
    assert store.remove("ada-ward", 6) is False
    assert store.facts("ada") == facts


def test_a_document_written_after_its_removal_is_there(store: FeatureStore) -> None:
    store.remove("ada-ward", 6)
    facts = put(store, a_document(), 7)
    assert store.facts("ada") == facts


def test_vectors_of_another_embedder_are_refused(opened: Opener) -> None:
    facts = put(opened("hash"), a_document())
    other = opened("other")
    with pytest.raises(InvalidInput, match=r"holds vectors of hash \(8 dimensions\), not of other"):
        put(other, a_document("second"))
    with pytest.raises(InvalidInput, match="not of other"):
        other.search("ada", vector_of("x")[None], 1)
    assert opened("hash").facts("ada") == facts


def test_vectors_of_another_length_are_refused(opened: Opener) -> None:
    put(opened("hash"), a_document())
    with pytest.raises(InvalidInput, match=r"not of hash \(3 dimensions\)"):
        opened("hash").search("ada", np.ones((1, 3), dtype=np.float32), 1)


@pytest.mark.parametrize("vectors", [np.ones((1, 8)), np.full((2, 8), np.nan), np.ones(8)])
def test_vectors_that_do_not_fit_the_chunks_are_refused(store: FeatureStore, vectors: np.ndarray) -> None:
    fact = facts_of(a_document())[0]
    chunks = [Chunk(id=f"{fact.id}:{index}", fact=fact.id, text="") for index in range(2)]
    with pytest.raises(ValueError, match="2 chunks need as many finite vectors"):
        store.replace("ada-ward", 1, "ada", [fact], chunks, vectors)
    assert store.facts("ada") == []


def test_readers_beside_a_writer_see_whole_documents(tmp_path: Path) -> None:
    store = SqliteFeatures(tmp_path / "features.db", "hash")
    wanted = len(put(store, a_document(), 1))
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(len(store.facts("ada")))

    reader = threading.Thread(target=read)
    reader.start()
    for version in range(2, 60):
        put(store, a_document(), version)
    done.set()
    reader.join()
    assert set(seen) == {wanted}


def test_a_qdrant_that_does_not_answer_is_a_fault() -> None:
    with pytest.raises(StoreFault, match="Qdrant failed"):
        QdrantFeatures(connect("http://127.0.0.1:1", None), "hash").facts("ada")
