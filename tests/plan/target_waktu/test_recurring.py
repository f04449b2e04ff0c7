"""What recurs, and what is due only when it happens, out of tokens."""

import pytest

from zi_excel.plan.target_waktu.elements import Every, Unreadable
from zi_excel.plan.target_waktu.recurring import always_at, every_at, whenever_at
from zi_excel.plan.target_waktu.tokens import tokens


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("setiap bulan", Every(1)),
        ("tiap-tiap triwulan", Every(3)),
        ("per semester", Every(6)),
        ("setiap akhir 3 bulan sekali", Every(3)),
        ("setiap bulan tanggal 10", Every(1, on_days=(10,))),
        ("setiap tanggal 10", Every(1, on_days=(10,))),
        ("tanggal 10 setiap bulan", Every(1, on_days=(10,))),
        ("setiap bulan Maret", Every(1, of_month=True)),
        ("bulanan", Every(1)),
        ("3 bulanan", Every(3)),
        ("triwulan sekali", Every(3)),
        ("sebulan sekali", Every(1)),
        ("2 kali setahun", Every(6)),
        ("1 x 3 bulan", Every(3)),
        ("sekali dalam seminggu", Every(0, 7)),
        ("setiap hari", Every(0, 1)),
        ("2 minggu sekali", Every(0, 14)),
        ("setiap hari Senin dan Kamis", Every(0, 7, weekdays=(0, 3))),
        ("setiap tanggal 1 dan 15", Every(1, on_days=(1, 15))),
        ("semester 2 kali", Every(3)),
    ],
)
def test_what_recurs(text, every):
    """Every so many months or days, on a day of the month or at each period's end."""
    recurring = every_at(tokens(text), 0)
    assert recurring
    assert recurring[0] == every


@pytest.mark.parametrize("text", ["setiap triwulan I", "per tanggal 31 Maret", "setiap laporan", "2 dokumen", "Maret"])
def test_what_does_not_recur(text):
    """A numbered period, a day, a thing."""
    assert every_at(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("5 kali setahun", "5 kali tidak membagi setahun sama rata; sebut bulan-bulannya"),
        ("0 kali setahun", "0 kali tidak membagi setahun sama rata; sebut bulan-bulannya"),
        ("setiap tanggal 32", "tanggal 32 tidak ada"),
    ],
)
def test_what_cannot_recur(text, problem):
    """With the reason."""
    with pytest.raises(Unreadable) as reason:
        every_at(tokens(text), 0)
    assert str(reason.value) == problem


def test_an_adverb_may_describe_the_word_before_it():
    """A "rapat bulanan" is perhaps only what the meeting is called."""
    recurring = every_at(tokens("rapat bulanan"), 1)
    assert recurring
    assert recurring[0].described


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("jika ada", False),
        ("insidentil", True),
        ("setiap ada", True),
        ("sesuai kebutuhan", True),
        ("sesuai dengan kebutuhan", False),
    ],
)
def test_what_is_due_when_it_happens(text, whole):
    """Never late; what follows the words is read on."""
    after = whenever_at(tokens(text), 0)
    assert after
    assert (after == len(tokens(text))) is whole
    assert whenever_at(tokens("sesuai jadwal"), 0) is None


@pytest.mark.parametrize(
    ("text", "after"),
    [("berkelanjutan", 1), ("terus-menerus", 3), ("on going", 2), ("sepanjang waktu", 2), ("terus", None)],
)
def test_what_goes_on_all_the_time(text, after):
    """The whole year, where nothing else is said."""
    assert always_at(tokens(text), 0) == after
