"""What people look at: charts and the static site. ``from pages import Story, Quoted, write_site, chart``."""

from pages.chart import MAIL, NARROW, WIDE, Size, chart
from pages.points import Link, Point, links_of, points_of
from pages.site import conflict_path, story_path, write_site
from pages.story import Quoted, Story

__all__ = [
    "MAIL",
    "NARROW",
    "WIDE",
    "Link",
    "Point",
    "Quoted",
    "Size",
    "Story",
    "chart",
    "conflict_path",
    "links_of",
    "points_of",
    "story_path",
    "write_site",
]
