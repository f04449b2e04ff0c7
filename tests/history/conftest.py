"""Plans of a few indikator, and what is measured of them."""

from collections.abc import Sequence
from datetime import date

import pytest
from history_plans import plan_of

from zi_excel.measuring.measure import measure


@pytest.fixture
def measured():
    """measured(day, *rows) -> Measurement of the plan of these rows on that day."""

    def of(day: date, *rows: Sequence[object], **more: object):
        return measure(plan_of(*rows, **more), day)

    return of


@pytest.fixture
def planned():
    """planned(*rows) -> RencanaAksi."""
    return plan_of
