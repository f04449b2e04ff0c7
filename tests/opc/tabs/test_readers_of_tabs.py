"""What of staff's reads a tab: Excel calculates everything once after a refresh, and only then; such a tab stays."""

import pytest

from zi_excel.errors import WorkbookError

WORKBOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet2.xml"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def before_end(content, encoding="utf-8"):
    """Puts XML at the end of a worksheet, in another encoding where one is given."""

    def change(data):
        text = data.decode().replace("</worksheet>", f"{content}</worksheet>")
        return text.replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"').encode(encoding)

    return change


def named(formula):
    return lambda data: data.replace(b"'Rencana Aksi'!$B$1", formula.encode())


def part(name, content):
    return {name: content.encode()}


FORMULA = {SHEET: lambda data: data.replace(b"SUM(C1:C5)", b"'Tab Two'!A1")}
READS = {
    "formula": FORMULA,
    "formula in other capitals": {SHEET: before_end("<f>'tab TWO'!A1</f>")},
    "formula with entities": {SHEET: before_end("<f>&apos;Tab Two&apos;!A1</f>")},
    "formula with numbered entities": {SHEET: before_end("<f>&#x27;Tab Two&#39;!A1</f>")},
    "name of an apostrophe and an ampersand": {SHEET: before_end("<f>'Tab''s &amp; Three'!A1</f>")},
    "formula in UTF-16": {SHEET: before_end("<f>'Tab Two'!A1</f>", "utf-16")},
    "formula in UTF-16 without a mark": {SHEET: before_end("<f>'Tab Two'!A1</f>", "utf-16-be")},
    "formula in Latin": {SHEET: before_end("<f>'Tab Two'!A1</f>", "iso8859-1")},
    "one end of several": {SHEET: before_end("<f>SUM('Tab Two:Archive'!A1)</f>")},
    "text in INDIRECT": {SHEET: before_end("<f>INDIRECT(\"'Tab Two'!A1\")</f>")},
    "this workbook by its number": {SHEET: before_end("<f>'[0]Tab Two'!A1</f>")},
    "conditional format": {SHEET: before_end("<cfRule><formula>'Tab Two'!$A$1&gt;3</formula></cfRule>")},
    "data validation": {SHEET: before_end("<dataValidation><formula1>'Tab Two'!$A$1:$A$9</formula1></dataValidation>")},
    "validation of 2010": {SHEET: before_end(f"<f><xm:f xmlns:xm='{XM}'>'Tab Two'!A1</xm:f></f>")},
    "sparkline": {SHEET: before_end(f"<xm:f xmlns:xm='{XM}'>'Tab Two'!C5:C8</xm:f>")},
    "chart": {"xl/charts/chart1.xml": lambda data: data.replace(b"'Rencana Aksi'!$A$1:$A$5", b"'Tab Two'!$A$1:$A$5")},
    "pivot": part("xl/pivotCache/c.xml", '<c><worksheetSource ref="A4:C8" sheet="Tab Two"/></c>'),
    "pivot in single quotes": part("xl/pivotCache/c.xml", "<worksheetSource sheet='Tab&apos;s &amp; Three'/>"),
    "consolidation": {SHEET: before_end('<dataRefs><dataRef ref="A1:B2" sheet="Tab Two"/></dataRefs>')},
    "form control": part("xl/ctrlProps/c.xml", "<formControlPr fmlaLink=\"'Tab Two'!$A$1\"/>"),
    "form control of old": part("xl/drawings/v.vml", "<x:FmlaLink>'Tab Two'!$A$1</x:FmlaLink>"),
    "shape's text": part("xl/drawings/d.xml", "<xdr:sp xmlns:xdr='x' textlink=\"'Tab Two'!$A$1\"/>"),
    "table's column": part("xl/tables/t.xml", "<calculatedColumnFormula>'Tab Two'!A1</calculatedColumnFormula>"),
    "name": {WORKBOOK: named("'Tab Two'!$B$1")},
    "name through several": {WORKBOOK: named("SUM('Tab One:Archive'!$B$1)")},
}  # fmt: skip
READS_NOTHING = {
    "hyperlink": {SHEET: before_end('<hyperlink ref="A1" location="\'Tab Two\'!A1" display="x"/>')},
    "hyperlink with entities": {SHEET: before_end('<hyperlink ref="A1" location="&apos;Tab Two&apos;!A1"/>')},
    "hyperlink with #": {SHEET: before_end('<hyperlink location="#\'Tab Two\'!A1" ref="A1"/>')},
    "text": {SHEET: before_end("<is><t>lihat Tab Two</t></is>")},
    "another workbook's tab": {SHEET: before_end("<f>'[1]Tab Two'!A1+[2]Tab!B1</f>")},
    "another workbook's path": {SHEET: before_end("<f>'C:\\x\\[b.xlsx]Tab Two'!A1</f>")},
    "a longer name": {SHEET: before_end("<f>'My Tab Two'!A1+'Tab Two 2'!A1</f>")},
    "shared strings": {"xl/sharedStrings.xml": lambda data: data.replace(b"<t>text</t>", b"<t>'Tab Two'!A1</t>")},
    "several that end before it": {SHEET: before_end("<f>SUM('Cover:Archive'!A1)</f>")},
}  # fmt: skip


def recalculates(parts, path):
    return b'fullCalcOnLoad="1"' in parts(path)[WORKBOOK]


def quiet(data):
    """XlsxWriter's workbooks calculate on load of their own accord."""
    return data.replace(b' fullCalcOnLoad="1"', b"")


@pytest.fixture
def with_tabs(with_sample, rezip):
    """Makes a workbook that has the tabs and these changes, and does not calculate on load."""

    def make(changes):
        return rezip(rezip(with_sample, changes, "changed"), {WORKBOOK: quiet}, "quiet")

    return make


@pytest.mark.parametrize("changes", READS.values(), ids=READS)
def test_reads(with_tabs, refresh, parts, changes):
    """Read by staff's: calculated on load once the tab changes; and the tab can't be taken away."""
    path = with_tabs(changes)
    out, _ = refresh(path, note="second")
    assert recalculates(parts, out)
    with pytest.raises(WorkbookError, match="masih dirujuk"):
        refresh(path, ())


@pytest.mark.parametrize("changes", READS_NOTHING.values(), ids=READS_NOTHING)
def test_reads_nothing(with_tabs, refresh, parts, changes):
    """A link leads to a tab and reads nothing; texts and other workbooks' sheets are no references."""
    out, _ = refresh(with_tabs(changes), note="second")
    assert not recalculates(parts, out)


@pytest.mark.parametrize("name", [name for name in READS_NOTHING if "hyperlink" in name])
def test_a_tab_that_a_link_leads_to(with_tabs, refresh, name):
    """It stays nevertheless: staff would be led nowhere."""
    with pytest.raises(WorkbookError, match=r"'Tab Two'.*masih dirujuk"):
        refresh(with_tabs(READS_NOTHING[name]), ())


def moved_last(data):
    """Staff drag their sheet Archive behind the tabs."""
    archive = b'<sheet name="Archive" sheetId="3" state="hidden" r:id="rId3"/>'
    assert archive in data
    data = data.replace(archive, b"").replace(b"</sheets>", archive + b"</sheets>")
    for old, new in ((2, 5), (3, 2), (4, 3), (5, 4)):
        data = data.replace(b'localSheetId="%d"' % old, b'localSheetId="x%d"' % new)
    return data.replace(b'localSheetId="x', b'localSheetId="')


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("SUM('Cover:Archive'!A1)", True),
        ("SUM(Cover:Archive!A1)", True),
        ("SUM('Rencana Aksi:Archive'!A1)", True),
        ("SUM(&apos;cover:ARCHIVE&apos;!A1)", True),
        ("SUM('Cover:Rencana Aksi'!A1)", False),
        ("Cover!A1:A9+Archive!A1", False),
        ("SUM('[2]Cover:Archive'!A1)", False),
    ],
)
def test_amid_several(with_tabs, refresh, parts, formula, read):
    """`'Jan:Mar'!A1` reads the tabs that stand between the two sheets, though it names none of them."""
    path = with_tabs({WORKBOOK: moved_last, SHEET: before_end(f"<f>{formula}</f>")})
    out, _ = refresh(path, note="second")
    assert recalculates(parts, out) is read
    if read:
        with pytest.raises(WorkbookError, match="masih dirujuk"):
            refresh(path, ())
    else:
        assert refresh(path, ())[1].tabs_removed


def test_a_tab_that_comes_back(staff, refresh, rezip, parts):
    """A formula that asks for a tab which is made only now."""
    path = rezip(staff, FORMULA | {WORKBOOK: quiet})
    assert recalculates(parts, refresh(path)[0])
    assert not recalculates(parts, refresh(rezip(staff, {WORKBOOK: quiet}, "plain"))[0])
