"""The resumify command as a person types it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import errno
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cli.main import main
from resumify.config import Settings, project_root

POSTING = project_root() / "demo" / "postings" / "software.txt"
ADA = project_root() / "demo" / "people" / "ada.json"


class Typed:
    """Types commands and remembers what was printed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words: str, given: str = "") -> tuple[int, str, str]:
        self._monkeypatch.setattr(sys, "argv", ["resumify", *words])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: Settings) -> Typed:
    """A terminal over the embedded stack in an empty folder."""
    return Typed(monkeypatch, capsys)


@pytest.fixture
def imported(typed: Typed) -> Typed:
    """The same, with Ada's profile in it."""
    assert typed("import", str(ADA), "--profile", "ada")[0] == 0
    return typed


def test_import_says_what_was_found_and_a_second_one_that_nothing_has_changed(typed: Typed) -> None:
    code, out, err = typed("import", str(ADA), "--profile", "ada")
    assert (code, err) == (0, "")
    assert "work" in out
    assert "14 new" in out
    code, out, err = typed("import", str(ADA), "--profile", "ada")
    assert (code, err) == (0, "")
    assert "nothing has changed" in out


def test_tailor_writes_every_format_and_a_result_that_knows_its_evidence(imported: Typed, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    formats = ("json", "pdf", "docx", "html", "md", "txt")
    code, printed, err = imported(
        "tailor", "--profile", "ada", "--job", str(POSTING), "--format", ",".join(formats), "--out", str(out)
    )
    assert (code, err) == (0, "")
    assert {file.name for file in out.iterdir()} == {"result.json", *(f"resume.{format_}" for format_ in formats)}
    result = json.loads((out / "result.json").read_text())
    highlights = [
        f"/work/{i}/highlights/{j}"
        for i, role in enumerate(result["resume"]["work"])
        for j in range(len(role["highlights"]))
    ]
    assert highlights
    assert set(highlights) <= set(result["evidence"])
    assert f"{result['match']['coverage']:.0%}" in printed


def test_without_an_accepted_model_the_base_writes_and_without_any_the_words_are_the_persons_own(
    imported: Typed, tmp_path: Path
) -> None:
    command = ("tailor", "--profile", "ada", "--job", str(POSTING), "--format", "txt", "--out", str(tmp_path))
    assert "Lines by the base model" in imported(*command)[1]
    printed = imported(*command, "--no-model")[1]
    assert "own words" in printed
    assert "base model" not in printed


def test_the_posting_may_come_from_standard_input(imported: Typed, tmp_path: Path) -> None:
    code, _, _ = imported(
        "tailor", "--profile", "ada", "--job", "-", "--format", "md", "--out", str(tmp_path), given=POSTING.read_text()
    )
    assert code == 0
    assert (tmp_path / "resume.md").read_text()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--profile", "bob"), "bob"),
        (("--job", "nowhere.txt"), "nowhere.txt"),
        (("--job", "/dev/null"), "empty"),
        (("--format", "doc"), "doc"),
        (("--pages", "3"), "--pages"),
        (("--model", "v9.9.9"), "v9.9.9"),
        (("--out", "/proc/nowhere"), "/proc/nowhere"),
        (("--nonsense",), "--nonsense"),
    ],
)
def test_what_the_person_can_mend_is_one_line_and_code_two(
    imported: Typed, tmp_path: Path, words: tuple[str, ...], named: str
) -> None:
    usual = {"--profile": "ada", "--job": str(POSTING), "--out": str(tmp_path / "out"), "--format": "txt"}
    given = {**usual, **dict([words])} if len(words) == 2 else usual
    extra = () if len(words) == 2 else words
    code, out, err = imported("tailor", *(word for pair in given.items() for word in pair), *extra)
    assert (code, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out" / "result.json").exists()


def test_an_absurd_posting_is_refused_by_name(imported: Typed, tmp_path: Path) -> None:
    code, _, err = imported("tailor", "--profile", "ada", "--job", "-", "--out", str(tmp_path), given="lorem ipsum")
    assert code == 2
    assert "posting" in err


def test_a_source_that_is_not_there_is_named_and_stores_nothing(typed: Typed, settings: Settings) -> None:
    code, _, err = typed("import", "nowhere.json", "--profile", "ada")
    assert code == 2
    assert "nowhere.json" in err
    assert not settings.database.exists()


def test_a_full_disk_leaves_the_older_files_whole(
    imported: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("tailor", "--profile", "ada", "--job", str(POSTING), "--format", "txt", "--out", str(tmp_path))
    assert imported(*command)[0] == 0
    before = (tmp_path / "result.json").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    code, _, err = imported(*command)
    assert code == 2
    assert "No space left" in err
    assert (tmp_path / "result.json").read_bytes() == before


def test_check_answers_line_by_line(typed: Typed) -> None:
    pairs = [("Cut costs by 35%.", "Cut costs by 35%."), ("Cut costs by 35%.", "Cut costs by 53%.")]
    given = "\n".join(json.dumps({"source": source, "line": line}) for source, line in pairs)
    code, out, _ = typed("check", "--line", given=given)
    answers = [json.loads(row) for row in out.splitlines()]
    assert code == 0
    assert [answer["ok"] for answer in answers] == [True, False]
    assert answers[1]["class"] == "number"


def test_check_names_the_line_that_it_cannot_read(typed: Typed) -> None:
    code, _, err = typed("check", "--line", given='{"source": "a", "line": "a"}\nnonsense\n')
    assert code == 2
    assert "Line 2" in err


def test_help_comes_at_once() -> None:
    """Heavy libraries are imported by the command that needs them."""
    heavy = ["zenml", "torch", "bentoml", "bytewax", "numpy"]
    code = f"import sys, cli.main; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project_root())
    assert found.stdout.strip() == "[]"


def test_traces_say_what_was_generated_and_how_to_reach_nobody(imported: Typed, tmp_path: Path) -> None:
    assert imported("traces", "--profile", "ada")[0] == 2
    imported("tailor", "--profile", "ada", "--job", str(POSTING), "--format", "json", "--out", str(tmp_path))
    code, out, _ = imported("traces", "--profile", "ada")
    assert code == 0
    assert re.search(r"tailor +[0-9.]+ s; by base; shows \d+% of \d+ requirements; \d+ lines written", out)
    whole = imported("traces", "--profile", "ada", "--json", "--last", "1")[1]
    assert json.loads(whole)["prompts"]
    assert "ada@lindqvist.example" not in whole
