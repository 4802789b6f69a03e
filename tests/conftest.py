"""What every test stands on: a home of its own, quiet libraries, no network."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

import hypothesis
import pytest
from pydantic import SecretStr

from resumify.config import Settings, prepare_environment, project_root

if TYPE_CHECKING:
    from qdrant_client import QdrantClient
    from starlette.testclient import TestClient

SERVICES = ("MONGODB_URI", "RABBITMQ_URL", "QDRANT_URL", "QDRANT_API_KEY")
GIVEN = {name: os.environ.pop(name) for name in SERVICES if name in os.environ}
for name in (
    "OPIK_URL_OVERRIDE",
    "OPIK_API_KEY",
    "MLFLOW_TRACKING_URI",
    "RESUMIFY_TEACHER",
    "RESUMIFY_JUDGE",
    "RESUMIFY_WRITER",
    "RESUMIFY_REFINER",
    "RESUMIFY_EMBEDDER",
    "RESUMIFY_OPEN",
):
    os.environ.pop(name, None)
hypothesis.settings.register_profile("untimed", deadline=None)  # the first example builds what all others share
hypothesis.settings.load_profile("untimed")
os.environ["OMP_NUM_THREADS"] = "1"  # `make test` runs as many workers as there are cores


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What stands on a server can run against a real one."""
    for item in items:
        if {"mongodb_uri", "rabbitmq_url"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("services")


def given(config: pytest.Config, name: str) -> str | None:
    """The address of a real server where `pytest -m services` is run with it in the environment.

    Our queues and collections on it are emptied: name servers that hold nothing of anybody's, and run one worker.
    """
    return GIVEN.get(name) if config.option.markexpr == "services" else None


@pytest.fixture(scope="session", autouse=True)
def _quiet(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Libraries keep their state in a folder of the run, hidden as the default one is, never in the home folder."""
    os.environ["RESUMIFY_HOME"] = str(tmp_path_factory.mktemp("home") / ".resumify")
    prepare_environment(Settings())


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The embedded stack in an empty folder."""
    monkeypatch.setenv("RESUMIFY_HOME", str(tmp_path / ".resumify"))
    return Settings()


@pytest.fixture(scope="session")
def rabbitmq_node(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[str]:
    """The address of a RabbitMQ node of the run's own, or of the one that was given."""
    from tests import servers

    if (real := given(pytestconfig, "RABBITMQ_URL")) is not None:
        yield real
        return
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


@pytest.fixture(params=["changelog", pytest.param("rabbitmq", marks=pytest.mark.services)])
def stack(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The embedded stack, and the same with RabbitMQ between documents and stream."""
    if request.param == "changelog":
        return settings
    return settings.model_copy(update={"rabbitmq_url": SecretStr(request.getfixturevalue("rabbitmq_url"))})


@pytest.fixture(scope="session")
def mongodb_server(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[str]:
    """The address of a server of the run's own that speaks MongoDB's protocol, or of the one that was given."""
    from tests import servers

    if (real := given(pytestconfig, "MONGODB_URI")) is not None:
        yield real
        return
    with servers.mongodb_server(tmp_path_factory.mktemp("mongodb")) as url:
        yield url


@pytest.fixture
def mongodb_uri(mongodb_server: str) -> Iterator[str]:
    """The same server, with a database that no other test uses and that goes away again."""
    from resumify.adapters.mongo import connect

    uri = urlsplit(mongodb_server)._replace(path=f"/test{uuid4().hex}").geturl()
    yield uri
    connect(uri).client.drop_database(urlsplit(uri).path[1:])


@pytest.fixture
def qdrant(pytestconfig: pytest.Config) -> QdrantClient:
    """Qdrant's client with its own engine in memory, or on the server that was given; empty."""
    from qdrant_client import QdrantClient

    from resumify.adapters.qdrant import CHUNKS, FACTS, connect

    real = given(pytestconfig, "QDRANT_URL")
    client = QdrantClient(":memory:") if real is None else connect(real, GIVEN.get("QDRANT_API_KEY"))
    for collection in (FACTS, CHUNKS):
        client.delete_collection(collection)
    return client


@pytest.fixture(scope="session")
def service_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with Ada's facts and hostile Mallory's in it, and Bob's documents, of which no fact is read yet."""
    from resumify.bootstrap import open_documents
    from resumify.intake import take_in
    from resumify.read import read_json_resume
    from streaming.run import drain

    settings = Settings(RESUMIFY_HOME=tmp_path_factory.mktemp("service"))
    person = project_root() / "demo" / "people" / "ada.json"
    hostile = project_root() / "tests" / "hostile_person.json"
    take_in(read_json_resume(person, "ada"), open_documents(settings))
    take_in(read_json_resume(hostile, "mallory"), open_documents(settings))
    drain(settings)
    take_in(read_json_resume(person, "bob"), open_documents(settings))
    return settings.home


@pytest.fixture(scope="session")
def _service(service_home: Path) -> Iterator[TestClient]:
    """One for the whole run: its metrics can be registered only once."""
    from starlette.testclient import TestClient

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("RESUMIFY_HOME", str(service_home))
        from bento.service import Resumify

        app = Resumify.to_asgi()  # type: ignore[attr-defined]
        with TestClient(app, base_url="http://127.0.0.1:3000", client=("127.0.0.1", 50_000)) as client:
            yield client


@pytest.fixture
def client(_service: TestClient, service_home: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The service in this process as somebody at this machine meets it, who has no key."""
    monkeypatch.setenv("RESUMIFY_HOME", str(service_home))
    monkeypatch.setenv("RESUMIFY_OPEN", "1")
    return _service


@pytest.fixture(scope="session")
def _address(_service: TestClient) -> Iterator[str]:
    from tests.servers import http_server

    with http_server(_service.app) as address:
        yield address


@pytest.fixture
def address(client: TestClient, _address: str) -> str:
    """Where a browser at this machine reaches the same service."""
    return _address


@pytest.fixture(scope="session")
def zenml_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which ZenML and MLflow have made their tables: once for all workers, since that takes seconds."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "zenml_store" / "zenml"
    folder.parent.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _make_tables(folder)
    return folder


def _make_tables(folder: Path) -> None:
    from pipelines.stack import activate, prepare_tracker

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZENML_CONFIG_PATH", str(folder))
        _reset_zenml()
        settings = Settings(RESUMIFY_HOME=folder.parent)
        activate("local", settings)
        prepare_tracker(settings)


@pytest.fixture
def used(zenml_store: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The embedded stack with a ZenML of its own, for commands as they are typed."""
    folder = settings.home / "zenml"
    shutil.copytree(zenml_store, folder)
    config = folder / "config.yaml"
    config.write_text(config.read_text().replace(str(zenml_store), str(folder)))
    monkeypatch.setenv("ZENML_CONFIG_PATH", str(folder))
    return settings


@pytest.fixture
def home(used: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """The same, in which pipelines run within the test's process."""
    from zenml.integrations.registry import integration_registry

    monkeypatch.setenv("ZENML_DISABLE_STEP_LOGS_STORAGE", "true")
    monkeypatch.setattr(integration_registry, "activate_integrations", lambda: None)
    _reset_zenml()
    yield used
    _reset_zenml()


def _reset_zenml() -> None:
    from zenml.client import Client
    from zenml.config.global_config import GlobalConfiguration

    GlobalConfiguration._reset_instance()
    Client._reset_instance()
