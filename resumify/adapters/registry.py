"""Registered models as folders with one index file: what every process can resolve in a millisecond.

`IndexRegistry` is the embedded registry and what the service reads. ZenML's Model Control Plane stays the authority
where pipelines run (zenml_registry.py writes both); this module knows no framework.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from resumify.errors import InvalidInput, NotFound, StoreFault
from resumify.models import ModelVersion

INDEX = "index.json"


class IndexRegistry:
    """Fulfils ports.ModelRegistry over `folder`: <folder>/index.json beside <folder>/<name>/<version>/."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def register(self, model: ModelVersion) -> None:
        if not Path(self._absolute(model.path)).is_dir():
            raise NotFound(f"Model {model.name} {model.version} cannot be registered: no folder at {model.path}.")
        self._change(lambda models: [*(m for m in models if not _same(m, model)), model])

    def promote(self, name: str, version: str, tag: str) -> None:
        if not any(m.name == name and m.version == version for m in self.versions(name)):
            raise NotFound(f"There is no version {version} of model {name}.", self._known(name))
        self._change(lambda models: [_retag(m, name, version, tag) for m in models])

    def resolve(self, name: str, wanted: str) -> ModelVersion | None:
        versions = self.versions(name)
        if wanted == "latest":
            return versions[-1] if versions else None
        return next((m for m in versions if wanted == m.version or wanted in m.tags), None)

    def versions(self, name: str) -> list[ModelVersion]:
        """Every version of the model, oldest first."""
        return sorted((m for m in self._read() if m.name == name), key=lambda m: _number(m.version))

    def made_of(self, name: str, recipe: str) -> ModelVersion | None:
        """The version whose lineage has this recipe: the same examples, base, configuration and code."""
        return next((m for m in self.versions(name) if m.lineage.get("recipe") == recipe), None)

    def next_version(self, name: str) -> str:
        """The version that the next registered model gets: v0.0.1, v0.0.2, ..."""
        versions = self.versions(name)
        return f"v0.0.{_number(versions[-1].version) + 1 if versions else 1}"

    def keep(self, name: str, version: str, source: Path) -> Path:
        """Copy a model folder to its place in the registry; a half-made copy is never seen there."""
        target = self._folder / name / version
        if target.exists():
            return target
        partial = target.with_name(f".{version}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        try:
            shutil.copytree(source, partial)
            partial.rename(target)
        except OSError as error:
            raise StoreFault(
                f"Model {name} {version} could not be kept in {self._folder}: {error.strerror}."
            ) from error
        return target

    def _known(self, name: str) -> str:
        return f"Registered: {', '.join(m.version for m in self.versions(name)) or 'none'}."

    def _absolute(self, path: str) -> str:
        return str(self._folder / path)

    def _read(self) -> list[ModelVersion]:
        try:
            rows = json.loads((self._folder / INDEX).read_text())
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise StoreFault(f"The model registry's index {self._folder / INDEX} cannot be read: {error}") from error
        models = [ModelVersion.model_validate(row) for row in rows]
        return [m.model_copy(update={"path": self._absolute(m.path)}) for m in models]

    def _change(self, change: Callable[[list[ModelVersion]], list[ModelVersion]]) -> None:
        with self._lock():
            rows = [_relative(m, self._folder).model_dump(mode="json") for m in change(self._read())]
            partial = self._folder / f".{INDEX}.partial"
            partial.write_text(json.dumps(rows, indent=1))
            partial.replace(self._folder / INDEX)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _number(version: str) -> int:
    try:
        return int(version.rsplit(".", 1)[1])
    except (IndexError, ValueError):
        raise InvalidInput(f"'{version}' is no model version: expected v0.0.N.") from None


def _same(one: ModelVersion, other: ModelVersion) -> bool:
    return (one.name, one.version) == (other.name, other.version)


def _retag(model: ModelVersion, name: str, version: str, tag: str) -> ModelVersion:
    """`model` with `tag` if it is the promoted version, without it if it is another of the same name."""
    if model.name != name:
        return model
    others = tuple(t for t in model.tags if t != tag)
    return model.model_copy(update={"tags": (*others, tag) if model.version == version else others})


def _relative(model: ModelVersion, folder: Path) -> ModelVersion:
    """`model` with its path relative to the registry, so that the registry may be moved or packed into a Bento."""
    path = Path(model.path)
    inside = path.is_absolute() and path.is_relative_to(folder)
    return model.model_copy(update={"path": os.fspath(path.relative_to(folder) if inside else path)})
