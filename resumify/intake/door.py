"""The one door through which a person's data comes in, and goes out again. Writes documents, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from resumify.errors import InvalidInput
from resumify.intake.joining import joined_with, origin_of, without
from resumify.models import Document, Reading, Written
from resumify.ports import DocumentStore

_log = logging.getLogger(__name__)


def take_in(reading: Reading, store: DocumentStore) -> Written:
    """Write what was read, and delete what is no longer there, in one write.

    Deleted is only what came from the same source earlier and stands in a section that was now read to its end; what
    came from elsewhere stays, and so does everything when nothing was read. Taking in the same reading again writes
    nothing. What several sources know is one document, and where they contradict each other the answer says so.
    Raises InvalidInput where the reading mixes owners.
    """
    documents = _distinct(reading.documents)
    if not documents:
        return Written()
    owner = _owner(documents)
    stored = store.of(owner)
    joined, conflicts = joined_with(stored, documents)
    lessened, gone = _vanished(joined, reading, stored)
    written = store.write([*joined, *lessened], gone)
    _log.info(
        "%d documents inserted, %d updated, %d deleted, %d unchanged",
        written.inserted,
        written.updated,
        written.deleted,
        written.unchanged,
    )
    return written.model_copy(update={"conflicts": tuple(conflicts)})


def forget(owner: str, store: DocumentStore) -> Written:
    """Delete every document of the owner; the stream takes the features away when it sees the changes."""
    return store.write((), [document.id for document in store.of(owner)])


def _vanished(
    joined: Sequence[Document], reading: Reading, stored: Sequence[Document]
) -> tuple[list[Document], list[str]]:
    """What this source told earlier and tells no more: documents that others still tell, ids that nobody does."""
    seen = {document.id for document in joined}
    origins = {origin_of(document.source) for document in reading.documents}
    lessened, gone = [], []
    for old in stored:
        told_here = origins & {origin_of(source) for source in (old.source, *(said.source for said in old.said))}
        if old.id in seen or old.section not in reading.complete or not told_here:
            continue
        left = without(old, origins)
        if left is None:
            gone.append(old.id)
        else:
            lessened.append(left)
    return lessened, gone


def _distinct(documents: Sequence[Document]) -> list[Document]:
    """Each id once. Two different items under one natural key are both kept: the second gets an id of its own."""
    kept: dict[str, Document] = {}
    for document in documents:
        id_, number = document.id, 1
        while id_ in kept and not _alike(kept[id_], document):
            number += 1
            id_ = f"{document.id}-{number}"
        kept.setdefault(id_, document.model_copy(update={"id": id_}))
    return list(kept.values())


def _alike(one: Document, other: Document) -> bool:
    return one.data == other.data and one.text == other.text


def _owner(documents: Sequence[Document]) -> str:
    owners = {document.owner for document in documents}
    if len(owners) > 1:
        raise InvalidInput(f"one reading belongs to one profile, but this one names {len(owners)}")
    return owners.pop()
