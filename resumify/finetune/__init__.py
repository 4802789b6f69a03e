"""QLoRA: a base model in four bits, and an adapter over it that learns examples and, where told to, preferences.

CPU, or CUDA where there is one. Trains and writes a folder; what it is worth is for `evaluate`. Works for any causal
model that transformers loads.
"""

from resumify.finetune.checkpoints import training_folder
from resumify.finetune.config import FinetuneConfig, PreferenceConfig, Tuned
from resumify.finetune.finetune import finetune
from resumify.finetune.loading import locate

__all__ = ["FinetuneConfig", "PreferenceConfig", "Tuned", "finetune", "locate", "training_folder"]
