"""The names by which tabs are known, however programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import registered_sheets, whole_sheet, whole_sheet_reference
from zi_excel.opc.workbook.workbook import Workbook


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("'Monev I'!$1:$1048576", "Monev I"),
        ("='Monev I'!$1:$1048576", "Monev I"),
        ("Monev!$A$1:$XFD$1048576", "Monev"),
        ("Monev!$A:$XFD", "Monev"),
        ("Monev!$A$1:$AMJ$1048576", "Monev"),
        ("Monev!$1:$1048570", "Monev"),
        ("'It''s ''quoted'''!$1:$1048576", "It's 'quoted'"),
        ("Monev!$A$1", None),
        ("Monev!$A$1:$C$9", None),
        ("Monev!$A:$C", None),
        ("Monev!$1:$9", None),
        ("#REF!", None),
        ("#REF!$1:$1048576", None),
        ("'A:B'!$1:$1048576,Monev!$A$1", None),
        ("", None),
        ("12", None),
    ],
)
def test_whole_sheet(text, sheet):
    """All forms in which Excel and LibreOffice write a whole sheet; parts of sheets and other things are none."""
    assert whole_sheet(text) == sheet


@given(st.text(min_size=1))
def test_whole_sheet_of_any_name(name):
    """What is written for a sheet is understood again, whatever its name."""
    assert whole_sheet(whole_sheet_reference(name)) == name


@given(st.text())
def test_whole_sheet_of_any_text(text):
    """Any text: a sheet or none, never an exception."""
    whole_sheet(text)


def test_registered(staff, refresh, mutate, sample):
    """The sheets that such names cover as a whole, with the sign or without; a copy's own name and a part are none."""
    more = (
        '<definedName name="_TOOL_x">Cover!$1:$1048576</definedName>'
        '<definedName name="_tool_y">Archive!$A$1</definedName>'
        '<definedName name="_tool_z" localSheetId="1">Archive!$1:$1048576</definedName></definedNames>'
    )
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("</definedNames>", more))
    with Package.open(path) as package:
        found = registered_sheets(Workbook.of(package), sample.prefix)
    assert [sheet.name for sheet in found] == ["Tab One", "Tab Two", "Tab's & Three", "Cover"]
