"""API keys on the command line: made, listed and taken back."""

from __future__ import annotations

import click

from cli.options import PROFILE
from resumify.config import Settings
from resumify.errors import NotFound


@click.group()
def keys() -> None:
    """API keys: who sends one to the service opens that profile, and no other."""


@keys.command("add")
@PROFILE
def add_key(profile: str) -> None:
    """Make a key for the profile and show it, this once."""
    from bento.keys import KeyRing
    from resumify.bootstrap import open_documents

    settings = Settings()
    if not open_documents(settings).of(profile):
        raise NotFound(f"There is no profile {profile}.", f"Import one: resumify import SOURCE --profile {profile}")
    click.echo(KeyRing(settings.keys).add(profile))
    click.echo(
        "Keep it: it is shown only now, and only its hash is kept here. Send it as Authorization: Bearer KEY.", err=True
    )


@keys.command("list")
@PROFILE
def list_keys(profile: str) -> None:
    """Say which keys the profile has: their ids, and since when."""
    from bento.keys import KeyRing

    for key in KeyRing(Settings().keys).of(profile):
        click.echo(f"  {key.id}  since {key.made_at:%Y-%m-%d %H:%M} UTC")


@keys.command("revoke")
@PROFILE
@click.option("--key", metavar="ID", help="This one alone, by the id that `list` shows [default: every key].")
def revoke_keys(profile: str, key: str | None) -> None:
    """Take the profile's keys back; the service refuses them from its next request on."""
    from bento.keys import KeyRing

    count = KeyRing(Settings().keys).revoke(profile, key)
    if not count:
        raise NotFound(f"{profile} has no keys.", f"Make one: resumify keys add --profile {profile}")
    click.echo(f"Revoked: {count}.")
