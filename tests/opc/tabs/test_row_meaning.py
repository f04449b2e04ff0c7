"""What a row says is the same, whichever program wrote it."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.row_meaning import row_meanings
from zi_excel.opc.workbook.cell_text import SharedStrings

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>teks</t></si><si><r><t>te</t></r><r><rPr><b/></rPr><t>ks</t></r></si>'
    '<si><t>dua&#13;&#10;baris </t></si><si><t xml:space="preserve"> </t></si></sst>'
)


@pytest.fixture
def meanings(staff, rezip):
    """What the rows of a sheetData say: meanings(xml, date_1904=False) -> [(number, meaning)]."""

    def read(rows, *, date_1904=False, after=""):
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()
        path = rezip(staff, {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": STRINGS.encode()})
        with Package.open(path) as package:
            strings = SharedStrings.of(package)
            return list(row_meanings(package, "/xl/worksheets/sheet1.xml", strings, date_1904=date_1904))

    return read


@pytest.mark.parametrize(
    ("first", "others"),
    [
        pytest.param(
            '<c t="inlineStr"><is><t>teks</t></is></c>',
            [
                '<c t="s"><v>0</v></c>',
                '<c t="s" s="4"><v>1</v></c>',
                '<c t="str"><v>teks</v></c>',
                '<c t="inlineStr"><is><r><t>te</t></r><r><t xml:space="preserve">ks </t></r></is></c>',
                '<c t="inlineStr"><!-- x --><is><t>teks</t><rPh sb="0" eb="1"><t>baca</t></rPh></is></c>',
            ],
            id="text",
        ),
        pytest.param(
            '<c t="inlineStr"><is><t>dua\nbaris</t></is></c>',
            ['<c t="s"><v>2</v></c>', '<c t="inlineStr"><is><t>dua_x000D_\nbaris</t></is></c>'],
            id="line ends",
        ),
        pytest.param(
            "<c><v>0.333333333333333</v></c>",
            ['<c t="n"><v>0.33333333333333331</v></c>', "<c><v>3.33333333333333E-1</v></c>"],
            id="digits",
        ),
        pytest.param("<c><v>0</v></c>", ["<c><v>-0</v></c>", "<c><v>0.0</v></c>"], id="zero"),
        pytest.param('<c t="b"><v>1</v></c>', ['<c t="b"><v>true</v></c>'], id="truth"),
        pytest.param("<c><v>45992</v></c>", ['<c t="d"><v>2025-12-01</v></c>'], id="day in full"),
        pytest.param("<c><v>45992.5</v></c>", ['<c t="d"><v>2025-12-01T12:00:00</v></c>'], id="day and time in full"),
        pytest.param(
            "<c><f>A1/2</f><v>3</v></c>",
            [
                "<c><f>A1/2</f></c>",
                '<c t="str"><f aca="false">(A1)/2</f><v>x</v></c>',
                '<c><f t="shared" si="0"/><v>9</v></c>',
                '<c t="e"><f>A1/2</f><v>#DIV/0!</v></c>',
            ],
            id="formula",
        ),
    ],
)
def test_the_same(meanings, first, others):
    """Rich or plain, shared or inline, more or fewer digits, computed or not."""
    written = meanings(f'<row r="1">{first}</row>')
    assert len(written) == 1
    for other in others:
        assert meanings(f'<row r="1">{other}</row>') == written, other


def test_not_the_same(meanings):
    """Other contents, and the same ones of another kind or in another order."""
    cells = [
        "<c><v>1</v></c>",
        "<c><v>1.0000001</v></c>",
        '<c t="b"><v>1</v></c>',
        '<c t="str"><v>1</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="str"><v>#N/A</v></c>',
        "<c><f>1</f><v>1</v></c>",
        '<c t="str"><v>f</v></c>',
        '<c t="d"><v>bukan hari</v></c>',
        "<c><v>bukan angka</v></c>",
        "<c><v>1</v></c><c><v>2</v></c>",
        "<c><v>2</v></c><c><v>1</v></c>",
        "<c><v>12</v></c>",
    ]
    rows = meanings("".join(f"<row>{cell}</row>" for cell in cells))
    assert len({meaning for _, meaning in rows}) == len(cells) == len(rows)


def test_days_of_1904(meanings):
    """A day written in full is the serial number of the workbook's own calendar."""
    day, number = '<row><c t="d"><v>2025-12-01</v></c></row>', "<row><c><v>44530</v></c></row>"
    assert meanings(day, date_1904=True) == meanings(number)


def test_numbers_of_rows(meanings):
    """A row without a number follows the one before it; blank ones say nothing."""
    rows = (
        '<row><c><v>1</v></c></row><row r="7"/><row><c r="A8" s="3"/><c r="C8"><v>2</v></c></row>'
        '<row r="9"><c t="s"><v>3</v></c><c t="inlineStr"><is><t/></is></c><c><v/></c></row>'
        '<row r="12"><c><v>3</v></c></row>'
    )
    assert meanings(rows) == [(1, "n1"), (8, "n2"), (12, "n3")]


def test_columns_say_nothing(meanings):
    """A column that staff inserted moves cells, and types nothing."""
    before = meanings('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    assert meanings('<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="1"/><c r="D1"><v>2</v></c></row>') == before


def test_only_the_cells_are_read(meanings):
    """What follows them is passed over."""
    assert meanings("<row><c><v>1</v></c></row>", after="<x><row><c><v>2</v></c></row></x>") == [(1, "n1")]


def test_a_row_of_many_cells(meanings):
    """All cells of a row count, however many there are."""
    wide = meanings(f"<row>{'<c><v>1</v></c>' * 10_000}</row>")
    assert wide == [(1, "\0".join(["n1"] * 10_000))]
