"""Small matrices to be read: written by openpyxl or XlsxWriter, or put together as bare parts."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan

HEADER = (
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB",
    "REALISASI (%)", "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT",
)  # fmt: skip
ROWS = (
    ("I", "MANAJEMEN PERUBAHAN"),
    (1, "Tim Kerja", "a. SK Tim", "Menyusun SK", "SK Tim", "Februari 2025", "Tim MP", 1),
    (None, None, "b. Prosedur", "Menyusun prosedur", "Notula", "Maret 2025"),
    (2, "Dokumen", "a. Rencana aksi", "Menyusun rencana", "SK Rencana Aksi", "Juni 2025", None, 0.5),
    ("II", "PENATAAN TATA LAKSANA"),
    (1, "SOP", "SOP ditetapkan", "Menyusun SOP", "SOP", "Januari – Desember 2025", "Tim PTL"),
)
TITLE = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025"

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def header():
    """The twelve columns of the template."""
    return HEADER


@pytest.fixture
def rows():
    """A plan of two komponen, three subkomponen and four indikator."""
    return ROWS


@pytest.fixture
def book(tmp_path):
    """Writes rows below a title and the header (and changes what `edit` changes): book(rows) -> path."""

    def write(
        rows: Sequence[Sequence[object]] = ROWS, *, header=(HEADER,), title=TITLE, name="Rencana Aksi", edit=None
    ) -> Path:
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = name
        for row in (() if title is None else ((title,),)), header, rows:
            for values in row:
                sheet.append(list(values) or [None])
        if edit is not None:
            edit(sheet)
        path = tmp_path / "rencana aksi.xlsx"
        workbook.save(path)
        return path

    return write


@pytest.fixture
def read():
    """Reads a file: read(path, sheet=..., columns=..., year=...) -> RencanaAksi."""

    def run(path: Path, **options):
        with Package.open(path) as package:
            return read_plan(package, **options)

    return run


@pytest.fixture
def plan_of(book, read):
    """Writes rows and reads them again: plan_of(rows) -> RencanaAksi."""

    def run(rows: Sequence[Sequence[object]] = ROWS, *, options=None, **how):
        return read(book(rows, **how), **(options or {}))

    return run


@pytest.fixture
def parts(tmp_path):
    """Packs bare parts into a workbook of one sheet: parts(sheet_xml, strings=..., styles=...) -> path."""

    def pack(
        sheet: str | bytes, *, strings: str | bytes | None = None, styles: str | None = None, epoch="", rels=""
    ) -> Path:
        path = tmp_path / "bagian.xlsx"
        path.write_bytes(package_of(sheet, strings=strings, styles=styles, epoch=epoch, rels=rels))
        return path

    return pack


def package_of(sheet, *, strings=None, styles=None, epoch="", rels="") -> bytes:
    """The bytes of a workbook whose only sheet is this XML."""
    optional = [("sharedStrings", strings), ("styles", styles)]
    held = [(kind, content) for kind, content in optional if content is not None]
    content = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f"<workbook {MAIN} {R}><workbookPr {epoch}/>"
        '<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [("rId1", "worksheet", "worksheets/sheet1.xml"), *((kind, kind, f"{kind}.xml") for kind, _ in held)]
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **{f"xl/{kind}.xml": text for kind, text in held},
    }
    if rels:
        content["xl/worksheets/_rels/sheet1.xml.rels"] = (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _relations(items):
    inside = "".join(
        f'<Relationship Id="{rid}" Type="{_RELATION}/{kind}" Target="{target}"/>' for rid, kind, target in items
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )
