"""The promise: the tabs are there, and nothing that is staff's has changed by a byte (contract, section 8)."""

import io
import re
import zipfile

import openpyxl
import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook

MAY_DIFFER = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|docProps/app\.xml"
)
SHEET = "xl/worksheets/sheet{}.xml"


def entries(path):
    """(name, checksum, sizes, date, compressed bytes) of each entry."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        for info in archive.infolist():
            file.seek(info.header_offset + 26)
            lengths = int.from_bytes(file.read(2), "little") + int.from_bytes(file.read(2), "little")
            file.seek(lengths, io.SEEK_CUR)
            yield info.filename, (info.CRC, info.file_size, info.date_time, file.read(info.compress_size))


def sheets(path):
    with Package.open(path) as package:
        return [(sheet.name, sheet.state) for sheet in Workbook.of(package).sheets]


def text(parts, path, name):
    return parts(path)[name].decode()


def unsealed(parts, path):
    """The workbook part without the names that say what stood in the tabs."""
    return re.sub("<definedName[^>]*_sealed_.*?</definedName>", "", text(parts, path, "xl/workbook.xml"))


def test_first(staff, refresh):
    """Parts that are staff's keep their compressed bytes and their order; the tabs' parts come after them."""
    out, change = refresh(staff)
    before, after = list(entries(staff)), list(entries(out))
    assert [name for name, _ in after][: len(before)] == [name for name, _ in before]
    for (name, old), (_, new) in zip(before, after, strict=False):
        assert MAY_DIFFER.fullmatch(name) or old == new, name
    assert change.tabs_added == ("Tab One", "Tab Two", "Tab's & Three")
    assert (change.tabs_replaced, change.tabs_removed, change.removed) == ((), (), frozenset())
    assert change.kept == sum(old == new for (_, old), (_, new) in zip(before, after, strict=False))
    assert sheets(out) == [
        ("Cover", "visible"),
        ("Rencana Aksi", "visible"),
        ("Archive", "hidden"),
        ("Tab One", "visible"),
        ("Tab Two", "visible"),
        ("Tab's & Three", "visible"),
    ]


def test_second_is_empty(staff, refresh):
    """The same content again: nothing differs, so nothing would be written."""
    once, _ = refresh(staff)
    twice, change = refresh(once)
    assert change.empty
    assert twice.read_bytes() == once.read_bytes()


def test_second_replaces(staff, refresh, parts):
    """Other content: the tabs' sheets are replaced in place and nothing else; no part is added or lost."""
    once, _ = refresh(staff)
    twice, change = refresh(once, note="second")
    assert set(change.replaced) == {"/xl/workbook.xml", *(f"/{SHEET.format(n)}" for n in (4, 5, 6))}
    assert unsealed(parts, once) == unsealed(parts, twice)
    assert not change.added
    assert not change.removed
    assert list(parts(twice)) == list(parts(once))
    assert change.tabs_replaced == ("Tab One", "Tab Two", "Tab's & Three")
    assert "second" in text(parts, twice, SHEET.format(4))


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_what_a_person_sees(staff, refresh):
    """Another library reads the tabs' texts, values, formats, filters and print titles as they were rendered."""
    out, _ = refresh(staff)
    book = openpyxl.load_workbook(out, rich_text=True)
    sheet = book["Tab One"]
    assert sheet["A1"].value == "Title 0"
    assert sheet["A1"].font.b
    assert sheet["A1"].fill.fgColor.rgb == "FFFFDD00"
    assert str(sheet["B2"].value) == "rich text <&> end"
    assert sheet["A5"].value == "  row 5 "
    assert sheet["A5"].font.name == "Arial"
    assert sheet["C5"].number_format == "0.0%;[Red]-0.0%"
    assert sheet["C5"].value == "=B5/SUM($B$5:$B$8)"
    assert (sheet.auto_filter.ref, sheet.print_title_rows, sheet.freeze_panes) == ("A4:C8", "$4:$4", "A5")
    assert sheet.print_area == "'Tab One'!$A$1:$C$8"
    assert sheet["D5"].hyperlink.target == "https://example.org/a?b=1&c=2"
    assert sheet["D6"].hyperlink.location == "'Tab One'!A1"
    assert len(sheet._charts) == 1
    assert openpyxl.load_workbook(out, data_only=True)["Tab One"]["C5"].value == pytest.approx(5 / 26)
    own = book["Rencana Aksi"]["A1"]
    assert (own.value, own.number_format, own.fill.fgColor.rgb) == ("text", "0.000", "FF00FF00")


def test_only_staffs_tab_is_selected(staff, refresh, parts):
    """Staff's active tab stays the active one, and the only selected one."""
    out, _ = refresh(staff)
    selected = [n for n in range(1, 7) if "tabSelected" in text(parts, out, SHEET.format(n))]
    assert selected == [2]
    assert 'activeTab="1"' in text(parts, out, "xl/workbook.xml")


def test_own_active_tab_stays_active(staff, refresh, mutate, parts):
    """Where staff saved with a tab of the tool's open, that one stays open, and alone."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ('activeTab="1"', 'activeTab="4"'))
    path = mutate(path, SHEET.format(2), ('tabSelected="1" ', ""), name="saved")
    out, _ = refresh(path, note="second")
    assert 'activeTab="4"' in text(parts, out, "xl/workbook.xml")
    assert [n for n in range(1, 7) if "tabSelected" in text(parts, out, SHEET.format(n))] == [5]


def test_what_staff_chose_stays(staff, refresh, mutate, parts):
    """Renamed, moved, hidden and coloured by staff: so it stays; macros' name for it as well."""
    path = mutate(
        refresh(staff)[0],
        "xl/workbook.xml",
        ('<sheet name="Tab One" sheetId="4" r:id="rId', '<sheet name="Satu" sheetId="4" state="hidden" r:id="rId'),
        ("'Tab One'!", "Satu!"),
    )
    path = mutate(
        path, SHEET.format(4), ("<sheetPr>", '<sheetPr codeName="Mine">'), ("FF00AA00", "FF123456"), name="saved"
    )
    names = ("Satu", "Tab Two", "Tab's & Three")
    out, change = refresh(path, names, "second")
    assert sheets(out)[3] == ("Satu", "hidden")
    assert change.tabs_replaced[0] == "Satu"
    sheet = text(parts, out, SHEET.format(4))
    assert '<sheetPr codeName="Mine"' in sheet
    assert "FF123456" in sheet
    assert "FF00AA00" not in sheet
    assert 'sheetId="4"' in text(parts, out, "xl/workbook.xml")
    assert "Satu!$A$4:$C$8" in text(parts, out, "xl/workbook.xml")
    assert refresh(out, names, "second")[1].empty


def test_deleted_by_staff(staff, refresh, rezip, parts):
    """A tab that staff deleted is made again, its stale name with it."""

    def deleted(data):
        data = re.sub(rb"<sheet name=\"Tab's[^>]*>", b"", data)
        data = re.sub(rb'<definedName [^>]*localSheetId="5".*?</definedName>', b"", data)
        return data.replace(b"'Tab''s &amp; Three'!", b"#REF!")

    gone = {SHEET.format(6): None, "xl/worksheets/_rels/sheet6.xml.rels": None}
    path = rezip(refresh(staff)[0], gone | {"xl/workbook.xml": deleted})
    assert "#REF!$1:$1048576" in text(parts, path, "xl/workbook.xml")
    out, change = refresh(path)
    assert change.tabs_added == ("Tab's & Three",)
    assert [name for name, _ in sheets(out)][3:] == ["Tab One", "Tab Two", "Tab's & Three"]
    assert "#REF!" not in text(parts, out, "xl/workbook.xml")
    assert refresh(out)[1].empty


@pytest.mark.parametrize(
    "change",
    [
        (SHEET.format(2), ("SUM(C1:C5)", "'Tab Two'!A1")),
        ("xl/charts/chart1.xml", ("'Rencana Aksi'!$A$1:$A$5", "'Tab Two'!$A$1:$A$5")),
        ("xl/workbook.xml", ("'Rencana Aksi'!$B$1", "'Tab Two'!$B$1")),
    ],
    ids=["formula", "chart", "name"],
)
def test_staff_read_a_tab(staff, refresh, mutate, parts, change):
    """Where staff's formulas, charts or names read a tab that changes, Excel calculates everything once; only then."""
    path = mutate(refresh(staff)[0], *change)
    path = mutate(path, "xl/workbook.xml", (' fullCalcOnLoad="1"', ""), name="saved")
    assert refresh(path)[1].empty
    before, after = (unsealed(parts, book) for book in (path, refresh(path, note="second")[0]))
    assert after == before.replace('calcId="124519"', 'calcId="124519" fullCalcOnLoad="1"')


def test_nobody_reads_a_tab(staff, refresh, mutate, parts):
    """Otherwise the workbook is not made to recalculate."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", (' fullCalcOnLoad="1"', ""))
    assert "fullCalc" not in text(parts, refresh(path, note="second")[0], "xl/workbook.xml")


CHAIN = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</calcChain>'
CHAIN_REL = (
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" '
    'Target="calcChain.xml"/></Relationships>'
)


@pytest.mark.parametrize("kept", ['<c r="B1" i="2"/>', ""], ids=["staff's stay", "nothing left"])
def test_calc_chain(staff, refresh, rezip, parts, kept):
    """Entries of replaced tabs go; an empty chain goes with its relationship."""
    changes = {
        "xl/calcChain.xml": CHAIN.format(kept + '<c r="C5" i="4"/>').encode(),
        "xl/_rels/workbook.xml.rels": lambda data: data.replace(b"</Relationships>", CHAIN_REL.encode()),
    }
    out, _ = refresh(rezip(refresh(staff)[0], changes), note="second")
    if kept:
        assert CHAIN.format(kept) in text(parts, out, "xl/calcChain.xml")
    else:
        assert "xl/calcChain.xml" not in parts(out)
        assert "calcChain" not in text(parts, out, "xl/_rels/workbook.xml.rels")
    assert refresh(out, note="second")[1].empty
