"""The sheets of a plan that goes on to another year: `Catatan Lanjut`, and what the old year left unfinished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from zi_excel.sheets.matriks.contents import Change, Continued, Made
from zi_excel.sheets.matriks.listing import Cell, Heading, Listing, add_listing
from zi_excel.sheets.matriks.look import Formats
from zi_excel.sheets.matriks.rows import LAMPIRAN
from zi_excel.sheets.style import STATUS
from zi_excel.wording import long_date, percent

SHEET = "Catatan Lanjut"
COLUMNS = (
    ("SEL", 54),
    ("KODE", 64),
    ("KOLOM", 116),
    ("DI BUKU LAMA", 360),
    ("DI RANCANGAN INI", 280),
    ("SEBAB", 260),
)
_UNFINISHED = (
    ("KODE", 64),
    ("INDIKATOR", 290),
    ("TARGET", 130),
    ("STATUS", 124),
    ("REALISASI", 80),
    ("KENDALA", 220),
    ("TINDAK LANJUT", 220),
)
_INDIKATOR = 2
"""Column of INDIKATOR in the matrix, from 0."""
Places = Mapping[tuple[str, int | None], tuple[int, int]]
"""Row and column in the matrix's sheet, from 0, by kode (or what stands there) and column."""


def add_continued(
    book: xlsxwriter.Workbook, formats: Formats, continued: Continued, rows: Mapping[str, int], places: Places
) -> None:
    """Adds both sheets at the end.

    Args:
        book: the workbook.
        formats: its formats.
        continued: what became of the old year's workbook.
        rows: where each kode's row stands in the matrix's sheet, from 0.
        places: where what has no kode stands.
    """
    years = f"{continued.old_year} → {continued.year}"
    lead = "Bagian pertama perlu Anda putuskan; ubah langsung di lembar Rencana Aksi. Bagian kedua cukup dibaca."
    listing = Listing(SHEET, f"Rancangan tahun berikutnya ({years})", lead, COLUMNS)
    add_listing(book, formats, listing, _changes(continued, rows, places))
    lead = (
        f"Keadaan per {long_date(continued.per)} di buku kerja tahun {continued.old_year}. "
        "Putuskan apakah langkah aksi, target, atau penanggung jawabnya perlu diubah di rancangan ini."
        if continued.unfinished
        else f"Tidak ada: semua indikator tahun {continued.old_year} selesai per {long_date(continued.per)}."
    )
    listing = Listing(
        unfinished_sheet(continued.old_year), f"Belum selesai di tahun {continued.old_year}", lead, _UNFINISHED
    )
    add_listing(book, formats, listing, _unfinished(continued, rows))


def unfinished_sheet(year: int) -> str:
    """The name of the sheet that lists what a year left unfinished."""
    return f"Belum Selesai {year}"


def _changes(continued: Continued, rows: Mapping[str, int], places: Places) -> Iterator[tuple[Cell, ...] | Heading]:
    asked = [each for each in continued.changes if each.made.asks]
    moved = [each for each in continued.changes if not each.made.asks]
    for heading, changes in (("Perlu diputuskan", asked), ("Sudah digeser", moved)):
        yield Heading(f"{heading}: {len(changes)}")
        for change in changes:
            yield _change(change, rows, places)


def _change(change: Change, rows: Mapping[str, int], places: Places) -> tuple[Cell, ...]:
    kode = change.kode or ""
    link = places.get((change.where, change.column))
    if change.where == LAMPIRAN:
        link = places.get((change.new, None), link)
    if kode in rows:
        link = (rows[kode], _INDIKATOR if change.column is None else change.column)
    new = change.new if change.made in {Made.MOVED, Made.BLANKED} else f"({change.made})"
    return (
        Cell(xl_rowcol_to_cell(*link) if link else "", link),
        Cell(kode),
        Cell(change.where),
        Cell(change.old),
        Cell(new, looks=None if change.new == new else {"italic": True, "font_color": "#3A4149"}),
        Cell(change.why),
    )


def _unfinished(continued: Continued, rows: Mapping[str, int]) -> Iterator[tuple[Cell, ...]]:
    for result in continued.unfinished:
        indikator, kode = result.indikator, result.indikator.kode
        colours = STATUS[result.status]
        reported = indikator.laporan.text if result.realisasi is None else percent(result.realisasi, 0)
        yield (
            Cell(kode, (rows[kode], _INDIKATOR) if kode in rows else None),
            Cell(indikator.nama.text),
            Cell(indikator.target_waktu.text),
            Cell(result.status.text, looks={"bg_color": colours.fill, "font_color": colours.ink}),
            Cell(reported if indikator.realisasi.dilaporkan or result.realisasi is None else "belum dilaporkan"),
            Cell(indikator.kendala.text),
            Cell(indikator.tindak_lanjut.text),
        )
