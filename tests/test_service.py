"""The REST service: what a program sends and gets, in one process; and once as `bentoml serve` starts it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from resumify.adapters.registry import IndexRegistry
from resumify.config import project_root
from resumify.facts import facts_of
from resumify.models import ModelVersion
from resumify.read import read_json_resume
from tests.servers import free_port
from tests.test_cli import ADA, POSTING

ORDER = {"profile": "ada", "job": POSTING.read_text(encoding="utf-8")}


_made: dict[str, Any] = {}


@pytest.fixture
def made(client: TestClient) -> dict[str, Any]:
    """A résumé of Ada's, made once."""
    if not _made:
        answer = client.post("/v1/resumes", json=ORDER)
        assert answer.status_code == 200
        _made.update(answer.json())
    return _made


def _error(answer: Any) -> dict[str, str]:
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "hint"}
    assert all(error.values())
    return dict(error)


def test_a_posting_becomes_a_resume_of_which_every_line_has_evidence(made: dict[str, Any]) -> None:
    lines = [
        (f"/work/{i}/highlights/{j}", line)
        for i, role in enumerate(made["resume"]["work"])
        for j, line in enumerate(role["highlights"])
    ]
    said = {fact.text for document in read_json_resume(ADA, "ada").documents for fact in facts_of(document)}
    assert lines
    assert all(made["evidence"][path] for path, _ in lines)
    assert {one["quote"] for path, _ in lines for one in made["evidence"][path]} <= said
    assert {line for _, line in lines} - said  # some are written by the base, which writes while nothing is accepted
    assert made["model"] == {"name": "writer", "version": "base", "tag": ""}


def test_the_answer_has_the_fields_of_the_contract(made: dict[str, Any]) -> None:
    fields = "id profile resume evidence match omitted rejected model trace took"
    assert set(made) >= set(fields.split())
    assert set(made["match"]) == {"requirements", "coverage", "ceiling"}


@pytest.mark.parametrize(
    ("accept", "media", "begins"),
    [
        ("application/json", "application/json", b"{"),
        ("application/pdf", "application/pdf", b"%PDF"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK",
        ),
        ("text/html", "text/html", b"<!"),
        ("text/markdown", "text/markdown", b"#"),
        ("text/plain", "text/plain", b"Ada"),
        ("*/*", "application/json", b"{"),
        ("image/png, text/*;q=0.5", "text/html", b"<!"),
        ("application/pdf;q=0.1, text/markdown", "text/markdown", b"#"),
    ],
)
def test_a_resume_is_given_again_in_the_form_asked_for(
    client: TestClient, made: dict[str, Any], accept: str, media: str, begins: bytes
) -> None:
    answer = client.get(f"/v1/resumes/{made['id']}", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media
    assert answer.content.startswith(begins)


def test_given_again_as_json_it_is_the_same(client: TestClient, made: dict[str, Any]) -> None:
    assert client.get(f"/v1/resumes/{made['id']}").json() == made


def test_a_form_that_there_is_not_is_refused(client: TestClient, made: dict[str, Any]) -> None:
    answer = client.get(f"/v1/resumes/{made['id']}", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert _error(answer)["code"] == "not_acceptable"


@pytest.mark.parametrize("id_", ["0" * 32, "nonsense", "..%2F..%2Fdocuments", "%00"])
def test_a_resume_that_is_not_there_is_not_found(client: TestClient, id_: str) -> None:
    answer = client.get(f"/v1/resumes/{id_}")
    assert answer.status_code == 404
    assert _error(answer)["code"] == "not_found"


SECRET = "ada.secret@example.org"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"profile": "nobody"}, 404, "not_found"),
        ({"profile": "bob"}, 409, "empty_profile"),
        ({"model": "v0.0.99"}, 404, "not_found"),
        ({"job": ""}, 400, "not_a_posting"),
        ({"job": "lorem ipsum dolor"}, 400, "not_a_posting"),
        ({"job": "http://169.254.169.254/latest/meta-data/"}, 400, "not_a_posting"),  # never fetched
        ({"job": SECRET + "x" * 60_001}, 400, "invalid_input"),
        ({"job": {"text": SECRET}}, 400, "invalid_input"),
        ({"pages": 3}, 400, "invalid_input"),
        ({"pages": "2"}, 400, "invalid_input"),
        ({"pages": True}, 400, "invalid_input"),
        ({"language": SECRET}, 400, "invalid_input"),
        ({"unknown": SECRET}, 400, "invalid_input"),
        ({SECRET: 1}, 400, "invalid_input"),
    ],
)
def test_what_is_wrong_is_said_in_one_form_and_never_repeats_what_was_sent(
    client: TestClient, change: dict[str, Any], status: int, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/v1/resumes", json={**ORDER, **change})
    assert answer.status_code == status
    assert _error(answer)["code"] == code
    assert SECRET not in answer.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"profile": "ada"}'])
def test_a_malformed_body_is_a_bad_request(client: TestClient, body: bytes) -> None:
    answer = client.post("/v1/resumes", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert _error(answer)["code"] == "invalid_input"


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "application/vnd.bentoml+pickle"])
def test_a_body_that_is_not_json_is_not_read(client: TestClient, media: str) -> None:
    answer = client.post("/v1/resumes", content=json.dumps(ORDER), headers={"Content-Type": media})
    assert answer.status_code == 400
    assert "JSON" in _error(answer)["message"]


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    large = json.dumps({**ORDER, "job": "x" * 300_000}).encode()
    assert client.post("/v1/resumes", content=large, headers={"Content-Type": "application/json"}).status_code == 413
    unannounced = client.post("/v1/resumes", content=iter([large]), headers={"Content-Type": "application/json"})
    assert unannounced.status_code == 413
    assert _error(unannounced)["code"] == "too_large"


def test_too_many_at_once_are_told_when_to_come_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bento.border.AT_ONCE", 0)
    answer = client.post("/v1/resumes", json=ORDER)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert _error(answer)["code"] == "too_many_requests"


def test_a_fault_of_ours_says_nothing_of_what_is_inside(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"the password of {SECRET} is 1234")

    monkeypatch.setattr("bento.resumes.ResumeStore.put", broken)
    answer = client.post("/v1/resumes", json=ORDER)
    assert answer.status_code == 500
    assert _error(answer)["code"] == "internal"
    assert SECRET not in answer.text


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_other_sites_cannot_reach_it_through_a_browser(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/v1/resumes", json=ORDER, headers=headers)
    assert answer.status_code in (400, 401)


def test_the_front_is_our_own_page_and_runs_scripts_of_ours_alone(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "<title>Resumify" in answer.text
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]


def test_health_and_the_description_are_where_they_are_expected(client: TestClient) -> None:
    assert client.get("/livez").status_code == client.get("/readyz").status_code == 200
    paths = client.get("/docs.json").json()["paths"]
    assert {"/v1/resumes", "/v1/resumes/{id}"} <= set(paths)


def test_it_is_not_ready_while_its_store_does_not_answer(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from resumify.errors import StoreFault

    def broken(*_: object) -> None:
        raise StoreFault("no answer")

    monkeypatch.setattr("resumify.adapters.sqlite_features.SqliteFeatures.is_blank", broken)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert _error(answer)["code"] == "not_ready"


def promoted(service_home: Path, version: str, folder: Path) -> None:
    registry = IndexRegistry(service_home / "registry")
    path = registry.keep("writer", version, folder)
    registry.register(ModelVersion(name="writer", version=version, path=str(path), base="base_model"))
    registry.promote("writer", version, "accepted")


def test_a_promoted_model_is_taken_without_a_restart_and_a_broken_one_harms_nobody(
    client: TestClient, service_home: Path, tmp_path: Path
) -> None:
    try:
        promoted(service_home, "v0.0.1", project_root() / "base_model")
        written = client.post("/v1/resumes", json=ORDER).json()
        promoted(service_home, "v0.0.2", tmp_path)
        broken = client.post("/v1/resumes", json=ORDER)
        older = client.post("/v1/resumes", json={**ORDER, "model": "v0.0.1"}).json()
    finally:
        shutil.rmtree(service_home / "registry")
    assert written["model"] == {"name": "writer", "version": "v0.0.1", "tag": "accepted"}
    assert broken.status_code == 200
    assert broken.json()["model"]["version"] == "none"
    assert older["model"]["version"] == "v0.0.1"
    assert older["resume"] == written["resume"]


def test_bentoml_serve_finds_the_service_and_needs_no_zenml(service_home: Path, tmp_path: Path) -> None:
    (tmp_path / "zenml.py").write_text("raise ImportError('the service imports ZenML')")
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "RESUMIFY_OPEN": "1",
        "HOME": str(tmp_path),
        "RESUMIFY_HOME": str(service_home),
        "BENTOML_HOME": str(tmp_path / "bentoml"),
        "BENTOML_DO_NOT_TRACK": "True",
        "PYTHONPATH": str(tmp_path),
    }
    command = [str(Path(sys.executable).with_name("bentoml")), "serve", "--port", str(port)]
    with (tmp_path / "output").open("wb") as output:
        server = subprocess.Popen(command, cwd=project_root(), env=environment, stdout=output, stderr=output)
    try:
        transport = httpx.HTTPTransport(retries=10)  # a refused connection is tried again, ever later
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=300, transport=transport) as client:
            answer = client.post("/v1/resumes", json=ORDER)
            assert answer.status_code == 200
            assert client.get("/readyz").status_code == 200
            assert "bentoml_service_request_total" in client.get("/metrics").text
    finally:
        server.terminate()
        server.wait(60)
