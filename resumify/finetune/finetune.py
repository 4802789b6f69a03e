"""Examples and preferences -> an adapter in a folder, and what its training did."""

from __future__ import annotations

import json
import logging
import math
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from resumify.errors import InvalidInput
from resumify.finetune.checkpoints import CHECKPOINTS
from resumify.finetune.config import FinetuneConfig, Tuned
from resumify.finetune.loading import without_chatter
from resumify.finetune.progress import Report, peak_memory, tokens_seen
from resumify.finetune.training import train_on_examples, train_on_preferences
from resumify.models import Example, Preference

_log = logging.getLogger(__name__)
_KEPT = ("adapter_config.json", "adapter_model.safetensors")


def finetune(
    examples: Sequence[Example],
    config: FinetuneConfig,
    folder: Path,
    report: Report,
    preferences: Sequence[Preference] = (),
) -> Tuned:
    """Train an adapter on the examples, then on the preferences, into `folder`; `report` gets the step and its figures
    as they come.

    The same arguments on the same machine give the same bytes, also where a first call was killed and another with the
    same folder went on from its last checkpoint. Raises InvalidInput without examples or with none short enough,
    ModelFault where the base does not load.
    """
    if not examples:
        raise InvalidInput("There is nothing to train on: the dataset holds no training examples.")
    from transformers import set_seed

    checkpoints = folder / CHECKPOINTS
    with without_chatter():
        set_seed(config.seed)
        trainers = [train_on_examples(examples, config, checkpoints / "examples", report)]
        if config.preference.steps and preferences:
            taught, done = checkpoints / "taught", trainers[0].state.global_step
            _save(trainers[0].model, taught, config.base)
            trainers.append(
                train_on_preferences(preferences, config, taught, checkpoints / "preferences", report, done)
            )
        _save(trainers[-1].model, folder, config.base)
    return _figures(trainers)


def _save(model: Any, folder: Path, base: str) -> None:
    """The adapter alone, naming its base as the configuration did: no absolute path, and nothing pickled."""
    model.save_pretrained(folder, selected_adapters=["default"])
    config = json.loads((folder / "adapter_config.json").read_text())
    config["base_model_name_or_path"] = base
    config["target_modules"] = sorted(config["target_modules"])
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=1, sort_keys=True) + "\n")
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        elif entry.name not in _KEPT:
            entry.unlink()


def _figures(trainers: Sequence[Any]) -> Tuned:
    histories = [trainer.state.log_history for trainer in trainers]
    losses = [row["loss"] for row in histories[0] if "loss" in row]
    liked = [row["rewards/accuracies"] for row in histories[-1] if "rewards/accuracies" in row]
    tenth = max(1, len(losses) // 10)
    model = trainers[0].model
    tuned = Tuned(
        first_loss=math.fsum(losses[:tenth]) / tenth,
        last_loss=math.fsum(losses[-tenth:]) / tenth,
        steps=sum(int(trainer.state.global_step) for trainer in trainers),
        seconds=math.fsum(trainer.seconds for trainer in trainers),
        tokens=sum(map(tokens_seen, histories)),
        trained=sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad),
        parameters=int(model.num_parameters()),
        memory=peak_memory(),
        resumed=sum(trainer.resumed for trainer in trainers),
        preferred=_tail_mean(liked),
    )
    _log.info("Trained %d steps in %.1f s, %d tokens, %d MiB", tuned.steps, tuned.seconds, tuned.tokens, tuned.memory)
    return tuned


def _tail_mean(values: Sequence[float]) -> float | None:
    """Of the last tenth; None where there are none."""
    last = values[-max(1, len(values) // 10) :]
    return math.fsum(last) / len(last) if last else None
