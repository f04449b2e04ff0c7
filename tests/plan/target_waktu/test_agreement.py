"""Whether the times of a text agree, and the one jadwal that they make."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.plan.target_waktu.agreement import agreed, in_order, jadwal_text, merged
from zi_excel.plan.target_waktu.elements import Phrases, Unreadable


def month(number):
    """A month of 2025."""
    last = month_end(2025, number)
    return Jadwal(Jenis.BULAN, last.replace(day=1), last, (last,))


def span(first, last, jenis=Jenis.RENTANG):
    """From one month of 2025 to another."""
    end = month_end(2025, last)
    return Jadwal(jenis, date(2025, first, 1), end, (end,))


QUARTER = span(1, 3, Jenis.PERIODE)


def test_a_list_is_one_jadwal():
    """Sorted, each day once; a single one stays what it is."""
    jadwal = merged([month(6), month(3), month(6)])
    assert (jadwal.jenis, jadwal.first, jadwal.tonggak) == (
        Jenis.DAFTAR,
        date(2025, 3, 1),
        (date(2025, 3, 31), date(2025, 6, 30)),
    )
    assert merged([month(3), month(3)]) == month(3)
    assert merged([QUARTER, span(1, 6, Jenis.PERIODE)]).jenis is Jenis.PERIODE


def test_times_that_overlap_contradict_each_other():
    """Unless both are periods, or two words for the same due day."""
    with pytest.raises(Unreadable, match="bertentangan: Januari 2025 – Juni 2025 dan Maret 2025"):
        merged([span(1, 6), month(3)])
    assert merged([QUARTER, month(3)]) == QUARTER


def test_brackets_explain_or_contradict():
    """The months of a triwulan explain it, with a remark; another month does not."""
    months = [(month(number),) for number in (1, 2, 3)]
    read = agreed([(QUARTER,), *months], Phrases(glosses=frozenset({1, 2, 3})))
    assert read.jadwal == (QUARTER,)
    assert read.notes == ("yang di dalam kurung dibaca sebagai keterangan; jatuh temponya 31 Maret 2025",)
    with pytest.raises(Unreadable, match="bertentangan"):
        agreed([(QUARTER,), (month(4),)], Phrases(glosses=frozenset({1})))


def test_times_that_words_part_must_be_due_together():
    """Else only one of them is meant."""
    doubtful = Phrases(doubtful=((0, 1),))
    assert agreed([(QUARTER,), (month(3),)], doubtful).jadwal == (QUARTER, month(3))
    with pytest.raises(Unreadable, match="bertentangan"):
        agreed([(QUARTER,), (month(4),)], doubtful)


def test_the_order_in_which_times_are_written():
    """One that is said again later changes nothing."""
    assert in_order([month(3), month(6), month(3)])
    assert not in_order([month(6), month(3)])


def test_a_jadwal_in_words():
    """A month, a range, a list."""
    assert jadwal_text(month(3)) == "Maret 2025"
    assert jadwal_text(span(1, 6)) == "Januari 2025 – Juni 2025"
    assert jadwal_text(merged([month(3), month(6)])) == "Maret 2025, Juni 2025"


TW_I = "Januari 2025 – Maret 2025"
SEMESTER_I = "Januari 2025 – Juni 2025"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Juni 2025 (TW III)", "Juni 2025", "Juli 2025 – September 2025"),
        ("Juni 2025/TW III", "Juni 2025", "Juli 2025 – September 2025"),
        ("Triwulan I (Juni 2025)", TW_I, "Juni 2025"),
        ("TW I (B06)", TW_I, SEMESTER_I),
        ("TW I (April, Mei, Juni)", TW_I, "April 2025, Mei 2025, Juni 2025"),
        ("TW I (Januari, Februari)", TW_I, "Januari 2025, Februari 2025"),
        ("B03 (April 2025)", TW_I, "April 2025"),
        ("Desember 2025 (Semester I)", "Desember 2025", SEMESTER_I),
        ("(Semester I) Desember 2025", "Desember 2025", SEMESTER_I),
        ("Maret 2025 (draf Februari 2025)", "Maret 2025", "Februari 2025"),
        ("April 2025 (laporan TW I)", "April 2025", TW_I),
        ("April 2025, laporan TW I", "April 2025", TW_I),
        ("Laporan TW I, April 2025", TW_I, "April 2025"),
        ("TW I: April 2025, TW II: Juli 2025", TW_I, "April 2025"),
        ("Laporan Semester I pada Juli 2025", SEMESTER_I, "Juli 2025"),
        ("Maret 2025 untuk laporan TW IV 2024", "Maret 2025", "Oktober 2024 – Desember 2024"),
        ("Rapat Maret 2025 evaluasi Juni 2025", "Maret 2025", "Juni 2025"),
        ("Maret akhir 2025", "Maret 2025", "Desember 2025"),
    ],
)
def test_a_time_that_another_one_contradicts_is_no_list(text, one, other):
    """Marks and line breaks make a list; words and brackets between two times do not."""
    target = read_target_waktu(text, year=2025)
    assert target.jadwal is None
    assert target.problem == f"menyebut waktu yang bertentangan: {one} dan {other}"
