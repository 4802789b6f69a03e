"""Forgetting: every place that holds something of a person, emptied, with a receipt that a second look confirms."""

from __future__ import annotations

import os
import subprocess
import sys
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


@pytest.fixture
def held(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Ada and Bob with documents, facts, a saved login, a résumé and its trace each; no pipeline ever ran."""
    monkeypatch.setitem(os.environ, "ZENML_CONFIG_PATH", str(settings.home / "zenml"))
    for profile in ("ada", "bob"):
        take_in(read_json_resume(ADA, profile), open_documents(settings))
        Sessions(settings.sessions, profile).save("https://site.example", profile, [{"name": "session", "value": "1"}])
    drain(settings)
    for profile in ("ada", "bob"):
        resume = open_tailoring(settings).tailor(Request(profile=profile, job=POSTING.read_text(encoding="utf-8")))
        ResumeStore(settings.resumes).put(resume)
    return settings


def test_a_person_is_erased_everywhere_and_a_second_time_there_is_nothing(held: Settings) -> None:
    receipt = erase("ada", held)
    assert receipt == {
        "documents": 14,
        "facts": 33,
        "saved logins": 1,
        "résumés": 1,
        "trace spans": 1,
        "pipeline artifacts": 0,
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


def test_what_a_pipeline_kept_is_erased_down_to_the_bytes(tmp_path: Path) -> None:
    home, profile = tmp_path / "home", "adelaide"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "RESUMIFY_HOME": str(home)}

    def type_(*words: str) -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True, env=environment, cwd=project_root())

    type_("run.py", "--pipeline", "etl", f"profile={profile}", f"source={ADA}", "user=signs.in@site.example")
    type_("run.py", "--pipeline", "stream", "--drain")
    kept = home / "zenml"
    assert all(_holding(kept, text) for text in (profile, "Lindqvist", "signs.in@site.example"))
    type_("-m", "cli.main", "forget", "--profile", profile)
    assert not any(_holding(kept, text) for text in (profile, "Lindqvist", "signs.in@site.example"))


def _holding(folder: Path, text: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
