"""English hedges: words before and after a number that say how exact it is. Data only.

Source: hedges and their frequency per 1,000 number sentences from a count over 17,315 news sentences.
"""

from __future__ import annotations

from extractors.languages.language import phrases
from news.records import Hedge

HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(
        sorted(
            phrases(
                """
    about; around; barely; some;
    roughly; approximately; approx; approx.; circa; ca.; an estimated; estimated; estimated at;
    close to; something like; in the region of; in the order of; on the order of; the equivalent of; more or less;
    as good as; an approximate; somewhere around; an average of; a rough; perhaps; maybe; probably; ~; ≈
    """
            )
        ),
        Hedge.APPROX,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    more than; higher than; greater than;
    over; above; upwards of; upward of; exceeding; exceeded; exceeds; exceed; surpassed; surpassing;
    surpasses; surpass; passed; passing; passes; past; topped; topping; tops; north of; well over; far more than;
    well above; beyond; in excess of; just over; just above; a little over; a little more than; slightly more than;
    slightly over; just more than; crossed; crossing; a bit more than; even more than; much more than; >
    """
            )
        ),
        Hedge.MORE_THAN,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of; minimum; at
    minimum; at the very least; at a minimum; ≥
    """
            )
        ),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    up to; as many as; as much as; as high as; a maximum of; maximum of; a maximum; at most; no more than; not more
    than; at the most; maximum; ≤
    """
            )
        ),
        Hedge.UP_TO,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    less than; fewer than; lower than; smaller than; sub-; under; below; well under; well below; <
    """
            )
        ),
        Hedge.LESS_THAN,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    nearly; almost; just under; just short of; close on; approaching; nearing; just below; very nearly; a little
    under; slightly under; slightly less than; just less than; a little less than; verging on; practically;
    virtually
    """
            )
        ),
        Hedge.NEARLY,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    exactly; precisely; just; only; all; a total of; total of; a combined; combined; a combined total of; a
    whopping; a staggering; a mere; mere; fully; a full; a cumulative; a grand total of
    """
            )
        ),
        Hedge.EXACT,
    ),
}
#: "close to 30,000" is nearly when readers are told a limit; news uses it for values just below
HEDGES["close to"] = Hedge.NEARLY

HEDGES_AFTER: dict[str, Hedge] = {
    "or more": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "or greater": Hedge.AT_LEAST,
    "at least": Hedge.AT_LEAST,
    "and counting": Hedge.AT_LEAST,
    "plus": Hedge.AT_LEAST,
    "-plus": Hedge.AT_LEAST,
    "+": Hedge.AT_LEAST,
    "or so": Hedge.APPROX,
    "odd": Hedge.APPROX,
    "-odd": Hedge.APPROX,
    "or less": Hedge.UP_TO,
    "or fewer": Hedge.UP_TO,
    "or thereabouts": Hedge.APPROX,
}

INCREMENTS = frozenset(
    {"another", "a further", "further", "an additional", "additional", "an extra", "extra", "a fresh"}
)
INCREMENTS_AFTER = frozenset({"more", "additional", "further", "extra"})
