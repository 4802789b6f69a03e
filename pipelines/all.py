"""all: the five in order - etl, stream, dataset, train, deploy - each with its own configuration file."""

from __future__ import annotations

import time
from typing import Any

import click
from pydantic import Field

from pipelines import dataset, deploy, etl, stream, train
from pipelines.configuration import load
from resumify.config import Settings
from resumify.models import Frozen

IN_ORDER = {"etl": etl, "stream": stream, "dataset": dataset, "train": train, "deploy": deploy}


class Config(Frozen):
    """Per pipeline, what to put over its own configuration file."""

    etl: dict[str, Any] = Field(default_factory=dict)
    stream: dict[str, Any] = Field(default_factory=lambda: {"drain": True})
    dataset: dict[str, Any] = Field(default_factory=dict)
    train: dict[str, Any] = Field(default_factory=dict)
    deploy: dict[str, Any] = Field(default_factory=dict)


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:
    """Run them one after the other; the first that fails ends it."""
    for name, module in IN_ORDER.items():
        started = time.monotonic()
        module.run(load(module.Config, name, None, getattr(config, name)), settings, stack=stack, cache=cache)
        click.echo(f"{name}: done in {time.monotonic() - started:.1f} s")
