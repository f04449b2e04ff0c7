"""Workers of an existing Dask cluster (extra `dask`), by `dask.distributed`'s own executor.

The cluster's processes need zi_excel in the same version, and must see the workbooks under the same paths.
https://distributed.dask.org/en/stable/api.html#distributed.Client.get_executor
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from zi_excel.errors import UsageError, WorkbookError
from zi_excel.kantor.engine import Workers
from zi_excel.version import __version__

_AHEAD = 8
"""Tasks per thread: a task's way to a worker and back takes as long as several workbooks."""
_GRACE = 30
"""Seconds beyond a task's time in which its worker ends itself, is started anew and does what waited behind it."""
_ANSWER = 5
"""Seconds in which a scheduler must answer."""
_WORKER = 10
"""Seconds in which a cluster must have a worker."""


@contextmanager
def dask_workers(address: str, limit: float) -> Iterator[Workers]:
    """All workers of a cluster.

    Args:
        address: of the scheduler: `tcp://host:8786`.
        limit: seconds that one task may take.

    Raises:
        UsageError: dask.distributed isn't installed here.
        WorkbookError: nobody answers there, or its workers are of no use.
    """
    try:
        from dask.distributed import Client
    except ImportError:
        raise UsageError(
            "`--dask` memerlukan dask.distributed; pasang dengan `pip install zi_excel[dask]`, atau jalankan tanpa "
            "`--dask` (memakai proses di komputer ini)."
        ) from None
    with _quiet():
        try:
            client = Client(address, timeout=_ANSWER, set_as_default=False, name="zi-excel")
        except (OSError, ValueError, TypeError):
            raise WorkbookError(
                f"tidak ada penjadwal Dask yang menjawab di '{address}' dalam {_ANSWER} detik; periksa alamatnya "
                "(misalnya tcp://10.0.0.5:8786), atau jalankan tanpa `--dask`."
            ) from None
        try:
            yield _workers(client, address, limit)
        finally:
            client.close(timeout=_ANSWER)


def _workers(client: Any, address: str, limit: float) -> Workers:
    try:
        client.wait_for_workers(1, timeout=_WORKER)
    except OSError:
        raise WorkbookError(
            f"penjadwal Dask di '{address}' tidak mempunyai pekerja; jalankan `dask worker {address}` di komputernya."
        ) from None
    try:
        versions = set(client.run(_version).values())
    except Exception as failure:  # noqa: BLE001  (whatever a worker without our package makes of it)
        versions = {f"tidak ada ({type(failure).__name__})"}
    if versions != {__version__}:
        raise WorkbookError(
            f"pekerja Dask di '{address}' tidak memakai zi_excel {__version__} seperti di sini "
            f"({', '.join(sorted(versions))}); pasang versi yang sama di setiap pekerja."
        )
    executor: Executor = client.get_executor(pure=False)

    def make(_at_once: int) -> Executor:
        return executor

    def check() -> None:
        if client.status != "running":
            raise WorkbookError(f"penjadwal Dask di '{address}' tidak menjawab lagi; ulangi bila sudah berjalan.")

    threads = sum(client.nthreads().values())
    return Workers(threads, _AHEAD, limit, limit + _GRACE, make, lambda _executor, _given_up: None, check)


def _version() -> str:
    """Of zi_excel, where this runs."""
    return __version__


@contextmanager
def _quiet() -> Iterator[None]:
    """What distributed would log of lost connections and workers is told by the rekap itself."""
    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
