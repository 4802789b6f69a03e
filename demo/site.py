"""A profile site of our own, for the demo and the tests: login, walls, and profiles in many layouts.

Standard library only. It knows nothing of the product, keeps its sessions in memory and binds to loopback alone.

    python -m demo.site --port 0        serves and prints its address
    with demo.site.serve() as site:     serves on a free port, for a test
"""

from __future__ import annotations

import argparse
import json
import re
import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from demo import layouts

_HERE = Path(__file__).resolve().parent
_ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /search\n"
_ROLE = {"name": "Wallmakers", "location": "York", "startDate": "2020", "highlights": ["Built 3 walls"]}
_WALLED: layouts.Person = {
    "basics": {
        "name": "Robin Wall",
        "label": "Bricklayer",
        "email": "robin@mail.example",
        "phone": "01904 496 0000",
        "location": {"city": "York"},
        "summary": "Builds walls.",
    },
    "work": [{**_ROLE, "position": "Bricklayer"}, {**_ROLE, "position": "Apprentice", "startDate": "2018"}],
}
_TRIES = 5


@dataclass(frozen=True)
class Account:
    """A person who can log in. The passwords are public: they stand in accounts.json."""

    username: str
    password: str
    profile: str
    layout: str
    wall: str = ""


def accounts() -> dict[str, Account]:
    """Every account of the site, by user name."""
    rows = json.loads((_HERE / "accounts.json").read_text(encoding="utf-8"))
    return {row["username"]: Account(**row) for row in rows}


def person(username: str) -> layouts.Person:
    """The person's profile as JSON Resume data; accounts that exist for their wall share one made-up name."""
    path = _HERE / "people" / f"{username}.json"
    data: Any = json.loads(path.read_text(encoding="utf-8")) if path.exists() else _WALLED
    return dict(data)


@dataclass
class Site:
    """The state of a running site; a test may look at `requests` and end everybody's session."""

    url: str = ""
    accounts: dict[str, Account] = field(default_factory=accounts)
    sessions: dict[str, str] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    requests: list[str] = field(default_factory=list)

    def log_in(self, username: str) -> str:
        token = secrets.token_urlsafe(16)
        self.sessions[token] = username
        return token

    def end_sessions(self) -> None:
        """Make every saved login worthless, as sites do after a while."""
        self.sessions.clear()


@contextmanager
def serve(port: int = 0) -> Iterator[Site]:
    """Serve on loopback until the block ends; `site.url` is the address."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), {"site": site}))
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.site.requests.append(self.path)
        path = urlsplit(self.path).path.rstrip("/") or "/"
        if path == "/robots.txt":
            self._send(_ROBOTS, kind="text/plain")
        elif path == "/login":
            self._send(_login_form(self._query("next")))
        elif path == "/logout":
            self._redirect("/login", "session=; Max-Age=0; Path=/")
        elif path.startswith("/checkpoint/"):
            self._send(_checkpoint(path))
        elif (account := self._account()) is None:
            self._redirect(f"/login?next={path}")
        elif path == "/":
            self._send(f"<h1>Your feed</h1><p>Nothing new. <a href='{account.profile}'>Your profile</a></p>")
        else:
            self._profile(account, re.sub(r"^/in/me(?=/|$)", account.profile, path))

    def do_POST(self) -> None:
        self.site.requests.append(self.path)
        form = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        username, password = (form.get(name, [""])[0] for name in ("username", "password"))
        onward = form.get("next", ["/"])[0]
        account = self.site.accounts.get(username)
        if (account and account.wall == "locked") or self.site.failures[username] >= _TRIES:
            self._send("<h1>Too many attempts</h1>", 429, {"Retry-After": "3600"})
        elif account is None or account.password != password:
            self.site.failures[username] += 1
            self._send(_login_form(onward, "That is not the right password."))
        elif account.wall in {"two-factor", "challenge"}:
            self._redirect(f"/checkpoint/{account.wall}")
        else:
            cookie = f"session={self.site.log_in(username)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600"
            self._redirect(onward if onward.startswith("/") and not onward.startswith("//") else "/", cookie)

    def _profile(self, account: Account, path: str) -> None:
        """Show the person's own profile, one of its parts or sub-pages; everybody else's is closed."""
        if not path.startswith("/in/"):
            self._send("<h1>Page not found</h1>", 404)
        elif path != account.profile and not path.startswith(account.profile + "/"):
            known = any(path.startswith(other.profile) for other in self.site.accounts.values())
            self._send("<h1>This profile is not available</h1>", 403 if known else 404)
        elif account.wall == "busy" and not self.site.failures["busy"]:
            self.site.failures["busy"] += 1
            self._send("<h1>Slow down</h1>", 429, {"Retry-After": "1"})
        elif path == account.profile:
            if account.wall == "expired":
                self.site.end_sessions()
            self._send(layouts.page(person(account.username), account.layout, account.profile))
        else:
            self._below(account, path.removeprefix(account.profile).strip("/").split("/"))

    def _below(self, account: Account, steps: list[str]) -> None:
        sections = {slug: section for section, slug in layouts.SLUGS.items()}
        match steps:
            case ["details", slug] if slug in sections:
                self._send(layouts.details(person(account.username), sections[slug]))
            case ["part", section] if section in layouts.SLUGS:
                self._send(layouts.part(person(account.username), section, int(self._query("first") or 0)))
            case _:
                self._send("<h1>Page not found</h1>", 404)

    def _account(self) -> Account | None:
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("session")
        username = self.site.sessions.get(cookie.value) if cookie else None
        return self.site.accounts.get(username) if username else None

    def _query(self, name: str) -> str:
        return parse_qs(urlsplit(self.path).query).get(name, [""])[0]

    def _redirect(self, to: str, cookie: str = "") -> None:
        self._send("", 303, {"Location": to, **({"Set-Cookie": cookie} if cookie else {})})

    def _send(
        self, body: str, status: int = 200, headers: dict[str, str] | None = None, kind: str = "text/html"
    ) -> None:
        payload = body.encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Type": f"{kind}; charset=utf-8"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the site's `requests` are there to be asked."""


def _login_form(onward: str, problem: str = "") -> str:
    alert = f'<p role="alert">{problem}</p>' if problem else ""
    return (
        f'<!doctype html><title>Sign in</title><form action="/search"><input name="q" type="search"></form>{alert}'
        f'<form method="post" action="/login"><input type="hidden" name="next" value="{escape(onward)}">'
        '<label>E-mail or phone <input name="username" autocomplete="username"></label>'
        '<label>Password <input name="password" type="password"></label>'
        '<label><input type="checkbox" name="keep"> Keep me signed in</label>'
        '<button type="button">Show password</button><button type="submit">Sign in</button></form>'
    )


def _checkpoint(path: str) -> str:
    if path.endswith("two-factor"):
        return '<h1>Enter the code from your app</h1><form><input name="pin" autocomplete="one-time-code"></form>'
    return "<h1>Let's do a quick security check</h1><p>Please confirm that you are not a robot.</p><canvas></canvas>"


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the demo's profile site on loopback.")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    with serve(parser.parse_args().port) as site:
        print(site.url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
