"""Keys and owners: whose key opens what, on every route; and who may come without one."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bento.keys import KeyRing
from bento.resumes import ResumeStore
from resumify.bootstrap import open_documents
from resumify.config import Settings
from resumify.intake import take_in
from resumify.models import MatchReport, ModelLabel, Resume
from resumify.read import read_json_resume
from tests.test_cli import ADA, Typed, imported, typed

__all__ = ["imported", "typed"]  # fixtures

ADAS, NOBODYS = "ad" * 16, "00" * 16
ROUTES = [
    ("POST", "/v1/resumes"),
    ("GET", f"/v1/resumes/{ADAS}"),
    ("GET", "/v1/profiles/ada"),
    ("DELETE", "/v1/profiles/ada"),
    ("GET", "/metrics"),
    ("GET", "/v1/nothing"),
    ("POST", "/schema.json"),
]
ORDER = {"profile": "ada", "job": "a posting", "model": "none"}


@pytest.fixture
def keys(service_home: Path) -> KeyRing:
    resume = Resume(
        id=ADAS,
        profile="ada",
        resume={},
        evidence={},
        match=MatchReport(requirements=(), coverage=0, ceiling=0),
        model=ModelLabel(name="", version="none"),
    )
    ResumeStore(service_home / "resumes").put(resume)
    return KeyRing(service_home / "keys")


@pytest.fixture
def locked(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The service as it is started without saying that this machine is trusted."""
    monkeypatch.delenv("RESUMIFY_OPEN")
    return client


def _asked(client: TestClient, method: str, path: str, key: str | None = None, **headers: str) -> Any:
    given = {"Authorization": f"Bearer {key}"} if key is not None else {}
    body = {"json": ORDER} if method == "POST" else {}
    return client.request(method, path, headers={"Host": "resumes.example", **given, **headers}, **body)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_no_route_opens_without_a_key_that_holds(
    locked: TestClient, keys: KeyRing, service_home: Path, method: str, path: str
) -> None:
    revoked = keys.add("ada")
    keys.revoke("ada")
    kept = [file.stem for file in (service_home / "keys").glob("*.json")]
    for key in (None, "", "x", revoked, "resumify_" + "a" * 43, "../documents", *kept):
        answer = _asked(locked, method, path, key)
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "no_key"
        assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "path"), ROUTES[:4])
def test_what_is_somebody_elses_looks_like_what_is_not_there(
    locked: TestClient, keys: KeyRing, method: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = keys.add("bob")
    theirs = _asked(locked, method, path, foreign)
    monkeypatch.setitem(ORDER, "profile", "nobody")
    nobodys = _asked(locked, method, path.replace("ada", "nobody").replace(ADAS, NOBODYS), foreign)
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content


def test_a_key_opens_its_own_profile_from_any_address(locked: TestClient, keys: KeyRing) -> None:
    key = keys.add("ada")
    held = _asked(locked, "GET", "/v1/profiles/ada", key)
    assert held.status_code == 200
    assert _asked(locked, "GET", f"/v1/resumes/{ADAS}", key).status_code == 200
    assert _asked(locked, "POST", "/v1/resumes", key).json()["error"]["code"] == "not_a_posting"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "localhost:3000@evil.example"},
        {"Host": ""},
        {"X-Forwarded-For": "203.0.113.7"},
        {"Forwarded": "for=203.0.113.7"},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Basic YWRhOmFkYQ=="},
        {"Authorization": ""},
    ],
)
def test_open_means_this_machine_alone(client: TestClient, keys: KeyRing, headers: dict[str, str]) -> None:
    assert client.get("/v1/profiles/ada").status_code == 200
    assert client.get("/v1/profiles/ada", headers=headers).status_code == 401


def test_another_machine_needs_a_key_also_where_this_one_does_not(client: TestClient, keys: KeyRing) -> None:
    away = TestClient(client.app, base_url="http://127.0.0.1:3000", client=("192.0.2.4", 50_000))
    assert away.get("/v1/profiles/ada").status_code == 401
    assert away.get("/metrics").status_code == 401
    assert away.get("/livez").status_code == 200
    assert _asked(away, "GET", "/v1/profiles/ada", keys.add("ada")).status_code == 200


def test_a_page_of_another_site_is_refused_also_with_a_key(client: TestClient, keys: KeyRing) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.get("/v1/profiles/ada", headers=headers).status_code == 400
        assert _asked(client, "GET", "/v1/profiles/ada", keys.add("ada"), **headers).status_code == 400


@pytest.mark.parametrize(
    "path", ["/", "/livez", "/docs.json", "/v1/profiles/ada", "/v1/profiles/nobody", "/v1/resumes", "/nothing"]
)
def test_every_answer_keeps_browsers_strict(client: TestClient, path: str) -> None:
    for given in ({}, {"Authorization": "Bearer wrong"}):
        headers = client.get(path, headers=given).headers
        assert "script-src 'self';" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in headers


def test_a_key_is_shown_once_and_kept_hashed_for_this_user_alone(imported: Typed, settings: Any) -> None:
    code, key, err = imported("keys", "add", "--profile", "ada")
    assert code == 0
    assert "only now" in err
    assert KeyRing(settings.keys).owner(key.strip()) == "ada"
    (file,) = settings.keys.iterdir()
    assert key.strip() not in file.read_text() + file.name
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.keys.stat().st_mode) == 0o700
    code, listed, _ = imported("keys", "list", "--profile", "ada")
    assert key.strip() not in listed
    assert imported("keys", "revoke", "--profile", "ada", "--key", listed.split()[0])[0] == 0
    assert KeyRing(settings.keys).owner(key.strip()) is None


def test_keys_are_for_profiles_that_are_there_and_only_their_own_are_revoked(imported: Typed, settings: Any) -> None:
    assert imported("keys", "add", "--profile", "nobody")[0] == 2
    ring = KeyRing(settings.keys)
    adas, bobs = ring.add("ada"), ring.add("bob")
    (bob,) = ring.of("bob")
    assert imported("keys", "revoke", "--profile", "ada", "--key", bob.id)[0] == 2
    assert imported("keys", "revoke", "--profile", "ada")[0] == 0
    assert imported("keys", "revoke", "--profile", "ada")[0] == 2
    assert (ring.owner(adas), ring.owner(bobs)) == (None, "bob")


def test_whoever_is_forgotten_has_no_key_any_more(imported: Typed, settings: Any) -> None:
    key = KeyRing(settings.keys).add("ada")
    _, receipt, _ = imported("forget", "--profile", "ada")
    assert "API keys" in receipt
    assert KeyRing(settings.keys).owner(key) is None


def test_a_profile_is_held_with_its_sources_and_erased_with_a_receipt_that_a_second_look_confirms(
    client: TestClient, keys: KeyRing, service_home: Path
) -> None:
    settings = Settings(RESUMIFY_HOME=service_home)
    take_in(read_json_resume(ADA, "carol"), open_documents(settings))
    page = service_home / "reports" / "v0.0.1"
    page.mkdir(parents=True)
    (page / "people.json").write_text('["carol"]')
    key = keys.add("carol")
    held = _asked(client, "GET", "/v1/profiles/carol", key).json()
    assert len(held["documents"]) == 14
    assert all(source["source"] and source["at"] for one in held["documents"] for source in one["sources"])
    receipt = _asked(client, "DELETE", "/v1/profiles/carol", key).json()
    assert receipt["erased"] == {
        "documents": 14,
        "facts": 0,
        "saved logins": 0,
        "résumés": 0,
        "trace spans": 0,
        "API keys": 1,
        "pipeline runs": 0,
        "own artifacts": 0,
        "shared artifacts": 1,
    }
    assert set(receipt["left"].values()) == {0}
    assert receipt["elsewhere"] == ""
    assert _asked(client, "GET", "/v1/profiles/carol", key).status_code == 401
    assert client.get("/v1/profiles/carol").status_code == client.delete("/v1/profiles/carol").status_code == 404
    assert client.get("/v1/profiles/ada").status_code == 200


def test_a_resume_of_somebody_who_was_erased_while_it_was_written_is_not_kept(
    client: TestClient, keys: KeyRing, service_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(RESUMIFY_HOME=service_home)
    store = ResumeStore(settings.resumes)
    take_in(read_json_resume(ADA, "dora"), open_documents(settings))
    resume = store.get(ADAS).model_copy(update={"id": "d0" * 16, "profile": "dora"})

    def written(*_: object) -> Resume:
        assert client.delete("/v1/profiles/dora").status_code == 200
        return resume

    monkeypatch.setattr("resumify.tailor.Tailoring.tailor", written)
    answer = client.post("/v1/resumes", json={**ORDER, "profile": "dora"})
    assert answer.status_code == 404
    assert list(store.of("dora")) == []
