"""The period of a report, from its name (`TW III`, `B09`, `Semester I`) to its days. Pure."""

from datetime import date, timedelta
from typing import NamedTuple

from zi_excel.errors import UsageError
from zi_excel.plan.jadwal import Jenis, month_end
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.wording import MONTHS


class Periode(NamedTuple):
    """A reporting period.

    name: as it was asked for, on one line. last: its last day, which is the as-of day of its report.
    first: the first day of the movement that it reports: of the quarter, half year or year that ends on `last`. A `B09`
    counts from 1 January, but what moved in it is its own quarter.
    """

    name: str
    first: date
    last: date

    @property
    def before(self) -> date:
        """The day whose realisasi the movement starts from."""
        return self.first - timedelta(days=1)

    @property
    def months(self) -> str:
        """`Juli–September 2025`."""
        begin, end = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
        return f"{end} {self.last.year}" if begin == end else f"{begin}–{end} {self.last.year}"


def latest_period(text: str, today: date) -> Periode:
    """One period of any year; where it names none, the latest that has begun: in January `TW IV` is last year's.

    Raises:
        UsageError: it is none, or more than one.
    """
    period = read_period(text, today.year, earlier=True)
    if period.first <= today:
        return period
    before = read_period(text, today.year - 1, earlier=True)
    return before if before.last < period.last else period


def read_period(text: str, year: int, *, earlier: bool = False) -> Periode:
    """One period, in any of the spellings that TARGET WAKTU may have.

    Args:
        text: its name.
        year: the plan's, and the period's where it names none.
        earlier: whether it may be over before that year.

    Raises:
        UsageError: it is none, more than one, or over before the plan's year.
    """
    name = " ".join(text.split())
    jadwal = read_target_waktu(name, year=year).jadwal
    if jadwal is None or len(jadwal.tonggak) != 1 or jadwal.jenis not in {Jenis.PERIODE, Jenis.BULAN}:
        raise UsageError(
            f'periode \'{name}\' tidak dikenal; tulis satu periode, misalnya "TW III", B09, "Semester I", atau '
            '"September 2025".'
        )
    last = jadwal.last
    first = jadwal.first
    if last.year < year and not earlier:
        raise UsageError(f"periode '{name}' sudah lewat sebelum tahun rencana aksinya, {year}.")
    if name.casefold().startswith("b") and name[1:2].isdigit():
        first = date(last.year, max(last.month - 2, 1), 1)
    if last != month_end(last.year, last.month):
        raise UsageError(f"periode '{name}' tidak berakhir pada akhir bulan; tulis misalnya \"TW III\" atau B09.")
    return Periode(name, first, last)
