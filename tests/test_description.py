"""The service's own description tells the truth: what it names is there, and what is there answers as it says."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from bento.service import beside
from tests.test_cli import POSTING

ORDER = {"profile": "ada", "job": POSTING.read_text(encoding="utf-8"), "model": "none"}
Call = tuple[str, str, str, dict[str, Any]]
CALLS: list[Call] = [  # method, the description's path, what is asked for, with what
    ("POST", "/v1/resumes", "/v1/resumes", {"json": ORDER}),
    ("POST", "/v1/resumes", "/v1/resumes", {"json": {**ORDER, "profile": "nobody"}}),
    ("POST", "/v1/resumes", "/v1/resumes", {"json": {**ORDER, "profile": "bob"}}),
    ("POST", "/v1/resumes", "/v1/resumes", {"json": {**ORDER, "language": None, "pages": None}}),
    ("POST", "/v1/resumes", "/v1/resumes", {"json": ORDER, "headers": {"Accept": "text/event-stream"}}),
    ("POST", "/v1/resumes", "/v1/resumes", {"content": "x" * 300_000, "headers": {"Content-Type": "application/json"}}),
    ("GET", "/v1/resumes/{id}", "/v1/resumes/nonsense", {}),
    ("GET", "/v1/profiles/{id}", "/v1/profiles/ada", {}),
    ("GET", "/v1/profiles/{id}", "/v1/profiles/nobody", {}),
    ("GET", "/v1/profiles/{id}", "/v1/profiles/ada", {"headers": {"Authorization": "Bearer x"}}),
    ("DELETE", "/v1/profiles/{id}", "/v1/profiles/nobody", {}),
    ("GET", "/livez", "/livez", {}),
    ("GET", "/readyz", "/readyz", {}),
]


@pytest.fixture
def description(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/docs.json").json())


def test_every_answer_is_one_that_the_description_knows(client: TestClient, description: dict[str, Any]) -> None:
    for method, path, asked, given in CALLS:
        answer = client.request(method, asked, **given)
        known = description["paths"][path][method.lower()]["responses"]
        assert str(answer.status_code) in known, f"{method} {asked}"
        content = known[str(answer.status_code)].get("content", {})
        media = answer.headers["content-type"].split(";")[0]
        assert not content or media in content
        if media == "application/json":
            schema = {**content[media]["schema"], "components": description["components"]}
            jsonschema.Draft202012Validator(schema).validate(answer.json())


def test_its_schemas_are_whole(description: dict[str, Any]) -> None:
    named = set(re.findall(r"'#/components/schemas/(\w+)'", str(description)))
    schemas = description["components"]["schemas"]
    assert {"Order", "Resume", "Profile", "Receipt", "Problem"} <= named
    assert named <= set(schemas)
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator({**schemas["Order"], "components": description["components"]}).validate(ORDER)


def test_every_route_is_described(description: dict[str, Any]) -> None:
    served = {
        (path, method.lower()) for route in beside.routes for path, method in _calls(route) if path.startswith("/v1/")
    }
    told = {(path, method) for path, calls in description["paths"].items() for method in calls}
    assert len(served) >= 3
    assert served <= told


def _calls(route: Any) -> list[tuple[str, str]]:
    return [(route.path, method) for method in getattr(route, "methods", ())]


def test_every_call_has_a_name_of_its_own(description: dict[str, Any]) -> None:
    calls = [call for path in description["paths"].values() for name, call in path.items() if name != "parameters"]
    assert len({call["operationId"] for call in calls}) == len(calls) >= 7
