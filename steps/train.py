"""Steps of train: tune, compare, register, promote. What each does lies in resumify/.

`recipe` and `inputs` are fingerprints of what a step reads besides its arguments: ZenML runs it again where they
changed.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

from zenml import ArtifactConfig, get_step_context, log_metadata, step
from zenml.enums import ArtifactType
from zenml.types import HTMLString

from resumify.adapters.experiment import Experiment
from resumify.adapters.registry import IndexRegistry
from resumify.adapters.zenml_registry import ZenmlRegistry
from resumify.bootstrap import ACCEPTED, WRITER, open_judge, open_registry, open_writer
from resumify.config import Settings
from resumify.dataset import Dataset, RuledWriter
from resumify.dataset.rehearsal import rehearse
from resumify.evaluate import Comparison, compare, is_one_family, report
from resumify.finetune import FinetuneConfig, finetune, locate, training_folder
from resumify.models import ModelVersion
from resumify.ports import Judge, LanguageModel
from steps.materializers import ModelFolder

_log = logging.getLogger(__name__)


@step(experiment_tracker=True)
def tune(
    dataset: Dataset,
    config: FinetuneConfig,
    recipe: str,
) -> Annotated[ModelFolder, ArtifactConfig(name="adapter", artifact_type=ArtifactType.MODEL)]:
    """Train an adapter on the training examples, in the recipe's own folder: there a killed run is gone on from."""
    experiment, folder = Experiment(), training_folder(Settings().home, recipe)
    experiment.log_parameters(config.model_dump())
    examples = (*dataset.of("train"), *rehearse(config.rehearsal, config.seed, dataset.of("test")))
    tuned = finetune(
        examples, config, folder, lambda n, figures: experiment.log_figures(figures, n), dataset.preferences
    )
    log_metadata(tuned.model_dump(exclude_none=True), infer_artifact=True)
    return ModelFolder(folder)


@step(experiment_tracker=True)
def evaluate(
    dataset: Dataset,
    adapter: ModelFolder,
    base: str,
    incumbent: str,
    inputs: str,  # noqa: ARG001
) -> tuple[Annotated[Comparison, "evaluation"], Annotated[HTMLString, "report"]]:
    """Score base, candidate and incumbent on the test examples, and decide."""
    writers = open_writer(Path(locate(base))), open_writer(adapter.path)
    test = dataset.of("test")
    judge, rules = _judge(base, dataset.teacher), RuledWriter()
    comparison = compare(*writers, _incumbent(incumbent), test, judge, rules)
    _log_scores(comparison, dataset.owners)
    return comparison, HTMLString(report(comparison, test))


@step(enable_cache=False)
def register(
    dataset: Dataset,  # noqa: ARG001 - linked to the version, as is the evaluation
    adapter: ModelFolder,
    comparison: Comparison,
    base: str,
    lineage: dict[str, str],
) -> Annotated[ModelVersion, "model_version"]:
    """Keep the candidate under its version, tied to what it was made of."""
    registry = ZenmlRegistry(IndexRegistry(Settings().registry))
    model = registry.enter(WRITER, adapter.path, base, comparison.candidate.scores, lineage)
    registry.link(model.name, model.version, [given for many in get_step_context().inputs.values() for given in many])
    return model


@step(enable_cache=False)
def promote(model: ModelVersion, comparison: Comparison, incumbent: str) -> Annotated[str, "outcome"]:
    """Move the tag `accepted` to the candidate if it won, and nobody else has taken the incumbent's place since."""
    registry = ZenmlRegistry(IndexRegistry(Settings().registry))
    holder = registry.resolve(model.name, ACCEPTED)
    if comparison.decision.promote and (holder.version if holder else "") in (incumbent, model.version):
        registry.promote(model.name, model.version, ACCEPTED)
    return comparison.decision.reason


def _incumbent(version: str) -> tuple[str, LanguageModel] | None:
    found = open_registry(Settings()).resolve(WRITER, version) if version else None
    return (found.version, open_writer(Path(found.path))) if found is not None else None


def _judge(base: str, teacher: str) -> Judge | None:
    judge = open_judge(Settings())
    if judge is not None and any(is_one_family(judge.name, writer) for writer in (base, teacher)):
        _log.warning("The judge %s is of the family that wrote what it judges; its grades are kind", judge.name)
    return judge


def _log_scores(comparison: Comparison, profiles: list[str]) -> None:
    """To the tracker, and beside both artifacts."""
    scores = {
        one.writer.removeprefix("own ").split()[0]: one.scores.model_dump(exclude_none=True)
        for one in comparison.evaluations
    }
    Experiment().log_figures({f"{who}_{name}": value for who, all_ in scores.items() for name, value in all_.items()})
    told = {
        "profiles": profiles,
        "decision": comparison.decision.reason,
        "gain": str(comparison.gain),
        "judge": comparison.judge,
        **scores,
    }
    log_metadata(told, infer_artifact=True, artifact_name="evaluation")
    log_metadata({"profiles": profiles}, infer_artifact=True, artifact_name="report")
