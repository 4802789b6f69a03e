"""From nothing to the base model: a tokenizer over the closed lexicon, a small Llama, and the made-up corpus.

Writes a folder that transformers loads. Tuning it to a person's own kind of lines is for `finetune`.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumify.corpus import made_up
from resumify.editing.rules import edit
from resumify.lexicon import PUNCTUATION, words
from resumify.models import Frozen
from resumify.ports import LanguageModel
from resumify.prompts import line_prompt
from resumify.slots.cutting import LIMITS, Cut
from resumify.slots.keeping import check_kept

if TYPE_CHECKING:
    import torch

PAD, UNKNOWN, END = "<pad>", "<unk>", "</s>"
_LABELS = ("Fact:", "Show:", "Line:")
_IGNORED = -100  # what PyTorch's cross entropy leaves out
_HELD_OUT_SEED = 1_000_003
_LONGEST = 160  # tokens of a prompt with its line


class Phase(Frozen):
    """Some steps with a learning rate that rises and falls once; `drills` is the share of facts that are drills."""

    steps: int
    drills: float = 0.0
    learning_rate: float = 2e-3


class PretrainConfig(Frozen):
    """Shape of the network (Llama terms) and how long it learns; every step sees `batch` facts, each once. `start` is
    the folder of an earlier base to go on from, which then gives the shape."""

    start: Path | None = None

    hidden: int = 256
    layers: int = 5
    heads: int = 4
    kv_heads: int = 2
    intermediate: int = 704
    phases: tuple[Phase, ...] = (
        Phase(steps=1000),
        Phase(steps=1000, drills=0.6, learning_rate=1.5e-3),
        Phase(steps=1800, drills=0.3, learning_rate=1.5e-3),
        Phase(steps=1500, drills=0.3, learning_rate=1.2e-3),
        Phase(steps=900, drills=0.25, learning_rate=1e-3),
        Phase(steps=1700, drills=0.2, learning_rate=1.5e-3),
        Phase(steps=2700, drills=0.15, learning_rate=1.5e-3),
    )
    batch: int = 64
    warmup: int = 100
    held_out: int = 300
    seed: int = 7


def pretrain(config: PretrainConfig, folder: Path, report: Callable[[dict[str, float]], None]) -> dict[str, float]:
    """Train the base model into `folder` and return its last loss, tokens seen, seconds and parameters; `report` gets
    the loss every 50 steps."""
    import torch
    from tqdm import tqdm

    torch.manual_seed(config.seed)
    tokenizer = make_tokenizer()
    model = _model(config, tokenizer) if config.start is None else _earlier(config.start, tokenizer)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device).train()
    begun, tokens, loss, step = time.monotonic(), 0, math.nan, 0
    with tqdm(total=sum(phase.steps for phase in config.phases), desc="pretrain") as bar:
        for number, phase in enumerate(config.phases):
            optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0.05, betas=(0.9, 0.95))
            batches = _batches(config, config.seed + number, phase.drills, tokenizer)
            for within, batch in enumerate(islice(batches, phase.steps)):
                for group in optimizer.param_groups:
                    group["lr"] = phase.learning_rate * _warmth(within, phase.steps, config.warmup)
                found = _step(model, optimizer, {name: tensor.to(device) for name, tensor in batch.items()})
                tokens, step = tokens + int(batch["attention_mask"].sum()), step + 1
                bar.update()
                if step % 50 == 0 or within == phase.steps - 1:
                    loss = found.item()
                    report({"step": step, "loss": loss})
    _save(model, tokenizer, folder)
    return {
        "loss": loss,
        "tokens": float(tokens),
        "seconds": time.monotonic() - begun,
        "parameters": float(model.num_parameters()),
    }


def score(model: LanguageModel, count: int) -> dict[str, float]:
    """Share of `count` made-up facts, none of them trained on, of which the line is exactly the one that the rules
    write, without being offered it: in wordings that were trained on, and in those that were not."""
    figures = {}
    for name, held_out in (("exact_seen", False), ("exact_unseen", True)):
        cuts = [one.cut for one in islice(made_up(_HELD_OUT_SEED, held_out), count)]
        lines = model.write([line_prompt(cut).model_copy(update={"draft": ""}) for cut in cuts])
        figures[name] = sum(line.lower() == edit(cut).lower() for line, cut in zip(lines, cuts, strict=True)) / count
    return figures


def make_tokenizer() -> Any:
    """One token for each word of the lexicon, each slot, each mark; nothing else can stand in a prompt."""
    from tokenizers import AddedToken, Regex, Tokenizer, normalizers, pre_tokenizers
    from tokenizers.models import WordLevel
    from transformers import PreTrainedTokenizerFast

    slots = [f"[{type_}{number}]" for type_, most in LIMITS.items() for number in range(1, most + 1)]
    vocabulary = [PAD, UNKNOWN, END, *_LABELS, *slots, *PUNCTUATION.split(), *sorted(words())]
    tokenizer = Tokenizer(WordLevel({word: place for place, word in enumerate(vocabulary)}, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Lowercase()
    marks = Regex(r"[,;:!?()]|\.(?=\s|$)")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(marks, "isolated"), pre_tokenizers.WhitespaceSplit()]
    )
    tokenizer.add_tokens([AddedToken(token, normalized=False, special=False) for token in (*_LABELS, *slots)])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=PAD,
        unk_token=UNKNOWN,
        eos_token=END,
        padding_side="left",
        model_max_length=_LONGEST * 2,
        clean_up_tokenization_spaces=False,
    )


def _model(config: PretrainConfig, tokenizer: Any) -> Any:
    from transformers import LlamaConfig, LlamaForCausalLM

    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=_rows(tokenizer),
            hidden_size=config.hidden,
            intermediate_size=config.intermediate,
            num_hidden_layers=config.layers,
            num_attention_heads=config.heads,
            num_key_value_heads=config.kv_heads,
            max_position_embeddings=_LONGEST * 2,
            tie_word_embeddings=True,
            pad_token_id=tokenizer.pad_token_id,
            eos_token_id=tokenizer.eos_token_id,
            bos_token_id=None,
        )
    )


def _step(model: Any, optimizer: torch.optim.Optimizer, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """One step of learning, and the loss before it."""
    import torch

    asked, said = batch["labels"][:, 1:], batch["labels"][:, 1:] != _IGNORED
    with torch.autocast(model.device.type, dtype=torch.bfloat16):
        states = model.model(batch["input_ids"], attention_mask=batch["attention_mask"]).last_hidden_state
        logits = model.lm_head(states[:, :-1][said])  # of the lines alone: the vocabulary is the dearest part
    loss = torch.nn.functional.cross_entropy(logits.float(), asked[said])
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return loss


def _earlier(folder: Path, tokenizer: Any) -> Any:
    """An earlier base with the words of today: those that it knew mean what it learnt, the others nothing yet."""
    import torch
    from transformers import AutoTokenizer, LlamaForCausalLM

    model = LlamaForCausalLM.from_pretrained(folder, dtype=torch.float32)
    known, meant = AutoTokenizer.from_pretrained(folder).get_vocab(), model.get_input_embeddings().weight.detach()
    means = torch.randn(_rows(tokenizer), meant.shape[1]) * model.config.initializer_range
    for word, place in tokenizer.get_vocab().items():
        if word in known:
            means[place] = meant[known[word]]
    model.resize_token_embeddings(len(means))
    with torch.no_grad():
        model.get_input_embeddings().weight.copy_(means)
    return model


def _rows(tokenizer: Any) -> int:
    return -(-len(tokenizer) // 64) * 64  # 4-bit kernels want multiples of 64


def _warmth(step: int, steps: int, warmup: int) -> float:
    """Linear warm-up, then a cosine down to a twentieth."""
    if step < warmup:
        return (step + 1) / warmup
    done = (step - warmup) / max(1, steps - warmup)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * done))


def _batches(config: PretrainConfig, seed: int, drills: float, tokenizer: Any) -> Iterator[dict[str, torch.Tensor]]:
    """Batches of facts of like length, with a loss on the line alone."""
    facts = (
        one.cut for one in made_up(seed, drills=drills) if not check_kept(edit(one.cut), one.cut.text, one.cut.language)
    )
    while True:
        rows = sorted((_row(cut, tokenizer) for cut in islice(facts, config.batch * 16)), key=lambda row: len(row[0]))
        rows = [row for row in rows if len(row[0]) <= _LONGEST]
        for start in _shuffled(range(0, len(rows) - config.batch + 1, config.batch), seed + len(rows)):
            yield _padded(rows[start : start + config.batch], tokenizer.pad_token_id)


def _shuffled(places: range, seed: int) -> list[int]:
    import random

    return random.Random(seed).sample(places, len(places))


def _row(cut: Cut, tokenizer: Any) -> tuple[list[int], int]:
    """(tokens of prompt and line, how many of them are the prompt's)."""
    prompt = tokenizer(line_prompt(cut).text)["input_ids"]
    line = tokenizer(edit(cut))["input_ids"]
    return [*prompt, *line, tokenizer.eos_token_id], len(prompt)


def _padded(rows: list[tuple[list[int], int]], pad: int) -> dict[str, torch.Tensor]:
    import torch

    width = max(len(ids) for ids, _ in rows)
    return {
        "input_ids": torch.tensor([ids + [pad] * (width - len(ids)) for ids, _ in rows]),
        "attention_mask": torch.tensor([[1] * len(ids) + [0] * (width - len(ids)) for ids, _ in rows]),
        "labels": torch.tensor(
            [[_IGNORED] * prompt + ids[prompt:] + [_IGNORED] * (width - len(ids)) for ids, prompt in rows]
        ),
    }


def _save(model: Any, tokenizer: Any, folder: Path) -> None:
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    model.to("cpu").to(torch.bfloat16).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
