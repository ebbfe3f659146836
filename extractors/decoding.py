"""Bytes of a page or feed to text.

Order: byte order mark, valid UTF-8, the declared charset (HTTP header, then document), charset-normalizer. Valid UTF-8
goes before any declaration because servers declare wrongly far more often than other encodings happen to be valid UTF-8
(the rule of miniflux and of the WHATWG's own measurements).
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADER = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DOCUMENT = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_HEAD = 4096
_SAMPLE = 65536
#: HTML's own reading of these labels (WHATWG Encoding Standard, section 4.2).
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}


def decode(content: bytes, content_type: str = "") -> str:
    """The text of ``content``. Never raises: undecodable bytes become U+FFFD. Control characters are dropped."""
    return _LONE.sub("\ufffd", _CONTROL.sub("", _text(content, content_type)))


def _text(content: bytes, content_type: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for label in _declared(content, content_type):
        text = _try(content, _LABELS.get(label.lower(), label))
        if text is not None:
            return text
    best = from_bytes(content[:_SAMPLE]).best()
    guessed = _try(content, best.encoding) if best else None
    return guessed if guessed is not None else content.decode("utf-8", "replace")


def _declared(content: bytes, content_type: str) -> list[str]:
    labels = [m[1] for m in _HEADER.finditer(content_type)]
    return labels + [m[1].decode("ascii") for m in _DOCUMENT.finditer(content[:_HEAD])]


def _try(content: bytes, encoding: str) -> str | None:
    """Decoded with few enough faults (one in 200 characters), else None. UTF-8 gets the same tolerance."""
    try:
        text = content.decode(encoding, "replace")
    except (LookupError, ValueError, TypeError):
        return None
    return text if text.count("\ufffd") * 200 <= len(text) else None
