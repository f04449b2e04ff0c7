"""A scheduler, a closed terminal or a shutdown stops a command as Ctrl+C does: it cleans up first."""

from __future__ import annotations

import signal
from types import FrameType

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")  # the last is Windows' (Ctrl+Break, a closed console), which lacks SIGHUP


def heed_stop_signals() -> None:
    """Lets the signals that ask a process to end raise a KeyboardInterrupt; those that are ignored already stay so."""
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the cleaning up
    raise KeyboardInterrupt
