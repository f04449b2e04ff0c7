"""What may change in the workbook part: the tool's own entries, and positions that mean the same sheets."""

import re

import pytest
from compared_packages import BOOK, CHART, SHEET, assert_clean, differing

COVER, MATRIX = '<sheet name="Cover" sheetId="1" r:id="rId1"/>', '<sheet name="Rencana Aksi" sheetId="2" r:id="rId2"/>'


LOCAL, TARGET = (
    '<definedName name="Local" localSheetId="2">Archive!$A$1</definedName>',
    "<definedName name=\"Target\">'Rencana Aksi'!$B$1</definedName>",
)


WRONG = [
    ("a name's text", BOOK, "'Rencana Aksi'!$B$1", "'Rencana Aksi'!$B$2"),
    ("a name hidden", BOOK, 'name="Target"', 'name="Target" hidden="1"'),
    ("a name of another sheet", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="1"'),
    ("a name of a tab", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="3"'),
    ("a name of no sheet", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="9"'),
    ("a name of the workbook", BOOK, 'name="Local" localSheetId="2"', 'name="Local"'),
    ("a name gone", BOOK, TARGET, ""),
    ("a name more", BOOK, TARGET, TARGET + '<definedName name="Lain">1</definedName>'),
    ("a name more that looks like the tool's", BOOK, TARGET, TARGET + '<definedName name="_tool_9">1</definedName>'),
    ("names in another order", BOOK, LOCAL + TARGET, TARGET + LOCAL),
    ("a filter's range", BOOK, "'Rencana Aksi'!$A$1:$B$5", "'Rencana Aksi'!$A$1:$B$6"),
    ("a sheet renamed", BOOK, 'name="Cover"', 'name="Sampul"'),
    ("a sheet shown", BOOK, ' state="hidden"', ""),
    ("a sheet hidden", BOOK, 'name="Cover"', 'name="Cover" state="hidden"'),
    ("sheets in another order", BOOK, COVER + MATRIX, MATRIX + COVER),
    ("a sheet more", BOOK, "</sheets>", '<sheet name="Lain" sheetId="9" r:id="rId2"/></sheets>'),
    ("a sheet's id", BOOK, 'sheetId="1"', 'sheetId="11"'),
    ("another sheet open", BOOK, 'activeTab="1"', 'activeTab="0"'),
    ("a tab open", BOOK, 'activeTab="1"', 'activeTab="4"'),
    ("no sheet open", BOOK, 'activeTab="1"', 'activeTab="40"'),
    ("another sheet first", BOOK, 'activeTab="1"', 'activeTab="1" firstSheet="1"'),
    ("a window's size", BOOK, 'windowWidth="16095"', 'windowWidth="16096"'),
    ("a window more", BOOK, "<bookViews>", '<bookViews><workbookView activeTab="1"/>'),
    ("iteration", BOOK, "<calcPr ", '<calcPr iterate="1" '),
    ("the calculation", BOOK, 'calcId="124519"', 'calcId="124520"'),
    ("no recalculation", BOOK, ' fullCalcOnLoad="1"', ""),
    ("the calendar", BOOK, "<workbookPr ", '<workbookPr date1904="1" '),
    ("macros' name", BOOK, 'codeName="ThisWorkbook"', 'codeName="Buku"'),
    ("protection", BOOK, "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    ("something new", BOOK, "</workbook>", "<extLst/></workbook>"),
    ("a comment", BOOK, "</workbook>", "</workbook><!-- kami -->"),
    ("a namespace", BOOK, "<workbook ", '<workbook xmlns:a="urn:a" '),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_with, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""
    assert list(found_with(part, old, new)) == [f"/{part}"]


def test_a_sheet_that_is_gone(found_after, mutate):
    """Its part may lie there still: the list has lost it, and names mean other sheets."""
    assert "Cover" in "".join(found_after(lambda path: mutate(path, BOOK, (COVER, "")))[f"/{BOOK}"])


def positions_shifted(data):
    """Tab Two stands first, as staff may move it; every position that the workbook part names means what it meant."""
    text = data.decode()
    sheets = re.findall("<sheet [^>]*>", text)
    order = [4, 0, 1, 2, 3, 5]
    text = text.replace("".join(sheets), "".join(sheets[old] for old in order))
    text = re.sub('localSheetId="([0-9])"', lambda found: f'localSheetId="{order.index(int(found[1]))}"', text)
    return text.replace('activeTab="1"', 'activeTab="2"').encode()


@pytest.mark.parametrize(
    "wrong",
    [(' localSheetId="2">Archive', ' localSheetId="3">Archive'), ('activeTab="1"', 'activeTab="2"')],
    ids=["Local", "activeTab"],
)
def test_positions_that_do_not_shift_with_a_tab(staff, shortened, compared, mutate, wrong):
    """Where a tab goes, the same numbers mean other sheets: that is seen; shifted ones are not taken for changes."""
    path, out = shortened(staff, positions_shifted)
    assert_clean(compared(path, out))
    assert list(differing(compared(path, mutate(out, BOOK, wrong)))) == [f"/{BOOK}"]


CUSTOM = (
    '<customWorkbookViews><customWorkbookView name="Mine" guid="{{00000000-0000-0000-0000-000000000001}}" '
    'windowWidth="1" windowHeight="1" activeSheetId="{}"/></customWorkbookViews>'
)


def with_custom_view(shown):
    """A custom view of one's own, that shows the sheet of an id."""
    return lambda data: data.replace(b"</workbook>", CUSTOM.format(shown).encode() + b"</workbook>")


def test_a_custom_view_of_a_tab_that_goes(staff, shortened, compared, mutate):
    """It has to show another sheet then; one that shows a sheet of staff's goes on showing it."""
    assert_clean(compared(*shortened(staff, with_custom_view(5))))
    path, out = shortened(staff, with_custom_view(2))
    assert_clean(compared(path, out))
    wrong = mutate(out, BOOK, ('activeSheetId="2"', 'activeSheetId="1"'))
    assert list(differing(compared(path, wrong))) == [f"/{BOOK}"]


def test_a_sheet_of_staffs_that_bears_both_signs(staff, refresh, rezip, compared, sample):
    """A refresh never makes a sheet of staff's its own: sheet, parts and list say so."""
    mark = f'<definedName name="{sample.prefix}9" hidden="1">\'Rencana Aksi\'!$1:$1048576</definedName>'
    sign = f'<c r="D1" t="inlineStr"><is><t>{sample.sign}</t></is></c></row>'
    changes = {
        BOOK: lambda data: data.replace(b"</definedNames>", mark.encode() + b"</definedNames>"),
        SHEET: lambda data: data.replace(b"</row>", sign.encode(), 1),
    }
    found = differing(compared(staff, rezip(refresh(staff)[0], changes)))
    assert {f"/{BOOK}", f"/{SHEET}", f"/{CHART}"} <= found.keys()
    assert "milik Anda" in found[f"/{SHEET}"][0]
    assert "kini ditandai sebagai milik alat" in found[f"/{BOOK}"][0]
