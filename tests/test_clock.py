"""Which day it is in an Indonesian office."""

from datetime import UTC, datetime, timedelta

import pytest

from zi_excel import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-11-20T16:59:59", "2025-11-20"),
        ("2025-11-20T17:00:00", "2025-11-21"),
        ("2025-12-31T20:00:00", "2026-01-01"),
    ],
)
def test_the_day_changes_at_midnight_in_jakarta(monkeypatch, moment, day):
    """Whatever the computer's own time zone: 17.00 UTC."""

    class Frozen(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Frozen)
    assert clock.today().isoformat() == day


def test_excels_first_day_is_the_one_after_its_day_zero():
    """1 March 1900 is 61 in one calendar, 2 January 1904 is 1 in the other."""
    assert (clock.DAY_ZERO + timedelta(61)).isoformat() == "1900-03-01"
    assert (clock.DAY_ZERO_1904 + timedelta(1)).isoformat() == "1904-01-02"
