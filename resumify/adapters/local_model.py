"""A model in a folder, run with transformers: a base model, or an adapter over one. Greedy, in batches."""

from __future__ import annotations

import json
import re
import threading
import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from resumify.config import project_root
from resumify.errors import ModelFault
from resumify.lexicon import PUNCTUATION
from resumify.models import Prompt

_BATCH = 32
_MOST_NEW = 80  # tokens of a line
_SPACE_BEFORE = re.compile(r"\s+(?=[,;:.!?)])")
_SPACE_AFTER = re.compile(r"(?<=\()\s+")


class LocalModel:
    """Fulfils ports.LanguageModel. Loaded when the first prompt comes; threads take turns.

    An adapter's base is the folder or hub id that its adapter_config.json names; a relative folder is looked for in
    the project, so that the project may be moved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn = threading.Lock()

    @property
    def name(self) -> str:
        return self._folder.name

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        """One line per prompt. Raises ModelFault where the files do not load or do not run."""
        with self._turn:
            try:
                model, tokenizer = self._loaded
                order = sorted(range(len(prompts)), key=lambda place: len(prompts[place].text))
                texts = [""] * len(prompts)
                for start in range(0, len(order), _BATCH):
                    places = order[start : start + _BATCH]
                    for place, text in zip(
                        places, _written(model, tokenizer, [prompts[p] for p in places]), strict=True
                    ):
                        texts[place] = text
                return texts
            except (OSError, ValueError, RuntimeError, KeyError) as error:
                raise ModelFault(f"The model in {self._folder} does not run: {error}") from error

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer
        from transformers.utils import logging as hub

        hub.disable_progress_bar()
        base = base_of(self._folder)
        tokenizer = AutoTokenizer.from_pretrained(base, padding_side="left")
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
        if (self._folder / "adapter_config.json").is_file():
            from peft import PeftModel

            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # peft on names that transformers gives up
                model = PeftModel.from_pretrained(model, str(self._folder)).merge_and_unload()
        if tokenizer.pad_token_id is None:
            tokenizer.pad_token = tokenizer.eos_token
        return model.to("cuda" if torch.cuda.is_available() else "cpu").eval(), tokenizer


def base_of(folder: Path) -> str:
    """The folder or hub id of the base model: the folder itself, or what its adapter_config.json names."""
    config = folder / "adapter_config.json"
    if not config.is_file():
        return str(folder)
    named = str(json.loads(config.read_text())["base_model_name_or_path"])
    inside = project_root() / named
    return str(inside) if inside.is_dir() else named


def _written(model: Any, tokenizer: Any, prompts: Sequence[Prompt]) -> list[str]:
    import torch

    told = [_Told(tokenizer, prompt) for prompt in prompts]
    given = tokenizer([prompt.text for prompt in prompts], return_tensors="pt", padding=True)
    given = {name: given[name].to(model.device) for name in ("input_ids", "attention_mask")}
    begins = given["input_ids"].shape[1]

    def held(ids: Any, scores: Any) -> Any:
        for row, one in enumerate(told):
            one.hold(ids[row, begins:].tolist(), scores[row])
        return scores

    with torch.inference_mode():
        out = model.generate(
            **given,
            logits_processor=[held],
            max_new_tokens=_MOST_NEW,
            do_sample=False,
            num_beams=1,
            pad_token_id=tokenizer.pad_token_id,
        )
    new = out[:, begins:]
    return [_as_typed(text) for text in tokenizer.batch_decode(new, skip_special_tokens=True)]


class _Told:
    """What one prompt lets a model write: each of its slots once and all of them, and the words that may stand around.

    Only for a tokenizer that has one token per slot and word, as our own; any other model is held to nothing here.
    """

    def __init__(self, tokenizer: Any, prompt: Prompt) -> None:
        known = tokenizer.get_vocab()
        self._end = tokenizer.eos_token_id
        self._slots = {known[slot.name] for slot in prompt.slots if slot.name in known}
        self._holds = bool(prompt.words) and len(self._slots) == len(prompt.slots) > 0
        self._open = {known[word] for word in (*prompt.words, *PUNCTUATION.split()) if word in known} | {self._end}

    def hold(self, written: Sequence[int], scores: Any) -> None:
        """Leave only what may come next; `scores` is changed in place."""
        if not self._holds or self._end in written:
            return
        left = self._slots.difference(written)
        allowed = sorted((self._open | left) - ({self._end} if left else set()))
        kept = scores[allowed].clone()
        scores.fill_(float("-inf"))
        scores[allowed] = kept


def _as_typed(text: str) -> str:
    """The first line of what was written, with spaces as they are typed."""
    first = text.strip().split("\n")[0]
    return _SPACE_AFTER.sub("", _SPACE_BEFORE.sub("", " ".join(first.split())))
