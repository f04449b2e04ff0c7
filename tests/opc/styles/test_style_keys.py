"""Entries of a styles part have one key where they mean the same, and two where they don't."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.styles.style_keys import key


def key_of(text, **options):
    return key(xml.parse(text.encode(), ""), **options)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<font><b/><sz val='11'/></font>", "<font><sz val='11.0'/><b val='1'/></font>"),
        ("<font><b val='0'/><u val='none'/></font>", "<font/>"),
        ("<font><charset val='1'/></font>", "<font/>"),
        ("<font><color rgb='ff00aa00'/></font>", "<font><color rgb='FF00AA00'/></font>"),
        ("<border><left/><right style='none'/></border>", "<border/>"),
        ("<fill><patternFill/></fill>", "<fill><patternFill patternType='none'/></fill>"),
        (
            "<fill><patternFill patternType='solid'><fgColor rgb='FF1'/><bgColor indexed='64'/></patternFill></fill>",
            "<fill><patternFill patternType='solid'><fgColor rgb='FF1'/></patternFill></fill>",
        ),
        ("<xf numFmtId='0' fontId='2' applyFont='1'/>", "<xf fontId='2'/>"),
        ("<xf><alignment horizontal='general' wrapText='false'/></xf>", "<xf applyAlignment='1'/>"),
        ("<xf><protection locked='1'/></xf>", "<xf/>"),
    ],
)
def test_the_same(one, other):
    """Order, defaults, numbers and flags as different programs write them."""
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<font><b/></font>", "<font/>"),
        ("<font><name val='Arial'/></font>", "<font><name val='arial'/></font>"),
        ("<font><charset val='204'/></font>", "<font/>"),
        ("<xf fontId='1'/>", "<xf fontId='2'/>"),
        ("<xf><alignment wrapText='1'/></xf>", "<xf/>"),
        ("<xf applyFill='0' fillId='2'/>", "<xf fillId='2'/>"),
        ("<numFmt formatCode='0'/>", "<numFmt formatCode='0.0'/>"),
        ("<dxf><font><b val='0'/></font></dxf>", "<dxf/>"),
        ("<dxf><border><left/></border></dxf>", "<dxf><border/></dxf>"),
    ],
)
def test_not_the_same(one, other):
    """What shows otherwise; in a differential format an empty element says something."""
    assert key_of(one) != key_of(other)


def test_numbers_of_number_formats():
    """A custom number that means a built-in format counts as that."""
    assert key_of("<xf numFmtId='190'/>", numbers={190: 0}) == key_of("<xf/>")
    assert key_of("<xf numFmtId='191'/>", numbers={190: 0}) != key_of("<xf/>")
