"""Data: what each workbook said, a row per kantor; and each kantor's figures as formulas over its own row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.format import Format

from zi_excel.kantor.figures import mean
from zi_excel.kantor.record import KantorRecord
from zi_excel.measuring.status import Status
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.rekap.heading import NAME, write_header, write_heading
from zi_excel.sheets.rekap.places import BELUM_MELAPOR, BLOCK_ROW, MELAPOR, Book, DataCol
from zi_excel.sheets.report_page import serial
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    POINTS,
    SECTION,
    SHARE,
    SHARE_TENTHS,
    SHARE_UNREPORTED,
    STATUS,
    UNREADABLE,
    Look,
    look,
)
from zi_excel.wording import NONE

_WIDTHS = {
    DataCol.NOMOR: 6.0,
    DataCol.WILAYAH: 24.0,
    DataCol.KANTOR: 44.0,
    DataCol.LAPORAN: 12.0,
    DataCol.CAPAIAN: 11.0,
    DataCol.RENCANA: 11.0,
    DataCol.DEVIASI: 11.0,
    DataCol.TERTIMBANG: 14.0,
    DataCol.BUKTI: 13.0,
    DataCol.RIWAYAT: 12.0,
    DataCol.CAPAIAN_LALU: 12.5,
    DataCol.PERGERAKAN: 14.0,
}
_TITLES = {
    DataCol.NOMOR: "NO",
    DataCol.WILAYAH: "WILAYAH",
    DataCol.KANTOR: "KANTOR",
    DataCol.LAPORAN: "LAPORAN",
    DataCol.CAPAIAN: "CAPAIAN",
    DataCol.RENCANA: "RENCANA",
    DataCol.DEVIASI: "DEVIASI\n(POIN)",
    DataCol.TERTIMBANG: "TERTIMBANG",
    DataCol.BUKTI: "SELESAI, BUKTI TERTAUT",
    DataCol.RIWAYAT: "RIWAYAT TERAKHIR",
    DataCol.CAPAIAN_LALU: "CAPAIAN SAAT ITU",
    DataCol.PERGERAKAN: "PERGERAKAN (POIN)",
}
_FIGURE_WIDTH, _RULE_WIDTH, _SHARE_WIDTH, _STATUS_WIDTH = 11.0, 9.0, 11.0, 17.0
_HINT = (
    "Satu baris per kantor. Realisasi, status, dan rencana adalah yang dibaca dari buku kerjanya; angka kantor adalah "
    f"rumus atasnya. {UNREADABLE} realisasi tidak terbaca, dihitung 0%.   * belum dilaporkan, dihitung 0%.   "
    "Kosong: kantor itu tidak mempunyai indikatornya."
)


def widths(book: Book) -> list[float]:
    """The widths of Data's columns."""
    block = len(book.columns)
    return [
        *_WIDTHS.values(),
        *(_FIGURE_WIDTH,) * 3 * len(book.rekap.komponen),
        *(_RULE_WIDTH,) * len(book.rules),
        *(_SHARE_WIDTH,) * block,
        *(_STATUS_WIDTH,) * block,
        *(_SHARE_WIDTH,) * block,
    ]


def write_data(page: Page, book: Book) -> None:
    """Writes the sheet, from top to bottom: it is streamed."""
    write_heading(page, "Data: yang dibaca dari buku kerja setiap kantor", book, _HINT)
    for column, title in _blocks(book):
        page.text(BLOCK_ROW, column, title, SECTION)
    write_header(page, HEADER_ROW, list(_titles(book)))
    for place, record in enumerate(book.rekap.kantor):
        _Row(page, book, place, record).write()
    if not book.rekap.kantor:
        page.blank(FIRST_ROW, 1, book.last_column, CELL)
    page.filter(HEADER_ROW, book.last_row, book.last_column)
    page.sheet.freeze_panes(HEADER_ROW, DataCol.KANTOR)
    # On paper the figures of the kantor; three blocks of a hundred columns would take hundreds of pages.
    page.sheet.print_area(0, 0, book.last_row - 1, DataCol.FIRST - 2)


def _blocks(book: Book) -> Iterator[tuple[int, str]]:
    if book.rekap.komponen:
        yield DataCol.FIRST, "Per komponen (rumus)"
    if book.rules:
        yield book.first_rule, "Banyak temuan per aturan"
    if book.columns:
        yield book.realisasi, "Realisasi per indikator"
        yield book.status, "Status per indikator"
        yield book.rencana, "Rencana per indikator"


def _titles(book: Book) -> Iterator[str]:
    yield from _TITLES.values()
    for figures in book.rekap.komponen:
        name = figures.kode or figures.nama
        yield from (f"CAPAIAN {name}", f"RENCANA {name}", f"DEVIASI {name}")
    for code, level in book.rules:
        yield f"{code} ({level})"
    for _ in range(3):
        yield from (column.title for column in book.columns)


class _Row:
    """A kantor's row while it is written."""

    def __init__(self, page: Page, book: Book, place: int, record: KantorRecord) -> None:
        self._page, self._book, self._record = page, book, record
        self._place, self._row = place, FIRST_ROW + place

    def write(self) -> None:
        """Writes it."""
        self._facts()
        self._figures()
        self._findings()
        self._blocks()

    def _facts(self) -> None:
        page, record, row = self._page, self._record, self._row
        page.number(row, DataCol.NOMOR, self._place + 1, look(CELL, COUNT))
        page.text(row, DataCol.WILAYAH, one_line(record.wilayah or NONE), NAME)
        page.text(row, DataCol.KANTOR, one_line(record.nama), NAME)
        page.text(row, DataCol.LAPORAN, MELAPOR if record.melapor else BELUM_MELAPOR, CENTRE)
        page.number(row, DataCol.TERTIMBANG, record.total.tertimbang, look(CELL, SHARE_TENTHS))
        page.number(row, DataCol.BUKTI, record.total.bukti_tertaut, look(CELL, COUNT))
        page.number(row, DataCol.RIWAYAT, serial(record.riwayat_terakhir), look(CELL, DAY))
        page.number(row, DataCol.CAPAIAN_LALU, record.capaian_lalu, look(CELL, SHARE_TENTHS))
        page.number(row, DataCol.PERGERAKAN, record.pergerakan, look(CELL, POINTS))

    def _figures(self) -> None:
        total, book = self._record.total, self._book
        deviasi = None if total.deviasi is None else total.deviasi * 100
        self._three(DataCol.CAPAIAN, range(len(book.columns)), (total.capaian, total.rencana, deviasi))
        by_area: dict[int, list[int]] = {}
        for at, column in enumerate(book.cells[self._place]):
            by_area.setdefault(book.columns[column].area, []).append(at)
        for area, figures in enumerate(book.rekap.komponen):
            values = (figures.capaian[self._place], *self._planned(by_area.get(area, ())))
            self._three(book.of_komponen(area), book.columns_of(area), values)

    def _planned(self, places: Sequence[int]) -> tuple[float | None, float | None]:
        """Mean rencana and deviasi (in points) of some of the kantor's indikator; None where none has a rencana."""
        record = self._record
        rencana = mean(record.rencana[at] for at in places)
        deviasi = mean(
            None if (planned := record.rencana[at]) is None else (record.realisasi[at] or 0.0) - planned
            for at in places
        )
        return rencana, None if deviasi is None else deviasi * 100

    def _three(self, first: int, block: range, values: tuple[float | None, float | None, float | None]) -> None:
        """Writes capaian, rencana and deviasi over some columns of the blocks, as formulas."""
        book, row = self._book, self._row
        shares, plans = (
            f"{cell(row, start + block[0])}:{cell(row, start + block[-1])}" if block else ""
            for start in (book.realisasi, book.rencana)
        )
        empty = f'"{NONE}"' if first != DataCol.CAPAIAN else "0"
        formulas = (
            f"=IF(COUNTA({shares})=0,{empty},ROUND(SUM({shares})/COUNTA({shares}),12))",
            f'=IF(COUNT({plans})=0,"{NONE}",SUM({plans})/COUNT({plans}))',
            # SUMIF takes the realisasi beside each rencana and passes over "?", which counts 0.
            f'=IF(COUNT({plans})=0,"{NONE}",(SUMIF({plans},">=0",{shares})-SUM({plans}))/COUNT({plans})*100)',
        )
        for at, (formula, value, style) in enumerate(
            zip(formulas, values, (SHARE_TENTHS, SHARE_TENTHS, POINTS), strict=True)
        ):
            if block:
                self._page.formula(row, first + at, formula, value, look(CELL, style))
            else:
                self._page.number(row, first + at, value, look(CELL, style))

    def _findings(self) -> None:
        book, form = self._book, self._page.form(look(CELL, COUNT))
        counts = {(each.code, each.level): each.findings for each in self._record.temuan}
        for at, rule in enumerate(book.rules):
            if rule in counts:
                self._page.sheet.write_number(self._row - 1, book.first_rule + at - 1, counts[rule], form)

    def _blocks(self) -> None:
        """Writes the three blocks: most of the workbook's cells."""
        page, book, record, row = self._page, self._book, self._record, self._row - 1
        share, unreported, plain = (page.form(look(CELL, each)) for each in (SHARE, SHARE_UNREPORTED, SHARE))
        unreadable = page.form(CENTRE)
        states = {status: page.form(_state(status)) for status in Status}
        texts = {status: status.text for status in Status}
        values = sorted(zip(book.cells[self._place], range(len(record.status)), strict=True))
        cells: list[tuple[int, float | str, Format]] = []
        first = book.realisasi - 1
        for column, at in values:
            realisasi = record.realisasi[at]
            if realisasi is None:
                cells.append((first + column, UNREADABLE, unreadable))
            else:
                cells.append((first + column, realisasi, share if record.dilaporkan[at] else unreported))
        first = book.status - 1
        cells += [(first + column, texts[record.status[at]], states[record.status[at]]) for column, at in values]
        first = book.rencana - 1
        cells += [
            (first + column, rencana, plain) for column, at in values if (rencana := record.rencana[at]) is not None
        ]
        page.sheet.put_cells(row, cells)


def _state(status: Status) -> Look:
    return STATUS[status].cell
