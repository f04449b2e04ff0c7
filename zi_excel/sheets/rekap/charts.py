"""The charts of Ringkasan: the kantor in order or their distribution, the spread of the komponen, the year's course."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import Any, NamedTuple

from xlsxwriter.workbook import Workbook

from zi_excel.kantor.opening import course_title, kantor_title, komponen_title
from zi_excel.measuring.status import Status
from zi_excel.sheets.chart_looks import axis, dress, font
from zi_excel.sheets.charts import NAME, course_chart, month_axis, place_charts
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.kantor import CAPAIAN, NAMA, rows_of
from zi_excel.sheets.rekap.numbers import (
    CLASS,
    COUNTED,
    DAY_COLUMN,
    KODE,
    LOWEST,
    MEAN,
    PLAN,
    PLANNED,
    REACHED,
    TO_HIGHEST,
    TO_MEAN,
    Numbers,
)
from zi_excel.sheets.rekap.places import Book
from zi_excel.sheets.style import CAPAIAN_COLOUR, INK, LINE, RENCANA_COLOUR, STATUS
from zi_excel.wording import long_date, percent

PLAN_MARK = STATUS[Status.PERLU_PERHATIAN].strong
MOST_IN_ORDER = 40
"""Kantor that are shown one by one; of more, how many reach what."""
HALF_ROWS = 16
"""Rows of the charts of komponen and course, side by side."""
_ROW_PIXELS = 20
_BAR_PIXELS = 17
_BESIDE_BARS = 70  # pixels of title and axis
_LEAST_ROWS, _DISTRIBUTION_ROWS = 10, 16


class ChartRows(NamedTuple):
    """Where the charts stand: komponen and course below the first row, the kantor below the second, in so many rows."""

    first: int
    second: int
    kantor: int


def kantor_rows(book: Book) -> int:
    """How many rows the chart of the kantor takes."""
    count = len(book.rekap.kantor)
    if count > MOST_IN_ORDER:
        return _DISTRIBUTION_ROWS
    return max(_LEAST_ROWS, ceil((count * _BAR_PIXELS + _BESIDE_BARS) / _ROW_PIXELS))


def insert_charts(page: Page, workbook: Workbook, book: Book, numbers: Numbers, rows: ChartRows) -> None:
    """Puts the charts into their rows."""
    rekap = book.rekap
    course = course_chart(workbook, course_title(rekap), numbers.course, (DAY_COLUMN, PLAN, REACHED))
    # The whole year, wherever the histories begin; on an axis of its own a single day would look like January.
    year = {"min": date(rekap.tahun, 1, 1), "max": date(rekap.tahun, 12, 31)}
    course.set_x_axis({**month_axis(), **(year if rekap.per.year == rekap.tahun else {})})
    beside = (
        (komponen_chart(workbook, book, numbers), komponen_description(book)),
        (course, course_description(book)),
    )
    place_charts(page, rows.first, HALF_ROWS, beside)
    few = len(rekap.kantor) <= MOST_IN_ORDER
    kantor = kantor_chart(workbook, book) if few else distribution_chart(workbook, book, numbers)
    place_charts(page, rows.second - 1, rows.kantor, ((kantor, kantor_description(book)),))


def kantor_chart(workbook: Workbook, book: Book) -> Any:
    """Bars: the capaian of each kantor in order, the highest on top."""
    chart = workbook.add_chart({"type": "bar", "name": f"{NAME} kantor"})
    rows = rows_of(book)
    chart.add_series(
        {
            "name": "Capaian",
            "categories": f"={rows.column(NAMA)}",
            "values": f"={rows.column(CAPAIAN)}",
            "fill": {"color": CAPAIAN_COLOUR},
            "border": {"color": INK, "width": 0.5},
            "data_labels": {"value": True, "position": "outside_end", "num_format": "0%", "font": font(size=10)},
            "gap": 35,
        }
    )
    dress(chart, kantor_title(book.rekap))
    chart.set_legend({"none": True})
    chart.set_x_axis({**axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(size=10), "line": {"color": LINE}})
    return chart


def distribution_chart(workbook: Workbook, book: Book, numbers: Numbers) -> Any:
    """Columns: how many kantor lie in each tenth."""
    chart = workbook.add_chart({"type": "column", "name": f"{NAME} sebaran"})
    chart.add_series(
        {
            "name": "Kantor",
            "categories": f"={numbers.bins.column(CLASS)}",
            "values": f"={numbers.bins.column(COUNTED)}",
            "fill": {"color": CAPAIAN_COLOUR},
            "border": {"color": INK, "width": 0.5},
            "data_labels": {"value": True, "position": "outside_end", "num_format": "0", "font": font(size=10)},
            "gap": 10,
        }
    )
    dress(chart, kantor_title(book.rekap))
    chart.set_legend({"none": True})
    chart.set_y_axis({**axis(), "min": 0, "num_format": "0"})
    chart.set_x_axis({"num_font": font(), "line": {"color": LINE}})
    return chart


def komponen_chart(workbook: Workbook, book: Book, numbers: Numbers) -> Any:
    """Boxes from the lowest kantor to the highest, parted at the mean; marks for the means of capaian and rencana."""
    chart = workbook.add_chart({"type": "column", "subtype": "stacked", "name": f"{NAME} rentang komponen"})
    rows = numbers.spread
    for name, column, look in (
        ("Terendah", LOWEST, {"fill": {"none": True}, "border": {"none": True}}),
        ("Terendah s.d. rata-rata", TO_MEAN, _area(RENCANA_COLOUR)),
        ("Rata-rata s.d. tertinggi", TO_HIGHEST, _area(CAPAIAN_COLOUR)),
    ):
        chart.add_series(
            {
                "name": name,
                "categories": f"={rows.column(KODE)}",
                "values": f"={rows.column(column)}",
                "gap": 60,
                **look,
            }
        )
    marks = workbook.add_chart({"type": "line"})
    for name, column, shape, colour in (
        ("Rata-rata capaian", MEAN, "circle", INK),
        ("Rata-rata rencana", PLANNED, "diamond", PLAN_MARK),
    ):
        marks.add_series(
            {
                "name": name,
                "categories": f"={rows.column(KODE)}",
                "values": f"={rows.column(column)}",
                "line": {"none": True},
                "marker": {
                    "type": shape,
                    "size": 8,
                    "fill": {"color": colour},
                    "border": {"color": INK, "width": 0.75},
                },
            }
        )
    chart.combine(marks)
    dress(chart, komponen_title(book.rekap))
    chart.set_legend({"position": "bottom", "font": font(), "delete_series": [0]})
    chart.set_y_axis({**axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_x_axis({"num_font": font(bold=True), "line": {"color": LINE}})
    return chart


def _area(colour: str) -> dict[str, object]:
    return {"fill": {"color": colour}, "border": {"color": INK, "width": 0.75}}


# --- the same in words, for those who can't see them


def kantor_description(book: Book) -> str:
    """What the chart of the kantor shows, with its ends."""
    rekap = book.rekap
    if not rekap.kantor:
        return "Grafik kosong: tidak ada kantor."
    first, last = (rekap.kantor[place] for place in (book.ranked[0], book.ranked[-1]))
    kind = "Grafik batang: capaian" if len(rekap.kantor) <= MOST_IN_ORDER else "Grafik kolom: sebaran capaian"
    return (
        f"{kind} {len(rekap.kantor)} kantor per {long_date(rekap.per)}, tertinggi {one_line(first.nama)[:80]} "
        f"{percent(first.total.capaian)}, terendah {one_line(last.nama)[:80]} {percent(last.total.capaian)}."
    )


def komponen_description(book: Book) -> str:
    """What the chart of the komponen shows, with its numbers."""
    each = "; ".join(
        f"{figures.kode or one_line(figures.nama)[:40]} {percent(figures.spread.terendah, 0)} sampai "
        f"{percent(figures.spread.tertinggi, 0)}, rata-rata {percent(figures.spread.rata_rata, 0)}"
        for figures in book.rekap.komponen
    )
    return f"Grafik kolom: rentang capaian kantor per komponen. {each}."


def course_description(book: Book) -> str:
    """What the chart of the course shows, with its ends."""
    course = book.rekap.course
    if not course:
        return "Grafik kosong: tidak ada kantor."
    return (
        f"Grafik garis: rata-rata capaian dan rencana kantor, {long_date(course[0].day)} "
        f"{percent(course[0].rata_rata)} sampai {long_date(course[-1].day)} {percent(course[-1].rata_rata)}."
    )
