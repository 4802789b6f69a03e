"""Erase a person from every store, the pipelines' included, and count what was erased where."""

from __future__ import annotations

from resumify.config import Settings


def erase(profile: str, settings: Settings) -> dict[str, int]:
    """The receipt: place -> number of things erased. Repeating it erases what a cut-off erasure left."""
    from bento.erasure import erase_served
    from pipelines.erasure import erase_artifacts
    from streaming.run import drain

    receipt = erase_served(profile, settings)
    drain(settings)
    return {**receipt, **erase_artifacts(profile, settings)}
