"""Carry changes from the document store's own log to a broker. Decides nothing about them."""

from __future__ import annotations

from resumify.ports import ChangePublisher, ChangeQueue


def relay(log: ChangeQueue, publisher: ChangePublisher, limit: int = 256) -> int:
    """Publish what is waiting in `log`, at most `limit` at a time, and return how many changes that were.

    Acknowledged is only what the broker has confirmed: a crash in between publishes again, under the same event id.
    """
    relayed = 0
    while deliveries := log.receive(limit):
        for delivery in deliveries:
            if delivery.change is None:
                log.reject(delivery, delivery.error)
        readable = [delivery for delivery in deliveries if delivery.change is not None]
        publisher.publish(readable)
        log.ack(deliveries[-1])
        relayed += len(readable)
    return relayed
