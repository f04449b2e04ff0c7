"""The evaluator's report of one workbook of the weekly run: written, or a sentence that says why not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from logging import Logger
from pathlib import Path

import zi_excel
from zi_excel import store
from zi_excel.errors import BusyError, WorkbookError
from zi_excel.settings.mingguan import Mingguan
from zi_excel.settings.settings import Settings
from zi_excel.weekly.books import key_of
from zi_excel.weekly.one_book import failure_sentence
from zi_excel.weekly.outcome import BookOutcome, ReportFate, ReportOutcome
from zi_excel.weekly.places import settings_of_book


def write_report(book: BookOutcome, weekly: Settings, log: Logger, shared: Mapping[Path, Path]) -> BookOutcome:
    """Writes the report of a refreshed workbook, as of the same day, where the settings want one.

    Whatever goes wrong with it ends here, and changes nothing of what is said of the workbook.

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
        done = zi_excel.laporan(book.path, out, per=book.per, settings=settings)
        _remove_litter(out, settings)
    except BusyError as busy:
        return failed(str(busy), ReportFate.TERPAKAI)
    except Exception as failure:  # noqa: BLE001  (the other workbooks go on)
        return failed(failure_sentence(book.path, failure, log, "laporannya tidak ditulis"))
    fate = ReportFate.DITULIS if done.changed else ReportFate.MUTAKHIR
    return book._replace(report=ReportOutcome(out, fate, tries, backup=done.backup, left=len(done.left)))


def _remove_litter(out: Path, settings: Settings) -> None:
    """What a run that was killed left unfinished; only now, as there is no lock on a report that isn't there yet."""
    with suppress(WorkbookError), store.lock(out):
        store.clean(out, backup_dir=Path(settings.cadangan.folder), keep=None)


def shared_reports(books: Iterable[Path], weekly: Mingguan) -> Mapping[Path, Path]:
    """The workbooks whose report would take the place of another one's, each with that other workbook.

    `a.xlsx` and `a.xlsm` in one folder; two of the same name where all reports go into one folder.
    """
    first: dict[str, Path] = {}
    shared: dict[Path, Path] = {}
    for book in books:
        out = weekly.report_of(book)
        if out is not None and (other := first.setdefault(key_of(out), book)) != book:
            shared[book] = other
    return shared
