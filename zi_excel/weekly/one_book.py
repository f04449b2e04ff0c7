"""One try at one workbook of the weekly run: its tabs refreshed, its report written, or a sentence that says why not.

Whatever goes wrong with one workbook ends here, so that the others go on.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from logging import Logger
from pathlib import Path

from zi_excel import store
from zi_excel.clock import today
from zi_excel.errors import BusyError, WorkbookError, ZiExcelError
from zi_excel.outputs.sentences import touched_lines
from zi_excel.settings.settings import Settings
from zi_excel.verbs.laporan import laporan
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi
from zi_excel.weekly.outcome import BookOutcome, Fate, ReportFate, ReportOutcome
from zi_excel.weekly.places import settings_of_book


def refresh_book(path: Path, weekly: Settings, log: Logger, tries: int) -> BookOutcome:
    """Refreshes the tabs as of today, whenever that is.

    Args:
        path: the workbook.
        weekly: the run's own settings; they count where the workbook has none beside it.
        log: takes the traceback of a defect.
        tries: which try this is, from 1.
    """
    try:
        done = monev(path, settings=settings_of_book(path, weekly))
    except BusyError as busy:
        return BookOutcome(path, Fate.TERPAKAI, tries, today(), str(busy))
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        return BookOutcome(path, Fate.GAGAL, tries, today(), _failure_sentence(path, failure, log))
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
        told=done.told,
    )


def validate_book(outcome: BookOutcome, weekly: Settings, log: Logger) -> BookOutcome:
    """Adds the findings of a workbook that could not be refreshed, where it can at least be read."""
    try:
        store.check_read(outcome.path)
        validated = validasi(outcome.path, settings=settings_of_book(outcome.path, weekly))
    except ZiExcelError:  # the outcome says already why it can't be used
        return outcome
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        log.error(_failure_sentence(outcome.path, failure, log, "tidak diperiksa"))  # noqa: TRY400  (a sentence, not a defect)
        return outcome
    return outcome._replace(sheet=validated.plan.sheet, findings=validated.findings)


def write_report(book: BookOutcome, weekly: Settings, log: Logger, shared: Mapping[Path, Path]) -> BookOutcome:
    """Writes the report of a refreshed workbook, as of the same day, where the settings want one.

    Whatever goes wrong with it changes nothing of what is said of the workbook.

    Args:
        book: what became of the workbook, and of its report until now.
        weekly: the run's own settings.
        log: takes the traceback of a defect.
        shared: what `shared_reports` says of the run's workbooks.
    """
    out = weekly.mingguan.report_of(book.path)
    if out is None or not book.done:
        return book
    tries = 1 if book.report is None else book.report.tries + 1

    def failed(message: str, fate: ReportFate = ReportFate.GAGAL) -> BookOutcome:
        return book._replace(report=ReportOutcome(out, fate, tries, message))

    if book.path in shared:
        return failed(
            f"nama laporan itu juga yang dipakai untuk '{shared[book.path]}', jadi tidak ditulis; bedakan nama buku "
            "kerjanya, atau atur `mingguan.laporan` sehingga laporan berdiri di folder masing-masing."
        )
    if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
        return failed(f"folder '{out.parent}' tidak ada; buat folder itu, atau ganti `mingguan.laporan`.")
    try:
        settings = settings_of_book(book.path, weekly)
        if os.path.lexists(out):
            store.check_not_open(out)  # before all the work, as every try asks
        done = laporan(book.path, out, per=book.per, settings=settings)
        _remove_litter(out, settings)
    except BusyError as busy:
        return failed(str(busy), ReportFate.TERPAKAI)
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        return failed(_failure_sentence(book.path, failure, log, "laporannya tidak ditulis"))
    fate = ReportFate.DITULIS if done.changed else ReportFate.MUTAKHIR
    return book._replace(report=ReportOutcome(out, fate, tries, backup=done.backup, left=len(done.left)))


def _remove_litter(out: Path, settings: Settings) -> None:
    """What a run that was killed left unfinished; only now, as there is no lock on a report that isn't there yet."""
    with suppress(WorkbookError), store.lock(out):
        store.clean(out, backup_dir=Path(settings.cadangan.folder), keep=None)


def _failure_sentence(path: Path, failure: Exception, log: Logger, what: str = "tidak disegarkan") -> str:
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
