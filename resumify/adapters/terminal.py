"""The terminal: asks the person at it for the login of a site. What is typed is used once and kept nowhere."""

from __future__ import annotations

import sys
from getpass import getpass

from pydantic import SecretStr

from resumify.crawl import Credentials
from resumify.errors import NeedsLogin


def is_attended() -> bool:
    """Tell whether somebody sits at the terminal who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_login(site: str, user: str | None) -> Credentials:
    """Ask for what is missing; nothing typed means no login. Raises NeedsLogin then."""
    try:
        if not user:
            print(f"User name at {site}: ", end="", file=sys.stderr, flush=True)
            user = sys.stdin.readline().strip()
        password = getpass(f"Password of {user} at {site}: ") if user else ""
    except EOFError:
        password = ""
    if not user or not password:
        raise NeedsLogin(f"{site} asks for a login, and none was given.", "Run it again and type it in.")
    return Credentials(user, SecretStr(password))
