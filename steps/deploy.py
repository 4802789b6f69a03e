"""Steps of deploy: fetch the accepted model, build the Bento that serves it."""

from __future__ import annotations

from typing import Annotated

from zenml import log_metadata, step

from resumify.adapters.bento_archive import build_bento
from resumify.adapters.registry import IndexRegistry
from resumify.bootstrap import ACCEPTED, shipped_base
from resumify.config import Settings
from resumify.errors import NotFound
from resumify.models import ModelVersion


@step(enable_cache=False)
def fetch(name: str, tag: str) -> Annotated[ModelVersion, "model_version"]:
    """The registered model that holds the tag; the base as it ships while none is accepted."""
    model = IndexRegistry(Settings().registry).resolve(name, tag)
    if model is None and tag == ACCEPTED:
        return shipped_base()
    if model is None:
        raise NotFound(f"No version of the model {name} is {tag}.", "Train one: python run.py --pipeline train")
    return model


@step(enable_cache=False)
def build(model: ModelVersion, tag: str) -> Annotated[str, "bento"]:
    """The Bento's name; quick where nothing that is in it has changed."""
    name = build_bento(model, tag)
    log_metadata({"bento": name, "model": model.version, "base": model.base})
    return name
