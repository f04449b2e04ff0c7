"""The tab of a komponen: each indikator with its plan, what was reported, its evidence, and its row in the matrix."""

from __future__ import annotations

from zi_excel.measuring.measure import Capaian, IndikatorResult
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field, Komponen
from zi_excel.sheets.figures import (
    BUKTI,
    CAPAIAN,
    DEVIASI,
    JUMLAH,
    RENCANA,
    STATUSES,
    TERTIMBANG,
    keep_honest,
    row_formulas,
    write_figures,
)
from zi_excel.sheets.fitting import TIP_LIMIT, clipped, evidence_text, fitting, one_line, web_address
from zi_excel.sheets.heading import Title, matrix_link, write_heading
from zi_excel.sheets.layout import (
    BLOCK_LABEL_ROW,
    BLOCK_PLACES,
    BLOCK_ROW,
    CONTEXT_ROW,
    FIRST_ROW,
    HEADER_ROW,
    Col,
    MonevContents,
    Rows,
)
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_POINTS,
    HONEST_SHARE,
    LABEL,
    POINTS,
    SHARE,
    SHARE_UNREPORTED,
    SIGN,
    STATUS,
    TEXT,
    UNREADABLE,
    WRAP,
    look,
)
from zi_excel.sheets.tabs import RINGKASAN
from zi_excel.wording import NONE

COLUMNS: dict[Col, tuple[str, float]] = {
    Col.KODE: (Title.KODE, 7),
    Col.SUBKOMPONEN: ("SUBKOMPONEN", 22.5),
    Col.INDIKATOR: (TITLES[Field.INDIKATOR], 48),
    Col.TARGET_WAKTU: (TITLES[Field.TARGET_WAKTU], 21),
    Col.JATUH_TEMPO: (Title.JATUH_TEMPO, 11.5),
    Col.RENCANA: (Title.RENCANA, 9),
    Col.REALISASI: (Title.REALISASI, 10),
    Col.DEVIASI: (Title.DEVIASI, 9),
    Col.STATUS: (Title.STATUS, 16.5),
    Col.HARI_TERLAMBAT: (Title.HARI_TERLAMBAT, 12),
    Col.TANGGAL_SELESAI: (TITLES[Field.TANGGAL_SELESAI], 11),
    Col.JUMLAH_TAUTAN: (Title.JUMLAH_TAUTAN, 10),
    Col.BUKTI: ("BUKTI", 15),
    Col.KENDALA: (TITLES[Field.KENDALA], 23),
    Col.TINDAK_LANJUT: (TITLES[Field.TINDAK_LANJUT], 23),
    Col.PENANGGUNG_JAWAB: (TITLES[Field.PENANGGUNG_JAWAB], 26),
    Col.MATRIKS: ("MATRIKS", 9),
}
"""Titles and widths of the columns (Excel's unit)."""

_HINT = (
    "* belum dilaporkan: sel REALISASI kosong, dihitung 0%.   ? tidak terbaca, dihitung 0%.   "
    "– tidak ada: tanpa rencana tidak ikut dalam rata-rata rencana dan deviasi.   Hari minus: selesai lebih awal."
)


def write_komponen(
    page: Page, komponen: Komponen, group: Capaian, monev: MonevContents, tertimbang: str | None
) -> None:
    """Writes the tab. tertimbang: Ringkasan's cell with this komponen's weighted capaian; None: it has none."""
    rows = monev.layout.komponen[komponen.kode]
    write_heading(page, f"Monev Komponen {komponen.kode}: {group.nama}", monev, last=Col.INDIKATOR)
    back = monev.name(RINGKASAN)
    page.link(CONTEXT_ROW, 1, f"internal:{quoted(back)}!A1", f"← {back}", TEXT)
    _write_figures(page, rows, group, tertimbang)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS.values()], HEADER, buttons=True)
    row = FIRST_ROW
    results = {result.indikator.kode: result for result in monev.measurement.indikator}
    for subkomponen in komponen.subkomponen:
        name = f"{subkomponen.kode} {one_line(subkomponen.nama.text)}"
        shown = fitting(name, page.widths[Col.SUBKOMPONEN - 1] - 2, 2, " …")
        for indikator in subkomponen.indikator:
            _write_row(page, row, shown, results[indikator.kode], monev)
            row += 1
    if row == FIRST_ROW:
        page.blank(row, 1, len(COLUMNS), CELL)
        page.text(row, Col.INDIKATOR, "Komponen ini tidak mempunyai indikator.", WRAP)
    page.honest(FIRST_ROW, Col.RENCANA, rows.last, HONEST_SHARE)
    page.honest(FIRST_ROW, Col.REALISASI, rows.last, HONEST_SHARE)
    page.honest(FIRST_ROW, Col.DEVIASI, rows.last, HONEST_POINTS)
    page.text(rows.last + 2, 1, _HINT, SIGN)
    page.filter(HEADER_ROW, rows.last, len(COLUMNS))
    page.sheet.freeze_panes(HEADER_ROW, Col.INDIKATOR)
    page.pages_as_needed(Col.INDIKATOR)
    page.sheet.set_zoom(85)  # ten indikator on a laptop's screen


def _write_figures(page: Page, rows: Rows, group: Capaian, tertimbang: str | None) -> None:
    page.text(BLOCK_ROW, Col.INDIKATOR, "Angka komponen ini:", LABEL)
    for figure in (JUMLAH, TERTIMBANG, RENCANA, CAPAIAN, DEVIASI, BUKTI):
        page.text(BLOCK_LABEL_ROW, BLOCK_PLACES[figure.key], figure.title, HEADER)
    for figure, colours in zip(STATUSES, STATUS.values(), strict=True):
        page.text(BLOCK_LABEL_ROW, BLOCK_PLACES[figure.key], figure.title, colours.header)
    formulas = dict(row_formulas([rows]))
    if tertimbang is not None:
        formulas[TERTIMBANG.key] = f"={tertimbang}"
    write_figures(
        page, BLOCK_ROW, BLOCK_PLACES, formulas, group, style=look(CELL, bold=True, font_size=11, valign="vcenter")
    )
    keep_honest(page, BLOCK_ROW, BLOCK_ROW, BLOCK_PLACES)
    page.height(BLOCK_ROW, 18)


def _write_row(page: Page, row: int, subkomponen: str, result: IndikatorResult, monev: MonevContents) -> None:
    indikator = result.indikator
    page.text(row, Col.KODE, indikator.kode, CELL)
    page.text(row, Col.SUBKOMPONEN, subkomponen, WRAP)
    page.text(row, Col.INDIKATOR, indikator.nama.text, WRAP)
    page.text(row, Col.TARGET_WAKTU, indikator.target_waktu.text, WRAP)
    page.day(row, Col.JATUH_TEMPO, result.due, look(CELL, DAY))
    page.number(row, Col.RENCANA, result.rencana, look(CELL, SHARE))
    if result.realisasi is None:
        page.text(row, Col.REALISASI, UNREADABLE, CENTRE)
    else:
        shown = SHARE if indikator.realisasi.dilaporkan else SHARE_UNREPORTED
        page.number(row, Col.REALISASI, result.realisasi, look(CELL, shown))
    rencana, realisasi = cell(row, Col.RENCANA), cell(row, Col.REALISASI)
    page.formula(
        row,
        Col.DEVIASI,
        f'=IF(ISNUMBER({rencana}),(N({realisasi})-{rencana})*100,"{NONE}")',
        None if result.deviasi is None else result.deviasi * 100,
        look(CELL, POINTS),
    )
    page.text(row, Col.STATUS, result.status.text, STATUS[result.status].cell)
    page.number(row, Col.HARI_TERLAMBAT, result.days_late, look(CELL, COUNT))
    if indikator.selesai_pada is None and indikator.tanggal_selesai.text:  # staff wrote no date: shown as they wrote it
        page.text(row, Col.TANGGAL_SELESAI, indikator.tanggal_selesai.text, WRAP)
    else:
        page.day(row, Col.TANGGAL_SELESAI, indikator.selesai_pada, look(CELL, DAY))
    _write_evidence(page, row, result)
    page.text(row, Col.KENDALA, indikator.kendala.text, WRAP)
    page.text(row, Col.TINDAK_LANJUT, indikator.tindak_lanjut.text, WRAP)
    page.text(row, Col.PENANGGUNG_JAWAB, indikator.penanggung_jawab.text, WRAP)
    page.link(row, Col.MATRIKS, matrix_link(monev, indikator.row), f"baris {indikator.row}", CELL)


def _write_evidence(page: Page, row: int, result: IndikatorResult) -> None:
    evidence = result.indikator.tautan_bukti
    links = len(evidence.links)
    page.number(row, Col.JUMLAH_TAUTAN, links, look(CELL, COUNT))
    words = evidence_text(evidence.text, evidence.links)
    addresses = [address for address in map(web_address, evidence.links) if address]
    if addresses:
        # LibreOffice does not wrap the text of a link, so it is one line; tip and matrix have all of it.
        shown = fitting(one_line(words), page.widths[Col.BUKTI - 1], 1, "…")
        page.link(row, Col.BUKTI, addresses[0], shown, WRAP, tip=clipped(addresses[0], TIP_LIMIT, "…"))
    else:
        page.text(row, Col.BUKTI, words, WRAP)
