"""dataset and train as ZenML runs them: cached where nothing changed, a version each, a tag that moves for cause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipelines import dataset, reports, train
from resumify.adapters.registry import IndexRegistry
from resumify.config import Settings
from resumify.dataset import DatasetConfig
from resumify.errors import EmptyProfile, InvalidInput
from resumify.finetune import FinetuneConfig
from resumify.models import Prompt
from tests.people import store_facts
from tests.tiny_model import make_tiny_base


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_base(tmp_path_factory.mktemp("base"))


class RuledWriter:
    """Writes as the rules do where it was tuned, and copies where it was not."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.tuned = (folder / "adapter_config.json").exists()

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        from resumify.editing.rules import edit
        from resumify.slots import Cut

        return [edit(Cut(prompt.fact, prompt.slots)) if self.tuned else prompt.fact for prompt in prompts]


def _train(home: Settings, base: Path, **finetune: object) -> str:
    config = {"base": str(base), "steps": 1, "batch": 2, "rank": 2, **finetune}
    train.run(train.Config(finetune=FinetuneConfig.model_validate(config)), home, stack="local", cache=True)
    return train._accepted(IndexRegistry(home.registry))


def test_the_loop_of_learning(
    home: Settings, base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One story: no facts, a dataset, a first version accepted, the same again, another that is no better."""
    monkeypatch.setattr("steps.train.open_writer", RuledWriter)
    with pytest.raises(EmptyProfile):
        dataset.run(DatasetConfig(), home, stack="local", cache=True)
    with pytest.raises(InvalidInput, match="no dataset"):
        _train(home, base)

    store_facts(home, "ada", "tom", "mei")
    dataset.run(DatasetConfig(), home, stack="local", cache=True)
    assert "from the cache" not in capsys.readouterr().out
    dataset.run(DatasetConfig(), home, stack="local", cache=True)
    assert "from the cache" in capsys.readouterr().out

    assert _train(home, base) == "v0.0.1"
    told = capsys.readouterr().out
    _pages_are_there(home, told)
    assert "promoted as the first: better than the people's own words" in told
    assert "better than the base it was tuned from" in told

    assert _train(home, base) == "v0.0.1"
    assert "registered before" in capsys.readouterr().out
    assert [model.version for model in IndexRegistry(home.registry).versions("writer")] == ["v0.0.1"]

    assert _train(home, base, seed=8) == "v0.0.1"
    told = capsys.readouterr().out
    assert "no better than v0.0.1" in told
    assert "v0.0.2 registered" in told
    _lineage_is_whole(home)

    store_facts(home, "omar")
    dataset.run(DatasetConfig(), home, stack="local", cache=True)
    assert "from the cache" not in capsys.readouterr().out


def _pages_are_there(home: Settings, told: str) -> None:
    """Named on the terminal."""
    evaluation, dataset = (home.reports / "v0.0.1" / name for name in ("evaluation.html", "dataset.md"))
    assert f"see {evaluation}" in told
    assert "promoted as the first" in evaluation.read_text(encoding="utf-8")
    assert f"see {dataset}" in told
    assert dataset.read_text(encoding="utf-8").startswith("# Dataset")


def _lineage_is_whole(home: Settings) -> None:
    from zenml.client import Client

    model = IndexRegistry(home.registry).resolve("writer", "accepted")
    assert model is not None
    assert model.scores is not None
    assert {"dataset", "base", "config", "code", "recipe", "incumbent"} <= set(model.lineage)
    assert (Path(model.path) / "adapter_model.safetensors").exists()
    version = Client().get_model_version("writer", "production")
    assert version.name == "v0.0.1"
    assert {"dataset", "adapter", "evaluation"} <= set(version.data_artifacts) | set(version.model_artifacts)
    for name in ("evaluation", "card"):
        assert Client().get_artifact_version(name).run_metadata["profiles"] == ["ada", "mei", "tom"]
    assert reports.erase("nobody", home.reports) == 0
    assert reports.erase("tom", home.reports) == 2
    assert list(home.reports.iterdir()) == []
