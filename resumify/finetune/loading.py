"""A base model in four bits, on CPU or CUDA, ready to be trained over. Trains nothing."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from resumify.config import project_root
from resumify.errors import ModelFault


def locate(base: str) -> str:
    """The folder of a base model that lies in the project, else the name as it is."""
    inside = project_root() / base
    return str(inside) if inside.is_dir() else base


def load_in_four_bits(base: str) -> tuple[Any, Any]:
    """The model and its tokenizer: NF4 with double quantisation; computes in bfloat16. Raises ModelFault where it does
    not load."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    quantised = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    where = {"device_map": {"": 0}} if torch.cuda.is_available() else {}
    place = locate(base)
    try:
        tokenizer = AutoTokenizer.from_pretrained(place)
        model = AutoModelForCausalLM.from_pretrained(
            place, quantization_config=quantised, dtype=torch.bfloat16, **where
        )
    except (OSError, ValueError) as error:
        raise ModelFault(f"The base model {base} does not load: {error}") from error
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


@contextmanager
def without_chatter() -> Iterator[None]:
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
