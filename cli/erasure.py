"""Erase a person from every store, one after the other, and count what was erased where."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from resumify.config import Settings


def erase(profile: str, settings: Settings) -> dict[str, int]:
    """The receipt: place -> number of things erased. Repeating it erases what a cut-off erasure left."""
    from bento.resumes import ResumeStore
    from pipelines.erasure import erase_artifacts
    from resumify.adapters.traces import erase_traces
    from resumify.bootstrap import open_documents
    from resumify.crawl import Sessions
    from resumify.intake import forget

    receipt = {
        "documents": forget(profile, open_documents(settings)).deleted,
        "facts": _erase_facts(profile, settings),
        "saved logins": Sessions(settings.sessions, profile).forget(),
        "résumés": ResumeStore(settings.resumes).erase(profile),
        "trace spans": erase_traces(settings.traces, profile),
        **erase_artifacts(profile, settings),
    }
    for file in (settings.database, settings.features):
        _empty_log(file)
    return receipt


def _erase_facts(profile: str, settings: Settings) -> int:
    """The stream takes the facts of deleted documents away; what belongs to no document any more goes here."""
    from resumify.bootstrap import open_features
    from streaming.run import drain

    features = open_features(settings)
    count = len(features.facts(profile))
    drain(settings)
    for document in {fact.document for fact in features.facts(profile)}:
        features.remove(document, time.time_ns() // 1000)
    return count


def _empty_log(file: Path) -> None:
    """Take what was deleted out of the embedded database's write-ahead log, which another process may hold open."""
    if file.exists():
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
