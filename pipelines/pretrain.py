"""pretrain: the base model from nothing, on the corpus that the project makes up. Repeats what made base_model/."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from resumify.adapters.local_model import LocalModel
from resumify.config import Settings, project_root
from resumify.models import Frozen
from resumify.pretrain import PretrainConfig, pretrain, score


class Config(Frozen):
    """`folder` is relative to the project; `pretrain` is the model and how long it learns."""

    folder: str
    pretrain: PretrainConfig = PretrainConfig()


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:  # noqa: ARG001 - every pipeline's shape
    """Train, print the loss as it falls, and say how many lines of unseen wordings come out exact."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    folder: Path = project_root() / config.folder
    figures = pretrain(config.pretrain, folder, _report)
    figures |= score(LocalModel(folder), config.pretrain.held_out)
    (folder / "pretraining.json").write_text(
        json.dumps({**config.pretrain.model_dump(mode="json"), **figures}, indent=1) + "\n"
    )
    click.echo(
        f"pretrain: {folder}: {figures['tokens']:,.0f} tokens in {figures['seconds']:.0f} s; exact lines: "
        f"{figures['exact_seen']:.1%} in known wordings, {figures['exact_unseen']:.1%} in unseen ones"
    )


def _report(figures: dict[str, float]) -> None:
    click.echo(f"pretrain: step {figures['step']}: loss {figures['loss']:.4f}")
