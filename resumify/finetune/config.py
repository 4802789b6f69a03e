"""What a tuning is to do, and what it did. Does nothing itself."""

from __future__ import annotations

from pydantic import Field

from resumify.models import Frozen


class PreferenceConfig(Frozen):
    """Preference tuning after the examples: `steps` of DPO, 0 for none; `beta` holds the model to what it was before
    (Rafailov et al. 2023); its learning rate is a tenth of the examples' or less."""

    steps: int = Field(0, ge=0)
    batch: int = Field(8, ge=1)
    learning_rate: float = Field(5e-5, gt=0)
    beta: float = Field(0.1, gt=0)


class FinetuneConfig(Frozen):
    """`base` is a folder (relative ones in the project) or a hub id. The learning rate suits models of some million
    parameters; a model of some billion wants a tenth or less."""

    base: str = "base_model"
    epochs: float = Field(10, gt=0)
    steps: int = Field(-1, ge=-1, description="stop after so many; -1 for all epochs")
    batch: int = Field(16, ge=1)
    accumulate: int = Field(1, ge=1, description="batches whose gradients make one step")
    learning_rate: float = Field(1e-3, gt=0)
    rank: int = Field(16, ge=1)
    alpha: int = Field(32, ge=1)
    rehearsal: int = Field(800, ge=0, description="made-up examples that are trained on beside the person's")
    longest: int = Field(384, ge=32, description="tokens of a prompt with its line")
    recompute: bool = Field(False, description="activations a second time instead of keeping them (checkpointing)")
    checkpoint: int = Field(50, ge=1, description="steps after which a killed tuning can go on")
    preference: PreferenceConfig = PreferenceConfig()
    seed: int = 7


class Tuned(Frozen):
    """What training did: loss at its beginning and end, steps, seconds, tokens seen, parameters trained and in all, MiB
    of memory at most; `resumed` is the step at which a killed run was taken up again; `preferred` the share of pairs,
    over the last tenth of the steps, in which the model came to like the chosen answer better (None: not tuned on
    any)."""

    first_loss: float
    last_loss: float
    steps: int
    seconds: float
    tokens: int
    trained: int
    parameters: int
    memory: int
    resumed: int = 0
    preferred: float | None = None
