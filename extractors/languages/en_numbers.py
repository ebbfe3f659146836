"""English number words: numerals, scales, vague plurals, fractions. Data only.

Sources: vague numerals after Ferson et al. (2015) and the customs of conflict recorders; scale letters as wire style
books abbreviate them.
"""

from __future__ import annotations

from decimal import Decimal

from extractors.languages.language import in_order

UNITS_TO_NINETEEN = in_order(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
TENS = in_order(
    """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
)

NUMERALS: dict[str, int] = {
    **{word: number for number, word in enumerate(UNITS_TO_NINETEEN)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
}

SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(10**5),
    "lac": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "mio": Decimal(10**6),
    "mil": Decimal(10**6),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
    "tln": Decimal(10**12),
    "trn": Decimal(10**12),
}
#: letters that scale only when they stand against the digits ("35m", not "35 m")
ATTACHED_SCALES: dict[str, Decimal] = {
    **{word: SCALES[word] for word in ("mln", "mn", "mil", "bn", "bln", "tn", "trn")},
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "b": Decimal(10**9),
    "t": Decimal(10**12),
    "cr": Decimal(10**7),
}

#: how many X "a couple X" means, when X is a scale ("a couple hundred")
VAGUE_COUNTS: dict[str, tuple[Decimal, Decimal]] = {
    "a couple": (Decimal("1.5"), Decimal(3)),
    "couple": (Decimal("1.5"), Decimal(3)),
    "a few": (Decimal(2), Decimal(6)),
    "few": (Decimal(2), Decimal(6)),
    "several": (Decimal(3), Decimal(9)),
    "many": (Decimal(3), Decimal(9)),
}
#: plural -> low, high, and the least that the words allow
VAGUE_PLURALS: dict[str, tuple[Decimal, Decimal, Decimal]] = {
    "dozens": (Decimal(24), Decimal(99), Decimal(12)),
    "scores": (Decimal(40), Decimal(199), Decimal(20)),
    "tens": (Decimal(20), Decimal(99), Decimal(10)),
    "hundreds": (Decimal(200), Decimal(999), Decimal(100)),
    "thousands": (Decimal(2000), Decimal(9999), Decimal(1000)),
    "millions": (Decimal(2 * 10**6), Decimal(9_999_999), Decimal(10**6)),
    "billions": (Decimal(2 * 10**9), Decimal(9_999_999_999), Decimal(10**9)),
}

FRACTIONS: dict[str, int] = {
    **{
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fourth": 4,
        "fourths": 4,
        "fifth": 5,
        "fifths": 5,
        "sixth": 6,
        "sixths": 6,
    },
    **{"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10},
}

#: groups that count only with "of" behind them ("a couple" may be married): low, high, and the least that they allow
VAGUE_GROUPS: dict[str, tuple[Decimal, Decimal, Decimal]] = {
    "couple": (Decimal(2), Decimal(3), Decimal(2)),
    "handful": (Decimal(3), Decimal(9), Decimal(2)),
}

#: verbs that say by how much at once; other forms ("a double room", "triple jump") are no numbers
MULTIPLES: dict[str, Decimal] = {
    **dict.fromkeys(("doubled", "doubling"), Decimal(2)),
    **dict.fromkeys(("tripled", "tripling", "trebled", "trebling"), Decimal(3)),
    **dict.fromkeys(("quadrupled", "quadrupling"), Decimal(4)),
    **dict.fromkeys(("halved", "halving"), Decimal("0.5")),
    **{f"{word}fold": Decimal(number) for word, number in NUMERALS.items() if 2 <= number <= 20},
    "hundredfold": Decimal(100),
}
