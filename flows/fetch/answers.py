"""What a status code means for us: read it, wait, or give up, each in one line that says what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from news.errors import FetchError

#: Statuses below 500 that pass by themselves (RFC 9110, RFC 8470, RFC 6585).
_PASSING = frozenset((408, 425, 429))
_ADVICE = {
    401: "the site wants a login; put its header into the feed's headers or remove the feed",
    402: "the site wants to be paid; it is left alone",
    403: "the site refuses us; ask its owner or remove the feed",
    404: "there is no such page; correct the address if it is a feed",
    410: "it is gone for good; remove it if it is a feed",
    451: "withheld for legal reasons; it is left alone",
}


def require_patience(url: str, response: httpx2.Response) -> None:
    """Raise FetchError (transient) when the site cannot answer now; ``retry_after`` as it asked with 429 or 503."""
    status = response.status_code
    if status < 500 and status not in _PASSING:
        return
    wait = None
    if status in (429, 503):
        wait = retry_after(response.headers.get("retry-after", ""), datetime.now(UTC))
    when = "at the next run" if wait is None else f"in {wait:.0f} seconds, as it asks"
    raise FetchError(
        f"{url}: HTTP {status}, the site cannot answer now; tried again {when}",
        transient=True,
        status=status,
        retry_after=wait,
    )


def require_success(url: str, status: int, *, conditional: bool) -> None:
    """Raise FetchError (permanent) unless there is something to read, or nothing new (304 to a conditional
    request)."""
    if 200 <= status < 300 or (status == 304 and conditional):
        return
    advice = _ADVICE.get(status, "open the address in a browser to see what it has become")
    raise FetchError(f"{url}: HTTP {status}, {advice}", status=status)


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds of a Retry-After header (RFC 9110 10.2.3: seconds or a date), None when it says nothing usable."""
    value = value.strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - now).total_seconds())
