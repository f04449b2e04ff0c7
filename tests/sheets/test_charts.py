"""Charts and data bars show the columns that their names speak of."""

import io
import re
import zipfile
from datetime import date

import pytest
from lxml import etree
from openpyxl.utils.cell import range_boundaries

from zi_excel.history.course import course_of
from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.status import Status
from zi_excel.sheets.figures import FIGURES
from zi_excel.sheets.layout import (
    BLOCK_LABEL_ROW,
    BLOCK_PLACES,
    RINGKASAN_HEADER_ROW,
    TABLE_PLACES,
    CourseCol,
    layout_of,
)

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def charts_of(case, **options) -> list[etree._Element]:
    """The charts of Ringkasan: rencana and capaian, the statuses, the course."""
    with zipfile.ZipFile(io.BytesIO(case.render(**options))) as package:
        names = sorted(name for name in package.namelist() if name.startswith("xl/charts/chart"))
        return [etree.fromstring(package.read(name)) for name in names]


@pytest.fixture
def charts(half) -> list[etree._Element]:
    """Those of a year under way."""
    return charts_of(half)


@pytest.fixture
def ringkasan(half, read):
    """Ringkasan's cells, with the cached values."""
    return read(half.render(), values=True)["Monev Ringkasan"]


def plotted(chart, sheet) -> dict[str, tuple[str, list[object]]]:
    """Per series, by its name: the header over the cells that it plots, and these cells' values."""
    found = {}
    for series in chart.iterfind(".//c:ser", NS):
        (name,) = series.xpath("./c:tx//c:v/text()", namespaces=NS)
        (where,) = series.xpath("./c:val//c:f/text()", namespaces=NS)
        column, first, last_column, last = range_boundaries(where.rpartition("!")[2])
        assert (where.rpartition("!")[0].strip("'"), column) == (sheet.title, last_column)
        values = [sheet.cell(row, column).value for row in range(first, last + 1)]
        found[name] = sheet.cell(RINGKASAN_HEADER_ROW, column).value, values
    return found


@pytest.mark.slow
def test_the_komponen_plot_what_its_legend_says(charts, ringkasan, half):
    """Rencana under RENCANA, capaian under CAPAIAN, and each value is the measured one."""
    groups = half.measurement.komponen
    assert plotted(charts[0], ringkasan) == {
        "Rencana": ("RENCANA", pytest.approx([group.rencana for group in groups])),
        "Capaian": ("CAPAIAN", pytest.approx([group.capaian for group in groups])),
        "Batas area LKE untuk WBK (60%)": ("BATAS AREA WBK", [WBK] * 6),
        "Batas area LKE untuk WBBM (75%)": ("BATAS AREA WBBM", [WBBM] * 6),
    }


def test_the_statuses_plot_what_their_legend_says(charts, ringkasan, half):
    """Each count under the status' own sign and word."""
    groups = half.measurement.komponen
    assert plotted(charts[1], ringkasan) == {
        status.text: (status.text, [group.status[status] for group in groups]) for status in Status
    }


def test_both_name_the_komponen(charts, ringkasan, half):
    """The categories are the komponen's kode, in the rows of the values."""
    for chart in charts[:2]:
        for series in chart.iterfind(".//c:ser", NS):
            column, first, _, last = range_boundaries(series.find("./c:cat//c:f", NS).text.rpartition("!")[2])
            shown = [ringkasan.cell(row, column).value for row in range(first, last + 1)]
            assert shown == [group.kode for group in half.measurement.komponen]


@pytest.mark.slow
def test_the_course_plots_the_days_of_the_plan_and_of_the_entries(half, read):
    """Rencana on each day, capaian on those of the entries; blank between them, not 0, and the line goes on."""
    first = recorded(History(), half.measurement)
    half.per = date(2025, 11, 27)
    known = recorded(first.history, half.measurement)
    chart = charts_of(half, recording=known)[2]
    sheet = read(half.render(recording=known), values=True)["Monev Ringkasan"]
    rows = layout_of(half.plan, half.names).course(27)
    shown = {}
    for series in chart.iterfind(".//c:ser", NS):
        (name,) = series.xpath("./c:tx//c:v/text()", namespaces=NS)
        for part, column in (("cat", CourseCol.TANGGAL), ("val", CourseCol[name.upper()])):
            assert series.find(f"./c:{part}//c:f", NS).text == rows.column(column)
        shown[name] = [sheet.cell(row, CourseCol[name.upper()]).value for row in range(rows.first, rows.last + 1)]
    days = [sheet.cell(row, CourseCol.TANGGAL).value.date() for row in range(rows.first, rows.last + 1)]
    points = course_of(half.plan, known.history)
    assert days == [point.day for point in points]
    assert shown["Rencana"] == pytest.approx([point.rencana for point in points])
    assert shown["Capaian"] == [point.capaian for point in points]
    assert sum(value is not None for value in shown["Capaian"]) == 2
    assert chart.find(".//c:dispBlanksAs", NS).get("val") == "span"
    assert chart.find(".//c:dateAx", NS) is not None


def test_no_line_runs_through_a_label(charts):
    """Labels stand at the foot of their bars, on white; the lines run at 60 and 75 %."""
    labels = charts[0].findall(".//c:barChart/c:ser/c:dLbls", NS)
    assert [each.find("c:dLblPos", NS).get("val") for each in labels] == ["inBase", "inBase"]
    assert all(each.find("c:spPr", NS) is not None for each in labels)


def test_charts_depend_on_no_theme(plan_with):
    """Each text states its font, size and colour, each area and line its colour: staff's theme has others."""
    cases = plan_with(share=0.003, reported=True), plan_with(share=0.996, reported=True, others=1.0)
    for chart in (chart for case in cases for chart in charts_of(case)):
        for text in chart.xpath("//a:defRPr|//a:rPr", namespaces=NS):
            assert text.get("sz")
            assert text.find("a:latin", NS).get("typeface") == "Calibri"
            assert text.find("a:solidFill/a:srgbClr", NS) is not None
        for speaking in chart.xpath("//c:title|//c:legend|//c:catAx|//c:dateAx|//c:valAx|//c:dLbls", namespaces=NS):
            assert speaking.xpath("c:txPr|c:tx/c:rich", namespaces=NS), speaking.tag
        for drawn in chart.xpath(
            "/c:chartSpace|//c:plotArea|//c:ser|//c:majorGridlines|//c:catAx|//c:dateAx|//c:valAx", namespaces=NS
        ):
            assert drawn.find("c:spPr", NS) is not None, drawn.tag
        assert not chart.xpath("//a:schemeClr|//c:style", namespaces=NS)


def test_a_label_of_its_own_looks_like_the_others(plan_with):
    """`<1%` and `>99%` stand in the same letters on the same white."""
    for others, share, said in ((0.0, 0.003, "<1%"), (1.0, 0.996, ">99%")):
        labels = charts_of(plan_with(share=share, reported=True, others=others))[0].findall(".//c:dLbls", NS)[1]
        own = labels.find("c:dLbl", NS)
        assert own.xpath("string(.//a:t)", namespaces=NS) == said
        looks = [etree.tostring(each.find(".//a:defRPr", NS)) for each in (own, labels.find("c:txPr", NS))]
        fills = [etree.tostring(each.find("c:spPr", NS), with_tail=False) for each in (own, labels)]
        assert looks[0] == looks[1]
        assert fills[0] == fills[1]


def test_data_bars_stand_under_capaian(half, ringkasan):
    """In both tables, over all their rows, and in no other column."""
    with zipfile.ZipFile(io.BytesIO(half.render())) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    areas = re.findall(r'<conditionalFormatting sqref="([^"]+)"><cfRule type="dataBar"', sheet)
    layout, column = layout_of(half.plan, half.names), TABLE_PLACES["capaian"]
    assert [range_boundaries(area) for area in areas] == [
        (column, layout.ringkasan_komponen.first, column, layout.total_row),
        (column, layout.ringkasan_subkomponen.first, column, layout.ringkasan_subkomponen.last),
    ]
    for header in (RINGKASAN_HEADER_ROW, layout.ringkasan_subkomponen.first - 1):
        assert ringkasan.cell(header, column).value == "CAPAIAN"


def test_every_figure_has_its_place_and_its_title(half, ringkasan, read):
    """The layout's columns are those that the figures' titles stand over, in Ringkasan and in a komponen's block."""
    titles = {figure.key: figure.title for figure in FIGURES}
    assert set(TABLE_PLACES) == set(BLOCK_PLACES) == set(titles)
    shown = {key: ringkasan.cell(RINGKASAN_HEADER_ROW, column).value for key, column in TABLE_PLACES.items()}
    assert shown == titles
    block = read(half.render(), values=True)["Monev II"]
    assert {key: block.cell(BLOCK_LABEL_ROW, column).value for key, column in BLOCK_PLACES.items()} == titles
