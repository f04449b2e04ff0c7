"""The sample workbook of the demo: the template, filled as staff of a half-done year would have filled it."""

import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import build_template  # noqa: E402  (scripts are no package: the line above makes them importable)
import sample_realisasi  # noqa: E402  (scripts are no package: the path comes first)

from zi_excel.sheets.matriks.staff_columns import Report  # noqa: E402


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "contoh.xlsx"
    sample_realisasi.fill_sample(path)
    return path


def rows(path: Path, columns: slice) -> list[list[object]]:
    sheet = load_workbook(path)["Rencana Aksi"]
    return [[cell.value for cell in row[columns]] for row in sheet.iter_rows(max_row=101)]


@pytest.mark.slow
def test_columns_1_to_7_are_the_templates(sample):
    """The sample fills; it changes nothing that is enacted."""
    assert rows(sample, slice(0, 7)) == rows(build_template.TEMPLATE, slice(0, 7))


def test_columns_8_to_12_hold_the_reports(sample):
    """As the text file says: shares, days, links with a text of their own, and the mistakes that are meant."""
    sheet = load_workbook(sample)["Rencana Aksi"]
    found = {str(row[2].value): row for row in sheet.iter_rows(min_row=9, max_row=101)}
    first = found["a. Menerbitkan SK Tim Kerja /Kelompok Kerja"]
    assert (first[7].value, first[8].value.date(), first[9].value) == (1, date(2025, 2, 14), "Bukti I.1.a")
    assert first[9].hyperlink.target == "https://contoh.example/zi/i-1-a"
    assert found["c. Pengukuran kinerja individu dilakukan secara periodik"][7].value == "hampir selesai"
    blank = found["a. Menetapkan kebijakan pola rotasi internal"]
    assert [cell.value for cell in blank[7:12]] == [None] * 5


def test_a_report_of_an_unknown_kode_is_refused(tmp_path):
    """A slip in the sample's kode is not passed over."""
    with pytest.raises(KeyError, match=r"IX\.9\.z"):
        build_template.build(tmp_path / "x.xlsx", reports={"IX.9.z": Report(realisasi=1)})


def test_sample_of_an_earlier_day_knows_nothing_later():
    """What was finished after the day is not reported yet."""
    reports = sample_realisasi.sample_reports(date(2025, 6, 30))
    days = [each.tanggal_selesai for each in reports.values() if isinstance(each.tanggal_selesai, date)]
    assert (
        max(days)
        <= date(2025, 6, 30)
        < max(
            each.tanggal_selesai
            for each in sample_realisasi.sample_reports().values()
            if isinstance(each.tanggal_selesai, date)
        )
    )
