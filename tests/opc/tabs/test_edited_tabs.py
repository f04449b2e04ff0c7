"""What staff do to the tool's tabs between two refreshes: what they chose stays, the rest is made anew."""

import re
from contextlib import contextmanager

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.touched import Touched
from zi_excel.opc.workbook.workbook import Workbook

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
STAFFS = ["Cover", "Rencana Aksi", "Archive"]
TABS = ["Tab One", "Tab Two", "Tab's & Three"]


@contextmanager
def edited(path):
    """The workbook as openpyxl loads it, saved again at the end: an edit by another program."""
    book = openpyxl.load_workbook(path, keep_vba=True)
    yield book
    book.save(path)
    book.vba_archive.close()


@pytest.fixture
def book(with_sample):
    """Staff's workbook with the tabs."""
    return with_sample


@pytest.fixture
def seen(refresh):
    """The workbook after another refresh, as openpyxl loads it; a second one finds nothing to do."""

    def run(path, names=TABS):
        out, change = refresh(path, names, "second")
        assert refresh(out, names, "second")[1].empty
        return openpyxl.load_workbook(out), change

    return run


def sheets(path):
    with Package.open(path) as package:
        return [sheet.name for sheet in Workbook.of(package).sheets]


@pytest.mark.parametrize(
    ("title", "place", "order"),
    [
        ("Tab Two", 0, ["Tab Two", *STAFFS, "Tab One", "Tab's & Three"]),
        ("Tab's & Three", 2, ["Cover", "Rencana Aksi", "Tab's & Three", "Archive", "Tab One", "Tab Two"]),
    ],
    ids=["to the front", "between staff's sheets"],
)
def test_moved(book, seen, title, place, order):
    """A moved tab stays where staff put it, with its own filter and titles; staff's names stay with their sheets."""
    with edited(book) as saved:
        saved.move_sheet(title, place - saved.sheetnames.index(title))
    after, change = seen(book)
    assert after.sheetnames == order
    assert set(change.tabs_replaced) == set(TABS)
    assert not change.tabs_added
    assert after[title]["A2"].value == "Made by the tool 1.0: second"
    assert (after[title].print_title_rows, after[title].auto_filter.ref) == ("$4:$4", "A4:C8")
    assert after["Archive"].defined_names["Local"].attr_text == "Archive!$A$1"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden(book, seen, state):
    """Tabs that staff hid, one or all of them, stay hidden in the same way."""
    with edited(book) as saved:
        for title in TABS:
            saved[title].sheet_state = state
    after, _ = seen(book)
    assert [after[title].sheet_state for title in TABS] == [state] * 3
    assert after["Tab One"]["A2"].value.endswith("second")


@pytest.mark.parametrize("colour", ["FF112233", None])
def test_coloured(book, seen, colour):
    """The colour that staff gave a tab stays; so does none where they took it away."""
    with edited(book) as saved:
        saved["Tab Two"].sheet_properties.tabColor = colour
    after, _ = seen(book)
    kept = after["Tab Two"].sheet_properties.tabColor
    assert (kept and kept.rgb) == colour
    assert after["Tab One"].sheet_properties.tabColor.rgb == "FF00AA00"


@pytest.mark.parametrize(
    "reference", ["#REF!$1:$1048576", "#REF!", None], ids=["Excel", "LibreOffice", "left as it was"]
)
@pytest.mark.parametrize("titles", [TABS[1:2], TABS], ids=["one", "all"])
def test_deleted(book, seen, reference, titles):
    """Deleted tabs come again, at the end; their old names are taken anew and nothing of them is left over."""
    with edited(book) as saved:
        for name in saved.defined_names.values():
            if reference and any(
                name.attr_text.startswith(f"'{each.replace(chr(39), chr(39) * 2)}'") for each in titles
            ):
                name.attr_text = reference
        for title in titles:
            del saved[title]
    after, change = seen(book)
    assert set(change.tabs_added) == set(titles)
    assert change.touched == ()
    assert after.sheetnames == [*STAFFS, *(each for each in TABS if each not in titles), *titles]
    assert sorted(name for name in after.defined_names if name.startswith("_tool")) == ["_tool_0", "_tool_1", "_tool_2"]
    assert [list(after[title].defined_names) for title in TABS] == [["_sealed_1"]] * 3


def test_copied(book, seen):
    """Excel gives a copy names of its own: it is staff's, whatever they write there, and stays as it is."""
    with edited(book) as saved:
        copied = saved.copy_worksheet(saved["Tab One"])
        copied.title = "Tab One (2)"
        copied["B30"] = "milik kami"
        seal = saved["Tab One"].defined_names["_sealed_1"].attr_text
        for name, text in (("_tool_0", "'Tab One (2)'!$1:$1048576"), ("_sealed_1", seal)):
            copied.defined_names[name] = DefinedName(name, attr_text=text, hidden=True)
    after, change = seen(book)
    assert after.sheetnames == [*STAFFS, *TABS, "Tab One (2)"]
    assert change.touched == ()
    kept = after["Tab One (2)"]
    assert (kept["A2"].value, kept["B30"].value) == ("Made by the tool 1.0: first", "milik kami")
    assert {name: kept.defined_names[name].attr_text for name in kept.defined_names} == {
        "_tool_0": "'Tab One (2)'!$1:$1048576",
        "_sealed_1": seal,
    }


@pytest.mark.slow
def test_the_copy_is_kept_and_the_tab_deleted(book, seen):
    """Staff keep what stood there and throw the tab itself away: it comes again beside their copy."""
    with edited(book) as saved:
        saved.copy_worksheet(saved["Tab One"]).title = "Arsip"
        del saved["Tab One"]
    after, _ = seen(book)
    assert after.sheetnames == [*STAFFS, *TABS[1:], "Arsip", "Tab One"]


@pytest.mark.slow
def test_sorted_and_filtered(book, seen, parts, refresh):
    """Criteria and order are reset: a row that a filter had hidden would be missed in the new tab."""
    with edited(book) as saved:
        tab = saved["Tab One"]
        tab.auto_filter.add_filter_column(0, ["row 5"])
        tab.auto_filter.add_sort_condition("B5:B8", descending=True)
        for first, last in ((5, 8), (6, 7)):
            for column in "ABD":
                one, other = tab[f"{column}{first}"], tab[f"{column}{last}"]
                one.value, other.value = other.value, one.value
        for row in (6, 7):
            tab.row_dimensions[row].hidden = True
    after, change = seen(book)
    assert change.touched == ()
    tab = after["Tab One"]
    assert (tab.auto_filter.ref, tab.auto_filter.filterColumn, tab.auto_filter.sortState) == ("A4:C8", [], None)
    assert not any(tab.row_dimensions[row].hidden for row in range(1, 10))
    assert [tab[f"B{row}"].value for row in range(5, 9)] == [5, 6, 7, 8]
    hidden = re.findall("<definedName[^>]*_FilterDatabase[^<]*", parts(refresh(book)[0])["xl/workbook.xml"].decode())
    assert sum("'Tab One'!$A$4:$C$8" in name for name in hidden) == 1


def test_zoomed_and_unfrozen(book, seen):
    """The view of a tab is the tool's: frozen panes belong to its header."""
    with edited(book) as saved:
        saved["Tab One"].sheet_view.zoomScale = 40
        saved["Tab One"].freeze_panes = "C3"
        saved["Tab One"].column_dimensions["A"].hidden = True
    after, change = seen(book)
    assert change.touched == ()
    assert (after["Tab One"].sheet_view.zoomScale or 100, after["Tab One"].freeze_panes) == (100, "A5")
    assert not after["Tab One"].column_dimensions["A"].hidden


@pytest.mark.parametrize("title", [*TABS, "Cover"])
def test_active(book, seen, title):
    """The workbook opens where staff were, and only that sheet is selected, else typing would go into several."""
    with edited(book) as saved:
        saved.active = saved.sheetnames.index(title)
        for sheet in saved:
            sheet.sheet_view.tabSelected = sheet.title == title
    after, _ = seen(book)
    assert after.active.title == title
    assert [sheet.title for sheet in after if sheet.sheet_view.tabSelected] == [title]


def test_all_at_once(book, seen):
    """Renamed, moved, hidden, coloured and typed in by one hand."""
    with edited(book) as saved:
        tab = saved["Tab Two"]
        tab.title = "Milik 'Kami' Ini"
        saved.defined_names["_tool_1"].attr_text = "'Milik ''Kami'' Ini'!$1:$1048576"
        saved.move_sheet(tab, -4)
        tab.sheet_state = "hidden"
        tab.sheet_properties.tabColor = "FF445566"
        tab["B6"] = "diketik"
        tab["H40"] = "=B6"
    after, change = seen(book, ["Tab One", "Milik 'Kami' Ini", "Tab's & Three"])
    assert after.sheetnames == ["Milik 'Kami' Ini", *STAFFS, "Tab One", "Tab's & Three"]
    tab = after["Milik 'Kami' Ini"]
    assert (tab.sheet_state, tab.sheet_properties.tabColor.rgb) == ("hidden", "FF445566")
    assert tab["B6"].value == 6
    assert change.touched == (Touched("Milik 'Kami' Ini", (range(6, 7), range(40, 41))),)


def cut(saved, title, area, target):
    """Cells cut and pasted at the same place of another sheet: values only are moved."""
    for row in saved[title][area]:
        for cell in row:
            if cell.value is not None:
                target[cell.coordinate].value = cell.value
                cell.value = None


def test_cells_cut_without_the_sign(book, refresh, parts):
    """The tab is still the tool's: it is made anew and the rows are reported; what staff pasted stays where it is."""
    with edited(book) as saved:
        cut(saved, "Tab One", "A5:D8", saved["Cover"])
    out, change = refresh(book, note="second")
    assert change.tabs_replaced == tuple(TABS)
    assert change.touched == (Touched("Tab One", deleted=4),)
    assert parts(out)["xl/worksheets/sheet1.xml"] == parts(book)["xl/worksheets/sheet1.xml"]
    assert openpyxl.load_workbook(out)["Cover"]["A5"].value == "  row 5 "


def test_cells_cut_with_the_sign(book, refresh):
    """Whose the tab is can't be told any more: refused, and both sheets stay as they are."""
    with edited(book) as saved:
        cut(saved, "Tab One", "A1:D8", saved["Cover"])
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=r"hapus tab 'Tab One' dan jalankan lagi") as refusal:
        refresh(book)
    assert "Cover" not in str(refusal.value)
    assert book.read_bytes() == before
    with edited(book) as saved:
        del saved["Tab One"]
    assert refresh(book)[1].tabs_added == ("Tab One",)


def cut_whole(saved, title, target):
    """All cells (Ctrl+A): the name that covers them all follows to the other sheet, the tab's own names stay."""
    cut(saved, title, "A1:Z99", saved[target])
    for name in saved.defined_names.values():
        name.attr_text = name.attr_text.replace(f"'{title}'!$1:", f"'{target}'!$1:")


def test_all_cells_cut(book, refresh):
    """Both signs now stand on a sheet of staff's: the seal, which stayed behind, tells whose it is."""
    with edited(book) as saved:
        cut_whole(saved, "Tab One", "Cover")
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=r"Lembar 'Cover' berisi .* hapus lembar 'Cover' dan tab 'Tab One'"):
        refresh(book)
    assert book.read_bytes() == before
    with edited(book) as saved:
        saved.copy_worksheet(saved["Cover"]).title = "Sampul"
        del saved["Cover"]
        del saved["Tab One"]
    out, change = refresh(book)
    assert change.tabs_added == ("Tab One",)
    assert openpyxl.load_workbook(out)["Sampul"]["A2"].value == "Made by the tool 1.0: first"


def test_all_cells_cut_and_the_empty_tab_deleted(book, refresh):
    """The other tabs' seals tell that this sheet never was one."""
    with edited(book) as saved:
        cut_whole(saved, "Tab One", "Cover")
        del saved["Tab One"]
    with pytest.raises(WorkbookError, match=r"Lembar 'Cover' berisi .* hapus lembar 'Cover', lalu jalankan lagi"):
        refresh(book)


def test_all_cells_cut_into_another_tab(book, refresh):
    """Two names cover one tab then: it is named."""
    with edited(book) as saved:
        cut_whole(saved, "Tab One", "Tab Two")
    with pytest.raises(WorkbookError, match="Tab 'Tab Two' ditunjuk oleh dua nama"):
        refresh(book)
