"""Tabs that are rendered no more go with what is theirs; what staff have stays, or nothing is done."""

import re

import pytest
from python_calamine import CalamineWorkbook

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook

SHEET = "xl/worksheets/sheet{}.xml"


def sheets(path):
    with Package.open(path) as package:
        return [(sheet.name, sheet.state) for sheet in Workbook.of(package).sheets]


def text(parts, path, name):
    return parts(path)[name].decode()


def test_no_longer_rendered(staff, refresh, parts):
    """A tab that is no more is removed with its parts, names and place; later tabs' names move up."""
    once, _ = refresh(staff)
    out, change = refresh(once, ("Tab One",))
    assert change.tabs_removed == ("Tab Two", "Tab's & Three")
    assert set(parts(once)) - set(parts(out)) == {
        *(SHEET.format(n) for n in (5, 6)),
        *(f"xl/worksheets/_rels/sheet{n}.xml.rels" for n in (5, 6)),
        "xl/drawings/drawing4.xml",
        "xl/drawings/_rels/drawing4.xml.rels",
        "xl/charts/chart3.xml",
    }
    assert "Tab Two" not in text(parts, out, "xl/workbook.xml")
    assert "sheet5" not in text(parts, out, "[Content_Types].xml")
    assert "Tab Two" not in text(parts, out, "docProps/app.xml")
    assert CalamineWorkbook.from_path(str(out)).sheet_names == ["Cover", "Rencana Aksi", "Archive", "Tab One"]


def test_all_removed_leaves_staffs_workbook(staff, refresh, parts):
    """Without any tab the workbook lists what it listed before."""
    out, _ = refresh(refresh(staff)[0], ())
    assert list(parts(out)) == list(parts(staff))
    assert text(parts, out, "xl/workbook.xml") == text(parts, staff, "xl/workbook.xml")
    assert sheets(out) == sheets(staff)


@pytest.mark.parametrize(
    "formula",
    ["'Tab Two'!$A$1", "1+'tab two'!A1", "SUM('Tab One:Tab Two'!A1)", "SUM('Tab One:Tab''s &amp; Three'!A1)"],
    ids=["plain", "other capitals", "end of several", "amid several"],
)
def test_removed_tab_that_a_name_reads(staff, refresh, mutate, formula):
    """Nor from under staff's names: they are never changed."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("'Rencana Aksi'!$B$1", formula))
    with pytest.raises(WorkbookError, match=r"'Tab .*masih dirujuk oleh nama 'Target'"):
        refresh(path, ("Tab One",))


def test_removed_tab_leaves_staffs_names_alone(staff, refresh, mutate, parts):
    """A removed tab's name at the end of a longer one, in a text or in another workbook is no reference to it."""
    formula = "DataVI!$A$1&amp;\"lihat VI!\"&amp;'[3]Buku VI'!$A$1&amp;'[3]VI'!A1&amp;#REF!A1"
    path = mutate(refresh(staff, ("Tab One", "VI"))[0], "xl/workbook.xml", ("'Rencana Aksi'!$B$1", formula))
    before = re.findall("<definedName .*?</definedName>", text(parts, path, "xl/workbook.xml"))
    after = re.findall("<definedName .*?</definedName>", text(parts, refresh(path, ("Tab One",))[0], "xl/workbook.xml"))
    own = (">VI!", ">'VI'!", '"_sealed_1" localSheetId="4"')
    assert after == [name for name in before if not any(word in name for word in own)]
    assert any(formula in name for name in after)


def test_removed_tab_takes_its_own_names_along(staff, refresh, mutate, parts):
    """Print titles and filters of a tab that goes, and what staff named on it."""
    own = '<definedName name="own" localSheetId="4">\'Tab Two\'!$A$1</definedName></definedNames>'
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("</definedNames>", own))
    assert "Tab Two" not in text(parts, refresh(path, ("Tab One",))[0], "xl/workbook.xml")


def test_removed_tab_that_staff_read(staff, refresh, mutate):
    """A tab that staff's formulas read is not taken from under them."""
    path = mutate(refresh(staff)[0], SHEET.format(2), ("SUM(C1:C5)", "'Tab Two'!A1"))
    with pytest.raises(WorkbookError, match=r"'Tab Two'.*masih dirujuk.*sheet2\.xml"):
        refresh(path, ("Tab One",))


def test_the_last_visible_sheet(staff, refresh, mutate):
    """Excel opens no workbook whose sheets are all hidden: the one visible tab is not taken away."""
    path = mutate(
        refresh(staff)[0],
        "xl/workbook.xml",
        ('sheetId="1"', 'sheetId="1" state="hidden"'),
        ('sheetId="2"', 'sheetId="2" state="veryHidden"'),
        ('sheetId="4"', 'sheetId="4" state="hidden"'),
    )
    assert refresh(path, ("Tab One", "Tab Two"))[1].tabs_removed == ("Tab's & Three",)
    with pytest.raises(WorkbookError, match="Unhide"):
        refresh(path, ("Tab One",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('firstSheet="5" activeTab="5"', 'firstSheet="3" activeTab="3"'),
        ('activeTab="4"', 'activeTab="3"'),
        ('firstSheet="4" activeTab="1"', 'firstSheet="3" activeTab="1"'),
        ('firstSheet="3" activeTab="3"', 'firstSheet="3" activeTab="3"'),
        ('firstSheet="2" activeTab="2"', 'firstSheet="2" activeTab="2"'),
    ],
)
def test_where_the_workbook_opens(staff, refresh, mutate, parts, before, after):  # noqa: PLR0917 (fixtures and a table)
    """The sheet that it opens with, and the first tab in the bar, stay the same; else the nearest that is left."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ('activeTab="1"', before))
    assert f"{after}/>" in text(parts, refresh(path, ("Tab One",))[0], "xl/workbook.xml")
