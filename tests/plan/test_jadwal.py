"""A jadwal on a day: what is planned, what must be done, what comes next (contract, sections 4 and 5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end

MARET, JUNI, SEPTEMBER, DESEMBER = (month_end(2025, month) for month in (3, 6, 9, 12))
LIST = Jadwal(Jenis.DAFTAR, date(2025, 3, 1), DESEMBER, (MARET, JUNI, SEPTEMBER, DESEMBER))
YEAR = Jadwal(Jenis.RENTANG, date(2025, 1, 1), DESEMBER, (DESEMBER,))
ACROSS = Jadwal(Jenis.RENTANG, date(2025, 4, 22), date(2025, 5, 3), (date(2025, 5, 3),))
WINTER = Jadwal(Jenis.RENTANG, date(2025, 11, 1), date(2026, 2, 28), (date(2026, 2, 28),))
DAY = Jadwal(Jenis.TANGGAL, MARET, MARET, (MARET,))
WHENEVER = Jadwal(Jenis.SEWAKTU, date(2025, 1, 1), DESEMBER, ())
END_OF_TIME = Jadwal(Jenis.RENTANG, date(9999, 11, 1), date.max, (date.max,))


@pytest.mark.parametrize(
    ("jadwal", "per", "planned", "before", "upcoming"),
    [
        pytest.param(LIST, date(2025, 1, 1), 0, 0, MARET, id="list, before all"),
        pytest.param(LIST, date(2025, 3, 30), 0, 0, MARET, id="list, the day before a tonggak"),
        pytest.param(LIST, MARET, 1 / 4, 0, MARET, id="list, on a tonggak: planned, not yet late"),
        pytest.param(LIST, date(2025, 4, 1), 1 / 4, 1 / 4, JUNI, id="list, the day after a tonggak"),
        pytest.param(LIST, DESEMBER, 1, 3 / 4, DESEMBER, id="list, on the last tonggak"),
        pytest.param(LIST, date(2026, 1, 1), 1, 1, None, id="list, after all"),
        pytest.param(YEAR, date(2025, 1, 30), 0, 0, DESEMBER, id="range, within its first month"),
        pytest.param(YEAR, date(2025, 1, 31), 1 / 12, 0, DESEMBER, id="range, a month is over on its last day"),
        pytest.param(YEAR, date(2025, 12, 30), 11 / 12, 0, DESEMBER, id="range, the day before its end"),
        pytest.param(YEAR, DESEMBER, 1, 0, DESEMBER, id="range, on its end"),
        pytest.param(ACROSS, date(2025, 4, 29), 0, 0, date(2025, 5, 3), id="12 days in two months, begun"),
        pytest.param(ACROSS, date(2025, 4, 30), 1 / 2, 0, date(2025, 5, 3), id="12 days in two months, one over"),
        pytest.param(ACROSS, date(2025, 5, 3), 1, 0, date(2025, 5, 3), id="12 days in two months, its end"),
        pytest.param(ACROSS, date(2025, 5, 4), 1, 1, None, id="12 days in two months, over"),
        pytest.param(WINTER, date(2025, 12, 31), 1 / 2, 0, date(2026, 2, 28), id="range across the year"),
        pytest.param(DAY, date(2025, 3, 30), 0, 0, MARET, id="day, before it"),
        pytest.param(DAY, MARET, 1, 0, MARET, id="day, on it"),
        pytest.param(WHENEVER, date(2099, 1, 1), None, 0, None, id="whenever: never planned, never late"),
        pytest.param(END_OF_TIME, date(9999, 11, 30), 1 / 2, 0, date.max, id="the last months of the calendar"),
        pytest.param(END_OF_TIME, date.max, 1, 0, date.max, id="the last day of the calendar"),
        pytest.param(END_OF_TIME, date.min, 0, 0, date.max, id="the first day of the calendar"),
    ],
)
def test_what_is_due_on_a_day(jadwal, per, planned, before, upcoming):
    """Rencana counts what is due on the day, lateness only what was due before it."""
    assert jadwal.rencana(per) == planned
    assert jadwal.share_before(per) == before
    assert jadwal.next_tonggak(per) == upcoming


@pytest.mark.parametrize(
    ("jadwal", "ends"),
    [
        (ACROSS, (date(2025, 4, 30), date(2025, 5, 3))),
        (WINTER, (date(2025, 11, 30), DESEMBER, date(2026, 1, 31), date(2026, 2, 28))),
        (DAY, (MARET,)),
        (END_OF_TIME, (date(9999, 11, 30), date.max)),
    ],
)
def test_the_months_of_a_range_end_with_it(jadwal, ends):
    """The last one not after the range itself."""
    assert jadwal.month_ends() == ends


days = st.dates(date(1999, 1, 1), date(2030, 12, 31))


@given(first=days, length=st.integers(0, 2000), one=days, other=days)
def test_a_range_is_planned_from_nothing_to_all(first, length, one, other):
    """Rencana never falls, is 0 before the range's first month is over and 1 from its end on."""
    last = date.fromordinal(first.toordinal() + length)
    jadwal = Jadwal(Jenis.RENTANG, first, last, (last,))
    earlier, later = sorted((one, other))
    assert 0 <= jadwal.rencana(earlier) <= jadwal.rencana(later) <= 1
    assert (jadwal.rencana(later) == 1) == (later >= last)
    assert jadwal.share_before(later) <= jadwal.rencana(later)
