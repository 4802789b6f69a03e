"""What stands before every route: who may call from where, how large a body may be, how many at once, one error form.

Pure ASGI, so that nothing is buffered but errors.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterable, MutableMapping
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bento.problems import problem

LARGEST = 256 * 1024  # bytes of a body: a posting of 60,000 characters in any script, escaped
AT_ONCE = 16  # résumés being written or waiting in one worker; the next is told to come again

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; "
        b"base-uri 'none'; form-action 'self'",
    ),
)


class Border:
    """Middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._writing = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = Answer(send)
        if (refused := refusal(scope)) is not None:
            await refused(scope, receive, answer)
        elif scope["method"] == "POST":
            await self._counted(scope, receive, answer)
        else:
            await self._app(scope, receive, answer)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._writing >= AT_ONCE:
            await problem(429)(scope, receive, send)
            return
        self._writing += 1
        try:
            await self._read(scope, receive, send)
        finally:
            self._writing -= 1

    async def _read(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body as far as it may go, then hand it on whole."""
        body = b""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            if len(body) > LARGEST:
                await problem(413)(scope, receive, send)
                return
            if not message.get("more_body"):
                break
        parts = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def again() -> Message:
            for part in parts:
                return part
            return await receive()

        await self._app(scope, again, send)


def refusal(scope: Scope) -> JSONResponse | None:
    """The answer to a request that is not even looked at, else None."""
    headers = Headers(scope=scope)
    if not _is_local(headers.get("host", "")):
        return problem(404)
    if not _is_own(headers):
        return problem(400, message="Another site's page may not call this service.")
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST:
        return problem(413)
    if scope["method"] == "POST" and headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return problem(400, message="The body must be JSON.", hint="Send Content-Type: application/json.")
    return None


def _is_local(host: str) -> bool:
    """Whether the address that was typed is this machine itself: another site's name may be made to lead here."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    try:
        return name == "localhost" or ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_own(headers: Headers) -> bool:
    """Whether a browser sends this for a page of ours; programs send no origin."""
    origin = headers.get("origin")
    return origin is None or origin.split("://")[-1] == headers.get("host")


class Answer:
    """Sends what the application says, errors in the one form, with the headers that keep browsers strict."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._error: MutableMapping[str, Any] | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*_without(message["headers"], _HEADERS), *_HEADERS]
            if message["status"] >= 400:
                self._error = message
                return
        if self._error is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            await self._say(self._error)

    async def _say(self, start: MutableMapping[str, Any]) -> None:
        body = self._body
        if not _is_ours(body):
            said = problem(start["status"], message=_place(body))
            start["headers"] = [*_without(start["headers"], said.raw_headers), *said.raw_headers]
            body = bytes(said.body)
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _without(
    headers: Iterable[tuple[bytes, bytes]], others: Iterable[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    names = {name.lower() for name, _ in others}
    return [(name, value) for name, value in headers if name.lower() not in names]


def _is_ours(body: bytes) -> bool:
    said = _parsed(body)
    return isinstance(said, dict) and isinstance(said.get("error"), dict)


def _place(body: bytes) -> str:
    """The first field that did not hold, from BentoML's own words for a malformed body; they hold no input."""
    said = _parsed(body)
    details = said.get("detail") if isinstance(said, dict) else None
    if not isinstance(details, list) or not details:
        return ""
    first = details[0]
    if first.get("type") == "extra_forbidden":
        return "The body holds a key that is not known here."
    place = ".".join(str(part) for part in first.get("loc", ()))
    return f"{place or 'The body'}: {first.get('msg', 'is malformed')}."


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
