"""The description of the service at /docs.json (OpenAPI 3.1): every route, what it reads, and all that it may answer.

BentoML writes one by itself, which knows neither our errors, nor keys, nor the forms of a résumé.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bento.forms import EVENTS, MEDIA
from bento.holdings import Profile, Receipt
from bento.orders import Order
from bento.problems import HEADERS, MEANING
from resumify.models import Resume

_ADDRESS = "#/components/schemas/{model}"
_ALWAYS = (400, 401, 408, 413, 429, 500, 503)
"""What any route with data may answer beside its own."""


class Fault(BaseModel):
    """What went wrong: a stable name for programs, and in words what and what to do."""

    code: str
    message: str
    hint: str


class Problem(BaseModel):
    """The one form of every error."""

    error: Fault


class Description:
    """Middleware that answers /docs.json."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/docs.json" and scope["method"] == "GET":
            await JSONResponse(describe())(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def describe() -> dict[str, Any]:
    """The whole description."""
    models: tuple[type[BaseModel], ...] = (Order, Resume, Profile, Receipt, Problem)
    _, schemas = models_json_schema([(model, "serialization") for model in models], ref_template=_ADDRESS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Resumify",
            "version": "1",
            "description": "Résumés in which every line is true and says where it comes from.",
        },
        "paths": {
            "/v1/resumes": {"post": _create()},
            "/v1/resumes/{id}": {"parameters": [_id("A résumé.")], "get": _again()},
            "/v1/profiles/{id}": {"parameters": [_id("A profile.")], "get": _held(), "delete": _erase()},
            "/livez": {"get": _open("livez", "Whether the process lives.")},
            "/readyz": {"get": _open("readyz", "Whether it can answer.", 503)},
            "/metrics": {"get": _metrics()},
        },
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "resumify keys add"}},
        },
        "security": [{"key": []}, {}],  # a service that is started open asks this machine for no key
    }


def _create() -> dict[str, Any]:
    events = {
        "schema": {
            "type": "string",
            "description": "`section` events as sections are written (the latest of a name counts), then one `resume`, "
            "or an `error` in its stead.",
        }
    }
    return {
        "operationId": "createResume",
        "summary": "Tailor the profile's résumé to a posting.",
        "requestBody": {"required": True, "content": _json(Order)},
        "responses": {"200": _said("The résumé.", {**_json(Resume), EVENTS: events}), **_problems(404, 409, 504)},
    }


def _again() -> dict[str, Any]:
    content: dict[str, Any] = {media: {"schema": {"type": "string"}} for media in MEDIA}
    return {
        "operationId": "getResume",
        "summary": "Give the résumé again, in the form that the Accept header asks for.",
        "responses": {"200": _said("The résumé.", {**content, **_json(Resume)}), **_problems(404, 406)},
    }


def _held() -> dict[str, Any]:
    return {
        "operationId": "getProfile",
        "summary": "Say what is held of the person, with its sources.",
        "responses": {"200": _said("What is held.", _json(Profile)), **_problems(404)},
    }


def _erase() -> dict[str, Any]:
    return {
        "operationId": "eraseProfile",
        "summary": "Erase the person from every store.",
        "responses": {"200": _said("The receipt, confirmed by a second look.", _json(Receipt)), **_problems(404)},
    }


def _open(name: str, summary: str, *statuses: int) -> dict[str, Any]:
    answers = {"200": {"description": "Yes."}, **{str(status): _problem(status) for status in statuses}}
    return {"operationId": name, "summary": summary, "security": [], "responses": answers}


def _metrics() -> dict[str, Any]:
    text = {"text/plain": {"schema": {"type": "string"}}}
    answers = {"200": _said("Prometheus' text format.", text), "401": _problem(401)}
    return {"operationId": "metrics", "summary": "What was counted, by route.", "responses": answers}


def _id(words: str) -> dict[str, Any]:
    return {"name": "id", "in": "path", "required": True, "description": words, "schema": {"type": "string"}}


def _json(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _ADDRESS.format(model=model.__name__)}}}


def _said(words: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": content}


def _problems(*statuses: int) -> dict[str, Any]:
    return {str(status): _problem(status) for status in sorted({*_ALWAYS, *statuses})}


def _problem(status: int) -> dict[str, Any]:
    words = MEANING[status][1] if status in MEANING else "Something went wrong on our side."
    headers = {name: {"schema": {"type": "string"}} for name in HEADERS.get(status, ())}
    return {"description": words, "content": _json(Problem), **({"headers": headers} if headers else {})}
