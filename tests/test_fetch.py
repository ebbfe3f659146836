"""The door to the web, against real servers on loopback: each test starts the one it needs."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from flows.fetch import Limits, Response, Retries, Web
from flows.fetch.addresses import objection
from flows.fetch.answers import retry_after
from flows.fetch.hosts import Hosts
from flows.fetch.web import user_agent
from news.errors import FetchError
from news.records import Feed

#: Two tries without waiting between them.
QUICK = Retries(attempts=2, first_wait=0, longest_wait=0, jitter=0)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers.items())))
        answer = self.server.answers.get(self.path)
        if answer is None:
            self.reply(404, b"", "text/html")
        else:
            answer(self)

    def reply(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class Site(ThreadingHTTPServer):
    """A server whose ``answers`` (path -> what to do) a test fills in; ``seen`` are the requests in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def page(self, path: str, body: bytes = b"<p>page", kind: str = "text/html; charset=utf-8", **more: str) -> None:
        self.answers[path] = lambda handler: handler.reply(200, body, kind, **more)

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        self.answers[path] = lambda handler: handler.reply(status, b"", Location=location)

    def status(self, path: str, status: int, **headers: str) -> None:
        self.answers[path] = lambda handler: handler.reply(status, b"sorry", **headers)

    def asked(self, path: str) -> int:
        return sum(seen == path for seen, _ in self.seen)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what many of these tests are about."""


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(contact="desk@example.org", retries=QUICK) as made:
        yield made


def feed(url: str = "http://feed.example/", *, private: bool = True) -> Feed:
    return Feed(url=url, outlet="Example", delay=0, allow_private=private)


def refusal(web: Web, url: str, *, private: bool = True) -> FetchError:
    """The error of a fetch that must fail."""
    with pytest.raises(FetchError) as caught:
        web.get(url, feed=feed(private=private))
    assert "\n" not in str(caught.value)
    return caught.value


# ----------------------------------------------------------------------------------------------------- what arrives
def test_a_page_arrives_as_sent(site: Site, web: Web) -> None:
    body = "Київ: 3 000".encode("windows-1251")
    site.page("/a", body, "text/html; charset=windows-1251", ETag='"v1"', Last_Modified="Mon, 23 Dec 2024 18:04:00 GMT")
    response = web.get(f"{site.url}/a#top", feed=feed())
    assert response.content == body
    assert response.content_type == "text/html; charset=windows-1251"
    assert (response.url, response.status, response.moved_to) == (f"{site.url}/a", 200, "")
    assert (response.etag, response.last_modified) == ('"v1"', "Mon, 23 Dec 2024 18:04:00 GMT")
    assert response.headers["etag"] == '"v1"'


def test_we_say_who_we_are_and_how_to_reach_us(site: Site, web: Web) -> None:
    site.page("/a")
    web.get(f"{site.url}/a", feed=feed())
    agents = {headers["User-Agent"] for _, headers in site.seen}
    assert agents == {user_agent("desk@example.org")}
    assert user_agent("desk@example.org").startswith("Tallywatch/")
    assert "desk@example.org" in user_agent("desk@example.org")
    assert "\n" not in user_agent("a\r\nEvil: header")


def test_validators_go_out_and_304_comes_back(site: Site, web: Web) -> None:
    def conditional(handler: Handler) -> None:
        known = handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since") == "then"
        handler.reply(304 if known else 200, b"" if known else b"new", ETag='"v1"')

    site.answers["/feed"] = conditional
    assert web.get(f"{site.url}/feed", feed=feed()).content == b"new"
    again = web.get(f"{site.url}/feed", feed=feed(), etag='"v1"', last_modified="then")
    assert (again.status, again.content, again.etag) == (304, b"", '"v1"')


def test_a_304_that_nobody_asked_for_is_an_error(site: Site, web: Web) -> None:
    site.status("/feed", 304)
    assert refusal(web, f"{site.url}/feed").status == 304


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/json", "text/plain", "application/xhtml+xml", ""])
def test_text_of_every_kind_is_read(site: Site, web: Web, kind: str) -> None:
    site.page("/a", b"x", kind)
    assert web.get(f"{site.url}/a", feed=feed()).content == b"x"


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/octet-stream"])
def test_other_content_is_refused(site: Site, web: Web, kind: str) -> None:
    site.page("/a", b"x", kind)
    error = refusal(web, f"{site.url}/a")
    assert kind in str(error) and not error.transient


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"words " * 50, mtime=0)),
        ("gzip", gzip.compress(b"words " * 20, mtime=0) + gzip.compress(b"words " * 30, mtime=0)),
        ("gzip", gzip.compress(b"words " * 50, mtime=0) + b"\0\0\0"),
        ("deflate", zlib.compress(b"words " * 50)),
        ("deflate", zlib.compress(b"words " * 50)[2:-4]),
    ],
)
def test_packed_answers_are_unpacked(site: Site, web: Web, encoding: str, packed: bytes) -> None:
    site.page("/a", packed, Content_Encoding=encoding)
    assert web.get(f"{site.url}/a", feed=feed()).content == b"words " * 50


# ------------------------------------------------------------------------------------------------------- redirects
def test_only_moves_for_good_are_reported_as_moves(site: Site, web: Web) -> None:
    site.redirect("/old", "/new", 301)
    site.redirect("/new", "/newer", 308)
    site.redirect("/newer", "/today", 302)
    site.redirect("/today", "/for-good", 301)
    site.page("/for-good", b"here")
    response = web.get(f"{site.url}/old", feed=feed())
    assert (response.content, response.url) == (b"here", f"{site.url}/for-good")
    assert response.moved_to == f"{site.url}/newer"


def test_redirects_end(site: Site, web: Web) -> None:
    site.redirect("/round", "/round")
    assert "more than 5 redirects" in str(refusal(web, f"{site.url}/round"))
    assert site.asked("/round") == 6


def test_a_redirect_keeps_the_cookies_of_its_journey_only(site: Site, web: Web) -> None:
    def gate(handler: Handler) -> None:
        if "seen=1" in handler.headers.get("Cookie", ""):
            handler.reply(200, b"in")
        else:
            handler.reply(302, b"", Location="/gate", Set_Cookie="seen=1; Path=/")

    site.answers["/gate"] = gate
    site.page("/other")
    assert web.get(f"{site.url}/gate", feed=feed()).content == b"in"
    web.get(f"{site.url}/other", feed=feed())
    assert "Cookie" not in site.seen[-1][1]


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "http://[::bad/", "javascript:1"]
)
def test_redirects_lead_nowhere_but_the_web(site: Site, web: Web, location: str) -> None:
    site.redirect("/a", location)
    assert not refusal(web, f"{site.url}/a").transient


# ------------------------------------------------------------------------------------------------ guarded addresses
def test_private_addresses_are_refused_unless_the_feed_allows_them(site: Site, web: Web) -> None:
    site.page("/a")
    for url in (
        f"{site.url}/a",
        f"http://localhost:{site.server_port}/a",
        f"http://2130706433:{site.server_port}/a",
        f"http://[::ffff:127.0.0.1]:{site.server_port}/a",
    ):
        error = refusal(web, url, private=False)
        assert "this very machine" in str(error) and not error.transient
    assert site.seen == []


def test_a_name_that_resolves_to_this_machine_is_refused(site: Site) -> None:
    site.page("/a")
    with Web(resolver=lambda host, port: [ip_address("93.184.216.34"), ip_address("127.0.0.1")], retries=QUICK) as web:
        error = refusal(web, f"http://news.example:{site.server_port}/a", private=False)
    assert "news.example leads to 127.0.0.1" in str(error)
    assert site.seen == []


def test_the_checked_address_is_the_one_connected_to(site: Site) -> None:
    """The system does not know this name: only the address that was checked can have been connected to."""
    site.page("/a", b"reached")
    with Web(resolver=lambda host, port: [ip_address("127.0.0.1")], retries=QUICK) as web:
        response = web.get(f"http://news.invalid:{site.server_port}/a", feed=feed())
    assert response.content == b"reached"
    assert site.seen[-1][1]["Host"] == f"news.invalid:{site.server_port}"


def test_a_connection_serves_several_requests(site: Site) -> None:
    """No robots.txt (404), a redirect and two pages: one connection, so one resolution."""
    asked: list[str] = []
    site.redirect("/old", "/a")
    site.page("/a")
    with Web(resolver=lambda host, port: asked.append(host) or [ip_address("127.0.0.1")], retries=QUICK) as web:
        for path in ("/old", "/a"):
            web.get(f"http://news.invalid:{site.server_port}{path}", feed=feed())
    assert asked == ["news.invalid"]


def test_every_redirect_is_checked_again(site: Site) -> None:
    """From a public name to a private one: here both are this machine, and only the second is refused."""
    other = {"public.example": "127.0.0.1", "inside.example": "169.254.169.254"}
    site.redirect("/a", f"http://inside.example:{site.server_port}/secret")
    site.page("/secret")
    with Web(resolver=lambda host, port: [ip_address(other[host])], retries=QUICK) as web:
        error = refusal(web, f"http://public.example:{site.server_port}/a")
    assert "inside.example leads to 169.254.169.254" in str(error)
    assert site.asked("/a") == 1 and site.asked("/secret") == 0


@pytest.mark.parametrize(
    ("address", "public", "private"),
    [
        ("93.184.216.34", True, True),
        ("2606:2800:220:1::1", True, True),
        ("127.0.0.1", False, True),
        ("::1", False, True),
        ("10.0.0.1", False, True),
        ("172.16.3.4", False, True),
        ("192.168.1.1", False, True),
        ("100.64.0.1", False, True),
        ("fc00::1", False, True),
        ("169.254.1.1", False, False),
        ("169.254.169.254", False, False),
        ("fd00:ec2::254", False, False),
        ("100.100.100.200", False, False),
        ("fe80::1", False, False),
        ("0.0.0.0", False, False),
        ("::", False, False),
        ("224.0.0.1", False, False),
        ("ff02::1", False, False),
        ("255.255.255.255", False, False),
        ("240.0.0.1", False, False),
        ("::ffff:10.0.0.1", False, True),
        ("::ffff:169.254.169.254", False, False),
        ("::127.0.0.1", False, True),
        ("64:ff9b::7f00:1", False, True),
        ("64:ff9b::a9fe:a9fe", False, False),
        ("2002:7f00:1::", False, True),
        ("2002:5db8:d822::1", True, True),
    ],
)
def test_which_addresses_may_be_reached(address: str, public: bool, private: bool) -> None:
    assert (objection(ip_address(address), allow_private=False) == "") is public
    assert (objection(ip_address(address), allow_private=True) == "") is private


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "http:///x", "http://user:secret@example.org/", "", "no address", "http://[", "x" * 9000],
)
def test_what_is_no_web_address_is_refused_without_a_word_to_anybody(web: Web, url: str) -> None:
    error = refusal(web, url)
    assert not error.transient
    assert "secret" not in str(error)
    assert len(str(error)) < 600


# ---------------------------------------------------------------------------------------------------------- limits
def test_a_large_page_is_cut_off_early(site: Site, web: Web) -> None:
    sent = 0

    def endless(handler: Handler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(300):
            handler.wfile.write(b"x" * 1_000_000)
            sent += 1

    site.answers["/a"] = endless
    error = refusal(web, f"{site.url}/a")
    assert "larger than 20 MB" in str(error) and not error.transient
    assert sent < 100


def test_a_page_that_says_it_is_large_is_not_begun(site: Site, web: Web) -> None:
    def boast(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "300000000")
        handler.end_headers()

    site.answers["/a"] = boast
    assert "larger than 20 MB" in str(refusal(web, f"{site.url}/a"))


def test_a_bomb_is_defused(site: Site, web: Web) -> None:
    """19 MB of nothing in 19 kB: below the size limit, so only the ratio tells."""
    site.page("/a", gzip.compress(bytes(19_000_000), mtime=0), Content_Encoding="gzip")
    error = refusal(web, f"{site.url}/a")
    assert "200 times its size" in str(error) and not error.transient


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("gzip", b"this is not gzip at all", "damaged"),
        ("gzip", gzip.compress(b"words " * 500, mtime=0)[:-20], "cut short"),
        ("br", b"\x0b\x02\x80", "did not ask for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "did not ask for"),
    ],
)
def test_badly_packed_answers_are_errors(site: Site, web: Web, encoding: str, body: bytes, words: str) -> None:
    site.page("/a", body, Content_Encoding=encoding)
    assert words in str(refusal(web, f"{site.url}/a"))


def drip(handler: Handler) -> None:
    """Headers at once, then one byte at a time: never silent for long, never done."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        handler.wfile.write(f"X-{number}: x\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def silence(handler: Handler) -> None:
    time.sleep(5)


@pytest.mark.parametrize("slow", [drip, drip_headers, silence])
def test_the_time_limit_is_over_all(site: Site, slow: Answer) -> None:
    site.answers["/a"] = slow
    with Web(limits=Limits(seconds=0.5), retries=Retries(attempts=1)) as web:
        error = refusal(web, f"{site.url}/a")
    assert "no complete answer within 0.5 seconds" in str(error) and error.transient


# ------------------------------------------------------------------------------------------- refusals and trying again
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 410, 451])
def test_refusals_are_final(site: Site, web: Web, status: int) -> None:
    site.status("/a", status)
    error = refusal(web, f"{site.url}/a")
    assert (error.status, error.transient, error.retry_after) == (status, False, None)
    assert f"HTTP {status}" in str(error) and f"{site.url}/a" in str(error)
    assert site.asked("/a") == 1


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_what_will_pass_is_tried_again(site: Site, web: Web, status: int) -> None:
    site.status("/a", status)
    error = refusal(web, f"{site.url}/a")
    assert (error.status, error.transient) == (status, True)
    assert site.asked("/a") == 2


def test_the_second_try_may_succeed(site: Site, web: Web) -> None:
    def recovering(handler: Handler) -> None:
        first = handler.server.asked("/a") == 1
        handler.reply(503 if first else 200, b"well again")

    site.answers["/a"] = recovering
    assert web.get(f"{site.url}/a", feed=feed()).content == b"well again"


@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_that_is_asked_for_is_kept(site: Site, web: Web, status: int) -> None:
    site.status("/a", status, Retry_After="120")
    site.page("/b")
    error = refusal(web, f"{site.url}/a")
    assert (error.status, error.transient, error.retry_after) == (status, True, 120)
    assert site.asked("/a") == 1
    waiting = refusal(web, f"{site.url}/b")
    assert waiting.transient and waiting.retry_after is not None and 100 < waiting.retry_after <= 120
    assert site.asked("/b") == 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Mon, 23 Dec 2024 18:05:00 GMT", 60),
        ("Mon, 23 Dec 2024 18:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 400, None),
        ("١٢", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, seconds: float | None) -> None:
    assert retry_after(header, datetime(2024, 12, 23, 18, 4, tzinfo=UTC)) == seconds


def test_nobody_there(web: Web) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = refusal(web, f"http://127.0.0.1:{unused.getsockname()[1]}/a")
    assert error.transient and error.status is None


def test_an_unknown_name_is_a_line(web: Web) -> None:
    error = refusal(web, "http://no-such-host.invalid/")
    assert "no-such-host.invalid is unknown" in str(error) and error.transient


def test_an_answer_that_breaks_off_is_transient(site: Site, web: Web) -> None:
    def broken(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    site.answers["/a"] = broken
    assert refusal(web, f"{site.url}/a").transient


def test_what_is_no_http_is_an_error(site: Site, web: Web) -> None:
    def noise(handler: Handler) -> None:
        handler.wfile.write(b"\x00\x01 SSH-2.0 \r\n\r\n")
        handler.close_connection = True

    site.answers["/a"] = noise
    assert f"{site.url}/a" in str(refusal(web, f"{site.url}/a"))


# ------------------------------------------------------------------------------------------------ robots and politeness
def test_robots_are_heeded_and_asked_once(site: Site, web: Web) -> None:
    rules = b"User-agent: *\nDisallow: /private\n\nUser-agent: Tallywatch\nDisallow: /not-you\nAllow: /not-you/but-this"
    site.page("/robots.txt", rules, "text/plain")
    for path in ("/not-you/a", "/private/a", "/not-you/but-this"):
        site.page(path)
    assert "robots.txt" in str(refusal(web, f"{site.url}/not-you/a"))
    assert web.get(f"{site.url}/private/a", feed=feed()).status == 200
    assert web.get(f"{site.url}/not-you/but-this", feed=feed()).status == 200
    assert (site.asked("/robots.txt"), site.asked("/not-you/a")) == (1, 0)


def test_a_redirect_into_what_is_disallowed_is_not_followed(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private", "text/plain")
    site.redirect("/a", "/private/a")
    site.page("/private/a")
    assert not refusal(web, f"{site.url}/a").transient
    assert site.asked("/private/a") == 0


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_robots_means_everything_is_allowed(site: Site, web: Web, status: int) -> None:
    site.status("/robots.txt", status)
    site.page("/a")
    assert web.get(f"{site.url}/a", feed=feed()).status == 200


@pytest.mark.parametrize("status", [429, 500, 503])
def test_robots_that_cannot_be_had_mean_nothing_for_now(site: Site, web: Web, status: int) -> None:
    site.status("/robots.txt", status)
    site.page("/a")
    error = refusal(web, f"{site.url}/a")
    assert error.transient and "robots.txt" in str(error) and f"HTTP {status}" in str(error)
    tries = site.asked("/robots.txt")
    refusal(web, f"{site.url}/a")
    assert site.asked("/a") == 0 and site.asked("/robots.txt") == tries


def test_endless_robots_are_read_to_their_limit(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\n" + b"# filling\n" * 200_000, "text/plain")
    site.page("/private")
    site.page("/a")
    assert "robots.txt" in str(refusal(web, f"{site.url}/private"))
    assert web.get(f"{site.url}/a", feed=feed()).status == 200


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.mark.parametrize(
    ("rules", "delay", "pause"),
    [
        (b"", 3.0, 3.0),
        (b"User-agent: *\nCrawl-delay: 7.5", 3.0, 7.5),
        (b"User-agent: *\nCrawl-delay: 1", 3.0, 3.0),
        (b"User-agent: *\nRequest-rate: 1/20", 3.0, 20.0),
    ],
)
def test_the_longer_of_our_delay_and_theirs_is_kept(site: Site, rules: bytes, delay: float, pause: float) -> None:
    site.page("/robots.txt", rules, "text/plain")
    site.page("/a")
    clock = Clock()
    polite = Feed(url=site.url, outlet="Example", delay=delay, allow_private=True)
    with Web(hosts=Hosts(clock=clock, sleep=clock.sleep)) as web:
        for _ in range(3):
            web.get(f"{site.url}/a", feed=polite)
    assert clock.slept == [delay, pause, pause]  # after robots.txt, then between the pages


def test_a_crawl_delay_beyond_our_patience_is_left_to_later_runs(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 3600", "text/plain")
    site.page("/a")
    clock = Clock()
    with Web(hosts=Hosts(clock=clock, sleep=clock.sleep)) as web:
        assert web.get(f"{site.url}/a", feed=feed()).status == 200
        error = refusal(web, f"{site.url}/a")
    assert error.transient and error.retry_after == 3600
    assert site.asked("/a") == 1


def test_one_request_at_a_time_per_host_and_hosts_side_by_side() -> None:
    """Two hosts that each answer only when both are asked at the same time; within one host never two at once."""
    together = threading.Barrier(2, timeout=20)
    busy: dict[int, int] = {}
    most: dict[int, int] = {}
    guard = threading.Lock()

    def answer(handler: Handler) -> None:
        port = handler.server.server_port
        with guard:
            busy[port] = busy.get(port, 0) + 1
            most[port] = max(most.get(port, 0), busy[port])
        together.wait()
        with guard:
            busy[port] -= 1
        handler.reply(200, b"x")

    with serving() as one, serving() as two, Web() as web:
        results: list[Response] = []
        threads = [
            threading.Thread(target=lambda url=f"{site.url}/a": results.append(web.get(url, feed=feed())))
            for site in (one, two)
            for _ in range(3)
        ]
        for site in (one, two):
            site.answers["/a"] = answer
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(results) == 6
        assert set(most.values()) == {1}


# ------------------------------------------------------------------------------------------------ secrets of one source
def test_a_feeds_headers_go_to_its_own_site_only(site: Site) -> None:
    with serving() as other:
        site.page("/feed")
        site.redirect("/away", f"http://localhost:{other.server_port}/landing")
        other.page("/landing")
        own = feed(f"{site.url}/feed")
        with Web(headers={own.url: {"Authorization": "Bearer s3cret"}}) as web:
            web.get(f"{site.url}/feed", feed=own)
            web.get(f"{site.url}/away", feed=own)
            web.get(f"{site.url}/feed", feed=feed("http://somebody-else.example/"))
        sent = [headers.get("Authorization") for path, headers in site.seen if path == "/feed"]
        assert sent == ["Bearer s3cret", None]
        assert other.asked("/landing") == 1
        assert all("Authorization" not in headers for _, headers in other.seen)


def test_a_proxy_is_used_and_does_not_open_the_private_network(site: Site) -> None:
    site.answers["http://public.example/a"] = lambda handler: handler.reply(200, b"through the proxy")
    known = {"public.example": "93.184.216.34", "inside.example": "10.0.0.7"}
    with Web(proxies={"": site.url}, resolver=lambda host, port: [ip_address(known[host])], retries=QUICK) as web:
        assert web.get("http://public.example/a", feed=feed(private=False)).content == b"through the proxy"
        assert "10.0.0.7" in str(refusal(web, "http://inside.example/a", private=False))
    assert all("inside.example" not in path for path, _ in site.seen)
