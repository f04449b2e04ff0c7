"""One workbook of the weekly run, once: validated and refreshed, or a sentence that says why not."""

from __future__ import annotations

from logging import Logger
from pathlib import Path

import zi_excel
from zi_excel.clock import today
from zi_excel.errors import BusyError, ZiExcelError
from zi_excel.outputs.touched_text import touched_lines
from zi_excel.settings.settings import Settings
from zi_excel.weekly.outcome import BookOutcome, Fate
from zi_excel.weekly.places import settings_of_book


def refresh_book(path: Path, weekly: Settings, log: Logger, tries: int) -> BookOutcome:
    """Refreshes the tabs as of today, whenever that is. Whatever goes wrong with one workbook ends here.

    Args:
        path: the workbook.
        weekly: the run's own settings; they count where the workbook has none beside it.
        log: takes the traceback of a defect.
        tries: which try this is, from 1.
    """
    try:
        done = zi_excel.monev(path, settings=settings_of_book(path, weekly))
    except BusyError as busy:
        return BookOutcome(path, Fate.TERPAKAI, tries, today(), str(busy))
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        return BookOutcome(path, Fate.GAGAL, tries, today(), failure_sentence(path, failure, log))
    return BookOutcome(
        path,
        Fate.DISEGARKAN if done.changed else Fate.MUTAKHIR,
        tries,
        done.measurement.per,
        sheet=done.sheet,
        findings=done.findings,
        measurement=done.measurement,
        backup=done.backup,
        recording=done.recording,
        touched=tuple(touched_lines(done)),
    )


def validate_book(outcome: BookOutcome, weekly: Settings, log: Logger) -> BookOutcome:
    """Of a workbook that could not be refreshed at least the findings, where it can be read."""
    try:
        found = zi_excel.validasi(outcome.path, settings=settings_of_book(outcome.path, weekly))
    except ZiExcelError:  # why it can't be used is said already
        return outcome
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        log.error(failure_sentence(outcome.path, failure, log, "tidak diperiksa"))  # noqa: TRY400  (a sentence, not a defect)
        return outcome
    return outcome._replace(sheet=found.plan.sheet, findings=found.findings)


def failure_sentence(path: Path, failure: Exception, log: Logger, what: str = "tidak disegarkan") -> str:
    """Why something was not done with a workbook; of a defect the log takes the traceback."""
    if isinstance(failure, ZiExcelError):
        return str(failure)
    if isinstance(failure, MemoryError):
        return f"'{path}' {what}: memori komputer tidak cukup; tutup program lain, lalu ulangi."
    log.error("'%s': rincian kesalahan untuk pembuat alat:", path, exc_info=failure)
    return (
        f"'{path}' {what}: ada kesalahan di dalam alat ini sendiri ({type(failure).__name__}: {failure}); "
        "laporkan rinciannya di log kepada pembuat alat."
    )
