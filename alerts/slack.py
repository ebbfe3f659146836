"""Slack, by incoming webhook.

A webhook can neither thread nor upload: a follow-up names the alert that it follows, the picture is on the story page.
The address of a webhook is a secret; it appears in no error, no log and no ``repr``. One POST is all there is, so the
project's own HTTP client is enough and Slack's SDK would add nothing but weight.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from alerts.blocks import escape
from alerts.message import Message
from news.errors import ChannelError
from news.plain import plain, web_link

#: Slack's limit for the text that stands in for the blocks in notifications.
FALLBACK = 3000


class SlackChannel:
    """Posts alerts to one incoming webhook.

    ``url``: the webhook's address. ``timeout``: seconds for the whole request.
    """

    name = "slack"

    def __init__(self, url: str, *, timeout: float = 20.0) -> None:
        self._url = url
        self._timeout = timeout

    def __repr__(self) -> str:
        return "SlackChannel(url=***)"

    def send(self, message: Message) -> None:
        """Post one message. Raises ``ChannelError``: transient for 429 (with the wait Slack asks for), 5xx and a broken
        connection; final for every other refusal, with Slack's reason and what to do."""
        if not web_link(self._url):
            raise ChannelError(_NO_ADDRESS, transient=False)
        try:
            with unlogged():
                answer = httpx2.post(self._url, json=payload(message), timeout=self._timeout, follow_redirects=False)
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            # "from None" here and below: the cause's text holds the address.
            raise ChannelError(_NO_ADDRESS, transient=False) from None
        except httpx2.HTTPError as error:
            raise ChannelError(
                f"Slack: could not be reached ({type(error).__name__}); tried again later", transient=True
            ) from None
        if answer.status_code != 200:
            raise _refused(answer)


_NO_ADDRESS = "Slack: the webhook address is no web address; copy it again from the app's Incoming Webhooks page"


@contextmanager
def unlogged() -> Iterator[None]:
    """The HTTP client logs each request with its whole address: not this one, on this thread."""
    thread = threading.get_ident()
    logger = logging.getLogger("httpx2")

    def elsewhere(record: logging.LogRecord) -> bool:
        return record.thread != thread

    logger.addFilter(elsewhere)
    try:
        yield
    finally:
        logger.removeFilter(elsewhere)


def payload(message: Message) -> dict[str, object]:
    """The body of the POST. A message without blocks goes as its text."""
    body: dict[str, object] = {
        "text": escape(message.fallback or message.subject, FALLBACK),
        "unfurl_links": False,
        "unfurl_media": False,
    }
    blocks = message.blocks or [
        {"type": "section", "text": {"type": "plain_text", "text": escape(message.text or message.subject)}}
    ]
    return {**body, "blocks": blocks}


def _refused(answer: httpx2.Response) -> ChannelError:
    status, reason = answer.status_code, plain(answer.text[:200], 100)
    if status == 429:
        return ChannelError(
            "Slack: too many messages (429); tried again later", transient=True, retry_after=_seconds(answer)
        )
    if status >= 500:
        return ChannelError(
            f"Slack: server error {status}; tried again later", transient=True, retry_after=_seconds(answer)
        )
    return ChannelError(f"Slack: refused with {status} {reason}: {_advice(reason)}", transient=False)


#: What Slack answers and what to do (docs.slack.dev, "Sending messages using incoming webhooks", errors).
_ADVICE = {
    "no_service": "the webhook is disabled or was removed; make a new one and set it as the webhook address",
    "invalid_token": "the webhook address is wrong; copy it again from the app's Incoming Webhooks page",
    "no_active_hooks": "the webhook is disabled; make a new one",
    "channel_not_found": "the channel was deleted; make a webhook for another",
    "channel_is_archived": "the channel is archived; unarchive it or make a webhook for another",
    "action_prohibited": "an administrator of the workspace restricts posting",
    "posting_to_general_channel_denied": "only administrators may post to #general; choose another channel",
    "invalid_blocks": "Slack rejects the message's form; please report this with the alert's id",
    "invalid_payload": "Slack rejects the message's form; please report this with the alert's id",
}


def _advice(reason: str) -> str:
    return _ADVICE.get(reason, "check the webhook address (tallywatch alerts test slack)")


def _seconds(answer: httpx2.Response) -> float | None:
    """Retry-After in seconds, a day at most; None when absent or no number."""
    try:
        wait = float(answer.headers.get("Retry-After", ""))
    except ValueError:
        return None
    return min(wait, 86400.0) if wait >= 0 else None
