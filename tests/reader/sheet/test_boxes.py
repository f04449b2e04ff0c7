"""Form controls over cells: where a box lies, and what holds its tick."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.reader.sheet.boxes import Control, control_of

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@pytest.mark.parametrize(
    ("inside", "control"),
    [
        ("<controlPr><anchor><from><col>7</col><row>4</row></from></anchor></controlPr>", Control("rId3", 5, 8)),
        ("<controlPr><anchor><from><col>x</col><row>4</row></from></anchor></controlPr>", None),
        ("<controlPr/>", None),
        ("", None),
    ],
)
def test_where_a_control_lies(inside, control):
    """The cell that its anchor starts in; the fallback for older programs says none."""
    assert control_of(xml.parse(f'<control {R} r:id="rId3">{inside}</control>'.encode(), "")) == control


def test_a_control_without_a_part_is_none():
    """Nothing tells what it is."""
    inside = "<controlPr><anchor><from><col>7</col><row>4</row></from></anchor></controlPr>"
    assert control_of(xml.parse(f"<control>{inside}</control>".encode(), "")) is None
