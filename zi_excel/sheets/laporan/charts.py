"""The charts that only the evaluator's workbook has: the year's course, and the evidence per komponen."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.workbook import Workbook

from zi_excel.evidence import BUTIR, Keadaan
from zi_excel.measure import Status
from zi_excel.sheets.charts import NAME, axis, dress, font
from zi_excel.sheets.laporan.bukti import COUNTS, T_KODE
from zi_excel.sheets.laporan.course_table import CAPAIAN, RENCANA, TANGGAL
from zi_excel.sheets.laporan.parts import serial
from zi_excel.sheets.laporan.places import Book
from zi_excel.sheets.layout import Rows
from zi_excel.sheets.style import CAPAIAN_COLOUR, INK, LINE, MUTED, PAPER, STATUS
from zi_excel.wording import long_date

_EVIDENCE: dict[Keadaan, tuple[str, str | None]] = {
    Keadaan.TERTAUT: (STATUS[Status.SELESAI].strong, None),
    Keadaan.BERSAMA: (STATUS[Status.BERJALAN].strong, STATUS[Status.BERJALAN].pattern),
    Keadaan.BELUM: (STATUS[Status.TERLAMBAT].strong, STATUS[Status.TERLAMBAT].pattern),
}


def course_said(book: Book) -> str:
    """What the chart of the course shows, in words."""
    return (
        f"Grafik garis: rencana kumulatif sepanjang tahun {book.contents.plan.year} dan capaian sampai dengan "
        f"{long_date(book.contents.measurement.per)}."
    )


def course_chart(workbook: Workbook, book: Book) -> Any:
    """The planned course as a line, what was reached as marked points."""
    table, year = book.places.course, book.contents.plan.year
    chart = workbook.add_chart({"type": "scatter", "subtype": "straight", "name": f"{NAME} jalannya tahun"})
    for name, column, look in (
        (
            "Rencana kumulatif",
            RENCANA,
            {"line": {"color": MUTED, "width": 2, "dash_type": "dash"}, "marker": {"type": "none"}},
        ),
        (
            "Capaian",
            CAPAIAN,
            {
                "line": {"color": CAPAIAN_COLOUR, "width": 2.25},
                "marker": {
                    "type": "diamond",
                    "size": 9,
                    "fill": {"color": CAPAIAN_COLOUR},
                    "border": {"color": INK},
                },
            },
        ),
    ):
        chart.add_series(
            {
                "name": name,
                "categories": f"={table.column(TANGGAL)}",
                "values": f"={table.column(column)}",
                **look,
            }
        )
    chart.show_blanks_as("span")
    dress(chart, f"Jalannya rencana dan capaian sepanjang {year}")
    chart.set_y_axis({**axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    days = [point.day for point in book.contents.course]
    first, last = min(date(year, 1, 1), *days), max(date(year, 12, 31), *days)
    chart.set_x_axis(
        {
            "min": serial(first),
            "max": serial(last),
            "major_unit": max(31, (last - first).days // 11),  # so that each month is named once
            "num_format": "[$-421]mmm" if first.year == last.year else "[$-421]mmm yy",
            "num_font": font(size=8),
            "line": {"color": LINE},
            "major_gridlines": {"visible": False},
        }
    )
    return chart


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
        area: dict[str, object] = {"fill": {"color": colour}}
        if pattern:
            area = {"pattern": {"pattern": pattern, "fg_color": colour, "bg_color": PAPER}}
        chart.add_series(
            {
                "name": str(keadaan),
                "categories": f"={table.column(T_KODE)}",
                "values": f"={table.column(column)}",
                "border": {"color": INK, "width": 0.75},
                "data_labels": {
                    "value": True,
                    "num_format": "0",
                    "font": font(size=8, bold=True),
                    "fill": {"color": PAPER},
                    # A count of 0 has no area, and its label would stand in another's.
                    "custom": [None if group.counts[at] else {"delete": True} for group in groups],
                },
                "gap": 40,
                **area,
            }
        )
    dress(chart, "Kelengkapan bukti: jumlah butir menurut keadaan tautannya")
    chart.set_x_axis({**axis(), "num_format": "0"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(bold=True), "line": {"color": LINE}})
    return chart
