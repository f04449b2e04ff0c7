"""Workers that are processes of this machine, or an executor that the caller has already."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import suppress

from zi_excel.errors import UsageError
from zi_excel.kantor.engine import Workers

_AHEAD = 2
_GRACE = 10.0
"""Seconds beyond its time after which a process that did not end itself is given up."""


def process_workers(count: int | None, limit: float, borrowed: Executor | None = None) -> Workers:
    """A pool of processes, made anew whenever one of them dies.

    Args:
        count: how many processes; None: one per core that this process may use.
        limit: seconds that one task may take.
        borrowed: an executor to be used as long as it is whole; it is not shut down.
    """
    number = count or cores()
    pools = _Pools(borrowed)
    return Workers(number, _AHEAD, limit, limit * _AHEAD + _GRACE, pools.make, pools.end, pools.check)


def cores() -> int:
    """How many processes may run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Pools:
    """The pools of a run, one after the other."""

    def __init__(self, borrowed: Executor | None) -> None:
        self._borrowed = borrowed
        self._answered = False

    def make(self, count: int) -> Executor:
        """A new pool. Spawned on every system: nothing of this process, its threads least of all, is inherited.

        Raises:
            UsageError: no process can be started.
        """
        if self._borrowed is not None:
            return self._borrowed
        pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_prepare)
        if not self._answered:
            try:
                pool.submit(os.getpid).result()
            except BrokenExecutor:
                pool.shutdown(wait=False, cancel_futures=True)
                raise UsageError(
                    "proses pembaca buku kerja tidak dapat dimulai; dari skrip Python sendiri panggil rekap di bawah "
                    '`if __name__ == "__main__":`.'
                ) from None
            self._answered = True
        return pool

    def end(self, executor: Executor, given_up: bool) -> None:
        """Shuts a pool down; one that is given up is ended with what is at work in it. A borrowed one stays."""
        if executor is self._borrowed:
            if given_up:
                self._borrowed = None  # the rest runs in pools of our own
            return
        processes = list((getattr(executor, "_processes", None) or {}).values()) if given_up else []
        executor.shutdown(wait=not given_up, cancel_futures=True)
        for process in processes:
            with suppress(OSError, ValueError):
                process.kill()

    def check(self) -> None:
        """A new pool can always be made."""


def _prepare() -> None:
    """What a new process does first: Ctrl+C is for the process that asked, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(20_000, 20, 20)  # models of workbooks make next to no cycles
