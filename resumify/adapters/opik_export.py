"""Finished spans to an Opik server, from a thread of its own: whoever tailors waits for neither SDK nor network.

Where to: OPIK_URL_OVERRIDE or OPIK_API_KEY (with OPIK_WORKSPACE), as the SDK itself reads them.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import cache
from typing import Any

_log = logging.getLogger(__name__)
_FLUSH = 2  # s, after which what the server has not taken is given up

_GIVEN = ("profile", "posting", "facts", "prompts", "wanted")
"""What went into a generation; figures and ids are metadata, the rest came out of it."""
_KNOWN = ("trace", "span", "parent", "name", "at", "seconds", "error", "model", "version", "prompt_version", "took")

_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opik")


def export(record: dict[str, Any]) -> None:
    """Send the record when its turn comes; also at the end of the process, which waits for it."""
    _worker.submit(_send, record).add_done_callback(_report)


def _send(record: dict[str, Any]) -> None:
    client, begun = _client(), datetime.fromisoformat(record["at"])
    client.trace(
        name=record["name"],
        start_time=begun,
        end_time=begun + timedelta(seconds=record["seconds"]),
        input={name: value for name, value in record.items() if name in _GIVEN},
        output={name: value for name, value in record.items() if name not in (*_GIVEN, *_KNOWN)},
        metadata={name: value for name, value in record.items() if name in _KNOWN},
        error_info={"exception_type": record["error"], "traceback": ""} if record["error"] else None,
        thread_id=record["trace"],
    )
    client.flush(timeout=_FLUSH)


@cache
def _client() -> Any:
    from opik import Opik

    return Opik(_show_misconfiguration_message=False)


def _report(done: Future[None]) -> None:
    if (failure := done.exception()) is not None:
        _log.warning("a span did not reach Opik: %s", type(failure).__name__)
