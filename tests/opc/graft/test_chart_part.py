"""Charts that mean the same whatever version the workbook names."""

import io
import re
import zipfile

import pytest
import xlsxwriter

from zi_excel.opc.graft.chart_part import explicit
from zi_excel.opc.package import xml


def charts() -> list[bytes]:
    """A column chart with a line over it and custom labels, and a stacked bar, as XlsxWriter writes them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        column, line, bar = (book.add_chart({"type": kind}) for kind in ("column", "line", "bar"))
        labels = {"value": True, "custom": [{"value": "<1%"}, {"delete": True}, None]}
        column.add_series({"values": "=Sheet1!$A$1:$A$3", "data_labels": labels})
        line.add_series({"values": "=Sheet1!$B$1:$B$3"})
        column.combine(line)
        column.set_title({"name": "Judul"})
        bar.add_series({"values": "=Sheet1!$A$1:$A$3"})
        sheet.insert_chart("D1", column)
        sheet.insert_chart("D20", bar)
    with zipfile.ZipFile(out) as package:
        return [package.read(f"xl/charts/chart{number}.xml") for number in (1, 2)]


SHOWN = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]


@pytest.mark.parametrize("data", charts(), ids=["column", "bar"])
def test_every_flag_is_written(data):
    """No axis, label, title or series is left to a default; a label that is deleted stays just that."""
    root = xml.parse(explicit(data, "/xl/charts/chart1.xml"), "")
    for axis in ("catAx", "valAx"):
        for element in root.iter(f"{{*}}{axis}"):
            assert [xml.local(each) for each in element][:3] == ["axId", "scaling", "delete"]
    for element in (*root.iter("{*}dLbls"), *root.iter("{*}dLbl")):
        names = [xml.local(each) for each in element]
        if "delete" in names:
            assert not set(SHOWN) & set(names)
        else:
            assert [name for name in names if name in SHOWN] == SHOWN
    for element in (*root.iter("{*}barChart"), *root.iter("{*}lineChart")):
        assert xml.child(element, "varyColors").get("val") == "0"
    assert xml.child(root, "roundedCorners").get("val") == "0"


@pytest.mark.parametrize("data", charts(), ids=["column", "bar"])
def test_what_was_said_stays(data):
    """Only flags are added, all of them false; a second time changes nothing."""
    once = explicit(data, "")
    assert explicit(once, "") == once
    added = re.findall(rb'<c:(\w+) val="0"/>', once)
    assert set(added) >= {b"delete", b"roundedCorners", b"varyColors"}
    assert once.count(b'val="1"') == data.count(b'val="1"')
