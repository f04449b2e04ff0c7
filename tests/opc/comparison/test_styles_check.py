"""What may change in the styles part: entries appended behind those that are there."""

import pytest
from compared_packages import STYLES, assert_clean, differing

FONT = '<font><sz val="8"/><color indexed="81"/><name val="Tahoma"/><family val="2"/></font>'


XF = '<xf numFmtId="164" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>'


XF_AFTER = '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1" xfId="0"/>'


WRONG = [
    ("a font", STYLES, FONT, FONT.replace("Tahoma", "Arial")),
    ("a cell format", STYLES, XF, XF.replace('fillId="2"', 'fillId="0"')),
    ("a cell format gone", STYLES, XF, ""),
    ("cell formats in another order", STYLES, XF + XF_AFTER, XF_AFTER + XF),
    ("a cell format in between", STYLES, XF, XF + XF),
    ("a number format's code", STYLES, 'formatCode="0.000"', 'formatCode="0.00"'),
    ("a number format's number", STYLES, 'numFmtId="165" formatCode', 'numFmtId="164" formatCode'),
    ("a fill", STYLES, 'rgb="FF00FF00"', 'rgb="FF00FF01"'),
    ("a border", STYLES, "<borders", '<borders foreign="1"'),
    ("a style's name", STYLES, 'name="Normal"', 'name="Biasa"'),
    ("a differential format", STYLES, "<dxf/>", "<dxf><font><b/></font></dxf>"),
    ("a wrong count", STYLES, '<cellXfs count="6"', '<cellXfs count="60"'),
    ("table styles", STYLES, "defaultTableStyle=", 'x="1" defaultTableStyle='),
    ("colours", STYLES, "</styleSheet>", "<colors/></styleSheet>"),
    ("styles that are no more XML", STYLES, "</styleSheet>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_with, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""
    assert list(found_with(part, old, new)) == [f"/{part}"]


def test_a_number_format_that_cells_use_unlisted(staff, refresh, mutate, compared):
    """A new entry must not give a meaning to a number that staff's cells use already."""
    path = mutate(staff, STYLES, ('numFmtId="164" fontId', 'numFmtId="170" fontId'))
    out, _ = refresh(path)
    assert_clean(compared(path, out))
    wrong = mutate(out, STYLES, ('numFmtId="171" formatCode', 'numFmtId="170" formatCode'), name="wrong")
    assert "nomor 170" in differing(compared(path, wrong))[f"/{STYLES}"][0]
