"""Made-up documents and readings, and what the tests need to tell them apart."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np

from resumify.bootstrap import open_features
from resumify.config import Settings, project_root
from resumify.facts import facts_of
from resumify.models import Document, Section
from resumify.read.json_resume import read_json_resume

READ_AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def a_document(key: str = "ward", **changes: Any) -> Document:
    """One role of Ada's; any field can be given."""
    section: Section = "work"
    fields: dict[str, Any] = {
        "id": f"ada-{key}",
        "owner": "ada",
        "section": section,
        "key": key,
        "data": {
            "name": "St Mary's",
            "position": "Staff Nurse",
            "startDate": "2019-03",
            "highlights": [f"Led {len(key)} nurses on {key}.", "Cut falls by 35%."],
        },
        "text": f"Staff Nurse\nSt Mary’s\n• Led {len(key)} nurses on {key}.\n• Cut falls by 35%.",
        "source": "profile.json",
        "read_at": READ_AT,
    }
    return Document(**{**fields, **changes})


class HashEmbedder:
    """A stand-in for a model: a vector that depends on nothing but the text."""

    name = "hash"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.texts.extend(texts)
        return np.array([vector_of(text) for text in texts], dtype=np.float32).reshape(len(texts), 8)


def vector_of(text: str) -> np.ndarray:
    numbers = np.frombuffer(hashlib.sha256(text.encode()).digest()[:8], dtype=np.uint8).astype(np.float32) - 127.5
    return np.asarray(numbers / np.linalg.norm(numbers), dtype=np.float32)


def store_facts(settings: Settings, *people: str) -> None:
    """Put the facts of some of the demo's people straight into the feature store; nothing to be searched."""
    features = open_features(settings)
    for person in people:
        for document in read_json_resume(project_root() / "demo" / "people" / f"{person}.json", person).documents:
            features.replace(document.id, 1, person, facts_of(document), (), np.zeros((0, 8), dtype=np.float32))
