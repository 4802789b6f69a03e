"""deploy: fetch the accepted model from the registry and build the Bento that serves it."""

from __future__ import annotations

import click
from zenml import pipeline

from pipelines.launch import launch, output
from resumify.bootstrap import ACCEPTED, WRITER
from resumify.config import Settings
from resumify.models import Frozen
from steps.deploy import build, fetch


class Config(Frozen):
    """Which registered model is packed: its name and the tag, version or "latest" that it must hold."""

    model: str = WRITER
    tag: str = ACCEPTED


@pipeline
def deploy(name: str, tag: str) -> None:
    """registry -> model -> Bento."""
    build(fetch(name, tag), tag)


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:
    """Build, and say how to serve what was built."""
    done = launch(deploy, settings, stack, cache, name=config.model, tag=config.tag)
    click.echo(f"deploy: {output(done, 'build', 'bento')}; serve it: bentoml serve resumify:latest")
