"""The plan's year: the setting's, the title's, else what the matrix says most often."""

from datetime import date

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import Oddity


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


def title_of(*cells):
    """An edit that writes a title's cells: (A2, value, number format)."""

    def edit(sheet):
        for ref, value, *form in cells:
            sheet[ref] = value
            if form:
                sheet[ref].number_format = form[0]

    return edit


@pytest.mark.parametrize(
    "beside",
    [
        ("A2", date(2026, 1, 5), "dd mmmm yyyy"),
        ("A2", date(2026, 1, 5), "yyyy"),
        ("B2", date(2026, 1, 5), '"Dicetak "d mmm yyyy'),
        ("C2", "=TODAY()", "d mmmm yyyy"),
        ("A2", '="TAHUN "&YEAR(TODAY())'),
        ("A2", '="RENCANA AKSI TAHUN "&YEAR(NOW())'),
        ("A2", "Dicetak 05-01-2026"),
        ("A2", "Nomor: 31/PR.02/3372/2024"),
    ],
)
def test_no_date_and_nothing_that_changes_by_the_day_is_a_title(plan_of, header, beside):
    """Typed text is; a row above the header holds the rest."""
    plan = plan_of([row("Maret")], header=((), (), header), edit=title_of(beside))
    assert plan.year == 2025
    assert "judul “RENCANA AKSI" in plan.reading.year_from
    assert plan.remarks == ()


def test_a_year_in_a_cell_of_its_own_belongs_to_its_row(plan_of, header):
    """`TAHUN` beside `2025`, typed as a number."""
    cells = (("A2", "TAHUN"), ("B2", ":"), ("C2", 2025), ("A3", "KPU KOTA 2024"))
    plan = plan_of([row("Maret")], title="RENCANA AKSI", header=((), (), header), edit=title_of(*cells))
    assert plan.year == 2025
    assert [each.oddity for each in plan.remarks] == [Oddity.YEAR_RIVALS]
