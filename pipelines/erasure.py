"""Take a person out of what pipeline runs left: artifacts that hold their profile, the runs that used or named them.

As a program, for the service, which keeps ZenML out of its own process: the profile on standard input, the receipt as
JSON on the last line of standard output.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from pipelines import reports
from pipelines.stack import activate
from resumify.config import Settings, prepare_environment
from resumify.errors import StoreFault

HOLDING_PROFILES = ("readings", "written", "pairs", "dataset", "card", "evaluation", "report")
"""Artifacts made from people's facts; each carries the metadata `profiles`."""

_WAIT = 30.0  # s for a pipeline that writes at the same time

RUNS, ARTIFACTS, SHARED = "pipeline runs", "own artifacts", "shared artifacts"


def erase_artifacts(profile: str, settings: Settings) -> dict[str, int]:
    """Delete every artifact version that holds the profile, files included, and the runs that used it or were started
    with it, also those that failed; count them. Shared artifacts, and the pages about versions that are kept as files
    beside them, held others too: the next run makes them anew.

    Models that were trained on them stay: weights hold no line of text, but retrain to be sure.
    """
    pages = reports.erase(profile, settings.reports)
    if not Path(os.environ["ZENML_CONFIG_PATH"]).exists():
        return {RUNS: 0, ARTIFACTS: 0, SHARED: pages}
    activate("local", settings)
    from zenml.client import Client

    client = Client()
    holding = [version for name in HOLDING_PROFILES for version in _versions(client, name, profile)]
    runs = _delete_runs(client, profile, {version.id for version in holding})
    for version in holding:
        client.delete_artifact_version(version.id, delete_from_artifact_store=True)
    if client.zen_store.url.startswith("sqlite:///"):  # a ZenML server looks after its own database
        _wipe(
            Path(client.zen_store.url.removeprefix("sqlite:///")),
            Path(client.active_stack.artifact_store.path),
            profile,
        )
    shared = sum(len(version.run_metadata["profiles"]) > 1 for version in holding)
    return {RUNS: runs, ARTIFACTS: len(holding) - shared, SHARED: shared + pages}


def _versions(client: Any, name: str, profile: str) -> list[Any]:
    found = client.list_artifact_versions(artifact=name, size=1000, hydrate=True).items
    return [version for version in found if profile in (version.run_metadata.get("profiles") or ())]


def _delete_runs(client: Any, profile: str, artifacts: set[UUID]) -> int:
    """The runs, and the snapshots that hold what they were started with: profile, address, user name."""
    runs = [
        run
        for run in client.list_pipeline_runs(size=1000, hydrate=True).items
        if artifacts & set(_used(run)) or profile in _named(run)
    ]
    for run in runs:
        client.delete_pipeline_run(run.id)
    for snapshot in {run.snapshot.id for run in runs if run.snapshot is not None}:
        client.delete_snapshot(snapshot)
    return len(runs)


def _named(run: Any) -> list[str]:
    """The profiles that the run was started with."""
    return [source["profile"] for source in (run.config.parameters or {}).get("sources", ())]


def _used(run: Any) -> list[UUID]:
    steps = run.steps.values()
    given = [version.id for step in steps for versions in step.outputs.values() for version in versions]
    return given + [version.id for step in steps for versions in step.inputs.values() for version in _many(versions)]


def _many(versions: Any) -> list[Any]:
    return versions if isinstance(versions, list) else [versions]


def _wipe(file: Path, store: Path, profile: str) -> None:
    """Take away what ZenML leaves: metadata of what was deleted, the bytes of deleted rows, logs of deleted runs, and
    what a killed step had written of the profile but not yet entered."""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=_WAIT)) as database:
        try:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("DELETE FROM run_metadata WHERE instr(value, ?) > 0", (json.dumps(profile),))
            database.execute("VACUUM")
        except sqlite3.OperationalError as error:
            raise StoreFault(f"{file} is in use: {error}.", "Run it again when no pipeline runs.") from error
        logs = {Path(uri) for (uri,) in database.execute("SELECT uri FROM logs WHERE uri IS NOT NULL")}
        entered = {Path(uri) for (uri,) in database.execute("SELECT uri FROM artifact_version")}
    for log in set((store / "logs").glob("*")) - logs:
        log.unlink()
    for lost in _lost(store, entered, json.dumps(profile, ensure_ascii=False).encode()):
        lost.unlink()


def _lost(store: Path, entered: Iterable[Path], name: bytes) -> list[Path]:
    """Files of artifacts that nobody knows of and that say the name."""
    known = set(entered)
    files = [file for file in store.glob("*/*/*/*/*") if file.is_file() and file.parent not in known]
    return [file for file in files if name in file.read_bytes()]


def main() -> None:
    """Erase whom standard input names."""
    settings = Settings()
    prepare_environment(settings)
    print(json.dumps(erase_artifacts(sys.stdin.read(), settings)))


if __name__ == "__main__":
    main()
