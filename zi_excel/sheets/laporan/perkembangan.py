"""Perkembangan: each komponen and subkomponen over the months, as a heat map with numbers and trend lines."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.measure import Capaian
from zi_excel.sheets.charts import NAME
from zi_excel.sheets.figures import CAPAIAN, row_formulas
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.places import PERKEMBANGAN, SOURCE, Book
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    BAND_FILL,
    CAPAIAN_COLOUR,
    CELL,
    HEADER,
    HEAT_COLOUR,
    HONEST_SHARE,
    PAPER,
    SHARE,
    SIGN,
    WRAP,
    Look,
    look,
)
from zi_excel.wording import MONTHS, NONE

KODE, NAMA, FIRST_MONTH = 1, 2, 3
TREND = FIRST_MONTH + 12
WIDTHS = (8.0, 50.0, *(7.5,) * 12, 22.0)

_ONE_PAGE = 40
"""Rows that are printed on one page."""
_TREND_HEIGHT = 22.5  # points of a komponen's row
_HINT = (
    "Capaian pada akhir setiap bulan menurut riwayat penyegaran; bulan tanggal penilaian menurut Perhitungan. "
    f"{NONE} belum ada riwayat."
)
_KOMPONEN = look(CELL, bold=True, bg_color=BAND_FILL)


def write_perkembangan(page: Page, workbook: Workbook, book: Book) -> int:
    """Writes the sheet. Returns its last row."""
    write_heading(page, f"Perkembangan capaian tahun {book.monev.plan.year}, bulan demi bulan", book.monev)
    page.text(CONTEXT_ROW, 1, _HINT, SIGN)
    header = [Title.KODE, "KOMPONEN DAN SUBKOMPONEN", *(month[:3].upper() for month in MONTHS), "ARAH"]
    page.header(HEADER_ROW, header, HEADER)
    row = FIRST_ROW
    subs = {group.kode: group for group in book.contents.measurement.subkomponen}
    for area, group in zip(book.contents.plan.komponen, book.contents.measurement.komponen, strict=True):
        _write_group(page, row, group, book, _KOMPONEN)
        _draw_trend(page, workbook, row, group)
        row += 1
        for sub in area.subkomponen:
            _write_group(page, row, subs[sub.kode], book, CELL)
            row += 1
    last = max(row - 1, FIRST_ROW)
    if row == FIRST_ROW:
        page.blank(row, 1, len(WIDTHS), CELL)
    _heat(page, last)
    if last - FIRST_ROW < _ONE_PAGE:
        page.sheet.fit_to_pages(1, 1)
    page.sheet.freeze_panes(HEADER_ROW, NAMA)
    return last


def _write_group(page: Page, row: int, group: Capaian, book: Book, style: Look) -> None:
    months = book.contents.months
    shares = months.past.get(group.kode, ())
    page.text(row, KODE, group.kode, look(style, align="center"))
    page.text(row, NAMA, group.nama, look(style, WRAP) if style is CELL else look(style, text_wrap=True))
    shown = look(style, SHARE)
    for month in range(1, 13):
        column = FIRST_MONTH + month - 1
        if month == months.now:
            rows = book.places.of_group(group.kode)
            if rows is None:
                page.number(row, column, group.capaian, shown)
            else:
                page.formula(row, column, row_formulas([rows], SOURCE)[CAPAIAN.key], group.capaian, shown)
        elif month <= len(shares):
            page.number(row, column, shares[month - 1], shown)
        else:
            page.blank(row, column, column, style)
    page.blank(row, TREND, TREND, style)


def _draw_trend(page: Page, workbook: Workbook, row: int, group: Capaian) -> None:
    """A komponen's months as a line in its row: a chart of its own, since not every program knows sparklines."""
    page.height(row, _TREND_HEIGHT)
    cells = Rows(PERKEMBANGAN, row, row)
    chart = workbook.add_chart({"type": "line", "name": f"{NAME} arah {group.kode}"})
    dot = {"color": CAPAIAN_COLOUR}
    chart.add_series(
        {
            "name": f"Komponen {group.kode}",
            "values": f"={cells.cell(FIRST_MONTH)}:{cells.cell(TREND - 1).rpartition('!')[2]}",
            "line": {"color": CAPAIAN_COLOUR, "width": 1.75},
            "marker": {"type": "circle", "size": 4, "fill": dot, "border": dot},
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    hidden = {"visible": False, "major_gridlines": {"visible": False}}
    chart.set_x_axis(hidden)
    chart.set_y_axis({**hidden, "min": 0, "max": 1})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"fill": {"none": True}, "layout": {"x": 0.02, "y": 0.08, "width": 0.96, "height": 0.84}})
    chart.set_size({"width": round(WIDTHS[TREND - 1] * 7), "height": round(_TREND_HEIGHT / 0.75) - 2})
    words = f"Garis kecil: capaian komponen {group.kode} bulan demi bulan."
    page.sheet.insert_chart(
        *(row - 1, TREND - 1, chart), {"x_offset": 2, "y_offset": 1, "object_position": 2, "description": words}
    )


def _heat(page: Page, last: int) -> None:
    """The darker the more is done; the number stays readable in print without colours."""
    first = FIRST_ROW - 1, FIRST_MONTH - 1
    end = last - 1, TREND - 2
    for column in range(FIRST_MONTH, TREND):
        page.honest(FIRST_ROW, column, last, HONEST_SHARE)
    page.sheet.conditional_format(
        *(*first, *end),
        {
            "type": "2_color_scale",
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 1,
            "min_color": PAPER,
            "max_color": HEAT_COLOUR,
        },
    )
