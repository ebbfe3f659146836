"""The bundled demo news web over real HTTP on loopback, as it stood on any day of its five weeks.

    web = DemoWeb()
    with serve_demo(web) as base_url:
        for day in web.days:
            web.today = day          # pages and entries of later days are not there yet
            ...                      # poll base_url + "/wire/feed.xml"

``demo_web/web.toml`` lists every address with its file and day; outlets are paths of one host (``/wire/``).
The addresses hold the port, so an archive recognises the demo's articles again only when ``port`` is the same.
"""

from __future__ import annotations

import hashlib
import html
import re
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

#: The web itself; package data.
DEMO_WEB = Path(__file__).parent / "demo_web"

_BLOCK = re.compile(r"[ \t]*<(item|entry)[ >][^\0]*?</\1>\n?|[ \t]*<rdf:li [^>]*/>\n?")
_ADDRESS = re.compile(r"""\{\{base\}\}(/[^"'<>\s]*)|href="(/[^"]*)\"""")
#: parameters that name no other page
_TRACKING = ("utm_source", "utm_medium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One address of the demo web. ``published`` is None for what is always there; ``file`` is None when the address
    answers with ``status`` only."""

    path: str
    file: Path | None
    content_type: str = "text/html; charset=utf-8"
    published: datetime | None = None
    status: int = 200
    feed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An HTTP answer, ready to send."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


class DemoWeb:
    """The demo's addresses and what they answer on a given day.

    ``today``: the day as which the web is served, None = the whole story. It may be changed while serving.
    """

    def __init__(self, folder: Path = DEMO_WEB, *, today: date | None = None) -> None:
        self.folder = folder
        self.today = today
        self.resources = {resource.path: resource for resource in _read_index(folder)}

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something is published, in order: the journey of the demo."""
        return tuple(sorted({r.published.date() for r in self.resources.values() if r.published is not None}))

    @property
    def feeds(self) -> tuple[Resource, ...]:
        """The feeds, in the order of the index."""
        return tuple(resource for resource in self.resources.values() if resource.feed)

    @property
    def pages(self) -> tuple[Resource, ...]:
        """The pages that answer with a file, oldest first."""
        pages = (r for r in self.resources.values() if r.published is not None and r.file is not None)
        return tuple(sorted(pages, key=lambda page: (page.published or datetime.min.replace(tzinfo=UTC), page.path)))

    def answer(self, target: str, headers: Mapping[str, str], base_url: str) -> Reply:
        """The reply to ``GET target``. Unknown and not yet published addresses are 404; an unchanged address whose
        validators come back in ``headers`` (names in title case, "If-None-Match") is 304."""
        resource = self.resources.get(page_path(target))
        if resource is None or not self._is_out(resource.published):
            return _error_page(HTTPStatus.NOT_FOUND)
        if resource.file is None:
            return _error_page(HTTPStatus(resource.status))
        content, changed = self._content(resource, base_url)
        validators = {
            "ETag": f'"{hashlib.sha256(content).hexdigest()[:20]}"',
            "Last-Modified": format_datetime(changed, usegmt=True),
        }
        if _is_unchanged(headers, validators, changed):
            return Reply(status=304, headers=validators)
        return Reply(status=200, headers={"Content-Type": resource.content_type, **validators}, content=content)

    def _is_out(self, published: datetime | None) -> bool:
        return self.today is None or published is None or published.date() <= self.today

    def _content(self, resource: Resource, base_url: str) -> tuple[bytes, datetime]:
        """The bytes as served and the instant of their last change."""
        assert resource.file is not None  # noqa: S101  (the caller answered the others)
        charset = "windows-1251" if "visti" in resource.path else "utf-8"
        text = resource.file.read_bytes().decode(charset)
        changed = resource.published or self._newest()
        if resource.feed:
            shown: list[datetime] = []
            text = _BLOCK.sub(lambda block: self._shown_block(block.group(), shown), text)
            changed = max(shown, default=changed)
        text = text.replace("{{updated_rfc822}}", format_datetime(changed, usegmt=True))
        text = text.replace("{{updated_iso}}", changed.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return text.replace("{{base}}", base_url).encode(charset), changed

    def _shown_block(self, block: str, shown: list[datetime]) -> str:
        """The feed item when its page is out on ``today``, else nothing. Adds the page's instant to ``shown``."""
        for match in _ADDRESS.finditer(block):
            resource = self.resources.get(page_path(html.unescape(match[1] or match[2])))
            if resource is not None and resource.published is not None:
                if not self._is_out(resource.published):
                    return ""
                shown.append(resource.published)
                return block
        raise ValueError(f"a feed item points to no address of {self.folder / 'web.toml'}: {block[:200]}")

    def _newest(self) -> datetime:
        """The newest instant that is out; before the first day, the first instant."""
        instants = [r.published for r in self.resources.values() if r.published is not None]
        return max((instant for instant in instants if self._is_out(instant)), default=min(instants))


@contextmanager
def serve_demo(web: DemoWeb | None = None, *, port: int = 0) -> Iterator[str]:
    """Serves ``web`` (the whole demo when None) on 127.0.0.1 until the block ends; yields the address without a
    trailing slash. ``port`` 0 takes a free one. Raises OSError when ``port`` is taken."""
    site = web or DemoWeb()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            self._send(with_body=False)

        def _send(self, *, with_body: bool) -> None:
            headers = {name.title(): value for name, value in self.headers.items()}
            reply = site.answer(self.path, headers, base_url)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            if with_body:
                self.wfile.write(reply.content)

        def log_message(self, format: str, *args: object) -> None:
            """Silent: the demo's terminal belongs to the alerts."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    base_url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield base_url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def demo_settings(base_url: str, folder: Path = DEMO_WEB) -> str:
    """The demo's ``watch.yaml`` with the feeds' addresses filled in."""
    return (folder / "watch.yaml").read_text(encoding="utf-8").replace("{{base}}", base_url)


def _read_index(folder: Path) -> Iterator[Resource]:
    index = tomllib.loads((folder / "web.toml").read_text(encoding="utf-8"))
    yield Resource(path="/robots.txt", file=folder / "robots.txt", content_type="text/plain; charset=utf-8")
    for row in index["feed"]:
        yield Resource(path=row["path"], file=folder / row["file"], content_type=row["content_type"], feed=True)
    for row in index["page"]:
        yield Resource(
            path=row["path"],
            file=folder / row["file"],
            content_type=row["content_type"],
            published=row["published"],
        )
    for row in index["gone"]:
        yield Resource(path=row["path"], file=None, published=row["published"], status=row["status"])


def page_path(target: str) -> str:
    """The address in ``web.toml`` and ``expected.toml`` that an URL or request target stands for: path and query
    without what names no other page (host, trackers, a fragment)."""
    parts = urlsplit(target)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name not in _TRACKING])
    return f"{parts.path}?{query}" if query else parts.path


def _is_unchanged(headers: Mapping[str, str], validators: Mapping[str, str], changed: datetime) -> bool:
    """RFC 9110, 13.1: If-None-Match decides when it is sent, else If-Modified-Since."""
    etags = headers.get("If-None-Match")
    if etags is not None:
        return validators["ETag"] in [etag.strip().removeprefix("W/") for etag in etags.split(",")]
    since = headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return changed.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False


def _error_page(status: HTTPStatus) -> Reply:
    text = f"<!DOCTYPE html><html lang=en><title>{status.value} {status.phrase}</title><h1>{status.phrase}</h1></html>"
    return Reply(status=status, headers={"Content-Type": "text/html; charset=utf-8"}, content=text.encode())
