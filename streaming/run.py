"""Run the stream: until the changes are used up (`drain`), or until told to stop (`follow`)."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta

from resumify.bootstrap import open_changes, open_documents, open_embedder, open_features, open_log, open_publisher
from resumify.config import Settings
from resumify.errors import ResumifyError, StoreFault
from streaming.relay import relay
from streaming.source import ChangeSource
from streaming.steps import Steps, Tally

_log = logging.getLogger(__name__)

_EPOCH = timedelta(seconds=0.2)  # how often what was written is acknowledged
_BATCH = 256  # changes embedded together: enough to fill the embedder's batches with texts of like length
_PAUSE = 0.05  # s between two looks at the log
_RETRY = 1.0  # s until a lost broker is tried again


@dataclass(frozen=True)
class Drained:
    """What one run did: changes handled, facts written, chunks embedded, documents removed, dead letters."""

    changes: int
    facts: int
    embedded: int
    removed: int
    dead: int


def drain(settings: Settings) -> Drained:
    """Handle every change that is pending now and return the counts.

    Raises StoreFault where a store fails, and KeyboardInterrupt where a signal cut it short; what was not acknowledged
    then comes back.
    """
    tally, stop = Tally(), threading.Event()
    with _stopped_by_signals(stop):
        _refill(settings)
        if settings.rabbitmq_url is not None:
            _relay(settings, stop)
        _run(settings, tally, stop, drains=True)
        if stop.is_set():
            raise KeyboardInterrupt
    return Drained(**asdict(tally))


def follow(settings: Settings) -> Drained:
    """Handle changes as they come until SIGTERM or SIGINT; return what was done until then."""
    tally, stop = Tally(), threading.Event()
    with _stopped_by_signals(stop):
        _refill(settings)
        with _relaying(settings, stop):
            _run(settings, tally, stop, drains=False)
    return Drained(**asdict(tally))


def _run(settings: Settings, tally: Tally, stop: threading.Event, drains: bool) -> None:
    from bytewax.errors import BytewaxRuntimeError
    from bytewax.testing import run_main

    from streaming.flow import stream_flow

    steps = Steps(open_documents(settings), open_features(settings), open_embedder(settings), tally)
    with closing(open_changes(settings)) as queue:
        flow = stream_flow(ChangeSource(queue, stop, drains, _BATCH), steps)
        try:
            run_main(flow, epoch_interval=_EPOCH)
        except BytewaxRuntimeError as failure:
            raise _reason(failure) from None


def _reason(failure: Exception) -> BaseException:
    """What went wrong itself, out of the engine's chain of wrappers."""
    reason: BaseException = failure
    while reason.__cause__ is not None and not isinstance(reason, ResumifyError):
        reason = reason.__cause__
    return reason


def _refill(settings: Settings) -> None:
    """A feature store that was never written to, new or lost, gets every document."""
    if open_features(settings).is_blank():
        with closing(open_log(settings)) as log:
            log.replay()


def _relay(settings: Settings, stop: threading.Event) -> None:
    """Relay until the log is known to hold nothing more."""
    with closing(open_log(settings)) as log, closing(open_publisher(settings)) as publisher:
        while not stop.is_set() and log.pending() != 0:
            if not relay(log, publisher):
                stop.wait(_PAUSE)


@contextmanager
def _relaying(settings: Settings, stop: threading.Event) -> Iterator[None]:
    """Relay beside the flow where there is a broker. Whichever of the two ends first ends the other."""
    if settings.rabbitmq_url is None:
        yield
        return
    with ThreadPoolExecutor(1, "relay") as thread:
        relaying = thread.submit(_relay_until, settings, stop)
        relaying.add_done_callback(lambda _: stop.set())
        try:
            yield
        finally:
            stop.set()
        relaying.result()


def _relay_until(settings: Settings, stop: threading.Event) -> None:
    """Relay until told to stop; where log or broker fail, begin again from what was acknowledged."""
    while not stop.is_set():
        try:
            with closing(open_log(settings)) as log, closing(open_publisher(settings)) as publisher:
                while not stop.is_set():
                    if not relay(log, publisher):
                        stop.wait(_PAUSE)
        except StoreFault as fault:
            _log.warning("the relay lost a connection and tries again: %s", fault)
            stop.wait(_RETRY)


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT set `stop`, and a second one end the process at once, which loses nothing either.

    Signals belong to the main thread: in any other this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def told(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    signals = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, told) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
