"""RabbitMQ's queue as the stream takes from it: acknowledged when written, with heartbeats that never wait for a batch.

pika's connection lives in a thread of its own; every other thread only hands it things to do.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from resumify.adapters.rabbitmq import DEAD_EXCHANGE, QUEUE, declare, fault_of, parameters_of, send
from resumify.errors import StoreFault
from resumify.models import Change, Delivery

if TYPE_CHECKING:
    from pika import BlockingConnection
    from pika.adapters.blocking_connection import BlockingChannel

_PREFETCH = 1000  # bounds what one epoch of the stream may hold: rate = prefetch / epoch
_PATIENCE = 60.0  # s without a connection until a consumer gives up
_REPLY = 10.0  # s for the broker to answer a question
_LONGEST_REASON = 1000  # characters; a header travels in one frame

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class RabbitChanges:
    """Fulfils ports.ChangeQueue. A token is (connection, delivery tag): tags mean nothing on the next connection.

    A lost connection is made again; what was not acknowledged on it comes back on the new one.
    """

    def __init__(self, url: str) -> None:
        self._parameters = parameters_of(url)
        self._lock = threading.Lock()
        self._arrived: deque[tuple[int, int]] = deque()
        self._unacked: dict[tuple[int, int], bytes] = {}
        self._generation = 0
        self._connection: BlockingConnection | None = None
        self._channel: BlockingChannel | None = None
        self._fault: StoreFault | None = None
        self._ready = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def receive(self, limit: int) -> Sequence[Delivery]:
        self._start()
        with self._lock:
            tokens = [self._arrived.popleft() for _ in range(min(limit, len(self._arrived)))]
            return [_delivery(token, self._unacked[token]) for token in tokens]

    def ack(self, last: Delivery) -> None:
        with self._lock:
            generation, tag = last.token
            if generation != self._generation:
                return
            for token in [token for token in self._unacked if token[1] <= tag]:
                del self._unacked[token]
        self._later(lambda channel: channel.basic_ack(tag, multiple=True), generation)

    def reject(self, delivery: Delivery, reason: str) -> None:
        with self._lock:
            body = self._unacked.get(delivery.token)
        if body is None:
            return  # the connection it came on is gone: it will come back
        headers = {"x-reason": reason[:_LONGEST_REASON]}
        if self._ask(lambda channel: send(channel, DEAD_EXCHANGE, "", body, headers)) is None:
            raise fault_of(self._parameters, TimeoutError("a dead letter was not confirmed"))

    def pending(self) -> int | None:
        self._start()
        # Asked twice: what was on its way to us at the first answer has arrived before the second
        if self._ask(_ready_messages) is None or (ready := self._ask(_ready_messages)) is None:
            return None
        with self._lock:
            return ready + len(self._unacked)

    def close(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._ask(self._stop)
            self._stopping.set()
            self._thread.join(_REPLY)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._consume, name="rabbitmq", daemon=True)
            self._thread.start()
            self._ready.wait()
        if self._fault is not None or not (self._thread.is_alive() or self._stopping.is_set()):
            raise self._fault or fault_of(self._parameters, ConnectionError("the consumer ended"))

    def _consume(self) -> None:
        """The thread: connect, hand over what arrives, connect again; give up after a while without a connection."""
        import pika.exceptions

        lost, pause = time.monotonic(), 0.1
        while not self._stopping.is_set():
            try:
                connection = self._connect()
                while not self._stopping.is_set():
                    connection.process_data_events(time_limit=1)
                    lost, pause = time.monotonic(), 0.1
                connection.close()
            except (pika.exceptions.AMQPError, OSError) as error:
                if not self._ready.is_set() or time.monotonic() - lost > _PATIENCE:
                    self._fault = fault_of(self._parameters, error)
                    self._ready.set()
                    return
                _log.warning("RabbitMQ: connection lost (%s), trying again in %.1f s", type(error).__name__, pause)
                self._stopping.wait(pause)
                pause = min(2 * pause, 5.0)

    def _connect(self) -> BlockingConnection:
        import pika

        connection = pika.BlockingConnection(self._parameters)
        channel = connection.channel()
        declare(channel)
        channel.confirm_delivery()
        channel.basic_qos(prefetch_count=_PREFETCH)
        with self._lock:
            self._generation += 1
            self._arrived.clear()
            self._unacked.clear()
            self._connection, self._channel = connection, channel
        channel.basic_consume(QUEUE, self._arrive)
        self._ready.set()
        return connection

    def _arrive(self, _channel: Any, method: Any, _properties: Any, body: bytes) -> None:
        with self._lock:
            token = (self._generation, method.delivery_tag)
            self._unacked[token] = body
            self._arrived.append(token)

    def _later(self, act: Callable[[BlockingChannel], Any], generation: int) -> bool:
        """Let the thread act on the channel; False where the connection is lost, so that the broker redelivers."""
        import pika.exceptions

        def run() -> None:
            if generation == self._generation and self._channel is not None and self._channel.is_open:
                act(self._channel)

        try:
            if self._connection is not None:
                self._connection.add_callback_threadsafe(run)
                return True
        except pika.exceptions.AMQPError:
            _log.debug("RabbitMQ: not connected")
        return False

    def _stop(self, _channel: BlockingChannel) -> bool:
        """Asked for, it comes after every acknowledgement."""
        self._stopping.set()
        return True

    def _ask(self, act: Callable[[BlockingChannel], _T]) -> _T | None:
        """What the thread gets for an answer; None where there is no connection to ask."""
        answer: Future[_T] = Future()

        def run(channel: BlockingChannel) -> None:
            try:
                answer.set_result(act(channel))
            except BaseException as error:
                answer.set_exception(error)
                raise

        return _answer(answer, lambda: self._later(run, self._generation))


def _answer(answer: Future[_T], ask: Callable[[], bool]) -> _T | None:
    import pika.exceptions

    if not ask():
        return None
    try:
        return answer.result(_REPLY)
    except (TimeoutError, pika.exceptions.AMQPError):
        return None


def _ready_messages(channel: BlockingChannel) -> int:
    count: int = channel.queue_declare(QUEUE, passive=True).method.message_count
    return count


def _delivery(token: tuple[int, int], body: bytes) -> Delivery:
    try:
        return Delivery(token=token, change=Change.model_validate_json(body))
    except ValidationError as error:
        return Delivery(token=token, change=None, error=f"the message is no change: {error.error_count()} errors")
