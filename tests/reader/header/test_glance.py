"""Which sheets are worth being parsed: never one too few, and not those of other data."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.reader import read_plan
from zi_excel.reader.header.glance import Glance
from zi_excel.reader.header.headers import find_header
from zi_excel.reader.header.names import SYNONYMS
from zi_excel.reader.sheet import cells

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PART = "/xl/worksheets/sheet1.xml"
TITLES = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
OTHERS = ("No", "Tanggal", "Nomor Surat", "Perihal", "Keterangan")


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(*rows, before="", cell=inline):
    inside = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    return f"<worksheet {MAIN}>{before}<sheetData>{inside}</sheetData></worksheet>"


def worth(parts, xml, strings=None, rows=25):
    with Package.open(parts(xml, strings=strings)) as package:
        return Glance(package, SharedStrings.of(package)).may_hold(PART, rows, 20_000)


@pytest.mark.parametrize(
    "xml",
    [
        sheet(TITLES),
        sheet(("RENCANA AKSI",), (), TITLES),
        sheet(("NO", "Komponen", "Indikator", "Langkah", "Bukti", "Target"), ("", "", "", "Aksi", "Fisik", "Waktu")),
        sheet(("Nomor", "Area", "Pertanyaan", "Rencana Aksi", "Data Dukung", "Jadwal TW I")),
        sheet(TITLES, cell=lambda text: f'<c t="str"><f>A1</f><v>{text}</v></c>'),
        sheet(TITLES, cell=lambda text: f"<c t='inlineStr'><is><r><t>{text[0]}</t></r><t>{text[1:]}</t></is></c>"),
        sheet(TITLES, cell=lambda text: f'\n  <c\n r="A1" t="inlineStr" >\n <is>\n <t>{text}</t> </is>\n </c>'),
        sheet(TITLES, cell=lambda text: f'<c t="inlineStr"><is><t>&#x{ord(text[0]):x};{text[1:]}</t></is></c>'),
        sheet(TITLES).replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="),
        sheet(("x",), before="<!-- a comment -->"),
        sheet(TITLES).encode("utf-16"),
    ],
    ids=[
        "one row", "below a title", "two rows", "synonyms and a time", "formulas", "rich text", "spread over lines",
        "references", "a prefix", "a comment", "UTF-16",
    ],
)  # fmt: skip
def test_a_header_is_never_passed_over(parts, xml):
    """However its cells are written; where the bytes may say something else than they seem to, it is parsed."""
    assert worth(parts, xml)


def test_shared_strings(parts):
    """The texts of a workbook that Excel saved."""
    strings = f"<sst {MAIN}>{''.join(f'<si><t>{text}</t></si>' for text in TITLES)}</sst>"
    xml = sheet(range(len(TITLES)), cell=lambda index: f'<c t="s"><v>{index}</v></c>')
    assert worth(parts, xml, strings)
    for damaged in ("99", "9" * 20):  # parsing it says so
        assert worth(parts, xml.replace("<v>5</v>", f"<v>{damaged}</v>"), strings)
    assert worth(parts, xml.replace("<v>5</v>", f"<v>{'9' * 5000}</v>"), strings)


@pytest.mark.parametrize(
    "rows",
    [
        [OTHERS, *[("1", "3 Maret 2025", "12/SP/2025", "Undangan rapat", "-")] * 30],
        [("Kegiatan sosialisasi", "Laporan bulanan", "Dokumen usulan", "Target tahun lalu tercapai")] * 30,
        [("Nomor", "Keterangan")] * 30,
    ],
    ids=["a register", "prose that begins like a header", "two known columns"],
)
def test_other_data_are_passed_over(parts, rows):
    """A register with a date and a description is no matrix."""
    assert not worth(parts, sheet(*rows))


@pytest.mark.parametrize(("above", "rows", "found"), [(24, 25, True), (26, 25, False), (26, 100, True)])
def test_how_far(parts, above, rows, found):
    """As far as is asked, rows without content not counted."""
    xml = sheet(*[("x",)] * above, TITLES).replace("<row>", "<row/><row>")
    assert worth(parts, xml, rows=rows) is found


NAMES = st.sampled_from([*SYNONYMS, "x", "Langkah", "Aksi", "Fisik", "TW I", "2025", "(1)", "Kendala / Hambatan", ""])


@settings(max_examples=300)
@given(rows=st.lists(st.lists(NAMES, max_size=8), min_size=1, max_size=4))
@pytest.mark.slow
def test_what_holds_a_header_is_looked_at(rows):
    """Any rows of words that headers are made of: what the finder takes for a header is never passed over."""
    texts = [(number, {at: text for at, text in enumerate(row, 1) if text}) for number, row in enumerate(rows, 1)]
    if find_header([each for each in texts if each[1]]) is not None:
        assert Glance(_Bare(sheet(*rows)), None).may_hold("", 25, 20_000)


class _Bare:
    """A package of one part."""

    def __init__(self, xml):
        self._xml = xml.encode()

    def stream(self, _):
        return io.BytesIO(self._xml)


def test_fifty_other_sheets_are_not_parsed(tmp_path, monkeypatch):
    """Only the matrix's own part is parsed as XML."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for number in range(50):
            other = book.add_worksheet(f"Agenda {number}")
            for at, row in enumerate([OTHERS, *[(1, "3 Maret", "12/SP", "Undangan", "-")] * 40]):
                other.write_row(at, 0, row)
        matrix = book.add_worksheet("Matriks")
        matrix.write("A1", "RENCANA AKSI TAHUN 2025")
        matrix.write_row("A3", TITLES)
        matrix.write_row("A4", ("I", "MANAJEMEN PERUBAHAN", "a. Tim", "SK", "SK", "Maret 2025"))
    parsed = []
    own = cells.Worksheet.every_row
    monkeypatch.setattr(cells.Worksheet, "every_row", lambda self: (parsed.append(self._part), own(self))[1])
    with Package.open(path) as package:
        assert read_plan(package).sheet == "Matriks"
    assert set(parsed) == {"/xl/worksheets/sheet51.xml"}


def test_a_damaged_sheet_is_named_where_no_matrix_is(template, tmp_path):
    """A sheet that can't be looked at may be the matrix: that is said, not that there is none."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, b"<worksheet><sheetData><row><c" if name.startswith("xl/worksheets/sheet") else data)
    with Package.open(Path(path)) as package, pytest.raises(Exception, match="rusak"):
        read_plan(package)
