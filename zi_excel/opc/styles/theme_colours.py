"""What follows a theme, made explicit: grafted tabs must look the same under staff's theme, whatever it is."""

from __future__ import annotations

from zi_excel.opc.package import xml

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
"""The Office theme's colours by their index, as the rendered package means them; staff's theme may have others."""


def make_explicit(element: xml.Element) -> None:
    """Makes theme colours RGB and takes font schemes away: staff's theme must not change how a grafted tab looks."""
    for item in list(element.iter("{*}scheme")):
        xml.remove(item)
    for item in element.iter("{*}color", "{*}fgColor", "{*}bgColor"):
        theme = xml.integer(item.attrib.pop("theme", None))
        if theme is not None:
            item.attrib.pop("tint", None)
            item.set("rgb", _THEME_RGB[theme] if 0 <= theme < len(_THEME_RGB) else "FF000000")
