"""The time limit of the weekly run: each try at a workbook is a process of its own, ended when it takes too long.

A process, as nothing else can be stopped on every system, whatever it is at; one for each try, as what it leaves behind
in memory goes with it. It may be ended at any moment, in the middle of replacing too: the store puts a workbook in
another's place by one renaming, so that the old or the new one is there, whole, and the next run clears what was
left unfinished. It is asked to stop first (not on Windows, where it can't be), and then clears that itself.
"""

from __future__ import annotations

import copyreg
import io
import logging
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from logging import Logger
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from zi_excel.errors import WorkbookError, reason_of

_GRACE = 10.0
"""Seconds in which a process that was asked to stop may clear up."""
_WORKER = "zi_excel.weekly.worker"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class TimeIsUpError(WorkbookError):
    """A workbook took longer than the settings allow."""


class Task(NamedTuple):
    """What is to be done with one workbook: the name of a function of one_book.py, and its arguments.

    source: the settings file, which the process reads by itself. The function gets its settings and a log as well.
    """

    work: str
    source: Path
    arguments: tuple[Any, ...]


class Done(NamedTuple):
    """What came of it. lines: those for the log, each with its level and the traceback of a defect."""

    outcome: Any
    lines: tuple[tuple[int, str, str | None], ...] = ()


def limited(task: Task, book: Path, minutes: float, log: Logger) -> Any:
    """Does a task in a process of its own; what its function gives.

    Args:
        task: what is to be done.
        book: the workbook that it is about.
        minutes: how long it may take.
        log: gets the lines that the process would have written to it.

    Raises:
        TimeIsUpError: it took longer, and was ended.
        WorkbookError: the process could not be started, or came to no end.
    """
    # Not from the working folder, which others may write to, but from where this very package lies.
    home = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))))
    try:
        process = subprocess.Popen(  # noqa: S603  (this very program)
            [sys.executable, "-P", "-m", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": home},
            creationflags=_NO_WINDOW,
        )
    except OSError as failure:
        raise WorkbookError(
            f"'{book}' tidak dikerjakan: proses untuknya tidak dapat dimulai ({reason_of(failure)}); coba lagi, atau "
            "atur `mingguan.batas_menit = 0` agar dikerjakan tanpa batas waktu."
        ) from None
    try:
        out, err = process.communicate(packed(task), timeout=minutes * 60)
    except subprocess.TimeoutExpired:
        raise TimeIsUpError(
            f"'{book}' dihentikan karena belum selesai dalam {f'{minutes:g}'.replace('.', ',')} menit; berkasnya tetap "
            "utuh. Periksa isinya (teks atau baris yang tidak wajar banyaknya), atau besarkan `mingguan.batas_menit`."
        ) from None
    finally:
        _ended(process)
    if process.returncode != 0:
        if (said := err.decode("utf-8", "replace").strip()) != "":
            log.error("'%s': rincian untuk pembuat alat: %s", book, said[-2000:])
        raise WorkbookError(
            f"'{book}' tidak dikerjakan sampai selesai: prosesnya berhenti sendiri (kode {process.returncode}), "
            "misalnya karena memori komputer tidak cukup; berkasnya tetap utuh. Tutup program lain, lalu ulangi."
        )
    done: Done = pickle.loads(out)  # noqa: S301  (of our own process)
    for level, line, details in done.lines:
        record = log.makeRecord(log.name, level, "", 0, line, (), None)
        record.exc_text = details
        log.handle(record)
    return done.outcome


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Sees a process off: one that is still on is asked to stop, then made to."""
    if process.poll() is None:
        process.terminate()
        try:
            process.communicate(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):  # what was not taken is given up
                pipe.close()


def _read_only(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


class _Pickler(pickle.Pickler):
    """Knows read-only mappings, too, of which results are full."""

    dispatch_table = {**copyreg.dispatch_table, MappingProxyType: lambda item: (_read_only, (dict(item),))}  # noqa: RUF012  (as pickle wants it)


def packed(item: Task | Done) -> bytes:
    """A task or what came of it, as bytes for the other process."""
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(item)
    return out.getvalue()


class Kept(logging.Handler):
    """Keeps what is logged, for the process that asked."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[int, str, str | None]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a line, with the traceback of a defect as text."""
        details = logging.Formatter().formatException(record.exc_info) if record.exc_info else None
        self.lines.append((record.levelno, record.getMessage(), details))
