"""Errors as programs get them: {"error": {"code", "message", "hint"}} under the contract's status. Never the input."""

from __future__ import annotations

import logging
from http import HTTPStatus

from pydantic import ValidationError
from starlette.responses import JSONResponse

from resumify.errors import EmptyProfile, NotFound, ResumifyError, StoreFault, UserError

STATUS: tuple[tuple[type[ResumifyError], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (EmptyProfile, HTTPStatus.CONFLICT),
    (UserError, HTTPStatus.BAD_REQUEST),
    (StoreFault, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""The first that fits; anything else is our fault: 500."""

MEANING = {
    400: ("invalid_input", "The request is not what this address reads.", "See /docs.json."),
    401: (
        "no_key",
        "This needs a key that holds: Authorization: Bearer KEY.",
        "Make one with: resumify keys add --profile ID. `make serve` answers this machine without.",
    ),
    404: ("not_found", "There is nothing at this address.", "See /docs.json."),
    405: ("not_allowed", "This address does not know this method.", "See /docs.json."),
    406: ("not_acceptable", "There is no such form of a résumé.", "Accept one of those in /docs.json."),
    408: ("too_slow", "The request did not arrive in time.", "Send it again."),
    413: ("too_large", "The request is larger than is read here.", "Send the posting's text alone."),
    429: ("too_many_requests", "Too many résumés are being written right now.", "Try again after Retry-After seconds."),
    499: ("left", "You did not wait for the answer.", "Ask again."),
    503: ("not_ready", "The service cannot answer yet.", "Try again in a few seconds."),
    504: ("too_slow", "The answer took too long.", "Try again, or with a shorter posting."),
}
_OURS = ("internal", "Something went wrong on our side.", "Try again; the server's log says more.")

HEADERS = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": "2"}, 503: {"Retry-After": "5"}}  # s


def problem_of(error: ResumifyError) -> JSONResponse:
    """What a client gets for an error that Resumify raised."""
    status = next((status for kind, status in STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:  # our messages name files and servers
        return problem(status)
    return problem(status, error.code, error.message, error.hint)


def problem(status: int, code: str = "", message: str = "", hint: str = "") -> JSONResponse:
    """The envelope; whatever is not given is said in general."""
    general = MEANING.get(status, _OURS)
    body = {"code": code or general[0], "message": message or general[1], "hint": hint or general[2]}
    return JSONResponse({"error": body}, status_code=status, headers=HEADERS.get(status))


class NoInput(logging.Filter):
    """Takes the traceback off a malformed body's log line: it names the keys that were sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], ValidationError):
            record.exc_info = None
        return True
