"""The one authority for colours, words, number formats and looks of what the tool renders.

A look is a mapping of XlsxWriter's format properties; looks are combined from left to right. Every colour is explicit:
the rendered sheets are moved into staff's package, whose theme is not ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from zi_excel.findings import Level
from zi_excel.measure import Status

Look = Mapping[str, object]

FONT = "Calibri"
SIZE = 10.0
"""Points, of ordinary cells."""

INK = "#1F2933"
MUTED = "#52606D"
LINK = "#0B4F8A"
LINE = "#9AA5B1"
PAPER = "#FFFFFF"
HEADER_FILL = "#22384D"
BAND_FILL = "#EEF2F6"
RANGE_FILL = "#D5DEE8"
TAB_COLOUR = "#22384D"

NONE = "–"
"""What stands where there is no number: no rencana, no day."""

UNREADABLE = "?"
"""What stands for a realisasi that can't be read."""

WORKBOOK_DEFAULTS: Look = MappingProxyType(
    {"font_name": FONT, "font_size": 11, "font_color": INK, "font_scheme": "none", "valign": "top"}
)


def look(*parts: Look, **more: object) -> Look:
    """One look out of several; the later ones win."""
    merged: dict[str, object] = {}
    for part in parts:
        merged.update(part)
    return MappingProxyType({**merged, **more})


TEXT = look(font_name=FONT, font_size=SIZE, font_color=INK, font_scheme="none", valign="top")
TITLE = look(TEXT, bold=True, font_size=16, font_color=HEADER_FILL, valign="vcenter")
SECTION = look(TEXT, bold=True, font_size=12, font_color=HEADER_FILL, valign="vcenter")
SIGN = look(TEXT, font_size=9, font_color=MUTED)
NOTE = look(TEXT, text_wrap=True)
LABEL = look(TEXT, bold=True, align="right", valign="vcenter")

CELL = look(TEXT, border=1, border_color=LINE)
WRAP = look(CELL, text_wrap=True)
CENTRE = look(CELL, align="center")
HEADER = look(CELL, bold=True, font_color=PAPER, bg_color=HEADER_FILL, text_wrap=True, align="center", valign="vcenter")
TOTAL = look(bold=True, bg_color=BAND_FILL, top=2, top_color=HEADER_FILL)
TILE_LABEL = look(CELL, font_size=9, font_color=MUTED, bg_color=BAND_FILL, align="center", bottom=0)
TILE_VALUE = look(
    CELL, bold=True, font_size=18, font_color=HEADER_FILL, bg_color=BAND_FILL, align="center", valign="vcenter", top=0
)
HYPERLINK = look(font_color=LINK, underline=1)

DAY = look(num_format="dd/mm/yyyy", align="center")
COUNT = look(num_format="0", align="center")
WEIGHT = look(num_format="0.00", align="center")
# Exactly 0 and 1 are said without decimals, as a person would; what is only near them is caught by HONEST_*.
SHARE = look(num_format="0%", align="center")
SHARE_TENTHS = look(num_format="[=0]0%;[=1]0%;0.0%", align="center")
SHARE_UNREPORTED = look(num_format='0%"*"', align="center", italic=True)
POINTS = look(num_format="+0.0;-0.0;0", align="center")


@dataclass(frozen=True, slots=True)
class Nearly:
    """Number formats for what would be rounded to a figure that it is not.

    condition: a formula's text with {cell}; num_format: how such a number is shown instead.
    """

    condition: str
    num_format: str


# Excel rounds a half away from zero, so 99.5 % shows as 100 % already, and 0.5 % as 1 %; it does so on 15 digits, hence
# the limits a little below the half.
HONEST_SHARE = (
    Nearly("AND(ISNUMBER({cell}),{cell}>0,{cell}<0.005)", '"<1%"'),
    Nearly("AND(ISNUMBER({cell}),{cell}<1,{cell}>=0.99499)", '">99%"'),
)
HONEST_TENTHS = (
    Nearly("AND(ISNUMBER({cell}),{cell}>0,{cell}<0.0005)", '"<0,1%"'),
    Nearly("AND(ISNUMBER({cell}),{cell}<1,{cell}>=0.99949)", '">99,9%"'),
)
HONEST_POINTS = (
    Nearly("AND(ISNUMBER({cell}),{cell}>0,{cell}<0.05)", '"+<0,1"'),
    Nearly("AND(ISNUMBER({cell}),{cell}<0,{cell}>-0.05)", '"-<0,1"'),
    Nearly("AND(ISNUMBER({cell}),{cell}<100,{cell}>=99.949)", '"+>99,9"'),
    Nearly("AND(ISNUMBER({cell}),{cell}>-100,{cell}<=-99.949)", '"->99,9"'),
)


@dataclass(frozen=True, slots=True)
class Word:
    """How a status or level is said and shown; a colour never stands without its sign and word.

    fill, ink: of a cell (contrast at least 4.5:1). strong: of a chart's area. pattern: XlsxWriter's name of the area's
    pattern, so that grey print tells it apart; None: solid.
    """

    sign: str
    word: str
    fill: str
    ink: str
    strong: str
    pattern: str | None = None

    @property
    def text(self) -> str:
        """As it stands in a cell: `✔ Selesai`. Formulas count exactly this text."""
        return f"{self.sign} {self.word}"

    @property
    def cell(self) -> Look:
        """A cell that says it."""
        return look(CELL, bg_color=self.fill, font_color=self.ink)


# Hues after Okabe & Ito's palette for the colour-blind; their lightness differs too.
STATUS: Mapping[Status, Word] = MappingProxyType(
    {
        Status.TIDAK_VALID: Word("?", "Tidak valid", "#E6D5F0", "#4A1A6B", "#8E5EA2", "small_grid"),
        Status.SELESAI: Word("✔", "Selesai", "#C9EBDA", "#0B4F2E", "#009E73"),
        Status.TERLAMBAT: Word("✖", "Terlambat", "#F8CFC4", "#7A1A05", "#D55E00", "dark_upward_diagonal"),
        Status.PERLU_PERHATIAN: Word("▲", "Perlu perhatian", "#FFE7AD", "#5E3C00", "#F0B400", "percent_40"),
        Status.BERJALAN: Word("▶", "Berjalan", "#CFE4F6", "#0B3F73", "#0072B2", "light_vertical"),
        Status.BELUM_MULAI: Word("○", "Belum mulai", "#E8EAED", "#3A4149", "#D3D8DE"),
    }
)

LEVEL: Mapping[Level, Word] = MappingProxyType(
    {
        Level.GALAT: Word("✖", "Galat", "#F8CFC4", "#7A1A05", "#D55E00"),
        Level.PERINGATAN: Word("▲", "Peringatan", "#FFE7AD", "#5E3C00", "#F0B400"),
        Level.INFO: Word("○", "Info", "#CFE4F6", "#0B3F73", "#0072B2"),
    }
)

TONGGAK = "◆"
"""A tonggak in the calendar; the status' sign beside it says how it stands."""

BAR_COLOUR = "#A9D3C5"
"""Of data bars: the number in front stays readable."""

RENCANA_COLOUR = "#C3CEDA"
CAPAIAN_COLOUR = "#0F5C7A"
WBK_COLOUR = "#8A5A00"
WBBM_COLOUR = "#4A1A6B"
