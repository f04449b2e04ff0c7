"""The workbook part is understood however it is written."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import DefinedName, Workbook

PART = "xl/workbook.xml"


def read(path):
    with Package.open(path) as package:
        return Workbook.of(package)


def test_sheets_and_names(staff):
    """Sheets in their order with their parts, names with their scope, the active tab."""
    workbook = read(staff)
    assert [(s.name, s.sheet_id, s.rid, s.part, s.kind, s.state) for s in workbook.sheets] == [
        ("Cover", 1, "rId1", "/xl/worksheets/sheet1.xml", "worksheet", "visible"),
        ("Rencana Aksi", 2, "rId2", "/xl/worksheets/sheet2.xml", "worksheet", "visible"),
        ("Archive", 3, "rId3", "/xl/worksheets/sheet3.xml", "worksheet", "hidden"),
    ]
    names = [name._replace(attributes=()) for name in workbook.names]
    assert DefinedName("Target", "'Rencana Aksi'!$B$1", None, hidden=False) in names
    assert DefinedName("Local", "Archive!$A$1", 2, hidden=False) in names
    assert DefinedName("_xlnm._FilterDatabase", "'Rencana Aksi'!$A$1:$B$5", 1, hidden=True) in names
    assert (workbook.active_tab, workbook.date_1904, workbook.strict, workbook.structure_locked) == (
        1,
        False,
        False,
        False,
    )
    assert workbook.sheet("RENCANA aksi") is workbook.sheets[1]
    assert workbook.sheet("Rencana") is None


@pytest.mark.parametrize(
    ("pairs", "facts"),
    [
        ([("<workbookPr ", '<workbookPr date1904="1" ')], {"date_1904": True}),
        ([("<workbookPr ", '<workbookPr date1904="false" ')], {"date_1904": False}),
        ([("<sheets>", '<workbookProtection lockStructure="true"/><sheets>')], {"structure_locked": True}),
        ([("<bookViews>", "<!-- "), ("</bookViews>", " -->")], {"active_tab": 0}),
        ([('activeTab="1"', 'activeTab="x"')], {"active_tab": 0}),
        (
            [
                (
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                ),
                (
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            ],
            {"strict": True},
        ),
    ],
    ids=["1904", "not 1904", "locked", "no views", "senseless active tab", "strict"],
)
def test_settings(staff, mutate, pairs, facts):
    """What the workbook says of itself; senseless values are taken as missing."""
    workbook = read(mutate(staff, PART, *pairs))
    assert {name: getattr(workbook, name) for name in facts} == facts
    assert [sheet.part is not None for sheet in workbook.sheets] == [True] * 3


def test_sheet_without_a_part(staff, mutate):
    """A sheet whose relationship leads nowhere keeps its position."""
    workbook = read(mutate(staff, PART, ('r:id="rId2"', 'r:id="rId99"'), ('r:id="rId3"', "")))
    assert [(sheet.name, sheet.part, sheet.kind) for sheet in workbook.sheets[1:]] == [
        ("Rencana Aksi", None, ""),
        ("Archive", None, ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(staff, rezip, encoding):
    """A byte-order mark, or UTF-16."""

    def encoded(data):
        return data.decode().replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"').encode(encoding)

    assert read(rezip(staff, {PART: encoded})).sheets == read(staff).sheets


def test_prefixed_root(staff, mutate):
    """Some producers write a prefix before every name."""
    prefixed = mutate(staff, PART, ("<", "<x:"), ("<x:/", "</x:"), ("<x:?", "<?"), ("xmlns=", "xmlns:x="))
    assert read(prefixed).sheets == read(staff).sheets


@pytest.mark.parametrize(
    ("namespace", "words"),
    [
        ("http://schemas.microsoft.com/office/excel/2006/2", "sebelum Excel 2007"),
        ("urn:other", "tidak memuat buku kerja"),
    ],
)
def test_other_formats(staff, mutate, namespace, words):
    """A beta of before 2007, or something else altogether, is refused."""
    path = mutate(staff, PART, ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", namespace))
    with pytest.raises(WorkbookError, match=words):
        read(path)


@pytest.mark.parametrize(("limit", "most"), [("_MOST_NAMES", 2), ("_MOST_FORMULAS", 30)])
def test_more_names_than_a_workbook_has(staff, monkeypatch, limit, most):
    """Names by the hundred thousand, or formulas of megabytes in them, are refused with what to do about it."""
    monkeypatch.setattr("zi_excel.opc.workbook.workbook." + limit, most)
    with pytest.raises(WorkbookError, match="terlalu banyak nama"):
        read(staff)
