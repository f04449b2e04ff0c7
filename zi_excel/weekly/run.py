"""The run itself: every workbook tried, those that are open again and again, and all of it told as it happens."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from time import sleep as sleep_for
from typing import Any, NamedTuple

from zi_excel import __version__, store
from zi_excel.clock import JAKARTA
from zi_excel.config import Settings, load_settings
from zi_excel.errors import BusyError, UsageError, WorkbookError, ZiExcelError
from zi_excel.rule_settings import overrides_of
from zi_excel.weekly.books import Found
from zi_excel.weekly.journal import Journal, journal
from zi_excel.weekly.one_book import refresh_book, validate_book, write_report
from zi_excel.weekly.outcome import RUNNING, BookOutcome, Fate, RunOutcome, outcome_json
from zi_excel.weekly.places import Places, books_of, places_of
from zi_excel.weekly.wording import book_line, died_line, end_line, waiting_line
from zi_excel.weekly_settings import Mingguan


class AnotherRunError(ZiExcelError):
    """A run with the same settings is on already."""


class Step(NamedTuple):
    """Where the run is, for whoever looks on. done, total: workbooks. at: the one it is at; None: it waits.

    waiting: for how many, seconds: until the next try.
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
        watch: is told where the run is.
        sleep: waits for so many seconds.
        unattended: nobody looks on: then the folder of the settings is waited for, too, as long as is usual.

    Raises:
        UsageError: the settings can't be followed; where there is a place for it, the log says so too.
        AnotherRunError: another run with these settings is on; the log says so.
    """
    if unattended:
        _await_folder(settings_file.parent, sleep)
    try:
        settings = load_settings(settings_file)
        overrides_of(settings)
        places = places_of(settings)
    except UsageError as wrong:
        _tell_beside(settings_file, wrong)
        raise
    with ExitStack() as stack:
        try:
            stack.enter_context(store.lock(settings_file))
        except BusyError:
            said = f"penyegaran lain dengan '{settings_file}' sedang berjalan; yang ini tidak mengerjakan apa pun."
            with suppress(UsageError), journal(places.log, grows=True) as others:
                others.log.warning(said)
            raise AnotherRunError(said) from None
        try:
            told = stack.enter_context(journal(places.log))
        except UsageError as wrong:
            _tell_beside(settings_file, wrong)
            raise
        return _Run(settings, places, told, watch=watch, sleep=sleep).outcome()


class _Run:
    """One run, under its lock."""

    def __init__(
        self,
        settings: Settings,
        places: Places,
        told: Journal,
        *,
        watch: Callable[[Step], None],
        sleep: Callable[[float], None],
    ) -> None:
        self._settings, self._places, self._told, self._watch, self._sleep = settings, places, told, watch, sleep
        self._books: dict[Path, BookOutcome] = {}
        self._state = RunOutcome(places.source, datetime.now(JAKARTA))
        self._unwritten: str | None = None

    def outcome(self) -> RunOutcome:
        """Runs to the end, and hands out what came of it."""
        log = self._told.log
        if (died := _died(self._places.result)) is not None:
            log.warning(died_line(died))
        log.info("Mulai: zi-excel %s, pengaturan '%s'", __version__, self._state.settings)
        try:
            self._rounds()
            self._validate_others()
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
            found = self._find()
            for path in dict.fromkeys((*found.books, *self._books)):
                if path not in self._books or self._books[path].fate is Fate.TERPAKAI:
                    self._try(path, len({*found.books, *self._books}))
            open_ones = [each.path for each in self._books.values() if each.fate is Fate.TERPAKAI]
            if not (open_ones or found.missed) or left <= 0:
                return
            pause = min(weekly.jeda_menit * 60, left)
            total = len(self._books)
            self._state = self._state._replace(at=None)
            self._report()
            self._watch(Step(total - len(open_ones), total, waiting=len(open_ones) + len(found.missed), seconds=pause))
            self._sleep(pause)
            left -= pause

    def _find(self) -> Found:
        found = books_of(self._settings, self._places)
        for each in found.missed:
            if each.pattern not in {known.pattern for known in self._state.missed}:
                self._told.log.warning("Pola '%s': %s", each.pattern, each.reason)
        self._state = self._state._replace(missed=found.missed)
        return found

    def _try(self, path: Path, total: int) -> None:
        self._state = self._state._replace(at=path)
        self._report()
        self._watch(Step(sum(each.done for each in self._books.values()), total, path))
        tries = self._books[path].tries + 1 if path in self._books else 1
        outcome = write_report(
            refresh_book(path, self._settings, self._told.log, tries), self._settings, self._told.log
        )
        self._books[path] = outcome
        if outcome.fate is Fate.TERPAKAI:
            if tries == 1:  # later sentences differ only in how long ago it was opened
                self._told.log.warning(waiting_line(outcome, self._settings.mingguan))
        else:
            self._tell(outcome)

    def _validate_others(self) -> None:
        for path, outcome in self._books.items():
            if not outcome.done:
                self._books[path] = validate_book(outcome, self._settings)
                if outcome.fate is Fate.TERPAKAI:
                    self._tell(self._books[path])

    def _tell(self, outcome: BookOutcome) -> None:
        tell = self._told.log.info if outcome.done else self._told.log.error
        tell(book_line(outcome))
        if outcome.report_problem is not None:
            self._told.log.error("Laporan '%s': %s", outcome.report, outcome.report_problem)
        for sentence in outcome.touched:
            self._told.log.warning("'%s': %s", outcome.path, sentence)

    def _end(self, *, interrupted: bool) -> RunOutcome:
        self._state = self._state._replace(ended=datetime.now(JAKARTA), interrupted=interrupted, at=None)
        self._report()
        self._told.log.info(end_line(self._state))
        failed = self._told.failure
        log = None if failed is None else f"log '{self._places.log}' tidak dapat ditulis ({failed})."
        self._state = self._state._replace(unwritten=tuple(filter(None, (self._unwritten, log))))
        self._watch(Step(len(self._books), len(self._books)))
        return self._state

    def _report(self) -> None:
        """Writes the result file. What keeps it from being written keeps no workbook from being refreshed."""
        self._state = self._state._replace(books=tuple(self._books.values()))
        content = json.dumps(outcome_json(self._state), ensure_ascii=False, indent=2)
        try:
            store.overwrite(self._places.result, content.encode("utf-8", "backslashreplace"))
        except WorkbookError as failure:
            if self._unwritten is None:
                self._told.log.warning("Berkas hasil: %s", failure)
            self._unwritten = f"berkas hasil {failure}"
        else:
            self._unwritten = None


def _await_folder(folder: Path, sleep: Callable[[float], None]) -> None:
    """A network drive is back only some time after the computer woke; the settings may be on it, and the log."""
    usual = Mingguan()
    left = usual.tunggu_menit
    while left > 0 and not os.path.isdir(folder):  # noqa: PTH112  (False also where it can't be looked at)
        sleep(usual.jeda_menit * 60)
        left -= usual.jeda_menit


def _died(result: Path) -> dict[str, Any] | None:
    """What the run before this one left, where it did not come to its end; nobody else is running now."""
    try:
        before = json.loads(result.read_bytes())
    except (OSError, ValueError):  # the first run, or no file of ours
        return None
    return before if isinstance(before, dict) and before.get("keadaan") == RUNNING else None


def _tell_beside(settings_file: Path, wrong: UsageError) -> None:
    """Settings that can't be followed name no log that can be written: then it is the usual one beside them."""
    if os.path.isfile(settings_file):  # noqa: PTH113  (False also where it can't be looked at)
        try:
            with journal(settings_file.parent / Mingguan().log) as told:
                told.log.error(str(wrong))
        except UsageError:  # said to whoever started the run all the same
            return
