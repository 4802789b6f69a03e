"""What a run does: YAML, overrides, and errors that name the key."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from pipelines.configuration import load, parse_overrides
from resumify.config import project_root
from resumify.errors import InvalidInput
from run import PIPELINES


@pytest.mark.parametrize("name", PIPELINES)
def test_every_pipeline_has_a_configuration_that_loads(name: str) -> None:
    module = importlib.import_module(PIPELINES[name])
    assert load(module.Config, name, None, {}) is not None


def test_every_shipped_configuration_belongs_to_a_pipeline() -> None:
    files = {path.stem.partition("_")[0] for path in (project_root() / "configs").glob("*.yaml")}
    assert files == set(PIPELINES)


def test_an_override_reaches_inside(tmp_path: Path) -> None:
    from pipelines.all import Config

    file = tmp_path / "all.yaml"
    file.write_text("train: {finetune: {steps: 5}}\n")
    config = load(Config, "all", file, parse_overrides(["train.finetune.steps=7", "dataset.seed=3"]))
    assert config.train == {"finetune": {"steps": 7}}
    assert config.dataset == {"seed": 3}


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    from pipelines.stream import Config

    file = tmp_path / "stream.yaml"
    file.write_text("drian: true\n")
    with pytest.raises(InvalidInput, match="drian") as caught:
        load(Config, "stream", file, {})
    assert "drain" in caught.value.hint


@pytest.mark.parametrize("text", ["[1, 2", "- a\n- b\n", "\x00"])
def test_a_file_that_holds_no_keys_is_refused(tmp_path: Path, text: str) -> None:
    from pipelines.stream import Config

    file = tmp_path / "stream.yaml"
    file.write_text(text)
    with pytest.raises(InvalidInput, match="stream"):
        load(Config, "stream", file, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    from pipelines.stream import Config

    with pytest.raises(InvalidInput, match=r"nowhere\.yaml"):
        load(Config, "stream", tmp_path / "nowhere.yaml", {})


def test_a_word_without_equals_is_no_override() -> None:
    with pytest.raises(InvalidInput, match="steps"):
        parse_overrides(["steps"])
