"""Kantor: a row each, the highest capaian first; its name leads to its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.kantor.opening import other_years_sentence
from zi_excel.kantor.record import KantorRecord
from zi_excel.measuring.status import Status
from zi_excel.sheets.figures import STATUSES
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.rekap.heading import NAME, ROW, file_link, write_header, write_heading, write_name, write_open
from zi_excel.sheets.rekap.places import BELUM_MELAPOR, KANTOR, MELAPOR, Book, DataCol
from zi_excel.sheets.report_page import colour_states, serial
from zi_excel.sheets.style import (
    BAR_COLOUR,
    COUNT,
    DAY,
    HONEST_POINTS,
    HONEST_TENTHS,
    LEVEL,
    POINTS,
    SHARE_TENTHS,
    STATUS,
    Look,
    look,
    rimmed,
)
from zi_excel.validation.findings import Level
from zi_excel.wording import NONE, level_text

PERINGKAT, WILAYAH, NAMA, BUKU, LAPORAN, CAPAIAN, RENCANA, DEVIASI, TERTIMBANG, FIRST_KOMPONEN = range(1, 11)
_FIRST_WIDTHS = (11.5, 23.0, 48.0, 8.5, 13.0, 11.0, 11.0, 11.0, 14.0)
_FIRST_TITLES = (
    "PERINGKAT",
    "WILAYAH",
    "KANTOR",
    "BUKU KERJA",
    "LAPORAN",
    "CAPAIAN",
    "RENCANA",
    "DEVIASI\n(POIN)",
    "TERTIMBANG",
)
_LAST_TITLES = ("SELESAI, BUKTI TERTAUT", "RIWAYAT TERAKHIR", "CAPAIAN SAAT ITU", "PERGERAKAN")
_KOMPONEN_WIDTH, _STATUS_WIDTH, _LEVEL_WIDTH = 9.0, 12.5, 13.5
_LAST_WIDTHS = (13.0, 12.0, 12.5, 14.5)
_REPORT_COLOURS = {MELAPOR: STATUS[Status.SELESAI], BELUM_MELAPOR: STATUS[Status.TERLAMBAT]}


class _Places(NamedTuple):
    """The columns whose place depends on how many komponen there are."""

    komponen: int

    @property
    def status(self) -> int:
        return FIRST_KOMPONEN + self.komponen

    @property
    def levels(self) -> int:
        return self.status + len(STATUSES)

    @property
    def bukti(self) -> int:
        return self.levels + len(Level)

    @property
    def last(self) -> int:
        return self.bukti + len(_LAST_TITLES) - 1


def widths(book: Book) -> list[float]:
    """The widths of the columns."""
    return [
        *_FIRST_WIDTHS,
        *(_KOMPONEN_WIDTH,) * len(book.rekap.komponen),
        *(_STATUS_WIDTH,) * len(STATUSES),
        *(_LEVEL_WIDTH,) * len(Level),
        *_LAST_WIDTHS,
    ]


def rows_of(book: Book) -> Rows:
    """The sheet's rows."""
    return Rows(KANTOR, FIRST_ROW, book.last_row)


def write_kantor(page: Page, book: Book, paper: Paper) -> None:
    """Writes the sheet."""
    rekap, places, last = book.rekap, _Places(len(book.rekap.komponen)), book.last_row
    context = f"{len(rekap.kantor)} kantor, capaian tertinggi di atas. Nama kantor, atau Buka, membuka buku kerjanya."
    if told := other_years_sentence(rekap):
        context += f" {told}"
    write_heading(page, "Kantor: capaian setiap kantor", book, context)
    _write_header(page, book, places)
    for row, place in enumerate(book.ranked, FIRST_ROW):
        _write_row(page, row, place, book)
    page.bars(FIRST_ROW, CAPAIAN, last, BAR_COLOUR)
    if rekap.komponen:
        page.heat(FIRST_ROW, FIRST_KOMPONEN, last, places.status - 1)
    colour_states(page, FIRST_ROW, LAPORAN, last, _REPORT_COLOURS)
    honest = (CAPAIAN, RENCANA, TERTIMBANG, *range(FIRST_KOMPONEN, places.status), places.bukti + 2)
    for column in honest:
        page.honest(FIRST_ROW, column, last, HONEST_TENTHS)
    for column in (DEVIASI, places.last):
        page.honest(FIRST_ROW, column, last, HONEST_POINTS)
    page.filter(HEADER_ROW, last, places.last)
    page.sheet.freeze_panes(HEADER_ROW, NAMA)
    if not rekap.wilayah:
        page.hide(WILAYAH)
    if rekap.periode is None:
        page.hide(places.last)
    ends = (FIRST_KOMPONEN - 1, places.status - 1, places.levels - 1, places.bukti - 1, places.last)
    page.pages_as_needed(NAMA, paper, ends=ends)


def _write_header(page: Page, book: Book, places: _Places) -> None:
    komponen = [figures.kode or figures.nama for figures in book.rekap.komponen]
    period = book.rekap.periode
    last = [*_LAST_TITLES[:-1], f"PERGERAKAN {one_line(period.name) if period else ''} (POIN)"]
    levels = [level_text(level) for level in Level]
    titles = [*_FIRST_TITLES, *komponen, *(figure.title for figure in STATUSES), *levels, *last]
    write_header(page, HEADER_ROW, titles, most=2)
    for at, colours in enumerate(STATUS.values()):
        page.text(HEADER_ROW, places.status + at, STATUSES[at].title, rimmed(colours.header))
    for at, level in enumerate(Level):
        page.text(HEADER_ROW, places.levels + at, level_text(level), rimmed(LEVEL[level].header))


def _write_row(page: Page, row: int, place: int, book: Book) -> None:
    record = book.rekap.kantor[place]
    capaian = book.cell(place, DataCol.CAPAIAN)
    page.formula(
        row, PERINGKAT, f"=RANK({capaian},{book.down(DataCol.CAPAIAN)})", book.rekap.ranks[place], look(ROW, COUNT)
    )
    page.text(row, WILAYAH, one_line(record.wilayah or NONE), NAME)
    link, name = file_link(record.berkas, book), one_line(record.nama)
    write_open(page, row, BUKU, link)
    write_name(page, row, NAMA, link, name)
    for column, (formula, value, style) in enumerate(_figures(record, place, book), LAPORAN):
        page.formula(row, column, formula, value, look(ROW, style))


def _figures(record: KantorRecord, place: int, book: Book) -> Iterator[tuple[str, float | str | None, Look]]:
    """The formulas from LAPORAN to the last column, with their values and looks."""

    def own(column: int) -> str:
        return f"={book.cell(place, column)}"

    total = record.total
    deviasi = None if total.deviasi is None else total.deviasi * 100
    yield own(DataCol.LAPORAN), MELAPOR if record.melapor else BELUM_MELAPOR, look(align="center")
    yield own(DataCol.CAPAIAN), total.capaian, SHARE_TENTHS
    yield own(DataCol.RENCANA), total.rencana, SHARE_TENTHS
    yield own(DataCol.DEVIASI), deviasi, POINTS
    yield own(DataCol.TERTIMBANG), total.tertimbang, SHARE_TENTHS
    for area, figures in enumerate(book.rekap.komponen):
        yield own(book.of_komponen(area)), figures.capaian[place], SHARE_TENTHS
    block = range(book.status, book.status + len(book.columns))
    for status in Status:
        formula = f'=COUNTIF({book.across(place, block)},"{status.text}")' if block else "=0"
        yield formula, total.status[status], COUNT
    for level in Level:
        rules = book.rules_of(level)
        yield f"=SUM({book.across(place, rules)})" if rules else "=0", record.findings(level), COUNT
    yield own(DataCol.BUKTI), total.bukti_tertaut, COUNT
    yield own(DataCol.RIWAYAT), serial(record.riwayat_terakhir), DAY
    yield own(DataCol.CAPAIAN_LALU), record.capaian_lalu, SHARE_TENTHS
    yield own(DataCol.PERGERAKAN), record.pergerakan, POINTS
