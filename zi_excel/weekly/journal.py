"""The run's log: a text file for people, in Western Indonesian Time, that never grows without end."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from zi_excel.clock import JAKARTA
from zi_excel.errors import UsageError, reason_of
from zi_excel.settings.settings import Mingguan

_BYTES, _OLDER = 1_000_000, 5
"""The log's size before a new one is begun, and how many older ones are kept (`x.log.1` is the youngest)."""

_WORDS = {"INFO": "INFO", "WARNING": "PERHATIAN", "ERROR": "GALAT"}


class Journal:
    """An open log. log: takes the lines."""

    def __init__(self, path: Path, *, grows: bool = False) -> None:
        self.path = path
        most = 0 if grows else _BYTES
        self._handler = _Handler(path, maxBytes=most, backupCount=_OLDER, encoding="utf-8", errors="backslashreplace")
        self._handler.setFormatter(
            _Formatter("{asctime}  {levelname:<9}  {message}", "%Y-%m-%d %H:%M:%S WIB", style="{")
        )
        self.log = logging.Logger("zi_excel.weekly", logging.INFO)  # noqa: LOG001  (a run's own, not the process's)
        self.log.addHandler(self._handler)

    @property
    def failure(self) -> str | None:
        """Why a line could not be written, half a sentence; None: all were."""
        return self._handler.failure

    def close(self) -> None:
        """No more lines."""
        self._handler.close()


@contextmanager
def journal(path: Path, *, grows: bool = False) -> Iterator[Journal]:
    """The log, open for more lines.

    Args:
        path: the file.
        grows: never to begin a new one, as another run has this one open.

    Raises:
        UsageError: it can't be written to.
    """
    try:
        opened = Journal(path, grows=grows)
    except OSError as failure:
        raise UsageError(f"log '{path}' tidak dapat ditulis ({reason_of(failure)}); periksa `mingguan.log`.") from None
    try:
        yield opened
    finally:
        opened.close()


def tell_beside(settings_file: Path, wrong: UsageError) -> None:
    """Logs why settings can't be followed: in the usual log beside them, as they name none that could be trusted."""
    if os.path.isfile(settings_file):  # noqa: PTH113  (False also where it can't be looked at)
        try:
            with journal(settings_file.parent / Mingguan().log) as beside:
                beside.log.error(str(wrong))
        except UsageError:  # whoever started the run is told all the same
            return


class _Handler(RotatingFileHandler):
    """A handler that stops no run and prints nothing where the log can't be written, or no new one begun."""

    failure: str | None = None

    def doRollover(self) -> None:  # noqa: N802  (logging's name)
        """Begins a new file; goes on with the old one where somebody has it open (Windows can't rename it then)."""
        with suppress(OSError):
            super().doRollover()
        if self.stream is None:
            self.stream = self._open()

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802  (likewise)
        """Remembers what went wrong."""
        failure = sys.exception()
        self.failure = reason_of(failure) if isinstance(failure, OSError) else str(failure)

    def close(self) -> None:
        """As usual; what a full disk did not take is given up."""
        try:
            super().close()
        except OSError as failure:
            self.failure = reason_of(failure)


class _Formatter(logging.Formatter):
    """A line per message, whatever stands in the names of files."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802  (logging's name)
        """The time in Jakarta."""
        return datetime.fromtimestamp(record.created, JAKARTA).strftime(datefmt or "%c")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (likewise)
        """The level in Indonesian; control characters can't begin a line of their own."""
        record.levelname = _WORDS.get(record.levelname, record.levelname)
        record.message = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "?", record.message)
        return super().formatMessage(record)
