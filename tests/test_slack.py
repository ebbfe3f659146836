from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from builders import AGAIN, alert, conflict
from hostile import hostile_alert

from alerts import Message, compose
from alerts.slack import SlackChannel
from news.errors import ChannelError
from news.records import AlertKind

PATH = "/services/T000/B000/secretsecretsecret"


@dataclass
class Receiver:
    """A webhook that records what it gets and answers what it is told, in turn; the last answer stays."""

    url: str = ""
    answers: list[tuple[int, str, dict[str, str]]] = field(default_factory=lambda: [(200, "ok", {})])
    bodies: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    state = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/json"
            state.bodies.append(json.loads(body))
            status, words, headers = state.answers[0] if len(state.answers) == 1 else state.answers.pop(0)
            self.send_response(status)
            for name, words_of_header in headers.items():
                self.send_header(name, words_of_header)
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}{PATH}"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def assert_valid(blocks: list[dict[str, Any]]) -> None:
    """Block Kit's own limits."""
    assert 0 < len(blocks) <= 50
    for block in blocks:
        kind = block["type"]
        assert kind in ("header", "section", "context", "divider")
        if kind == "header":
            assert block["text"]["type"] == "plain_text"
            assert len(block["text"]["text"]) <= 150
        if kind == "section":
            assert 0 < len(block["text"]["text"]) <= 3000
        if kind == "context":
            assert 0 < len(block["elements"]) <= 10
            assert all(0 < len(element["text"]) <= 2000 for element in block["elements"])
        for text in [block.get("text"), *block.get("elements", [])]:
            if text and text["type"] == "mrkdwn":
                assert text["verbatim"] is True


def test_the_payload_arrives(receiver: Receiver) -> None:
    message = compose(alert(), page_url="https://desk.example/c.html")
    SlackChannel(receiver.url).send(message)
    [body] = receiver.bodies
    assert_valid(body["blocks"])
    assert body["text"].startswith("[Conflict ×2.7] North Korean soldiers")
    assert body["unfurl_links"] is False
    whole = json.dumps(body, ensure_ascii=False)
    assert "*&gt; 3,000*" in whole
    assert "<https://desk.example/c.html|Story page>" in whole
    assert "<https://demo-adriatic.example/jcs-1100|Demo Adriatic>" in whole
    assert body["blocks"][0]["text"]["text"].startswith("⚠ New conflict · North Korean soldiers")


def test_the_address_is_not_logged(receiver: Receiver, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        SlackChannel(receiver.url).send(compose(alert()))
        httpx2.get(receiver.url.replace(PATH, "/other"))
    assert "secretsecret" not in caplog.text
    assert "/other" in caplog.text  # other requests are logged as ever


def test_a_follow_up_refers_to_the_first_alert(receiver: Receiver) -> None:
    again = conflict(*AGAIN, number="0a1b2c3d", thread="C-7f3a11c2")
    SlackChannel(receiver.url).send(compose(alert(again, AlertKind.FOLLOW_UP)))
    assert "Follow-up to *C-7f3a11c2*" in receiver.bodies[0]["blocks"][1]["elements"][0]["text"]


def test_hostile_text_neither_calls_nor_links_nor_overflows(receiver: Receiver) -> None:
    SlackChannel(receiver.url).send(compose(hostile_alert()))
    [body] = receiver.bodies
    assert_valid(body["blocks"])
    whole = json.dumps(body, ensure_ascii=False)
    assert re.findall(r"<[^>]*>", whole) == []  # control sequences: none but ours, and none of ours has a safe address
    assert not re.search(r"@(here|channel|everyone)", whole, re.IGNORECASE)
    assert "://" not in whole
    assert "&lt;!channel&gt;" in whole
    assert len(body["text"]) <= 3000


def test_a_message_without_blocks_goes_as_text(receiver: Receiver) -> None:
    SlackChannel(receiver.url).send(Message(key="t", thread="t", subject="Test <!here>", text="It works."))
    [body] = receiver.bodies
    assert_valid(body["blocks"])
    assert body["text"] == "Test &lt;!here&gt;"


def test_too_many_then_accepted(receiver: Receiver) -> None:
    receiver.answers = [(429, "rate_limited", {"Retry-After": "7"}), (200, "ok", {})]
    channel, message = SlackChannel(receiver.url), compose(alert())
    with pytest.raises(ChannelError) as refused:
        channel.send(message)
    assert refused.value.transient
    assert refused.value.retry_after == 7
    channel.send(message)
    assert len(receiver.bodies) == 2
    assert receiver.bodies[0] == receiver.bodies[1]


@pytest.mark.parametrize(
    ("answer", "transient", "words"),
    [
        ((500, "oops", {}), True, "server error 500"),
        ((503, "", {"Retry-After": "soon"}), True, "server error 503"),
        ((404, "no_service", {}), False, "no_service: the webhook is disabled or was removed"),
        ((400, "invalid_blocks", {}), False, "invalid_blocks"),
        ((403, "<b>\x1b[31m" * 400, {}), False, "refused with 403"),
        ((302, "", {"Location": "https://elsewhere.example/"}), False, "refused with 302"),
    ],
)
def test_refusals(receiver: Receiver, answer: tuple[int, str, dict[str, str]], transient: bool, words: str) -> None:
    receiver.answers = [answer]
    with pytest.raises(ChannelError) as refused:
        SlackChannel(receiver.url).send(compose(alert()))
    assert refused.value.transient is transient
    assert refused.value.retry_after is None
    assert words in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("url", "transient"),
    [("http://127.0.0.1:9/services/secretsecretsecret", True), ("secretsecretsecret", False), ("http://[", False)],
)
def test_the_address_is_told_nowhere(url: str, transient: bool) -> None:
    channel = SlackChannel(url, timeout=5)
    with pytest.raises(ChannelError) as failed:
        channel.send(compose(alert()))
    assert failed.value.transient is transient
    assert failed.value.__cause__ is None
    for words in (str(failed.value), repr(failed.value), repr(channel)):
        assert "secret" not in words
        assert "127.0.0.1" not in words
