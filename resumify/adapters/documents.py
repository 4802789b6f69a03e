"""What every document store does alike: the order of documents, what makes two equal, and the next version."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import get_args

from resumify.models import Document, Section

_SECTIONS = get_args(Section)


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Section order of JSON Resume, then position, then id, so that ties never dance."""
    return sorted(documents, key=lambda d: (_SECTIONS.index(d.section), d.position, d.id))


def content_of(document: Document) -> str:
    """What makes a document equal to another, as one canonical string."""
    # ASCII, because half a surrogate pair, as broken exports hold them, has no UTF-8 form
    return json.dumps(document.model_dump(exclude={"read_at", "version"}), sort_keys=True)


def now_in_microseconds() -> int:
    """The clock that versions are read from."""
    return time.time_ns() // 1000
