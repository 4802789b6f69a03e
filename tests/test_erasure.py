"""Forgetting: every place that holds something of a person, emptied, with a receipt that a second look confirms."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bento.resumes import ResumeStore
from cli.erasure import erase
from resumify.bootstrap import open_documents, open_features, open_tailoring
from resumify.config import Settings, project_root
from resumify.crawl import Sessions
from resumify.intake import take_in
from resumify.read import read_json_resume
from resumify.tailor import Request
from streaming.run import drain
from tests.test_cli import ADA, POSTING


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of Ada's and Bob's with documents, facts, a saved login, a résumé and its trace each."""
    settings = Settings(RESUMIFY_HOME=tmp_path_factory.mktemp("erasure") / ".resumify")
    for profile in ("ada", "bob"):
        take_in(read_json_resume(ADA, profile), open_documents(settings))
        Sessions(settings.sessions, profile).save("https://site.example", profile, [{"name": "session", "value": "1"}])
    drain(settings)
    for profile in ("ada", "bob"):
        resume = open_tailoring(settings).tailor(Request(profile=profile, job=POSTING.read_text(encoding="utf-8")))
        ResumeStore(settings.resumes).put(resume)
    return settings.home


@pytest.fixture
def held(filled: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A copy of it, in which no pipeline ever ran."""
    shutil.copytree(filled, settings.home)
    monkeypatch.setenv("ZENML_CONFIG_PATH", str(settings.home / "zenml"))
    return settings


def test_a_person_is_erased_everywhere_and_a_second_time_there_is_nothing(held: Settings) -> None:
    receipt = erase("ada", held)
    assert receipt == {
        "documents": 14,
        "facts": 33,
        "saved logins": 1,
        "résumés": 1,
        "trace spans": 1,
        "API keys": 0,
        "pipeline runs": 0,
        "own artifacts": 0,
        "shared artifacts": 0,
    }
    assert set(erase("ada", held).values()) == {0}


def test_nobody_else_loses_anything(held: Settings) -> None:
    erase("ada", held)
    assert len(open_documents(held).of("bob")) == 14
    assert len(open_features(held).facts("bob")) == 33
    assert len(list(ResumeStore(held.resumes).of("bob"))) == 1
    assert Sessions(held.sessions, "bob").load("https://site.example", "bob")


def test_facts_whose_documents_are_lost_are_erased_too(held: Settings) -> None:
    for file in held.home.glob("documents.db*"):
        file.unlink()
    assert erase("ada", held)["facts"] == 33
    assert open_features(held).facts("ada") == []


EVE = {
    "basics": {"name": "Evelina Quistgaard", "email": "evelina@quistgaard.example", "phone": "+45 32 10 98 76"},
    "work": [
        {
            "name": "Havnefronten Skibsvaerft",
            "position": "Welding Supervisor",
            "startDate": "2018-02",
            "highlights": [
                "I was responsible for managing 14 welders on the slipway",
                "Was in charge of ordering electrodes for Havnefronten Skibsvaerft",
                "Mentoring of 6 apprentices in pipe welding",
            ],
        }
    ],
}
OF_EVE = (
    "evelina",
    "Quistgaard",
    "Havnefronten",
    "slipway",
    "electrodes",
    "32 10 98 76",
    "eve.signs.in@site.example",
)
"""Her profile's name, and words that stand nowhere but in her source and on her command lines."""


TYPED = """
import json, runpy, sys
for words in json.loads(sys.argv[1]):
    sys.argv = words
    try:
        runpy.run_module("run" if words[0] == "run.py" else "cli.main", run_name="__main__")
    except SystemExit as left:
        print("exit", left.code)
"""
"""Commands one after the other in one process, as `all` runs its pipelines."""


def test_no_word_of_a_forgotten_person_stands_in_any_file(used: Settings, tmp_path: Path) -> None:
    """She failed to come in, came in, became part of a dataset with another, had a résumé written; then the folder was
    moved, and she goes."""
    source, home = tmp_path / "eve.json", used.home
    source.write_text(json.dumps(EVE), encoding="utf-8")
    user = "eve.signs.in@site.example"
    both = [{"profile": "evelina", "source": str(source), "user": user}, {"profile": "ada", "source": str(ADA)}]
    tailor = ["resumify", "tailor", "--profile", "evelina", "--job", str(POSTING), "--format", "json"]
    forget = ["resumify", "forget", "--profile", "evelina"]
    came = [
        ["run.py", "--pipeline", "etl", "profile=evelina", "source=/quistgaard.json", f"user={user}"],
        ["run.py", "--pipeline", "etl", f"sources={json.dumps(both)}"],
        ["run.py", "--pipeline", "stream", "--drain"],
        ["run.py", "--pipeline", "dataset"],
        [*tailor, "--out", str(tmp_path / "out")],
    ]
    assert [line for line in _type(home, came) if line.startswith("exit")] == ["exit 2"]
    (begun,) = home.glob("zenml/local_stores/*/read/readings")
    (begun / "killed" / "on-the-way").mkdir(parents=True)
    (begun / "killed" / "on-the-way" / "data.json").write_text(json.dumps({"owner": "evelina", "text": "slipway"}))
    assert [text for text in OF_EVE if not _holding(home, text)] == []
    logs = [file for file in home.glob("zenml/local_stores/*/logs/*") if file.is_file()]
    assert logs
    for log in logs:  # as a library that quotes what it stumbles over would
        log.write_text(f"{log.read_text(encoding='utf-8')}\ncannot read 'slipway'", encoding="utf-8")

    (tmp_path / "moved").mkdir()
    home = home.rename(tmp_path / "moved" / home.name)
    receipt = "\n".join(_type(home, [forget]))
    assert {text: _holding(home, text) for text in OF_EVE} == {text: [] for text in OF_EVE}
    assert re.search(r"pipeline runs +3\n +own artifacts +0\n +shared artifacts +5\nShared artifacts", receipt)
    assert "evelina is forgotten; a second look found nothing." in receipt
    assert _type(home, [forget])[-1] == "exit 2"
    assert _holding(home, "Lindqvist")


def _type(home: Path, commands: Sequence[Sequence[str]]) -> list[str]:
    """What the commands print at a home, and how those ended that failed."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home.parent), "RESUMIFY_HOME": str(home)}
    command = [sys.executable, "-c", TYPED, json.dumps(commands)]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=project_root(),
        stdin=subprocess.DEVNULL,
    )
    return done.stdout.splitlines()


def _holding(folder: Path, text: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
