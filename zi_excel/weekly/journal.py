"""The run's log: a text file for people, in Western Indonesian Time, that never grows without end.

Each of its lines begins with `#`, and shows no character that a screen acts on: names of files and texts of workbooks
are others' to choose, and no shell or other program that is given the log may take a part of one for a command.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import UsageError, WorkbookError, reason_of
from zi_excel.outputs.safe_text import one_line
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

    def narrow(self, widest: int) -> None:
        """Lets nobody read it, or the older ones, whom a mode does not; a new one, everybody whom that does."""
        self._handler.widest = widest
        store.narrow(self.path, widest, kept=_OLDER, new=self._handler.new)

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
    except WorkbookError as refused:
        raise UsageError(f"log {refused} Lihat `mingguan.log`.") from None
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
        except UsageError:  # whoever started the run hears of it anyway
            return


class _Handler(RotatingFileHandler):
    """A handler that stops no run and prints nothing where the log can't be written, or no new one begun.

    new: whether this run made the file. widest: the mode that it may have; None: that isn't known yet.
    """

    failure: str | None = None
    new: bool = False
    widest: int | None = None

    def _open(self) -> TextIOWrapper:
        """The log by a descriptor that is proven: neither a link nor another user's file is written to."""
        handle = store.open_own(Path(self.baseFilename))
        self.new = self.new or os.fstat(handle).st_size == 0
        stream = os.fdopen(handle, "a", encoding=self.encoding, errors=self.errors)
        if self.widest is not None:
            store.narrow(Path(self.baseFilename), self.widest, new=self.new)
        return stream

    def doRollover(self) -> None:  # noqa: N802  (logging's name)
        """Begins a new file; goes on with the old one where somebody has it open (Windows can't rename it then)."""
        if self.stream is not None:
            self.stream.close()
        self.stream = None
        with suppress(OSError, WorkbookError):
            store.turn_over(Path(self.baseFilename), self.backupCount)
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
    """A line per message, whatever stands in the names of files; each a comment to any shell."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802  (logging's name)
        """The time in Jakarta."""
        return datetime.fromtimestamp(record.created, JAKARTA).strftime(datefmt or "%c")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (likewise)
        """The level in Indonesian; control characters can't begin a line of their own."""
        record.levelname = _WORDS.get(record.levelname, record.levelname)
        record.message = _inert(record.message)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        """The lines of a message: one, and those of a defect."""
        return "\n".join(f"# {_inert(line)}" for line in super().format(record).split("\n"))


def _inert(text: str) -> str:
    """A text without what a screen acts on; half a character, as other encodings leave in names, as its number."""
    return one_line(text.encode("utf-8", "backslashreplace").decode("utf-8"))
