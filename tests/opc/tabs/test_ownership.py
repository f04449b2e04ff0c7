"""A tab is the tool's own where both signs say so; where they disagree, staff are told which tab to delete."""

import re

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook


@pytest.fixture
def owned(sample):
    def find(path):
        with Package.open(path) as package:
            return owned_tabs(package, Workbook.of(package), prefix=sample.prefix, sign=sample.sign, seal=sample.seal)

    return find


@pytest.fixture
def changed(staff, refresh, mutate):
    """The workbook after a graft, with texts of its workbook part replaced."""
    return lambda *pairs: mutate(refresh(staff)[0], "xl/workbook.xml", *pairs)


def test_none(staff, owned):
    """A workbook without the tool's tabs."""
    found = owned(staff)
    assert (dict(found.tabs), found.disagreements, found.stale) == ({}, (), frozenset())


def test_own(staff, owned, refresh):
    """The tabs after a graft."""
    found = owned(refresh(staff)[0])
    assert {key: sheet.name for key, sheet in found.tabs.items()} == {
        "_tool_0": "Tab One",
        "_tool_1": "Tab Two",
        "_tool_2": "Tab's & Three",
    }
    assert found.disagreements == ()


@pytest.mark.parametrize(
    "change",
    [
        ('<definedName name="_tool_0" hidden="1">', '<definedName name="_tool_0" hidden="false" function="false">'),
        ('name="_tool_0"', 'name="_TOOL_0"'),
        ("'Tab One'!$1:$1048576", "'Tab One'!$A$1:$XFD$1048576"),
        (
            "</definedNames>",
            '<definedName name="_tool_0" localSheetId="1">Cover!$1:$1048576</definedName></definedNames>',
        ),
    ],
    ids=["hidden lost", "other capitals", "written otherwise", "a copy's own name"],
)
def test_still_own(changed, owned, change):
    """LibreOffice drops `hidden`; a sheet that is copied takes the name along as its own, which is no sign."""
    found = owned(changed(change))
    assert [sheet.name for sheet in found.tabs.values()] == ["Tab One", "Tab Two", "Tab's & Three"]
    assert found.disagreements == ()


def test_renamed(staff, owned, refresh, mutate):
    """A tab that staff renamed is known by its name's reference, which followed."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("'Tab One'!", "Satu!"), ('"Tab One"', '"Satu"'))
    assert owned(path).tabs["_tool_0"].name == "Satu"


def test_deleted(staff, owned, refresh, mutate):
    """The name of a tab that staff deleted is stale."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("'Tab One'!$1:$1048576", "#REF!$1:$1048576"))
    assert owned(path).stale == {"_tool_0"}
    assert "_tool_0" not in owned(path).tabs
    assert owned(path).disagreements == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("'Tab One'!$1:$1048576", "Cover!$1:$1048576"), "hapus tab 'Cover'"),
        (("'Tab One'!$1:$1048576", "'Tab Two'!$1:$1048576"), "Tab 'Tab Two' ditunjuk oleh dua nama"),
        (("'Tab One'!$1:$1048576", "Cover!$A$1"), "bukan satu tab utuh"),
    ],
    ids=["no sign inside", "two names", "part of a sheet"],
)
def test_disagreement(changed, owned, change, words):
    """A name alone makes no tab the tool's own."""
    (sentence,) = owned(changed(change)).disagreements
    assert words in sentence


def test_sign_typed_over(staff, owned, refresh, mutate):
    """A tab whose sign staff typed over is named, with what to do."""
    path = mutate(refresh(staff)[0], "xl/worksheets/sheet4.xml", ("Made by the tool", "Mine"))
    (sentence,) = owned(path).disagreements
    assert "hapus tab 'Tab One'" in sentence


def test_a_sheet_of_staffs_with_such_a_name(changed, owned):
    """It is staff's: they are told how to keep it, by the name where Excel shows it, else by a copy."""
    more = '<definedName name="_Tool_lama"{}>Cover!$1:$1048576</definedName></definedNames>'
    (shown,) = owned(changed(("</definedNames>", more.format("")))).disagreements
    assert "hapus atau ganti nama '_Tool_lama' di Formulas > Name Manager" in shown
    (hidden,) = owned(changed(("</definedNames>", more.format(' hidden="1"')))).disagreements
    assert "salin isinya ke lembar baru" in hidden
    assert "'_Tool_lama'" in hidden


def test_no_seals_at_all(staff, owned, refresh, rezip):
    """An older version's tabs have none, and some programs drop all such names: the two signs decide."""
    lost = {"xl/workbook.xml": lambda data: re.sub(rb"<definedName[^>]*_sealed_.*?</definedName>", b"", data)}
    found = owned(rezip(refresh(staff)[0], lost))
    assert [sheet.name for sheet in found.tabs.values()] == ["Tab One", "Tab Two", "Tab's & Three"]
    assert found.disagreements == ()


def test_one_tab_without_its_seal(staff, owned, refresh, rezip):
    """Where the other tabs have theirs, the cells were cut into this sheet: it is not taken for the tool's."""
    lost = {
        "xl/workbook.xml": lambda data: re.sub(
            rb'<definedName name="_sealed_1" localSheetId="4".*?</definedName>', b"", data
        )
    }
    found = owned(rezip(refresh(staff)[0], lost))
    assert [sheet.name for sheet in found.tabs.values()] == ["Tab One", "Tab's & Three"]
    (sentence,) = found.disagreements
    assert "'Tab Two'" in sentence


def test_sign_as_shared_string(staff, owned, refresh, rezip):
    """Excel and LibreOffice move the sign into the shared strings; rich text and row numbers may have changed."""
    strings = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x</t></si>'
        b"<si><r><t>Made by </t></r><r><t>the tool 1.0</t></r><rPh><t>y</t></rPh></si></sst>"
    )
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row><c t="s"><v>0</v></c></row><row><c r="B4" t="s"><v>1</v></c></row></sheetData></worksheet>'
    )
    path = rezip(refresh(staff)[0], {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet4.xml": sheet})
    assert owned(path).tabs["_tool_0"].name == "Tab One"
    below = sheet.replace(b"B4", b"B11")
    path = rezip(refresh(staff)[0], {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet4.xml": below}, "below")
    assert len(owned(path).disagreements) == 1


def test_sign_as_a_result_of_no_formula(staff, owned, refresh, rezip):
    """SheetJS writes all texts so; of a formula's result it is not the tool's sign."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="2"><c r="A2" t="str"><v>Made by the tool 1.0</v></c></row></sheetData></worksheet>'
    )
    path = rezip(refresh(staff)[0], {"xl/worksheets/sheet4.xml": sheet})
    assert owned(path).tabs["_tool_0"].name == "Tab One"
    computed = sheet.replace(b"<v>", b"<f>Cover!A1</f><v>")
    path = rezip(refresh(staff)[0], {"xl/worksheets/sheet4.xml": computed}, "computed")
    assert len(owned(path).disagreements) == 1
