"""How numbers and days are said in Indonesian: one authority for terminal, tabs and findings."""

from __future__ import annotations

from datetime import date

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


def long_date(day: date) -> str:
    """`20 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def percent(share: float | None, decimals: int = 1) -> str:
    """A share (0..1) as `45,3 %`; a dash where there is none. Never reads 0 % or 100 % unless it is exactly that."""
    if share is None:
        return "–"
    if share in (0, 1):
        return f"{share:.0%}".replace("%", " %")
    smallest = 10.0**-decimals
    shown = share * 100
    if shown > 0 and float(f"{shown:.{decimals}f}") == 0:
        return f"<{smallest:.{decimals}f} %".replace(".", ",")
    if 100 - smallest / 2 <= shown < 100:
        return f">{100 - smallest:.{decimals}f} %".replace(".", ",")
    return f"{shown:.{decimals}f} %".replace(".", ",")


def points(deviasi: float | None, decimals: int = 1) -> str:
    """A difference of shares (-1..1) in percentage points: `+4,2`, `-17,5`; a dash where there is none."""
    if deviasi is None:
        return "–"
    shown = f"{deviasi * 100:+.{decimals}f}".replace(".", ",")
    return "0" if float(shown.replace(",", ".")) == 0 and deviasi == 0 else shown
