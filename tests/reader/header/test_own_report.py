"""Whether a workbook is one of the tool's own reports."""

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader.header.own_report import is_report, is_report_file, signed_sheets
from zi_excel.signs import REPORT_NAME, TAB_SIGN


@pytest.fixture
def book(tmp_path):
    """Writes a workbook of two sheets: book(name=..., sign=...) -> path. sign: what the second sheet begins with."""

    def write(*, name=REPORT_NAME, sign=f"{TAB_SIGN} 1.0"):
        workbook = openpyxl.Workbook()
        workbook.active.append(["Catatan kantor"])
        workbook.create_sheet("Sampul").append([sign])
        if name:
            workbook.defined_names[name] = DefinedName(name, attr_text="Sampul!$A$1")
        path = tmp_path / "laporan.xlsx"
        workbook.save(path)
        return path

    return write


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, True),
        ({"name": REPORT_NAME.upper()}, True),
        ({"name": None}, False),
        ({"name": "laporan"}, False),
        ({"sign": "Dibuat oleh kantor"}, False),
    ],
    ids=["both", "capitals", "no name", "another name", "no sign"],
)
def test_a_report_has_both_signs(book, options, expected):
    """Its name, in whatever capitals a program saved it, and the sign in a sheet."""
    path = book(**options)
    assert is_report_file(path) is expected
    with Package.open(path) as package:
        assert is_report(package, Workbook.of(package)) is expected


def test_only_sheets_with_the_sign_are_the_reports(book):
    """A sheet that somebody put beside them is none."""
    with Package.open(book()) as package:
        assert list(signed_sheets(package, Workbook.of(package))) == ["/xl/worksheets/sheet2.xml"]


def test_a_file_that_can_not_be_used_is_no_report(tmp_path):
    """Whoever asks goes on, and says what is wrong when its turn comes."""
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    assert not is_report_file(broken)
    assert not is_report_file(tmp_path / "tidak ada.xlsx")
