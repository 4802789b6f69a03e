"""How fast changes become features, beside the bare embedder on the same texts in the same run; prints JSON.

    python -m benchmarks.stream [--documents 200] [--rounds 5]

Measured on the embedded stack in a folder of its own: documents per second of a drain and of the embedder alone, turn
by turn, so that what else runs on the machine meets both, and their ratio also by processor time, which that hardly
touches; the time from a committed write until a search finds it; and what a second import of the same profile embeds.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import Any, NamedTuple

from resumify.bootstrap import open_documents, open_embedder, open_features
from resumify.config import Settings, prepare_environment
from resumify.facts import chunks_of, facts_of
from resumify.intake import take_in
from resumify.models import Document, Reading, document_id
from resumify.read import read_json_resume
from streaming.run import drain

_ROOT = Path(__file__).resolve().parent.parent
_WRITES = 20
_PATIENCE = 60.0  # s


class Spent(NamedTuple):
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float


def measure(documents: int, rounds: int) -> dict[str, Any]:
    """Return documents per second, their ratio in each round and its median, latencies in seconds, and counts."""
    prepare_environment(Settings())
    many = list(islice(_profiles(), documents))
    texts = [chunk.text for document in many for chunk in chunks_of(facts_of(document))]
    embedder = open_embedder(Settings())
    embedder.embed(texts[:64])
    rounds_ = [
        _in_turn(lambda: _spent(lambda: embedder.embed(texts)), lambda: _drained(many), n) for n in range(rounds)
    ]
    bare, streamed = (statistics.median(spent.wall for spent in side) for side in zip(*rounds_, strict=True))
    ratios = [one.wall / other.wall for one, other in rounds_]
    return {
        "documents": documents,
        "texts": len(texts),
        "rounds": rounds,
        "bare_embedder_documents_per_s": round(documents / bare, 1),
        "stream_documents_per_s": round(documents / streamed, 1),
        "stream_to_bare": round(statistics.median(ratios), 3),
        "stream_to_bare_of_each_round": [round(ratio, 3) for ratio in ratios],
        "stream_to_bare_processor_time": round(statistics.median(one.cpu / other.cpu for one, other in rounds_), 3),
        "change_to_searchable_s": _latency(),
        "second_import": _second_import(),
    }


def _profiles() -> Iterator[Document]:
    """The demo's people again and again, each time as another owner."""
    readings = [read_json_resume(path, path.stem) for path in sorted((_ROOT / "demo" / "people").glob("*.json"))]
    for number in count():
        for document in (document for reading in readings for document in reading.documents):
            owner = f"{document.owner}-{number}"
            id_ = document_id(owner, document.section, document.key)
            yield document.model_copy(update={"owner": owner, "id": id_})


def _drained(documents: list[Document]) -> Spent:
    """From stored documents to their features, acknowledged."""
    with _home() as settings:
        open_documents(settings).write(documents)
        return _spent(lambda: drain(settings))


def _latency() -> dict[str, float]:
    """Seconds from a committed write until another process finds it, while `run.py --pipeline stream` follows."""
    with _home() as settings, _following(settings):
        _written_and_found(settings, "the first one loads the model")
        took = [_written_and_found(settings, f"Led project {number} to its end.") for number in range(_WRITES)]
    return {"median": round(statistics.median(took), 4), "slowest": round(max(took), 4), "n": len(took)}


def _written_and_found(settings: Settings, line: str) -> float:
    data = {"name": "Northwind", "position": "Engineer", "highlights": [line]}
    document = Document(
        id=document_id("ada", "work", line),
        owner="ada",
        section="work",
        key=line,
        data=data,
        text=line,
        source="benchmark",
        read_at=datetime.now(UTC),
    )
    query = open_embedder(settings).embed([line])
    open_documents(settings).write([document])
    begun = perf_counter()
    features, wanted = open_features(settings), {fact.id for fact in facts_of(document)}
    while not any(hit.fact in wanted for hit in features.search("ada", query, 3)[0]):
        if perf_counter() - begun > _PATIENCE:
            raise TimeoutError(f"not searchable within {_PATIENCE} s")
        sleep(0.001)
    return perf_counter() - begun


def _second_import() -> dict[str, int]:
    """What taking in the same profile twice writes and embeds the second time."""
    path = _ROOT / "demo" / "people" / "ada.json"
    with _home() as settings:
        first = _taken_in(read_json_resume(path, "ada"), settings)
        second = _taken_in(read_json_resume(path, "ada"), settings)
    return {"embedded_first": first["embedded"], **second}


def _taken_in(reading: Reading, settings: Settings) -> dict[str, int]:
    written = take_in(reading, open_documents(settings))
    done = drain(settings)
    return {
        "written": written.inserted + written.updated + written.deleted,
        "changes": done.changes,
        "embedded": done.embedded,
    }


@contextmanager
def _home() -> Iterator[Settings]:
    """The embedded stack in a folder that goes away again."""
    with tempfile.TemporaryDirectory() as folder:
        embedded = {"home": Path(folder), "mongodb_uri": None, "rabbitmq_url": None, "qdrant_url": None}
        yield Settings().model_copy(update=embedded)


@contextmanager
def _following(settings: Settings) -> Iterator[None]:
    services = ("MONGODB_URI", "RABBITMQ_URL", "QDRANT_URL")
    environment = {name: value for name, value in os.environ.items() if name not in services}
    process = subprocess.Popen(
        [sys.executable, str(_ROOT / "run.py"), "--pipeline", "stream"],
        env={**environment, "RESUMIFY_HOME": str(settings.home)},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(_PATIENCE)


def _in_turn(bare: Callable[[], Spent], streamed: Callable[[], Spent], number: int) -> tuple[Spent, Spent]:
    """Both, the other one first in every second round."""
    if number % 2:
        second = streamed()
        return bare(), second
    return bare(), streamed()


def _spent(work: Callable[[], object]) -> Spent:
    wall, cpu = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - wall, process_time() - cpu)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(json.dumps(measure(options.documents, options.rounds), indent=2))
