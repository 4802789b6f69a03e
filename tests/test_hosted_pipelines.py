"""dataset with a teacher, train with a judge, and the terminal where one refuses: the real commands through LiteLLM."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import dataset, train
from resumify.adapters.traces import read_traces
from resumify.config import Settings, project_root
from resumify.dataset import DatasetConfig
from resumify.editing.rules import edit
from resumify.finetune import FinetuneConfig
from resumify.slots import Cut
from tests.chat_server import KEY, ChatServer, Reply, chat_server
from tests.people import store_facts
from tests.tiny_model import make_tiny_base

PEOPLE = ("ada", "tom")
PERSONAL = re.compile(r"\d|@|Lindqvist|Brevio|Kajplats|Django", re.IGNORECASE)


def taught(question: str) -> Reply:
    """What a good teacher writes, but for one line that is made up and one that is nothing."""
    if question.startswith("{"):
        return Reply('{"grade": 9}' if json.loads(question)["line"] else "?")
    fact = question.split("\n")[0].removeprefix("Fact: ")
    if fact.startswith("Responsible"):
        return Reply("Single-handedly saved the company 4 million")
    return Reply("" if fact.startswith("Mentoring") else edit(Cut(fact, ())))


@pytest.fixture
def hosted(home: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("RESUMIFY_TEACHER", "openai/a-teacher")
    monkeypatch.setenv("RESUMIFY_JUDGE", "openai/b-judge")
    return Settings()


def point_to(chat: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in chat.environment.items():
        monkeypatch.setenv(name, value)


def test_a_teacher_answers_and_a_judge_grades_and_both_see_slots_alone(
    hosted: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store_facts(hosted, *PEOPLE)
    with chat_server(taught) as chat:
        point_to(chat, monkeypatch)
        dataset.run(DatasetConfig(), hosted, stack="local", cache=True)
        told = capsys.readouterr().out
        assert "teacher: openai/a-teacher" in told
        assert "refused: no answer" in told
        asked = len(chat.asked)
        config = FinetuneConfig(base=str(make_tiny_base(tmp_path / "base")), steps=1, batch=2, rank=2)
        train.run(train.Config(finetune=config), hosted, stack="local", cache=True)
    assert asked > 30
    assert "judge: openai/b-judge" in capsys.readouterr().out
    for question in chat.questions:
        shown = re.sub(r"\[[A-Z]+\d+\]", "", question)
        assert PERSONAL.search(shown) is None, shown
    (span,) = [record for record in read_traces(hosted.traces, "") if record["name"] == "teach"]
    assert (span["calls"], span["tokens_in"]) == (asked, 40 * asked)


def test_a_teacher_that_refuses_ends_dataset_with_one_line_and_calls_nobody_else(
    home: Settings, tmp_path: Path
) -> None:
    """Every address that the command connects to or looks up is noted by the interpreter itself."""
    store_facts(home, *PEOPLE)
    noted = tmp_path / "addresses"
    program = (
        "import runpy, sys\n"
        "log = open(sys.argv[1], 'a')\n"
        "def note(event, given):\n"
        "    if event == 'socket.connect' and isinstance(given[1], tuple): print(given[1][0], file=log, flush=True)\n"
        "    if event == 'socket.getaddrinfo': print(given[0], file=log, flush=True)\n"
        "sys.addaudithook(note)\n"
        "sys.argv = ['run.py', '--pipeline', 'dataset']\n"
        "runpy.run_path('run.py', run_name='__main__')\n"
    )
    with chat_server(lambda _: Reply("No.", 401)) as chat:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "RESUMIFY_HOME": str(home.home),
            "RESUMIFY_TEACHER": "openai/a-teacher",
            **chat.environment,
        }
        command = [sys.executable, "-c", program, str(noted)]
        done = subprocess.run(command, cwd=project_root(), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [
        "openai/a-teacher does not take the key (401). Look at RESUMIFY_TEACHER, the provider's key and address in the "
        "environment."
    ]
    assert done.stdout == ""
    assert f"Bearer {KEY}" in chat.keys
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert kept == []
    addresses = set(noted.read_text().split())
    assert "127.0.0.1" in addresses
    assert addresses <= {"127.0.0.1", "localhost", "::1"}
