"""Start a ZenML pipeline on a stack and hand back what a step returned; the only place that talks to its runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from pipelines.stack import activate
from resumify.config import Settings
from resumify.errors import SystemFault

log = logging.getLogger(__name__)


def launch(pipeline: Callable[..., Any], settings: Settings, stack: str, cache: bool, **parameters: Any) -> Any:
    """Run the pipeline to its end and return ZenML's run. A failing step's own error comes through."""
    activate(stack, settings)
    run = pipeline.with_options(enable_cache=cache)(**parameters)  # type: ignore[attr-defined]
    if run is None:
        raise SystemFault("ZenML started no run: the orchestrator gave none back.")
    return run


def output(run: Any, step: str, name: str) -> Any:
    """The value that `step` of this run returned as `name`, also where it came from the cache."""
    return run.steps[step].outputs[name][0].load()


def cached(run: Any, step: str) -> bool:
    """Whether the step was not run because nothing that it depends on has changed."""
    return bool(run.steps[step].status.value == "cached")
