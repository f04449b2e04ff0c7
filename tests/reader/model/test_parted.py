"""Months as numbers in a column that is called BULAN."""

from datetime import date

import pytest

from zi_excel.reader.model.month_numbers import as_months


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (3, "Maret"),
        (12.0, "Desember"),
        ("3", "Maret"),
        ("3, 6, 9, 12", "Maret, Juni, September, Desember"),
        ("1 s/d 12", "Januari s/d Desember"),
        ("1-6", "Januari-Juni"),
        (0, 0),
        (13, 13),
        (3.5, 3.5),
        (True, True),
        ("13", "13"),
        ("3 kali", "3 kali"),
        ("Maret", "Maret"),
        ("", ""),
        (None, None),
        (date(2025, 3, 1), date(2025, 3, 1)),
    ],
)
def test_numbers_as_months(content, expected):
    assert as_months(content) == expected


@pytest.mark.parametrize(("header", "last"), [("BULAN", date(2025, 6, 30)), ("TARGET WAKTU", None)])
def test_only_a_column_of_months_holds_them(plan_of, header, last):
    names = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", header)
    (found,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", 6)], header=(names,)).indikator()
    assert (found.target.jadwal and found.target.jadwal.last) == last
