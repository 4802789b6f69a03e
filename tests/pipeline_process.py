"""run.py in a process that is killed, or told to stop, at an exact moment; for tests of what that leaves behind.

At the moment the signal goes to the whole process group, as from a terminal or an impatient supervisor. What is
patched otherwise: ZenML loads none of its integrations (seconds), and lines are written by rules (quality is not
tested).
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

MOMENTS = {  # name -> the function, and whether the signal comes "before" or "after" its work
    "never": ("", ""),
    "ZenML's tables are half made": ("zenml.zen_stores.migrations.alembic:Alembic.stamp", "before"),
    "a page is open": ("resumify.adapters.chromium:Chromium.open", "after"),
    "the documents are written": ("steps.etl:take_in", "after"),
    "the dataset is built": ("steps.dataset:build", "after"),
    "MLflow's tables are half made": ("alembic.ddl.impl:DefaultImpl.add_column", "after"),
    "the adapter is half trained": ("resumify.adapters.experiment:Experiment.log_figures", "before"),
    "the version is not in the index": ("resumify.adapters.registry:IndexRegistry.register", "before"),
    "the tag is not in the index": ("resumify.adapters.registry:IndexRegistry.promote", "before"),
    "the Bento is not in its place": ("bentoml._internal.bento.bento:Bento.validate", "before"),
}


def arm(patch: pytest.MonkeyPatch, moment: str, number: signal.Signals) -> None:
    """Send the signal to this process's group when the moment comes, the first time."""
    place, when = MOMENTS[moment]
    if not place:
        return
    module, _, path = place.partition(":")
    *parents, name = path.split(".")
    holder: Any = importlib.import_module(module)
    for parent in parents:
        holder = getattr(holder, parent)
    patch.setattr(holder, name, _signalling(getattr(holder, name), when, number))


def _signalling(work: Callable[..., Any], when: str, number: signal.Signals) -> Callable[..., Any]:
    def signalled(*arguments: Any, **options: Any) -> Any:
        if when == "before":
            os.killpg(0, number)
        result = work(*arguments, **options)
        if when == "after":
            os.killpg(0, number)
        return result

    return signalled


def main(moment: str, number: str, *words: str) -> None:
    """Run the pipeline that was typed; at the moment this process's group is sent the signal of that name."""
    from resumify.config import Settings, prepare_environment

    prepare_environment(Settings())
    from zenml.integrations.registry import integration_registry

    import run
    import steps.train
    from tests.test_train_pipeline import RuledWriter

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(integration_registry, "activate_integrations", lambda: None)
        patch.setattr(steps.train, "open_writer", RuledWriter)
        patch.setattr(sys, "argv", ["run.py", *words])
        arm(patch, moment, signal.Signals[number])
        run.main()
