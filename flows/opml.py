"""OPML: the lists of feeds that feed readers exchange (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from news.errors import SettingsError
from news.plain import plain, web_link
from news.records import Feed


def read_opml(content: bytes, name: str) -> list[Feed]:
    """The feeds of an OPML document, each address once. ``name``: of the file, for messages. Entities are not
    resolved and nothing is fetched. Raises SettingsError when it is no XML or no OPML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise SettingsError(f"{name}: no OPML ({plain(str(error), 200)}); export it again from your reader") from error
    if str(root.tag).lower() != "opml":
        raise SettingsError(f"{name}: begins with <{plain(str(root.tag), 40)}>, OPML begins with <opml>")
    feeds: dict[str, Feed] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url and web_link(url):
            feeds.setdefault(url, Feed(url=url, outlet=_outlet(outline, url), language=_language(outline)))
    return list(feeds.values())


def write_opml(feeds: Iterable[Feed]) -> bytes:
    """The feeds as an OPML document, UTF-8."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Tallywatch feeds"
    body = etree.SubElement(root, "body")
    for feed in feeds:
        outline = etree.SubElement(body, "outline", type="rss", text=feed.outlet, title=feed.outlet, xmlUrl=feed.url)
        if feed.language:
            outline.set("language", feed.language)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _outlet(outline: etree._Element, url: str) -> str:
    name = plain(outline.get("title") or outline.get("text") or "", 120)
    return name or (urlsplit(url).hostname or url)


def _language(outline: etree._Element) -> str:
    code = (outline.get("language") or "").partition("-")[0].strip().lower()
    return code if 2 <= len(code) <= 3 and code.isascii() and code.isalpha() else ""
