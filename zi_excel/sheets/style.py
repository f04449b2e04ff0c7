"""The one authority for colours, number formats and looks of what the tool renders.

A look is XlsxWriter's format properties; looks are combined from left to right. Every colour is explicit:
the rendered sheets are moved into staff's package, whose theme is not ours.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.measuring.measure import Status
from zi_excel.report.registers import Keadaan, Langkah
from zi_excel.validation.findings import Level
from zi_excel.wording import nearly, percent, points

FONT = "Calibri"
SIZE = 10
"""Of ordinary cells, in points."""

INK = "#1F2933"
MUTED = "#52606D"
LINK = "#0B4F8A"
LINE = "#9AA5B1"
PAPER = "#FFFFFF"
HEADER_FILL = "#22384D"
BAND_FILL = "#EEF2F6"
RANGE_FILL = "#D5DEE8"
INPUT_FILL = "#FFFBE6"
"""The fill of cells that a person fills in."""
TAB_COLOUR = "#22384D"
_THICK = 5  # a border of three pixels

UNREADABLE = "?"
"""What stands for a realisasi that can't be read."""

WORKBOOK_DEFAULTS: Mapping[str, object] = MappingProxyType(
    {"font_name": FONT, "font_size": 11, "font_color": INK, "font_scheme": "none", "valign": "top"}
)


class Look:
    """Format properties with their values; equal looks are one object (`look`): 4,000 cells have 80 looks.

    XlsxWriter sets them in their order, and "border" comes before the sides' own.
    """

    __slots__ = ("properties",)

    def __init__(self, properties: tuple[tuple[str, object], ...]) -> None:
        self.properties = properties


@cache
def look(*parts: Look, **more: object) -> Look:
    """One look made of several; later properties win."""
    merged: dict[str, object] = {}
    for part in parts:
        merged.update(part.properties)
    return _look(tuple(sorted({**merged, **more}.items())))


@cache
def rimmed(style: Look) -> Look:
    """A header's look whose text stands at the top, below a rim of the fill's own colour: room for a filter's button.

    Without the rim the letters touch the edge: no program leaves room above a text at the top of its cell.
    """
    fill = dict(style.properties).get("bg_color", HEADER_FILL)
    return look(style, valign="top", top=_THICK, top_color=fill)


@cache
def _look(properties: tuple[tuple[str, object], ...]) -> Look:
    return Look(properties)


TEXT = look(font_name=FONT, font_size=SIZE, font_color=INK, font_scheme="none", valign="top")
TITLE = look(TEXT, bold=True, font_size=16, font_color=HEADER_FILL, valign="vcenter")
SECTION = look(TEXT, bold=True, font_size=12, font_color=HEADER_FILL, valign="vcenter")
SIGN = look(TEXT, font_size=10, font_color=MUTED)
NOTE = look(TEXT, text_wrap=True)
SENTENCE = look(TEXT, bold=True, font_size=12, font_color=HEADER_FILL, valign="vcenter")
"""The first sentence of a page of results."""
LABEL = look(TEXT, bold=True, align="right", valign="vcenter")

CELL = look(TEXT, border=1, border_color=LINE, valign="vcenter")
WRAP = look(CELL, text_wrap=True)
CENTRE = look(CELL, align="center")
INPUT = look(WRAP, bg_color=INPUT_FILL, locked=False)
"""A cell that a person fills in: the evaluator's note."""
HEADER = look(CELL, bold=True, font_color=PAPER, bg_color=HEADER_FILL, text_wrap=True, align="center", valign="vcenter")
TOTAL = look(bold=True, bg_color=BAND_FILL, top=2, top_color=HEADER_FILL)
TILE_LABEL = look(CELL, font_size=10, font_color=MUTED, bg_color=BAND_FILL, align="center", valign="vcenter", bottom=0)
TILE_VALUE = look(
    CELL, bold=True, font_size=18, font_color=HEADER_FILL, bg_color=BAND_FILL, align="center", valign="vcenter", top=0
)
HYPERLINK = look(font_color=LINK, underline=1)

DAY = look(num_format="dd/mm/yyyy", align="center")
LONG_DAY = look(num_format="[$-421]d mmmm yyyy")
MONTH = "[$-421]mmm yy"
COUNT = look(num_format="0", align="center")
WEIGHT = look(num_format="0.00", align="center")
# Exactly 0 and 1 are shown without decimals, as a person writes them; HONEST_* catches what is only near them.
SHARE = look(num_format="0%", align="center")
SHARE_TENTHS = look(num_format="[=0]0%;[=1]0%;0.0%", align="center")
SHARE_UNREPORTED = look(num_format='0%"*"', align="center", italic=True)
POINTS = look(num_format="+0.0;-0.0;0", align="center")


class Nearly(NamedTuple):
    """A number format for what would otherwise be rounded to a figure that it is not.

    condition: a formula's text with {cell}; num_format: how such a number is shown instead.
    """

    condition: str
    num_format: str


def _honest(decimals: int) -> tuple[Nearly, ...]:
    """The formats for shares (0..1)."""
    low, high = nearly(decimals)
    return (
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}>0,{{cell}}<{low:.10g})", f'"{percent(_LEAST, decimals)}"'),
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}<1,{{cell}}>={high:.10g})", f'"{percent(1 - _LEAST, decimals)}"'),
    )


def _honest_points() -> tuple[Nearly, ...]:
    """The formats for deviasi in points (-100..100), shown in tenths."""
    low, high = (100 * limit for limit in nearly(1))
    return (
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}>0,{{cell}}<{low:.10g})", f'"{points(_LEAST)}"'),
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}<0,{{cell}}>-{low:.10g})", f'"{points(-_LEAST)}"'),
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}<100,{{cell}}>={high:.10g})", f'"{points(1 - _LEAST)}"'),
        Nearly(f"AND(ISNUMBER({{cell}}),{{cell}}>-100,{{cell}}<=-{high:.10g})", f'"{points(_LEAST - 1)}"'),
    )


_LEAST = 1e-9  # a share that is only near 0
HONEST_SHARE = _honest(0)
HONEST_REALISASI = (*HONEST_SHARE, Nearly("AND(ISNUMBER({cell}),{cell}>0)", "0%"))
"""As HONEST_SHARE; and a share that was typed over one not yet reported loses its *."""
HONEST_TENTHS = _honest(1)
HONEST_POINTS = _honest_points()


class Colours(NamedTuple):
    """The colours of a status or level; they never stand without its sign and word.

    fill, ink: of a cell (contrast at least 4.5:1). strong: of a chart's area. pattern: XlsxWriter's name of the area's
    pattern, so that grey print tells it apart; None: solid.
    """

    fill: str
    ink: str
    strong: str
    pattern: str | None = None

    @property
    def cell(self) -> Look:
        """The look of a cell with the status or level."""
        return look(CELL, bg_color=self.fill, font_color=self.ink)

    @property
    def header(self) -> Look:
        """The look of a column's header with it."""
        return look(self.cell, bold=True, align="center", valign="vcenter", text_wrap=True)


# Hues after Okabe & Ito's palette for the colour-blind; their lightness differs too.
STATUS: Mapping[Status, Colours] = MappingProxyType(
    {
        Status.TIDAK_VALID: Colours("#E6D5F0", "#4A1A6B", "#8E5EA2", "small_grid"),
        Status.SELESAI: Colours("#C9EBDA", "#0B4F2E", "#009E73"),
        Status.TERLAMBAT: Colours("#F8CFC4", "#7A1A05", "#D55E00", "dark_upward_diagonal"),
        Status.PERLU_PERHATIAN: Colours("#FFE7AD", "#5E3C00", "#F0B400", "percent_40"),
        Status.BERJALAN: Colours("#CFE4F6", "#0B3F73", "#0072B2", "light_vertical"),
        Status.BELUM_MULAI: Colours("#E8EAED", "#3A4149", "#D3D8DE"),
    }
)

LEVEL: Mapping[Level, Colours] = MappingProxyType(
    {
        Level.GALAT: Colours("#F8CFC4", "#7A1A05", "#D55E00"),
        Level.PERINGATAN: Colours("#FFE7AD", "#5E3C00", "#F0B400"),
        Level.INFO: Colours("#CFE4F6", "#0B3F73", "#0072B2"),
    }
)

EVIDENCE: Mapping[str, Colours] = MappingProxyType(
    {
        Keadaan.TERTAUT: STATUS[Status.SELESAI],
        Keadaan.BERSAMA: STATUS[Status.BERJALAN],
        Keadaan.BELUM: STATUS[Status.TERLAMBAT],
        Keadaan.TAMBAHAN: STATUS[Status.BELUM_MULAI],
    }
)
LANGKAH: Mapping[str, Colours] = MappingProxyType(
    {
        Langkah.BELUM: STATUS[Status.TERLAMBAT],
        Langkah.BERJALAN: STATUS[Status.BERJALAN],
        Langkah.TUNTAS: STATUS[Status.SELESAI],
    }
)
"""The colours of the register of evidence, and of what follows of a kendala, by sign and word."""

TONGGAK = "◆"
"""A tonggak in the calendar; the sign of its status stands beside it."""

BAR_COLOUR = "#A9D3C5"
"""Of data bars: the number on them stays readable."""

HEAT = (STATUS[Status.TERLAMBAT].fill, STATUS[Status.PERLU_PERHATIAN].fill, STATUS[Status.SELESAI].fill)
"""Of shares as a heat map: 0, the middle, 1; the number stands on it."""
HEAT_COLOUR = "#7DB8A4"
"""Of the full share in a heat map over time: dark enough to tell apart in grey, light enough for the number on it."""

RENCANA_COLOUR = "#C3CEDA"
PLAN_LINE_COLOUR = "#7B8794"
"""Of rencana as a line, which would vanish if it were as light as the bars."""
CAPAIAN_COLOUR = "#0F5C7A"
WBK_COLOUR = "#8A5A00"
WBBM_COLOUR = "#4A1A6B"
