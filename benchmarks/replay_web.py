"""Saved news pages served over real HTTP on loopback, announced by feeds of fifty pages each.

A folder holds ``*.jsonl.gz`` files; each line is an object with ``url`` and ``html``, perhaps ``title`` and ``date``.
"""

from __future__ import annotations

import gzip
import json
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

#: pages a feed announces
FEED_SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """``number`` makes its address unique. ``packed``: the HTML, compressed, so that the pages of the replay
    weigh little beside what it measures. ``day``: ISO date, "" unknown."""

    number: int
    url: str
    packed: bytes
    title: str = ""
    day: str = ""

    @property
    def path(self) -> str:
        """The address on loopback: number, original host, original path and query."""
        parts = urlsplit(self.url)
        query = f"?{parts.query}" if parts.query else ""
        return quote(f"/{self.number}/{parts.netloc}{parts.path or '/'}{query}", safe="/?&=%:+,;@~!$*'()")


def load_pages(folder: Path, limit: int | None = None) -> list[SavedPage]:
    """The pages of all files, spread evenly over them when ``limit`` is given. Raises FileNotFoundError."""
    files = sorted(folder.glob("*.jsonl.gz"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no *.jsonl.gz")
    rows = [row for file in files for row in _rows(file)]
    if limit is not None and limit < len(rows):
        rows = [rows[position * len(rows) // limit] for position in range(limit)]
    return [
        SavedPage(
            number=number,
            url=row["url"],
            packed=row["packed"],
            title=row.get("title") or "",
            day=row.get("date") or "",
        )
        for number, row in enumerate(rows)
    ]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """The rows with their HTML packed; the truths that other benchmarks need stay behind."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            packed = zlib.compress(row["html"].encode("utf-8", errors="surrogatepass"), 1)
            yield {"url": row["url"], "title": row.get("title"), "date": row.get("date"), "packed": packed}


@contextmanager
def serve_pages(pages: Sequence[SavedPage]) -> Iterator[tuple[str, list[str]]]:
    """Serves the pages until the block ends; yields the base address and the addresses of the feeds."""
    feeds = [pages[start : start + FEED_SIZE] for start in range(0, len(pages), FEED_SIZE)]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, content_type, content = _answer(self.path, base_url, pages, feeds)
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    base_url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield base_url, [f"{base_url}/feeds/{number}.xml" for number in range(len(feeds))]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(
    target: str, base_url: str, pages: Sequence[SavedPage], feeds: Sequence[Sequence[SavedPage]]
) -> tuple[int, str, bytes]:
    first, _, rest = target.lstrip("/").partition("/")
    if first == "feeds":
        return 200, "application/rss+xml; charset=utf-8", _feed(feeds[int(rest.removesuffix(".xml"))], base_url)
    if first.isdecimal() and int(first) < len(pages):
        return 200, "text/html; charset=utf-8", zlib.decompress(pages[int(first)].packed)
    return 404, "text/plain; charset=utf-8", b"not here"


def _feed(pages: Sequence[SavedPage], base_url: str) -> bytes:
    items = "".join(_item(page, base_url) for page in pages)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Saved pages</title>'
    return f"{head}<link>{base_url}/</link><description/>{items}</channel></rss>".encode()


def _item(page: SavedPage, base_url: str) -> str:
    title = f"<title>{escape(_xml(page.title))}</title>" if page.title else "<description>untitled</description>"
    return f"<item>{title}<link>{escape(base_url + page.path)}</link>{_pub_date(page.day)}</item>\n"


def _pub_date(day: str) -> str:
    try:
        noon = datetime.fromisoformat(day[:10]).replace(hour=12, tzinfo=UTC)
    except ValueError:
        return ""
    return f"<pubDate>{format_datetime(noon, usegmt=True)}</pubDate>"


def _xml(text: str) -> str:
    return "".join(char for char in text if char >= " ")
