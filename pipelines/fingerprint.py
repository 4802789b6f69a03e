"""Short names for content: what a cached step depends on and ZenML does not look at - code, folders, stored facts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from resumify.config import project_root
from resumify.models import Fact

_IGNORED = {"read_at", "source"}
"""Parts of a fact that say when and where it was read, not what it says."""


def of_values(*values: Any) -> str:
    """Of anything that JSON can hold."""
    return _short(json.dumps(value, sort_keys=True, default=str).encode() for value in values)


def of_facts(facts: Sequence[Fact]) -> str:
    return of_values(*(fact.model_dump(mode="json", exclude=_IGNORED) for fact in facts))


def of_folder(folder: Path, pattern: str = "*") -> str:
    """Of the names and bytes of a folder's files."""
    files = sorted(file for file in folder.rglob(pattern) if file.is_file())
    return _short(part for file in files for part in (str(file.relative_to(folder)).encode(), file.read_bytes()))


def of_code(*parts: str) -> str:
    """Of the source of parts of the domain, each a module or package of resumify/ by name.

    Raises FileNotFoundError for a part that is not there (any more): its changes would go unnoticed.
    """
    root = project_root() / "resumify"
    files = [file for part in parts for file in _sources(root, part)]
    return _short(part for file in files for part in (str(file.relative_to(root)).encode(), file.read_bytes()))


def _sources(root: Path, part: str) -> list[Path]:
    if (root / part).is_dir():
        return sorted(file for file in (root / part).rglob("*") if file.suffix in (".py", ".txt"))
    files = [file for suffix in (".py", ".txt") if (file := root / f"{part}{suffix}").is_file()]
    if not files:
        raise FileNotFoundError(root / part)
    return files


def _short(parts: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:16]
