"""Deploy: what a Bento holds, that nothing is built twice, and what is said when no model is accepted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from resumify.adapters.bento_archive import build_bento
from resumify.adapters.registry import IndexRegistry
from resumify.bootstrap import shipped_base
from resumify.config import Settings, project_root
from resumify.models import ModelVersion


@pytest.fixture
def model(settings: Settings, tmp_path: Path) -> ModelVersion:
    folder = tmp_path / "trained"
    folder.mkdir()
    (folder / "adapter_config.json").write_text("{}")
    registry = IndexRegistry(settings.registry)
    path = registry.keep("writer", "v0.0.1", folder)
    model = ModelVersion(name="writer", version="v0.0.1", path=str(path), base="base_model")
    registry.register(model)
    return model


def test_a_bento_holds_the_code_the_models_and_the_pins_and_is_built_once(model: ModelVersion) -> None:
    import bentoml

    name = build_bento(model, "accepted")
    bento = bentoml.bentos.get("resumify:latest")
    made = bento.info.creation_time
    source = Path(bento.path) / "src"
    packed = IndexRegistry(source / "registry").resolve("writer", "accepted")
    pins = (Path(bento.path) / "env" / "python" / "requirements.txt").read_text().splitlines()
    assert str(bento.tag) == name
    assert (source / "bento" / "service.py").is_file()
    assert (source / "base_model").is_dir()
    assert packed is not None
    assert Path(packed.path).is_relative_to(source)
    assert {"torch==2.13.0", "bentoml==1.4.39"} <= set(pins)
    assert not [pin for pin in pins if "--hash" in pin]
    assert build_bento(model, "accepted") == name
    assert bentoml.bentos.get("resumify:latest").info.creation_time == made


def test_a_bento_that_was_half_copied_when_deploy_was_killed_is_built_anew(model: ModelVersion) -> None:
    import bentoml

    name = build_bento(model, "accepted")
    folder = Path(bentoml.bentos.get(name).path)
    (folder / "bento.yaml").unlink()
    (folder.parent / "latest").write_text("")
    assert build_bento(model, "accepted") == name
    assert str(bentoml.bentos.get("resumify:latest").tag) == name


def test_a_bento_serves_its_packed_model_until_its_home_has_a_registry(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "src" / "registry").mkdir(parents=True)
    monkeypatch.setattr("resumify.config.project_root", lambda: tmp_path / "src")
    assert settings.registry == tmp_path / "src" / "registry"
    (settings.home / "registry").mkdir(parents=True)
    assert Settings().registry == settings.home / "registry"


def test_without_the_version_that_is_wanted_deploy_says_what_to_run(used: Settings, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "RESUMIFY_HOME": str(used.home)}
    command = [sys.executable, "run.py", "--pipeline", "deploy", "tag=v0.0.9"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=project_root())
    assert ended.returncode == 2
    last = ended.stderr.strip().splitlines()[-1]
    assert last == "No version of the model writer is v0.0.9. Train one: python run.py --pipeline train"
    assert "Traceback" not in ended.stderr


@pytest.mark.usefixtures("settings")
def test_while_no_version_is_accepted_the_bento_holds_the_base_alone() -> None:
    import bentoml

    name = build_bento(shipped_base(), "accepted")
    source = Path(bentoml.bentos.get(name).path) / "src"
    assert name.startswith("resumify:base-")
    assert (source / "base_model" / "config.json").exists()
    assert IndexRegistry(source / "registry").versions("writer") == []
