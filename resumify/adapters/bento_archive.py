"""The Bento: code, the accepted model, the base model and the lock in one archive that serves by itself."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resumify.adapters.registry import IndexRegistry
from resumify.config import project_root
from resumify.errors import StoreFault
from resumify.models import ModelVersion

NAME = "resumify"
SERVICE = "bento.service:Resumify"
_PARTS = ("resumify", "bento", "base_model", "LICENSE")
_TORCH = "torch==2.13.0"  # not in the lock: it is installed first and alone


def build_bento(model: ModelVersion, tag: str) -> str:
    """Build the Bento that serves `model` under `tag`, and return its name, "resumify:<version>".

    The name derives from everything inside: building the same again only looks it up. Raises StoreFault when the disk
    does not let us.
    """
    with _stage() as stage:
        try:
            _gather(stage, model, tag)
        except OSError as error:
            raise StoreFault(
                f"The Bento could not be put together: {error.strerror}.", "Free some disk space."
            ) from error
        name = f"{NAME}:{model.version}-{_digest(stage)}"
        if _latest() != name:
            _build(stage, name)
    return name


@contextmanager
def _stage() -> Iterator[Path]:
    """An empty folder, for one process at a time; what a killed one left there or in BentoML's own goes away."""
    home = _home()
    home.mkdir(parents=True, exist_ok=True)
    with (home / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _clear(home)
        yield home / "stage"
        _clear(home)


def _clear(home: Path) -> None:
    for name in ("stage", "tmp"):
        shutil.rmtree(home / name, ignore_errors=True)
        (home / name).mkdir()


def _home() -> Path:
    return Path(os.environ["BENTOML_HOME"])


def _gather(stage: Path, model: ModelVersion, tag: str) -> None:
    for part in _PARTS:
        source = project_root() / part
        if source.is_dir():
            shutil.copytree(source, stage / part, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy2(source, stage / part)
    if Path(model.path) != project_root() / "base_model":  # which is in every Bento
        registry = IndexRegistry(stage / "registry")
        kept = registry.keep(model.name, model.version, Path(model.path))
        registry.register(model.model_copy(update={"path": str(kept), "tags": (tag,)}))
    (stage / "requirements.txt").write_text("\n".join([*_requirements(), ""]))


def _requirements() -> list[str]:
    """The lock's pins without their hashes: torch stands beside them without one."""
    lock = (project_root() / "requirements.lock").read_text()
    return [_TORCH, *re.findall(r"^([A-Za-z0-9][^\s\\]*==[^\\\n]*?)\s*\\?$", lock, re.MULTILINE)]


def _digest(stage: Path) -> str:
    found = hashlib.sha256()
    for file in sorted(path for path in stage.rglob("*") if path.is_file()):
        found.update(str(file.relative_to(stage)).encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _latest() -> str:
    """The name of the Bento that `resumify:latest` means, "" where there is none. BentoML writes it last: what it names
    is whole."""
    latest = _home() / "bentos" / NAME / "latest"
    return f"{NAME}:{latest.read_text()}" if latest.exists() else ""


def _build(stage: Path, name: str) -> None:
    """Build it anew, also where an older or a half-made one has the same name: the newest is what `latest` means."""
    import bentoml

    logging.getLogger("bentoml._internal.bento.bento").setLevel(logging.ERROR)  # the model may be larger than 10 MiB
    version = name.split(":")[1]
    shutil.rmtree(_home() / "bentos" / NAME / version, ignore_errors=True)
    (_home() / "bentos" / NAME / "latest").unlink(missing_ok=True)  # what a killed one wrote there may be no name
    with _our_own_modules():
        bentoml.bentos.build(
            SERVICE,
            name=NAME,
            version=version,
            include=["**"],
            python={"packages": _requirements(), "lock_packages": False},  # it reads no file below a hidden folder
            build_ctx=str(stage),
        )


@contextmanager
def _our_own_modules() -> Iterator[None]:
    """BentoML imports the service from the stage to learn its routes; afterwards this process has its own code back."""
    ours = {name: module for name, module in sys.modules.items() if name.split(".")[0] in ("resumify", "bento")}
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] in ("resumify", "bento")]:
            del sys.modules[name]
        sys.modules.update(ours)
