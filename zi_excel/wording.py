"""How numbers, days and levels are put in Indonesian: one authority for terminal, tabs and findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

LEVEL_MEANING: Mapping[str, str] = MappingProxyType(
    {
        "galat": "angkanya tidak dapat dipercaya sebelum ini diperbaiki",
        "peringatan": "sebaiknya diperbaiki",
        "info": "untuk diketahui",
    }
)
"""What the levels of findings mean, gravest first: half sentences."""

LEVEL_SIGN: Mapping[str, str] = MappingProxyType({"galat": "✖", "peringatan": "▲", "info": "○"})
"""A level's sign; it stands wherever the level is shown by a colour."""

BY_SETTINGS = "Diubah oleh pengaturan: "
"""What stands before the reason that settings give for changing or silencing a rule."""

NONE = "–"
"""What stands where there is no number."""


def long_date(day: date) -> str:
    """`20 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ago(age: timedelta) -> str:
    """How long ago, in the largest whole unit: `3 hari lalu`; a time to come (two clocks) counts as now."""
    minutes = max(age // timedelta(minutes=1), 0)
    if minutes == 0:
        return "kurang dari semenit lalu"
    for unit, size in (("hari", 24 * 60), ("jam", 60)):
        if minutes >= size:
            return f"{minutes // size} {unit} lalu"
    return f"{minutes} menit lalu"


def shortened(text: str, most: int, trimmed: str | None = None) -> str:
    """The text in at most so many characters, the last of them an ellipsis where it was cut.

    Args:
        text: what is to be said.
        most: how many characters there is room for.
        trimmed: characters that never stand before the ellipsis; None: white space.
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip(trimmed)}…"


def level_text(level: str) -> str:
    """Sign and word: `✖ Galat`."""
    return f"{LEVEL_SIGN[level]} {level.capitalize()}"


def nearly(decimals: int) -> tuple[float, float]:
    """The shares (0..1) between which a rounded percentage is true: below the first it reads 0, from the second on 100.

    Excel rounds a half away from zero, so 99.5 % reads 100 % already, and 0.5 % reads 1 %; it does so on 15 digits,
    hence the second limit a little below the half.
    """
    half = 0.005 / 10**decimals
    return half, 1 - half - 0.00001


def percent(share: float | None, decimals: int = 1) -> str:
    """A share (0..1) as Excel shows it: `45,3%`; a dash where there is none.

    Never reads 0 or 100 unless it is exactly that: `0%`, `100%`, but `<0,1%`, `>99,9%`.
    """
    if share is None:
        return NONE
    return f"{share:.0%}" if share in {0, 1} else f"{_digits(share, decimals)}%"


def points(deviasi: float | None, decimals: int = 1) -> str:
    """A difference of shares (-1..1) in percentage points: `+4,2`, `-17,5`; a dash where there is none.

    Never reads 0 or 100 unless it is exactly that: `0`, `+100,0`, but `+<0,1`, `->99,9`.
    """
    if deviasi is None:
        return NONE
    return "0" if deviasi == 0 else ("-" if deviasi < 0 else "+") + _digits(abs(deviasi), decimals)


def _digits(share: float, decimals: int) -> str:
    """A share above 0 in hundredths, rounded as Excel rounds: `45,3`."""
    low, high = nearly(decimals)
    step = Decimal(1).scaleb(-decimals)
    if share < low:
        shown = f"<{step}"
    elif high <= share < 1:
        shown = f">{100 - step}"
    else:
        shown = str((Decimal(f"{share:.15g}") * 100).quantize(step, ROUND_HALF_UP))
    return shown.replace(".", ",")
