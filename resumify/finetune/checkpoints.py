"""The way back into a training that was killed: its last checkpoint that was written to the end.

A checkpoint holds the adapter, the optimiser, the schedule and the state of chance, so that what goes on from it ends
in the same bytes as what was never killed.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

CHECKPOINTS = "checkpoints"
"""In a training's folder until it is done."""

_WHOLE = "whole"


def training_folder(home: Path, recipe: str) -> Path:
    """Where a training of this recipe lies; those of other recipes that were done are removed, killed ones stay."""
    folder = home / "training" / recipe
    for other in folder.parent.glob("*"):
        if other != folder and not (other / CHECKPOINTS).is_dir():
            shutil.rmtree(other) if other.is_dir() else other.unlink()
    return folder


def last_whole(folder: Path) -> Path | None:
    """The last checkpoint in the folder; those that a kill left half written are removed."""
    found = sorted(folder.glob("checkpoint-*"), key=lambda one: int(one.name.rsplit("-", 1)[1]))
    for half in [one for one in found if not (one / _WHOLE).exists()]:
        shutil.rmtree(half)
        found.remove(half)
    return found[-1] if found else None


def marking(folder: Path) -> Any:
    """A callback for a trainer that marks each checkpoint as whole once all of it is written."""
    from transformers import TrainerCallback

    class Marking(TrainerCallback):
        def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
            (folder / f"checkpoint-{state.global_step}" / _WHOLE).touch()

    return Marking()


def go_on(trainer: Any, folder: Path) -> int:
    """Train to the end, from the last whole checkpoint in the folder where there is one; return the step it was of."""
    from transformers import TrainerState

    checkpoint = last_whole(folder)
    if checkpoint is None:
        trainer.train()
        return 0
    state = TrainerState.load_from_json(str(checkpoint / "trainer_state.json"))
    if state.global_step < state.max_steps:
        trainer.train(resume_from_checkpoint=str(checkpoint))
    else:  # the trainer would go on with the epoch
        trainer.model.load_adapter(str(checkpoint), "default", is_trainable=True)
        trainer.state = state
    return int(state.global_step)
