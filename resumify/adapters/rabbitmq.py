"""RabbitMQ: the queue of changes and its dead letters, and the end that publishes to it.

Quorum queues, because they survive a lost node, and confirms with mandatory routing, because a publisher otherwise
cannot know. The broker never deduplicates: redelivery is normal, and every later step is idempotent.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from resumify.errors import InvalidInput, StoreFault
from resumify.models import Change, Delivery

if TYPE_CHECKING:
    from pika import URLParameters
    from pika.adapters.blocking_connection import BlockingChannel

QUEUE = "resumify.changes"
DEAD = "resumify.dead"
DEAD_EXCHANGE = "resumify.dlx"
_DELIVERIES = 1_000_000  # in effect no limit: a crash raises the count of all that was prefetched, good or bad, so that
# a low one (RabbitMQ 4 sets 20 by itself) buries good changes while a stream is restarted over a full disk
_HINT = "Check RABBITMQ_URL, and that the broker runs; unset RABBITMQ_URL to stream without one."


class RabbitPublisher:
    """Fulfils ports.ChangePublisher. Connects when first used, and once more when an idle connection was dropped."""

    def __init__(self, url: str) -> None:
        self._parameters = parameters_of(url)
        self._channel: BlockingChannel | None = None

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        import pika.exceptions

        for delivery in deliveries:
            assert delivery.change is not None
            try:
                self._publish(delivery.change)
            except (pika.exceptions.UnroutableError, pika.exceptions.NackError) as error:
                raise fault_of(self._parameters, error) from error
            except (pika.exceptions.AMQPError, OSError):
                self._again(delivery.change)

    def close(self) -> None:
        channel, self._channel = self._channel, None
        if channel is not None and channel.connection.is_open:
            channel.connection.close()

    def _again(self, change: Change) -> None:
        import pika.exceptions

        self._channel = None
        try:
            self._publish(change)
        except (pika.exceptions.AMQPError, OSError) as error:
            raise fault_of(self._parameters, error) from error

    def _publish(self, change: Change) -> None:
        if self._channel is None:
            self._channel = self._connect()
        send(self._channel, "", QUEUE, change.model_dump_json().encode(), {}, change.event_id)

    def _connect(self) -> BlockingChannel:
        import pika

        channel = pika.BlockingConnection(self._parameters).channel()
        declare(channel)
        channel.confirm_delivery()
        return channel


def declare(channel: BlockingChannel) -> None:
    """The queue, and where its dead letters go. Idempotent; fails where they exist in another shape.

    Of several streams one takes at a time and the others stand by: the changes of a document stay in order.
    """
    channel.exchange_declare(DEAD_EXCHANGE, "fanout", durable=True)
    channel.queue_declare(DEAD, durable=True, arguments={"x-queue-type": "quorum"})
    channel.queue_bind(DEAD, DEAD_EXCHANGE)
    arguments = {
        "x-queue-type": "quorum",
        "x-delivery-limit": _DELIVERIES,
        "x-dead-letter-exchange": DEAD_EXCHANGE,
        "x-single-active-consumer": True,
    }
    channel.queue_declare(QUEUE, durable=True, arguments=arguments)


def send(
    channel: BlockingChannel, exchange: str, queue: str, body: bytes, headers: dict[str, str], id_: str = ""
) -> bool:
    """Return True when the broker has confirmed and routed the message."""
    import pika

    properties = pika.BasicProperties(
        content_type="application/json", delivery_mode=2, message_id=id_ or None, headers=headers or None
    )
    channel.basic_publish(exchange, queue, body, properties, mandatory=True)
    return True


def parameters_of(url: str) -> URLParameters:
    import pika

    try:
        return pika.URLParameters(url)
    except (ValueError, TypeError) as error:
        raise InvalidInput(
            "RABBITMQ_URL is no AMQP address", "It looks like amqp://user:password@host:5672/"
        ) from error


def fault_of(parameters: URLParameters, error: Exception) -> StoreFault:
    """What went wrong, and where; never the address itself, which may hold a password."""
    place = f"{parameters.host}:{parameters.port}"
    return StoreFault(f"RabbitMQ at {place} failed: {type(error).__name__} {error}".rstrip(), _HINT)
