"""The status of one indikator on a day: the table of contract section 5, with its edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.measuring.status import Ambang, Status, first_unmet, meets, standings, status_of
from zi_excel.plan.jadwal import Jadwal, Jenis, month_end


def months(*numbers, year=2025):
    """A list of months of a year."""
    ends = tuple(month_end(year, number) for number in numbers)
    return Jadwal(Jenis.DAFTAR, ends[0].replace(day=1), ends[-1], ends)


def span(first, last):
    """A range of days."""
    return Jadwal(Jenis.RENTANG, first, last, (last,))


FEBRUARI = Jadwal(Jenis.BULAN, date(2025, 2, 1), date(2025, 2, 28), (date(2025, 2, 28),))
QUARTERS = months(3, 6, 9, 12)
THIRDS = months(4, 8, 12)
YEAR = span(date(2025, 1, 1), date(2025, 12, 31))
WHENEVER = Jadwal(Jenis.SEWAKTU, date(2025, 1, 1), date(2025, 12, 31), ())


def terms(day, *, points=10, days=14):
    """The as-of day and the thresholds, the usual ones where they aren't given."""
    return date.fromisoformat(day), Ambang(points, days)


@pytest.mark.parametrize(
    ("jadwal", "share", "day", "status"),
    [
        pytest.param(None, 0.5, "2025-03-01", "tidak_valid", id="target unreadable"),
        pytest.param(None, 1.0, "2025-03-01", "tidak_valid", id="target unreadable though done"),
        pytest.param(FEBRUARI, None, "2025-03-01", "tidak_valid", id="realisasi unreadable"),
        pytest.param(FEBRUARI, 1.0, "2025-06-01", "selesai", id="done"),
        pytest.param(FEBRUARI, 1 - 1e-12, "2025-06-01", "selesai", id="done but for what binary fractions lose"),
        pytest.param(FEBRUARI, 0.999, "2025-06-01", "terlambat", id="all is asked: no half point"),
        pytest.param(FEBRUARI, 0.0, "2025-01-15", "belum_mulai", id="nothing yet, far off"),
        pytest.param(FEBRUARI, 0.2, "2025-01-15", "berjalan", id="begun, far off"),
        pytest.param(FEBRUARI, 0.2, "2025-02-13", "berjalan", id="15 days before"),
        pytest.param(FEBRUARI, 0.2, "2025-02-14", "perlu_perhatian", id="14 days before"),
        pytest.param(FEBRUARI, 0.0, "2025-02-28", "perlu_perhatian", id="on the day itself it is not late"),
        pytest.param(FEBRUARI, 0.0, "2025-03-01", "terlambat", id="the day after"),
        pytest.param(QUARTERS, 0.25, "2025-04-01", "berjalan", id="first of four met"),
        pytest.param(QUARTERS, 0.245, "2025-04-01", "berjalan", id="half a point is allowed"),
        pytest.param(QUARTERS, 0.2449, "2025-04-01", "terlambat", id="more than half a point is not"),
        pytest.param(THIRDS, 0.33, "2025-05-01", "berjalan", id="33 % meets 1/3"),
        pytest.param(THIRDS, 0.66, "2025-09-01", "terlambat", id="66 % is not 2/3"),
        pytest.param(THIRDS, 0.67, "2025-09-01", "berjalan", id="67 % is"),
        pytest.param(QUARTERS, 0.25, "2025-06-16", "perlu_perhatian", id="the second is 14 days off"),
        pytest.param(QUARTERS, 0.50, "2025-06-16", "berjalan", id="the second is met beforehand"),
        pytest.param(QUARTERS, 0.75, "2025-12-31", "perlu_perhatian", id="the last is due today"),
        pytest.param(QUARTERS, 0.75, "2026-01-01", "terlambat", id="the last was due yesterday"),
        pytest.param(YEAR, 0.0, "2025-01-30", "belum_mulai", id="range: no month over"),
        pytest.param(YEAR, 0.0, "2025-01-31", "belum_mulai", id="range: 8.3 points behind"),
        pytest.param(YEAR, 0.0, "2025-02-28", "perlu_perhatian", id="range: 16.7 points behind"),
        pytest.param(YEAR, 0.4, "2025-06-30", "berjalan", id="range: 10 points behind are not more than 10"),
        pytest.param(YEAR, 0.399, "2025-06-30", "perlu_perhatian", id="range: 10.1 points behind"),
        pytest.param(YEAR, 0.99, "2025-12-17", "perlu_perhatian", id="range: its end is 14 days off"),
        pytest.param(YEAR, 0.99, "2026-01-01", "terlambat", id="range: over"),
        pytest.param(WHENEVER, 0.0, "2030-01-01", "belum_mulai", id="sewaktu is never late"),
        pytest.param(WHENEVER, 0.5, "2030-01-01", "berjalan", id="sewaktu under way"),
        pytest.param(WHENEVER, 1.0, "2020-01-01", "selesai", id="sewaktu done"),
    ],
)
def test_the_first_status_that_holds(jadwal, share, day, status):
    """Contract, section 5, row by row."""
    assert status_of(jadwal, share, *terms(day)) == status


@pytest.mark.parametrize(
    ("points", "days", "share", "day", "status"),
    [
        (20, 14, 0.0, "2025-02-28", "belum_mulai"),
        (0, 14, 0.08, "2025-01-31", "perlu_perhatian"),
        (100, 30, 0.0, "2025-12-01", "perlu_perhatian"),
        (100, 29, 0.0, "2025-12-01", "belum_mulai"),
        (100, 0, 0.0, "2025-12-31", "perlu_perhatian"),
    ],
)
def test_points_and_days_are_settings(points, days, share, day, status):
    """10 points and 14 days are settings."""
    assert status_of(YEAR, share, *terms(day, points=points, days=days)) == status


@pytest.mark.parametrize(
    ("jadwal", "share", "day"),
    [
        (QUARTERS, 0.0, date(2025, 3, 31)),
        (QUARTERS, 0.25, date(2025, 6, 30)),
        (QUARTERS, 0.745, date(2025, 12, 31)),
        (QUARTERS, 1.0, None),
        (YEAR, 0.99, date(2025, 12, 31)),
        (WHENEVER, 0.0, None),
    ],
)
def test_the_first_unmet_tonggak(jadwal, share, day):
    """The tonggak up to which the realisasi doesn't reach, with the same half point."""
    assert first_unmet(jadwal, share) == day


@pytest.mark.parametrize(
    ("share", "day", "shown"),
    [
        pytest.param(0.0, "2025-01-05", "○○○○", id="all to come"),
        pytest.param(0.1, "2025-01-05", "▶▶▶▶", id="all to come, under way"),
        pytest.param(0.0, "2025-03-31", "▲○○○", id="the first is due today"),
        pytest.param(0.0, "2025-04-01", "✖○○○", id="the first was due yesterday"),
        pytest.param(0.25, "2025-04-01", "✔▶▶▶", id="the first is met"),
        pytest.param(0.245, "2025-04-01", "✔▶▶▶", id="met but for half a point"),
        pytest.param(0.5, "2025-10-01", "✔✔✖○", id="the third is missed"),
        pytest.param(0.33, "2025-12-31", "✔✖✖○", id="two are missed"),
        pytest.param(0.75, "2025-12-31", "✔✔✔▲", id="the last is due today"),
        pytest.param(0.75, "2025-01-05", "✔✔✔▶", id="met long before they are due"),
        pytest.param(1.0, "2025-04-01", "✔✔✔✔", id="all done"),
        pytest.param(None, "2025-04-01", "????", id="unreadable"),
    ],
)
def test_how_each_tonggak_stands(share, day, shown):
    """Met, missed, urgent, still to come: one of the statuses for each."""
    found = standings(QUARTERS, share, *terms(day))
    assert [each.day for each in found] == list(QUARTERS.tonggak)
    assert "".join(each.status.sign for each in found) == shown


def test_what_has_no_tonggak_has_none_that_stands():
    """An unreadable target, a `sewaktu` one."""
    assert standings(None, 0.5, *terms("2025-04-01")) == ()
    assert standings(WHENEVER, 0.5, *terms("2025-04-01")) == ()


def test_a_status_has_its_sign_and_word():
    """The contract's signs: purple ?, green ✔, red ✖, amber ▲, blue ▶, grey ○."""
    assert [status.text for status in Status] == [
        *("? Tidak valid", "✔ Selesai", "✖ Terlambat", "▲ Perlu perhatian", "▶ Berjalan", "○ Belum mulai")
    ]


jadwals = st.lists(st.dates(), min_size=1, max_size=12, unique=True).map(
    lambda days: Jadwal(Jenis.DAFTAR, min(days), max(days), tuple(sorted(days)))
)


@given(jadwal=jadwals, share=st.floats(0, 1), day=st.dates(), horizon=st.integers(0, 366))
@pytest.mark.slow
def test_a_status_on_any_day(jadwal, share, day, horizon):
    """Any day from year 1 to 9999; and what is late has an unmet tonggak before the day."""
    status = status_of(jadwal, share, day, Ambang(10, horizon))
    unmet = first_unmet(jadwal, share)
    assert (status is Status.SELESAI) == (share >= 1 - 1e-9)
    assert (status is Status.TERLAMBAT) == (unmet is not None and unmet < day and status is not Status.SELESAI)


@given(jadwal=jadwals, share=st.none() | st.floats(0, 1), day=st.dates())
@pytest.mark.slow
def test_tonggak_agree_with_their_indikator(jadwal, share, day):
    """As many as the jadwal has; one is missed exactly where the indikator is late, and none is met after one unmet."""
    status = status_of(jadwal, share, day, Ambang())
    found = standings(jadwal, share, day, Ambang())
    assert [each.day for each in found] == list(jadwal.tonggak)
    assert any(each.status is Status.TERLAMBAT for each in found) == (status is Status.TERLAMBAT)
    met = [each.status is Status.SELESAI for each in found]
    assert met == sorted(met, reverse=True)
    assert all(met) == (status is Status.SELESAI)


@given(jadwal=jadwals, day=st.dates(max_value=date(9000, 1, 1)), shares=st.tuples(st.floats(0, 1), st.floats(0, 1)))
@pytest.mark.slow
def test_more_realisasi_is_never_later(jadwal, day, shares):
    """What is not late with little is not late with more, and what is late today is late tomorrow."""
    less, more = sorted(shares)
    now, next_day = (day, Ambang()), (day + timedelta(days=1), Ambang())
    if status_of(jadwal, more, *now) is Status.TERLAMBAT:
        assert status_of(jadwal, less, *now) is Status.TERLAMBAT
        assert status_of(jadwal, more, *next_day) is Status.TERLAMBAT


@given(count=st.integers(1, 60), share=st.integers(0, 100))
def test_a_whole_percent_nearest_to_a_tonggak_meets_it(count, share):
    """Staff who round to whole percent are never late by rounding alone."""
    done = round(share / 100 * count)
    assert meets(round(done / count * 100) / 100, done / count)
