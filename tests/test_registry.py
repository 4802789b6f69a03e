"""The registry's index: versions, tags, and folders that are whole or not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resumify.adapters.registry import IndexRegistry
from resumify.errors import NotFound, StoreFault
from resumify.models import ModelVersion


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    folder = tmp_path / "trained"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


@pytest.fixture
def registry(tmp_path: Path) -> IndexRegistry:
    return IndexRegistry(tmp_path / "registry")


def _register(registry: IndexRegistry, trained: Path) -> ModelVersion:
    version = registry.next_version("writer")
    path = registry.keep("writer", version, trained)
    model = ModelVersion(name="writer", version=version, path=str(path), base="base_model")
    registry.register(model)
    return model


def test_versions_count_up_from_the_first(registry: IndexRegistry, trained: Path) -> None:
    assert [_register(registry, trained).version for _ in range(3)] == ["v0.0.1", "v0.0.2", "v0.0.3"]


def test_version_ten_is_newer_than_version_nine(registry: IndexRegistry, trained: Path) -> None:
    for _ in range(10):
        _register(registry, trained)
    latest = registry.resolve("writer", "latest")
    assert latest is not None
    assert latest.version == "v0.0.10"


def test_a_tag_has_one_holder(registry: IndexRegistry, trained: Path) -> None:
    first, second = _register(registry, trained), _register(registry, trained)
    registry.promote("writer", first.version, "accepted")
    registry.promote("writer", second.version, "accepted")
    registry.promote("writer", second.version, "accepted")
    assert [m.version for m in registry.versions("writer") if "accepted" in m.tags] == ["v0.0.2"]


def test_nothing_registered_resolves_to_none(registry: IndexRegistry) -> None:
    assert registry.resolve("writer", "accepted") is None
    assert registry.resolve("writer", "latest") is None


def test_promoting_an_unknown_version_names_the_known_ones(registry: IndexRegistry, trained: Path) -> None:
    _register(registry, trained)
    with pytest.raises(NotFound, match=r"v9\.9\.9") as caught:
        registry.promote("writer", "v9.9.9", "accepted")
    assert "v0.0.1" in caught.value.hint


def test_registering_twice_keeps_one(registry: IndexRegistry, trained: Path) -> None:
    registry.register(_register(registry, trained))
    assert len(registry.versions("writer")) == 1


def test_the_registry_resolves_after_it_was_moved(registry: IndexRegistry, trained: Path, tmp_path: Path) -> None:
    _register(registry, trained)
    shutil.move(tmp_path / "registry", tmp_path / "elsewhere")
    found = IndexRegistry(tmp_path / "elsewhere").resolve("writer", "v0.0.1")
    assert found is not None
    assert (Path(found.path) / "model.safetensors").read_bytes() == b"weights"


def test_a_copy_that_was_cut_off_is_made_anew(registry: IndexRegistry, trained: Path, tmp_path: Path) -> None:
    partial = tmp_path / "registry" / "writer" / ".v0.0.1.partial"
    partial.mkdir(parents=True)
    (partial / "half").write_bytes(b"")
    path = registry.keep("writer", "v0.0.1", trained)
    assert [file.name for file in path.iterdir()] == ["model.safetensors"]


def test_a_broken_index_is_a_fault_and_not_an_empty_registry(registry: IndexRegistry, tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "index.json").write_text("[{")
    with pytest.raises(StoreFault, match=r"index\.json"):
        registry.resolve("writer", "accepted")
