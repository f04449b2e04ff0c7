from collections.abc import Callable
from datetime import date, timedelta

import pytest

from zi_excel.measuring.measure import IndikatorResult, measure
from zi_excel.measuring.status import Status
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu, month_end
from zi_excel.sheets.jadwal import FIRST_MONTH, OUTSIDE, STATUS_COLUMN, mark, outside
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW

QUARTERS = Jadwal(
    Jenis.DAFTAR, date(2025, 3, 1), date(2025, 12, 31), tuple(month_end(2025, month) for month in (3, 6, 9, 12))
)


@pytest.fixture
def result_of(half) -> Callable[..., IndikatorResult]:
    """The result of one indikator with such a jadwal and share."""
    template = next(half.plan.indikator())
    komponen = half.plan.komponen[0]

    def result(jadwal: Jadwal | None, share: float | None, per: date) -> IndikatorResult:
        target = TargetWaktu(jadwal, None if jadwal else "tidak terbaca")
        realisasi = template.realisasi._replace(share=share, dilaporkan=True)
        one = template._replace(target=target, realisasi=realisasi)
        sub = komponen.subkomponen[0]._replace(indikator=(one,))
        plan = half.plan._replace(komponen=(komponen._replace(subkomponen=(sub,)),))
        return measure(plan, per).indikator[0]

    return result


@pytest.mark.parametrize(
    ("share", "per", "shown"),
    [
        (0.0, date(2025, 1, 5), "◆ ◆ ◆ ◆"),
        (0.0, date(2025, 3, 20), "◆▲ ◆ ◆ ◆"),
        (0.0, date(2025, 3, 31), "◆▲ ◆ ◆ ◆"),
        (0.0, date(2025, 4, 1), "◆✖ ◆ ◆ ◆"),
        (0.25, date(2025, 4, 1), "◆✔ ◆▶ ◆▶ ◆▶"),
        (0.5, date(2025, 10, 1), "◆✔ ◆✔ ◆✖ ◆"),
        (0.33, date(2025, 12, 31), "◆✔ ◆✖ ◆✖ ◆"),
        (1.0, date(2025, 4, 1), "◆✔ ◆✔ ◆✔ ◆✔"),
        (None, date(2025, 4, 1), "◆? ◆? ◆? ◆?"),
    ],
)
def test_each_tonggak_says_how_it_stands(result_of, share: float | None, per: date, shown: str):
    """Fulfilled, missed, urgent, still to come; the sign says it without the colour."""
    result = result_of(QUARTERS, share, per)
    assert " ".join(mark(each.status) for each in result.tonggak) == shown


@pytest.mark.parametrize(
    ("jadwal", "shown"),
    [
        (QUARTERS, ""),
        (None, ""),
        (Jadwal(Jenis.BULAN, date(2026, 2, 1), date(2026, 2, 28), (date(2026, 2, 28),)), "◆ Feb 2026"),
        (Jadwal(Jenis.RENTANG, date(2024, 11, 1), date(2025, 2, 28), (date(2025, 2, 28),)), "sejak Nov 2024"),
        (
            Jadwal(Jenis.RENTANG, date(2024, 11, 1), date(2026, 2, 28), (date(2026, 2, 28),)),
            "sejak Nov 2024, ◆ Feb 2026",
        ),
    ],
    ids=["inside", "unreadable", "next year", "from last year", "across"],
)
def test_what_lies_in_other_years_is_said(result_of, jadwal: Jadwal | None, shown: str):
    """The calendar has the twelve months of the plan's year only."""
    per = date(2024, 1, 1)
    assert outside(jadwal, result_of(jadwal, 0.0, per).tonggak, 2025) == shown


def test_many_tonggak_elsewhere_are_counted(result_of):
    """Four of them by name, the others by number."""
    days = tuple(date(2030, 1, 1) + timedelta(31 * at) for at in range(9))
    jadwal = Jadwal(Jenis.DAFTAR, days[0], days[-1], days)
    per = date(2025, 1, 1)
    assert outside(jadwal, result_of(jadwal, 0.0, per).tonggak, 2025).endswith("dan 5 tonggak lain")


def test_the_calendar_has_a_row_per_indikator_and_marks_the_month(half, read):
    """87 rows by 12 months; the as-of month is labelled and has thick lines on both sides."""
    sheet = read(half.render(), values=True)["Monev Jadwal"]
    assert [cell.value for cell in sheet[HEADER_ROW]][FIRST_MONTH - 1 : OUTSIDE - 1] == (
        ["JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES"]
    )
    kode = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert kode == [indikator.kode for indikator in half.plan.indikator()]
    november = FIRST_MONTH + 10
    assert sheet.cell(HEADER_ROW - 1, november).value == "▼ 20/11"
    for row in range(HEADER_ROW, sheet.max_row + 1):
        assert (sheet.cell(row, november).border.left.style, sheet.cell(row, november).border.right.style) == (
            "thick",
        ) * 2
    assert sheet.cell(FIRST_ROW, STATUS_COLUMN).value in {status.text for status in Status}


def test_a_day_outside_the_plans_year_is_said(odd, read):
    """There is no line then, and the context row says why."""
    sheet = read(odd.render(), values=True)["Monev Jadwal"]
    assert sheet["A3"].value == "Tanggal penilaian 31 Desember 2024 berada di luar tahun 2025, jadi tidak ada garisnya."
    assert not any(cell.value for cell in sheet[HEADER_ROW - 1][1:])
