"""Parameters and figures of a running step to the experiment tracker of ZenML's active stack, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Experiment:
    """To be used inside a step that enabled the tracker; MLflow and Comet are known, others are left alone."""

    def __init__(self) -> None:
        from zenml.client import Client

        self._tracker: Any = Client().active_stack.experiment_tracker

    def log_parameters(self, values: Mapping[str, Any]) -> None:
        if self._is_mlflow:
            import mlflow

            mlflow.log_params(dict(values))
        elif hasattr(self._tracker, "log_params"):
            self._tracker.log_params(dict(values))

    def log_figures(self, figures: Mapping[str, float], step: int | None = None) -> None:
        if self._is_mlflow:
            import mlflow

            mlflow.log_metrics(dict(figures), step=step)
        elif hasattr(self._tracker, "log_metrics"):
            self._tracker.log_metrics(dict(figures), step=step)

    @property
    def _is_mlflow(self) -> bool:
        return self._tracker is not None and self._tracker.flavor == "mlflow"
