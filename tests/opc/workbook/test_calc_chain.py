"""The calculation chain without the tabs that are replaced."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.workbook.calc_chain import without_sheets

HEAD = f'<calcChain xmlns="{xml.MAIN}">'


@pytest.mark.parametrize(
    ("chain", "gone", "after"),
    [
        ('<c r="A1" i="1"/><c r="A2"/>', {2}, '<c r="A1" i="1"/><c r="A2"/>'),
        ('<c r="A1" i="1"/><c r="A2"/><c r="A3" i="2"/>', {2}, '<c r="A1" i="1"/><c r="A2" i="1"/>'),
        ('<c r="A1" i="1"/><c r="A2"/><c r="A3" i="2"/><c r="A4"/>', {1}, '<c r="A3" i="2"/><c r="A4" i="2"/>'),
        ('<c r="A1" i="1" l="1"/><c r="A2" s="1"/>', {1}, None),
        ("", {1}, ""),
    ],
    ids=["not in it", "last", "first: its number is spelt out", "nothing left", "empty before"],
)
def test_without_sheets(chain, gone, after):
    """An entry without a sheet's number belongs to the sheet of the one before."""
    result = without_sheets(f"{HEAD}{chain}</calcChain>".encode(), gone, "")
    if after is None:
        assert result is None
    else:
        assert f"{HEAD}{after}</calcChain>" in result.decode() or (after == "" and chain == "")
