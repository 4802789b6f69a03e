"""What a run does: one typed config per pipeline, from its YAML file and key=value overrides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from resumify.config import project_root
from resumify.errors import InvalidInput

C = TypeVar("C", bound=BaseModel)


def load(kind: type[C], pipeline: str, file: Path | None, overrides: Mapping[str, Any]) -> C:
    """Read configs/<pipeline>.yaml (or `file`), put the overrides over it (dotted keys reach inside) and validate.

    Raises InvalidInput naming the file and the key.
    """
    path = file or project_root() / "configs" / f"{pipeline}.yaml"
    values = _read(path)
    for key, value in overrides.items():
        _put(values, key, value)
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        known = ", ".join(kind.model_fields)
        raise InvalidInput(
            f"Configuration of '{pipeline}', {place}: {first['msg']}.", f"Keys of {path.name}: {known}."
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        values = yaml.safe_load(path.read_text()) or {}
    except FileNotFoundError:
        raise InvalidInput(f"There is no configuration file {path}.", "See configs/ for those that ship.") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise InvalidInput(f"{path} cannot be read as YAML: {error}") from error
    if not isinstance(values, dict):
        raise InvalidInput(f"{path} must hold keys and values, found a {type(values).__name__}.")
    return values


def parse_overrides(arguments: Sequence[str]) -> dict[str, Any]:
    """Command-line words "finetune.steps=20" as keys and YAML values. Raises InvalidInput for any other word."""
    overrides: dict[str, Any] = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or not key:
            raise InvalidInput(f"'{argument}' is no override.", "Write key=value, for example finetune.steps=20.")
        try:
            overrides[key] = yaml.safe_load(value)
        except yaml.YAMLError:
            overrides[key] = value
    return overrides


def _put(values: dict[str, Any], key: str, value: Any) -> None:
    *path, last = key.split(".")
    for part in path:
        values = values.setdefault(part, {})
        if not isinstance(values, dict):
            raise InvalidInput(f"'{key}': {part} holds no keys of its own.")
    values[last] = value
