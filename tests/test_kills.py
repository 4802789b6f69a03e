"""Streams and writers that are killed, stopped or run out of disk: nothing is lost, nothing doubled, all is whole."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator

import pytest

import streaming.run as run
from resumify.bootstrap import open_documents, open_features
from resumify.config import Settings
from tests import forks
from tests.forks import Fork
from tests.people import HashEmbedder, a_document
from tests.stream_process import main
from tests.test_stream import dead_letters, facts_in, wanted, write

Start = Callable[..., Fork]

KILLS = 3


@pytest.fixture(scope="module", autouse=True)
def _prepared() -> None:
    forks.prepare("streaming.run")


@pytest.fixture(autouse=True)
def _embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "open_embedder", lambda _: HashEmbedder())


@pytest.fixture
def start(settings: Settings) -> Iterator[Start]:
    """Starts processes of tests.stream_process on a stack."""
    started: list[Fork] = []

    def start(stack: Settings, *arguments: str) -> Fork:
        broker = {"RABBITMQ_URL": stack.rabbitmq_url.get_secret_value()} if stack.rabbitmq_url else {}
        environment = {**os.environ, "RESUMIFY_HOME": str(stack.home), **broker}
        started.append(forks.start(main, *arguments, environment=environment))
        return started[-1]

    yield start
    for process in started:
        kill(process)
        process.printed.close()


def lines_until(process: Fork, number: int) -> list[str]:
    """The first lines that the process prints; fewer where it ends before."""
    return [line for _, line in zip(range(number), process.printed, strict=False)]


def kill(process: Fork, within: float = 0.0) -> list[str]:
    """Kill as the kernel does when memory is short, or see it end within so many seconds; return what it still said."""
    process.wait(within)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return list(process.printed)


def test_a_stream_killed_again_and_again_loses_and_doubles_nothing(stack: Settings, start: Start) -> None:
    write(stack, [a_document(str(number)) for number in range(120)])
    write(stack, [], [f"ada-{number}" for number in range(0, 120, 7)])
    chance = random.Random(1)
    for _ in range(KILLS):
        process = start(stack, "drain")
        lines_until(process, chance.randint(1, 4))
        kill(process, within=chance.uniform(0, 0.05))
    run.drain(stack)
    assert facts_in(stack) == wanted(stack) != set()
    assert len(open_features(stack).facts(None)) == len(wanted(stack))
    assert run.drain(stack).changes == 0


def test_a_stream_that_acknowledges_before_it_writes_does_lose(settings: Settings, start: Start) -> None:
    """The control: were the test above blind to losses, this one would show it."""
    write(settings, [a_document(str(number)) for number in range(60)])
    process = start(settings, "ack-early")
    lines_until(process, 2)
    kill(process)
    run.drain(settings)
    assert facts_in(settings) < wanted(settings)


def test_a_writer_and_its_follower_killed_again_and_again_leave_whole_documents_and_every_change(
    stack: Settings, start: Start
) -> None:
    said: list[str] = []
    chance = random.Random(2)
    for seed in range(KILLS):
        writer, follower = start(stack, "write", str(seed)), start(stack, "follow")
        lines_until(follower, chance.randint(1, 3))
        kill(follower, within=chance.uniform(0, 0.05))
        said += kill(writer, within=chance.uniform(0, 0.05))
    run.drain(stack)
    assert facts_in(stack) == wanted(stack) != set()
    assert len(said) > 15
    last = {line.split()[0]: line.split(maxsplit=1)[1].strip() for line in said if line.endswith("\n")}
    stored = {document.id: document.text for document in open_documents(stack).of("ada")}
    differing = [id_ for id_, text in last.items() if stored.get(id_, "gone") != text]
    assert len(differing) <= KILLS  # one write a kill may have been committed without having been told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_drain_gracefully(stack: Settings, start: Start, number: signal.Signals) -> None:
    write(stack, [a_document(str(number)) for number in range(120)])
    process = start(stack, "drain")
    lines_until(process, 1)
    process.send_signal(number)
    assert process.wait(20) == 130
    handled = {fact.document for fact in open_features(stack).facts("ada")}
    assert run.drain(stack).changes == 120 - len(handled)
    assert facts_in(stack) == wanted(stack)


def test_a_second_ctrl_c_ends_a_drain_that_hangs_and_loses_nothing(settings: Settings, start: Start) -> None:
    write(settings, [a_document(str(number)) for number in range(60)])
    process = start(settings, "stall")
    lines_until(process, 2)
    process.send_signal(signal.SIGINT)
    while process.wait(0.2) is None:
        process.send_signal(signal.SIGINT)
    assert process.wait() == -signal.SIGINT
    run.drain(settings)
    assert facts_in(settings) == wanted(settings)


def test_follow_handles_changes_as_they_come_and_ends_gracefully_when_told(stack: Settings, start: Start) -> None:
    process = start(stack, "follow")
    for key in ("a", "b", "c"):
        write(stack, [a_document(key)])
        assert lines_until(process, 1) == ["embedding\n"]
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert facts_in(stack) == wanted(stack) != set()
    assert run.drain(stack).changes == 0


def test_a_disk_that_fills_up_ends_the_drain_with_a_fault_and_leaves_everything_whole(
    settings: Settings, start: Start
) -> None:
    write(settings, [a_document(str(number)) for number in range(200)])
    process = start(settings, "drain", "200000")
    assert process.wait(20) == 1
    assert "Free some disk space" in process.printed.read().splitlines()[-1]
    stored = open_features(settings).facts("ada")
    assert 0 < len({fact.document for fact in stored}) < 200
    assert all(sum(fact.document == one.document for fact in stored) == 3 for one in stored)
    run.drain(settings)
    assert facts_in(settings) == wanted(settings)
    assert dead_letters(settings) == []
