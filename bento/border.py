"""What stands before every route: who calls, how large a body may be and how slow, how many at once, one error form.

Pure ASGI, so that nothing is buffered but errors.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, MutableMapping
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bento.access import Caller, Visit, caller_of, is_local, visiting
from bento.problems import problem, problem_of
from resumify.config import Settings
from resumify.errors import ResumifyError

LARGEST = 256 * 1024  # bytes of a body: a posting of 60,000 characters in any script, escaped
AT_ONCE = 16  # requests of one method at work or waiting in one worker; the next is told to come again
SLOWEST = 10.0  # s in which a body has to arrive
OPEN = ("/", "/livez", "/readyz", "/healthz", "/docs.json")
"""What holds nothing of anybody; everything else needs a caller that we know."""
PAGE = "/page/"  # so do the files of the page
METRICS = "/metrics"  # counts alone; also for whoever looks after this machine

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
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
        self._at_work: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = Answer(send)
        try:
            caller = caller_of(scope, Settings())
        except ResumifyError as error:
            await problem_of(error)(scope, receive, answer)
            return
        if (refused := refusal(scope)) is not None:
            await refused(scope, receive, answer)
        elif is_open(scope):
            await self._app(scope, receive, answer)
        elif caller is None:
            await problem(401)(scope, receive, answer)
        else:
            await self._admitted(caller, scope, receive, answer)

    async def _admitted(self, caller: Caller, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on the whole body, once it is here: who is slow keeps nobody from work."""
        try:
            body = await asyncio.wait_for(_body(receive), SLOWEST)
        except TimeoutError:
            await problem(408)(scope, receive, send)
            return
        if body is None:
            return
        if len(body) > LARGEST:
            await problem(413)(scope, receive, send)
        elif self._at_work[scope["method"]] >= AT_ONCE:
            await problem(429)(scope, receive, send)
        else:
            await self._counted(Visit(caller, Headers(scope=scope).get("accept", "")), body, scope, receive, send)

    async def _counted(self, visit: Visit, body: bytes, scope: Scope, receive: Receive, send: Send) -> None:
        visiting.set(visit)
        leaving = asyncio.create_task(_leave(visit, receive))
        self._at_work[scope["method"]] += 1
        try:
            await self._app(scope, _again(body, leaving), send)
        finally:
            self._at_work[scope["method"]] -= 1
            leaving.cancel()


async def _body(receive: Receive) -> bytes | None:
    """The body, as far as it may go and a little more; None where the client left before its end."""
    body = b""
    while len(body) <= LARGEST:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body


async def _leave(visit: Visit, receive: Receive) -> Message:
    """Wait for the client to leave, and say so to whoever works for them."""
    while (message := await receive())["type"] != "http.disconnect":
        pass
    visit.left.set()
    return message


def _again(body: bytes, leaving: asyncio.Task[Message]) -> Receive:
    parts = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def again() -> Message:
        for part in parts:
            return part
        return await asyncio.shield(leaving)

    return again


def is_open(scope: Scope) -> bool:
    """Whether anybody may read this address."""
    path = scope["path"]
    return path in OPEN or path.startswith(PAGE) or (path == METRICS and is_local(scope))


def refusal(scope: Scope) -> JSONResponse | None:
    """The answer to a request that is not even looked at, else None."""
    headers = Headers(scope=scope)
    leads_here = scope["method"] in ("GET", "HEAD") and is_open(scope)  # anybody's link may
    if not leads_here and not _is_own(headers):
        return problem(400, message="Another site's page may not call this service.")
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST:
        return problem(413)
    if scope["method"] == "POST" and headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return problem(400, message="The body must be JSON.", hint="Send Content-Type: application/json.")
    return None


def _is_own(headers: Headers) -> bool:
    """Whether a browser sends this for a page of ours, or for a person; programs say neither."""
    origin = headers.get("origin")
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
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
