"""Take a person out of what pipeline runs left: artifacts that hold their profile, and the runs that used them."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from pipelines.stack import activate
from resumify.config import Settings

HOLDING_PROFILES = ("readings", "written", "pairs", "dataset", "evaluation", "report")
"""Artifacts made from people's facts; each carries the metadata `profiles`."""


def erase_artifacts(profile: str, settings: Settings) -> int:
    """Delete every artifact version that holds the profile, files included, and the runs that used it; their count.

    Models that were trained on them stay: weights hold no line of text, but retrain to be sure.
    """
    if not Path(os.environ["ZENML_CONFIG_PATH"]).exists():
        return 0
    activate("local", settings)
    from zenml.client import Client

    client = Client()
    holding = [version for name in HOLDING_PROFILES for version in _versions(client, name, profile)]
    _delete_runs(client, {version.id for version in holding})
    for version in holding:
        client.delete_artifact_version(version.id, delete_from_artifact_store=True)
    if holding:
        _wipe(client.zen_store.url, profile)
    return len(holding)


def _versions(client: Any, name: str, profile: str) -> list[Any]:
    found = client.list_artifact_versions(artifact=name, size=1000, hydrate=True).items
    return [version for version in found if profile in (version.run_metadata.get("profiles") or ())]


def _delete_runs(client: Any, artifacts: set[UUID]) -> None:
    """The runs, and the snapshots that hold what they were started with: profile, address, user name."""
    for run in client.list_pipeline_runs(size=1000, hydrate=True).items:
        if artifacts & set(_used(run)):
            client.delete_pipeline_run(run.id)
            if run.snapshot is not None:
                client.delete_snapshot(run.snapshot.id)


def _wipe(url: str, profile: str) -> None:
    """Take away what ZenML leaves in its file: metadata of what was deleted, and the bytes of deleted rows. A ZenML
    server looks after its own database."""
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("DELETE FROM run_metadata WHERE instr(value, ?) > 0", (json.dumps(profile),))
            database.execute("VACUUM")


def _used(run: Any) -> list[UUID]:
    steps = run.steps.values()
    given = [version.id for step in steps for versions in step.outputs.values() for version in versions]
    return given + [version.id for step in steps for versions in step.inputs.values() for version in _many(versions)]


def _many(versions: Any) -> list[Any]:
    return versions if isinstance(versions, list) else [versions]
