"""Processes that begin at once: forks of one that has imported the heavy libraries, otherwise like any other.

Each has a session, an environment and an output of its own, and is killed as any process is. Not for tests of commands
as they are typed: those start an interpreter.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import TextIO

_FORKS = multiprocessing.get_context("forkserver")


@dataclass(frozen=True)
class Fork:
    """A process that runs, and what it prints."""

    process: ForkServerProcess
    printed: TextIO

    def send_signal(self, number: signal.Signals) -> None:
        """Send it, unless the process has ended."""
        assert self.process.pid is not None
        if self.process.exitcode is None:
            os.kill(self.process.pid, number)

    def wait(self, seconds: float | None = None) -> int | None:
        """Its exit code, as a shell's child has it: below zero where a signal ended it; None while it runs."""
        self.process.join(seconds)
        return self.process.exitcode


def prepare(*libraries: str) -> None:
    """Start the process that the others are forks of, in the environment as it is now; one for the whole run."""
    _FORKS.set_forkserver_preload(list(libraries))
    forkserver.ensure_running()


def start(work: Callable[..., None], *arguments: str, environment: Mapping[str, str]) -> Fork:
    """Call `work` in a process of its own, with this environment and no other."""
    reader, writer = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_begin, args=(work, arguments, dict(environment), writer))
    process.start()
    writer.close()
    return Fork(process, os.fdopen(os.dup(reader.fileno())))


def _begin(
    work: Callable[..., None], arguments: tuple[str, ...], environment: dict[str, str], writer: Connection
) -> None:
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    for output in (1, 2):
        os.dup2(writer.fileno(), output)
    writer.close()
    work(*arguments)
