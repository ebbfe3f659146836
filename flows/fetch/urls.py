"""Addresses as strangers write them: parsed, judged, and shown safely in a message."""

from __future__ import annotations

import re

import httpx2

from news.errors import FetchError

#: Names after IDNA and literal addresses; underscores do occur.
_HOST = re.compile(r"[A-Za-z0-9._:-]+")
_LONGEST = 8000
_LONGEST_SHOWN = 300


def shown(url: object) -> str:
    """``url`` for a message: one line, no control characters, no password, not endless."""
    text = "".join(character if character.isprintable() else "?" for character in str(url))
    scheme, separator, rest = text.partition("://")
    authority, slash, path = rest.partition("/")
    text = scheme + separator + authority.rpartition("@")[2] + slash + path
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "..."


def parsed(url: str) -> httpx2.URL:
    """The address to request, without its fragment. Raises FetchError for anything but plain http and https."""
    if len(url) > _LONGEST:
        raise FetchError(f"{shown(url)}: an address of {len(url)} characters is not fetched")
    try:
        return _required(httpx2.URL(url.strip()))
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(
            f"{shown(url)}: no valid web address ({error}); correct it in the feed or the settings"
        ) from error


def joined(base: httpx2.URL, location: str) -> httpx2.URL:
    """Where a redirect from ``base`` leads. Raises FetchError like ``parsed``."""
    try:
        return parsed(str(base.join(location)))
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(f"{shown(base)}: redirects to something that is no web address ({shown(location)})") from error


def origin(url: httpx2.URL) -> str:
    """``https://host[:port]``, the key of robots.txt."""
    return f"{url.scheme}://{netloc(url)}"


def netloc(url: httpx2.URL) -> str:
    """``host[:port]``, the key of politeness."""
    return url.netloc.decode("ascii")


def _required(url: httpx2.URL) -> httpx2.URL:
    if url.scheme not in ("http", "https"):
        raise FetchError(f"{shown(url)}: only http and https addresses are fetched")
    if not _HOST.fullmatch(url.raw_host.decode("ascii")):
        raise FetchError(f"{shown(url)}: the address names no usable host; correct it in the feed or the settings")
    if url.userinfo:
        raise FetchError(f"{shown(url)}: carries a user name; put it into the feed's headers instead")
    return url.copy_with(fragment=None)
