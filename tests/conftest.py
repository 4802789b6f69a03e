"""What every test stands on: a home of its own, quiet libraries, no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resumify.config import Settings, prepare_environment

SERVICES = ("MONGODB_URI", "RABBITMQ_URL", "QDRANT_URL", "QDRANT_API_KEY", "OPIK_URL_OVERRIDE", "OPIK_API_KEY")
for name in (*SERVICES, "MLFLOW_TRACKING_URI", "RESUMIFY_TEACHER", "RESUMIFY_JUDGE", "RESUMIFY_EMBEDDER"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _quiet(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Libraries keep their state in a folder of the run, never in the home folder or the checkout."""
    os.environ["RESUMIFY_HOME"] = str(tmp_path_factory.mktemp("home"))
    prepare_environment(Settings())


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The embedded stack in an empty folder."""
    monkeypatch.setenv("RESUMIFY_HOME", str(tmp_path / "home"))
    return Settings()
