"""What may change where parts are registered: content types and the workbook part's relationships."""

import re

import pytest
from compared_packages import BOOK, RELS, TYPES, differing

PICTURE = '<Default Extension="png" ContentType="image/png"/>'


DRAWING = (
    '<Override PartName="/xl/drawings/drawing1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
)


THEME = 'relationships/theme" Target="theme/theme1.xml"/>'


WRONG = [
    ("a relationship retargeted", RELS, "theme/theme1.xml", "theme/theme2.xml"),
    ("a sheet's relationship retargeted", RELS, "worksheets/sheet1.xml", "worksheets/sheet2.xml"),
    ("a relationship's type", RELS, 'relationships/theme"', 'relationships/tema"'),
    ("a relationship external", RELS, THEME, THEME.replace("/>", ' TargetMode="External"/>')),
    ("a relationship gone", RELS, re.compile(r"<Relationship [^>]*vbaProject[^>]*>"), ""),
    ("a relationship more", RELS, "</Relationships>", '<Relationship Id="rId99" Type="x" Target="y"/></Relationships>'),
    ("relationships in another order", RELS, re.compile("(<Relationship [^>]*>)(<Relationship [^>]*>)"), r"\2\1"),
    ("a part's type", TYPES, DRAWING, DRAWING.replace("drawing+xml", "chart+xml")),
    ("a part's type gone", TYPES, DRAWING, ""),
    ("a type for no part", TYPES, "</Types>", '<Override PartName="/xl/no.xml" ContentType="x"/></Types>'),
    ("an extension's type", TYPES, PICTURE, PICTURE.replace("image/png", "image/gif")),
    ("an extension's type gone", TYPES, PICTURE, ""),
    ("an extension's type more", TYPES, PICTURE, PICTURE + PICTURE.replace("png", "jpeg")),
    ("types in another order", TYPES, re.compile("(<Default [^>]*>)(<Default [^>]*>)"), r"\2\1"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_with, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""
    assert list(found_with(part, old, new)) == [f"/{part}"]


LOST = b'<sheet name="Hilang" sheetId="77" r:id="rId8"/></sheets>'


def test_an_id_that_led_nowhere(staff, refresh, rezip, compared):
    """A new relationship must not become what staff's broken one was meant for."""
    path = rezip(staff, {BOOK: lambda data: data.replace(b"</sheets>", LOST)})
    out, _ = refresh(rezip(path, {BOOK: lambda data: data.replace(LOST, b"</sheets>")}, name="whole"))
    taken_over = rezip(
        out,
        {BOOK: lambda data: data.replace(b'<sheet name="Tab One"', LOST[:-9] + b'<sheet name="Tab One"')},
        name="taken",
    )
    assert "rId8" in differing(compared(path, taken_over))[f"/{RELS}"][0]
