"""The one place where ports meet adapters: each function opens what the settings name, or its embedded default.

Opening is cheap and touches nothing yet; a connection is made by the first call that needs it.
"""

from __future__ import annotations

from functools import cache

from resumify.config import Settings
from resumify.ports import ChangeLog, ChangePublisher, ChangeQueue, DocumentStore, Embedder, FeatureStore


def open_documents(settings: Settings) -> DocumentStore:
    if settings.mongodb_uri is not None:
        from resumify.adapters.mongo import MongoDocuments, connect

        return MongoDocuments(connect(settings.mongodb_uri.get_secret_value()))
    from resumify.adapters.sqlite_documents import SqliteDocuments

    return SqliteDocuments(settings.database)


def open_log(settings: Settings) -> ChangeLog:
    """The changes as the document store itself gives them."""
    if settings.mongodb_uri is not None:
        from resumify.adapters.mongo import connect
        from resumify.adapters.mongo_changes import MongoChanges

        held = open_features(settings).facts
        return MongoChanges(
            connect(settings.mongodb_uri.get_secret_value()), lambda: {fact.document for fact in held(None)}
        )
    from resumify.adapters.sqlite_changes import SqliteChanges

    return SqliteChanges(settings.database)


def open_changes(settings: Settings) -> ChangeQueue:
    """The changes as the stream takes them: from RabbitMQ where there is one, else from the store's own log."""
    if settings.rabbitmq_url is not None:
        from resumify.adapters.rabbitmq_changes import RabbitChanges

        return RabbitChanges(settings.rabbitmq_url.get_secret_value())
    return open_log(settings)


def open_publisher(settings: Settings) -> ChangePublisher:
    from resumify.adapters.rabbitmq import RabbitPublisher

    assert settings.rabbitmq_url is not None
    return RabbitPublisher(settings.rabbitmq_url.get_secret_value())


def open_features(settings: Settings) -> FeatureStore:
    embedder = open_embedder(settings).name
    if settings.qdrant_url is not None:
        from resumify.adapters.qdrant import QdrantFeatures, connect

        key = settings.qdrant_api_key
        return QdrantFeatures(connect(settings.qdrant_url, key.get_secret_value() if key else None), embedder)
    from resumify.adapters.sqlite_features import SqliteFeatures

    return SqliteFeatures(settings.features, embedder)


def open_embedder(settings: Settings) -> Embedder:
    return _embedder(settings.embedder)


@cache
def _embedder(model: str | None) -> Embedder:
    """One for the whole process: its model is loaded once."""
    from resumify.adapters.sentence_transformers import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model)
