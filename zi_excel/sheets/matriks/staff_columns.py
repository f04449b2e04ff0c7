"""Columns 8-12, which staff fill: their headers, formats, checks, help texts, and how a report is written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from zi_excel.sheets.matriks.look import BODY, LINK, STAFF_CELL, STAFF_EDGE, Formats


@dataclass(frozen=True)
class Report:
    """What staff report of one indikator.

    realisasi: a share 0..1. Text in it or in the date: as mistyped.
    tautan_bukti: an address; teks_tautan: what stands in the cell in its place, if anything does.
    """

    realisasi: float | str | None = None
    tanggal_selesai: date | str | None = None
    tautan_bukti: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    teks_tautan: str = ""

    def cells(self) -> tuple[float | str | date | None, ...]:
        """What stands in the five columns."""
        tautan = self.teks_tautan or self.tautan_bukti
        return (self.realisasi, self.tanggal_selesai, tautan, self.kendala, self.tindak_lanjut)


@dataclass(frozen=True)
class StaffColumn:
    """One column that staff fill.

    title, help: what Excel shows beside a chosen cell (at most 32 and 255 characters).
    looks: properties of its cells, beyond those of every cell. links: whether what stands there can be clicked.
    """

    name: str
    pixels: int
    title: str
    help: str
    looks: Mapping[str, object] = field(default_factory=dict)
    links: bool = False


# Text format ("@") where prose stands: "- belum ada anggaran" would be taken for a formula.
STAFF = (
    StaffColumn(
        "REALISASI (%)",
        74,
        "Realisasi (0%–100%)",
        "Ketik bagian yang sudah selesai, mis. 75%; atau: selesai, belum. Target beberapa bulan: bulan yang sudah "
        "dikerjakan, mis. Maret, Juni (2 dari 4 = 50%). 100% hanya bila selesai dan buktinya lengkap. "
        "Kosong = belum dilaporkan.",
        {"num_format": "0%", "align": "center", **STAFF_EDGE},
    ),
    StaffColumn(
        "TANGGAL SELESAI",
        78,
        "Tanggal selesai",
        "Isi bila realisasi sudah 100%: hari pekerjaan benar-benar selesai, mis. 31/03/2025 "
        "(hari/bulan/tahun). Kosongkan bila belum selesai.",
        {"num_format": "dd/mm/yyyy", "align": "center"},
    ),
    StaffColumn(
        "TAUTAN BUKTI",
        100,
        "Tautan bukti",
        "Tempel tautan ke bukti fisik: folder daring, halaman situs, atau berkas. Lebih dari satu: satu tautan per "
        "baris (Alt+Enter). Pastikan penilai dapat membukanya.",
        links=True,
    ),
    StaffColumn(
        "KENDALA",
        98,
        "Kendala",
        "Tulis singkat apa yang menghambat dan sejak kapan. Kosongkan bila tidak ada. Setiap kendala perlu tindak "
        "lanjut di kolom sebelahnya.",
        {"num_format": "@"},
    ),
    StaffColumn(
        "TINDAK LANJUT",
        98,
        "Tindak lanjut",
        "Tulis apa yang dilakukan untuk mengatasi kendala, oleh siapa, dan paling lambat kapan. Setelah dikerjakan, "
        "tambahkan hasilnya.",
        {"num_format": "@"},
    ),
)


def guide(sheet: Worksheet, rows: Sequence[tuple[int, int]], first_column: int, year: int) -> None:
    """Gives the staff's cells in these rows (first and last, from 0) their checks and help texts.

    Args:
        sheet: the sheet of the matrix.
        rows: runs of rows that hold indikator.
        first_column: where REALISASI stands, from 0.
        year: the plan's year; a TANGGAL SELESAI lies in it or in the year before or after.
    """
    cell = xl_rowcol_to_cell(rows[0][0], first_column)
    checks: dict[str, dict[str, object]] = {
        # Words pass: the reader takes `selesai`, `belum` and the months done, and a finding tells what it can't read.
        "REALISASI (%)": {
            "validate": "custom",
            "value": f"=OR(ISTEXT({cell}),AND(ISNUMBER({cell}),{cell}>=0,{cell}<=1))",
            "error_title": "Realisasi tidak terbaca",
            "error_message": "Realisasi adalah angka dari 0% sampai 100%, misalnya 75%; atau kata: selesai, belum, "
            "atau bulan yang sudah dikerjakan. Keterangan lain ditulis di kolom KENDALA.",
        },
        "TANGGAL SELESAI": {
            "validate": "date",
            "criteria": "between",
            "minimum": date(year - 1, 1, 1),
            "maximum": date(year + 1, 12, 31),
            "error_title": "Tanggal tidak terbaca",
            "error_message": f"Ketik tanggal sebagai hari/bulan/tahun, misalnya 31/03/{year}. "
            f"Tanggal harus antara 1 Januari {year - 1} dan 31 Desember {year + 1}.",
        },
    }
    for at, column in enumerate(STAFF, start=first_column):
        first, *others = [(top, at, bottom, at) for top, bottom in rows]
        sheet.data_validation(
            *first,
            {
                **checks.get(column.name, {"validate": "any"}),
                "input_title": column.title,
                "input_message": column.help,
                "other_cells": others,
            },
        )


def write_report(sheet: Worksheet, corner: tuple[int, int], report: Report, formats: Formats) -> None:
    """Writes what staff report of one indikator, as they would have typed it; blank cells get their format too.

    Args:
        sheet: the sheet of the matrix.
        corner: row and column of the REALISASI cell, from 0.
        report: what to write.
        formats: the workbook's formats.
    """
    row, first = corner
    for at, (column, value) in enumerate(zip(STAFF, report.cells(), strict=True), start=first):
        looks = {**BODY, "bg_color": STAFF_CELL, **column.looks}
        target = _target(report.tautan_bukti) if column.links else None
        if value in {None, ""}:
            sheet.write_blank(row, at, None, formats(looks))
        elif target:
            sheet.write_url(row, at, target, formats(looks, font_color=LINK, underline=1), string=value)
        elif isinstance(value, date):
            sheet.write_datetime(row, at, value, formats(looks))
        elif isinstance(value, str):
            sheet.write_string(row, at, value, formats(looks))
        else:
            sheet.write_number(row, at, value, formats(looks))


def _target(text: str) -> str | None:
    """What a cell with one link points to; several in a cell are plain text, as Excel leaves them."""
    if not text or any(char.isspace() for char in text):
        return None
    return text if text.startswith(("http://", "https://")) else f"external:{text}"
