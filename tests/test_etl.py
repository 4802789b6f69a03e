"""The etl pipeline as an operator types it: what it writes, its exit codes, and one clear line for bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from demo.site import person
from pipelines.etl import Config
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.config import Settings, project_root


def type_etl(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "run.py", "--pipeline", "etl", *words],
        cwd=project_root(),
        env={**os.environ, "RESUMIFY_HOME": str(settings.home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_source_on_the_command_line_is_a_list_of_one() -> None:
    config = Config.model_validate({"profile": "me", "source": "resume.json", "sources": []})
    assert [(source.profile, source.source, source.user) for source in config.sources] == [("me", "resume.json", None)]


def test_a_failing_source_does_not_lose_what_the_others_hold(used: Settings, tmp_path: Path) -> None:
    """Exit 2 and a line for the one that failed; the next run, with all of them well, finds the rest unchanged."""
    good = tmp_path / "ada.json"
    good.write_text(json.dumps(person("ada")), encoding="utf-8")
    sources = [
        {"profile": "nobody", "source": str(tmp_path / "none.json")},
        {"profile": "ada", "source": str(good)},
    ]
    done = type_etl(used, f"sources={json.dumps(sources)}")
    assert done.returncode == 2, done.stderr
    assert f"nobody: There is no file {tmp_path / 'none.json'}" in done.stderr
    assert "Traceback" not in done.stderr
    stored = SqliteDocuments(used.database).of("ada")
    assert len([document for document in stored if document.section == "work"]) == len(person("ada")["work"])
    again = type_etl(used, "profile=ada", f"source={good}")
    assert again.returncode == 0, again.stderr
    assert f"ada: 0 new, 0 changed, 0 gone, {len(stored)} unchanged" in again.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("profile=../ada", "source=ada.json"), "cannot name a profile"),
        (("profile=ada", "source=ada.json", "speed=9"), "etl"),
        (("nonsense",), "is no override"),
    ],
)
def test_what_is_mistyped_ends_with_one_line_before_anything_starts(
    settings: Settings, words: tuple[str, ...], told: str
) -> None:
    done = type_etl(settings, *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not settings.database.exists()
