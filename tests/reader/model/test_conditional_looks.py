"""Rules of conditional formatting that strike out or hide cells: told, as what they do isn't worked out."""

import openpyxl
import pytest
from office import write_office
from openpyxl.formatting.rule import DifferentialStyle, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.numbers import NumberFormat

import zi_excel
from zi_excel.plan.rencana_aksi import Oddity

STRIKES = DifferentialStyle(font=Font(strike=True))
HIDES = DifferentialStyle(numFmt=NumberFormat(numFmtId=164, formatCode=";;;"))
COLOURS = DifferentialStyle(fill=PatternFill(bgColor="FFFF00"))


@pytest.mark.parametrize(
    ("look", "cells", "told"),
    [
        (STRIKES, "F4:F12", ["F4:F12|mencoret"]),
        (STRIKES, "A1:H2000", ["A4:H13|mencoret"]),
        (HIDES, "F5", ["F5:F5|menyembunyikan"]),
        (COLOURS, "F4:F12", []),
        (STRIKES, "Z4:Z12", []),
        (STRIKES, "F1:F2", []),
        (STRIKES, "F400:F500", []),
    ],
)
def test_a_rule_over_the_matrix_is_told(tmp_path, look, cells, told):
    """Struck out or hidden within the matrix's rows and columns; colours and other places say nothing."""
    path = write_office(tmp_path / "pn.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.conditional_formatting.add(cells, Rule(type="expression", dxf=look, formula=["$H4=1"]))
    book.save(path)
    plan = zi_excel.kolom(path).plan
    assert [each.detail for each in plan.remarks if each.oddity is Oddity.CONDITIONAL_LOOK] == told
