"""A Dask scheduler and two workers as processes of this machine, on the loopback address."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client
from whole_process import HOME, surroundings

_SECONDS = 60
"""In which all must be there."""


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[tuple[str, Callable[[], None]]]:
    """The scheduler's address, and what ends all of it at once."""
    where = folder / "penjadwal.json"
    log = (folder / "dask.log").open("w")

    def begun(kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"]
        return subprocess.Popen(command, stdout=log, stderr=log, env=_surroundings(folder))

    scheduler = begun("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(where))
    others = []

    def stop() -> None:
        for process in (scheduler, *others):
            process.kill()

    try:
        address = _address(where)
        for number in range(workers):
            place = str(folder / f"pekerja{number}")
            others.append(begun("worker", address, "--nthreads", "1", "--local-directory", place))
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(workers, _SECONDS)
        yield address, stop
    finally:
        stop()  # a worker ends by itself when the nanny that started it is gone
        for process in (*others, scheduler):
            process.wait()
        log.close()


def _surroundings(folder: Path) -> dict[str, str]:
    """The workers import the package under test, and what tests have them do.

    A task that killed two workers kills no third: fewer are started anew than by Dask's own rule (four).
    """
    paths = os.pathsep.join((str(HOME), str(Path(__file__).parent)))
    return surroundings(
        PYTHONPATH=paths, DASK_TEMPORARY_DIRECTORY=str(folder), DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1"
    )


def _address(where: Path) -> str:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            return json.loads(where.read_text())["address"]
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(where)
