"""The only door to the web: polite (robots.txt, one request at a time per host), guarded (addresses), limited (size,
time, redirects).

    with Web(contact="desk@example.org") as web:
        response = web.get(feed.url, feed=feed, etag=etag)
"""

from flows.fetch.body import Limits
from flows.fetch.web import Response, Retries, Web

__all__ = ["Limits", "Response", "Retries", "Web"]
