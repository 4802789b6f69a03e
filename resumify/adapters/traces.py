"""What was generated, as JSON Lines on this machine: one file per profile, one line per finished span.

The always-on tracer. A profile's name stands in its lines; e-mail addresses and telephone numbers never do.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import uuid4

_log = logging.getLogger(__name__)

Record = dict[str, Any]
Export = Callable[[Record], None]

_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w-])\+?\(?\d(?:[ ()/.-]{0,2}\d){8,}(?![\w-])")
_open: ContextVar[TraceSpan | None] = ContextVar("open span", default=None)


class TraceSpan:
    """Fulfils ports.Span: collects fields until the span ends."""

    def __init__(self, name: str, parent: TraceSpan | None, fields: Mapping[str, Any]) -> None:
        self.name = name
        self.id = uuid4().hex[:16]
        self.parent = parent.id if parent is not None else ""
        self._trace = parent.trace if parent is not None else uuid4().hex
        self.profile: str = str(fields.get("profile") or (parent.profile if parent is not None else ""))
        self.fields = {name: value for name, value in fields.items() if name != "profile"}

    @property
    def trace(self) -> str:
        return self._trace

    def log(self, **fields: Any) -> None:
        self.fields.update(fields)


class TraceLog:
    """Fulfils ports.Tracer over `folder`; each finished span also goes to `export`, which must not wait or raise."""

    def __init__(self, folder: Path, export: Export | None = None) -> None:
        self._folder = folder
        self._export = export

    @contextmanager
    def span(self, name: str, **fields: Any) -> Iterator[TraceSpan]:
        span = TraceSpan(name, _open.get(), fields)
        token, at, begun, error = _open.set(span), datetime.now(UTC), perf_counter(), ""
        try:
            yield span
        except BaseException as failure:
            error = type(failure).__name__
            raise
        finally:
            _open.reset(token)
            self._keep(span, at, perf_counter() - begun, error)

    def _keep(self, span: TraceSpan, at: datetime, took: float, error: str) -> None:
        try:
            record = _record(span, at, took, error)
            _append(_file(self._folder, span.profile), json.dumps(record, ensure_ascii=False))
            if self._export is not None:
                self._export(record)
        except (OSError, ValueError, TypeError, RecursionError) as failure:
            _log.warning("span %s of trace %s was not kept: %s", span.name, span.trace, type(failure).__name__)


def read_traces(folder: Path, profile: str) -> list[Record]:
    """The profile's spans, oldest first. A line that a crash cut off is passed over."""
    try:
        lines = _file(folder, profile).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return [record for line in lines if (record := _parsed(line)) is not None]


def erase_traces(folder: Path, profile: str) -> int:
    """Delete every span of the profile; return how many there were."""
    spans = len(read_traces(folder, profile))
    _file(folder, profile).unlink(missing_ok=True)
    return spans


def refused_lines(folder: Path, profiles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Text of a prompt -> what models answered to it that was refused when those people's résumés were made."""
    refused: dict[str, list[str]] = {}
    for profile in profiles:
        for attempt in (one for record in read_traces(folder, profile) for one in record.get("prompts") or ()):
            if attempt["verdict"] not in ("", "unchanged") and attempt["answer"] not in refused.get(
                attempt["prompt"], ()
            ):
                refused.setdefault(attempt["prompt"], []).append(attempt["answer"])
    return {prompt: tuple(answers) for prompt, answers in refused.items()}


def _record(span: TraceSpan, at: datetime, took: float, error: str) -> Record:
    return {
        "trace": span.trace,
        "span": span.id,
        "parent": span.parent,
        "name": span.name,
        "profile": span.profile,
        "at": at.isoformat(),
        "seconds": round(took, 6),
        "error": error,
        **{name: _plain(value) for name, value in span.fields.items()},
    }


def _plain(value: Any) -> Any:
    """The value in JSON's terms, without contact details."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return _CONTACT.sub("[contact]", str(value))


def _file(folder: Path, profile: str) -> Path:
    name = hashlib.sha256(profile.encode("utf-8", "surrogatepass")).hexdigest()[:32] if profile else "nobody"
    return folder / f"{name}.jsonl"


def _append(file: Path, line: str) -> None:
    """One write under a lock, on a line of its own also after one that a full disk cut off."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "rb+", buffering=0) as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        size = os.fstat(descriptor).st_size
        cut_off = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        log.write(b"\n" * cut_off + line.encode("utf-8", "replace") + b"\n")


def _parsed(line: str) -> Record | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
