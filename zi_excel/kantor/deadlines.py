"""The end of what takes too long: the process that is at work on it ends itself.

Nothing else stops a task that hangs, least of all one that hangs in a library's C code. A process may have several
tasks at work (a Dask worker has threads), so the earliest deadline counts.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import threading
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Home(NamedTuple):
    """A process of a machine."""

    node: str
    pid: int

    @classmethod
    def here(cls) -> Self:
        """This process."""
        return cls(platform.node(), os.getpid())


class _Deadlines:
    """Those of the tasks that this process is at work on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_thread: dict[int, float] = {}
        self._nowhere: int | None = None

    def begin(self, seconds: float) -> None:
        """The calling thread begins a task."""
        with self._lock:
            self._by_thread[threading.get_ident()] = monotonic() + seconds
            self._set()

    def end(self) -> None:
        """The calling thread is done with it."""
        with self._lock:
            self._by_thread.pop(threading.get_ident(), None)
            self._set()

    def _set(self) -> None:
        """The timer runs in C, and waits for no lock of Python's."""
        if self._nowhere is None:
            self._nowhere = os.open(os.devnull, os.O_WRONLY)  # as long as the process lives
        if self._by_thread:
            left = max(min(self._by_thread.values()) - monotonic(), 0.001)
            faulthandler.dump_traceback_later(left, exit=True, file=self._nowhere)
        else:
            faulthandler.cancel_dump_traceback_later()


_DEADLINES = _Deadlines()
"""The process has one such timer, so there is one object."""


def ended_in_time(function: Callable[[Task], Result], limit: float, home: Home, task: Task) -> Result:
    """The function's result. After `limit` seconds the process ends, unless it is the one that asked (home)."""
    if Home.here() == home:
        return function(task)
    _DEADLINES.begin(limit)
    try:
        return function(task)
    finally:
        _DEADLINES.end()
