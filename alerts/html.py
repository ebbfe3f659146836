"""The alert as an HTML mail: tables for layout, CSS inlined, 600 px that fold to one column on a phone."""

from __future__ import annotations

from functools import cache

import css_inline
from jinja2 import Environment, PackageLoader, StrictUndefined

from alerts.facts import Facts

#: Mail programs drop <style>; what can be a style attribute becomes one. The at-rules (narrow screens, dark mode) stay.
_INLINER = css_inline.CSSInliner(keep_style_tags=True, keep_at_rules=True, load_remote_stylesheets=False)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("alerts", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def html_of(facts: Facts, *, title: str, chart: str = "") -> str:
    """A whole HTML document. ``chart`` is the address of the picture (``cid:...``), "" for none."""
    page = _environment().get_template("alert.html.j2").render(facts=facts, title=title, chart=chart)
    inlined: str = _INLINER.inline(page)
    return inlined
