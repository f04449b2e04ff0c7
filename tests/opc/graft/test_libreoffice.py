"""LibreOffice opens what was grafted, and what it saves is known again."""

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.touched import Touched

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def formats(path):
    with Package.open(path) as package:
        root = package.root("/xl/styles.xml")
        return {child.tag.rpartition("}")[2]: len(child) for child in root}


def entries(path):
    return sum(formats(path).values())


ROUNDS = 6


def test_saved_in_between(staff, refresh, office_save):
    """Saved by LibreOffice after each refresh: tabs are replaced, not piled up, and no typing is reported.

    A refresh after LibreOffice's save knows its formats again, and appends at most half of what the first one brought;
    from the second round on the part has the same size (LibreOffice writes a dxf of its own for each condition).
    """
    path, change = refresh(staff)
    brought = entries(path) - entries(staff)
    sizes = []
    for turn in range(ROUNDS):
        saved = office_save(path)
        path, change = refresh(saved, note=f"turn {turn}")
        assert change.tabs_replaced == ("Tab One", "Tab Two", "Tab's & Three")
        assert not change.tabs_added
        assert change.touched == ()
        assert refresh(path, note=f"turn {turn}")[1].empty
        sizes.append(formats(path))
        assert entries(path) - entries(saved) <= brought // 2
    assert sizes[1:] == sizes[1:2] * (ROUNDS - 1)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Cover", "Rencana Aksi", "Archive", "Tab One", "Tab Two", "Tab's & Three"]
    assert book["Tab Two"]["A2"].value == f"Made by the tool 1.0: turn {ROUNDS - 1}"


def test_edited_and_saved(staff, refresh, office_save):
    """What staff chose and typed before LibreOffice saved it: kept or reported, as if Excel had saved it."""
    path, _ = refresh(staff)
    book = openpyxl.load_workbook(path, keep_vba=True)
    tab = book["Tab Two"]
    tab.title = "Milik Kami"
    book.defined_names["_tool_1"].attr_text = "'Milik Kami'!$1:$1048576"
    book.move_sheet(tab, -4)
    tab.sheet_properties.tabColor = "FF445566"
    tab["B6"], tab["H40"], tab["H41"] = "diketik", "=B6", 0.1
    tab["A5"].comment = Comment("Tolong diperiksa", "Sri")
    tab.add_chart(BarChart(), "K2")
    hidden = book["Tab's & Three"]
    hidden.sheet_state = "hidden"
    hidden.auto_filter.add_filter_column(0, ["row 5"])
    for row in (6, 7, 8):
        hidden.row_dimensions[row].hidden = True
    del book["Tab One"]
    book.save(path)
    book.vba_archive.close()
    names = ("Tab One", "Milik Kami", "Tab's & Three")
    out, change = refresh(office_save(path), names, "second")
    assert change.touched == (Touched("Milik Kami", (range(6, 7), range(40, 42)), comments=1, objects=1),)
    assert change.tabs_added == ("Tab One",)
    after = openpyxl.load_workbook(out)
    assert after.sheetnames == ["Milik Kami", "Cover", "Rencana Aksi", "Archive", "Tab's & Three", "Tab One"]
    assert after["Milik Kami"].sheet_properties.tabColor.rgb == "FF445566"
    assert after["Tab's & Three"].sheet_state == "hidden"
    assert not any(after["Tab's & Three"].row_dimensions[row].hidden for row in range(1, 10))
    assert after["Tab's & Three"].auto_filter.filterColumn == []
    assert refresh(office_save(out), names, "third")[1].touched == ()


def test_computes_the_same(staff, refresh, office_save):
    """LibreOffice computes the grafted formulas to their cached values."""
    saved = office_save(refresh(staff)[0])
    sheet = openpyxl.load_workbook(saved, data_only=True)["Tab One"]
    assert [sheet[f"C{row}"].value for row in range(5, 9)] == pytest.approx([row / 26 for row in range(5, 9)])
