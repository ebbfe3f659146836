"""Records survive the way through JSON."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from archive_records import alert, conflict, records_of
from hypothesis import HealthCheck, given, settings

from news.errors import StorageError
from news.records import Alert, Claim, Conflict, Figure, Quote, Report, Value, Verdict
from storage import dumps, loads


@given(records_of(Figure))
def test_any_figure_comes_back_equal(record: Figure) -> None:
    assert loads(Figure, dumps(record)) == record


@given(records_of(Alert))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_alert_comes_back_equal(record: Alert) -> None:
    assert loads(Alert, dumps(record)) == record


@pytest.mark.parametrize("record_type", [Claim, Conflict, Quote, Report, Verdict])
def test_every_kind_of_record_has_a_codec(record_type: type) -> None:
    @given(records_of(record_type))
    @settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def check(record: object) -> None:
        assert loads(record_type, dumps(record)) == record

    check()


def test_decimals_keep_their_digits() -> None:
    value = Value(low=Decimal("1.50"), high=Decimal("3E+9"), soft_low=None, soft_high=Decimal("1e-40"))
    back = loads(Value, dumps(value))
    assert [str(bound) for bound in (back.low, back.high, back.soft_high)] == ["1.50", "3E+9", "1E-40"]


def test_equal_records_give_equal_text_of_ascii() -> None:
    text = dumps(alert())
    assert text == dumps(alert())
    assert text.isascii()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_no_number_is_refused(number: str) -> None:
    with pytest.raises(StorageError, match="no number"):
        dumps(Value(low=Decimal(number), high=None, soft_low=None, soft_high=None))


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        dumps(alert(created=datetime(2024, 12, 18)))  # noqa: DTZ001


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"alert_id": "A"}', "null", '"x"'])
def test_what_is_no_record_is_a_clear_error(text: str) -> None:
    with pytest.raises(StorageError, match="a stored Alert"):
        loads(Alert, text)


def test_fields_of_other_releases() -> None:
    stored = dumps(conflict().verdict).replace('"possible":false,', '"later_invention":7,')
    assert loads(Verdict, stored) == conflict().verdict
