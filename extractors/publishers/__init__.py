"""Publishers' layouts. To add one: one file with a ``Layout``, one line here, one dated page with its expected text."""

from __future__ import annotations

from extractors.publishers.generic import GENERIC
from extractors.publishers.layout import Layout

#: layouts of single publishers, by no means needed for a page to be read.
LAYOUTS: tuple[Layout, ...] = ()


def layouts_for(host: str) -> tuple[Layout, ...]:
    """The publisher's own layout, if there is one, then the generic rules. ``host`` without "www."."""
    own = tuple(known for known in LAYOUTS if any(host == name or host.endswith("." + name) for name in known.hosts))
    return (*own, GENERIC)


__all__ = ["GENERIC", "LAYOUTS", "Layout", "layouts_for"]
