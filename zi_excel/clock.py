"""Days: which one it is in an Indonesian office, and from which one Excel counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7), "WIB")  # Western Indonesian Time has had no daylight saving since 1964

DAY_ZERO, DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""The days whose serial number is 0 in Excel's two calendars.

The first one holds from 1 March 1900 on: Excel takes 1900 for a leap year, so its days before are one number lower.
"""


def today() -> date:
    """Today in Asia/Jakarta: the as-of day where none is given."""
    return datetime.now(JAKARTA).date()
