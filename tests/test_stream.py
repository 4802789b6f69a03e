"""Changes become features: all of them, once, whatever fails. Who is killed on the way: test_kills.py."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pika
import pytest
from pydantic import SecretStr

import streaming.run as run
from resumify.adapters.rabbitmq import DEAD
from resumify.adapters.sqlite import Database
from resumify.adapters.sqlite_documents import SCHEMA
from resumify.bootstrap import open_documents, open_features
from resumify.config import Settings
from resumify.errors import InvalidInput, ModelFault, StoreFault
from resumify.facts import chunks_of, facts_of
from resumify.intake import forget, take_in
from resumify.models import Change, Delivery, Document, Reading
from resumify.ports import ChangePublisher
from streaming.steps import latest
from tests.people import HashEmbedder, a_document


@pytest.fixture(autouse=True)
def embedder(monkeypatch: pytest.MonkeyPatch) -> HashEmbedder:
    embedder = HashEmbedder()
    monkeypatch.setattr(run, "open_embedder", lambda _: embedder)
    return embedder


@pytest.fixture
def mongo_stack(stack: Settings, mongodb_uri: str) -> Settings:
    """The same with the documents in MongoDB."""
    return stack.model_copy(update={"mongodb_uri": SecretStr(mongodb_uri)})


def write(settings: Settings, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
    open_documents(settings).write(documents, gone)


def facts_in(settings: Settings, owner: str = "ada") -> set[str]:
    return {fact.id for fact in open_features(settings).facts(owner)}


def wanted(settings: Settings, owner: str = "ada") -> set[str]:
    return {fact.id for document in open_documents(settings).of(owner) for fact in facts_of(document)}


def dead_letters(settings: Settings) -> list[str]:
    """The reasons of what lies in the dead letters."""
    if settings.rabbitmq_url is None:
        rows = Database(settings.database, SCHEMA, "FULL").read("SELECT reason FROM dead_letters")
        return [row["reason"] for row in rows]
    with pika.BlockingConnection(pika.URLParameters(settings.rabbitmq_url.get_secret_value())) as connection:
        channel = connection.channel()
        letters = iter(lambda: channel.basic_get(DEAD, auto_ack=True), (None, None, None))
        return [properties.headers["x-reason"] for _, properties, _ in letters]


class Choosy(HashEmbedder):
    """Cannot embed a text with "poison" in it, and counts how many texts came at once."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[int] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.calls.append(len(texts))
        if any("poison" in text for text in texts):
            raise RuntimeError("choked")
        return super().embed(texts)


class Missing(HashEmbedder):
    """A model that is not there."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        raise ModelFault("there is no model")


def test_what_was_written_is_searchable_after_a_drain(stack: Settings, embedder: HashEmbedder) -> None:
    document = a_document()
    write(stack, [document])
    facts = facts_of(document)
    assert run.drain(stack) == run.Drained(1, len(facts), len(chunks_of(facts)), 0, 0)
    assert open_features(stack).facts("ada") == list(facts)


def test_a_drain_of_nothing_does_nothing(stack: Settings, embedder: HashEmbedder) -> None:
    write(stack, [a_document()])
    run.drain(stack)
    embedder.texts.clear()
    assert run.drain(stack) == run.Drained(0, 0, 0, 0, 0)
    assert embedder.texts == []


def test_the_same_reading_again_embeds_nothing(stack: Settings, embedder: HashEmbedder) -> None:
    reading = Reading(documents=(a_document("a"), a_document("b")), complete=frozenset({"work"}))
    take_in(reading, open_documents(stack))
    assert run.drain(stack).embedded > 0
    take_in(reading, open_documents(stack))
    assert run.drain(stack).changes == 0


def test_a_changed_document_leaves_no_old_fact(stack: Settings) -> None:
    write(stack, [a_document()])
    run.drain(stack)
    write(stack, [a_document(data={"name": "St Mary's", "position": "Matron"})])
    run.drain(stack)
    assert [fact.text for fact in open_features(stack).facts("ada")] == ["Matron, St Mary's"]


def test_a_forgotten_person_leaves_no_feature(stack: Settings) -> None:
    write(stack, [a_document("a"), a_document("b"), a_document("c", owner="bob")])
    run.drain(stack)
    forget("ada", open_documents(stack))
    assert run.drain(stack).removed == 2
    assert facts_in(stack) == set()
    assert facts_in(stack, "bob") == wanted(stack, "bob") != set()


def test_a_document_deleted_and_written_again_is_there(stack: Settings) -> None:
    write(stack, [a_document()])
    run.drain(stack)
    write(stack, [], ["ada-ward"])
    run.drain(stack)
    write(stack, [a_document()])
    run.drain(stack)
    assert facts_in(stack) == wanted(stack) != set()


def test_one_bad_document_goes_to_the_dead_letters_with_a_reason_that_quotes_nobody_and_the_others_through(
    stack: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def facts_of_most(document: Document) -> object:
        if document.id == "ada-bad":
            raise ZeroDivisionError("Ada's own words")
        return facts_of(document)

    monkeypatch.setattr("streaming.steps.facts_of", facts_of_most)
    write(stack, [a_document("a"), a_document("bad"), a_document("b")])
    assert run.drain(stack).dead == 1
    assert {fact.document for fact in open_features(stack).facts("ada")} == {"ada-a", "ada-b"}
    (reason,) = dead_letters(stack)
    assert re.fullmatch(r"ZeroDivisionError in facts_of_most, test_stream\.py:\d+", reason)
    assert run.drain(stack).changes == 0


def test_one_text_the_embedder_chokes_on_costs_only_its_document(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosy = Choosy()
    monkeypatch.setattr(run, "open_embedder", lambda _: choosy)
    write(settings, [a_document("a"), a_document("poison"), a_document("b")])
    assert run.drain(settings).dead == 1
    assert {fact.document for fact in open_features(settings).facts("ada")} == {"ada-a", "ada-b"}


def test_a_missing_model_ends_the_drain_and_loses_nothing(stack: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    write(stack, [a_document()])
    with monkeypatch.context() as without:
        without.setattr(run, "open_embedder", lambda _: Missing())
        with pytest.raises(ModelFault, match="there is no model"):
            run.drain(stack)
    assert run.drain(stack).changes >= 1
    assert facts_in(stack) == wanted(stack) != set()
    assert dead_letters(stack) == []


def test_vectors_of_another_embedder_end_the_drain_and_a_deleted_store_is_filled_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(settings, [a_document("a")])
    run.drain(settings)
    other = settings.model_copy(update={"embedder": "other"})
    write(other, [a_document("b")])
    with pytest.raises(InvalidInput, match="not of other"):
        run.drain(other)
    for file in settings.features.parent.glob("features.db*"):
        file.unlink()
    assert run.drain(other).changes == 2
    assert facts_in(other) == wanted(other)


def test_of_several_changes_of_one_document_the_last_stands() -> None:
    def change(number: int, document: str) -> Delivery:
        return Delivery(token=(0, number), change=Change(event_id=str(number), operation="update", document=document))

    unreadable = Delivery(token=(0, 4), change=None, error="?")
    assert latest([change(1, "a"), change(2, "b"), change(3, "a"), unreadable]) == [
        change(3, "a"),
        change(2, "b"),
        unreadable,
    ]


def test_many_changes_are_embedded_in_few_calls(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    choosy = Choosy()
    monkeypatch.setattr(run, "open_embedder", lambda _: choosy)
    write(settings, [a_document(str(number)) for number in range(300)])
    assert run.drain(settings).changes == 300
    assert len(choosy.calls) == 2
    assert facts_in(settings) == wanted(settings)


def test_a_drain_with_a_broker_that_is_away_is_a_fault_that_loses_nothing(settings: Settings) -> None:
    write(settings, [a_document()])
    away = settings.model_copy(update={"rabbitmq_url": SecretStr("amqp://guest:guest@127.0.0.1:1/")})
    with pytest.raises(StoreFault, match="RabbitMQ"):
        run.drain(away)
    assert run.drain(settings).changes == 1


def test_a_follower_whose_relay_cannot_work_says_so_instead_of_waiting(
    settings: Settings, rabbitmq_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Settings) -> ChangePublisher:
        raise InvalidInput("no such broker")

    monkeypatch.setattr(run, "open_publisher", refuse)
    with pytest.raises(InvalidInput, match="no such broker"):
        run.follow(settings.model_copy(update={"rabbitmq_url": SecretStr(rabbitmq_url)}))


def test_documents_in_mongodb_become_features_and_leave_them_again(mongo_stack: Settings) -> None:
    write(mongo_stack, [a_document("a"), a_document("b")])
    assert run.drain(mongo_stack).changes == 2
    assert facts_in(mongo_stack) == wanted(mongo_stack) != set()
    write(mongo_stack, [a_document("b", text="new")], ["ada-a"])
    assert run.drain(mongo_stack).removed == 1
    assert facts_in(mongo_stack) == wanted(mongo_stack) != set()
    assert run.drain(mongo_stack).changes == 0
