"""How ZenML stores a model folder: as plain files that a service can open where they lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, ClassVar

from zenml.enums import ArtifactType
from zenml.materializers.base_materializer import BaseMaterializer
from zenml.utils import io_utils


class ModelFolder:
    """A folder with a trained model; the artifact that training hands to evaluation and registration."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)


class ModelFolderMaterializer(BaseMaterializer):
    """Stores the files as they are (ZenML's own PathMaterializer packs them into an archive)."""

    ASSOCIATED_TYPES: ClassVar[tuple[type[Any], ...]] = (ModelFolder,)
    ASSOCIATED_ARTIFACT_TYPE: ClassVar[ArtifactType] = ArtifactType.MODEL

    def save(self, data: ModelFolder) -> None:
        io_utils.copy_dir(str(data.path), os.path.join(self.uri, "files"))  # noqa: PTH118 - a URI, not a path

    def load(self, data_type: type[Any]) -> ModelFolder:  # noqa: ARG002 - ZenML's signature
        """Local stores are opened in place, remote ones are copied to a temporary folder first."""
        stored = os.path.join(self.uri, "files")  # noqa: PTH118 - a URI, not a path
        if "://" not in self.uri:
            return ModelFolder(Path(stored))
        with self.get_temporary_directory(delete_at_exit=False) as folder:
            io_utils.copy_dir(stored, folder)
            return ModelFolder(Path(folder))

    def extract_metadata(self, data: ModelFolder) -> dict[str, Any]:
        files = [file for file in data.path.rglob("*") if file.is_file()]
        return {"files": len(files), "bytes": sum(file.stat().st_size for file in files)}
