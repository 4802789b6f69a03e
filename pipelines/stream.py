"""stream: the Bytewax flow from changes to the feature store. Not a ZenML pipeline: it follows, or drains once."""

from __future__ import annotations

import click

from resumify.config import Settings
from resumify.models import Frozen
from streaming.run import drain, follow


class Config(Frozen):
    drain: bool = False


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:  # noqa: ARG001 - every pipeline's shape
    """Follow the changes until stopped, or with `drain` until the queue is empty."""
    if not config.drain:
        click.echo("stream: following changes; stop with Ctrl-C.")
        follow(settings)
        return
    done = drain(settings)
    click.echo(
        f"stream: {done.changes} changes, {done.facts} facts, {done.embedded} embedded, "
        f"{done.removed} removed, {done.dead} dead letters"
    )
