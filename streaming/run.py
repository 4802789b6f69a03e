"""Run the stream: until the changes are used up (`drain`), or until told to stop (`follow`)."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
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
    """Handle every pending change and return the counts.

    Raises StoreFault where a store fails, and KeyboardInterrupt where a signal cut it short; what was not acknowledged
    then comes back.
    """
    tally, stop = Tally(), threading.Event()
    with _stopped_by_signals(stop):
        _refill(settings)
        while True:
            _relay(settings)
            _run(settings, tally, stop, drains=True)
            if stop.is_set():
                raise KeyboardInterrupt
            if settings.rabbitmq_url is None or _is_relayed(settings):
                return Drained(**asdict(tally))


def follow(settings: Settings) -> Drained:
    """Handle changes as they come until SIGTERM or SIGINT; return what was done until then."""
    tally, stop = Tally(), threading.Event()
    with _stopped_by_signals(stop):
        _refill(settings)
        carrier = threading.Thread(target=_relay_until, args=(settings, stop), name="relay")
        if settings.rabbitmq_url is not None:
            carrier.start()
        try:
            _run(settings, tally, stop, drains=False)
        finally:
            stop.set()
            if carrier.ident is not None:
                carrier.join()
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


def _relay(settings: Settings) -> None:
    if settings.rabbitmq_url is not None:
        with closing(open_log(settings)) as log, closing(open_publisher(settings)) as publisher:
            relay(log, publisher)


def _is_relayed(settings: Settings) -> bool:
    with closing(open_log(settings)) as log:
        return log.pending() == 0


def _relay_until(settings: Settings, stop: threading.Event) -> None:
    """Relay until told to stop; where log or broker fail, begin again from what was acknowledged."""
    while not stop.is_set():
        try:
            with closing(open_log(settings)) as log, closing(open_publisher(settings)) as publisher:
                while not stop.wait(_PAUSE):
                    relay(log, publisher)
        except StoreFault as fault:
            _log.warning("the relay lost a connection and tries again: %s", fault)
            stop.wait(_RETRY)


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT set `stop`, where we may: signals belong to the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda *_: stop.set()) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
