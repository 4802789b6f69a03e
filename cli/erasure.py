"""Erase a person from every store, one after the other, and count what was erased where."""

from __future__ import annotations

from resumify.config import Settings


def erase(profile: str, settings: Settings) -> dict[str, int]:
    """The receipt: place -> number of things erased. Repeating it erases what a cut-off erasure left."""
    from bento.resumes import ResumeStore
    from pipelines.erasure import erase_artifacts
    from resumify.adapters.traces import erase_traces
    from resumify.bootstrap import open_documents
    from resumify.intake import forget
    from streaming.run import drain

    documents = forget(profile, open_documents(settings)).deleted
    return {
        "documents": documents,
        "features of documents": drain(settings).removed,
        "résumés": ResumeStore(settings.resumes).erase(profile),
        "trace spans": erase_traces(settings.traces, profile),
        "pipeline artifacts": erase_artifacts(profile, settings),
    }
