"""What every change queue promises: SQLite's changelog, MongoDB's change stream, RabbitMQ behind the relay."""

from __future__ import annotations

import json
import socket
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import pika
import pymongo
import pymongo.errors
import pytest

from resumify.adapters.mongo import MongoDocuments, connect
from resumify.adapters.mongo_changes import MongoChanges
from resumify.adapters.rabbitmq import DEAD, QUEUE, RabbitPublisher
from resumify.adapters.rabbitmq_changes import RabbitChanges
from resumify.adapters.sqlite_changes import SqliteChanges
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.errors import InvalidInput, StoreFault
from resumify.models import Change, Delivery, Document
from resumify.ports import ChangeQueue
from streaming.relay import relay
from tests.people import a_document

_PATIENCE = 20.0  # s for what a broker sends by itself


class Plant(Protocol):
    """A document store and the queue of its changes."""

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> None: ...

    def open(self) -> ChangeQueue: ...

    def dead_letters(self) -> list[str]: ...


class SqlitePlant:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.documents = SqliteDocuments(path)

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
        self.documents.write(documents, gone)

    def open(self) -> ChangeQueue:
        return SqliteChanges(self.path)

    def dead_letters(self) -> list[str]:
        with closing(sqlite3.connect(self.path)) as database:
            return [reason for (reason,) in database.execute("SELECT reason FROM dead_letters")]


class MongoPlant:
    def __init__(self, uri: str) -> None:
        self.database = connect(uri)
        self.documents = MongoDocuments(self.database)
        with closing(MongoChanges(self.database)) as changes:
            changes.receive(1)

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
        self.documents.write(documents, gone)

    def open(self) -> ChangeQueue:
        return MongoChanges(self.database)

    def dead_letters(self) -> list[str]:
        return [letter["reason"] for letter in self.database["dead_letters"].find()]


class RabbitPlant(SqlitePlant):
    def __init__(self, path: Path, url: str) -> None:
        super().__init__(path)
        self.url = url

    def write(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
        super().write(documents, gone)
        with closing(SqliteChanges(self.path)) as log, closing(RabbitPublisher(self.url)) as publisher:
            relay(log, publisher)

    def open(self) -> ChangeQueue:
        return RabbitChanges(self.url)

    def dead_letters(self) -> list[str]:
        with pika.BlockingConnection(pika.URLParameters(self.url)) as connection:
            channel = connection.channel()
            letters = iter(lambda: channel.basic_get(DEAD, auto_ack=True), (None, None, None))
            return [properties.headers["x-reason"] for _, properties, _ in letters]


SERVED = [pytest.param(name, marks=pytest.mark.services) for name in ("mongodb", "rabbitmq")]


@pytest.fixture(params=["sqlite", *SERVED])
def plant(request: pytest.FixtureRequest, tmp_path: Path) -> Plant:
    if request.param == "mongodb":
        return MongoPlant(request.getfixturevalue("mongodb_uri"))
    if request.param == "rabbitmq":
        return RabbitPlant(tmp_path / "documents.db", request.getfixturevalue("rabbitmq_url"))
    return SqlitePlant(tmp_path / "documents.db")


def received(queue: ChangeQueue, number: int) -> list[Delivery]:
    """The next deliveries, however long a broker takes to send them."""
    deliveries: list[Delivery] = []
    deadline = time.monotonic() + _PATIENCE
    while len(deliveries) < number and time.monotonic() < deadline:
        deliveries.extend(queue.receive(number - len(deliveries)))
    assert len(deliveries) == number
    return deliveries


def left(queue: ChangeQueue) -> int:
    """How many are pending, as soon as the queue knows."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        queue.receive(0)
        if (pending := queue.pending()) is not None:
            return pending
    raise AssertionError("the queue never knew")


def cut(connection: Any) -> None:
    """Take the wire away under a connection."""
    connection._impl._transport._sock.shutdown(socket.SHUT_RDWR)


def said(deliveries: Sequence[Delivery]) -> list[tuple[str, str]]:
    return [(d.change.operation, d.change.document) for d in deliveries if d.change is not None]


def test_each_committed_write_is_one_change_in_order(plant: Plant) -> None:
    with closing(plant.open()) as queue:
        plant.write([a_document("a"), a_document("b")])
        plant.write([a_document("a", text="new")])
        plant.write([a_document("a", text="new")])
        plant.write([], ["ada-a"])
        changes = said(received(queue, 4))
        assert changes[:2] == [("insert", "ada-a"), ("insert", "ada-b")]
        assert changes[2][1] == "ada-a"
        assert changes[3] == ("delete", "ada-a")
        assert queue.receive(10) == []


def test_no_event_id_comes_twice(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(20)])
    with closing(plant.open()) as queue:
        ids = {d.change.event_id for d in received(queue, 20) if d.change}
        assert len(ids) == 20


def test_no_more_than_the_limit_is_handed_over(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(5)])
    with closing(plant.open()) as queue:
        received(queue, 2)
        assert len(queue.receive(2)) <= 2


def test_what_was_not_acknowledged_comes_back_and_the_rest_does_not(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(5)])
    with closing(plant.open()) as queue:
        first = received(queue, 5)
        queue.ack(first[2])
    with closing(plant.open()) as queue:
        assert said(received(queue, 2)) == said(first[3:])


def test_what_was_acknowledged_never_comes_back(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(5)])
    with closing(plant.open()) as queue:
        queue.ack(received(queue, 5)[-1])
    with closing(plant.open()) as queue:
        assert left(queue) == 0
        assert queue.receive(10) == []


def test_pending_counts_what_is_not_acknowledged(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(5)])
    with closing(plant.open()) as queue:
        deliveries = received(queue, 5)
        assert left(queue) == 5
        queue.ack(deliveries[3])
        assert left(queue) == 1


def test_a_rejected_change_lies_with_its_reason_and_counts_as_handled(plant: Plant) -> None:
    plant.write([a_document("a"), a_document("b")])
    with closing(plant.open()) as queue:
        first, second = received(queue, 2)
        queue.reject(first, "it makes no sense")
        queue.ack(second)
    with closing(plant.open()) as queue:
        assert left(queue) == 0
    assert plant.dead_letters() == ["it makes no sense"]


def test_a_version_of_a_deletion_lies_between_what_was_and_what_comes(plant: Plant) -> None:
    documents = plant.documents  # type: ignore[attr-defined]
    plant.write([a_document()])
    before = documents.get("ada-ward").version
    plant.write([], ["ada-ward"])
    with closing(plant.open()) as queue:
        change = received(queue, 2)[1].change
    plant.write([a_document()])
    assert change is not None
    assert before <= change.version <= documents.get("ada-ward").version


def test_the_changelog_forgets_what_every_consumer_has_acknowledged(tmp_path: Path) -> None:
    plant = SqlitePlant(tmp_path / "documents.db")
    plant.write([a_document(str(n)) for n in range(5)])
    one, two = SqliteChanges(plant.path, "one"), SqliteChanges(plant.path, "two")
    some, every = received(two, 2), received(one, 5)
    two.ack(some[-1])
    one.ack(every[-1])
    with closing(sqlite3.connect(plant.path)) as database:
        assert database.execute("SELECT count(*) FROM changelog").fetchone() == (3,)


def test_a_consumer_that_comes_after_the_changelog_was_pruned_gets_every_document(tmp_path: Path) -> None:
    plant = SqlitePlant(tmp_path / "documents.db")
    plant.write([a_document(str(n)) for n in range(5)])
    early = SqliteChanges(plant.path, "early")
    early.ack(received(early, 5)[-1])
    late = SqliteChanges(plant.path, "late")
    assert {document for _, document in said(received(late, 5))} == {f"ada-{n}" for n in range(5)}


@pytest.mark.parametrize("plant", ["sqlite", "mongodb"], indirect=True)
def test_a_replay_brings_every_document_once_more_whether_pending_or_not(plant: Plant) -> None:
    plant.write([a_document(str(n)) for n in range(4)])
    with closing(plant.open()) as queue:
        queue.ack(received(queue, 2)[-1])
    with closing(plant.open()) as log:
        log.replay()  # type: ignore[attr-defined]
    with closing(plant.open()) as queue:
        deadline, seen = time.monotonic() + _PATIENCE, set()
        while queue.pending() != 0 and time.monotonic() < deadline:
            deliveries = queue.receive(10)
            seen |= {document for _, document in said(deliveries)}
            if deliveries:
                queue.ack(deliveries[-1])
        assert seen == {f"ada-{n}" for n in range(4)}


def test_mongodb_documents_from_before_the_first_run_are_read_too(mongodb_uri: str) -> None:
    documents = MongoDocuments(connect(mongodb_uri))
    documents.write([a_document(str(n)) for n in range(3)])
    with closing(MongoChanges(connect(mongodb_uri))) as queue:
        assert {document for _, document in said(received(queue, 3))} == {f"ada-{n}" for n in range(3)}
    with closing(MongoChanges(connect(mongodb_uri))) as queue:
        deliveries = received(queue, 3)  # the scan was not acknowledged, so it is done again
        queue.ack(deliveries[-1])
        documents.write([a_document("new")])
        assert said(received(queue, 1)) == [("insert", "ada-new")]


class _Forgetful:
    """A database whose change stream has lost its history once, as MongoDB's does when the reader was away too long."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self.refused = 0

    def __getitem__(self, name: str) -> Any:
        collection = self._database[name]
        return self if name == "documents" and not self.refused else collection

    def watch(self, **_: Any) -> Any:
        self.refused += 1
        raise pymongo.errors.OperationFailure("Resume of change stream was not possible", 286)


def test_mongodb_with_its_history_lost_reads_everything_again_and_reports_what_is_gone(mongodb_uri: str) -> None:
    plant = MongoPlant(mongodb_uri)
    plant.write([a_document("a"), a_document("b")])
    database = _Forgetful(plant.database)
    with closing(MongoChanges(database, lambda: {"ada-b", "ada-c"})) as queue:
        changes = said(received(queue, 3))
    assert database.refused == 1
    assert sorted(changes) == [("delete", "ada-c"), ("update", "ada-a"), ("update", "ada-b")]


class _Dropped(_Forgetful):
    """A database whose first stream says after one change that its collection was dropped or renamed."""

    def watch(self, **options: Any) -> Any:
        self.refused += 1
        self._stream = self._database["documents"].watch(**options)
        self._told = 0
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def try_next(self) -> Any:
        event = None if self._told == 2 else self._stream.try_next()
        self._told += event is not None
        return {"operationType": "invalidate"} if self._told == 2 else event


def test_mongodb_whose_collection_went_away_is_read_again_though_changes_from_before_are_acknowledged(
    mongodb_uri: str,
) -> None:
    plant = MongoPlant(mongodb_uri)
    plant.write([a_document("a"), a_document("b")])
    with closing(MongoChanges(_Dropped(plant.database))) as queue:
        before = received(queue, 1)
        queue.receive(1)
        queue.ack(before[-1])
        again = received(queue, 2)
        assert {document for _, document in said(again)} == {"ada-a", "ada-b"}
        queue.ack(again[-1])
        assert left(queue) == 0


def test_a_mongodb_stream_that_was_closed_goes_on_where_it_was(mongodb_uri: str) -> None:
    plant = MongoPlant(mongodb_uri)
    plant.write([a_document("a")])
    with closing(MongoChanges(plant.database)) as queue:
        received(queue, 1)
        queue.close()
        plant.write([a_document("b")])
        assert said(received(queue, 1)) == [("insert", "ada-b")]


def test_a_message_that_is_no_change_is_delivered_as_an_error_and_can_be_rejected(rabbitmq_url: str) -> None:
    with closing(RabbitChanges(rabbitmq_url)) as queue:
        queue.receive(0)
        with pika.BlockingConnection(pika.URLParameters(rabbitmq_url)) as connection:
            connection.channel().basic_publish("", QUEUE, b"\xff not json")
        delivery = received(queue, 1)[0]
        assert delivery.change is None
        assert "no change" in delivery.error
        queue.reject(delivery, delivery.error)
        queue.ack(delivery)
        assert left(queue) == 0


def test_a_lost_connection_is_made_again_and_what_was_not_acknowledged_comes_back(
    tmp_path: Path, rabbitmq_url: str
) -> None:
    plant = RabbitPlant(tmp_path / "documents.db", rabbitmq_url)
    plant.write([a_document(str(n)) for n in range(3)])
    with closing(RabbitChanges(rabbitmq_url)) as queue:
        old = received(queue, 3)
        cut(queue._connection)
        again = received(queue, 3)
        assert said(again) == said(old)
        queue.ack(old[-1])  # of the old connection: means nothing any more
        assert left(queue) == 3
        queue.ack(again[-1])
        assert left(queue) == 0


def test_of_two_streams_on_one_broker_one_stands_by_until_the_other_is_gone(tmp_path: Path, rabbitmq_url: str) -> None:
    plant = RabbitPlant(tmp_path / "documents.db", rabbitmq_url)
    with closing(RabbitChanges(rabbitmq_url)) as second:
        with closing(RabbitChanges(rabbitmq_url)) as first:
            assert left(first) == left(second) == 0
            plant.write([a_document(str(n)) for n in range(3)])
            taken = received(first, 3)
            assert second.receive(3) == []
            first.ack(taken[0])
        assert said(received(second, 2)) == said(taken[1:])


def test_a_publisher_whose_idle_connection_was_dropped_connects_again(rabbitmq_url: str) -> None:
    delivery = Delivery(token=(0, 1), change=Change(event_id="1", operation="insert", document="d"))
    with closing(RabbitPublisher(rabbitmq_url)) as publisher, closing(RabbitChanges(rabbitmq_url)) as queue:
        publisher.publish([delivery])
        assert publisher._channel is not None
        cut(publisher._channel.connection)
        publisher.publish([delivery])
        assert len(received(queue, 2)) == 2


def test_a_message_that_finds_no_queue_is_a_fault(rabbitmq_url: str) -> None:
    delivery = Delivery(token=(0, 1), change=Change(event_id="1", operation="insert", document="d"))
    with closing(RabbitPublisher(rabbitmq_url)) as publisher:
        publisher.publish([delivery])
        with pika.BlockingConnection(pika.URLParameters(rabbitmq_url)) as connection:
            connection.channel().queue_delete(QUEUE)
        with pytest.raises(StoreFault, match="Unroutable"):
            publisher.publish([delivery])


def test_a_message_survives_because_it_is_persistent_and_carries_its_event_id(rabbitmq_url: str) -> None:
    change = Change(event_id="changelog:1", operation="delete", document="d", version=7)
    with closing(RabbitPublisher(rabbitmq_url)) as publisher:
        publisher.publish([Delivery(token=(0, 1), change=change)])
    with pika.BlockingConnection(pika.URLParameters(rabbitmq_url)) as connection:
        _, properties, body = next(connection.channel().consume(QUEUE, auto_ack=True, inactivity_timeout=_PATIENCE))
    assert (properties.delivery_mode, properties.message_id) == (2, "changelog:1")
    assert json.loads(body)["version"] == 7


def test_a_broker_that_does_not_answer_is_a_fault_that_shows_no_password() -> None:
    for refused in (
        lambda: RabbitChanges("amqp://ada:secret@127.0.0.1:1/").receive(1),
        lambda: RabbitPublisher("amqp://ada:secret@127.0.0.1:1/").publish(
            [Delivery(token=(0, 1), change=Change(event_id="1", operation="insert", document="d"))]
        ),
    ):
        with pytest.raises(StoreFault, match=r"RabbitMQ at 127\.0\.0\.1:1 failed") as caught:
            refused()
        assert "secret" not in caught.value.message + caught.value.hint


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(InvalidInput, match="RABBITMQ_URL"):
        RabbitChanges("amqp://host:notaport/")
