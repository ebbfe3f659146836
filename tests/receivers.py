"""What stands in for the outside world in tests of the journey: a Slack that keeps what it gets, a web that answers as
told. Real servers on loopback, on free ports."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server until the block ends; yields its address without a trailing slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def slack(received: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """A Slack that accepts every message and keeps it under the path of its webhook."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            received.setdefault(self.path, []).append(body)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    with serving(Handler) as url:
        yield url


@dataclass(frozen=True, slots=True)
class Answer:
    """What the web says at one address. ``hangs``: it takes the request and says nothing until the test ends."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    location: str = ""
    hangs: bool = False


@dataclass
class SmallWeb:
    """A web of a few addresses, which the test may change at any time; all others are 404."""

    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)

    def put(self, path: str, body: str | bytes, content_type: str = "text/html; charset=utf-8") -> str:
        """Answer with this content at ``path``; returns the whole address."""
        self.answers[path] = Answer(body.encode() if isinstance(body, str) else body, content_type=content_type)
        return f"{self.url}{path}"


@contextmanager
def small_web() -> Iterator[SmallWeb]:
    """A ``SmallWeb`` that is served until the block ends."""
    web, over = SmallWeb(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = web.answers.get(self.path, Answer(b"<html><body>Not found</body></html>", 404))
            if answer.hangs:
                over.wait(20)
                return
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            if answer.location:
                self.send_header("Location", answer.location)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    with serving(Handler) as web.url:
        yield web
        over.set()
