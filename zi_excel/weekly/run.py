"""The run itself: every workbook is tried, those that are open again and again, and all of it told as it happens."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from time import sleep as sleep_for
from typing import Any, NamedTuple, cast

from zi_excel import store
from zi_excel.clock import JAKARTA, today
from zi_excel.errors import BusyError, UsageError, WorkbookError
from zi_excel.outputs.safe_text import json_text
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import Mingguan, Settings
from zi_excel.validation.engine import overrides_of
from zi_excel.version import __version__
from zi_excel.weekly import one_book
from zi_excel.weekly.books import Matches
from zi_excel.weekly.journal import Journal, journal, tell_beside
from zi_excel.weekly.kept_away import kept_away
from zi_excel.weekly.outcome import (
    BookOutcome,
    Fate,
    ReportFate,
    ReportOutcome,
    RunOutcome,
    left_by_killed,
    outcome_json,
)
from zi_excel.weekly.places import Places, books_of, places_of, shared_reports
from zi_excel.weekly.rekap import write_rekap
from zi_excel.weekly.wording import book_line, died_line, end_line, rekap_line, report_line, waiting_line

_OWNERS = 0o600  # the mode of log and result file until the workbooks are known


class Step(NamedTuple):
    """Where the run is, for whoever looks on. at: the workbook that is being refreshed; None: the run waits.

    done: how many workbooks are dealt with, whatever came of them, so that it never falls. total: all of them, and
    patterns without one. waiting: for how many of these; seconds: until the next try.
    """

    done: int
    total: int
    at: Path | None = None
    waiting: int = 0
    seconds: float = 0


def weekly_run(
    settings_file: Path,
    *,
    watch: Callable[[Step], None] = lambda _: None,
    sleep: Callable[[float], None] = sleep_for,
    unattended: bool = False,
) -> RunOutcome:
    """Refreshes every workbook of a settings file, and tells log and result file.

    Args:
        settings_file: the `zi-excel.toml` with the section `[mingguan]`.
        watch: called with each step of the run.
        sleep: called with the seconds to wait before the next try.
        unattended: nobody looks on: then the folder of the settings is waited for, too, as long as is usual.

    Raises:
        UsageError: the settings can't be followed; the log says so too where there can be one.
        AnotherRunError: another run with these settings is on; the log says so too, and the result file if it goes on.
        WorkbookError: whether there is another can't be known; the log says so too.
    """
    if unattended:
        _await_folder(settings_file.parent, sleep)
    try:
        settings = load_settings(settings_file)
        overrides_of(settings)
        places = places_of(settings)
    except UsageError as wrong:
        tell_beside(settings_file, wrong)
        raise
    with ExitStack() as stack:
        try:
            stack.enter_context(store.lock(settings_file, within=places.result.parent))
        except BusyError:
            raise kept_away(settings_file, places) from None
        except WorkbookError as failure:  # there can be no lock
            with suppress(UsageError), journal(places.log) as opened:
                opened.log.error(str(failure))  # noqa: TRY400  (a sentence, not a defect)
            raise
        try:
            opened = stack.enter_context(journal(places.log))
        except UsageError as wrong:
            tell_beside(settings_file, wrong)
            raise
        return _Run(settings, places, opened, watch=watch, sleep=sleep).outcome()


def _await_folder(folder: Path, sleep: Callable[[float], None]) -> None:
    """Waits for a network drive, back only some time after the computer woke: settings and log may be on it."""
    usual = Mingguan()
    left = usual.tunggu_menit
    while left > 0 and not os.path.isdir(folder):  # noqa: PTH112  (False also where it can't be looked at)
        sleep(usual.jeda_menit * 60)
        left -= usual.jeda_menit


class _Run:
    """One run, under its lock."""

    def __init__(
        self,
        settings: Settings,
        places: Places,
        opened: Journal,
        *,
        watch: Callable[[Step], None],
        sleep: Callable[[float], None],
    ) -> None:
        self._settings, self._places, self._journal, self._watch, self._sleep = settings, places, opened, watch, sleep
        self._books: dict[Path, BookOutcome] = {}
        self._state = RunOutcome(places.source, datetime.now(JAKARTA))
        self._widest = _OWNERS
        self._unwritten: str | None = None
        self._stopped: set[Path] = set()

    def outcome(self) -> RunOutcome:
        """Runs to the end, and hands out what came of it."""
        log = self._journal.log
        if (died := left_by_killed(self._places.result)) is not None:
            log.warning(died_line(died))
        log.info("Mulai: zi-excel %s, pengaturan '%s'", __version__, self._state.settings)
        try:
            self._rounds()
            self._validate_others()
            self._write_rekap()
        except BaseException as stopped:
            if not isinstance(stopped, KeyboardInterrupt):
                log.error("Ada kesalahan di dalam alat ini sendiri; rincian untuk pembuat alat:", exc_info=stopped)  # noqa: TRY400
            self._end(interrupted=True)
            raise
        return self._end(interrupted=False)

    def _rounds(self) -> None:
        """Every workbook once, then again those that are open and patterns without one, until that was long enough.

        The waiting is counted by the pauses made: a computer that sleeps meanwhile, or a clock that is set, shortens
        nothing, and there is a try after each pause.
        """
        weekly = self._settings.mingguan
        left = weekly.tunggu_menit * 60
        while True:
            matches = self._find()
            books = dict.fromkeys((*self._books, *matches.books))  # also those that are gone meanwhile
            shared = shared_reports(books, weekly)
            for path in dict.fromkeys((*matches.books, *books)):
                if path not in self._books or self._books[path].waits:
                    self._try(path, len(books) + len(matches.missed), shared)
            open_ones = [each.path for each in self._books.values() if each.waits]
            if not (open_ones or matches.missed) or left <= 0:
                return
            pause = min(weekly.jeda_menit * 60, left)
            self._state = self._state._replace(at=None)
            self._report()
            waiting, done = len(open_ones) + len(matches.missed), len(self._books) - len(open_ones)
            self._watch(Step(done, done + waiting, waiting=waiting, seconds=pause))
            self._sleep(pause)
            left -= pause

    def _find(self) -> Matches:
        matches = books_of(self._settings, self._places)
        self._widest = store.narrowest({*self._books, *matches.books})
        self._journal.narrow(self._widest)
        for missed in matches.missed:
            if missed.pattern not in {earlier.pattern for earlier in self._state.missed}:
                self._journal.log.warning("Pola '%s': %s", missed.pattern, missed.reason)
        self._state = self._state._replace(missed=matches.missed)
        return matches

    def _try(self, path: Path, total: int, shared: Mapping[Path, Path]) -> None:
        """Refreshes a workbook, then writes its report; of one that is refreshed already only the report is left."""
        self._state = self._state._replace(at=path)
        self._report()
        self._watch(Step(sum(not each.waits for each in self._books.values()), total, path))
        before = self._books.get(path)
        if before is None or not before.done:
            tries = 1 if before is None else before.tries + 1
            self._books[path] = self._refreshed(path, tries)
            self._tell_try(path, self._books[path].fate is Fate.TERPAKAI, tries)
        outcome = self._books[path] = self._with_report(self._books[path], shared)
        if outcome.report is not None:
            self._tell_report(outcome.report)

    def _refreshed(self, path: Path, tries: int) -> BookOutcome:
        try:
            return self._done("refresh_book", path, path, tries)
        except WorkbookError as failure:  # of the process; what the workbook itself is like, the outcome says
            self._stopped.add(path)
            return BookOutcome(path, Fate.GAGAL, tries, today(), str(failure))

    def _with_report(self, book: BookOutcome, shared: Mapping[Path, Path]) -> BookOutcome:
        out = self._settings.mingguan.report_of(book.path)
        if out is None or not book.done:
            return book
        try:
            return self._done("write_report", book.path, book, dict(shared))
        except WorkbookError as failure:
            tries = 1 if book.report is None else book.report.tries + 1
            return book._replace(report=ReportOutcome(out, ReportFate.GAGAL, tries, str(failure)))

    def _validated(self, book: BookOutcome) -> BookOutcome:
        if book.path in self._stopped:  # it would take as long again
            return book
        try:
            return self._done("validate_book", book.path, book)
        except WorkbookError as failure:
            self._journal.log.error(str(failure))  # noqa: TRY400  (a sentence, not a defect)
            return book

    def _done(self, work: str, path: Path, first: Path | BookOutcome, *others: Any) -> BookOutcome:
        """What a function of one_book.py gives: within the time limit of the settings, where they set one.

        Raises:
            WorkbookError: the process that works within the limit was ended, or ended by itself.
        """
        log, minutes = self._journal.log, self._settings.mingguan.batas_menit
        if minutes == 0:
            outcome = getattr(one_book, work)(first, self._settings, log, *others)
        else:
            from zi_excel.weekly.limited import Task, limited

            outcome = limited(Task(work, self._places.source, (first, *others)), path, minutes, log)
        return cast("BookOutcome", outcome)

    def _tell_try(self, path: Path, waits: bool, tries: int) -> None:
        if not waits:
            self._tell(self._books[path])
        elif tries == 1:  # later sentences differ only in how long ago it was opened
            self._journal.log.warning(waiting_line(self._books[path].message, self._settings.mingguan))

    def _tell_report(self, report: ReportOutcome, *, last: bool = False) -> None:
        if report.fate is not ReportFate.TERPAKAI or last:
            tell = self._journal.log.info if report.done and not report.left else self._journal.log.warning
            (tell if report.done else self._journal.log.error)(report_line(report))
        elif report.tries == 1:
            self._journal.log.warning(waiting_line(report.message, self._settings.mingguan))

    def _validate_others(self) -> None:
        for path, outcome in self._books.items():
            if not outcome.done:
                self._books[path] = self._validated(outcome)
                if outcome.fate is Fate.TERPAKAI:
                    self._tell(self._books[path])
            if outcome.report is not None and outcome.waits:
                self._tell_report(outcome.report, last=True)

    def _write_rekap(self) -> None:
        """The rekap of all that is now as it will be today; who can't be read in it is told too."""
        if self._settings.rekap.keluaran is None:
            return
        log = self._journal.log
        rekap = write_rekap(self._settings, self._places.source, self._books, today(), log)
        self._state = self._state._replace(rekap=rekap)
        if rekap is not None:
            (log.info if rekap.done and not rekap.unread else log.warning if rekap.done else log.error)(
                rekap_line(rekap)
            )
            for sentence in rekap.unread:
                log.warning(sentence)

    def _tell(self, outcome: BookOutcome) -> None:
        tell = self._journal.log.info if outcome.done else self._journal.log.error
        tell(book_line(outcome))
        for sentence in (*outcome.touched, *outcome.told):
            self._journal.log.warning("'%s': %s", outcome.path, sentence)

    def _end(self, *, interrupted: bool) -> RunOutcome:
        """The last words. Each of the two files tells of the other's failure; the exit code, of both."""
        ended = datetime.now(JAKARTA)
        self._state = self._state._replace(
            ended=ended, interrupted=interrupted, at=None, unwritten=self._unsaid(result=None)
        )
        self._report()
        self._state = self._state._replace(unwritten=self._unsaid(self._unwritten))
        self._journal.log.info(end_line(self._state))
        self._state = self._state._replace(unwritten=self._unsaid(self._unwritten))
        self._watch(Step(len(self._books), len(self._books)))
        return self._state

    def _unsaid(self, result: str | None) -> tuple[str, ...]:
        """What could not be written, in sentences: the result file, as it says, and the log."""
        failed = self._journal.failure
        log = None if failed is None else f"log '{self._places.log}' tidak dapat ditulis ({failed})."
        return tuple(filter(None, (result, log)))

    def _report(self) -> None:
        """Writes the result file. What keeps it from being written keeps no workbook from being refreshed."""
        self._state = self._state._replace(books=tuple(self._books.values()))
        content = json_text(outcome_json(self._state))
        try:
            store.overwrite(self._places.result, content.encode("utf-8", "backslashreplace"), widest=self._widest)
        except WorkbookError as failure:
            if self._unwritten is None:
                self._journal.log.warning("Berkas hasil: %s", failure)
            self._unwritten = f"berkas hasil {failure}"
        else:
            self._unwritten = None
