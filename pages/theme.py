"""Colours of charts. Each has a CSS variable, so that a page can redefine it for dark screens.

Series colours differ in lightness too and keep a contrast of at least 3:1 to the paper (WCAG 2.2, 1.4.11); they were
chosen apart from the conflict's red under protanopia and deuteranopia, after the Okabe-Ito set. Shapes tell series
apart where colour does not.
"""

from __future__ import annotations

INK, MUTED, GRID, PAPER, CONFLICT = "#1b2129", "#5b6673", "#dfe3e8", "#fefefe", "#c5221f"
SERIES = ("#0b62a4", "#b06a00", "#0a7d5c", "#7d4199", "#39444f", "#0f8fb3")
MARKERS = ("o", "s", "^", "D", "v", "P", "h", "X")

#: light colour -> (CSS variable, the same on a dark screen)
VARIABLES: dict[str, tuple[str, str]] = {
    INK: ("--ink", "#e7eaee"),
    MUTED: ("--muted", "#a4afbb"),
    GRID: ("--grid", "#333c46"),
    PAPER: ("--paper", "#171c22"),
    CONFLICT: ("--conflict", "#ff7b72"),
    SERIES[0]: ("--series-0", "#6cb4f5"),
    SERIES[1]: ("--series-1", "#e6a53c"),
    SERIES[2]: ("--series-2", "#45c79c"),
    SERIES[3]: ("--series-3", "#cb9fe3"),
    SERIES[4]: ("--series-4", "#b5c0cb"),
    SERIES[5]: ("--series-5", "#59cbe8"),
}
