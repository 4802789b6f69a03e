"""Erase a person from every store, one after the other, and count what was erased where."""

from __future__ import annotations

import time

from resumify.config import Settings


def erase(profile: str, settings: Settings) -> dict[str, int]:
    """The receipt: place -> number of things erased. Repeating it erases what a cut-off erasure left."""
    from bento.resumes import ResumeStore
    from pipelines.erasure import erase_artifacts
    from resumify.adapters.traces import erase_traces
    from resumify.bootstrap import open_documents
    from resumify.crawl import Sessions
    from resumify.intake import forget

    return {
        "documents": forget(profile, open_documents(settings)).deleted,
        "facts": _erase_facts(profile, settings),
        "saved logins": Sessions(settings.sessions, profile).forget(),
        "résumés": ResumeStore(settings.resumes).erase(profile),
        "trace spans": erase_traces(settings.traces, profile),
        "pipeline artifacts": erase_artifacts(profile, settings),
    }


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
