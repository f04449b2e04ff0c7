"""Days, months and numbered periods out of tokens: what starts at a place, and where it ends."""

import pytest

from zi_excel.plan.target_waktu.elements import Unreadable, time_text
from zi_excel.plan.target_waktu.points import follows, is_period, period, points_at
from zi_excel.plan.target_waktu.tokens import tokens


def read(text, at=0):
    """The times that start there in words, and how many tokens are left."""
    cut = tokens(text)
    points = points_at(cut, at, 2025)
    return None if points is None else ([time_text(time) for time in points.times], len(cut) - points.after)


@pytest.mark.parametrize(
    ("text", "times", "left"),
    [
        ("Maret", ["Maret"], 0),
        ("Maret 2025, Juni", ["Maret 2025"], 2),
        ("Maret tahun 2025 laporan", ["Maret 2025"], 1),
        ("March 31, 2025", ["31 Maret 2025"], 0),
        ("31 bulan Maret", ["31 Maret"], 0),
        ("1-5 Maret 2025", ["1 Maret 2025 – 5 Maret 2025"], 0),
        ("15, 20 dan 25 Maret", ["15 Maret", "20 Maret", "25 Maret"], 0),
        ("1 s.d. 5/3/2025", ["1 Maret 2025 – 5 Maret 2025"], 0),
        ("TW III 2025", ["triwulan III 2025"], 0),
        ("Semester ke 2", ["semester II"], 0),
        ("B09", ["B09"], 0),
        ("03/2025", ["Maret 2025"], 0),
    ],
)
def test_what_starts_at_a_place(text, times, left):
    """All that belongs to one time is taken, and nothing of the next one."""
    assert read(text) == (times, left)


@pytest.mark.parametrize("text", ["laporan Maret", "triwulan", "2 dokumen", "bulan Maret", "setiap bulan", "2025"])
def test_where_no_time_starts(text):
    """Words, units without a number, numbers that count something."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("TW V", "menyebut triwulan 5, padahal setahun hanya memiliki 4 triwulan"),
        ("Semester 3", "menyebut semester 3, padahal setahun hanya memiliki 2 semester"),
        ("B13", "menyebut B13, padahal yang ada B01 sampai B12"),
        ("13/2025", "“13/2025” bukan bulan dan tahun"),
        ("1-5-7 Maret", "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar"),
    ],
)
def test_what_does_not_exist_is_unreadable(text, problem):
    """With the reason, as half a sentence."""
    with pytest.raises(Unreadable) as reason:
        read(text)
    assert str(reason.value) == problem


def test_which_period_follows_which():
    """The next number of the same kind, B months by threes, in the same year."""
    (first,), (second,), (third,) = (
        points_at(tokens(text), 0, 2025).times for text in ("TW I", "TW II", "TW III 2026")
    )
    b03, b06, b09 = (period(first.family.__class__.B, number, None) for number in (3, 6, 9))
    assert follows(first, second)
    assert not follows(second, first)
    assert follows(second, third._replace(year=None))
    assert not follows(second._replace(year=2025), third)
    assert follows(b03, b06)
    assert not follows(b03, b09)
    assert is_period(first)
    assert not is_period(points_at(tokens("Maret"), 0, 2025).times[0])
