"""How many tokens a second QLoRA trains on, beside a plain PyTorch loop over the same base and examples; as JSON.

    python -m benchmarks.train [--steps 40]

The plain loop trains every weight in bfloat16 autocast, without four bits, adapter or trainer: what those cost is the
ratio. The two take turns, a step each, so that whatever else runs on the machine meets both alike.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

from resumify.config import Settings, prepare_environment
from resumify.dataset.rehearsal import rehearse
from resumify.finetune import FinetuneConfig, finetune, locate
from resumify.models import Example

_EXAMPLES = 640


def measure(steps: int) -> dict[str, Any]:
    """Tokens per second of both, and the ratio of ours to the plain loop's."""
    prepare_environment(Settings())
    examples = rehearse(_EXAMPLES, 7)
    config = FinetuneConfig(steps=steps)
    plain = Plain(examples, config)
    plain.step()  # the first one allocates
    plain.tokens, plain.seconds = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        tuned = finetune(examples, config, Path(folder), lambda _step, _figures: plain.step())
    ours, theirs = tuned.tokens / (tuned.seconds - plain.seconds), plain.tokens / plain.seconds
    return {
        "steps": steps,
        "batch": config.batch,
        "qlora_tokens_per_s": round(ours),
        "plain_tokens_per_s": round(theirs),
        "ratio": round(ours / theirs, 3),
    }


class Plain:
    """Full training as one would write it down: forward, backward, AdamW; counts its tokens and seconds."""

    def __init__(self, examples: Sequence[Example], config: FinetuneConfig) -> None:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        base = locate(config.base)
        self._tokenizer = AutoTokenizer.from_pretrained(base, padding_side="right")
        self._model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32).train()
        self._optimizer = torch.optim.AdamW(self._model.parameters(), lr=config.learning_rate)
        self._batches = _batches(examples, config.batch)
        self.tokens, self.seconds = 0, 0.0

    def step(self) -> None:
        import torch

        begun = perf_counter()
        batch = self._tokenizer(next(self._batches), return_tensors="pt", padding=True)
        batch.pop("token_type_ids", None)
        labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = self._model(**batch, labels=labels).loss
        loss.backward()
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self.tokens += int(batch["attention_mask"].sum())
        self.seconds += perf_counter() - begun


def _batches(examples: Sequence[Example], size: int) -> Iterator[list[str]]:
    texts = cycle(f"{example.prompt.text} {example.answer}" for example in examples)
    while True:
        yield list(islice(texts, size))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=40)
    print(json.dumps(measure(parser.parse_args().steps), indent=2))
