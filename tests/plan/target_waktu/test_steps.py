"""Steps of the walk beside times and years."""

from zi_excel.plan.target_waktu.elements import Count, Every, Family
from zi_excel.plan.target_waktu.steps import always, count, day_of_month, thing, week, weekday
from zi_excel.plan.target_waktu.tokens import tokens
from zi_excel.plan.target_waktu.walk import Walk


def starting(text: str) -> Walk:
    return Walk(tokens(text), 2025)


def test_each_step_reads_what_is_its_own():
    """And stands behind it."""
    assert week(starting("minggu II Maret")).phrases.times[0].family is Family.MINGGU
    assert weekday(starting("Senin")).phrases.every == (Every(0, 7, weekdays=(0,)),)
    assert weekday(starting("Senin, 31 Maret 2025")).phrases.weekdays == (((0,), 0),)
    assert count(starting("3 bulan")).phrases.counts == (Count("3 bulan", 3, 0),)
    assert thing(starting("2 dokumen")).at == 2
    assert always(starting("sepanjang waktu")).at == 2


def test_each_step_leaves_what_is_not():
    """Nothing of its kind starts there."""
    assert [step(starting("Maret")) for step in (week, weekday, count, thing, always, day_of_month)] == [None] * 6


def test_the_day_of_what_recurs_monthly():
    """`setiap bulan paling lambat tanggal 10`."""
    walk = starting("tanggal 10").recurring(Every(1))._replace(at=1)
    assert day_of_month(walk).phrases.every == (Every(1, on_days=(10,)),)
