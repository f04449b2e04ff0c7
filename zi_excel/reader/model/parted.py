"""What a header makes of the cells below it: REALISASI and TARGET WAKTU over several columns, months as numbers.

REALISASI over TW I..IV is what was done up to then, as offices keep these columns: the last one that holds a report
counts. A share that falls from one quarter to the next can't be read; ticks tell which tonggak are done. In TARGET
WAKTU a mark, a number or a percentage means the time of its column; words that are a time themselves stay as they are.
What is a mark and what an empty box is told by `plan/marks.py`, in both alike.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.marks import CROSSES, Mark, mark_of
from zi_excel.plan.patterns import pattern
from zi_excel.plan.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.plan.rencana_aksi import Datum
from zi_excel.reader.header.parts import is_span, is_time
from zi_excel.wording import MONTHS, percent

_MONTH_NUMBERS = pattern(r"\d{1,2}(?:\s*(?:[,;&–-]|dan|s\.?/?d\.?|sampai(?: dengan)?)\s*\d{1,2})*", re.IGNORECASE)
_NUMBER = pattern(r"\d{1,2}")


class PartRead(NamedTuple):
    """A row's cell in one part of REALISASI.

    label: the time of its column. read: what the cell was read to. mark: what it says as a mark; None: something else.
    """

    label: str
    datum: Datum
    read: Realisasi
    mark: Mark | None

    @property
    def is_tick(self) -> bool:
        """Whether the cell says that this part is done, not how much of the whole is."""
        return self.mark is Mark.YES

    @property
    def counts(self) -> bool:
        """Whether the cell reports anything: a tick, a share, or what can't be read; no empty box."""
        if self.mark in CROSSES or (self.mark is Mark.NO and self.read.share is None):
            return False
        return bool(self.datum) and (self.is_tick or self.read.dilaporkan or self.read.share is None)


def marks_in(cells: Sequence[Datum], ticking: Collection[Mark]) -> list[Mark | None]:
    """What each cell says as a mark. ticking: the crosses that say yes in this column set."""
    return [Mark.YES if mark in ticking else mark for mark in (mark_of(cell.value, cell.text) for cell in cells)]


def realisasi_of(parts: Sequence[PartRead], jadwal: Jadwal | None) -> tuple[Datum, Realisasi]:
    """What counts of a row's parts, and the cell that says it. Zeros after a report are quarters still to come."""
    filled = [part for part in parts if part.counts]
    if not filled:
        said = next((part for part in parts if part.mark in CROSSES), parts[0])  # a cross says: not done
        return said.datum, Realisasi(0.0, dilaporkan=said.mark in CROSSES, notes=said.read.notes)
    done = [part for part in filled if part.is_tick or part.read.share != 0]
    last = (done or filled)[-1]
    if last.is_tick and all(part.is_tick for part in done):
        return last.datum, _of_ticks(done, jadwal)
    if last.is_tick:
        return last.datum, Realisasi(1.0, dilaporkan=True)
    if last.read.share is None:
        return last.datum, last.read
    for part in done:
        if not part.is_tick and part.read.share is not None and part.read.share > last.read.share + 1e-9:
            problem = (
                f"{last.label} ({percent(last.read.share)}) lebih kecil daripada {part.label} "
                f"({percent(part.read.share)}), padahal tiap kolomnya berisi capaian sampai saat itu"
            )
            return last.datum, Realisasi(None, dilaporkan=True, problem=problem)
    return last.datum, last.read


def of_counts(targets: Sequence[Datum], parts: Sequence[PartRead]) -> tuple[Datum, Realisasi] | None:
    """What was done of a row whose TARGET WAKTU and REALISASI count outputs per time (`1 | 1 | 1 | 1`).

    None where that is not so: then REALISASI holds shares or percentages.
    """
    filled = [part.datum for part in parts if part.datum]
    planned, done = _counts([target for target in targets if target]), _counts(filled)
    if planned is None or done is None or sum(planned) < 2 or max(planned) > 99 or max(done) > sum(planned):
        return None
    if sum(done) > sum(planned):
        problem = f"jumlahnya {sum(done)}, lebih daripada {sum(planned)} di kolom TARGET WAKTU"
        return filled[-1], Realisasi(None, dilaporkan=True, problem=problem)
    return filled[-1], Realisasi(sum(done) / sum(planned), dilaporkan=True)


def _counts(cells: Sequence[Datum]) -> list[int] | None:
    """Whole numbers that are no percentages; None where anything else stands there, or nothing does."""
    values = [cell.value for cell in cells]
    whole = [int(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    plain = len(whole) == len(cells) > 0 and all(value == int(value) for value in values if isinstance(value, float))
    return whole if plain and min(whole) >= 0 and not any("%" in cell.number_format for cell in cells) else None


def _of_ticks(done: Sequence[PartRead], jadwal: Jadwal | None) -> Realisasi:
    """All is done where there is one tonggak; of several, those whose times are ticked."""
    if jadwal is not None and len(jadwal.tonggak) <= 1:
        return Realisasi(1.0, dilaporkan=True)
    times = ", ".join(part.label for part in done)
    return read_realisasi([ReportCell(times, jadwal=jadwal)])[0]


def target_of(labels: Sequence[str], cells: Sequence[Datum], ticking: Collection[Mark]) -> Datum:
    """The times that a row marks, as one cell that stands where the first mark does.

    ticking: the crosses that are marks in this column set.
    """
    marks = marks_in(cells, ticking)
    marked = [
        (label, cell)
        for label, cell, mark in zip(labels, cells, marks, strict=True)
        if cell and (cell.error is not None or mark not in {Mark.NO, *CROSSES})
    ]
    if not marked or any(cell.error is not None for _, cell in marked):
        return next((cell for _, cell in marked), cells[0])
    if is_span(labels):
        days = [cell.text for _, cell in marked]
        text = " – ".join(days) if len(days) > 1 else days[0] if marked[0][0] == labels[1] else f"mulai {days[0]}"
        return marked[0][1]._replace(text=text, value=text).with_aside(number_format="General")
    times = (cell.text if isinstance(cell.value, str) and is_time(cell.text) else label for label, cell in marked)
    text = ", ".join(dict.fromkeys(times))
    return marked[0][1]._replace(text=text, value=text).with_aside(number_format="General")


def as_months(content: str | float | date | None) -> str | float | date | None:
    """A target in a column that is called BULAN: its numbers as months (`3`, `1 s/d 6`, `3, 6, 9, 12`).

    As it is where other words stand there, or a number that is no month.
    """
    if isinstance(content, int | float) and not isinstance(content, bool):
        return MONTHS[int(content) - 1] if content in range(1, 13) else content
    if not isinstance(content, str) or _MONTH_NUMBERS.fullmatch(content.strip()) is None:
        return content
    numbers = [int(number) for number in _NUMBER.findall(content)]
    if not all(1 <= number <= len(MONTHS) for number in numbers):
        return content
    return _NUMBER.sub(lambda match: MONTHS[int(match[0]) - 1], content)
