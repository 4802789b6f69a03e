"""A résumé while it is being written: its sections as they come, then the whole. A client that leaves ends the work."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from functools import partial
from threading import Event
from typing import Any

import anyio.to_thread
from anyio import CapacityLimiter

from bento.problems import problem_of
from resumify.errors import ResumifyError
from resumify.models import Resume
from resumify.tailor import Show

_log = logging.getLogger(__name__)

Make = Callable[[Show], Resume]
_LAST = None  # in the queue: nothing more will be shown


class Left(Exception):
    """Nobody waits for the résumé any more."""


class Writing:
    """One résumé in the making, in a thread of its own as soon as one of `desks` is free."""

    def __init__(self, make: Make, left: Event, desks: CapacityLimiter) -> None:
        self._left = left
        self._loop = asyncio.get_running_loop()
        self._shown: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._task = asyncio.create_task(anyio.to_thread.run_sync(partial(self._made, make), limiter=desks))
        self._task.add_done_callback(self._done)

    async def result(self) -> Resume:
        """The finished résumé. Raises what making it raised, Left where nobody waited."""
        return await self._task

    async def events(self) -> AsyncIterator[bytes]:
        """`section` for each section that is new or has changed since, then `resume`, or `error` in its stead.

        Raises what making it raised before there was anything to show.
        """
        told: dict[str, Any] = {}
        shown = await self._shown.get()
        if shown is _LAST:
            await self._task
        while shown is not _LAST:
            for section in (name for name in shown if shown[name] != told.get(name)):
                yield _event("section", json.dumps({"section": section, "content": shown[section]}))
            told, shown = shown, await self._shown.get()
        yield self._end()

    def _made(self, make: Make) -> Resume:
        self._stop_if_left()
        return make(self._show)

    def _show(self, resume: dict[str, Any]) -> None:
        self._stop_if_left()
        self._loop.call_soon_threadsafe(self._shown.put_nowait, resume)

    def _stop_if_left(self) -> None:
        if self._left.is_set():
            raise Left

    def _done(self, task: asyncio.Task[Resume]) -> None:
        fault = task.exception()
        if fault is not None and not isinstance(fault, ResumifyError | Left):
            _log.error("A résumé could not be written", exc_info=fault)
        self._shown.put_nowait(_LAST)

    def _end(self) -> bytes:
        fault = self._task.exception()
        if fault is None:
            return _event("resume", self._task.result().model_dump_json(by_alias=True))
        known = fault if isinstance(fault, ResumifyError) else ResumifyError("")
        return _event("error", bytes(problem_of(known).body).decode())


def _event(name: str, data: str) -> bytes:
    """One frame of a stream of server-sent events; JSON has no line ends of its own."""
    return f"event: {name}\ndata: {data}\n\n".encode()
