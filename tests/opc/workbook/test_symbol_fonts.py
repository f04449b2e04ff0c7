"""Fonts whose letters are signs."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.workbook.symbol_fonts import drawn, font_name


@pytest.mark.parametrize(
    ("text", "font", "sign"),
    [
        ("ü", "wingdings", "✓"), ("\uf0fe", "wingdings", "☑"), ("o", "wingdings", "☐"), ("P", "wingdings 2", "✓"),
        ("O", "wingdings 2", "✗"), ("£", "wingdings 2", "☐"), ("a", "webdings", "✓"), ("r", "marlett", "✗"),
        ("ü", None, "ü"), ("ü", "arial", "ü"), ("Juni", "wingdings", "Juni"), ("", "wingdings", ""),
        ("þ o", "wingdings", "☑ ☐"),
    ],
)  # fmt: skip
def test_how_a_letter_is_drawn(text, font, sign):
    """Known signs alone; a word that somebody left in that font stays a word."""
    assert drawn(text, font) == sign


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ('<font><name val="Wingdings 2"/></font>', "wingdings 2"),
        ('<rPr><rFont val=" WINGDINGS"/></rPr>', "wingdings"),
        ('<font><name val="Calibri"/></font>', None),
        ("<font/>", None),
    ],
)
def test_the_font_of_a_cell_or_a_run(properties, name):
    """Styles call it `name`, runs `rFont`."""
    assert font_name(xml.parse(properties.encode(), "")) == name
