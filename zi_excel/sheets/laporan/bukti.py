"""Bukti: the register of every butir bukti with its link, the counts per komponen, and their chart."""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook

from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.registers import BUTIR, Completeness, Evidence, Keadaan
from zi_excel.sheets.chart_looks import add_stacked, axis, dress, font
from zi_excel.sheets.charts import NAME
from zi_excel.sheets.fitting import TIP_LIMIT, clipped, fitting, one_line, web_address
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.places import BUKTI_LINK, Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW, Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.report_page import colour_states
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    EVIDENCE,
    HEADER,
    HONEST_TENTHS,
    LINE,
    SECTION,
    SHARE_TENTHS,
    SIGN,
    TOTAL,
    WRAP,
    look,
)
from zi_excel.wording import NONE

KODE, INDIKATOR, NOMOR, BUTIR_BUKTI, TAUTAN, KEADAAN, STATUS, NOMOR_LKE = 1, 2, 3, 4, BUKTI_LINK, 6, 7, 8
WIDTHS = (8.0, 44.0, 8.0, 47.5, 43.0, 18.5, 16.5, 12.0)

_HEADER = (
    *(Title.KODE, TITLES[Field.INDIKATOR], "NO BUTIR", "BUTIR BUKTI", "TAUTAN", "KEADAAN", "STATUS INDIKATOR"),
    "NOMOR LKE",
)

# The table of the counts stands over the register's columns.
T_KODE, T_NAMA, T_JUMLAH, T_TERTAUT, T_BERSAMA, T_BELUM, T_LENGKAP = range(1, 8)
COUNTS = (T_TERTAUT, T_BERSAMA, T_BELUM)

_HINT = (
    "Tautan dibaca dari kolom TAUTAN BUKTI, menurut urutannya. Bila tautannya lebih sedikit daripada butirnya, butir "
    "selebihnya memakai tautan yang ada bersama-sama (●); mana membuktikan mana tidak tertulis di buku kerja."
)


def write_bukti(page: Page, book: Book) -> None:
    """Writes the sheet."""
    write_heading(page, "Bukti: register butir bukti dan tautannya", book.monev)
    _write_counts(page, book)
    rows = book.places.bukti_rows
    page.text(rows.first - 2, 1, "Register", SECTION)
    page.text(rows.first - 2, INDIKATOR, _HINT, look(SIGN, valign="vcenter"))
    header = (
        Title.KODE,
        TITLES[Field.INDIKATOR],
        "NO BUTIR",
        "BUTIR BUKTI",
        "TAUTAN",
        "KEADAAN",
        "STATUS INDIKATOR",
        "NOMOR LKE",
    )
    page.header(rows.first - 1, header, HEADER, buttons=True)
    for row, evidence in enumerate(book.contents.evidence, rows.first):
        _write_row(page, row, evidence, book)
    if not book.contents.evidence:
        page.blank(rows.first, 1, len(WIDTHS), CELL)
    colour_states(page, rows.first, KEADAAN, rows.last, EVIDENCE)
    colour_states(page, rows.first, STATUS, rows.last)
    page.filter(rows.first - 1, rows.last, len(WIDTHS))


def _write_counts(page: Page, book: Book) -> None:
    table = book.places.bukti_table
    page.text(CONTEXT_ROW, 1, "Kelengkapan bukti per komponen", SECTION)
    page.header(
        HEADER_ROW,
        (Title.KODE, "KOMPONEN", "JUMLAH BUTIR", *(keadaan.value for keadaan in BUTIR), "KELENGKAPAN"),
        HEADER,
    )
    for row, group in enumerate(book.contents.completeness, FIRST_ROW):
        rows = book.places.bukti_of.get(group.kode)
        page.text(row, T_KODE, group.kode, CENTRE)
        page.text(row, T_NAMA, group.nama, WRAP)
        for column, keadaan, count in zip(COUNTS, BUTIR, group.counts, strict=True):
            if rows is None:
                page.number(row, column, count, look(CELL, COUNT))
            else:
                formula = f'=COUNTIF({_own(rows, KEADAAN)},"{keadaan}")'
                if keadaan is Keadaan.BELUM:  # an indikator without any butir has a row, but no butir
                    formula = f'=COUNTIFS({_own(rows, KEADAAN)},"{keadaan}",{_own(rows, NOMOR)},">0")'
                page.formula(row, column, formula, count, look(CELL, COUNT))
        _write_sums(page, row, group)
    last = table.last + 1
    page.text(last, T_KODE, "", look(CELL, TOTAL))
    page.text(last, T_NAMA, book.contents.complete.nama, look(CELL, TOTAL))
    for column, count in zip(COUNTS, book.contents.complete.counts, strict=True):
        page.formula(last, column, f"=SUM({_own(table, column)})", count, look(CELL, COUNT, TOTAL))
    _write_sums(page, last, book.contents.complete, total=True)
    page.honest(FIRST_ROW, T_LENGKAP, last, HONEST_TENTHS)


def _write_sums(page: Page, row: int, group: Completeness, *, total: bool = False) -> None:
    style = look(CELL, TOTAL) if total else CELL
    counts = f"{cell(row, T_TERTAUT)}:{cell(row, T_BELUM)}"
    page.formula(row, T_JUMLAH, f"=SUM({counts})", group.total, look(style, COUNT))
    linked = f"({cell(row, T_TERTAUT)}+{cell(row, T_BERSAMA)})/{cell(row, T_JUMLAH)}"
    page.formula(
        row, T_LENGKAP, f'=IF({cell(row, T_JUMLAH)}=0,"{NONE}",{linked})', group.share, look(style, SHARE_TENTHS)
    )


def _own(rows: Rows, column: int) -> str:
    return rows.column(column).partition("!")[2]


def _write_row(page: Page, row: int, evidence: Evidence, book: Book) -> None:
    indikator = evidence.result.indikator
    page.text(row, KODE, indikator.kode, CENTRE)
    first = row == book.places.bukti[indikator.kode].first
    page.text(row, INDIKATOR, _brief(page, indikator.nama.text) if first else "", WRAP)
    if evidence.number is None:
        page.text(row, NOMOR, NONE, CENTRE)
    else:
        page.number(row, NOMOR, evidence.number, look(CELL, COUNT))
    without = "(di luar butir)" if evidence.link else "(bukti fisik kosong)"
    page.text(row, BUTIR_BUKTI, evidence.butir or without, WRAP)
    address = web_address(evidence.link)
    if address:
        shown = fitting(one_line(evidence.link), page.widths[TAUTAN - 1], 1, "…")
        page.link(row, TAUTAN, address, shown, CELL, tip=clipped(address, TIP_LIMIT, "…"))
    elif evidence.link:
        page.text(row, TAUTAN, evidence.link, WRAP)
    else:
        page.blank(row, TAUTAN, TAUTAN, CELL)
    own = f'{cell(row, TAUTAN)}<>""'
    links = book.places.calc(indikator.kode, Calc.JUMLAH_TAUTAN)
    words = (Keadaan.TAMBAHAN, Keadaan.TERTAUT, Keadaan.BERSAMA, Keadaan.BELUM)
    formula = '=IF({own},IF(ISNUMBER({number}),"{1}","{0}"),IF({links}>0,"{2}","{3}"))'.format(
        *words, own=own, number=cell(row, NOMOR), links=links
    )
    page.formula(row, KEADAAN, formula, evidence.keadaan.value, CELL)
    status = book.places.calc(indikator.kode, Calc.STATUS)
    page.formula(row, STATUS, f"={status}", evidence.result.status.text, CELL)
    page.text(row, NOMOR_LKE, book.contents.lke.get(indikator.kode, NONE), CENTRE)


def _brief(page: Page, text: str) -> str:
    return fitting(one_line(text), page.widths[INDIKATOR - 1], 3, " …")


# --- its chart, in Ringkasan


def bukti_description(book: Book) -> str:
    """What the chart of the evidence shows, in words."""
    complete = book.contents.complete
    return f"Grafik batang: kelengkapan butir bukti per komponen; {complete.counts[2]} dari {complete.total} belum ada."


def bukti_chart(workbook: Workbook, book: Book) -> Any:
    """Stacked bars: how many butir bukti have a link, per komponen."""
    table: Rows = book.places.bukti_table
    groups = book.contents.completeness
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked", "name": f"{NAME} kelengkapan bukti"})
    for at, (keadaan, column) in enumerate(zip(BUTIR, COUNTS, strict=True)):
        colours = EVIDENCE[keadaan]
        counts = [group.counts[at] for group in groups]
        ranges = f"={table.column(T_KODE)}", f"={table.column(column)}"
        add_stacked(chart, str(keadaan), *ranges, counts=counts, colours=colours)
    complete = book.contents.complete
    dress(chart, f"{complete.counts[2]} dari {complete.total} butir bukti belum mempunyai tautan")
    chart.set_x_axis({**axis(), "num_format": "0"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(bold=True), "line": {"color": LINE}})
    return chart
