"""The shipped template: the decree's matrix as enacted, staff's columns beside it, fit for print and screen."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.plan.realisasi import ReportCell, read_realisasi
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.sheets.matriks import text_metrics
from zi_excel.sheets.matriks.look import ENACTED_COLUMNS
from zi_excel.sheets.matriks.staff_columns import STAFF

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "scripts"))

import build_template  # noqa: E402  (scripts are no package: the line above makes them importable)

HEADER_ROW = 7
FIRST_ROW = 9
LAST_ROW = 101
STAFF_NAMES = ["REALISASI (%)", "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT"]
EXCEL_ROW_LIMIT = 409.5


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    book = load_workbook(build_template.TEMPLATE, rich_text=True)
    return book["Rencana Aksi"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("templat") / "templat.xlsx"
    build_template.build(path)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def matrix_rows() -> Iterator[list[str]]:
    """The enacted rows as the sheet has them: merged cells hold their text in the first row, blank below."""
    for komponen in enacted_matrix().komponen:
        yield [komponen.no, komponen.nama, "", "", "", "", ""]
        responsible = komponen.penanggung_jawab
        for sub in komponen.subkomponen:
            first = [sub.no, sub.nama]
            for row in sub.indikator:
                texts = [row.indikator, row.langkah_aksi, row.bukti_fisik, row.target_waktu]
                yield [*first, *map(plain, texts), responsible]
                first, responsible = ["", ""], ""


def test_the_committed_template_is_what_the_script_builds(built):
    """Nobody edits the workbook by hand. Compared part by part: compression depends on the machine's zlib."""
    assert parts(build_template.TEMPLATE) == parts(built)


def test_building_twice_gives_the_same_bytes(built, tmp_path):
    """No clock, no order of a set, no path enters the file."""
    build_template.build(tmp_path / "lagi.xlsx")
    assert (tmp_path / "lagi.xlsx").read_bytes() == built.read_bytes()


def test_cells_are_as_enacted(sheet):
    """Columns 1-7 of all 93 rows, line breaks included."""
    shown = [
        ["" if cell.value is None else str(cell.value) for cell in row]
        for row in sheet.iter_rows(min_row=FIRST_ROW, max_row=LAST_ROW, max_col=7)
    ]
    assert shown == list(matrix_rows())


def test_nothing_else_stands_in_the_template(sheet):
    """Staff's columns are blank, and so is the row between matrix and closing."""
    blank = sheet.iter_rows(min_row=FIRST_ROW, max_row=LAST_ROW + 1, min_col=8, values_only=True)
    assert {value for row in blank for value in row} == {None}
    assert {cell.value for cell in sheet[LAST_ROW + 1]} == {None}


def test_header_and_numbering(sheet):
    """The decree's seven names and staff's five, numbered 1 to 12."""
    names = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"]
    assert [cell.value for cell in sheet[HEADER_ROW]] == names + STAFF_NAMES
    assert [cell.value for cell in sheet[HEADER_ROW + 1]] == list(range(1, 13))


def test_the_words_around_the_matrix(sheet):
    """Lampiran at the top right, title, closing: the decree's words, white space apart."""
    enacted = enacted_matrix()
    assert str(sheet["A1"].value).split("\n") == list(enacted.title)
    lampiran = " ".join(str(sheet.cell(row, 9).value) for row in range(1, 6))
    assert lampiran == " ".join(enacted.lampiran)
    right, left = str(sheet.cell(LAST_ROW + 2, 9).value), str(sheet.cell(LAST_ROW + 2, 1).value)
    assert f"{right} {left}".split() == " ".join(enacted.penutup).split()


def test_slanted_words_are_slanted(sheet):
    """The decree's slanted words are Excel's own italics, in the font and colour of the rest."""
    slanted = [
        block.text
        for row in sheet.iter_rows(min_row=FIRST_ROW, max_row=LAST_ROW)
        for cell in row
        if isinstance(cell.value, CellRichText)
        for block in cell.value
        if isinstance(block, TextBlock) and block.font.i
    ]
    assert slanted == ["training need analysis", "Public Campaign", "helpdesk", "helpdesk"]


def test_merged_cells(sheet):
    """NO and KOMPONEN over each subkomponen's rows, PENANGGUNG JAWAB over each komponen's; nothing across."""
    expected = set()
    row = FIRST_ROW
    for komponen in enacted_matrix().komponen:
        row += 1
        top = row
        for sub in komponen.subkomponen:
            bottom = row + len(sub.indikator) - 1
            expected |= {f"{letter}{row}:{letter}{bottom}" for letter in "AB" if bottom > row}
            row = bottom + 1
        expected.add(f"G{top}:G{row - 1}")
    merged = {str(each) for each in sheet.merged_cells.ranges}
    inside = {each for each in merged if FIRST_ROW <= int(re.search(r"\d+", each)[0]) <= LAST_ROW}
    assert inside == expected


def test_texts_stay_texts_when_typed_anew(sheet):
    """TARGET WAKTU, KENDALA and TINDAK LANJUT are text cells: no date of "Januari 2025", no formula of "- ..."."""
    formats = {letter: sheet[f"{letter}10"].number_format for letter in "FHIJKL"}
    assert formats == {"F": "@", "H": "0%", "I": "dd/mm/yyyy", "J": "General", "K": "@", "L": "@"}


def test_help_and_checks(sheet):
    """Every staff cell of every indikator helps in Indonesian; realisasi and date are checked; no other cell is."""
    rows = [row for row in range(FIRST_ROW, LAST_ROW + 1) if sheet.cell(row, 3).value is not None]
    assert len(rows) == 87
    validations = {str(each.sqref).split(":")[0][0]: each for each in sheet.data_validations.dataValidation}
    assert list(validations) == list("HIJKL")
    for letter, check in validations.items():
        assert {f"{letter}{row}" for row in rows} == {cell for each in check.sqref for cell in _cells(str(each))}
        assert check.promptTitle
        assert len(check.promptTitle) <= 32
        assert 0 < len(check.prompt) <= 255
        assert check.showInputMessage
    words_or_share = "OR(ISTEXT(H10),AND(ISNUMBER(H10),H10>=0,H10<=1))"
    assert (validations["H"].type, validations["H"].formula1) == ("custom", words_or_share)
    assert validations["I"].type == "date"
    for letter in "HI":
        assert validations[letter].showErrorMessage
        assert len(validations[letter].error) <= 255
        assert "mis" in validations[letter].error


def test_what_the_guide_teaches_can_be_typed_and_read():
    """The guide's examples for REALISASI pass the template's check, are no date to Excel, and are read."""
    guide = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text("utf-8")
    row = next(line for line in guide.splitlines() if line.startswith("| 8 REALISASI"))
    quarterly = read_target_waktu("Maret, Juni, September, Desember 2025", year=2025).jadwal
    examples = re.findall(r"`([^`]+)`", row)
    assert len(examples) >= 4
    for example in examples:
        assert "/" not in example
        (read,) = read_realisasi([ReportCell(example, jadwal=quarterly)])
        assert read.problem is None, example


def _cells(area: str) -> list[str]:
    letter, first, last = re.fullmatch(r"([A-Z])(\d+)(?::[A-Z](\d+))?", area).groups()
    return [f"{letter}{row}" for row in range(int(first), int(last or first) + 1)]


def test_nothing_is_locked(sheet):
    """No protection of sheet or workbook."""
    assert not sheet.protection.sheet
    assert not sheet.parent.security


def test_print_set_up(sheet):
    """F4 landscape, one page wide, header and numbering on each page, page x of y, all of it printed."""
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in {(1, 0), (None, 0)}
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$7:$8"
    assert sheet.print_area == "'Rencana Aksi'!$A$1:$L$103"
    assert "Halaman &P dari &N" in sheet.oddFooter.right.text


def test_screen(sheet):
    """Frozen below the numbering row; all twelve columns fit 1366 pixels; little of a small screen is frozen."""
    assert sheet.freeze_panes == "D9"
    pixels = sum(round((sheet.column_dimensions[letter].width - 0.71) * 7 + 5) for letter in "ABCDEFGHIJKL")
    assert pixels + 30 + 20 <= 1370  # row numbers and scroll bar
    assert sum(sheet.row_dimensions[row].height for row in range(1, FIRST_ROW)) <= 115  # points, of about 360
    assert sheet.parent.active.title == "Rencana Aksi"


def test_rows_show_all_their_text(sheet):
    """Each row is as high as its longest text needs, merged texts included, and no higher than Excel allows."""
    widths = dict(zip("ABCDEFG", (pixels for _, pixels in ENACTED_COLUMNS), strict=True))
    spans = {str(each).split(":")[0]: each.size["rows"] for each in sheet.merged_cells.ranges}
    for row in range(FIRST_ROW, LAST_ROW + 1):
        if sheet.cell(row, 3).value is None:
            continue
        for letter in "BCDEFG":
            text = str(sheet[f"{letter}{row}"].value or "")
            rows = range(row, row + spans.get(f"{letter}{row}", 1))
            room = sum(sheet.row_dimensions[each].height for each in rows)
            assert room >= text_metrics.lines(text, widths[letter], 10) * 12.75, (letter, row)
        assert sheet.row_dimensions[row].height <= EXCEL_ROW_LIMIT


def test_rows_grow_while_staff_type():
    """Excel fits a row to a long KENDALA unless its height was set by hand; few rows are so."""
    xml = parts(build_template.TEMPLATE)["xl/worksheets/sheet1.xml"].decode()
    by_hand = {int(row) for row in re.findall(r'<row r="(\d+)"[^>]* customHeight="1"', xml)}
    indikator = {row for row in range(FIRST_ROW, LAST_ROW + 1) if f'<c r="C{row}" s="' in xml} - _bands()
    assert len(indikator) == 87
    assert len(indikator & by_hand) <= 4


def _bands() -> set[int]:
    return {FIRST_ROW + at for at, row in enumerate(matrix_rows()) if not row[2]}


def test_fonts_and_colours_are_explicit():
    """Every font is Calibri in a colour of its own: no theme changes how a legal text looks."""
    styles = parts(build_template.TEMPLATE)["xl/styles.xml"].decode()
    used = re.search(r"<fonts[^>]*>(.*)</fonts>", styles)[1].split("</font>")[1:-1]  # the first is Excel's own default
    assert used
    for font in used:
        assert '<name val="Calibri"/>' in font
        assert '<color rgb="' in font
    assert 'date1904="1"' not in parts(build_template.TEMPLATE)["xl/workbook.xml"].decode()


def test_document_properties(sheet):
    """Title and author in Indonesian; the decree's day as creation date, so that the bytes stay the same."""
    properties = sheet.parent.properties
    assert properties.title.startswith("Rencana Aksi Pembangunan Zona Integritas Komisi Pemilihan Umum Kota Surakarta")
    assert properties.creator == "Komisi Pemilihan Umum Kota Surakarta"
    assert properties.created.date() == date(2025, 10, 9)


def test_guide_explains_each_staff_column(sheet):
    """The second sheet says what belongs into columns 8-12 and stands where nobody takes it for a matrix."""
    guide = sheet.parent["Petunjuk"]
    texts = {str(cell.value) for row in guide.iter_rows() for cell in row if cell.value}
    for number, column in enumerate(STAFF, start=8):
        assert f"{number}. {column.name}" in texts
    assert not {"INDIKATOR", "TARGET WAKTU", "BUKTI FISIK"} & texts


@pytest.mark.slow
def test_format_validator_finds_no_error(built):
    """The format's own validator has nothing to say."""
    checker = SHARED / "tools" / "check_format.py"
    if not checker.exists():
        pytest.skip("pemeriksa format tidak ada di ../shared/tools")
    done = subprocess.run(["python3", checker, built], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        pytest.skip(f"pemeriksa format tidak dapat dijalankan: {done.stderr[-200:]}")
    assert "0 error(s)" in done.stdout, done.stdout
