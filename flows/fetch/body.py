"""Reading an answer's body within limits, whatever the server sends."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import httpx2

from news.errors import FetchError

#: A page that grows more than this when unpacked is a bomb; real pages and feeds stay below half of it.
MAX_RATIO = 200
_RATIO_FROM = 1_000_000  # bytes unpacked; below this nothing can hurt
_STEP = 65_536
_READABLE = ("xml", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``size``: most bytes of one unpacked body. ``seconds``: longest time for one request, redirects apart."""

    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5


def readable_type(content_type: str) -> bool:
    """True for text, HTML, XML, JSON and for a missing type; False for pictures, sound, PDF, archives."""
    kind = content_type.partition(";")[0].strip().lower()
    if not kind or kind.startswith("text/"):
        return True
    main, _, sub = kind.partition("/")
    return main == "application" and any(word in sub for word in _READABLE)


def read_body(response: httpx2.Response, url: str, limit: int, *, cut: bool = False) -> bytes:
    """The unpacked body, at most ``limit`` bytes; ``cut``: a larger one ends there instead of being refused.

    Raises FetchError when it is larger, a bomb, broken or packed in a way we did not offer (we offer gzip, deflate).
    """
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and len(declared) < 20 and int(declared) > limit and not cut:
        raise _too_large(url, limit)
    received = 0
    body = bytearray()
    unpacker = _unpacker(response.headers.get("content-encoding", ""), url)
    for packed in response.iter_raw():
        received += len(packed)
        for piece in unpacker.feed(packed):
            body += piece
            if len(body) > limit:
                if cut:
                    return bytes(body[:limit])
                raise _too_large(url, limit)
            if len(body) > _RATIO_FROM and len(body) > MAX_RATIO * received:
                raise FetchError(f"{url}: the answer unpacks to more than {MAX_RATIO} times its size, so it is refused")
    unpacker.finish()
    return bytes(body)


def drain(response: httpx2.Response) -> None:
    """Read a small body that nobody wants to its end, so that the connection can serve the next request."""
    declared = response.headers.get("content-length", "0" if response.status_code == 304 else "")
    if declared.isdigit() and len(declared) < 5:
        for _ in response.iter_raw():
            pass


def _too_large(url: str, limit: int) -> FetchError:
    return FetchError(f"{url}: larger than {limit / 1e6:.0f} MB, so it is not read")


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> None:
        return


class _Zlib:
    """Unpacks gzip (several members too) and both forms of deflate in small steps."""

    def __init__(self, url: str, *, gzip: bool) -> None:
        self._url = url
        self._bits = 31 if gzip else 15
        self._inner = zlib.decompressobj(self._bits)
        self._started = False
        self._gzip = gzip

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner.eof:
                if not self._gzip or data[:1] != b"\x1f":
                    return  # padding after the end
                self._inner = zlib.decompressobj(self._bits)
            yield self._step(data)
            data = self._inner.unconsumed_tail or self._inner.unused_data

    def _step(self, data: bytes) -> bytes:
        try:
            piece = self._inner.decompress(data, _STEP)
        except zlib.error as error:
            if self._gzip or self._started:
                reason = f"{self._url}: the packed answer is damaged; the next run tries again"
                raise FetchError(reason, transient=True) from error
            # "deflate" is sent without its zlib header by some servers
            self._started = True
            self._inner = zlib.decompressobj(-15)
            return self._step(data)
        self._started = True
        return piece

    def finish(self) -> None:
        if self._started and not self._inner.eof:
            raise FetchError(f"{self._url}: the packed answer was cut short; the next run tries again", transient=True)


def _unpacker(encoding: str, url: str) -> _Plain | _Zlib:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Zlib(url, gzip=name != "deflate")
    raise FetchError(f"{url}: packed as {name[:40]!r}, which we did not ask for; the server needs to send gzip")
