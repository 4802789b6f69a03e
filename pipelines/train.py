"""train: the latest dataset becomes an adapter: scored beside base and incumbent, registered, promoted if better."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import click
from pydantic import Field
from zenml import pipeline
from zenml.client import Client

from pipelines import fingerprint, reports
from pipelines.launch import cached, launch, output
from pipelines.stack import activate, prepare_tracker
from resumify.adapters.registry import IndexRegistry
from resumify.bootstrap import ACCEPTED, WRITER
from resumify.config import Settings
from resumify.dataset import Dataset, card
from resumify.errors import InvalidInput
from resumify.evaluate import Comparison
from resumify.evaluate.report import FIGURES, figures
from resumify.finetune import FinetuneConfig, locate
from resumify.models import Frozen, ModelVersion
from steps.train import evaluate, promote, register, tune

_TUNING = ("finetune", "prompts", "slots", "corpus", "dataset")
_SCORING = ("evaluate", "guard", "slots", "lexicon", "words", "clean", "adapters/local_model", "adapters/decoding")


class Config(Frozen):
    finetune: FinetuneConfig = Field(default_factory=FinetuneConfig)


@pipeline
def train(dataset: str, config: FinetuneConfig, incumbent: str, scoring: str, lineage: dict[str, str]) -> None:
    """dataset -> adapter -> scores -> registered version -> accepted, or not."""
    examples = Client().get_artifact_version(UUID(dataset))
    adapter = tune(examples, config, lineage["recipe"])
    comparison, _ = evaluate(examples, adapter, config.base, incumbent, scoring)
    model = register(examples, adapter, comparison, config.base, lineage)
    promote(model, comparison, incumbent)


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:
    """Train, and print the scores and why the candidate was promoted or not."""
    activate(stack, settings)
    dataset = _latest_dataset()
    prepare_tracker(settings)
    lineage = _lineage(dataset, config.finetune)
    index = IndexRegistry(settings.registry)
    known = index.made_of(WRITER, lineage["recipe"])
    lineage["incumbent"] = known.lineage["incumbent"] if known is not None else _accepted(index)
    done = launch(
        train,
        settings,
        stack,
        cache,
        dataset=str(dataset.id),
        config=config.finetune,
        incumbent=lineage["incumbent"],
        scoring=fingerprint.of_values(fingerprint.of_code(*_SCORING), settings.judge),
        lineage=lineage,
    )
    _tell(output(done, "evaluate", "evaluation"))
    model = output(done, "register", "model_version")
    _keep_pages(done, dataset.load(), model, settings)
    _tell_version(model, known is not None and cached(done, "tune"), index)


def _latest_dataset() -> Any:
    """The artifact that the last successful run of dataset gave; its steps may have come from the cache."""
    try:
        run = Client().get_pipeline("dataset").last_successful_run
    except (KeyError, RuntimeError):
        raise InvalidInput("There is no dataset yet.", "Build one: python run.py --pipeline dataset") from None
    return run.steps["answer"].outputs["dataset"][0]


def _lineage(dataset: Any, config: FinetuneConfig) -> dict[str, str]:
    """What a version is made of; `recipe` sums it up: equal recipes give equal adapters."""
    folder = Path(locate(config.base))
    parts = {
        "dataset": str(dataset.run_metadata["fingerprint"]),
        "base": fingerprint.of_folder(folder) if folder.is_dir() else config.base,
        "config": config.model_dump_json(),
        "code": fingerprint.of_code(*_TUNING),
    }
    return {**parts, "recipe": fingerprint.of_values(parts)}


def _accepted(index: IndexRegistry) -> str:
    holder = index.resolve(WRITER, ACCEPTED)
    return holder.version if holder is not None else ""


def _tell(comparison: Comparison) -> None:
    n = comparison.candidate.scores.n
    click.echo(f"train: scores over {n} lines of people whom the candidate never saw")
    click.echo("  " + f"{'':20}" + "".join(f"{name:>10}" for name in FIGURES))
    for one in comparison.evaluations:
        click.echo("  " + f"{one.writer:20}" + "".join(f"{value:>10}" for value in figures(one.scores).values()))
    click.echo(f"  candidate less base: quality {comparison.gain}")
    click.echo(f"  judge: {comparison.judge}")
    click.echo(f"train: {comparison.decision.reason}")


def _keep_pages(done: Any, dataset: Dataset, model: ModelVersion, settings: Settings) -> None:
    pages = {"evaluation.html": output(done, "evaluate", "report"), "dataset.md": card(dataset)}
    for file in reports.keep(pages, model, dataset.owners, settings.reports):
        click.echo(f"train: see {file}")


def _tell_version(model: ModelVersion, is_known: bool, index: IndexRegistry) -> None:
    accepted = _accepted(index)
    new = "was registered before; nothing that it is made of has changed" if is_known else "registered"
    click.echo(f"train: {model.name} {model.version} {new}; accepted: {accepted or 'none'}")
