"""Pipelines that are killed or stopped at awkward moments: run again, they end as if nothing had happened."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from demo.site import Site, serve
from resumify.adapters.registry import IndexRegistry
from resumify.adapters.sqlite_changes import SqliteChanges
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.config import Settings
from tests import forks
from tests.people import store_facts
from tests.pipeline_process import main
from tests.tiny_model import make_tiny_base

STOPPED = "Stopped. What was written before is kept; the same command goes on from there."
HEAVY = (
    "bitsandbytes.nn",
    "mlflow.tracking",
    "peft",
    "pipelines.etl",
    "pipelines.train",
    "trl.trainer.sft_trainer",
    "zenml.zen_stores.sql_zen_store",
)
"""What takes seconds to import."""


@pytest.fixture(scope="module", autouse=True)
def _prepared() -> None:
    forks.prepare(*HEAVY)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What makes training a matter of a second."""
    base = make_tiny_base(tmp_path_factory.mktemp("base"))
    return [f"finetune.base={base}", "finetune.steps=1", "finetune.batch=2", "finetune.rank=2", "finetune.rehearsal=0"]


def cut(home: Settings, moment: str, number: signal.Signals, pipeline: str, *words: str) -> str:
    """Run a pipeline until the moment, see it end as the signal makes it end, and return what it said."""
    code, told = _run(home, moment, number, pipeline, *words)
    assert code == (130 if number is signal.SIGINT else -number), told
    return told


def finish(home: Settings, pipeline: str, *words: str) -> str:
    code, told = _run(home, "never", signal.SIGKILL, pipeline, *words)
    assert code == 0, told
    return told


def _run(home: Settings, moment: str, number: signal.Signals, pipeline: str, *words: str) -> tuple[int | None, str]:
    environment = {**os.environ, "RESUMIFY_HOME": str(home.home), "RESUMIFY_LOGIN_PASSWORD": "demo"}
    started = forks.start(main, moment, number.name, "--pipeline", pipeline, *words, environment=environment)
    with started.printed as printed:
        told = printed.read()
    return started.wait(), told


def _wait_for_the_end_of_all_started_for(home: Settings) -> None:
    """Of the browser too: it inherits the home's address."""
    started = [process for process in psutil.process_iter() if _home_of(process) == str(home.home)]
    _, alive = psutil.wait_procs(started, timeout=20)
    assert not alive


def _home_of(process: psutil.Process) -> str | None:
    try:
        return process.environ().get("RESUMIFY_HOME")
    except psutil.Error:
        return None


def test_an_etl_that_is_killed_writes_each_document_once_and_leaves_no_browser(
    settings: Settings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZENML_CONFIG_PATH")
    words = ("etl", "profile=ada", f"source={site.url}/in/ada", "user=ada")
    for moment in ("ZenML's tables are half made", "a page is open", "the documents are written"):
        cut(settings, moment, signal.SIGKILL, *words)
        _wait_for_the_end_of_all_started_for(settings)
    stored = SqliteDocuments(settings.database).of("ada")
    told = finish(settings, *words)
    assert f"ada: 0 new, 0 changed, 0 gone, {len(stored)} unchanged" in told
    assert SqliteDocuments(settings.database).of("ada") == stored
    changes = SqliteChanges(settings.database).receive(1000)
    assert sorted(one.change.document for one in changes if one.change) == sorted(document.id for document in stored)


def test_ctrl_c_ends_a_crawl_with_one_line_and_its_browser(home: Settings, site: Site) -> None:
    told = cut(home, "a page is open", signal.SIGINT, "etl", "profile=ada", f"source={site.url}/in/ada", "user=ada")
    assert told.split("\n")[-2:] == [STOPPED, ""]
    assert "Traceback" not in told
    _wait_for_the_end_of_all_started_for(home)
    assert SqliteDocuments(home.database).of("ada") == []


def test_learning_that_is_killed_ends_with_one_dataset_and_one_version(home: Settings, tiny: list[str]) -> None:
    store_facts(home, "ada", "tom", "mei")
    cut(home, "the dataset is built", signal.SIGKILL, "dataset")
    finish(home, "dataset")
    (tables,) = home.home.rglob("mlflow.db")
    tables.unlink()
    for moment in ("MLflow's tables are half made", "the version is not in the index", "the tag is not in the index"):
        cut(home, moment, signal.SIGKILL, "train", *tiny)
    told = finish(home, "train", *tiny)
    assert "train: promoted" in told
    _learned_once(home)


def _learned_once(home: Settings) -> None:
    from zenml.client import Client

    client = Client()
    (dataset,) = client.list_artifact_versions(artifact="dataset").items
    (version,) = client.list_model_versions("writer").items
    (model,) = IndexRegistry(home.registry).versions("writer")
    assert (version.name, str(version.stage), [tag.name for tag in version.tags]) == (
        model.version,
        "production",
        ["accepted"],
    )
    assert (model.version, model.tags) == ("v0.0.1", ("accepted",))
    assert model.lineage["dataset"] == dataset.run_metadata["fingerprint"]
    adapter = Path(client.get_artifact_version("adapter").uri) / "files"
    kept = {file.name: file.read_bytes() for file in Path(model.path).iterdir()}
    assert kept == {file.name: file.read_bytes() for file in adapter.iterdir()}
    assert "adapter_model.safetensors" in kept


def test_ctrl_c_ends_dataset_and_train_with_one_line(home: Settings, tiny: list[str]) -> None:
    store_facts(home, "ada", "tom", "mei")
    told = cut(home, "the dataset is built", signal.SIGINT, "dataset")
    finish(home, "dataset")
    for said in (told, cut(home, "the adapter is half trained", signal.SIGINT, "train", *tiny)):
        assert said.split("\n")[-2:] == [STOPPED, ""]
        assert "Traceback" not in said
    assert IndexRegistry(home.registry).versions("writer") == []


def test_a_deploy_that_is_killed_leaves_one_bento_and_nothing_beside_it(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bentos = tmp_path / "bentoml"
    monkeypatch.setenv("BENTOML_HOME", str(bentos))
    _accepted(home, tmp_path / "trained")
    for number in (signal.SIGKILL, signal.SIGINT):
        cut(home, "the Bento is not in its place", number, "deploy")
    name = finish(home, "deploy").split()[1].removesuffix(";")
    assert name.startswith("resumify:v0.0.1-")
    (built,) = [folder for folder in (bentos / "bentos" / "resumify").iterdir() if folder.is_dir()]
    assert name == f"resumify:{built.name}"
    index = json.loads((built / "src" / "registry" / "index.json").read_text())
    assert [(row["version"], row["tags"]) for row in index] == [("v0.0.1", ["accepted"])]
    assert not any((bentos / "tmp").iterdir())
    assert not any((bentos / "stage").iterdir())


def _accepted(home: Settings, folder: Path) -> None:
    from resumify.models import ModelVersion

    folder.mkdir()
    (folder / "adapter_config.json").write_text("{}")
    registry = IndexRegistry(home.registry)
    path = registry.keep("writer", "v0.0.1", folder)
    registry.register(ModelVersion(name="writer", version="v0.0.1", path=str(path), base="base_model"))
    registry.promote("writer", "v0.0.1", "accepted")
