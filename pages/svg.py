"""matplotlib's SVG made fit to stand inside a page: in words, themed, without ids that could meet others."""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from pages.theme import VARIABLES

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
#: Verdana is as wide as DejaVu Sans, which the labels were measured with; what comes after is narrower.
_FONTS = "'DejaVu Sans', Verdana, sans-serif"


def finish_svg(svg: bytes, *, width: int, height: int, words: str) -> bytes:
    """One ``<svg>`` element: size in CSS pixels, ``role="img"`` with ``words`` as title, colours as CSS variables."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    for name in ("metadata", "style"):
        for element in root.findall(f".//{_SVG}{name}"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    root.set("width", str(width))
    root.set("height", str(height))
    root.set("role", "img")
    root.set("aria-label", words)
    root.set("style", "stroke-linejoin: round; stroke-linecap: butt")
    title = etree.Element(f"{_SVG}title")
    title.text = words
    root.insert(0, title)
    _own_ids(root, hashlib.sha256(svg).hexdigest()[:6])
    for element in root.iter():
        style = element.get("style")
        if style:
            element.set("style", _themed(style))
    etree.cleanup_namespaces(root)
    return etree.tostring(root)


def _own_ids(root: etree._Element, mark: str) -> None:
    """Give the ids that are used a prefix of this picture, and take the others away."""
    text = etree.tostring(root, encoding="unicode")
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text))
    wanted = {name for pair in used for name in pair if name}
    for element in root.iter():
        name = element.get("id")
        if name is not None and name not in wanted:
            del element.attrib["id"]
        elif name is not None:
            element.set("id", f"c{mark}-{name}")
        for attribute in (_HREF, "clip-path"):
            value = element.get(attribute)
            if value:
                element.set(attribute, value.replace("#", f"#c{mark}-", 1))


def _themed(style: str) -> str:
    for colour, (variable, _) in VARIABLES.items():
        style = style.replace(colour, f"var({variable}, {colour})")
    return re.sub(r"'?DejaVu Sans'?", _FONTS, style)
