"""The two trainings: on examples (trl's SFT), then on preferences (DPO), over one adapter. Scores nothing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from resumify.errors import InvalidInput
from resumify.finetune.checkpoints import go_on, marking
from resumify.finetune.config import FinetuneConfig
from resumify.finetune.loading import load_in_four_bits
from resumify.finetune.progress import Report, reporting
from resumify.models import Example, Preference, Prompt
from resumify.prompts import shown_to


def train_on_examples(examples: Sequence[Example], config: FinetuneConfig, folder: Path, report: Report) -> Any:
    """Train a new adapter and return the trainer; checkpoints lie in `folder`, and the last of them is gone on from."""
    from datasets import Dataset
    from peft import LoraConfig
    from trl import SFTConfig, SFTTrainer

    model, tokenizer = load_in_four_bits(config.base)
    rows = [_row(tokenizer, one.prompt, completion=one.answer) for one in examples]
    trainer = SFTTrainer(
        model=model,
        args=SFTConfig(
            **_arguments(config, folder),
            num_train_epochs=config.epochs,
            max_steps=config.steps,
            per_device_train_batch_size=config.batch,
            learning_rate=config.learning_rate,
            warmup_steps=5,
            completion_only_loss=True,
        ),
        train_dataset=Dataset.from_list(_fitting(rows, tokenizer, config)),
        processing_class=tokenizer,
        peft_config=LoraConfig(
            r=config.rank, lora_alpha=config.alpha, lora_dropout=0.0, target_modules="all-linear", task_type="CAUSAL_LM"
        ),
    )
    for parameter in trainer.model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()  # the trainer rounded it, and a checkpoint comes back in float32
    return _trained(trainer, folder, reporting(report, "finetune"))


def train_on_preferences(
    preferences: Sequence[Preference], config: FinetuneConfig, adapter: Path, folder: Path, report: Report, done: int
) -> Any:
    """Train the adapter in `adapter` on and return the trainer; what it was before is the reference. `done` is the
    number of steps before these."""
    from datasets import Dataset
    from peft import PeftModel
    from trl import DPOConfig, DPOTrainer

    base, tokenizer = load_in_four_bits(config.base)
    rows = [_row(tokenizer, one.prompt, chosen=one.chosen, rejected=one.rejected) for one in preferences]
    trainer = DPOTrainer(
        model=PeftModel.from_pretrained(base, str(adapter), is_trainable=True),
        args=DPOConfig(
            **_arguments(config, folder),
            max_steps=config.preference.steps,
            per_device_train_batch_size=config.preference.batch,
            learning_rate=config.preference.learning_rate,
            beta=config.preference.beta,
        ),
        train_dataset=Dataset.from_list(_fitting(rows, tokenizer, config)),
        processing_class=tokenizer,
    )
    _start_at_reference(trainer.model)
    return _trained(trainer, folder, reporting(report, "prefer", done))


def _start_at_reference(model: Any) -> None:
    """The trainer has copied the adapter as its reference and then rounded the one that learns: make them equal."""
    for name, parameter in model.named_parameters():
        if ".default." in name:
            parameter.data = model.get_parameter(name.replace(".default.", ".ref.")).data.clone()


def _trained(trainer: Any, folder: Path, progress: Any) -> Any:
    from transformers import PrinterCallback

    trainer.remove_callback(PrinterCallback)  # it prints every step, where there is no bar of its own
    trainer.add_callback(progress)
    trainer.add_callback(marking(folder))
    begun = time.monotonic()
    try:
        trainer.resumed = go_on(trainer, folder)
    finally:
        progress.close()
    trainer.seconds = time.monotonic() - begun
    return trainer


def _row(tokenizer: Any, prompt: Prompt, **answers: str) -> dict[str, str]:
    """Prompt and answers as the tokenizer's model is to see them: in a chat as its turn, else after a space."""
    shown = shown_to(tokenizer, prompt)
    space = " " if shown == prompt.text else ""
    return {"prompt": shown, **{name: f"{space}{answer}" for name, answer in answers.items()}}


def _fitting(rows: Sequence[dict[str, str]], tokenizer: Any, config: FinetuneConfig) -> list[dict[str, str]]:
    """The rows that are not too long: of others the trainers would cut off the very line. Raises InvalidInput where
    none is left."""
    longest = [
        max(len(tokenizer(row["prompt"] + answer)["input_ids"]) for name, answer in row.items() if name != "prompt")
        for row in rows
    ]
    fitting = [row for row, tokens in zip(rows, longest, strict=True) if tokens < config.longest]
    if not fitting:
        raise InvalidInput(
            f"No example fits into {config.longest} tokens; the shortest has {min(longest) + 1}.",
            f"Allow more: finetune.longest={-(-(max(longest) + 1) // 64) * 64}",
        )
    return fitting


def _arguments(config: FinetuneConfig, folder: Path) -> dict[str, Any]:
    """What both trainings have in common: loss on the line alone, nothing sent, checkpoints on the way."""
    import torch

    on_gpu = torch.cuda.is_available()
    return {
        "output_dir": str(folder),
        "lr_scheduler_type": "cosine",
        "max_length": config.longest,
        "gradient_accumulation_steps": config.accumulate,
        "gradient_checkpointing": config.recompute,
        "bf16": True,
        "use_cpu": not on_gpu,
        "dataloader_pin_memory": on_gpu,
        "logging_steps": 1,
        "save_strategy": "steps",
        "save_steps": config.checkpoint,
        "save_total_limit": 2,
        "disable_tqdm": True,
        "report_to": [],
        "seed": config.seed,
        "data_seed": config.seed,
    }
