"""Steps of etl. They read the outside world and write the documents, so they are never cached."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from zenml import log_metadata, step

from resumify.bootstrap import open_documents, open_reader
from resumify.config import Settings
from resumify.errors import ResumifyError, UserError
from resumify.intake import take_in
from resumify.models import Frozen, Reading


class Failure(Frozen):
    """A source that could not be read, and why; `can_act` tells whether the person can do something about it."""

    profile: str
    message: str
    can_act: bool


class Readings(Frozen):
    """One reading per source that could be read, as one artifact, and the sources that could not."""

    items: tuple[Reading, ...]
    failures: tuple[Failure, ...] = ()


class Stored(Frozen):
    """What was written, counted per profile, with what the readers and the merging were unsure of."""

    written: dict[str, dict[str, int]]
    uncertain: dict[str, tuple[str, ...]]


@step(enable_cache=False)
def read(sources: list[dict[str, Any]]) -> Annotated[Readings, "readings"]:
    """Crawl or read every source. One that fails does not keep the others from being read."""
    reader = open_reader(Settings())
    readings: list[Reading] = []
    failures: list[Failure] = []
    for source in sources:
        try:
            readings.append(reader.read(source["source"], source["profile"], source.get("user")))
        except ResumifyError as error:
            if len(sources) == 1:
                raise
            told = f"{error.message} {error.hint}".strip()
            failures.append(Failure(profile=source["profile"], message=told, can_act=isinstance(error, UserError)))
    log_metadata(
        {
            "profiles": sorted({source["profile"] for source in sources}),
            "documents": sum(len(r.documents) for r in readings),
            "failures": len(failures),
        },
        infer_artifact=True,
    )
    return Readings(items=tuple(readings), failures=tuple(failures))


@step(enable_cache=False)
def store(readings: Readings) -> Annotated[Stored, "written"]:
    """Write the documents that changed."""
    documents = open_documents(Settings())
    counts: dict[str, Counter[str]] = {}
    unsure: dict[str, list[str]] = {}
    for reading in readings.items:
        owner = reading.documents[0].owner
        written = take_in(reading, documents)
        counts.setdefault(owner, Counter()).update(written.model_dump(exclude={"conflicts"}))
        unsure.setdefault(owner, []).extend((*reading.uncertain, *written.conflicts))
    totals = {owner: dict(count) for owner, count in counts.items()}
    log_metadata({"profiles": sorted(totals), "written": totals}, infer_artifact=True)
    return Stored(written=totals, uncertain={owner: tuple(doubts) for owner, doubts in unsure.items()})
