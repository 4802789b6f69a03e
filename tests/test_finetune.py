"""QLoRA for real, on a model small enough for a test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipelines import train
from pipelines.configuration import load
from resumify.adapters.local_model import LocalModel
from resumify.config import project_root
from resumify.dataset import prefer
from resumify.errors import InvalidInput, ModelFault
from resumify.finetune import FinetuneConfig, PreferenceConfig, Tuned, finetune
from resumify.models import Example, Prompt
from resumify.prompts import TOLD, line_prompt, shown_to
from resumify.slots.cutting import cut_text
from tests.tiny_model import make_tiny_base, make_tiny_chat_base

FACTS = {
    "I was responsible for managing 12 nurses": "managed [NUM1]",
    "Mentoring of 3 engineers": "mentored [NUM1]",
    "I trained 4 cooks": "trained [NUM1]",
    "Was in charge of ordering linen": "ordered [X1]",
}
EXAMPLES = tuple(
    Example(
        id=fact, owner="ada", fact="f", source=fact, prompt=line_prompt(cut_text(fact)), answer=answer, split="train"
    )
    for fact, answer in FACTS.items()
)
PREFERENCES = prefer(EXAMPLES)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_base(tmp_path_factory.mktemp("base"))


def _tuned(
    base: Path, folder: Path, seed: int = 7, examples: Sequence[Example] = EXAMPLES
) -> tuple[Tuned, list[tuple[int, float]]]:
    told: list[tuple[int, float]] = []
    config = FinetuneConfig(base=str(base), steps=10, batch=4, learning_rate=1e-2, rank=8, seed=seed)
    made = finetune(examples, config, folder, lambda step, figures: told.append((step, figures["loss"])))
    return made, told


@pytest.fixture(scope="module")
def adapter(base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tuned, list[tuple[int, float]]]:
    folder = tmp_path_factory.mktemp("adapter")
    return folder, *_tuned(base, folder)


def test_a_few_steps_lower_the_loss(adapter: tuple[Path, Tuned, list[tuple[int, float]]]) -> None:
    _, made, _ = adapter
    assert made.steps == 10
    assert made.last_loss < made.first_loss - 0.1
    assert 0 < made.trained < made.parameters


def test_every_steps_loss_is_told(adapter: tuple[Path, Tuned, list[tuple[int, float]]]) -> None:
    _, _, told = adapter
    assert [step for step, _ in told] == list(range(1, 11))


def test_the_folder_holds_the_adapter_and_nothing_pickled(
    adapter: tuple[Path, Tuned, list[tuple[int, float]]], base: Path
) -> None:
    folder, _, _ = adapter
    assert sorted(file.name for file in folder.iterdir()) == ["adapter_config.json", "adapter_model.safetensors"]
    assert json.loads((folder / "adapter_config.json").read_text())["base_model_name_or_path"] == str(base)


def test_the_adapter_runs_over_its_base(adapter: tuple[Path, Tuned, list[tuple[int, float]]]) -> None:
    folder, _, _ = adapter
    assert len(LocalModel(folder).write([EXAMPLES[0].prompt])) == 1


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(
    adapter: tuple[Path, Tuned, list[tuple[int, float]]], base: Path, tmp_path: Path
) -> None:
    weights = (adapter[0] / "adapter_model.safetensors").read_bytes()
    _tuned(base, tmp_path / "same")
    assert (tmp_path / "same" / "adapter_model.safetensors").read_bytes() == weights
    _tuned(base, tmp_path / "other", seed=8)
    assert (tmp_path / "other" / "adapter_model.safetensors").read_bytes() != weights


LONG = FinetuneConfig(
    steps=6, batch=2, learning_rate=1e-2, rank=4, checkpoint=2, preference=PreferenceConfig(steps=4, batch=2)
)
"""Three checkpoints on examples, two on preferences."""


class Stopped(Exception):
    """What ends a training from outside, other than SIGKILL."""


def _stop_at(last: int) -> Callable[[int, dict[str, float]], None]:
    def report(step: int, _: dict[str, float]) -> None:
        if step == last:
            raise Stopped

    return report


def test_a_killed_tuning_goes_on_and_ends_in_the_same_bytes(base: Path, tmp_path: Path) -> None:
    """Killed in its fifth step, stopped in its ninth, which is one on preferences; each time from the last checkpoint,
    and never from one that was half written."""
    config = LONG.model_copy(update={"base": str(base)})
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    made = finetune(EXAMPLES, config, whole, lambda *_: None, PREFERENCES)
    killed = subprocess.run(
        [sys.executable, "-m", "tests.test_finetune", str(base), str(cut)], cwd=project_root(), check=False
    )
    assert killed.returncode == -signal.SIGKILL
    (cut / "checkpoints" / "examples" / "checkpoint-5").mkdir()
    with pytest.raises(Stopped):
        finetune(EXAMPLES, config, cut, _stop_at(9), PREFERENCES)
    steps: list[int] = []
    again = finetune(EXAMPLES, config, cut, lambda step, _: steps.append(step), PREFERENCES)
    assert steps == [9, 10]
    assert (again.resumed, again.steps, again.tokens) == (8, 10, made.tokens)
    assert (again.first_loss, again.last_loss) == (made.first_loss, made.last_loss)
    assert {file.name: file.read_bytes() for file in cut.iterdir()} == {
        file.name: file.read_bytes() for file in whole.iterdir()
    }


def test_preferences_teach_on_top_of_the_examples(base: Path, tmp_path: Path) -> None:
    config = LONG.model_copy(update={"base": str(base), "preference": PreferenceConfig(steps=30, learning_rate=3e-3)})
    told: list[dict[str, float]] = []
    made = finetune(EXAMPLES, config, tmp_path, lambda _, figures: told.append(figures), PREFERENCES)
    assert made.preferred is not None
    assert made.preferred > 0.9
    assert [("preferred" in figures) for figures in told] == [False] * 6 + [True] * 30
    assert all(figures["tokens_per_s"] > 0 and figures["memory_mib"] > 0 for figures in told)


def test_an_example_that_is_too_long_is_left_out_and_where_all_are_it_is_said(base: Path, tmp_path: Path) -> None:
    config = FinetuneConfig(base=str(base), steps=1, batch=4, rank=2)
    long = EXAMPLES[0].model_copy(update={"prompt": Prompt(text=EXAMPLES[0].prompt.text * 40)})
    kept = finetune([*EXAMPLES, long], config, tmp_path, lambda *_: None)
    assert kept.tokens == finetune(EXAMPLES, config, tmp_path, lambda *_: None).tokens
    with pytest.raises(InvalidInput, match="No example fits into 384 tokens"):
        finetune([long], config, tmp_path, lambda *_: None)


def test_nothing_to_train_on_is_said(base: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="nothing to train on"):
        _tuned(base, tmp_path, examples=())


def test_a_base_that_is_not_there_is_named(tmp_path: Path) -> None:
    config = FinetuneConfig(base=str(tmp_path / "nowhere"))
    with pytest.raises(ModelFault, match="nowhere"):
        finetune(EXAMPLES, config, tmp_path / "out", lambda *_: None)


def test_an_evaluation_before_training_does_not_spoil_the_gradients(base: Path) -> None:
    """bitsandbytes packs its weights for a kernel without a backward pass (see finetune/loading.py)."""
    import torch

    from resumify.finetune.loading import load_in_four_bits

    model, tokenizer = load_in_four_bits(str(base))
    given = tokenizer(EXAMPLES[0].prompt.text, return_tensors="pt")
    model.eval()
    with torch.no_grad():
        model(input_ids=given["input_ids"])
    model.train()
    embedded = model.get_input_embeddings()(given["input_ids"]).detach().requires_grad_()
    model(inputs_embeds=embedded).logits.float().sum().backward()
    assert embedded.grad is not None
    assert bool(embedded.grad.abs().sum() > 0)


@pytest.mark.parametrize("name", ["train_small", "train_large"])
def test_a_shipped_configuration_tunes_a_chat_model_and_its_adapter_runs(name: str, tmp_path: Path) -> None:
    file = project_root() / "configs" / f"{name}.yaml"
    hub = load(train.Config, "train", file, {}).finetune
    assert hub.base.startswith("Qwen/Qwen3-")
    over = {"finetune.base": str(make_tiny_chat_base(tmp_path / "base")), "finetune.steps": 1}
    config = load(train.Config, "train", file, {**over, "finetune.preference.steps": 1}).finetune
    made = finetune(EXAMPLES, config, tmp_path / "adapter", lambda *_: None, PREFERENCES)
    assert made.steps == 2
    assert made.tokens > 2 * len(EXAMPLES) * 100
    assert len(LocalModel(tmp_path / "adapter").write([EXAMPLES[0].prompt])) == 1


def test_a_chat_model_is_told_and_shown_before_it_is_asked_and_begins_once(tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(make_tiny_chat_base(tmp_path))
    prompt = EXAMPLES[0].prompt
    tokens = tokenizer(shown_to(tokenizer, prompt))["input_ids"]
    assert tokens.count(tokenizer.bos_token_id) == 1
    shown = tokenizer.decode(tokens)
    assert TOLD in shown
    assert shown.endswith(f"<|im_start|>user\n{prompt.text}<|im_end|>\n<|im_start|>assistant\n")


def _be_killed(base: str, folder: str) -> None:
    """Tune until the fifth step; never come back."""

    def report(step: int, _: dict[str, float]) -> None:
        if step == 5:
            os.kill(os.getpid(), signal.SIGKILL)

    finetune(EXAMPLES, LONG.model_copy(update={"base": base}), Path(folder), report, PREFERENCES)


if __name__ == "__main__":
    _be_killed(*sys.argv[1:])
