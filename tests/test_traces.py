"""Traces: what each generation leaves, what it never holds, and that nobody waits for them."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path

import pytest

from resumify.adapters.traces import TraceLog, erase_traces, read_traces
from resumify.config import project_root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "traces"


def test_a_span_is_kept_with_its_fields_and_time(folder: Path) -> None:
    with TraceLog(folder).span("tailor", profile="ada", wanted="accepted") as span:
        span.log(facts=["f1", "f2"], took={"write": 0.5})
    (kept,) = read_traces(folder, "ada")
    assert kept["trace"] == span.trace
    assert (kept["name"], kept["wanted"], kept["facts"], kept["took"]) == (
        "tailor",
        "accepted",
        ["f1", "f2"],
        {"write": 0.5},
    )
    assert kept["seconds"] >= 0


def test_a_span_inside_another_belongs_to_its_trace_and_person(folder: Path) -> None:
    tracer = TraceLog(folder)
    with tracer.span("outer", profile="ada") as outer, tracer.span("inner") as inner:
        pass
    inside, outside = read_traces(folder, "ada")
    assert inner.trace == outer.trace
    assert inside["parent"] == outside["span"]


def test_an_error_passes_through_and_is_named(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), TraceLog(folder).span("tailor", profile="ada"):
        _ = 1 / 0
    assert read_traces(folder, "ada")[0]["error"] == "ZeroDivisionError"


@pytest.mark.parametrize(
    "contact", ["ada@lindqvist.example", "+46 70 174 06 12", "(0)70-174.06.12", "0701740612", "a.b+c@x-y.co.uk"]
)
def test_contact_details_are_never_kept(folder: Path, contact: str) -> None:
    with TraceLog(folder).span("tailor", profile="ada") as span:
        span.log(prompts=[{"prompt": f"Fact: write to {contact} today"}])
    (kept,) = read_traces(folder, "ada")
    assert kept["prompts"] == [{"prompt": "Fact: write to [contact] today"}]


@pytest.mark.parametrize("text", ["35% of $1.2M", "2019 - 2022", "2019-03-01", "0123456789abcdef" * 2, "C++ and C#"])
def test_what_is_no_contact_stays(folder: Path, text: str) -> None:
    with TraceLog(folder).span("tailor", profile="ada") as span:
        span.log(answer=text)
    assert read_traces(folder, "ada")[0]["answer"] == text


def test_a_folder_that_cannot_be_written_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "traces").write_text("a file where the folder should be")
    with TraceLog(tmp_path / "traces").span("tailor", profile="ada") as span:
        span.log(anything=object(), loop=float("nan"))
    assert span.trace


def test_a_line_that_a_crash_cut_off_hides_no_other(folder: Path) -> None:
    tracer = TraceLog(folder)
    with tracer.span("first", profile="ada"):
        pass
    (file,) = folder.iterdir()
    with file.open("a") as log:
        log.write('{"trace": "cut o')
    with tracer.span("second", profile="ada"):
        pass
    assert [span["name"] for span in read_traces(folder, "ada")] == ["first", "second"]


def _write_many(folder: Path) -> None:
    for number in range(50):
        with TraceLog(folder).span("tailor", profile="ada") as span:
            span.log(number=number, text="x" * 5000)


def test_several_processes_may_append_at_once(folder: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as pool:
        list(pool.map(_write_many, [folder] * 4))
    assert len(read_traces(folder, "ada")) == 200


def test_erasing_takes_one_person_and_no_other(folder: Path) -> None:
    for profile in ("ada", "bob"):
        with TraceLog(folder).span("tailor", profile=profile):
            pass
    assert erase_traces(folder, "ada") == 1
    assert erase_traces(folder, "ada") == 0
    assert read_traces(folder, "ada") == []
    assert len(read_traces(folder, "bob")) == 1


class _Opik(BaseHTTPRequestHandler):
    """Speaks as much of Opik's REST API as its SDK asks for, and keeps what it was given."""

    received: list[tuple[str, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.received.append((self.path, gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body))
        self.send_response(204)
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def opik() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    received: list[tuple[str, bytes]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Opik,), {"received": received}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api", received
    server.shutdown()
    thread.join()


def test_a_generation_reaches_opik_before_the_process_ends(
    opik: tuple[str, list[tuple[str, bytes]]], tmp_path: Path
) -> None:
    url, received = opik
    code = """
from resumify.config import Settings, prepare_environment
settings = Settings()
prepare_environment(settings)
from resumify.bootstrap import open_tracer
with open_tracer(settings).span("tailor", profile="ada", wanted="accepted") as span:
    span.log(prompts=[{"prompt": "mail ada@x.example", "verdict": "number"}], coverage=0.5, version="v0.0.1")
"""
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "RESUMIFY_HOME": str(tmp_path)}
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=project_root(), env={**environment, "OPIK_URL_OVERRIDE": url}
    )
    (body,) = [body for path, body in received if path.endswith("/traces/batch")]
    (trace,) = json.loads(body)["traces"]
    assert trace["name"] == "tailor"
    assert trace["input"]["profile"] == "ada"
    assert trace["input"]["prompts"] == [{"prompt": "mail [contact]", "verdict": "number"}]
    assert trace["output"] == {"coverage": 0.5}
    assert trace["metadata"]["version"] == "v0.0.1"
