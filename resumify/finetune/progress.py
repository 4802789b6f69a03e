"""How a training goes: one bar with the time left, and each step's figures for whoever asks. Changes nothing."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from typing import Any

Report = Callable[[int, dict[str, float]], None]

_BAR = "{desc}: {percentage:3.0f} %|{bar}| {n_fmt}/{total_fmt} steps, {remaining} left{postfix}"
_TOLD = {"loss": "loss", "learning_rate": "learning_rate", "rewards/accuracies": "preferred"}
"""The trainers' names for figures -> ours."""


def reporting(report: Report, title: str, done: int = 0) -> Any:
    """A callback for a trainer: a bar called `title`, and `report` with the number of steps (`done` before these were)
    and the figures of each, tokens per second and peak memory among them."""
    from transformers import TrainerCallback

    class Reporting(TrainerCallback):
        _bar: Any = None

        def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
            from tqdm import tqdm

            self._bar = tqdm(
                desc=title, total=state.max_steps, initial=state.global_step, bar_format=_BAR, dynamic_ncols=True
            )
            self._tokens, self._at = 0, time.monotonic()

        def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **_: Any) -> None:  # noqa: ARG002
            if not logs or "loss" not in logs:
                return
            figures = {ours: float(logs[theirs]) for theirs, ours in _TOLD.items() if theirs in logs}
            now, tokens = time.monotonic(), int(logs.get("num_tokens", 0))
            figures |= {"tokens_per_s": (tokens - self._tokens) / (now - self._at), "memory_mib": float(peak_memory())}
            self._tokens = tokens
            self._bar.set_postfix_str(
                f"loss {figures['loss']:.3f}, {figures['tokens_per_s']:,.0f} tokens/s, {peak_memory():,} MiB", False
            )
            self._bar.update()
            report(done + int(state.global_step), figures)
            self._at = time.monotonic()

        def on_train_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
            self.close()

        def close(self) -> None:
            """End the bar, also of a training that was stopped."""
            if self._bar is not None:
                self._bar.close()

    return Reporting()


def peak_memory() -> int:
    """MiB that this process, or on a GPU its tensors, have held at most."""
    import torch

    if torch.cuda.is_available():
        return int(torch.cuda.max_memory_allocated() // 2**20)
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def tokens_seen(history: Sequence[dict[str, Any]]) -> int:
    """Tokens over a trainer's history; its own count begins anew where a killed training was taken up again."""
    total = last = 0
    for row in history:
        if "num_tokens" in row:
            count = int(row["num_tokens"])
            total += count - last if count >= last else count
            last = count
    return total
