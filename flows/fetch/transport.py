"""Connections that go only where they may and never outlast the request's deadline.

The name is resolved once, every address is checked, and the socket connects to a checked address: there is no second
resolution that a hostile name server could answer differently (DNS rebinding).
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as ResolveTimeout
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from ipaddress import ip_address
from typing import Any

import httpcore2
import httpx2

from flows.fetch.addresses import Address, AddressRefused, objection

#: Name and port -> the addresses the name stands for. Raises OSError when it stands for none.
Resolver = Callable[[str, int], list[Address]]

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Within the block every socket operation of this thread together may take ``seconds``."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


def remaining(timeout: float | None = None) -> float | None:
    """Seconds that the next operation may take: the smaller of ``timeout`` and what the deadline leaves.

    Raises httpcore2.ReadTimeout when nothing is left.
    """
    end = _deadline.get()
    if end is None:
        return timeout
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time for the whole request is over")
    return left if timeout is None else min(timeout, left)


def resolve(host: str, port: int) -> list[Address]:
    """Ask the system's resolver. Raises OSError when the name is unknown."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers))


class _Stream(httpcore2.NetworkStream):
    """A connection whose every read and write obeys the deadline, so that a slow drip ends too."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, remaining(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, remaining(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, remaining(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Opens connections to checked addresses only. Raises AddressRefused for any other."""

    def __init__(self, resolver: Resolver, *, allow_private: bool) -> None:
        self._resolver = resolver
        self._allow_private = allow_private
        self._inner = httpcore2.SyncBackend()
        # The system's resolver knows no time limit; a helper thread lets us stop waiting for it.
        self._names = ThreadPoolExecutor(max_workers=8, thread_name_prefix="resolve")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in self.checked(host, port):
            try:
                return _Stream(
                    self._inner.connect_tcp(str(address), port, remaining(timeout), local_address, socket_options)
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore2.ConnectError(f"{host} has no address")

    def checked(self, host: str, port: int) -> list[Address]:
        """The addresses of ``host``, all of them allowed: one bad address among good ones is a trap, not a chance."""
        try:
            addresses = self._names.submit(self._resolver, host, port).result(remaining())
        except ResolveTimeout as error:
            raise httpcore2.ConnectTimeout(f"the name {host} was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} is unknown") from error
        for address in addresses:
            why = objection(address, allow_private=self._allow_private)
            if why:
                raise AddressRefused(f"{host} leads to {address}, {why}")
        return addresses

    def close(self) -> None:
        self._names.shutdown(wait=False, cancel_futures=True)


class _ProxyBackend(httpcore2.SyncBackend):
    """The way to the proxy that the user named: it may stand in the private network."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        return _Stream(super().connect_tcp(host, port, remaining(timeout), local_address, socket_options))


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class GuardedTransport(httpx2.BaseTransport):
    """An httpx2 transport over a pool of guarded connections.

    ``proxy``: URL of an HTTP proxy, "" for none. Through a proxy we no longer choose the address, so the target's
    name is checked before each request as far as we can resolve it ourselves.
    Raises AddressRefused, and httpcore2's exceptions unchanged.
    """

    def __init__(
        self, *, resolver: Resolver, allow_private: bool, ssl_context: ssl.SSLContext, proxy: str = ""
    ) -> None:
        self._backend = GuardedBackend(resolver, allow_private=allow_private)
        self._through_proxy = bool(proxy)
        common: dict[str, Any] = {
            "ssl_context": ssl_context,
            "max_connections": 40,
            "max_keepalive_connections": 20,
            "keepalive_expiry": 15.0,
            "http2": find_spec("h2") is not None,
        }
        if proxy:
            url = httpx2.URL(proxy)
            auth = (url.username.encode(), url.password.encode()) if url.username else None
            common |= {"proxy_url": str(url.copy_with(userinfo=b"")), "proxy_auth": auth}
            self._pool: httpcore2.ConnectionPool = httpcore2.HTTPProxy(network_backend=_ProxyBackend(), **common)
        else:
            self._pool = httpcore2.ConnectionPool(network_backend=self._backend, **common)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if self._through_proxy:
            self._check_target(request.url)
        target = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method, url=target, headers=request.headers.raw, extensions=request.extensions
            )
        )
        assert isinstance(answer.stream, Iterable)  # noqa: S101  (the sync pool gives no other)
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def _check_target(self, url: httpx2.URL) -> None:
        try:
            self._backend.checked(url.host, url.port or (443 if url.scheme == "https" else 80))
        except httpcore2.ConnectError:
            return  # unknown here; the proxy's own resolver and rules decide

    def close(self) -> None:
        self._pool.close()
        self._backend.close()
