"""The plan's year: the setting's, the title's, else what the matrix says most often."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import Oddity
from zi_excel.reader.model.plan import year_of_title


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["RENCANA AKSI", "KPU KOTA SURAKARTA TAHUN 2025"], 2025),
        (["NOMOR 31 TAHUN 2024", "RENCANA AKSI TAHUN 2025"], 2025),
        (["RENCANA AKSI TAHUN 2025", "LAMPIRAN KEPUTUSAN NOMOR 31 TAHUN 2024"], 2025),
        (["NOMOR 31 TAHUN 2024"], None),
        (["RENCANA AKSI TA 2026"], 2026),
        (["RENCANA AKSI T.A. 2026"], 2026),
        (["RENCANA AKSI TAHUN ANGGARAN 2026"], 2026),
        (["RENCANA AKSI 2026"], 2026),
        (["Rencana Aksi", "Telepon 0271202520"], None),
        ([], None),
    ],
)
def test_the_title_says_the_year(lines, year):
    """A decree's number is not the plan's year."""
    assert year_of_title(lines) == year


def row(target, bukti="SK"):
    return (1, "Tim", "a. SK", "Menyusun", bukti, target)


def test_the_setting_goes_first(plan_of):
    """Then nothing is guessed."""
    plan = plan_of([row("Maret")], options={"year": 2031})
    assert (plan.year, plan.remarks) == (2031, ())
    assert next(plan.indikator()).target.jadwal.last.year == 2031


def test_the_title_goes_before_the_targets(plan_of):
    """Column 6 may plan for another year."""
    assert plan_of([row("Maret 2026"), row("April 2026")]).year == 2025


def guessed(plan):
    return [each.detail for each in plan.remarks if each.oddity is Oddity.YEAR_GUESSED]


def test_without_a_title_the_commonest_target_says_it(plan_of):
    """And it is told where the year was taken from."""
    plan = plan_of([row("Maret 2026"), row("April 2026"), row("Mei 2025"), row("Juni")], title="RENCANA AKSI")
    assert plan.year == 2026
    assert "TARGET WAKTU" in guessed(plan)[0]


@pytest.mark.parametrize(
    ("bukti", "name", "words"), [("SK", "Matriks 2027", "nama lembar"), ("SK Tahun 2027", "Matriks", "kolom lain")]
)
def test_without_any_year_in_the_targets_other_places_say_it(plan_of, bukti, name, words):
    """The sheet's name, then the other columns."""
    plan = plan_of([row("setiap bulan", bukti)], title="RENCANA AKSI", name=name)
    assert plan.year == 2027
    assert words in guessed(plan)[0]


def test_no_year_anywhere_is_asked_for(plan_of):
    """A year is never made up."""
    with pytest.raises(WorkbookError, match="`tahun = 2025`"):
        plan_of([row("setiap bulan")], title="RENCANA AKSI")
