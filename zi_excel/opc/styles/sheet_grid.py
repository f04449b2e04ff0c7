"""The grid of a rendered sheet in staff's workbook: columns and rows keep the pixels that they were rendered with.

Widths are counted in digits of the workbook's Normal font, and default heights follow that font; so the same numbers
would mean other pixels there, clip texts, and move the corners of charts, which are anchored to cells.
"""

from math import ceil, floor
from typing import NamedTuple

from zi_excel.opc.package import xml
from zi_excel.opc.styles.fonts import NormalFont

_STEPS = 256  # of a width's unit: Excel stores no finer one
_DIGITS = 8  # of a column that nobody sized (18.3.1.81, baseColWidth)
_WIDEST = 255.0  # Excel's limit


class SheetGrid(NamedTuple):
    """The Normal fonts that measure a sheet's grid. rendered: in the package it comes from; staff: in staff's."""

    rendered: NormalFont
    staff: NormalFont

    def keep(self, sheet: xml.Element) -> None:
        """Writes the sheet's widths and heights in staff's unit. Nothing changes where the fonts are the same.

        Args:
            sheet: the root of a rendered worksheet.
        """
        if self.rendered.same(self.staff):
            return
        properties = xml.child(sheet, "sheetFormatPr")
        if self.rendered.digit_width != self.staff.digit_width:
            self._keep_widths(sheet, properties)
        if properties is not None:
            _keep_heights(sheet, properties)

    def _keep_widths(self, sheet: xml.Element, properties: xml.Element | None) -> None:
        for column in sheet.iter("{*}col"):
            if (width := column.get("width")) is not None:
                column.set("width", self._width(self._pixels(float(width))))
        if properties is not None:
            stated = properties.get("defaultColWidth")
            base = xml.integer(properties.get("baseColWidth")) or _DIGITS
            pixels = self._default(base) if stated is None else self._pixels(float(stated))
            properties.set("defaultColWidth", self._width(pixels))

    def _pixels(self, width: float) -> int:
        """Pixels of a column of a width (18.3.1.13)."""
        unit = self.rendered.digit_width
        return floor((_STEPS * width + floor(_STEPS / 2 / unit)) / _STEPS * unit)

    def _default(self, digits: int) -> int:
        """Pixels of a column that has no width: its digits, padding and line, up to a multiple of 8."""
        unit = self.rendered.digit_width
        return 8 * ceil((digits * unit + 2 * ceil(unit / 4) + 1) / 8)

    def _width(self, pixels: int) -> str:
        """The width that Excel itself stores for so many pixels."""
        width = min(floor(pixels * _STEPS / self.staff.digit_width) / _STEPS, _WIDEST)
        return f"{width:.10g}"


def _keep_heights(sheet: xml.Element, properties: xml.Element) -> None:
    """States default heights, which Excel would otherwise fit to staff's Normal font when it opens the file."""
    height = properties.get("defaultRowHeight")
    properties.set("customHeight", "1")
    for row in sheet.iter("{*}row"):
        if row.get("ht") is None:
            row.set("ht", height)
            row.set("customHeight", "1")
