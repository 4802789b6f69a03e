"""Bring ZenML up under `.resumify/` and apply a stack file, idempotently. Not for what a run does (configs/)."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from resumify.config import Settings, project_root
from resumify.errors import InvalidInput

if TYPE_CHECKING:
    from zenml.client import Client

_VARIABLE = re.compile(r"\$\{(\w+)(?::-([^}]*))?\}")


def activate(name: str, settings: Settings) -> None:
    """Make stacks/<name>.yaml the active stack; creates or updates its components.

    Raises InvalidInput when there is no such stack or it needs a variable that is not set.
    """
    spec = _load(name)
    client = _open_client(settings)
    components = {kind: _ensure_component(client, kind, part) for kind, part in spec["components"].items()}
    _ensure_stack(client, spec["name"], components)


def prepare_tracker(settings: Settings) -> None:
    """Let MLflow make its tables, where the active stack keeps them in a file that is not there yet."""
    from zenml.client import Client

    tracker = Client().active_stack.experiment_tracker
    if tracker is None or tracker.flavor != "mlflow":
        return
    uri = str(tracker.get_tracking_uri())
    with _alone(settings.home):
        if uri.startswith("sqlite:///"):
            _prepare_database(Path(uri.removeprefix("sqlite:///")), uri)


def _prepare_database(database: Path, uri: str) -> None:
    with _made_whole(database):
        if not database.exists():
            from mlflow.tracking import MlflowClient

            MlflowClient(tracking_uri=uri).search_experiments(max_results=1)


def _load(name: str) -> dict[str, Any]:
    folder = project_root() / "stacks"
    known = sorted(p.stem for p in folder.glob("*.yaml"))
    if name not in known:
        raise InvalidInput(f"There is no stack '{name}'.", f"Stacks in stacks/: {', '.join(known)}.")
    return _expand(yaml.safe_load((folder / f"{name}.yaml").read_text()), name)


def _expand(value: Any, stack: str) -> Any:
    """Replace ${NAME} and ${NAME:-default} by the environment's values."""
    if isinstance(value, dict):
        return {key: _expand(part, stack) for key, part in value.items()}
    if not isinstance(value, str):
        return value

    def lookup(found: re.Match[str]) -> str:
        given = os.environ.get(found[1], found[2])
        if given is None:
            raise InvalidInput(f"Stack '{stack}' needs the environment variable {found[1]}.", f"export {found[1]}=...")
        return given

    return _VARIABLE.sub(lookup, value)


def _open_client(settings: Settings) -> Client:
    """ZenML's client over its own folder; the first one creates the database, which only one process may do."""
    settings.home.mkdir(parents=True, exist_ok=True)
    folder = Path(os.environ["ZENML_CONFIG_PATH"])
    with _alone(settings.home), _made_whole(folder):
        _follow_moved_folder(folder)
        from zenml.client import Client
        from zenml.utils import source_utils

        source_utils.set_custom_source_root(str(project_root()))
        client = Client()
        client.active_stack_model  # noqa: B018 - touching it creates the store
        return client


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    with (home / ".zenml.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _made_whole(place: Path) -> Iterator[None]:
    """Make a new folder or file whole or not at all: ZenML and MLflow never open again what a kill or a full disk left
    half-made, and nothing has been kept in it. A mark beside it tells it from one that has been in use."""
    mark = place.with_name(f".{place.name}.half-made")
    if mark.exists():
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    if not place.exists():
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    yield
    mark.unlink(missing_ok=True)


def _follow_moved_folder(folder: Path) -> None:
    """ZenML's config and database hold absolute paths: where the folder was moved or copied, rewrite them to where it
    lies now."""
    config = folder / "config.yaml"
    if not config.exists():
        return
    text = config.read_text()
    stores = yaml.safe_load(text).get("store") or {}
    url = str(stores.get("url") or "")
    database = folder / "local_stores" / "default_zen_store" / "zenml.db"
    if url.startswith("sqlite:///") and url != f"sqlite:///{database}" and database.exists():
        old = url.removeprefix("sqlite:///").removesuffix("/local_stores/default_zen_store/zenml.db")
        with closing(sqlite3.connect(database)) as connection, connection:
            for table in ("artifact_version", "artifact_visualization", "logs"):
                connection.execute(f"UPDATE {table} SET uri = replace(uri, ?, ?)", (f"{old}/", f"{folder}/"))  # noqa: S608 - tables of ZenML, named in the loop
        config.write_text(text.replace(old, str(folder)))


def _ensure_component(client: Client, kind: str, part: dict[str, Any]) -> Any:
    from zenml.enums import StackComponentType

    type_ = StackComponentType(kind)
    wanted = {key: value for key, value in (part.get("configuration") or {}).items() if value != ""}
    try:
        found = client.get_stack_component(type_, part["name"], allow_name_prefix_match=False)
    except KeyError:
        return client.create_stack_component(
            name=part["name"], flavor=part["flavor"], component_type=type_, configuration=wanted
        ).id
    stale = {key: None for key in found.configuration if key not in wanted and key in (part.get("configuration") or {})}
    if stale or any(found.configuration.get(key) != value for key, value in wanted.items()):
        client.update_stack_component(found.id, type_, configuration={**stale, **wanted})
    return found.id


def _ensure_stack(client: Client, name: str, components: dict[str, Any]) -> None:
    from zenml.enums import StackComponentType

    wanted = {StackComponentType(kind): found for kind, found in components.items()}
    try:
        stack = client.get_stack(name, allow_name_prefix_match=False)
        if {kind: parts[0].id for kind, parts in stack.components.items()} != wanted:
            stack = client.update_stack(name, component_updates={kind: [id_] for kind, id_ in wanted.items()})
    except KeyError:
        stack = client.create_stack(name=name, components=wanted)
    if client.active_stack_model.id != stack.id:
        client.activate_stack(stack.id)
