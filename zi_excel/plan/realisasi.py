"""What staff report: column 8 (or an older STATUS column) read to shares (contract, section 5).

A percentage, a fraction, a word or a list of months speaks for its own cell. Bare numbers (`75`, `0,75`) are judged by
their column: shares where none exceeds 1, else percent. What is none of these is unreadable: no share is ever guessed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.target_waktu import MONTH_WORDS, read_target_waktu
from zi_excel.visible import visible
from zi_excel.wording import MONTHS, long_date, shortened

_NOISE = 1e-9
"""What a formula's rounding may add to a share: 1.0000000000000002 is 1."""


class Realisasi(NamedTuple):
    """What a realisasi cell was read to.

    share: 0..1, or None where it can't be read; then `problem` says why (Indonesian half a sentence). Blank is 0 and
    not `dilaporkan`; so is a lone dash, with a note.
    notes: remarks on one that was read all the same.
    """

    share: float | None
    dilaporkan: bool
    problem: str | None = None
    notes: tuple[str, ...] = ()


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
    numbers = [number for cell in cells if (number := _bare_number(cell)) is not None]
    if not numbers:
        return None
    return Scale.PERSEN if any(number > 1 + _NOISE for number in numbers) else Scale.BAGIAN


def read_realisasi(cells: Sequence[ReportCell]) -> tuple[Realisasi, ...]:
    """Reads the whole column at once, since its bare numbers are judged together. A result per cell; never raises."""
    scale = bare_scale(cells)
    return tuple(_read(cell, scale) for cell in cells)


def _read(cell: ReportCell, scale: Scale | None) -> Realisasi:  # noqa: PLR0911 - one for each kind of value
    bare = _bare_number(cell)
    if bare is not None:
        return _of_bare(bare, scale)
    value = cell.value
    if cell.error is not None:
        return _unreadable(f"berisi galat {cell.error}")
    if value is None:
        return Realisasi(0.0, dilaporkan=False)
    if isinstance(value, bool):
        return _unreadable("berisi TRUE atau FALSE; tulis persennya, “selesai”, atau “belum”")
    if isinstance(value, date):
        return _of_date(value)
    if isinstance(value, str):
        return _of_text(_plain(value), cell.jadwal)
    if not math.isfinite(value):
        return _unreadable("bukan bilangan")
    if _percent_factor(cell.number_format) == 0.01:
        return _of_share(value / 100)
    hint = f"; mungkin maksudnya {value:g}%".replace(".", ",") if 1 < value <= 100 else ""
    return _of_share(value, hint)


@lru_cache(256)  # a column has one or two formats
def _percent_factor(number_format: str) -> float | None:
    """The factor that makes a value a share where its format shows a percent sign: `0%` 1, `0"%"` 1/100; else None."""
    section = number_format.partition(";")[0]
    if "%" in re.sub(r"\[[^\]]*\]", "", _QUOTED.sub("", section)):
        return 1.0
    return 0.01 if "%" in section else None


_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")  # 1.000: thousand in Indonesian, one elsewhere
_NUMBER = re.compile(r"[+-]?(?:\d{1,12}(?:[.,]\d{0,15})?|[.,]\d{1,15})")


def _bare_number(cell: ReportCell) -> float | None:
    """The number in a cell that doesn't tell its scale, also one that was typed as text; None where there is none."""
    if isinstance(cell.value, str):
        text = _plain(cell.value)
        return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) and not _THOUSANDS.search(text) else None
    if cell.error is not None or isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return None
    return float(cell.value) if math.isfinite(cell.value) and _percent_factor(cell.number_format) is None else None


def _of_bare(number: float, scale: Scale | None) -> Realisasi:
    if scale is not Scale.PERSEN:
        return _of_share(number)
    read = _of_share(number / 100)
    if not 0 < number <= 1 or read.share is None:
        return read
    shown = f"{number:g}".replace(".", ",")
    note = f"{shown} dibaca {shown}%, karena angka lain di kolom ini berupa persen"
    return read._replace(notes=(note,))


def _of_share(share: float, hint: str = "") -> Realisasi:
    if -_NOISE <= share <= 1 + _NOISE:
        return Realisasi(min(max(share, 0.0), 1.0), dilaporkan=True)
    shown = f"{share * 100:g}".replace(".", ",")
    return _unreadable(f"{shown}% di luar 0–100%{hint}")


def _of_date(day: date) -> Realisasi:
    """What is wrong with a date: Excel takes a typed 3/4 for one."""
    fraction = f"{day.day}/{day.month}"
    hint = f"; kalau maksudnya {fraction}, tulis {day.day / day.month:.0%}" if day.day <= day.month else ""
    return _unreadable(
        f"berisi tanggal {long_date(day)} (Excel mengubah ketikan seperti {fraction} menjadi tanggal){hint}"
    )


_DONE = re.compile(
    r"(?:(?:sudah|telah)\s)?(?:selesai|tuntas|tercapai|terlaksana|rampung)|(?:sudah|telah)\sdilaksanakan|sudah|done|[✔✓✅☑√](?:\sselesai)?"
)
# Only what says that nothing is done: "belum selesai" may be half done.
_NOT_YET = re.compile(r"belum(?:\s(?:ada|mulai|dimulai|dilaksanakan|terlaksana|dikerjakan))?")
_DASH = re.compile(r"[-–—]+")
_PERCENT = re.compile(rf"({_NUMBER.pattern})\s*(?:%|persen|prosen)")
_FRACTION = re.compile(r"(\d{1,6})\s*(?:/|dari)\s*(\d{1,6})")
# Words beside one percentage that leave it what it is.
_NEUTRAL = re.compile(
    r"(?:sudah|telah|baru|dalam|proses|progres|progress|realisasi|capaian|selesai|tercapai|terlaksana|[:().,=-]|\s)*"
)
_LEADING_DONE = re.compile(r"(?:(?:sudah|telah|selesai|tuntas|tercapai|terlaksana|dilaksanakan|rampung|✔|✓)[\s:,(]*)+")
_INDEFINITE = frozenset({Jenis.BERKALA, Jenis.SEWAKTU})


def _plain(text: str) -> str:
    """Lower case, plain spaces, "½" as "1/2", no dots at the end."""
    normal = unicodedata.normalize("NFKC", visible(text)).replace("⁄", "/")
    return " ".join(normal.casefold().split()).rstrip(" .")


@lru_cache(1024)  # a column repeats the same few texts
def _of_text(text: str, jadwal: Jadwal | None) -> Realisasi:  # noqa: PLR0911 - one for each way to report
    if not text:
        return Realisasi(0.0, dilaporkan=False)
    if _DASH.fullmatch(text):
        return Realisasi(0.0, dilaporkan=False, notes=("tanda “-” dibaca belum dilaporkan",))
    if _DONE.fullmatch(text):
        return Realisasi(1.0, dilaporkan=True)
    if _NOT_YET.fullmatch(text):
        return Realisasi(0.0, dilaporkan=True)
    if _THOUSANDS.search(text):
        return _unreadable(f"{_quoted(text)} memakai titik pemisah ribuan; tulis misalnya 100% atau 12,5%")
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        done, whole = int(fraction[1]), int(fraction[2])
        return _of_share(done / whole) if whole else _unreadable(f"“{text}” membagi dengan nol")
    if "%" in text or "persen" in text or "prosen" in text:
        return _of_percent(text)
    return _of_months(text, jadwal)


def _of_percent(text: str) -> Realisasi:
    shares = list(_PERCENT.finditer(text))
    if len(shares) != 1 or not _NEUTRAL.fullmatch(f"{text[: shares[0].start()]} {text[shares[0].end() :]}"):
        return _unreadable(f"{_quoted(text)} tidak menyebut satu persen yang jelas")
    return _of_share(float(shares[0][1].replace(",", ".")) / 100)


def _of_months(text: str, jadwal: Jadwal | None) -> Realisasi:
    """The months done of a list (`Maret, Juni`), or a time after a word that says done (`tercapai 4 Januari 2025`)."""
    stated = _LEADING_DONE.match(text)
    time = text[stated.end() :].strip(" )") if stated else text
    # Where there is no jadwal the year doesn't matter: months are matched with no tonggak.
    read = read_target_waktu(time, year=jadwal.last.year if jadwal else 2000)
    done = read.jadwal
    # "tahun 2025" names no months that were done.
    indefinite = done and done.jenis is Jenis.RENTANG and MONTH_WORDS.keys().isdisjoint(re.findall(r"[^\W\d_]+", time))
    if done is None or indefinite or done.jenis in _INDEFINITE or read.notes:
        return _unreadable(f"{_quoted(text)} bukan persen, “selesai”, “belum”, atau bulan yang sudah dikerjakan")
    if stated and _is_when_done(done, jadwal):
        return Realisasi(1.0, dilaporkan=True, notes=("waktunya sebaiknya ditulis di kolom TANGGAL SELESAI",))
    if jadwal is None:
        return _unreadable(f"{_quoted(text)} menyebut bulan, tetapi target waktunya sendiri tidak terbaca")
    if len(jadwal.tonggak) <= 1 or done.jenis is Jenis.TANGGAL:
        return _unreadable(f"{_quoted(text)} menyebut waktu; tulis persennya, “selesai”, atau “belum”")
    return _share_done(done, jadwal, names_year=read.names_year)


def _is_when_done(done: Jadwal, jadwal: Jadwal | None) -> bool:
    """Whether a time after "selesai" tells when everything was done.

    Of a list or a range, "sudah Maret" may mean a part.
    """
    if jadwal and len(jadwal.tonggak) > 1:
        return False
    partial = jadwal is None or jadwal.jenis is Jenis.RENTANG
    return done.jenis is Jenis.TANGGAL or (done.jenis is Jenis.BULAN and not partial)


def _share_done(done: Jadwal, jadwal: Jadwal, *, names_year: bool) -> Realisasi:
    """The share of the tonggak that are done; a month that no tonggak has makes the cell unreadable."""
    met: set[date] = set()
    for day in done.month_ends() if done.jenis is Jenis.RENTANG else done.tonggak:
        same = {due for due in jadwal.tonggak if due.month == day.month and (not names_year or due.year == day.year)}
        named = f"{MONTHS[day.month - 1]}{f' {day.year}' if names_year else ''}"
        if not same:
            return _unreadable(f"{named} bukan bulan dari targetnya")
        if len({due.year for due in same}) > 1:
            return _unreadable(f"{named} ada di beberapa tahun dari targetnya; tulis tahunnya")
        met |= same
    return _of_share(len(met) / len(jadwal.tonggak))


def _unreadable(problem: str) -> Realisasi:
    return Realisasi(None, dilaporkan=True, problem=problem)


def _quoted(text: str) -> str:
    return f"“{shortened(text, 60, '')}”"
