"""A server on this machine that speaks OpenAI's chat protocol and answers as a test tells it: LiteLLM cannot tell it
from a vendor's. It keeps what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-nobody-may-read-this"


@dataclass(frozen=True)
class Reply:
    """A status with a text, or nothing at all: `hangs` keeps the caller waiting until the server goes away."""

    text: str = ""
    status: int = 200
    hangs: bool = False


Answer = Callable[[str], Reply]
"""Gives the reply to the last message of a conversation."""


@dataclass
class ChatServer:
    """`asked` are the bodies that came, `keys` what stood in their Authorization headers."""

    url: str
    answer: Answer
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        return [str(body["messages"][-1]["content"]) for body in self.asked]

    @property
    def environment(self) -> dict[str, str]:
        """LiteLLM's own variables for a server that is not OpenAI's."""
        return {"OPENAI_API_BASE": self.url, "OPENAI_API_KEY": KEY}


@contextmanager
def chat_server(answer: Answer) -> Iterator[ChatServer]:
    """Serve until the block ends; who still waits then is let go."""
    closing = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    chat = ChatServer(f"http://127.0.0.1:{server.server_port}/v1", answer)
    server.RequestHandlerClass = _handler(chat, closing)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield chat
    finally:
        closing.set()
        server.shutdown()
        server.server_close()


def _handler(chat: ChatServer, closing: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.asked.append(body)
            chat.keys.append(self.headers.get("Authorization", ""))
            reply = chat.answer(str(body["messages"][-1]["content"]))
            if reply.hangs:
                closing.wait()
                return
            content = _completion(body["model"], reply.text) if reply.status == 200 else _refusal(reply.text)
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's word
            pass

    return Handler


def _completion(model: str, text: str) -> bytes:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    usage = {"prompt_tokens": 40, "completion_tokens": 10, "total_tokens": 50}
    whole = {"id": "1", "object": "chat.completion", "created": 1, "model": model, "choices": [choice], "usage": usage}
    return json.dumps(whole).encode()


def _refusal(text: str) -> bytes:
    """An error that quotes the key, as vendors' do."""
    return json.dumps({"error": {"message": f"{text} Bearer {KEY}", "type": "error", "code": "error"}}).encode()
