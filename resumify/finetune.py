"""QLoRA: a base model in four bits, and an adapter over it that learns the examples. CPU, or CUDA where there is one.

Trains and writes a folder; what it is worth is for `evaluate`. Works for any causal model that transformers loads.
"""

from __future__ import annotations

import json
import logging
import math
import shutil
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import Field

from resumify.config import project_root
from resumify.errors import InvalidInput, ModelFault
from resumify.models import Example, Frozen

Report = Callable[[int, dict[str, float]], None]

_log = logging.getLogger(__name__)
_KEPT = ("adapter_config.json", "adapter_model.safetensors")


class FinetuneConfig(Frozen):
    """`base` is a folder (relative ones in the project) or a hub id. The learning rate suits models of some million
    parameters; a model of some billion wants a tenth or less."""

    base: str = "base_model"
    epochs: float = Field(10, gt=0)
    steps: int = Field(-1, ge=-1, description="stop after so many; -1 for all epochs")
    batch: int = Field(16, ge=1)
    learning_rate: float = Field(1e-3, gt=0)
    rank: int = Field(16, ge=1)
    alpha: int = Field(32, ge=1)
    rehearsal: int = Field(800, ge=0, description="made-up examples that are trained on beside the person's")
    longest: int = Field(384, ge=32, description="tokens of a prompt with its line")
    seed: int = 7


class Tuned(Frozen):
    """What training did: loss at its beginning and end, steps, seconds, tokens seen, parameters trained and in all."""

    first_loss: float
    last_loss: float
    steps: int
    seconds: float
    tokens: int
    trained: int
    parameters: int


def finetune(examples: Sequence[Example], config: FinetuneConfig, folder: Path, report: Report) -> Tuned:
    """Train an adapter on the examples into `folder`; `report` gets the step and its figures as they come.

    The same examples, config and machine give the same bytes. Raises InvalidInput without examples, ModelFault where
    the base does not load.
    """
    if not examples:
        raise InvalidInput("There is nothing to train on: the dataset holds no training examples.")
    from tqdm import tqdm
    from transformers import set_seed

    with _without_chatter():
        set_seed(config.seed)
        model, tokenizer = _load_in_four_bits(config)
        arguments = _arguments(config, folder)
        trainer = _trainer(model, tokenizer, examples, config, arguments)
        begun = time.monotonic()
        with tqdm(desc="finetune", unit="step") as bar:
            trainer.add_callback(_reporting(report, bar))
            trainer.train()
        seconds = time.monotonic() - begun
        _save(trainer.model, folder, config.base)
    return _figures(trainer, seconds)


def locate(base: str) -> str:
    """The folder of a base model that lies in the project, else the name as it is."""
    inside = project_root() / base
    return str(inside) if inside.is_dir() else base


@contextmanager
def _without_chatter() -> Iterator[None]:
    """The bar of the training is shown; those of loading and of five passes over the rows are not, nor words on names
    that the libraries give each other."""
    from datasets import disable_progress_bars, enable_progress_bars
    from transformers.utils import logging as hub

    disable_progress_bars()
    hub.disable_progress_bar()
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            yield
    finally:
        enable_progress_bars()
        hub.enable_progress_bar()


def _load_in_four_bits(config: FinetuneConfig) -> tuple[Any, Any]:
    """NF4 with double quantisation; computes in bfloat16."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    quantised = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    where = {"device_map": {"": 0}} if torch.cuda.is_available() else {}
    base = locate(config.base)
    try:
        tokenizer = AutoTokenizer.from_pretrained(base)
        model = AutoModelForCausalLM.from_pretrained(base, quantization_config=quantised, dtype=torch.bfloat16, **where)
    except (OSError, ValueError) as error:
        raise ModelFault(f"The base model {config.base} does not load: {error}") from error
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    _keep_gradients(model)
    return model, tokenizer


def _keep_gradients(model: Any) -> None:
    """Keep bitsandbytes off its AVX512 kernel: it has no backward pass, and once an evaluation has packed the weights
    for it, training goes on with wrong gradients and without an error (bitsandbytes 0.50)."""
    from bitsandbytes.nn import Linear4bit

    for module in model.modules():
        if isinstance(module, Linear4bit):
            module.support_avx512bf16_for_cpu = False


def _trainer(model: Any, tokenizer: Any, examples: Sequence[Example], config: FinetuneConfig, arguments: Any) -> Any:
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import PrinterCallback
    from trl import SFTTrainer

    rows = [{"prompt": example.prompt.text, "completion": f" {example.answer}"} for example in examples]
    trainer = SFTTrainer(
        model=model,
        args=arguments,
        train_dataset=Dataset.from_list(rows),
        processing_class=tokenizer,
        peft_config=LoraConfig(
            r=config.rank, lora_alpha=config.alpha, lora_dropout=0.0, target_modules="all-linear", task_type="CAUSAL_LM"
        ),
    )
    trainer.remove_callback(PrinterCallback)  # it prints every step, where there is no bar of its own
    return trainer


def _arguments(config: FinetuneConfig, folder: Path) -> Any:
    """Loss on the line alone; nothing is saved, sent or resumed on the way."""
    import torch
    from trl import SFTConfig

    return SFTConfig(
        output_dir=str(folder),
        num_train_epochs=config.epochs,
        max_steps=config.steps,
        per_device_train_batch_size=config.batch,
        learning_rate=config.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=5,
        max_length=config.longest,
        completion_only_loss=True,
        gradient_checkpointing=False,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        dataloader_pin_memory=torch.cuda.is_available(),
        logging_steps=1,
        save_strategy="no",
        disable_tqdm=True,
        report_to=[],
        seed=config.seed,
        data_seed=config.seed,
    )


def _reporting(report: Report, bar: Any) -> Any:
    from transformers import TrainerCallback

    class Reporting(TrainerCallback):
        """One bar with the loss on it; each step's figures are handed on."""

        def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
            bar.reset(total=state.max_steps)

        def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **_: Any) -> None:  # noqa: ARG002
            if logs and "loss" in logs:
                loss = float(logs["loss"])
                bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
                bar.update()
                report(int(state.global_step), {"loss": loss, "learning_rate": float(logs["learning_rate"])})

    return Reporting()


def _save(model: Any, folder: Path, base: str) -> None:
    """The adapter alone, naming its base as the configuration did: no absolute path, and nothing pickled."""
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    for file in folder.iterdir():
        if file.name not in _KEPT:
            file.unlink()
    config = json.loads((folder / "adapter_config.json").read_text())
    config["base_model_name_or_path"] = base
    config["target_modules"] = sorted(config["target_modules"])
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=1, sort_keys=True) + "\n")


def _figures(trainer: Any, seconds: float) -> Tuned:
    losses = [row["loss"] for row in trainer.state.log_history if "loss" in row]
    tenth = max(1, len(losses) // 10)
    trained = sum(parameter.numel() for parameter in trainer.model.parameters() if parameter.requires_grad)
    tokens = max((int(row["num_tokens"]) for row in trainer.state.log_history if "num_tokens" in row), default=0)
    tuned = Tuned(
        first_loss=math.fsum(losses[:tenth]) / tenth,
        last_loss=math.fsum(losses[-tenth:]) / tenth,
        steps=int(trainer.state.global_step),
        seconds=seconds,
        tokens=tokens,
        trained=trained,
        parameters=int(trainer.model.num_parameters()),
    )
    _log.info("Trained %d steps in %.1f s: loss %.3f -> %.3f", tuned.steps, seconds, tuned.first_loss, tuned.last_loss)
    return tuned
