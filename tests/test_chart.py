from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from builders import AGAIN, SERIES, at, conflict
from lxml import etree
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from PIL import Image

from pages.chart import MAIL, NARROW, WIDE, Link, Point, Size, chart
from pages.labels import Box, crosses, overlap, place
from pages.points import links_of, points_of
from pages.theme import VARIABLES

SVG = "{http://www.w3.org/2000/svg}"
POINTS = points_of(SERIES)
LINKS = links_of([conflict(), conflict(*AGAIN, number="0a1b2c3d")], POINTS)


def texts(svg: bytes) -> list[tuple[str, float, Box]]:
    """Every text of the picture with its size and the box of its letters, measured with the font itself."""
    found = []
    for element in etree.fromstring(svg).iter(f"{SVG}text"):
        style = element.get("style", "")
        size = float(re.search(r"font(?:-size)?: (?:\w+ )?([\d.]+)px", style)[1])  # type: ignore[index]
        weight = "bold" if re.search(r"\b(700|bold)\b", style) else "normal"
        words = "".join(element.itertext())
        outline = TextPath((0, 0), words, size=size, prop=FontProperties(family="DejaVu Sans", weight=weight))
        extent = outline.get_extents()
        x, y = float(element.get("x", "nan")), float(element.get("y", "nan"))
        if "text-anchor: middle" in style:
            x -= extent.width / 2
        if "text-anchor: end" in style:
            x -= extent.width
        found.append((words, size, (x + extent.x0, -y + extent.y0, x + extent.x1, -y + extent.y1)))
    return found


def assert_readable(svg: bytes, size: Size) -> None:
    placed = texts(svg)
    assert placed
    for words, font, box in placed:
        assert font >= 11, words
        assert box[0] >= 0, words
        assert box[2] <= size.width, words
        assert 0 <= -box[3] <= -box[1] <= size.height, words
    for (one, _, first), (other, _, second) in itertools.combinations(placed, 2):
        assert not overlap(first, second, gap=0), f"{one!r} over {other!r}"


@pytest.mark.parametrize("size", [WIDE, NARROW, MAIL], ids=["wide", "narrow", "mail"])
def test_the_story_is_readable_at_every_size(size: Size) -> None:
    svg = chart(POINTS, LINKS, title="Losses", size=size)
    assert_readable(svg, size)
    words = " ".join(words for words, _, _ in texts(svg))
    for value in ("> 3,000", "about 1,100", "Volodymyr", "South Korea's", "×2.7", "150–300 (a couple hundred)"):
        assert value in words


def crowd(number: int, seed: int) -> list[Point]:
    draw = random.Random(seed)  # noqa: S311
    points = []
    for n in range(number):
        low = Decimal(draw.choice([5, 50, 51, 52, 500, 5000, 10**9]))
        high = draw.choice([low, low, low * 2, None])
        said = at(1) + timedelta(hours=draw.choice([0, 0, 1, 5, 24, 90, 24 * 40]))
        who = draw.choice(
            ["A", "The Ministry of Emergency Situations of the Republic", "$x_1^2$ & <b>Co</b>", "Ж" * 60]
        )
        made = Point(
            point_id=f"p{n}",
            said=said,
            as_of=said,
            low=low,
            high=high,
            label=f"about {low:,}",
            who=who,
            preliminary=draw.random() < 0.3,
            denied=draw.random() < 0.1,
        )
        points.append(made)
    return points


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_crowd_of_points_loses_labels_rather_than_covers_them(seed: int, size: Size) -> None:
    points = crowd(40, seed)
    links = [Link(earlier="p1", later="p2", label="×9"), Link(earlier="p3", later="p4", label="×1,000")]
    assert_readable(chart(points, links, size=size), size)


@pytest.mark.parametrize(
    "points",
    [
        POINTS[:1],
        [replace(POINTS[0], low=Decimal(0), high=Decimal(0)), POINTS[1]],
        [replace(POINTS[0], low=Decimal(-5), high=Decimal(-2)), POINTS[1]],
        [replace(POINTS[0], low=None, high=Decimal("51.2")), replace(POINTS[1], said=POINTS[0].said)],
        [replace(POINTS[0], low=Decimal(10**20), high=None), POINTS[1]],
        [POINTS[0], replace(POINTS[1], said=POINTS[0].said + timedelta(days=9000))],
        [POINTS[0], replace(POINTS[1], said=POINTS[0].said + timedelta(seconds=1))],
        [replace(POINTS[0], low=Decimal(7), high=Decimal(7))] * 2,
    ],
    ids=["one", "zero", "negative", "upper bound", "huge", "decades", "a second", "same"],
)
def test_odd_values_draw(points: list[Point]) -> None:
    for size in (WIDE, NARROW):
        assert_readable(chart(points, size=size, unit="USD"), size)


def test_no_points_no_chart() -> None:
    with pytest.raises(ValueError, match="at least one point"):
        chart([])


def test_the_same_points_give_the_same_bytes() -> None:
    for format in ("svg", "png"):
        first = chart(POINTS, LINKS, format=format)  # type: ignore[arg-type]
        assert first == chart(list(reversed(POINTS)), LINKS, format=format)  # type: ignore[arg-type]


def test_the_picture_says_its_conflicts_in_words() -> None:
    root = etree.fromstring(chart(POINTS, LINKS, title="Losses"))
    assert root.get("role") == "img"
    words = root.get("aria-label")
    assert words == root.findtext(f"{SVG}title")
    assert words is not None
    assert words.startswith("Losses: 8 values by Ukraine's military intelligence, a senior U.S. military official,")
    assert "> 3,000 (Volodymyr Zelensky) conflicts with about 1,100 (South Korea's Joint Chiefs of Staff)." in words


def test_every_colour_can_turn_dark() -> None:
    svg = chart(POINTS, LINKS).decode()
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", svg)) <= set(VARIABLES)
    bare = re.sub(r"var\(--[a-z0-9-]+, #[0-9a-f]{6}\)", "", svg)
    assert not re.search(r"(fill|stroke): #", bare)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_stand_out_from_the_paper_in_light_and_dark() -> None:
    """WCAG 2.2: 4.5 for text, 3 for marks."""
    papers = next((light, dark) for light, (name, dark) in VARIABLES.items() if name == "--paper")
    for light, (name, dark) in VARIABLES.items():
        if name in ("--paper", "--grid"):
            continue
        least = 4.5 if name in ("--ink", "--muted", "--conflict") else 3.0
        assert contrast(light, papers[0]) >= least, name
        assert contrast(dark, papers[1]) >= least, name


def test_png_has_the_asked_size() -> None:
    import io

    picture = Image.open(io.BytesIO(chart(POINTS, LINKS, format="png", size=MAIL)))
    assert picture.size == (MAIL.width * 2, MAIL.height * 2)


def test_marks_tell_kinds_of_values_apart() -> None:
    """A hollow mark, an arrow and a bar each change the picture."""
    exact = replace(POINTS[0], low=Decimal(200), high=Decimal(200))
    kinds: Sequence[Point] = [
        exact,
        replace(exact, preliminary=True),
        replace(exact, denied=True),
        replace(exact, high=None),
        replace(exact, low=None),
        replace(exact, low=Decimal(150)),
    ]
    drawn = {json.dumps(re.sub(r"c[0-9a-f]{6}-", "", chart([kind]).decode())) for kind in kinds}
    assert len(drawn) == len(kinds)


def test_a_label_takes_the_free_side() -> None:
    frame = (0.0, 0.0, 200.0, 200.0)
    wall = (105.0, 0.0, 200.0, 200.0)
    found = place(100, 100, (40, 10), frame=frame, taken=[wall])
    assert found is not None
    assert found[1][2] <= 105
    assert place(100, 100, (40, 10), frame=frame, taken=[frame]) is None
    assert crosses((0, 100, 200, 100), (90, 90, 110, 110))
    assert not crosses((0, 120, 200, 120), (90, 90, 110, 110))
    assert not crosses((100, 120, 100, 200), (90, 90, 110, 110))
