"""The process that works on one workbook of the weekly run (limited.py): a task goes in, its outcome comes out."""

from __future__ import annotations

import logging
import pickle
import signal
import sys
from types import FrameType

from zi_excel.settings.loading import load_settings
from zi_excel.weekly import one_book
from zi_excel.weekly.limited import Done, Kept, Task, packed


def main() -> None:
    """Does the task that stands on standard input, and writes what came of it to standard output."""
    signal.signal(signal.SIGTERM, _stop)
    task: Task = pickle.load(sys.stdin.buffer)  # noqa: S301  (of the process that started this one)
    kept = Kept()
    log = logging.Logger("zi_excel.weekly", logging.INFO)  # noqa: LOG001  (a run's own, not the process's)
    log.addHandler(kept)
    first, *others = task.arguments
    outcome = getattr(one_book, task.work)(first, load_settings(task.source), log, *others)
    sys.stdout.buffer.write(packed(Done(outcome, tuple(kept.lines))))
    sys.stdout.flush()


def _stop(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one must not interrupt the clearing up
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
