"""Perhitungan: every indikator's figures in one block, each step a formula; all other sheets read them from here."""

from __future__ import annotations

from zi_excel.measuring.measure import NO_PENANGGUNG_JAWAB
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.lookback import Movement
from zi_excel.report.working import Working
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.calc_formulas import calc_formulas
from zi_excel.sheets.laporan.places import BUKTI_LINK, Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.report_page import colour_states, serial
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_POINTS,
    HONEST_REALISASI,
    HONEST_SHARE,
    POINTS,
    SHARE,
    SHARE_UNREPORTED,
    SIGN,
    TEXT,
    UNREADABLE,
    WRAP,
    look,
)

COLUMNS: dict[Calc, tuple[str, float]] = {
    Calc.KODE: (Title.KODE, 7.5),
    Calc.TARGET_WAKTU: (TITLES[Field.TARGET_WAKTU], 16),
    Calc.JENIS: ("JENIS TARGET", 9.5),
    Calc.REALISASI: (Title.REALISASI, 10),
    Calc.RENCANA: (Title.RENCANA, 9.5),
    Calc.DEVIASI: (Title.DEVIASI, 9),
    Calc.STATUS: (Title.STATUS, 16),
    Calc.JATUH_TEMPO: (Title.JATUH_TEMPO, 12),
    Calc.HARI: (Title.HARI_TERLAMBAT, 11.5),
    Calc.TANGGAL_SELESAI: (TITLES[Field.TANGGAL_SELESAI], 11),
    Calc.JUMLAH_TAUTAN: (Title.JUMLAH_TAUTAN, 9.5),
    Calc.PENANGGUNG_JAWAB: ("NOMOR PJ", 8),
    Calc.REALISASI_AWAL: ("REALISASI AWAL PERIODE", 10.5),
    Calc.GERAK: ("GERAK (POIN)", 9),
    Calc.JUMLAH_HARI: ("JUMLAH TANGGAL", 9.5),
    Calc.DIMINTA: ("DIMINTA SEBELUM", 10.5),
    Calc.BERIKUT: ("TONGGAK BERIKUT", 11),
    Calc.DIMINTA_BERIKUT: ("DIMINTA S.D. BERIKUT", 9.5),
    Calc.TERPENUHI: ("TONGGAK TERPENUHI", 12),
    Calc.BELUM: ("PERTAMA BELUM", 11),
    Calc.KODE_AGAIN: (Title.KODE, 7.5),
}
_DAY_WIDTH = 10.5

_HINT = (
    "Untuk layar. Yang diketik hanya realisasi, tanggal selesai, dan tanggal-tanggal target; selebihnya rumus. "
    "? realisasi tidak terbaca, dihitung 0%.   * belum dilaporkan, dihitung 0%.   – tidak ada."
)


def widths(book: Book) -> list[float]:
    """The widths of the columns; there are as many for days as the longest target has."""
    return [*(width for _, width in COLUMNS.values()), *(_DAY_WIDTH,) * book.places.days]


def write_perhitungan(page: Page, book: Book, paper: Paper) -> None:
    """Writes the sheet: on paper the figures on the left, the days on pages of their own."""
    places = book.places
    write_heading(page, "Perhitungan: dari target waktu dan realisasi ke rencana dan status", book.monev)
    page.text(CONTEXT_ROW, 1, _HINT, SIGN)
    page.text(
        CONTEXT_ROW,
        Calc.FIRST_DAY,
        "Tanggal yang dihitung: tonggak; untuk rentang: akhir tiap bulannya",
        look(TEXT, bold=True),
    )
    header = [*(title for title, _ in COLUMNS.values()), *(f"TANGGAL {at + 1}" for at in range(places.days))]
    page.header(HEADER_ROW, header, HEADER, buttons=True)
    people = {group.kode: number for number, group in enumerate(book.contents.measurement.penanggung_jawab, 1)}
    movement = book.contents.movement
    for row, step in enumerate(book.contents.steps, FIRST_ROW):
        _write_row(page, row, step, book, people)
        _write_movement(page, row, step, movement)
    if not book.contents.steps:
        page.blank(FIRST_ROW, 1, len(header), CELL)
    _finish_block(page, book)
    page.split(Calc.KODE_AGAIN, paper)


def _write_row(page: Page, row: int, step: Working, book: Book, people: dict[str, int]) -> None:
    result, indikator, places = step.result, step.result.indikator, book.places
    days = places.day_cells(row)
    formulas = calc_formulas(row, days)
    page.text(row, Calc.KODE, indikator.kode, CENTRE)
    page.text(row, Calc.TARGET_WAKTU, indikator.target_waktu.text, WRAP)
    page.text(row, Calc.JENIS, step.jenis, CENTRE)
    if result.realisasi is None:
        page.text(row, Calc.REALISASI, UNREADABLE, CENTRE)
    else:
        shown = SHARE if indikator.realisasi.dilaporkan else SHARE_UNREPORTED
        page.number(row, Calc.REALISASI, result.realisasi, look(CELL, shown))
    if indikator.selesai_pada is None and indikator.tanggal_selesai.text:  # no date: shown as staff wrote it
        page.text(row, Calc.TANGGAL_SELESAI, indikator.tanggal_selesai.text, WRAP)
    else:
        page.number(row, Calc.TANGGAL_SELESAI, serial(indikator.selesai_pada), look(CELL, DAY))
    page.formula(
        row,
        Calc.JUMLAH_TAUTAN,
        f"=COUNTA({places.bukti[indikator.kode].column(BUKTI_LINK)})",
        len(indikator.tautan_bukti.links),
        look(CELL, COUNT),
    )
    name = " ".join(indikator.penanggung_jawab.text.split())
    page.number(row, Calc.PENANGGUNG_JAWAB, people[name or NO_PENANGGUNG_JAWAB], look(CELL, COUNT))
    share, day, count = look(CELL, SHARE), look(CELL, DAY), look(CELL, COUNT)
    deviasi = None if result.deviasi is None else result.deviasi * 100
    for column, value, style in (
        (Calc.RENCANA, result.rencana, share),
        (Calc.DEVIASI, deviasi, look(CELL, POINTS)),
        (Calc.STATUS, result.status.text, CELL),
        (Calc.JATUH_TEMPO, serial(result.due), day),
        (Calc.HARI, result.days_late, count),
        (Calc.JUMLAH_HARI, len(step.days), count),
        (Calc.DIMINTA, step.demanded, share),
        (Calc.BERIKUT, serial(step.next_day), day),
        (Calc.DIMINTA_BERIKUT, step.demanded_next, share),
        (Calc.TERPENUHI, step.met, count),
        (Calc.BELUM, serial(step.unmet), day),
        (Calc.KODE_AGAIN, indikator.kode, CENTRE),
    ):
        page.formula(row, column, formulas[column], value, style)
    for place, counted_day in enumerate(step.days, Calc.FIRST_DAY):
        page.number(row, place, serial(counted_day), day)
    if len(step.days) < places.days:
        page.blank(row, Calc.FIRST_DAY + len(step.days), Calc.FIRST_DAY + places.days - 1, CELL)


def _write_movement(page: Page, row: int, step: Working, movement: Movement | None) -> None:
    """Writes the realisasi before the period and the movement since; blank where there is no earlier record."""
    if movement is None:
        page.blank(row, Calc.REALISASI_AWAL, Calc.GERAK, CELL)
        return
    start = movement.shares.get(step.kode)
    if start is None and step.kode in movement.shares:
        page.text(row, Calc.REALISASI_AWAL, UNREADABLE, CENTRE)
    else:
        page.number(row, Calc.REALISASI_AWAL, start, look(CELL, SHARE))
    moved = movement.points(step.result)
    page.formula(row, Calc.GERAK, calc_formulas(row, "")[Calc.GERAK], moved, look(CELL, POINTS))


def _finish_block(page: Page, book: Book) -> None:
    last = book.places.all.last
    page.honest(FIRST_ROW, Calc.REALISASI, last, HONEST_REALISASI)
    for column in (Calc.RENCANA, Calc.DIMINTA, Calc.DIMINTA_BERIKUT, Calc.REALISASI_AWAL):
        page.honest(FIRST_ROW, column, last, HONEST_SHARE)
    for column in (Calc.DEVIASI, Calc.GERAK):
        page.honest(FIRST_ROW, column, last, HONEST_POINTS)
    colour_states(page, FIRST_ROW, Calc.STATUS, last)
    page.filter(HEADER_ROW, last, Calc.FIRST_DAY + book.places.days - 1)
    page.sheet.freeze_panes(HEADER_ROW, Calc.KODE)
    if book.contents.movement is None:
        page.hide(Calc.REALISASI_AWAL)
        page.hide(Calc.GERAK)
