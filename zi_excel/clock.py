"""What time it is for an Indonesian office: Western Indonesian Time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7), "WIB")  # Western Indonesian Time has had no daylight saving since 1964


def today() -> date:
    """Today in Asia/Jakarta: the as-of day where none is given."""
    return datetime.now(JAKARTA).date()
