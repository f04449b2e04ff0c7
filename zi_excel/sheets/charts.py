"""The native charts of Ringkasan.

Areas and lines differ by lightness, pattern and dash too, so that grey print tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.measure import Status
from zi_excel.report.opening import behind_title, course_title, status_title
from zi_excel.sheets.chart_looks import add_stacked, axis, dress, font
from zi_excel.sheets.figures import CAPAIAN, RENCANA
from zi_excel.sheets.layout import CHART_ROWS, COURSE_ROWS, TABLE_PLACES, CourseCol, MonevContents, RingkasanCol, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CAPAIAN_COLOUR,
    INK,
    LINE,
    MONTH,
    PAPER,
    PLAN_LINE_COLOUR,
    RENCANA_COLOUR,
    STATUS,
    WBBM_COLOUR,
    WBK_COLOUR,
)
from zi_excel.wording import NONE, long_date, percent

_ROW_PIXELS = 20  # of a row that nobody made higher
NAME = "Monev"
"""How the charts' names begin; those that staff draw are called "Chart 3" or "Bagan 3" by Excel."""


def insert_charts(page: Page, workbook: Workbook, monev: MonevContents) -> None:
    """Rencana against capaian, and the statuses, side by side under the section's title."""
    charts = (
        (rencana_chart(workbook, monev), rencana_description(monev)),
        (status_chart(workbook, monev), status_description(monev)),
    )
    place_charts(page, monev.layout.chart_row, CHART_ROWS - 1, charts)


def insert_course(page: Page, workbook: Workbook, monev: MonevContents) -> None:
    """Capaian against rencana over the year, as wide as the tab."""
    rows = monev.layout.course(len(monev.course))
    columns = (CourseCol.TANGGAL, CourseCol.RENCANA, CourseCol.CAPAIAN)
    chart = course_chart(workbook, course_title(monev.measurement), rows, columns)
    place_charts(page, monev.layout.course_row, COURSE_ROWS - 1, ((chart, course_description(monev.plan.year)),))


def place_charts(page: Page, row: int, rows: int, charts: Sequence[tuple[Any, str]]) -> None:
    """Puts charts side by side below a row, so many rows high, each with its description for those who can't see it."""
    width = round(sum(page.widths) * 7 + len(page.widths) * 5) // len(charts)
    for at, (chart, description) in enumerate(charts):
        chart.set_size({"width": width - 8, "height": rows * _ROW_PIXELS})
        options = {"x_offset": at * width, "y_offset": 2, "object_position": 2, "description": description}
        page.sheet.insert_chart(row, 0, chart, options)


def rencana_description(monev: MonevContents) -> str:
    """What the chart of rencana and capaian shows, in words."""
    per = long_date(monev.measurement.per)
    return f"Grafik kolom: rencana dan capaian per komponen per {per}, dengan garis WBK dan WBBM."


def status_description(monev: MonevContents) -> str:
    """What the chart of the statuses shows, in words."""
    per = long_date(monev.measurement.per)
    return f"Grafik batang: jumlah indikator menurut status per komponen per {per}."


def course_description(year: int) -> str:
    """What the chart of the course shows, in words."""
    return f"Grafik bidang dan garis: rencana tahun {year}, dan capaian pada setiap penyegaran (titik)."


def course_chart(workbook: Workbook, title: str, rows: Rows, columns: tuple[int, int, int]) -> Any:
    """The course of a year: rencana as a band, capaian as a line with a dot for each entry.

    title: what it says. rows, columns: where its numbers stand; the columns of day, rencana, capaian.
    """
    day, rencana, capaian = columns
    chart = workbook.add_chart({"type": "area", "name": f"{NAME} perjalanan"})
    days = f"={rows.column(day)}"
    chart.add_series(
        {
            "name": "Rencana",
            "categories": days,
            "values": f"={rows.column(rencana)}",
            "fill": {"color": RENCANA_COLOUR},
            "border": {"color": PLAN_LINE_COLOUR, "width": 1},
        }
    )
    reached = workbook.add_chart({"type": "line"})
    dot = {"color": CAPAIAN_COLOUR}
    reached.add_series(
        {
            "name": "Capaian",
            "categories": days,
            "values": f"={rows.column(capaian)}",
            "line": {"color": CAPAIAN_COLOUR, "width": 2.25},
            "marker": {"type": "circle", "size": 6, "fill": dot, "border": dot},
        }
    )
    chart.combine(reached)
    chart.show_blanks_as("span")  # capaian is known on the days of the entries only
    dress(chart, title)
    chart.set_y_axis({**axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_x_axis(month_axis())
    return chart


def month_axis() -> dict[str, object]:
    """The axis of the course's months."""
    return {
        "date_axis": True,
        "num_format": MONTH,
        "major_unit": 1,
        "major_unit_type": "months",
        "minor_unit": 1,
        "minor_unit_type": "months",
        "minor_tick_mark": "none",
        "num_font": font(),
        "line": {"color": LINE},
    }


def rencana_chart(workbook: Workbook, monev: MonevContents) -> Any:
    """Columns: rencana and capaian per komponen, with the lines of WBK and WBBM."""
    chart = workbook.add_chart({"type": "column", "name": f"{NAME} rencana dan capaian"})
    groups = monev.measurement.komponen
    for figure, colour in ((RENCANA, RENCANA_COLOUR), (CAPAIAN, CAPAIAN_COLOUR)):
        labels = [_custom(share) for share in map(figure.value, groups)]
        chart.add_series(
            {
                "name": figure.title.capitalize(),
                "categories": _range(monev, RingkasanCol.KODE),
                "values": _range(monev, TABLE_PLACES[figure.key]),
                "fill": {"color": colour},
                "border": {"color": INK, "width": 0.75},
                "data_labels": {
                    "value": True,
                    # At the foot of its bar, where no line passes: LibreOffice draws the lines over the labels.
                    "position": "inside_base",
                    "num_format": "0%",
                    **label_look(),
                    "custom": labels,
                },
                "gap": 60,
                "overlap": 0,
            }
        )
    lines = workbook.add_chart({"type": "line"})
    for name, share, column, colour, dash in (
        ("WBK", WBK, RingkasanCol.WBK, WBK_COLOUR, "dash"),
        ("WBBM", WBBM, RingkasanCol.WBBM, WBBM_COLOUR, "square_dot"),
    ):
        lines.add_series(
            {
                "name": f"Batas area LKE untuk {name} ({percent(share, 0)})",
                "categories": _range(monev, RingkasanCol.KODE),
                "values": _range(monev, column),
                "line": {"color": colour, "width": 2, "dash_type": dash},
                "marker": {"type": "none"} if len(groups) > 1 else {"type": "diamond", "size": 8},
            }
        )
    chart.combine(lines)
    dress(chart, behind_title(monev.measurement))
    chart.set_y_axis({**axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_x_axis({"num_font": font(bold=True), "line": {"color": LINE}})
    return chart


def _custom(share: float | None) -> dict[str, object] | None:
    """A label of its own where a rounded one would be untrue. It names its look, for it takes none from the others."""
    label = NONE if share is None else percent(share, 0)
    return {"value": label, **label_look()} if share is None or label[0] in "<>" else None


def label_look() -> dict[str, object]:
    """The look of a label that stands on an area."""
    return {"font": font(size=10), "fill": {"color": PAPER}}


def status_chart(workbook: Workbook, monev: MonevContents) -> Any:
    """Stacked bars: the statuses per komponen."""
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked", "name": f"{NAME} status"})
    groups = monev.measurement.komponen
    # What is done begins at the axis; what is not follows by its gravity.
    order = (
        Status.SELESAI,
        Status.BERJALAN,
        Status.BELUM_MULAI,
        Status.PERLU_PERHATIAN,
        Status.TERLAMBAT,
        Status.TIDAK_VALID,
    )
    for status in order:
        add_stacked(
            chart,
            status.text,
            _range(monev, RingkasanCol.KODE),
            _range(monev, TABLE_PLACES[status.value]),
            counts=[group.status[status] for group in groups],
            colours=STATUS[status],
        )
    dress(chart, status_title(monev.measurement))
    chart.set_x_axis({**axis(), "num_format": "0"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(bold=True), "line": {"color": LINE}})
    return chart


def _range(monev: MonevContents, column: int) -> str:
    return f"={monev.layout.ringkasan_komponen.column(column)}"
