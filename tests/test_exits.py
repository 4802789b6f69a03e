"""How commands end: one clear line, the contract's exit code, no traceback where the user can act."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.exits import exit_codes
from resumify.errors import InvalidInput, StoreFault, WrongPassword


def _code(error: BaseException) -> int:
    with pytest.raises(SystemExit) as ended, exit_codes():
        raise error
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _wrapped(inner: BaseException) -> RuntimeError:
    """As a framework wraps what a step raised."""
    try:
        raise RuntimeError("step failed") from inner
    except RuntimeError as outer:
        return outer


def test_what_the_user_can_mend_ends_with_two_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(InvalidInput("The file x is empty.", "Name another.")) == 2
    assert capsys.readouterr().err == "The file x is empty. Name another.\n"


def test_a_fault_of_ours_ends_with_one() -> None:
    assert _code(StoreFault("The database is locked.")) == 1


def test_an_error_inside_a_framework_s_wrapper_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(_wrapped(WrongPassword("The site refused the password."))) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_named_and_is_the_user_s_to_mend(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(_wrapped(OSError(number, "No space left on device"))) == 2
    assert capsys.readouterr().err.startswith("The disk is full")


def test_a_disk_that_fills_up_in_a_database_is_named_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also in one of a framework's, which no store of ours translates."""
    with closing(sqlite3.connect(tmp_path / "any.db", isolation_level=None)) as database:
        database.execute("PRAGMA max_page_count = 2")
        database.execute("CREATE TABLE words (word TEXT)")
        with pytest.raises(sqlite3.OperationalError) as full:
            database.execute("INSERT INTO words VALUES (?)", ("x" * 100_000,))
    assert _code(_wrapped(full.value)) == 2
    assert capsys.readouterr().err.startswith("The disk is full")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), _wrapped(KeyboardInterrupt())])
def test_ctrl_c_says_that_nothing_was_lost(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(error) == 130
    assert "kept" in capsys.readouterr().err


def test_the_unexpected_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(ZeroDivisionError("division by zero")) == 1
    assert "Traceback" in capsys.readouterr().err
