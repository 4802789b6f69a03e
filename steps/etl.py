"""Steps of etl. They read the outside world and write the documents, so they are never cached."""

from __future__ import annotations

from typing import Annotated, Any

from zenml import log_metadata, step

from resumify.bootstrap import open_documents, open_reader
from resumify.config import Settings
from resumify.intake import take_in
from resumify.models import Frozen, Reading


class Readings(Frozen):
    """One reading per source, as one artifact."""

    items: tuple[Reading, ...]


@step(enable_cache=False)
def read(sources: list[dict[str, Any]]) -> Annotated[Readings, "readings"]:
    """Crawl or read every source."""
    reader = open_reader(Settings())
    readings = tuple(reader.read(source["source"], source["profile"], source.get("user")) for source in sources)
    log_metadata(
        {
            "profiles": sorted({source["profile"] for source in sources}),
            "documents": sum(len(r.documents) for r in readings),
        },
        infer_artifact=True,
    )
    return Readings(items=readings)


@step(enable_cache=False)
def store(readings: Readings) -> Annotated[dict[str, dict[str, int]], "written"]:
    """Write the documents that changed."""
    documents = open_documents(Settings())
    written = {r.documents[0].owner: take_in(r, documents).model_dump() for r in readings.items if r.documents}
    log_metadata(written)
    return written
