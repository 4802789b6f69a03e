"""Who is calling: the bearer of a key, or somebody at this machine where the service was started open to them."""

from __future__ import annotations

import ipaddress
import re
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Event

from starlette.datastructures import Headers
from starlette.types import Scope

from bento.keys import KeyRing
from resumify.config import Settings

_HOST = re.compile(r"(?P<name>localhost|[0-9.]+|\[[0-9a-f:]+\])(:[0-9]+)?", re.IGNORECASE)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True)
class Caller:
    """Whoever a request comes from; `owner` is the one profile that their key opens, None for all of this machine's."""

    owner: str | None

    def opens(self, profile: str) -> bool:
        return self.owner is None or self.owner == profile


@dataclass(frozen=True)
class Visit:
    """One request of a caller, in which form they want the answer, and whether they have left without it."""

    caller: Caller
    accept: str = ""
    left: Event = field(default_factory=Event)


visiting: ContextVar[Visit] = ContextVar("visit")
"""Set for every request of a caller that we know; reading it elsewhere fails, so that nothing is open by mistake."""


def caller_of(scope: Scope, settings: Settings) -> Caller | None:
    """Return who calls, None for nobody that we know. A key that is given has to be right, also at this machine."""
    headers = Headers(scope=scope)
    if (given := headers.get("authorization")) is not None:
        scheme, _, key = given.partition(" ")
        owner = KeyRing(settings.keys).owner(key.strip()) if scheme.lower() == "bearer" else None
        return Caller(owner) if owner is not None else None
    return Caller(None) if settings.open_here and is_local(scope) else None


def is_local(scope: Scope) -> bool:
    """Whether the request was made at this machine: it comes from here, asks for here (another site's name may be made
    to lead here), and no proxy hands it on for somebody else."""
    headers = Headers(scope=scope)
    client, asked = scope.get("client"), _HOST.fullmatch(headers.get("host", ""))
    return (
        client is not None
        and _is_loopback(client[0])
        and asked is not None
        and (asked["name"].lower() == "localhost" or _is_loopback(asked["name"].strip("[]")))
        and not any(header in headers for header in _FORWARDED)
    )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
