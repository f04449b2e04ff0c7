"""Many tasks, each by one function in some other process; what goes wrong with one stops no other.

Any `concurrent.futures.Executor` runs them. What was at work when a process died, or when its time was over, is tried
once more by itself; what fails so again is told as failed. Results come in any order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from functools import partial
from time import monotonic
from typing import NamedTuple, TypeVar

from zi_excel.kantor.deadlines import Home, ended_in_time

Task = TypeVar("Task")
Result = TypeVar("Result")

_TICK = 1.0
"""Seconds between two looks at what is late."""


class Failed(NamedTuple):
    """Why a task has no result. late: its time was over; else the process that was at work on it died."""

    late: bool


class Workers(NamedTuple):
    """Where tasks run.

    at_once: how many tasks run at once; ahead: how many are handed over for each of these, so that none of the workers
    waits for the next. limit: seconds that one may take; patience: seconds after it was handed over in which there
    must be a result. make: an executor for so many at once, whole, whatever became of the one before; end: called with
    one that is not needed any more, and with whether it is given up with tasks in it. check: raises a ZiExcelError
    where no task can run any more.
    """

    at_once: int
    ahead: int
    limit: float
    patience: float
    make: Callable[[int], Executor]
    end: Callable[[Executor, bool], None]
    check: Callable[[], None]


def run_all(
    tasks: Iterable[Task], function: Callable[[Task], Result], workers: Workers
) -> Iterator[tuple[Task, Result | Failed]]:
    """Runs the function on every task, and hands out each with its result as it comes.

    Args:
        tasks: what the function takes; it can be pickled.
        function: can be pickled too.
        workers: where it runs.

    Raises:
        ZiExcelError: no task can run any more.
    """
    waiting = deque(tasks)
    suspects: deque[Task] = deque()
    timed = partial(ended_in_time, function, workers.limit, Home.here())
    while waiting:
        yield from _until_broken(waiting, suspects, timed, workers, workers.at_once)
        workers.check()
    for task in suspects:
        begun = monotonic()
        again: deque[Task] = deque()
        yield from _until_broken(deque([task]), again, timed, workers, 1)
        workers.check()
        if again:
            yield task, Failed(late=monotonic() - begun >= workers.limit)


def _until_broken(
    waiting: deque[Task], suspects: deque[Task], timed: Callable[[Task], Result], workers: Workers, count: int
) -> Iterator[tuple[Task, Result]]:
    """Runs what waits, in one executor, until all is done or the executor is of no more use.

    suspects: takes what was at work when something went wrong.
    """
    executor = workers.make(count)
    running: dict[Future[Result], tuple[Task, float]] = {}
    whole, stuck = True, False
    try:
        while whole and (waiting or running):
            whole = _hand_over(executor, waiting, running, timed, count * workers.ahead)
            done, _ = wait(running, timeout=_TICK, return_when=FIRST_COMPLETED)
            for future in done:
                task, _ = running.pop(future)
                try:
                    result = future.result()
                except BrokenExecutor:
                    whole = False
                    suspects.append(task)
                except (Exception, CancelledError):  # noqa: BLE001  (whatever a cluster makes of a worker that died)
                    suspects.append(task)
                    workers.check()
                else:
                    yield task, result
            late = [future for future, (_, begun) in running.items() if monotonic() - begun > workers.patience]
            for future in late:
                future.cancel()
                suspects.append(running.pop(future)[0])
                stuck = True
        suspects.extend(task for task, _ in running.values())
        running.clear()
    finally:
        workers.end(executor, bool(running) or stuck or not whole)


def _hand_over(
    executor: Executor,
    waiting: deque[Task],
    running: dict[Future[Result], tuple[Task, float]],
    timed: Callable[[Task], Result],
    most: int,
) -> bool:
    """Hands over as many tasks as may be at work at once. Whether the executor took them."""
    while waiting and len(running) < most:
        try:
            future = executor.submit(timed, waiting[0])
        except RuntimeError:  # it broke, or was shut down, since the last look
            return False
        running[future] = (waiting.popleft(), monotonic())
    return True
