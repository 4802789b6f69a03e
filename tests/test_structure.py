"""The house keeps its shape: the README's tree, who imports whom, what importing does, what the lock holds."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from resumify.config import QUIET, Settings, prepare_environment, project_root

ROOT = project_root()
ROOMS = ("benchmarks", "bento", "cli", "demo", "pipelines", "resumify", "setup", "steps", "streaming", "tests", "run")
HEAVY = (  # what takes seconds to import, or opens something when it is
    "bentoml",
    "bitsandbytes",
    "bytewax",
    "datasets",
    "litellm",
    "mlflow",
    "opik",
    "peft",
    "pika",
    "pymongo",
    "qdrant_client",
    "selenium",
    "sentence_transformers",
    "torch",
    "transformers",
    "trl",
    "typst",
    "zenml",
)
PHONING = {  # what each library asks for to keep to itself
    "BENTOML_DO_NOT_TRACK",
    "DO_NOT_TRACK",
    "HF_HUB_DISABLE_TELEMETRY",
    "LITELLM_LOCAL_MODEL_COST_MAP",
    "MLFLOW_DISABLE_TELEMETRY",
    "OPIK_ANALYTICS_ENABLE",
    "OPIK_ENABLE_LITELLM_MODELS_MONITORING",
    "OPIK_SENTRY_ENABLE",
    "SE_AVOID_STATS",
    "ZENML_ANALYTICS_OPT_IN",
    "ZENML_AUTO_OPEN_DASHBOARD",
    "ZENML_DISABLE_INTERACTIVE_INPUT",
}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def sources() -> list[Path]:
    """Every Python file of the project."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    assert len(files) > 100
    return [ROOT / "run.py", *files]


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names: set[str] = set()
    for node in tree:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def locked() -> set[str]:
    """The names of the packages in the lock, and torch, which is installed before it."""
    names = re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert len(names) > 100
    return {_normal(name) for name in (*names, "torch")}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_tree_in_the_readme_is_current() -> None:
    assert run(sys.executable, "setup/tree.py", "--check").returncode == 0, "run `make tree`"


def test_the_import_contracts_hold_and_have_looked_at_the_whole_house() -> None:
    linter = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert linter.returncode == 0, linter.stdout
    seen = re.search(r"Analyzed (\d+) files", linter.stdout)
    assert seen is not None
    assert int(seen[1]) > 80
    assert " 0 broken" in linter.stdout


def test_everything_that_is_imported_stands_in_the_lock() -> None:
    makers = packages_distributions()
    outside = {name for path in sources() for name in imported(path)} - set(ROOMS) - sys.stdlib_module_names
    assert len(outside) > 30
    known = locked()
    missing = {name for name in outside if not {_normal(made) for made in makers.get(name, [])} & known}
    assert missing == set()


def test_everything_that_is_asked_for_stands_in_the_lock() -> None:
    lines = (ROOT / "requirements.in").read_text().splitlines()
    wanted = {_normal(re.split(r"[\[=<>]", line)[0]) for line in lines if line and not line.startswith("#")}
    assert len(wanted) > 40
    assert wanted <= locked()


def test_importing_any_room_of_the_domain_opens_nothing_and_loads_nothing_heavy(tmp_path: Path) -> None:
    files = [path.relative_to(ROOT) for path in sources() if path.is_relative_to(ROOT / "resumify")]
    modules = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files]
    light = [name for name in modules if not name.startswith("resumify.adapters")]
    assert len(light) > 40
    script = f"""
import socket, sys, importlib
def refuse(*_, **__): raise AssertionError("importing opened a connection")
socket.socket.connect = refuse
for name in {light!r}: importlib.import_module(name)
print(sorted(set(sys.modules) & set({HEAVY!r})))
"""
    done = run(sys.executable, "-c", script, HOME=str(tmp_path), RESUMIFY_HOME=str(tmp_path / "state"))
    assert (done.stdout, done.stderr) == ("[]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_no_library_phones_home_or_waits_for_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in QUIET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RESUMIFY_HOME", str(tmp_path))
    prepare_environment(Settings())
    assert {name: os.environ.get(name) for name in QUIET} == QUIET
    assert set(QUIET) >= PHONING
    assert "BYTEWAX_DATAFLOW_API_ENABLED" not in os.environ


def test_an_import_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    home, state = tmp_path / "home", tmp_path / "state"
    home.mkdir()
    command = (sys.executable, "-m", "cli.main", "import", str(ROOT / "demo" / "people" / "ada.json"))
    done = run(*command, "--profile", "ada", HOME=str(home), RESUMIFY_HOME=str(state))
    assert done.returncode == 0, done.stderr
    assert list(home.iterdir()) == []
    assert (state / "features.db").exists()
