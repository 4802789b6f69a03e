"""How many tokens a second QLoRA trains on, beside a plain PyTorch loop over the same base and examples; as JSON.

    python -m benchmarks.train [--steps 40]

The plain loop trains every weight in bfloat16 autocast, without four bits, adapter or trainer: what those cost is the
ratio.
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
    plain = _plain(examples, config)
    with tempfile.TemporaryDirectory() as folder:
        tuned = finetune(examples, config, Path(folder), lambda _step, _figures: None)
    ours = tuned.tokens / tuned.seconds
    return {
        "steps": steps,
        "batch": config.batch,
        "qlora_tokens_per_s": round(ours),
        "plain_tokens_per_s": round(plain),
        "ratio": round(ours / plain, 3),
    }


def _plain(examples: Sequence[Example], config: FinetuneConfig) -> float:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    base = locate(config.base)
    tokenizer = AutoTokenizer.from_pretrained(base, padding_side="right")
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=config.learning_rate)
    tokens, begun = 0, perf_counter()
    for texts in islice(_batches(examples, config.batch), config.steps):
        batch = tokenizer(texts, return_tensors="pt", padding=True)
        batch.pop("token_type_ids", None)
        labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = model(**batch, labels=labels).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        tokens += int(batch["attention_mask"].sum())
    return tokens / (perf_counter() - begun)


def _batches(examples: Sequence[Example], size: int) -> Iterator[list[str]]:
    texts = cycle(f"{example.prompt.text} {example.answer}" for example in examples)
    while True:
        yield list(islice(texts, size))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=40)
    print(json.dumps(measure(parser.parse_args().steps), indent=2))
