"""Text from the web made fit to show: on a terminal, in a mail header, in Slack, on a page.

Only what the eye cannot see is taken away. Markup of the receiving surface (HTML, Slack) is escaped by that surface.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, urlsplit

#: Terminal escape sequences (ECMA-48): CSI ... final byte, OSC ... BEL or ST, two-character escapes.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[@-Z\\^_]"
)

#: Controls, bidirectional controls (Unicode TR 36, CVE-2021-42574), invisible separators, tags, lone surrogates.
#: ZERO WIDTH JOINER and NON-JOINER stay: Persian, Hindi and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"[\s\x1c-\x1f]+")  # \s covers line and paragraph separators too


def plain(text: str, limit: int | None = None, *, strip: bool = True) -> str:
    """``text`` on one line without control, escape, bidirectional or invisible characters.

    ``limit``: at most that many code points, cut at a word where one is near, marked with an ellipsis. ``strip=False``
    keeps one space at either end, for pieces of a sentence.
    """
    line = _SPACE.sub(" ", _INVISIBLE.sub("", _ESCAPES.sub("", text)))
    if strip:
        line = line.strip(" ")
    return line if limit is None else _cut(line, limit)


def _cut(line: str, limit: int) -> str:
    if len(line) <= limit:
        return line
    head = line[: max(limit - 1, 0)]
    word = head.rfind(" ")
    if word >= len(head) - 24 and word > 0:
        head = head[:word]
    return head.rstrip(" ,;:") + "…" if limit > 0 else ""


def web_link(url: str) -> str:
    """``url`` when it may be offered as a link (http or https, a host), else "". Nothing in the answer can end an
    HTML attribute or a Slack link: quotes, angle brackets, pipes and spaces are percent-encoded."""
    url = plain(url)
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    link = quote(url, safe="%/:=&?~#+!$,;@()*[]-._")
    return link if len(link) <= 2000 else ""


def slug(name: str, *, limit: int = 60) -> str:
    """A file name without surprises from any text: ``[a-z0-9-]``, never empty, never a path, the same on file systems
    that ignore case. A name that is no slug already gets a short hash, so that two names never meet."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if words == name and 0 < len(words) <= limit:
        return words
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words[:limit].strip('-') or 'story'}-{mark}"
