"""The one place where ports meet adapters: each function opens what the settings name, or its embedded default.

Opening is cheap and touches nothing yet; a connection is made by the first call that needs it.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from resumify.config import Settings, project_root
from resumify.errors import NotFound
from resumify.models import ModelLabel, ModelVersion
from resumify.ports import (
    ChangeLog,
    ChangePublisher,
    ChangeQueue,
    DocumentStore,
    Embedder,
    FeatureStore,
    Judge,
    LanguageModel,
    ModelRegistry,
    Refiner,
    Tracer,
)

if TYPE_CHECKING:
    from resumify.intake import SourceReader
    from resumify.tailor import Tailoring

WRITER, ACCEPTED, BASE = "writer", "accepted", "base"
"""The registered model that writes lines, the tag of the version that may, and the version that stands for no version:
the base model as it ships."""

_loading = Lock()


def open_documents(settings: Settings) -> DocumentStore:
    if settings.mongodb_uri is not None:
        from resumify.adapters.mongo import MongoDocuments, connect

        return MongoDocuments(connect(settings.mongodb_uri.get_secret_value()))
    from resumify.adapters.sqlite_documents import SqliteDocuments

    return SqliteDocuments(settings.database)


def open_reader(settings: Settings) -> SourceReader:
    """Reads any source; a login that is missing is asked for where somebody sits at the terminal."""
    from resumify.adapters.chromium import open_chromium
    from resumify.adapters.terminal import ask_login, is_attended
    from resumify.intake import SourceReader

    return SourceReader(
        browse=open_chromium,
        sessions=settings.sessions,
        user=settings.login_user,
        password=settings.login_password,
        ask=ask_login if is_attended() else None,
    )


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


def open_model(settings: Settings, wanted: str) -> tuple[LanguageModel | None, ModelLabel]:
    """The writer with this tag or version; for "none" none, so that every line stays as the person wrote it. A hosted
    writer, where one is named, stands in for the accepted one, and the base as it ships while no version is accepted.

    Raises NotFound naming what is there, ModelFault where the files do not load.
    """
    from resumify.adapters.registry import IndexRegistry

    registry, none = IndexRegistry(settings.registry), ModelLabel(name="", version="none")
    if wanted == "none":
        return None, none
    if wanted == ACCEPTED and settings.writer is not None:
        return _hosted_writer(settings), ModelLabel(name=settings.writer, version="hosted")
    found = registry.resolve(WRITER, wanted)
    if found is None and wanted in (ACCEPTED, BASE):
        found = shipped_base()
    if found is None:
        there = [name for model in registry.versions(WRITER) for name in (model.version, *model.tags)]
        raise NotFound(f"There is no model {wanted}.", f"There are: {', '.join((*there, BASE, 'none'))}.")
    with _loading:
        model = _local_model(Path(found.path))
    return model, ModelLabel(name=found.name, version=found.version, tag=wanted if wanted in found.tags else "")


def shipped_base() -> ModelVersion:
    """The base model as it lies in the project, untuned and unregistered."""
    return ModelVersion(name=WRITER, version=BASE, path=str(project_root() / "base_model"), base="base_model")


def _hosted_writer(settings: Settings) -> LanguageModel:
    from resumify.adapters.hosted import HostedWriter
    from resumify.adapters.lite_llm import LiteLlm

    assert settings.writer is not None
    return HostedWriter(LiteLlm(settings.writer, "RESUMIFY_WRITER"), open_tracer(settings), settings.writer_seconds)


@lru_cache(maxsize=4)
def _local_model(folder: Path) -> LanguageModel:
    """One per registered version and process, of the few used last: a version's folder never changes."""
    from resumify.adapters.local_model import LocalModel

    return LocalModel(folder)


def open_writer(folder: Path) -> LanguageModel:
    """A base model or an adapter in a folder (or a base by its hub id), registered or not."""
    from resumify.adapters.local_model import LocalModel

    return LocalModel(folder)


def open_registry(settings: Settings) -> ModelRegistry:
    """The registry as every process reads it; pipelines write it through ZenML's control plane."""
    from resumify.adapters.registry import IndexRegistry

    return IndexRegistry(settings.registry)


def open_teacher(settings: Settings) -> LanguageModel | None:
    """The model that answers for the dataset; None where the rules do."""
    if settings.teacher is None:
        return None
    from resumify.adapters.hosted import HostedTeacher
    from resumify.adapters.lite_llm import LiteLlm

    return HostedTeacher(LiteLlm(settings.teacher, "RESUMIFY_TEACHER"), open_tracer(settings))


def open_judge(settings: Settings) -> Judge | None:
    """The model that grades lines; None where nobody does."""
    if settings.judge is None:
        return None
    from resumify.adapters.hosted import HostedJudge
    from resumify.adapters.lite_llm import LiteLlm

    return HostedJudge(LiteLlm(settings.judge, "RESUMIFY_JUDGE"), open_tracer(settings))


def open_refiner(settings: Settings) -> Refiner | None:
    """The model that sorts what postings ask for; None where the rules alone do."""
    if settings.refiner is None:
        return None
    from resumify.adapters.hosted import HostedRefiner
    from resumify.adapters.lite_llm import LiteLlm

    model = LiteLlm(settings.refiner, "RESUMIFY_REFINER")
    return HostedRefiner(model, open_tracer(settings), settings.refiner_seconds)


def open_tracer(settings: Settings) -> Tracer:
    from resumify.adapters.traces import TraceLog

    if not settings.opik:
        return TraceLog(settings.traces)
    from resumify.adapters.opik_export import export

    return TraceLog(settings.traces, export)


def open_tailoring(settings: Settings) -> Tailoring:
    from resumify.posting import parse_posting
    from resumify.tailor import Tailoring

    return Tailoring(
        documents=open_documents(settings),
        features=open_features(settings),
        embedder=open_embedder(settings),
        open_model=lambda wanted: open_model(settings, wanted),
        tracer=open_tracer(settings),
        read=partial(parse_posting, refiner=open_refiner(settings)),
    )
