"""Steps of deploy: fetch the accepted model, build the Bento that serves it."""

from __future__ import annotations

from typing import Annotated

from zenml import step

from resumify.bootstrap import open_registry
from resumify.config import Settings
from resumify.errors import NotFound
from resumify.models import ModelVersion


@step(enable_cache=False)
def fetch(name: str, tag: str) -> Annotated[ModelVersion, "model_version"]:
    """The registered model that holds the tag."""
    model = open_registry(Settings()).resolve(name, tag)
    if model is None:
        raise NotFound(f"No version of model {name} is tagged {tag}.", "Train one: python run.py --pipeline train")
    return model
