"""What staff report: column 8 (or an older STATUS column) read to shares (contract, section 5).

A percentage, a fraction, a word or a list of times speaks for its own cell (texts.py, times.py). Bare numbers (`75`,
`0,75`) are judged by their column: shares where none exceeds 1, else percent. What is none of these is unreadable: no
share is ever guessed. May import plan.jadwal, plan.target_waktu and the ground floor.
"""

import math
import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.patterns import pattern
from zi_excel.plan.realisasi.report import NOISE, Realisasi, of_share, unreadable
from zi_excel.plan.realisasi.texts import NUMBER, THOUSANDS, endless, is_endless, of_text, plain
from zi_excel.wording import long_date

__all__ = ["Realisasi", "ReportCell", "Scale", "bare_scale", "read_realisasi"]


class ReportCell(NamedTuple):
    """A cell of the realisasi column, as the reader found it.

    number_format: its format code ("General", "0%"). error: an error value such as "#REF!"; then value is None.
    jadwal: what its row's target waktu was read to; None where that can't be read.
    """

    value: str | float | bool | date | None
    number_format: str = "General"
    error: str | None = None
    jadwal: Jadwal | None = None


class Scale(StrEnum):
    """What the bare numbers of a column mean."""

    BAGIAN = "bagian"  # 0..1
    PERSEN = "persen"  # 0..100


def bare_scale(cells: Sequence[ReportCell]) -> Scale | None:
    """What the column's bare numbers mean; None where it has none. A single one above 1 makes all of them percent."""
    return _scale_of([_bare_number(cell) for cell in cells])


def _scale_of(column: Sequence[float | None]) -> Scale | None:
    numbers = [number for number in column if number is not None]
    if not numbers:
        return None
    return Scale.PERSEN if any(number > 1 + NOISE for number in numbers) else Scale.BAGIAN


def read_realisasi(cells: Sequence[ReportCell]) -> tuple[Realisasi, ...]:
    """Reads the whole column at once, since its bare numbers are judged together. A result per cell; never raises."""
    bare = [_bare_number(cell) for cell in cells]
    scale = _scale_of(bare)
    return tuple(
        _read(cell) if number is None else _of_bare(number, scale) for cell, number in zip(cells, bare, strict=True)
    )


def _read(cell: ReportCell) -> Realisasi:  # noqa: PLR0911 - one for each kind of value
    """What a cell says that holds no bare number."""
    value = cell.value
    if cell.error is not None:
        return unreadable(f"berisi galat {cell.error}")
    if value is None:
        return Realisasi(0.0, dilaporkan=False)
    if isinstance(value, bool):
        return unreadable("berisi TRUE atau FALSE; tulis persennya, “selesai”, atau “belum”")
    if isinstance(value, date):
        return _of_date(value)
    if isinstance(value, str):
        return endless(value) if is_endless(value) else of_text(plain(value), cell.jadwal)
    if not math.isfinite(value):
        return unreadable("bukan bilangan")
    if _percent_factor(cell.number_format) == 0.01:
        return of_share(value / 100)
    if _shows_a_clock(cell.number_format):
        return unreadable("berisi angka yang tampil sebagai jam atau tanggal; tulis persennya")
    hint = f"; mungkin maksudnya {value:g}%".replace(".", ",") if 1 < value <= 100 else ""
    return of_share(value, hint)


@lru_cache(256)  # a column has one or two formats
def _percent_factor(number_format: str) -> float | None:
    """The factor that makes a value a share where its format shows a percent sign: `0%` 1, `0"%"` 1/100; else None."""
    section = number_format.partition(";")[0]
    if "%" in re.sub(r"\[[^\]]*\]", "", _QUOTED.sub("", section)):
        return 1.0
    return 0.01 if "%" in section else None


@lru_cache(256)
def _shows_a_clock(number_format: str) -> bool:
    """Whether a number is shown as a day or a time: whoever typed 14:00 sees no share."""
    plain_format = _QUOTED.sub("", number_format.partition(";")[0]).casefold()
    return _CLOCK.search(plain_format) is not None and plain_format != "general"


_CLOCK = pattern(r"\[(?:h+|m+|s+)\]|[hsyd](?![^\[]*\])")
_QUOTED = pattern(r'"[^"]*"|\\.|_.|\*.')


def _bare_number(cell: ReportCell) -> float | None:
    """The number in a cell that doesn't tell its scale, also one that was typed as text; None where there is none."""
    if isinstance(cell.value, str):
        if is_endless(cell.value):
            return None
        text = plain(cell.value)
        return float(text.replace(",", ".")) if NUMBER.fullmatch(text) and not THOUSANDS.search(text) else None
    if cell.error is not None or isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return None
    if _shows_a_clock(cell.number_format):
        return None
    return float(cell.value) if math.isfinite(cell.value) and _percent_factor(cell.number_format) is None else None


def _of_bare(number: float, scale: Scale | None) -> Realisasi:
    if scale is not Scale.PERSEN:
        return of_share(number)
    read = of_share(number / 100)
    if not 0 < number <= 1 or read.share is None:
        return read
    shown = f"{number:g}".replace(".", ",")
    note = f"{shown} dibaca {shown}%, karena angka lain di kolom ini berupa persen"
    return read._replace(notes=(note,))


def _of_date(day: date) -> Realisasi:
    """What is wrong with a date: Excel takes a typed 3/4 for one."""
    fraction = f"{day.day}/{day.month}"
    hint = f"; kalau maksudnya {fraction}, tulis {day.day / day.month:.0%}" if day.day <= day.month else ""
    return unreadable(
        f"berisi tanggal {long_date(day)} (Excel mengubah ketikan seperti {fraction} menjadi tanggal){hint}"
    )
