"""The registry where pipelines run: ZenML's Model Control Plane, mirrored into the index that the service reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from resumify.adapters.registry import IndexRegistry
from resumify.models import ModelVersion, Scores

STAGE = "production"


class ZenmlRegistry:
    """Fulfils ports.ModelRegistry: writes the control plane first, then the index, so that a cut-off run converges."""

    def __init__(self, index: IndexRegistry) -> None:
        self._index = index

    def enter(
        self, name: str, source: Path, base: str, scores: Scores | None, lineage: Mapping[str, str]
    ) -> ModelVersion:
        """Keep the folder and register it under the next version; what was made of the same recipe is there already."""
        found = self._index.made_of(name, lineage["recipe"])
        version = found.version if found is not None else self._index.next_version(name)
        path = self._index.keep(name, version, source)
        model = found or ModelVersion(
            name=name, version=version, path=str(path), base=base, scores=scores, lineage=dict(lineage)
        )
        if found is None:
            self.register(model)
        return model

    def register(self, model: ModelVersion) -> None:
        version = self._version(model.name, model.version)
        self._log(version.id, model)
        self._index.register(model)

    def promote(self, name: str, version: str, tag: str) -> None:
        from zenml.client import Client

        client, wanted = Client(), self._version(name, version)
        for other in client.list_model_versions(name, tags=[tag], size=1000):
            if other.id != wanted.id:
                client.update_model_version(name, other.id, remove_tags=[tag])
        client.update_model_version(name, wanted.id, add_tags=[tag], stage=STAGE, force=True)
        self._index.promote(name, version, tag)

    def resolve(self, name: str, wanted: str) -> ModelVersion | None:
        return self._index.resolve(name, wanted)

    def link(self, name: str, version: str, artifacts: Sequence[Any]) -> None:
        """Tie ZenML artifact versions (dataset, weights, report) to the model version: its lineage."""
        from zenml import Model, link_artifact_to_model

        for artifact in artifacts:
            link_artifact_to_model(artifact, model=Model(name=name, version=version))

    def _version(self, name: str, version: str) -> Any:
        """The control plane's entry for this version, made where it is missing."""
        from zenml.client import Client

        client = Client()
        try:
            client.get_model(name)
        except KeyError:
            client.create_model(name, license="Apache-2.0", description="Writes one résumé line from one fact.")
        try:
            return client.get_model_version(name, version)
        except KeyError:
            return client.create_model_version(name, name=version)

    def _log(self, version_id: Any, model: ModelVersion) -> None:
        from zenml import log_metadata

        figures = model.scores.model_dump(exclude_none=True) if model.scores else {}
        log_metadata({**figures, **model.lineage, "base": model.base}, model_version_id=version_id)
