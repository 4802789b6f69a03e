"""Erase a person from every store that the service reads or writes, and count what was erased where.

What pipeline runs left is `pipelines/erasure.py`'s to erase, beside its ZenML: in a process of its own.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from bento.keys import KeyRing
from bento.resumes import ResumeStore
from resumify.adapters.traces import erase_traces
from resumify.bootstrap import open_documents, open_features
from resumify.config import Settings, project_root
from resumify.crawl import Sessions
from resumify.errors import StoreFault
from resumify.intake import forget


def erase_served(profile: str, settings: Settings) -> dict[str, int]:
    """The receipt: place -> number of things erased. Repeating it erases what a cut-off erasure left."""
    receipt = {
        "documents": forget(profile, open_documents(settings)).deleted,
        "facts": _erase_facts(profile, settings),
        "saved logins": Sessions(settings.sessions, profile).forget(),
        "résumés": ResumeStore(settings.resumes).erase(profile),
        "trace spans": erase_traces(settings.traces, profile),
        "API keys": KeyRing(settings.keys).revoke(profile),
    }
    for file in (settings.database, settings.features):
        _empty_log(file)
    return receipt


def erase_left(profile: str, settings: Settings) -> dict[str, int] | None:
    """The receipt of what pipeline runs left; None where their code is not here, as in a Bento. Raises StoreFault."""
    if not (project_root() / "pipelines").is_dir():
        return None
    if not Path(os.environ["ZENML_CONFIG_PATH"]).exists() and not settings.reports.exists():
        return {}
    done = subprocess.run(
        [sys.executable, "-m", "pipelines.erasure"],
        input=profile,
        cwd=project_root(),
        env={**os.environ, "RESUMIFY_HOME": str(settings.home.resolve())},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StoreFault("What pipelines left could not be erased.", f"Run: resumify forget --profile {profile}")
    receipt: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return receipt


def _erase_facts(profile: str, settings: Settings) -> int:
    """At once, without waiting for the stream: what it sees later of the deleted documents finds nothing to do."""
    features = open_features(settings)
    facts = features.facts(profile)
    for document in {fact.document for fact in facts}:
        features.remove(document, time.time_ns() // 1000)
    return len(facts)


def _empty_log(file: Path) -> None:
    """Take what was deleted out of the embedded database's write-ahead log, which another process may hold open."""
    if file.exists():
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
