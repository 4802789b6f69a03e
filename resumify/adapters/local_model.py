"""A model in a folder, loaded with transformers: a base model, or an adapter over one."""

from __future__ import annotations

import json
import threading
import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from resumify.adapters.decoding import decode
from resumify.config import project_root
from resumify.errors import ModelFault
from resumify.models import Prompt
from resumify.prompts import shown_to

_BATCH = 32


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
                    shown = [_shown(tokenizer, prompts[place]) for place in places]
                    written = decode(model, tokenizer, shown)
                    for place, text in zip(places, written, strict=True):
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


def _shown(tokenizer: Any, prompt: Prompt) -> Prompt:
    return prompt.model_copy(update={"text": shown_to(tokenizer, prompt)})


def base_of(folder: Path) -> str:
    """The folder or hub id of the base model: the folder itself, or what its adapter_config.json names."""
    config = folder / "adapter_config.json"
    if not config.is_file():
        return str(folder)
    named = str(json.loads(config.read_text())["base_model_name_or_path"])
    inside = project_root() / named
    return str(inside) if inside.is_dir() else named
