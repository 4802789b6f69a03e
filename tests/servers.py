"""Servers that the tests start for themselves: RabbitMQ, one that speaks MongoDB's protocol, one for browsers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pika
import pika.exceptions
import pymongo
import pymongo.errors
import pytest

_START = 180.0  # s; a busy machine is slow to start a node
_TRIES = 3


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def rabbitmq_node(folder: Path) -> Iterator[str]:
    """A RabbitMQ node of our own as an ordinary process; yields its address. Begun again with other ports where it did
    not come up: a port that was free may be somebody else's a moment later."""
    for number in range(_TRIES):
        place = folder / str(number)
        place.mkdir()
        port, epmd = free_port(), free_port()
        with (place / "output").open("wb") as output:
            process = subprocess.Popen(
                [_rabbitmq_server()], env=_rabbitmq_environment(place, port, epmd), stdout=output, stderr=output,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        url = f"amqp://guest:guest@127.0.0.1:{port}/"
        try:
            if _answers(partial(_greet, url), process):
                yield url
                return
            if number == _TRIES - 1:
                _fail(process, place)
        finally:
            process.terminate()
            process.wait(_START)
            subprocess.run(["epmd", "-port", str(epmd), "-kill"], capture_output=True, check=False)


def _greet(url: str) -> None:
    pika.BlockingConnection(pika.URLParameters(url)).close()


@contextmanager
def mongodb_server(folder: Path) -> Iterator[str]:
    """A server that speaks MongoDB's protocol over SQLite: good for contract tests, never for people's data."""
    port = free_port()
    program = str(Path(sys.executable).with_name("nx-27017"))
    command = [program, "--data-dir", str(folder / "data"), "--pid-file", str(folder / "pid"), "-p", str(port)]
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, cwd=folder)
    url = f"mongodb://127.0.0.1:{port}/"
    try:
        with pymongo.MongoClient[dict[str, object]](url, serverSelectionTimeoutMS=500) as client:
            _wait_until_it_answers(lambda: client.admin.command("ping"), process, folder)
        yield url
    finally:
        process.terminate()
        process.wait(_START)


@contextmanager
def http_server(app: Any) -> Iterator[str]:
    """An ASGI application that runs already, behind a socket for whoever cannot call it in this process."""
    import uvicorn

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # from now on a connection waits until it is taken
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None))
        serving = threading.Thread(target=server.run, args=([listening],))
        serving.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            serving.join()


def _wait_until_it_answers(ask: Callable[[], object], process: subprocess.Popen[bytes], folder: Path) -> None:
    if not _answers(ask, process):
        _fail(process, folder)


def _answers(ask: Callable[[], object], process: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers before its process ends or the time is up."""
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            ask()
        except (pika.exceptions.AMQPError, pymongo.errors.PyMongoError, OSError):
            time.sleep(0.1)
        else:
            return True
    return False


def _fail(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.kill()
    pytest.fail(f"the server did not start:\n{(folder / 'output').read_text(errors='replace')[-2000:]}")


def _rabbitmq_server() -> str:
    """Debian's wrapper insists on the user rabbitmq, so the script behind it is called."""
    found = sorted(Path("/usr/lib/rabbitmq/lib").glob("rabbitmq_server-*/sbin/rabbitmq-server"))
    server = str(found[-1]) if found else shutil.which("rabbitmq-server")
    if server is not None:
        return server
    if os.environ.get("RESUMIFY_SKIP_RABBITMQ") == "1":
        pytest.skip("RabbitMQ is not installed and RESUMIFY_SKIP_RABBITMQ=1")
    pytest.fail("RabbitMQ is not installed: apt-get install rabbitmq-server, or set RESUMIFY_SKIP_RABBITMQ=1")


def _rabbitmq_environment(folder: Path, port: int, epmd: int) -> dict[str, str]:
    for name in ("rabbitmq.conf", "advanced.config", "enabled_plugins"):
        (folder / name).write_text({"advanced.config": "[].", "enabled_plugins": "[]."}.get(name, ""))
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "ERL_EPMD_PORT": str(epmd),
        "RABBITMQ_NODENAME": f"resumify{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(free_port()),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
        "RABBITMQ_ADVANCED_CONFIG_FILE": str(folder / "advanced.config"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 -kernel inet_dist_use_interface {127,0,0,1}",
    }
