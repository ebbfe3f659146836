"""One question to an OpenAI-compatible endpoint (``POST ADDRESS/chat/completions``), such as a server on this machine.

The address is the user's own, so neither robots.txt nor the guard against private addresses applies. Address and key
are secrets: they appear in no error and no log.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

import httpx2

from alerts.slack import unlogged
from news.errors import FetchError
from news.plain import plain, web_link

#: No answer to a yes-or-no question is longer (bytes).
_LARGEST = 200_000
_WHO = "the adjudicator"


def complete(address: str, *, key: str, model: str, messages: Sequence[Mapping[str, str]], seconds: float) -> str:
    """The text of the answer. ``seconds``: for the whole exchange. Raises FetchError: transient for 429, 5xx, time-outs
    and broken connections; final for every other refusal and for what is no completion."""
    if not web_link(address):
        raise FetchError(f"{_WHO}: its address is no web address", transient=False)
    body = {"model": model, "messages": list(messages), "temperature": 0}
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        with unlogged(), httpx2.Client(timeout=seconds, follow_redirects=False, trust_env=False) as client:
            url = f"{address.rstrip('/')}/chat/completions"
            with client.stream("POST", url, json=body, headers=headers) as answer:
                status, content = answer.status_code, _read(answer, time.monotonic() + seconds)
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, ValueError):
        # "from None" here and below: the cause's text may hold the address or the key.
        raise FetchError(f"{_WHO}: its address or key cannot be used", transient=False) from None
    except httpx2.HTTPError as error:
        raise FetchError(f"{_WHO} could not be reached ({type(error).__name__})", transient=True) from None
    if status != 200:
        raise FetchError(f"{_WHO} refused with HTTP {status}", transient=status == 429 or status >= 500, status=status)
    return _text(content)


def _read(answer: httpx2.Response, deadline: float) -> bytes:
    content = b""
    for part in answer.iter_bytes():
        content += part
        if len(content) > _LARGEST:
            raise FetchError(f"{_WHO} sent more than {_LARGEST} bytes", transient=False)
        if time.monotonic() > deadline:
            raise FetchError(f"{_WHO} took too long", transient=True)
    return content


def _text(content: bytes) -> str:
    try:
        answer: Any = json.loads(content)
        text = answer["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise FetchError(f"{_WHO} sent no completion ({plain(type(error).__name__, 40)})", transient=False) from None
    if not isinstance(text, str):
        raise FetchError(f"{_WHO} sent no completion (no text)", transient=False)
    return text
