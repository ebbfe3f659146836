"""``Web``: get one page or feed, or say in one line why not."""

from __future__ import annotations

import logging
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from types import TracebackType
from typing import Self

import httpcore2
import httpx2
import stamina

from flows.fetch.addresses import AddressRefused
from flows.fetch.answers import require_patience, require_success
from flows.fetch.body import Limits, drain, read_body, readable_type
from flows.fetch.hosts import Hosts
from flows.fetch.robots import AGENT, MAX_SIZE, Robots
from flows.fetch.transport import GuardedTransport, Resolver, deadline, resolve
from flows.fetch.urls import joined, netloc, origin, parsed, shown
from news.errors import FetchError
from news.records import Feed

logging.getLogger("stamina").addHandler(logging.NullHandler())  # else its retries would be printed as bare words

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PERMANENT = frozenset((301, 308))
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, */*;q=0.5"
_LONGEST_REST = 2 * 24 * 3600.0  # a Retry-After beyond two days is capped, as feed readers do


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came. ``url``: where it came from after redirects. ``status``: 200-299 or 304 (then ``content`` is empty:
    what you have is still good). ``content``: unpacked bytes, charset untouched (``content_type`` has it as sent).
    ``moved_to``: where the address given has moved for good (301, 308), "" when it has not. ``headers``: lower-case
    names."""

    url: str
    status: int
    content: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """How often one request is tried, and the seconds between. Only transient failures without Retry-After."""

    attempts: int = 3
    first_wait: float = 0.5
    longest_wait: float = 5.0
    jitter: float = 0.5
    seconds: float = 45.0  # no further try is begun after this


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """One call of ``get`` (or of a robots.txt) through all its redirects."""

    feed: Feed
    headers: Mapping[str, str]
    limit: int
    ask_robots: bool
    cookies: httpx2.Cookies = field(default_factory=httpx2.Cookies)


class Web:
    """The client. Use as a context manager; one for the whole run; threads may share it.

    ``contact``: web or mail address that goes into the User-Agent, so that a site's owner can reach us.
    ``headers``: feed URL -> request headers with secrets, sent only to the feed's own site.
    ``proxies``: feed URL -> HTTP proxy; the key "" holds for all others. ``resolver`` and ``ssl_context`` replace the
    system's.
    """

    def __init__(
        self,
        *,
        contact: str = "",
        limits: Limits | None = None,
        retries: Retries | None = None,
        hosts: Hosts | None = None,
        headers: Mapping[str, Mapping[str, str]] | None = None,
        proxies: Mapping[str, str] | None = None,
        resolver: Resolver = resolve,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self._agent = user_agent(contact)
        self._limits = limits or Limits()
        self._retries = retries or Retries()
        self._hosts = hosts or Hosts()
        self._robots = Robots()
        self._headers = dict(headers or {})
        self._proxies = dict(proxies or {})
        self._resolver = resolver
        self._ssl = ssl_context
        self._pools: dict[tuple[bool, str], GuardedTransport] = {}
        self._guard = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            pool.close()

    def get(self, url: str, *, feed: Feed, etag: str = "", last_modified: str = "") -> Response:
        """Fetch ``url`` on behalf of ``feed`` (its delay, its permission for private addresses, its headers).

        ``etag``, ``last_modified``: validators of the last answer, sent back so that an unchanged page costs nothing.
        Raises FetchError whose message names the URL and what to do.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        errand = _Errand(feed=feed, headers=headers, limit=self._limits.size, ask_robots=True)
        answer, moved_to = self._follow(url, errand)
        require_success(shown(url), answer.status, conditional=bool(headers))
        content_type = answer.headers.get("content-type", "")
        return Response(
            url=str(answer.url),
            status=answer.status,
            content=answer.content,
            content_type=content_type,
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
            moved_to=moved_to,
            headers=dict(answer.headers),
        )

    def _follow(self, url: str, errand: _Errand) -> tuple[_Answer, str]:
        """The answer at the end of the redirects, and where the first permanent ones lead."""
        target, moved_to, moving = parsed(url), "", True
        for _ in range(self._limits.redirects + 1):
            answer = self._visit(target, errand)
            location = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not location:
                return answer, moved_to
            target = joined(target, location)
            moving = moving and answer.status in _PERMANENT
            if moving:
                moved_to = str(target)
        raise FetchError(f"{shown(url)}: more than {self._limits.redirects} redirects; check the address in a browser")

    def _visit(self, url: httpx2.URL, errand: _Errand) -> _Answer:
        pause = errand.feed.delay
        if errand.ask_robots:
            rules = self._robots.rules(origin(url), lambda page: self._read_robots(page, errand.feed))
            if not rules.allows(str(url)):
                raise FetchError(f"{shown(url)}: the site's robots.txt asks us not to read this; it is left alone")
            pause = max(pause, rules.delay)
        return self._with_retries(url, errand, pause)

    def _read_robots(self, url: str, feed: Feed) -> tuple[int, str]:
        answer, _ = self._follow(url, _Errand(feed=feed, headers={}, limit=MAX_SIZE, ask_robots=False))
        return answer.status, answer.content.decode("utf-8-sig", errors="replace")

    def _with_retries(self, url: httpx2.URL, errand: _Errand, pause: float) -> _Answer:
        plan = self._retries
        for attempt in stamina.retry_context(
            on=_worth_another_try,
            attempts=plan.attempts,
            timeout=plan.seconds,
            wait_initial=plan.first_wait,
            wait_max=plan.longest_wait,
            wait_jitter=plan.jitter,
        ):
            with attempt, self._hosts.turn(netloc(url), pause):
                return self._exchange(url, errand)
        raise AssertionError("stamina raises the last error itself")

    def _exchange(self, url: httpx2.URL, errand: _Errand) -> _Answer:
        """One request, one answer. Raises FetchError for no answer and for statuses that will pass."""
        name = shown(url)
        request = self._request(url, errand)
        try:
            with deadline(self._limits.seconds):
                response = self._pool(errand.feed).handle_request(request)
                response.request = request
                try:
                    errand.cookies.extract_cookies(response)
                    self._heed(url, response)
                    content = _content(response, name, errand)
                finally:
                    response.close()
        except AddressRefused as error:
            raise FetchError(
                f"{name}: {error}; it is not fetched (allow_private on the feed opens a private one)"
            ) from error
        except httpcore2.TimeoutException as error:
            raise FetchError(
                f"{name}: no complete answer within {self._limits.seconds:g} seconds; the next run tries again",
                transient=True,
            ) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError, OSError) as error:
            raise FetchError(
                f"{name}: no connection ({_reason(error)}); check the address if it stays so", transient=True
            ) from error
        return _Answer(url=url, status=response.status_code, headers=response.headers, content=content)

    def _request(self, url: httpx2.URL, errand: _Errand) -> httpx2.Request:
        seconds = self._limits.seconds
        headers = {
            "User-Agent": self._agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            **errand.headers,
            **self._secret_headers(url, errand.feed),
        }
        timeout = {"connect": min(10.0, seconds), "read": seconds, "write": seconds, "pool": seconds}
        request = httpx2.Request("GET", url, headers=headers, extensions={"timeout": timeout})
        errand.cookies.set_cookie_header(request)
        return request

    def _secret_headers(self, url: httpx2.URL, feed: Feed) -> Mapping[str, str]:
        """The feed's own headers when ``url`` belongs to the feed's site (same host or below it, no weaker scheme)."""
        secret = self._headers.get(feed.url)
        if not secret:
            return {}
        home = httpx2.URL(feed.url)
        base = home.host.removeprefix("www.")
        same_site = url.host == base or url.host.endswith(f".{base}")
        return secret if same_site and (url.scheme == "https" or url.scheme == home.scheme) else {}

    def _heed(self, url: httpx2.URL, response: httpx2.Response) -> None:
        """Raise FetchError for an answer that will pass, and give the host the rest it asked for."""
        try:
            require_patience(shown(url), response)
        except FetchError as error:
            if error.retry_after is not None:
                self._hosts.rest(netloc(url), min(error.retry_after, _LONGEST_REST))
            raise

    def _pool(self, feed: Feed) -> GuardedTransport:
        proxy = self._proxies.get(feed.url, self._proxies.get("", ""))
        with self._guard:
            if self._ssl is None:
                self._ssl = httpx2.create_ssl_context(trust_env=False)
            key = (feed.allow_private, proxy)
            if key not in self._pools:
                self._pools[key] = GuardedTransport(
                    resolver=self._resolver, allow_private=feed.allow_private, ssl_context=self._ssl, proxy=proxy
                )
            return self._pools[key]


def user_agent(contact: str = "") -> str:
    """``Tallywatch/0.1.0 (+contact)``, as sent with every request."""
    clean = "".join(character for character in contact if character.isprintable() and character.isascii())
    return f"{AGENT}/{version('tallywatch')}" + (f" (+{clean})" if clean else "")


def _content(response: httpx2.Response, name: str, errand: _Errand) -> bytes:
    """The body of a success; other answers are told by their status alone."""
    if not 200 <= response.status_code < 300:
        drain(response)
        return b""
    kind = response.headers.get("content-type", "")
    if errand.ask_robots and not readable_type(kind):
        raise FetchError(
            f"{name}: is {shown(kind[:60])!r}, no text; only HTML, XML, JSON and plain text are read",
            status=response.status_code,
        )
    return read_body(response, name, errand.limit, cut=not errand.ask_robots)


def _worth_another_try(error: Exception) -> bool:
    """Whether trying again within seconds makes sense: not when the site asked for a pause."""
    return isinstance(error, FetchError) and error.transient and error.retry_after is None and error.status != 429


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text[:200] or type(error).__name__
