"""Number formats: which cells are dates, whether a date shows its day, and how a number reads."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Self

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import is_struck
from zi_excel.opc.workbook.symbol_fonts import font_name
from zi_excel.plan.patterns import pattern
from zi_excel.wording import MONTHS, long_date

# ECMA-376 part 1, 18.8.30: the formats that are known by a number alone.
_BUILTIN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
} | dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd")  # East Asian dates, by the user's locale

_NO_CODE = pattern(
    r'"[^"]*"?'  # quoted text
    r"|\\.|_.|\*."  # an escaped character, a space as wide as one, a filling one
    r"|\[(?!h+\]|m+\]|s+\])[^\]]*\]"  # colour, condition, locale; [h] [m] [s] are elapsed time
    r"|General|e[+-]|am/pm|a/p",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = pattern(r"\[?(y+|b+|e+|g+|m+|d+|h+|s+)\]?", re.IGNORECASE)


class NumberFormat(NamedTuple):
    """A format code, understood. is_date: it shows a day, month or year; shows_day, shows_month: it shows that."""

    code: str
    is_date: bool
    shows_day: bool
    shows_month: bool = False

    @property
    def shows_year_alone(self) -> bool:
        """Whether it shows a date's year and nothing else of it (`yyyy`)."""
        return self.is_date and not self.shows_day and not self.shows_month

    @classmethod
    def of(cls, code: str) -> Self:
        """Reads a format code; its first section decides."""
        section = _NO_CODE.sub(lambda match: "" if match[0][:1] in '"\\_*[' else " ", code).split(";", 1)[0]
        parts = [match[0].lower() for match in _TOKEN.finditer(section)]
        elapsed = any(part.startswith("[") for part in parts)
        has_day = any(part[0] == "d" for part in parts)
        has_month = any(_is_month(parts, at) for at in range(len(parts)))
        is_date = not elapsed and (has_day or has_month or any(part[0] in "yeb" for part in parts))
        return cls(code, is_date, is_date and has_day, is_date and has_month)

    def number(self, value: float) -> str:
        """A number as a person reads it, with a decimal comma: `75%`, `0,75`, `12`."""
        if "%" in self.code and not self.is_date:
            return f"{_decimal(value * 100)}%"
        return _decimal(value)

    def day(self, day: date) -> str:
        """A date as a person reads it: `31 Maret 2025`, `Maret 2025` or `2025` where the format shows no more of it."""
        if self.shows_year_alone:
            return str(day.year)
        return long_date(day) if self.shows_day or not self.is_date else f"{MONTHS[day.month - 1]} {day.year}"


GENERAL = NumberFormat("General", is_date=False, shows_day=False)


_NO_SYMBOLS: Mapping[int, str] = MappingProxyType({})


class NumberFormats:
    """The number format of each cell style (the `s` of a cell), and what its font makes of a text.

    struck: the styles whose font strikes out. symbols: the symbol font of those that have one.
    unlike: the styles whose texts aren't simply what is stored. striking, hiding: the differential formats (of
    conditional formatting) that strike out, and those that show nothing.
    """

    def __init__(
        self,
        codes: tuple[str, ...],
        struck: frozenset[int] = frozenset(),
        symbols: Mapping[int, str] = _NO_SYMBOLS,
    ) -> None:
        self.struck, self.symbols = struck, symbols
        self.unlike = struck.union(symbols)
        self.striking: frozenset[int] = frozenset()
        self.hiding: frozenset[int] = frozenset()
        formats = {code: NumberFormat.of(code) for code in set(codes)}
        self._of_style = tuple(formats[code] for code in codes)

    @classmethod
    def read(cls, package: Package, part: str | None) -> Self:
        """The formats of a styles part; none where there is no such part.

        Raises:
            WorkbookError: the part is damaged.
        """
        if part is None:
            return cls(())
        root = package.root(part)
        own = {
            number: element.get("formatCode", "General")
            for element in xml.grandchildren(root, "numFmts", "numFmt")
            if (number := xml.integer(element.get("numFmtId"))) is not None
        }
        formats = cls._of_cells(root, own)
        formats.striking, formats.hiding = _of_rules(root)
        return formats

    @classmethod
    def _of_cells(cls, root: xml.Element, own: Mapping[int, str]) -> Self:
        """The formats of the cells' styles. own: the workbook's own format codes, by their number."""
        styles = xml.grandchildren(root, "cellXfs", "xf")
        numbers = (xml.integer(element.get("numFmtId")) or 0 for element in styles)
        codes = tuple(own.get(number) or _BUILTIN.get(number, "General") for number in numbers)
        fonts = [(is_struck(font), font_name(font)) for font in xml.grandchildren(root, "fonts", "font")]
        if not any(map(any, fonts)):
            return cls(codes)
        of_style = [xml.integer(element.get("fontId")) or 0 for element in styles]
        looks = [fonts[font] if 0 <= font < len(fonts) else (False, None) for font in of_style]
        struck = frozenset(at for at, (out, _) in enumerate(looks) if out)
        return cls(codes, struck, {at: symbol for at, (_, symbol) in enumerate(looks) if symbol})

    def __getitem__(self, style: int) -> NumberFormat:
        """The format of a style; General where there is no such style."""
        return self._of_style[style] if 0 <= style < len(self._of_style) else GENERAL


def _of_rules(root: xml.Element) -> tuple[frozenset[int], frozenset[int]]:
    """The differential formats that strike out, and those that show nothing."""
    striking, hiding = set(), set()
    for at, look in enumerate(xml.grandchildren(root, "dxfs", "dxf")):
        font, number = xml.child(look, "font"), xml.child(look, "numFmt")
        if font is not None and is_struck(font):
            striking.add(at)
        if number is not None and number.get("formatCode") in {";;;", ";;"}:
            hiding.add(at)
    return frozenset(striking), frozenset(hiding)


def _is_month(parts: list[str], at: int) -> bool:
    """Whether an `m` means a month: right after hours or right before seconds it means minutes."""
    if parts[at][0] != "m":
        return False
    after_hours = at > 0 and parts[at - 1][0] == "h"
    before_seconds = at + 1 < len(parts) and parts[at + 1][0] == "s"
    return len(parts[at]) > 2 or not (after_hours or before_seconds)


def _decimal(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:  # beyond, a float has no exact digits
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")
