"""Start a ZenML pipeline on a stack and hand back what a step returned; the only place that talks to its runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from pipelines.stack import activate
from resumify.config import Settings
from resumify.errors import SystemFault

log = logging.getLogger(__name__)

_TELLERS = ("zenml.orchestrators.step_launcher", "zenml.orchestrators.local.local_orchestrator")
"""Loggers that print a failing step's traceback, though the error itself comes through and says what to do."""


def launch(pipeline: Callable[..., Any], settings: Settings, stack: str, cache: bool, **parameters: Any) -> Any:
    """Run the pipeline to its end and return ZenML's run. A failing step's own error comes through."""
    activate(stack, settings)
    from zenml.enums import ExecutionMode

    for name in _TELLERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    run = pipeline.with_options(  # type: ignore[attr-defined]
        enable_cache=cache,
        execution_mode=ExecutionMode.FAIL_FAST,  # the other modes put a sentence of their own for the step's error
    )(**parameters)
    if run is None:
        raise SystemFault("ZenML started no run: the orchestrator gave none back.")
    return run


def output(run: Any, step: str, name: str) -> Any:
    """The value that `step` of this run returned as `name`, also where it came from the cache."""
    return run.steps[step].outputs[name][0].load()


def cached(run: Any, step: str) -> bool:
    """Whether the step was not run because nothing that it depends on has changed."""
    return bool(run.steps[step].status.value == "cached")
