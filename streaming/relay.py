"""Carry changes from the document store's own log to a broker. Decides nothing about them."""

from __future__ import annotations

from resumify.ports import ChangePublisher, ChangeQueue


def relay(log: ChangeQueue, publisher: ChangePublisher, limit: int = 256) -> int:
    """Publish what is waiting in `log`, at most `limit` changes, and return how many were taken.

    Acknowledged is only what the broker has confirmed: a crash in between publishes again, under the same event id.
    """
    deliveries = log.receive(limit)
    for delivery in deliveries:
        if delivery.change is None:
            log.reject(delivery, delivery.error)
    publisher.publish([delivery for delivery in deliveries if delivery.change is not None])
    if deliveries:
        log.ack(deliveries[-1])
    return len(deliveries)
