"""Accuracy of every field on our own sentences: printed (``pytest -s``) and floored, language by language."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figures_gold import read_cases, score, table
from benchmarks.figures_gold_fields import FIELDS

DATA = Path(__file__).parent / "data"
LANGUAGES = [path.stem.rsplit("_", 1)[-1] for path in sorted(DATA.glob("figures_*.toml"))]

#: language -> percent of all fields, of the weakest field, of the figures found
FLOORS = {"en": (92, 84, 96), "ru": (98, 95, 98), "uk": (98, 95, 98)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields(language: str) -> None:
    result = score(*read_cases(DATA / f"figures_{language}.toml"))
    print(f"\n{language}\n{table(result)}")
    overall, weakest, found = FLOORS[language]
    assert result.overall >= overall
    assert {name: result.accuracy(name) for name in result.right if result.accuracy(name) < weakest} == {}
    assert 100 * result.found / result.figures >= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold_is_well_formed(language: str) -> None:
    cases, fields = read_cases(DATA / f"figures_{language}.toml")
    known = set(FIELDS) | {"surface", "low", "high", "start", "end"}
    assert set(fields) <= set(FIELDS)
    assert len({case.article.text for case in cases}) == len(cases)
    for case in cases:
        at = 0
        for figure in case.figures:
            assert set(figure) <= known
            at = case.article.text.index(figure["surface"], at) + 1


def test_english_gold_is_whole() -> None:
    cases, fields = read_cases(DATA / "figures_en.toml")
    assert len(cases) >= 200
    assert set(fields) == set(FIELDS)
