"""What every test stands on: a home of its own, quiet libraries, no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import SecretStr

from resumify.config import Settings, prepare_environment

SERVICES = ("MONGODB_URI", "RABBITMQ_URL", "QDRANT_URL", "QDRANT_API_KEY", "OPIK_URL_OVERRIDE", "OPIK_API_KEY")
for name in (*SERVICES, "MLFLOW_TRACKING_URI", "RESUMIFY_TEACHER", "RESUMIFY_JUDGE", "RESUMIFY_EMBEDDER"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _quiet(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Libraries keep their state in a folder of the run, never in the home folder or the checkout."""
    os.environ["RESUMIFY_HOME"] = str(tmp_path_factory.mktemp("home"))
    prepare_environment(Settings())


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The embedded stack in an empty folder."""
    monkeypatch.setenv("RESUMIFY_HOME", str(tmp_path / "home"))
    return Settings()


@pytest.fixture(scope="session")
def rabbitmq_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a RabbitMQ node of the run's own."""
    from tests import servers

    with servers.rabbitmq_node(tmp_path_factory.mktemp("rabbitmq")) as url:
        yield url


@pytest.fixture
def rabbitmq_url(rabbitmq_node: str) -> str:
    """The same node, with no queue left from an earlier test."""
    import pika

    from resumify.adapters.rabbitmq import DEAD, QUEUE

    with pika.BlockingConnection(pika.URLParameters(rabbitmq_node)) as connection:
        for queue in (QUEUE, DEAD):
            connection.channel().queue_delete(queue)
    return rabbitmq_node


@pytest.fixture(params=["changelog", "rabbitmq"])
def stack(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The embedded stack, and the same with RabbitMQ between documents and stream."""
    if request.param == "changelog":
        return settings
    return settings.model_copy(update={"rabbitmq_url": SecretStr(request.getfixturevalue("rabbitmq_url"))})


@pytest.fixture(scope="session")
def mongodb_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the run's own that speaks MongoDB's protocol."""
    from tests import servers

    with servers.mongodb_server(tmp_path_factory.mktemp("mongodb")) as url:
        yield url


@pytest.fixture
def mongodb_uri(mongodb_server: str) -> str:
    """The same server, with a database that no other test uses."""
    return f"{mongodb_server}test{uuid4().hex}"
