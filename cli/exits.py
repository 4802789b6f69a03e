"""How a command ends: one clear line and the contract's exit code, whatever happened inside."""

from __future__ import annotations

import contextlib
import errno
import logging
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from typing import NoReturn

import click

from resumify.config import Settings
from resumify.errors import ResumifyError, UserError

log = logging.getLogger(__name__)

_FULL = "The disk is full: free some space and run the same command again. What was stored is whole."
_DISK_TROUBLE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_LEAST_FREE = 1 << 20  # bytes without which no run gets far
USER_CAN_ACT, OUR_FAULT, STOPPED = 2, 1, 130


@contextlib.contextmanager
def exit_codes() -> Iterator[None]:
    """Turn errors into one line on standard error and exit: 2 the user can act, 1 our fault, 130 Ctrl-C."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        _leave("Stopped. What was written before is kept; the same command goes on from there.", STOPPED)
    except click.exceptions.Exit:
        raise
    except click.ClickException as mistyped:
        _leave(f"{mistyped.format_message()}{_help(mistyped)}", USER_CAN_ACT)
    except Exception as error:  # noqa: BLE001 - the border: nothing leaves as a bare traceback
        _explain(error)


def _help(mistyped: click.ClickException) -> str:
    context = getattr(mistyped, "ctx", None)
    is_help = isinstance(mistyped, click.exceptions.NoArgsIsHelpError)
    return f" See: {context.command_path} --help" if context is not None and not is_help else ""


def _explain(error: BaseException) -> NoReturn:
    ours = next((e for e in _causes(error) if isinstance(e, ResumifyError)), None)
    if any(isinstance(e, KeyboardInterrupt) for e in _causes(error)):
        _leave("Stopped. What was written before is kept; the same command goes on from there.", STOPPED)
    if any(_is_full_disk(e) for e in _causes(error)):
        _leave(_FULL if ours is None else f"{ours.message} {ours.hint}".strip(), USER_CAN_ACT)
    if ours is not None:
        _leave(f"{ours.message} {ours.hint}".strip(), USER_CAN_ACT if isinstance(ours, UserError) else OUR_FAULT)
    traceback.print_exception(error)
    _leave(f"Something went wrong that Resumify did not expect: {type(error).__name__}: {error}", OUR_FAULT)


def _is_full_disk(error: BaseException) -> bool:
    """SQLite reports it by its name only where it was writing; elsewhere the disk itself has to be looked at."""
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended codes say what it was doing
        return code == sqlite3.SQLITE_FULL or (code in _DISK_TROUBLE and _free() < _LEAST_FREE)
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def _free() -> int:
    home = Settings().home
    return shutil.disk_usage(home if home.exists() else home.parent).free if home.parent.exists() else _LEAST_FREE


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it was raised from: frameworks wrap what our steps raise."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _leave(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
