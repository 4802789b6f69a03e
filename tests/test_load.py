"""The service under load and faults: as many as it can take, as long as a person waits, and no error of a model."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from anyio import CapacityLimiter
from starlette.testclient import TestClient

from bento.border import Border
from bento.counts import by_route
from bento.writing import Left, Writing
from resumify.config import project_root
from resumify.models import Prompt, Resume
from resumify.words import stem
from tests.test_cli import POSTING
from tests.test_service import promoted

ORDER = {"profile": "ada", "job": POSTING.read_text(encoding="utf-8")}
WORD_ENDS = ("", "er", "ement", "ation", "eur", "issement", "eyons", "ités")
EVENTS = {"Accept": "text/event-stream"}


def _events(text: str) -> list[tuple[str, Any]]:
    frames = [frame.split("\n", 1) for frame in text.split("\n\n") if frame]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in frames]


@contextmanager
def _written_by(write: Callable[[Sequence[Prompt]], list[str]], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr("resumify.adapters.local_model.LocalModel.write", lambda _, prompts: write(prompts))
        yield


def test_sections_come_as_they_are_written_and_then_the_whole(client: TestClient) -> None:
    answer = client.post("/v1/resumes", json=ORDER, headers=EVENTS)
    assert answer.headers["content-type"].startswith("text/event-stream")
    *sections, (name, whole) = _events(answer.text)
    assert name == "resume"
    assert {name for name, _ in sections} == {"section"}
    assert {said["section"] for _, said in sections} >= {"basics", "work", "education", "skills"}
    works = [said["content"] for _, said in sections if said["section"] == "work"]
    assert len(works) > 1  # the person's own words first
    assert client.get(f"/v1/resumes/{whole['id']}").json() == whole
    plain = client.post("/v1/resumes", json=ORDER).json()
    assert plain["resume"] == whole["resume"]


@pytest.mark.parametrize(
    ("change", "status"), [({"profile": "nobody"}, 404), ({"profile": "bob"}, 409), ({"job": "lorem ipsum"}, 400)]
)
def test_what_is_wrong_from_the_start_is_no_stream(client: TestClient, change: dict[str, str], status: int) -> None:
    answer = client.post("/v1/resumes", json={**ORDER, **change}, headers=EVENTS)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "message", "hint"}


def test_a_stream_that_fails_says_so_and_nothing_of_what_is_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("bento.resumes.ResumeStore.put", broken)
    name, said = _events(client.post("/v1/resumes", json=ORDER, headers=EVENTS).text)[-1]
    assert name == "error"
    assert said["error"]["code"] == "internal"
    assert "secret" not in said["error"]["message"]


def test_a_model_that_hangs_leaves_the_persons_own_words(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    wake = Event()

    def hangs(prompts: Sequence[Prompt]) -> list[str]:
        if prompts:
            wake.wait(60)
        return [""] * len(prompts)

    monkeypatch.setattr("bento.service.monotonic", lambda: 0.0)  # the time has been up for long
    monkeypatch.setattr("resumify.tailor.desk.Tailoring.load", lambda desk, wanted: desk.open_model(wanted))
    with _written_by(hangs, monkeypatch):
        answer = client.post("/v1/resumes", json=ORDER)
    wake.set()
    assert answer.status_code == 200
    assert answer.json()["model"]["version"] == "none"
    own = client.post("/v1/resumes", json={**ORDER, "model": "none"}).json()
    assert answer.json()["resume"] == own["resume"]


def test_a_client_that_leaves_stops_the_work() -> None:
    async def leaves() -> list[str]:
        did: list[str] = []
        left, begun, loop = Event(), asyncio.Event(), asyncio.get_running_loop()

        def make(show: Callable[[dict[str, Any]], None]) -> Resume:
            show({"work": []})
            loop.call_soon_threadsafe(begun.set)
            left.wait(60)
            did.append("the first section")
            show({"work": ["written"]})
            did.append("what nobody waits for")
            raise AssertionError

        writing = Writing(make, left, CapacityLimiter(1))
        waiting = Writing(make, left, CapacityLimiter(1))
        await begun.wait()
        left.set()
        ended = await asyncio.gather(writing.result(), waiting.result(), return_exceptions=True)
        assert all(isinstance(one, Left) for one in ended)
        return did

    assert set(asyncio.run(leaves())) <= {"the first section"}


def test_a_model_is_accepted_while_resumes_are_written_and_none_of_them_fails(
    client: TestClient, service_home: Path
) -> None:
    try:
        with ThreadPoolExecutor(3) as pool:
            running = [pool.submit(client.post, "/v1/resumes", json=ORDER) for _ in range(3)]
            promoted(service_home, "v0.0.1", project_root() / "base_model")
            answers = [one.result() for one in running]
        after = client.post("/v1/resumes", json=ORDER)
    finally:
        shutil.rmtree(service_home / "registry")
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["model"]["version"] for answer in answers} <= {"base", "v0.0.1"}
    assert after.json()["model"] == {"name": "writer", "version": "v0.0.1", "tag": "accepted"}


def _scope(method: str = "POST") -> dict[str, Any]:
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    return {
        "type": "http",
        "method": method,
        "path": "/v1/resumes",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "query_string": b"",
    }


class _Client:
    """Sends a body, then stays until it leaves."""

    def __init__(self, *messages: dict[str, Any]) -> None:
        self.messages = list(messages)
        self.leaves = asyncio.Event()
        self.got: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        if self.messages:
            return self.messages.pop(0)
        await self.leaves.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.got.append(message)

    def visits(self, border: Border) -> Awaitable[None]:
        return border(_scope(), self.receive, self.send)

    @property
    def status(self) -> int:
        return int(self.got[0]["status"])


WHOLE = {"type": "http.request", "body": b"{}", "more_body": False}
PART = {"type": "http.request", "body": b"{", "more_body": True}


@pytest.mark.usefixtures("client")
def test_a_client_that_leaves_is_noticed_while_its_request_is_at_work() -> None:
    from bento.access import visiting

    async def visit() -> bool:
        noticed = asyncio.Event()

        async def app(scope: Any, receive: Any, send: Any) -> None:
            assert (await receive())["body"] == b"{}"
            client.leaves.set()
            assert (await receive())["type"] == "http.disconnect"
            assert visiting.get().left.is_set()
            noticed.set()

        client = _Client(WHOLE)
        await client.visits(Border(app))
        return noticed.is_set()

    assert asyncio.run(visit())


@pytest.mark.usefixtures("client")
def test_who_is_slow_to_send_takes_no_place_and_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bento.border.AT_ONCE", 1)
    monkeypatch.setattr("bento.border.SLOWEST", 0.01)

    async def visit() -> tuple[int, int, int, int]:
        free = asyncio.Event()

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await free.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"{}"})

        border = Border(app)
        slow, first, second, third = _Client(PART), _Client(WHOLE), _Client(WHOLE), _Client(WHOLE)
        await slow.visits(border)
        at_work = asyncio.ensure_future(first.visits(border))
        await asyncio.sleep(0)
        await second.visits(border)
        free.set()
        await at_work
        await third.visits(border)
        return slow.status, first.status, second.status, third.status

    assert asyncio.run(visit()) == (408, 200, 429, 200)


def test_sixteen_at_once_are_all_answered_and_the_seventeenth_is_told_when_to_come_again(client: TestClient) -> None:
    order = {**ORDER, "model": "none"}
    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(lambda _: client.post("/v1/resumes", json=order), range(24)))
    statuses = [answer.status_code for answer in answers]
    assert set(statuses) <= {200, 429}
    assert statuses.count(200) >= 16
    assert all("Retry-After" in answer.headers for answer in answers if answer.status_code == 429)
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 200}) == statuses.count(200)


def test_many_at_once_read_the_same_words_alike() -> None:
    words = [f"{a}{b}{c}" for a in ("manag", "plann", "organis") for b in "aeiouy" for c in WORD_ENDS]
    alone = [stem.__wrapped__(word, "fr") for word in words]
    interval = sys.getswitchinterval()
    try:
        sys.setswitchinterval(1e-6)
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda _: [stem.__wrapped__(word, "fr") for word in words], range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert all(read == alone for read in together)


def test_every_unknown_address_and_method_is_answered_in_the_one_form(client: TestClient) -> None:
    for method, path in (
        ("GET", "/nothing"),
        ("PUT", "/v1/resumes"),
        ("GET", "/v1/resumes"),
        ("PATCH", "/"),
        ("POST", "/"),
    ):
        answer = client.request(method, path, json={} if method == "POST" else None)
        assert answer.status_code in (404, 405)
        assert set(answer.json()["error"]) == {"code", "message", "hint"}


def test_metrics_count_routes_and_name_nobody() -> None:
    counted = """# HELP requests_total Requests
requests_total{endpoint="/v1/profiles/ada",code="200"} 2.0
requests_total{endpoint="/v1/profiles/bob",code="200"} 1.0
requests_total{endpoint="/v1/resumes",code="200"} 4.0
requests_total{endpoint="/v1/resumes/0123",code="404"} 1.0
requests_total{endpoint="/ada\\"s",code="404"} 1.0
requests_total{endpoint="/wp-login.php",code="404"} 1.0
last{pid="7"} 5.0
"""
    assert by_route(counted).splitlines() == [
        "# HELP requests_total Requests",
        'requests_total{endpoint="/v1/profiles/{id}",code="200"} 3.0',
        'requests_total{endpoint="/v1/resumes",code="200"} 4.0',
        'requests_total{endpoint="/v1/resumes/{id}",code="404"} 1.0',
        'requests_total{endpoint="other",code="404"} 2.0',
        'last{pid="7"} 5.0',
    ]
