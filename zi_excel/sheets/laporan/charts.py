"""The chart that only the evaluator's workbook has: the evidence per komponen."""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.measure import Status
from zi_excel.report.registers import BUTIR, Keadaan
from zi_excel.sheets.chart_looks import add_stacked, axis, dress, font
from zi_excel.sheets.charts import NAME
from zi_excel.sheets.laporan.bukti import COUNTS, T_KODE
from zi_excel.sheets.laporan.places import Book
from zi_excel.sheets.layout import Rows
from zi_excel.sheets.style import LINE, STATUS

_EVIDENCE: dict[Keadaan, tuple[str, str | None]] = {
    Keadaan.TERTAUT: (STATUS[Status.SELESAI].strong, None),
    Keadaan.BERSAMA: (STATUS[Status.BERJALAN].strong, STATUS[Status.BERJALAN].pattern),
    Keadaan.BELUM: (STATUS[Status.TERLAMBAT].strong, STATUS[Status.TERLAMBAT].pattern),
}


def bukti_said(book: Book) -> str:
    """What the chart of the evidence shows, in words."""
    complete = book.contents.complete
    return f"Grafik batang: kelengkapan butir bukti per komponen; {complete.counts[2]} dari {complete.total} belum ada."


def bukti_chart(workbook: Workbook, book: Book) -> Any:
    """Stacked bars: how many butir bukti have a link."""
    table: Rows = book.places.bukti_table
    groups = book.contents.completeness
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked", "name": f"{NAME} kelengkapan bukti"})
    for at, (keadaan, column) in enumerate(zip(BUTIR, COUNTS, strict=True)):
        colour, pattern = _EVIDENCE[keadaan]
        counts = [group.counts[at] for group in groups]
        ranges = f"={table.column(T_KODE)}", f"={table.column(column)}"
        add_stacked(chart, str(keadaan), *ranges, counts=counts, colour=colour, pattern=pattern)
    dress(chart, "Kelengkapan bukti: jumlah butir menurut keadaan tautannya")
    chart.set_x_axis({**axis(), "num_format": "0"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(bold=True), "line": {"color": LINE}})
    return chart
