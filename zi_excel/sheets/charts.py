"""The native charts of Ringkasan.

Areas and lines differ by lightness, pattern and dash too, so that grey print tells them apart.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook

from zi_excel.lke import WBBM, WBK
from zi_excel.measure import Status
from zi_excel.sheets.figures import CAPAIAN, RENCANA
from zi_excel.sheets.layout import CHART_ROWS, COURSE_ROWS, TABLE_PLACES, CourseCol, Report, RingkasanCol
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CAPAIAN_COLOUR,
    FONT,
    INK,
    LINE,
    PAPER,
    PLAN_LINE_COLOUR,
    RENCANA_COLOUR,
    STATUS,
    WBBM_COLOUR,
    WBK_COLOUR,
)
from zi_excel.wording import NONE, long_date, percent

_ROW_PIXELS = 20  # of a row that nobody made higher
_SIZE = 9
_NAME = "Monev"
"""What the charts' names start with; Excel calls those that staff draw "Chart 3" or "Bagan 3"."""


_HEIGHT = (CHART_ROWS - 1) * _ROW_PIXELS


def insert_charts(page: Page, workbook: Workbook, report: Report) -> None:
    """Rencana against capaian, and the statuses, side by side under the section's title."""
    half = _width(page) // 2
    per = long_date(report.measurement.per)
    for chart, offset, said in (
        (
            _against_plan(workbook, report),
            0,
            f"Grafik kolom: rencana dan capaian per komponen per {per}, dengan garis WBK dan WBBM.",
        ),
        (_statuses(workbook, report), half, f"Grafik batang: jumlah indikator menurut status per komponen per {per}."),
    ):
        chart.set_size({"width": half - 8, "height": _HEIGHT})
        options = {"x_offset": offset, "y_offset": 2, "object_position": 2, "description": said}
        page.sheet.insert_chart(report.layout.chart_row, 0, chart, options)


def insert_course(page: Page, workbook: Workbook, report: Report) -> None:
    """Capaian against rencana over the year, as wide as the tab."""
    chart = _course(workbook, report)
    chart.set_size({"width": _width(page) - 8, "height": (COURSE_ROWS - 1) * _ROW_PIXELS})
    said = f"Grafik garis: capaian pada setiap penyegaran terhadap rencana tahun {report.plan.year}."
    options = {"x_offset": 0, "y_offset": 2, "object_position": 2, "description": said}
    page.sheet.insert_chart(report.layout.course_row, 0, chart, options)


def _width(page: Page) -> int:
    """Of the tab's columns, in pixels."""
    return round(sum(page.widths) * 7 + len(page.widths) * 5)


def _course(workbook: Workbook, report: Report) -> Any:
    chart = workbook.add_chart({"type": "line", "name": f"{_NAME} perjalanan"})
    rows = report.layout.course(len(report.course))
    for name, column, line, marker in (
        (
            "Rencana",
            CourseCol.RENCANA,
            {"color": PLAN_LINE_COLOUR, "width": 2.25, "dash_type": "dash"},
            {"type": "none"},
        ),
        (
            "Capaian",
            CourseCol.CAPAIAN,
            {"color": CAPAIAN_COLOUR, "width": 2.25},
            {"type": "circle", "size": 6, "fill": {"color": CAPAIAN_COLOUR}, "border": {"color": CAPAIAN_COLOUR}},
        ),
    ):
        chart.add_series(
            {
                "name": name,
                "categories": f"={rows.column(CourseCol.TANGGAL)}",
                "values": f"={rows.column(column)}",
                "line": line,
                "marker": marker,
            }
        )
    chart.show_blanks_as("span")  # capaian is known on the days of the entries only
    _dress(chart, f"Perjalanan capaian terhadap rencana tahun {report.plan.year}")
    chart.set_y_axis({**_axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_x_axis(
        {
            "date_axis": True,
            "num_format": "mmm yy",
            "major_unit": 1,
            "major_unit_type": "months",
            "minor_unit": 1,
            "minor_unit_type": "months",
            "minor_tick_mark": "none",
            "num_font": _font(),
            "line": {"color": LINE},
        }
    )
    return chart


def _font(**more: object) -> dict[str, object]:
    return {"name": FONT, "size": _SIZE, "color": INK, "bold": False, **more}


def _against_plan(workbook: Workbook, report: Report) -> Any:
    chart = workbook.add_chart({"type": "column", "name": f"{_NAME} rencana dan capaian"})
    groups = report.measurement.komponen
    for figure, colour in ((RENCANA, RENCANA_COLOUR), (CAPAIAN, CAPAIAN_COLOUR)):
        labels = [_custom(share) for share in map(figure.value, groups)]
        chart.add_series(
            {
                "name": figure.title.capitalize(),
                "categories": _range(report, RingkasanCol.KODE),
                "values": _range(report, TABLE_PLACES[figure.key]),
                "fill": {"color": colour},
                "border": {"color": INK, "width": 0.75},
                "data_labels": {
                    "value": True,
                    # At the foot of its bar, where no line passes: LibreOffice draws the lines over the labels.
                    "position": "inside_base",
                    "num_format": "0%",
                    **_label_look(),
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
                "categories": _range(report, RingkasanCol.KODE),
                "values": _range(report, column),
                "line": {"color": colour, "width": 2, "dash_type": dash},
                "marker": {"type": "none"} if len(groups) > 1 else {"type": "diamond", "size": 8},
            }
        )
    chart.combine(lines)
    _dress(chart, f"Rencana dan capaian per komponen, per {long_date(report.measurement.per)}")
    chart.set_y_axis({**_axis(), "min": 0, "max": 1, "major_unit": 0.25, "num_format": "0%"})
    chart.set_x_axis({"num_font": _font(bold=True), "line": {"color": LINE}, "name": "Komponen", "name_font": _font()})
    return chart


def _custom(share: float | None) -> dict[str, object] | None:
    """A label of its own where a rounded one would be untrue. It states its look: it takes none from the others."""
    said = NONE if share is None else percent(share, 0)
    return {"value": said, **_label_look()} if share is None or said[0] in "<>" else None


def _label_look() -> dict[str, object]:
    return {"font": _font(size=8), "fill": {"color": PAPER}}


def _statuses(workbook: Workbook, report: Report) -> Any:
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked", "name": f"{_NAME} status"})
    groups = report.measurement.komponen
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
        colours = STATUS[status]
        area: dict[str, object] = {"fill": {"color": colours.strong}}
        if colours.pattern:
            area = {"pattern": {"pattern": colours.pattern, "fg_color": colours.strong, "bg_color": PAPER}}
        chart.add_series(
            {
                "name": status.text,
                "categories": _range(report, RingkasanCol.KODE),
                "values": _range(report, TABLE_PLACES[status.value]),
                "border": {"color": INK, "width": 0.75},
                "data_labels": {
                    "value": True,
                    "num_format": "0",
                    "font": _font(size=8, bold=True),
                    "fill": {"color": PAPER},
                    # A count of 0 has no area, and its label would stand in another's.
                    "custom": [None if group.status[status] else {"delete": True} for group in groups],
                },
                "gap": 40,
                **area,
            }
        )
    _dress(chart, f"Jumlah indikator menurut status, per {long_date(report.measurement.per)}")
    chart.set_x_axis({**_axis(), "num_format": "0"})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": _font(bold=True), "line": {"color": LINE}})
    return chart


def _axis() -> dict[str, object]:
    return {
        "num_font": _font(),
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": "#D9DEE4"}},
    }


def _dress(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font(size=11, bold=True), "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font()})
    chart.set_chartarea({"border": {"color": LINE}, "fill": {"color": PAPER}})
    chart.set_plotarea({"fill": {"color": PAPER}})


def _range(report: Report, column: int) -> str:
    return f"={report.layout.ringkasan_komponen.column(column)}"
