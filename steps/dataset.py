"""Steps of dataset: facts beside postings, and the examples that come of them.

`inputs` is a fingerprint of what a step reads besides its arguments: ZenML runs it again where that changed.
"""

from __future__ import annotations

from typing import Annotated

from zenml import log_metadata, step

from resumify.bootstrap import open_features, open_teacher
from resumify.config import Settings, project_root
from resumify.dataset import Dataset, DatasetConfig, Pairs, build, pair
from resumify.dataset.postings import read_postings


@step
def pair_up(config: DatasetConfig, inputs: str) -> Annotated[Pairs, "pairs"]:  # noqa: ARG001
    """Hold every stored fact against every posting."""
    facts = open_features(Settings()).facts(None)
    pairs = pair(facts, read_postings(project_root() / config.postings))
    log_metadata({"profiles": pairs.owners, "pairs": len(pairs.items), **pairs.left}, infer_artifact=True)
    return pairs


@step
def answer(pairs: Pairs, config: DatasetConfig, inputs: str) -> Annotated[Dataset, "dataset"]:  # noqa: ARG001
    """Let the teacher answer, keep what the guard accepts, split by owner."""
    dataset = build(pairs, config, open_teacher(Settings()))
    log_metadata(
        {
            "profiles": dataset.owners,
            "fingerprint": dataset.fingerprint,
            "teacher": dataset.teacher,
            "train": len(dataset.of("train")),
            "test": len(dataset.of("test")),
            "unchanged": dataset.unchanged,
            "dropped": dataset.dropped,
        },
        infer_artifact=True,
    )
    return dataset
