"""How commands end: one clear line, the contract's exit code, no traceback where the user can act."""

from __future__ import annotations

import errno

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


def test_a_full_disk_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(_wrapped(OSError(errno.ENOSPC, "No space left on device"))) == 1
    assert capsys.readouterr().err.startswith("The disk is full")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), _wrapped(KeyboardInterrupt())])
def test_ctrl_c_says_that_nothing_was_lost(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(error) == 130
    assert "kept" in capsys.readouterr().err


def test_the_unexpected_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(ZeroDivisionError("division by zero")) == 1
    assert "Traceback" in capsys.readouterr().err
