"""Changes become features: all of them, once, whatever fails and whoever is killed on the way."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from pydantic import SecretStr

import streaming.run as run
from resumify.bootstrap import open_documents, open_features, open_log
from resumify.config import Settings
from resumify.errors import InvalidInput, ModelFault, StoreFault
from resumify.facts import chunks_of, facts_of
from resumify.intake import forget, take_in
from resumify.models import Change, Delivery, Document, Reading
from streaming.steps import latest
from tests.people import HashEmbedder, a_document

PROJECT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def embedder(monkeypatch: pytest.MonkeyPatch) -> HashEmbedder:
    embedder = HashEmbedder()
    monkeypatch.setattr(run, "open_embedder", lambda _: embedder)
    return embedder


@pytest.fixture(params=["changelog", "rabbitmq"])
def stack(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The embedded stack, and the same with RabbitMQ between documents and stream."""
    if request.param == "changelog":
        return settings
    return settings.model_copy(update={"rabbitmq_url": SecretStr(request.getfixturevalue("rabbitmq_url"))})


def write(settings: Settings, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
    open_documents(settings).write(documents, gone)


def facts_in(settings: Settings, owner: str = "ada") -> set[str]:
    return {fact.id for fact in open_features(settings).facts(owner)}


def wanted(settings: Settings, owner: str = "ada") -> set[str]:
    return {fact.id for document in open_documents(settings).of(owner) for fact in facts_of(document)}


def dead_letters(settings: Settings) -> int:
    from resumify.adapters.sqlite import Database
    from resumify.adapters.sqlite_documents import SCHEMA

    count: int = Database(settings.database, SCHEMA, "FULL").read("SELECT count(*) FROM dead_letters")[0][0]
    return count


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


def test_one_bad_document_goes_to_the_dead_letters_and_the_others_through(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def facts_of_most(document: Document) -> object:
        if document.id == "ada-bad":
            raise ZeroDivisionError("no such thing")
        return facts_of(document)

    monkeypatch.setattr("streaming.steps.facts_of", facts_of_most)
    write(settings, [a_document("a"), a_document("bad"), a_document("b")])
    assert run.drain(settings).dead == 1
    assert {fact.document for fact in open_features(settings).facts("ada")} == {"ada-a", "ada-b"}
    assert dead_letters(settings) == 1
    assert run.drain(settings).changes == 0


def test_one_text_the_embedder_chokes_on_costs_only_its_document(settings: Settings, embedder: HashEmbedder) -> None:
    def embed(texts: Sequence[str]) -> np.ndarray:
        if any("poison" in text for text in texts):
            raise RuntimeError("choked")
        return HashEmbedder().embed(texts)

    embedder.embed = embed  # type: ignore[method-assign]
    write(settings, [a_document("a"), a_document("poison"), a_document("b")])
    assert run.drain(settings).dead == 1
    assert {fact.document for fact in open_features(settings).facts("ada")} == {"ada-a", "ada-b"}


def test_a_missing_model_ends_the_drain_and_loses_nothing(settings: Settings, embedder: HashEmbedder) -> None:
    def embed(texts: Sequence[str]) -> np.ndarray:
        raise ModelFault("there is no model")

    works, embedder.embed = embedder.embed, embed  # type: ignore[method-assign]
    write(settings, [a_document()])
    with pytest.raises(ModelFault, match="there is no model"):
        run.drain(settings)
    embedder.embed = works  # type: ignore[method-assign]
    assert run.drain(settings).changes == 1
    assert facts_in(settings) == wanted(settings)
    assert dead_letters(settings) == 0


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


def test_many_changes_are_embedded_in_few_calls(settings: Settings, embedder: HashEmbedder) -> None:
    calls: list[int] = []
    embed = embedder.embed
    embedder.embed = lambda texts: (calls.append(len(texts)), embed(texts))[1]  # type: ignore[method-assign]
    write(settings, [a_document(str(number)) for number in range(300)])
    assert run.drain(settings).changes == 300
    assert len(calls) == 2
    assert facts_in(settings) == wanted(settings)


def test_a_drain_with_a_broker_that_is_away_is_a_fault_that_loses_nothing(settings: Settings) -> None:
    write(settings, [a_document()])
    away = settings.model_copy(update={"rabbitmq_url": SecretStr("amqp://guest:guest@127.0.0.1:1/")})
    with pytest.raises(StoreFault, match="RabbitMQ"):
        run.drain(away)
    assert run.drain(settings).changes == 1


# Processes that are killed


@pytest.fixture
def start(settings: Settings) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a process of tests.stream_process."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.stream_process", *arguments],
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "RESUMIFY_HOME": str(settings.home), **environment},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def broker(settings: Settings) -> dict[str, str]:
    """The environment that leads a process to the same broker."""
    return {"RABBITMQ_URL": settings.rabbitmq_url.get_secret_value()} if settings.rabbitmq_url else {}


def lines_until(process: subprocess.Popen[str], number: int) -> list[str]:
    """The first lines that the process prints; fewer where it ends before."""
    assert process.stdout is not None
    return [line for _, line in zip(range(number), process.stdout, strict=False)]


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill as the kernel does when memory is short; return what the process had printed."""
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    return list(process.stdout)


def test_a_stream_killed_again_and_again_loses_and_doubles_nothing(
    stack: Settings, start: Callable[..., subprocess.Popen[str]]
) -> None:
    write(stack, [a_document(str(number)) for number in range(120)])
    write(stack, [], [f"ada-{number}" for number in range(0, 120, 7)])
    chance = random.Random(1)
    for _ in range(3):
        process = start("drain", **broker(stack))
        lines_until(process, chance.randint(1, 4))
        kill(process)
    run.drain(stack)
    assert facts_in(stack) == wanted(stack)
    assert len(open_features(stack).facts(None)) == len(wanted(stack))
    assert run.drain(stack).changes == 0


def test_a_stream_that_acknowledges_before_it_writes_does_lose(
    settings: Settings, start: Callable[..., subprocess.Popen[str]]
) -> None:
    """The control: were the test above blind to losses, this one would show it."""
    write(settings, [a_document(str(number)) for number in range(60)])
    process = start("ack-early")
    lines_until(process, 2)
    kill(process)
    run.drain(settings)
    assert facts_in(settings) < wanted(settings)


def test_a_writer_killed_again_and_again_leaves_whole_documents_and_every_change(
    settings: Settings, start: Callable[..., subprocess.Popen[str]]
) -> None:
    said: list[str] = []
    chance = random.Random(2)
    for seed in range(3):
        process = start("write", str(seed))
        said += lines_until(process, chance.randint(5, 60))
        said += kill(process)
    run.drain(settings)
    assert facts_in(settings) == wanted(settings)
    assert len(said) > 15
    last = {line.split()[0]: line.split(maxsplit=1)[1].strip() for line in said if line.endswith("\n")}
    stored = {document.id: document.text for document in open_documents(settings).of("ada")}
    differing = [id_ for id_, text in last.items() if stored.get(id_, "gone") != text]
    assert len(differing) <= 3  # one write a kill may have been committed without having been told


def test_sigterm_ends_a_drain_gracefully(settings: Settings, start: Callable[..., subprocess.Popen[str]]) -> None:
    write(settings, [a_document(str(number)) for number in range(200)])
    process = start("drain")
    lines_until(process, 1)
    process.terminate()
    assert process.wait(20) == 130
    with closing(open_log(settings)) as log:
        pending = log.pending()
    assert pending is not None
    handled = len({fact.document for fact in open_features(settings).facts("ada")})
    assert handled == 200 - pending


def test_follow_handles_changes_as_they_come_and_ends_gracefully_when_told(
    stack: Settings, start: Callable[..., subprocess.Popen[str]]
) -> None:
    process = start("follow", **broker(stack))
    for key in ("a", "b", "c"):
        write(stack, [a_document(key)])
        assert lines_until(process, 1) == ["embedding\n"]
    process.terminate()
    assert process.wait(20) == 0
    assert facts_in(stack) == wanted(stack) != set()
    assert run.drain(stack).changes == 0
