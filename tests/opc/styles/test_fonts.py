"""Which font widths are measured by, however a workbook says it."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.fonts import NormalFont, normal_font, normal_format, theme_fonts

FONTS = (
    '<fonts><font><sz val="10"/><name val="Arial"/><family val="2"/></font>'
    '<font><name val="Tahoma"/><sz val="9.5"/></font></fonts>'
)
NORMAL = (
    '<cellStyles><cellStyle name="Percent" xfId="0" builtinId="5"/><cellStyle xfId="1" builtinId="0"/></cellStyles>'
)
ARIAL, TAHOMA, EXCEL = NormalFont("Arial", 10, 2), NormalFont("Tahoma", 9.5), NormalFont("Calibri", 11)


def styles(inner):
    return xml.parse(f'<styleSheet xmlns="{xml.MAIN}">{inner}</styleSheet>'.encode(), "")


def xfs(name, *fonts):
    formats = "".join(f'<xf fontId="{font}"/>' for font in fonts)
    return f"<{name}>{formats}</{name}>"


@pytest.mark.parametrize(
    ("inner", "font", "at"),
    [
        (FONTS + xfs("cellStyleXfs", 0, 1) + xfs("cellXfs", 0) + NORMAL, TAHOMA, 1),
        (FONTS + xfs("cellStyleXfs", 1, 0) + xfs("cellXfs", 0), TAHOMA, 0),
        (FONTS + "<cellStyleXfs/>" + xfs("cellXfs", 1) + NORMAL, TAHOMA, None),
        (FONTS, ARIAL, None),
        (FONTS + "<cellStyleXfs><xf/><xf/></cellStyleXfs>" + NORMAL, ARIAL, 1),
        (FONTS + xfs("cellStyleXfs", 0) + NORMAL, ARIAL, 1),
        (FONTS + xfs("cellStyleXfs", 0, 7) + NORMAL, EXCEL, 1),
        ("<fonts/>" + xfs("cellStyleXfs", 0), EXCEL, 0),
        ("", EXCEL, None),
        ("<fonts><font><b/></font></fonts>", EXCEL, None),
        ('<fonts><font><sz val="0"/><name val="Arial"/></font></fonts>', NormalFont("Arial", 11), None),
        ('<fonts><font><sz val="besar"/><name val=""/></font></fonts>', EXCEL, None),
    ],
    ids=[
        "the style Normal",
        "no style is Normal",
        "no formats of styles",
        "no formats at all",
        "a format without a font",
        "a style without a format",
        "a font that is not there",
        "no fonts",
        "nothing",
        "neither name nor size",
        "no size",
        "neither can be read",
    ],
)
def test_which_font(inner, font, at):
    """The Normal style's, else the next best; Excel's own where nothing is stated."""
    assert normal_font(styles(inner), {}) == font
    assert normal_format(styles(inner)) == at


@pytest.mark.parametrize(
    ("scheme", "theme", "name", "themed", "width"),
    [
        ("minor", {"minor": "Arial"}, "Arial", "", 8),
        ("minor", {"minor": "ARIAL"}, "Arial", "", 8),
        ("minor", {"minor": "Calibri", "major": "Verdana"}, "Arial", "Calibri", 7),
        ("major", {"minor": "Calibri", "major": "Verdana"}, "Arial", "Verdana", 8),
        ("minor", {"minor": "Verdana"}, "", "Verdana", 10),
        ("none", {"minor": "Calibri"}, "Arial", "", 8),
        ("minor", {}, "Arial", "", 8),
        (None, {"minor": "Calibri"}, "Arial", "", 8),
    ],
)
def test_theme(scheme, theme, name, themed, width):
    """A font that follows the theme may be either, by the application: the narrower digit counts."""
    stated = f'<scheme val="{scheme}"/>' if scheme else ""
    found = normal_font(styles(f'<fonts><font><sz val="11"/><name val="{name}"/>{stated}</font></fonts>'), theme)
    assert found == NormalFont(name or themed, 11, 0, themed if name else "")
    assert found.digit_width == width


@pytest.mark.parametrize(
    ("change", "fonts"),
    [
        (lambda data: data, {"minor": "Calibri", "major": "Cambria"}),
        (lambda data: data.replace(b'<a:latin typeface="Calibri"/>', b'<a:latin typeface=""/>'), {"major": "Cambria"}),
        (lambda _: b"<theme/>", {}),
        (lambda data: data[:-9], {}),
        (None, {}),
    ],
    ids=["as made", "no typeface", "no fonts", "damaged", "no theme"],
)
def test_theme_fonts(staff, rezip, change, fonts):
    """The Latin typefaces of the workbook's theme; nothing where it can't be read."""
    with Package.open(rezip(staff, {"xl/theme/theme1.xml": change})) as package:
        assert theme_fonts(package) == fonts


@pytest.mark.parametrize(
    ("font", "same"),
    [
        (NormalFont(), True),
        (NormalFont("calibri", 11, 2), True),
        (NormalFont("Calibri", 12), False),
        (NormalFont("Aptos Narrow", 11), False),
        (NormalFont("Calibri", 11, 0, "Arial"), False),
    ],
)
def test_same(font, same):
    """Another family is no other font; another theme's font is."""
    assert font.same(NormalFont()) is same
