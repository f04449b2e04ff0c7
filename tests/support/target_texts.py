"""Target waktu in the tests: a text read, and what it was read to in one line."""

from datetime import date

from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.target_waktu import read_target_waktu

QUARTERS = "31/3 30/6 30/9 31/12"
MONTHLY = "31/1 28/2 31/3 30/4 31/5 30/6 31/7 31/8 30/9 31/10 30/11 31/12"


def read(content, *, year=2025, day_shown=True) -> TargetWaktu:
    """What a cell of a plan of 2025 says."""
    return read_target_waktu(content, year=year, day_shown=day_shown)


def shown(target: TargetWaktu) -> str:
    """`daftar 1/3–31/12: 31/3 30/6 ...`; days of 2025 without their year."""
    if target.jadwal is None:
        return f"tidak terbaca: {target.problem}"
    jadwal = target.jadwal
    days = " ".join(_day(day) for day in jadwal.tonggak)
    return f"{jadwal.jenis} {_day(jadwal.first)}–{_day(jadwal.last)}: {days}".strip()


def _day(day: date) -> str:
    return f"{day.day}/{day.month}" + (f"/{day.year}" if day.year != 2025 else "")


def whole_year(jenis: str, days: str) -> str:
    """The same for what spans 2025."""
    return f"{jenis} 1/1–31/12: {days}"
