"""What a tool of .venv leaves in the home folder when nobody has activated .venv: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from resumify.config import project_root


def test_bentoml_keeps_its_state_in_our_folder_and_reports_nothing(tmp_path: Path) -> None:
    """setup/install.sh put setup/bentoml.pth into .venv; bentoml itself would write to ~/bentoml."""
    home, ours = tmp_path / "home", tmp_path / "ours"
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "RESUMIFY_HOME": str(ours)}
    bentoml = Path(sys.executable).with_name("bentoml")
    done = subprocess.run([bentoml, "list"], cwd=project_root(), env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(home.rglob("*")) == []
    assert (ours / "bentoml" / "bentos").is_dir()


def test_our_own_commands_choose_the_place_themselves() -> None:
    """The file acts for bentoml alone: who sets RESUMIFY_HOME later, as the tests do, is not overruled."""
    program = "import os; print([name for name in os.environ if name.startswith('BENTOML')])"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
