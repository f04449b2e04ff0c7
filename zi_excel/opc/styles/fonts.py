"""What a workbook's theme and its Normal style say of fonts and colours.

The Normal style's font is what column widths and default row heights are measured by.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.digit_widths import digit_width

_MOST_POINTS = 409.0  # Excel's limit
_THEME_RGB = (
    "FFFFFFFF",
    "FF000000",
    "FFEEECE1",
    "FF1F497D",
    "FF4F81BD",
    "FFC0504D",
    "FF9BBB59",
    "FF8064A2",
    "FF4BACC6",
    "FFF79646",
    "FF0000FF",
    "FF800080",
)
"""The Office theme's colours by index: those that the rendered package means, whereas staff's theme may have others."""


class NormalFont(NamedTuple):
    """A font; by default Excel's own.

    size: in points. family: 1 Roman, 2 Swiss, 3 Modern; 0 where none is stated. themed: the theme's font that it
    follows (`scheme`, 18.8.35) where that differs from its name, else "".
    """

    name: str = "Calibri"
    size: float = 11.0
    family: int = 0
    themed: str = ""

    @property
    def digit_width(self) -> int:
        """Pixels of its widest digit at 96 dpi.

        Where name and theme disagree (programs change the name alone, Excel in East Asia writes its own language's),
        Excel takes the theme's font and LibreOffice the name. The narrower digit counts then: columns that are too wide
        in one of them show all, columns that are too narrow would not.
        """
        names = filter(None, (self.name, self.themed))
        return min(digit_width(name, self.size, self.family) for name in names)

    def same(self, other: NormalFont) -> bool:
        """Whether columns and rows are measured the same with both."""
        ours, others = ((font.name.lower(), font.size, font.themed.lower()) for font in (self, other))
        return ours == others


def normal_format(styles: xml.Element) -> int | None:
    """The index of the Normal style's format among the cellStyleXfs; None where there are no such formats."""
    if not xml.grandchildren(styles, "cellStyleXfs", "xf"):
        return None
    named = xml.grandchildren(styles, "cellStyles", "cellStyle")
    normal = next((item for item in named if item.get("builtinId") == "0"), None)
    return 0 if normal is None else xml.integer(normal.get("xfId")) or 0


def normal_font(styles: xml.Element, theme: Mapping[str, str]) -> NormalFont:
    """The Normal style's font.

    Where no style is Normal, the first format of styles counts; where there is none, the first of cells, then the first
    font.

    Args:
        styles: the root of the styles part.
        theme: the theme's typefaces by scheme.
    """
    of_styles, of_cells = (xml.grandchildren(styles, name, "xf") for name in ("cellStyleXfs", "cellXfs"))
    formats, at = (of_cells, 0) if (normal := normal_format(styles)) is None else (of_styles, normal)
    font = (xml.integer(formats[at].get("fontId")) if 0 <= at < len(formats) else None) or 0
    fonts = xml.grandchildren(styles, "fonts", "font")
    return _font(fonts[font], theme) if 0 <= font < len(fonts) else NormalFont()


def theme_fonts(package: Package) -> Mapping[str, str]:
    """The typeface of Latin text by scheme, "minor" and "major"; empty where there is no theme that can be read."""
    part = next((item.part for item in package.relationships(package.workbook_part).of_kind("theme")), None)
    typefaces: dict[str, str] = {}
    if part is None or part not in package:
        return typefaces
    with suppress(WorkbookError):  # a damaged theme counts as none: whether the file is refused is decided elsewhere
        root = package.root(part)
        for scheme in ("minor", "major"):
            latin = next(root.iterfind(f".//{{*}}{scheme}Font/{{*}}latin"), None)
            if latin is not None and (typeface := latin.get("typeface")):
                typefaces[scheme] = typeface
    return typefaces


def make_explicit(element: xml.Element) -> None:
    """Makes theme colours RGB and removes font schemes: staff's theme must not change how a grafted tab looks."""
    for item in list(element.iter("{*}scheme")):
        xml.remove(item)
    for item in element.iter("{*}color", "{*}fgColor", "{*}bgColor"):
        theme = xml.integer(item.attrib.pop("theme", None))
        if theme is not None:
            item.attrib.pop("tint", None)
            item.set("rgb", _THEME_RGB[theme] if 0 <= theme < len(_THEME_RGB) else "FF000000")


def _font(font: xml.Element, theme: Mapping[str, str]) -> NormalFont:
    default = NormalFont()
    themed = theme.get(_value(font, "scheme"), "")
    name = _value(font, "name") or themed or default.name
    return NormalFont(
        name=name,
        size=_points(_value(font, "sz")) or default.size,
        family=xml.integer(_value(font, "family")) or default.family,
        themed=themed if themed.lower() != name.lower() else default.themed,
    )


def _value(font: xml.Element, name: str) -> str:
    stated = xml.child(font, name)
    return "" if stated is None else str(stated.get("val", ""))


def _points(value: str) -> float | None:
    """A size in points; None where there is none that Excel would take."""
    try:
        size = float(value)
    except ValueError:
        return None
    return size if 1 <= size <= _MOST_POINTS else None
