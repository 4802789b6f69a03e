"""What every document store promises: SQLite, and MongoDB's driver against two stand-ins for a server."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import mongomock
import pytest

from resumify.adapters.mongo import MongoDocuments, connect
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.errors import InvalidInput, StoreFault
from resumify.models import Written
from resumify.ports import DocumentStore
from tests.people import READ_AT, a_document


@pytest.fixture(params=["sqlite", "mongomock", pytest.param("mongodb", marks=pytest.mark.services)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> DocumentStore:
    if request.param == "sqlite":
        return SqliteDocuments(tmp_path / "documents.db")
    if request.param == "mongomock":
        return MongoDocuments(mongomock.MongoClient().get_database("test"))
    return MongoDocuments(connect(request.getfixturevalue("mongodb_uri")))


def test_what_was_written_is_read_again_with_a_version(store: DocumentStore) -> None:
    document = a_document()
    assert store.write([document]) == Written(inserted=1)
    read = store.get(document.id)
    assert read is not None
    assert read.version > 0
    assert read == document.model_copy(update={"version": read.version})


def test_an_unknown_id_is_none(store: DocumentStore) -> None:
    assert store.get("nobody") is None


def test_equal_content_writes_nothing_even_when_read_later(store: DocumentStore) -> None:
    store.write([a_document()])
    before = store.get("ada-ward")
    assert store.write([a_document(read_at=READ_AT + timedelta(days=1))]) == Written(unchanged=1)
    assert store.get("ada-ward") == before


def test_other_content_makes_a_newer_version(store: DocumentStore) -> None:
    store.write([a_document()])
    first = store.get("ada-ward")
    assert store.write([a_document(text="other")]) == Written(updated=1)
    second = store.get("ada-ward")
    assert first is not None
    assert second is not None
    assert (second.text, second.version > first.version) == ("other", True)


def test_versions_grow_over_delete_and_insert(store: DocumentStore) -> None:
    store.write([a_document()])
    first = store.get("ada-ward")
    assert store.write([], ["ada-ward"]) == Written(deleted=1)
    assert store.get("ada-ward") is None
    store.write([a_document()])
    second = store.get("ada-ward")
    assert first is not None
    assert second is not None
    assert second.version > first.version


def test_deleting_what_is_not_there_is_no_error(store: DocumentStore) -> None:
    assert store.write([], ["nobody", "nobody"]) == Written()


def test_a_document_that_is_both_written_and_gone_is_kept(store: DocumentStore) -> None:
    assert store.write([a_document()], ["ada-ward"]) == Written(inserted=1)
    assert store.get("ada-ward") is not None


def test_an_owner_sees_only_their_own_in_section_and_position_order(store: DocumentStore) -> None:
    degree = a_document("degree", section="education")
    second, first = a_document("a", position=2), a_document("b", position=1)
    store.write([degree, second, first, a_document("other", owner="bob")])
    assert [document.id for document in store.of("ada")] == [first.id, second.id, degree.id]


def test_content_comes_back_as_it_went_in(store: DocumentStore) -> None:
    data: dict[str, Any] = {
        "name": "Ünïcode 日本 \U0001f600 \u0000 'quotes\" --",
        "empty": "",
        "nothing": None,
        "numbers": [0, -1, 2**53, 0.1, 1e300],
        "yes": True,
        "nested": {"list": [[], {}, [{"a": []}]]},
        "65f1a2b3c4d5e6f7a8b9c0d1": "hex",
    }
    store.write([a_document("65f1a2b3c4d5e6f7a8b9c0d1", id="65f1a2b3c4d5e6f7a8b9c0d1", data=data)])
    read = store.get("65f1a2b3c4d5e6f7a8b9c0d1")
    assert read is not None
    assert read.data == data


def test_writers_at_the_same_time_lose_no_write(store: DocumentStore) -> None:
    written: list[Written] = []

    def write(name: str) -> None:
        written.extend(store.write([a_document(text=f"{name} {number}")]) for number in range(10))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(w.inserted for w in written) == 1
    assert sum(w.updated for w in written) == 19


def test_sqlite_writes_all_or_nothing(tmp_path: Path) -> None:
    store = SqliteDocuments(tmp_path / "documents.db")
    store.write([a_document()])
    with pytest.raises(TypeError):
        store.write([a_document(text="new"), a_document("b", data={"not": object()})], ["ada-ward"])
    assert [document.text for document in store.of("ada")] == [a_document().text]


def test_sqlite_versions_grow_even_when_the_clock_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqliteDocuments(tmp_path / "documents.db")
    store.write([a_document()])
    first = store.get("ada-ward")
    monkeypatch.setattr("resumify.adapters.sqlite_documents.now_in_microseconds", lambda: 1)
    store.write([], ["ada-ward"])
    store.write([a_document()])
    second = store.get("ada-ward")
    assert first is not None
    assert second is not None
    assert second.version > first.version


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "documents.db").write_text("this is a letter, not a database" * 99)
    with pytest.raises(StoreFault, match=r"documents\.db.*not a database"):
        SqliteDocuments(tmp_path / "documents.db").of("ada")


def test_a_full_disk_is_named_and_leaves_the_old_state_whole(tmp_path: Path) -> None:
    path = tmp_path / "documents.db"
    SqliteDocuments(path).write([a_document()])
    script = f"""
        import resource
        from pathlib import Path
        from resumify.adapters.sqlite_documents import SqliteDocuments
        from resumify.errors import StoreFault
        from tests.people import a_document
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            SqliteDocuments(Path({str(path)!r})).write([a_document(str(n), text="x" * 10_000) for n in range(100)])
        except StoreFault as fault:
            print(fault.message, fault.hint)
    """
    assert "Free some disk space" in _python(script)
    store = SqliteDocuments(path)
    assert [document.id for document in store.of("ada")] == ["ada-ward"]
    assert store.write([a_document("next")]) == Written(inserted=1)


def test_a_file_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "documents.db"
    SqliteDocuments(path).write([a_document()])
    script = f"""
        import os
        from pathlib import Path
        from resumify.adapters.sqlite_documents import SqliteDocuments
        from resumify.errors import StoreFault
        from tests.people import a_document
        for file in Path({str(tmp_path)!r}).iterdir():
            file.chmod(0o444)
        Path({str(tmp_path)!r}).chmod(0o555)
        if os.geteuid() == 0:
            for folder in Path({str(tmp_path)!r}).parents[:3]:
                folder.chmod(0o755)
            os.seteuid(65534)
        try:
            SqliteDocuments(Path({str(path)!r})).write([a_document("next")])
        except StoreFault as fault:
            print(fault.message, fault.hint)
    """
    said = _python(script)
    tmp_path.chmod(0o700)
    assert "documents.db" in said
    assert "you may write to it" in said


def test_mongodb_refuses_what_it_cannot_hold(mongodb_uri: str) -> None:
    store = MongoDocuments(connect(mongodb_uri))
    with pytest.raises(InvalidInput, match="cannot be stored in MongoDB"):
        store.write([a_document(data={"number": 2**70})])


def test_a_mongodb_that_does_not_answer_is_a_fault_that_shows_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MongoDocuments(connect("mongodb://ada:secret@127.0.0.1:1/?serverSelectionTimeoutMS=100"))
    with pytest.raises(StoreFault) as caught:
        store.get("ada-ward")
    assert "secret" not in caught.value.message + caught.value.hint


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(InvalidInput, match="MONGODB_URI"):
        connect("http://not.mongodb/")


def _python(script: str) -> str:
    """What a process of its own prints."""
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
