"""Steps of dataset: facts beside postings, and the examples that come of them.

`inputs` is a fingerprint of what a step reads besides its arguments: ZenML runs it again where that changed.
"""

from __future__ import annotations

from typing import Annotated

from zenml import log_metadata, step
from zenml.types import MarkdownString

from resumify.adapters.traces import refused_lines
from resumify.bootstrap import open_features, open_teacher
from resumify.config import Settings, project_root
from resumify.dataset import Dataset, DatasetConfig, Pairs, build, card, pair
from resumify.dataset.postings import read_postings


@step
def pair_up(config: DatasetConfig, inputs: str) -> Annotated[Pairs, "pairs"]:  # noqa: ARG001
    """Hold every stored fact against every posting."""
    facts = open_features(Settings()).facts(None)
    pairs = pair(facts, read_postings(project_root() / config.postings))
    log_metadata({"profiles": pairs.owners, "pairs": len(pairs.items), **pairs.left}, infer_artifact=True)
    return pairs


@step
def answer(
    pairs: Pairs,
    config: DatasetConfig,
    inputs: str,  # noqa: ARG001
) -> tuple[Annotated[Dataset, "dataset"], Annotated[MarkdownString, "card"]]:
    """Let the teacher answer, keep what the guard accepts, split by owner."""
    settings = Settings()
    served = refused_lines(settings.traces, pairs.owners) if config.served else {}
    dataset = build(pairs, config, open_teacher(settings), served)
    log_metadata(
        {
            "profiles": dataset.owners,
            "fingerprint": dataset.fingerprint,
            "teacher": dataset.teacher,
            "train": len(dataset.of("train")),
            "test": len(dataset.of("test")),
            "unchanged": dataset.unchanged,
            "preferences": dataset.reasons,
            "dropped": dataset.dropped,
        },
        infer_artifact=True,
        artifact_name="dataset",
    )
    log_metadata({"profiles": dataset.owners}, infer_artifact=True, artifact_name="card")
    return dataset, MarkdownString(card(dataset))
