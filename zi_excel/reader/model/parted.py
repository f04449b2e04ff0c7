"""A row's cells in the columns that a header parts by time: what its REALISASI and its TARGET WAKTU are.

REALISASI over TW I..IV is what was done up to then, as these columns are kept: the last one that holds a report
counts. One that falls from a quarter to the next is no share of anything and can't be read; ticks tell which tonggak
are done. In TARGET WAKTU a mark, a number or a percentage means that time; words that are a time themselves stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.plan.rencana_aksi import Datum
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.reader.header.parts import is_span
from zi_excel.wording import percent

_TICKS = frozenset(["v", "√", "✓", "✔", "☑", "✅", "selesai", "sudah"])
_NONE = frozenset({"", "-", "–", "—", "0", "0%"})


class PartRead(NamedTuple):
    """One part of a row: the time that its column is for, its cell, what that was read to."""

    label: str
    datum: Datum
    read: Realisasi

    @property
    def is_tick(self) -> bool:
        """Whether it says that this part is done, not how much of the whole."""
        return isinstance(self.datum.value, str) and self.datum.text.casefold() in _TICKS


def realisasi_of(parts: Sequence[PartRead], jadwal: Jadwal | None) -> tuple[Datum, Realisasi]:
    """What counts of a row's parts, and the cell that says it. Zeros after a report are quarters still to come."""
    filled = [
        each for each in parts if each.datum and (each.is_tick or each.read.dilaporkan or each.read.share is None)
    ]
    if not filled:
        return parts[0].datum, parts[0].read
    done = [each for each in filled if each.is_tick or each.read.share != 0]
    last = (done or filled)[-1]
    if last.is_tick and all(each.is_tick for each in done):
        return last.datum, _of_ticks(done, jadwal)
    if last.is_tick:
        return last.datum, Realisasi(1.0, dilaporkan=True)
    if last.read.share is None:
        return last.datum, last.read
    for each in done:
        if not each.is_tick and each.read.share is not None and each.read.share > last.read.share + 1e-9:
            problem = (
                f"{last.label} ({percent(last.read.share)}) lebih kecil daripada {each.label} "
                f"({percent(each.read.share)}), padahal tiap kolomnya berisi capaian sampai saat itu"
            )
            return last.datum, Realisasi(None, dilaporkan=True, problem=problem)
    return last.datum, last.read


def of_counts(targets: Sequence[Datum], parts: Sequence[PartRead]) -> tuple[Datum, Realisasi] | None:
    """What was done of a row whose TARGET WAKTU counts outputs per time (`1 | 1 | 1 | 1`), beside whole numbers.

    None where that is not so: what stands in REALISASI is a share then, or a percentage.
    """
    planned, done = [each for each in targets if each], [each.datum for each in parts if each.datum]
    counts, got = _counts(planned), _counts(done)
    if counts is None or got is None or sum(counts) < 2 or max(counts) > 99 or max(got) > sum(counts):
        return None
    if sum(got) > sum(counts):
        problem = f"jumlahnya {sum(got)}, lebih daripada {sum(counts)} di kolom TARGET WAKTU"
        return done[-1], Realisasi(None, dilaporkan=True, problem=problem)
    return done[-1], Realisasi(sum(got) / sum(counts), dilaporkan=True)


def _counts(cells: Sequence[Datum]) -> list[int] | None:
    """Whole numbers that are no percentages; None where anything else stands there, or nothing does."""
    values = [each.value for each in cells]
    whole = [int(each) for each in values if isinstance(each, int | float) and not isinstance(each, bool)]
    plain = len(whole) == len(cells) > 0 and all(each == int(each) >= 0 for each in values if isinstance(each, float))
    return whole if plain and min(whole) >= 0 and not any("%" in each.number_format for each in cells) else None


def _of_ticks(done: Sequence[PartRead], jadwal: Jadwal | None) -> Realisasi:
    """All is done where there is one tonggak; of several those whose times are ticked."""
    if jadwal is not None and len(jadwal.tonggak) <= 1:
        return Realisasi(1.0, dilaporkan=True)
    said = ", ".join(each.label for each in done)
    return read_realisasi([ReportCell(said, jadwal=jadwal)])[0]


def target_of(labels: Sequence[str], cells: Sequence[Datum]) -> Datum:
    """The times that a row marks, as one cell that stands where the first mark does."""
    marked = [
        (label, cell) for label, cell in zip(labels, cells, strict=True) if cell and cell.text.casefold() not in _NONE
    ]
    if not marked or any(cell.error is not None for _, cell in marked):
        return next((cell for _, cell in marked), cells[0])
    if is_span(labels):
        days = [cell.text for _, cell in marked]
        text = " – ".join(days) if len(days) > 1 else days[0] if marked[0][0] == labels[1] else f"mulai {days[0]}"
        return marked[0][1]._replace(text=text, value=text, number_format="General")
    text = ", ".join(dict.fromkeys(cell.text if _is_time(cell) else label for label, cell in marked))
    return marked[0][1]._replace(text=text, value=text, number_format="General")


def _is_time(cell: Datum) -> bool:
    any_year = 2000  # only whether it can be read counts here
    return isinstance(cell.value, str) and read_target_waktu(cell.text, year=any_year).jadwal is not None
