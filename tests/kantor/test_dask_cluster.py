"""The workers of a Dask cluster: a real scheduler and two real workers, as processes on the loopback address."""

import socket
import time

import pytest
from engine_tasks import doubled, doubled_or_else

from zi_excel.errors import WorkbookError
from zi_excel.kantor.engine import Failed, run_all

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (extra `dask`)")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of distributed's own
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def test_every_task_has_its_result(dask_address):
    """By both workers, whatever their order."""
    from zi_excel.kantor.dask_cluster import dask_workers

    with dask_workers(dask_address, 60) as workers:
        assert workers.at_once == 2
        handed_out = dict(run_all(range(200), doubled, workers))
    assert handed_out == {task: 2 * task for task in range(200)}


def test_who_kills_or_outlasts_its_worker_is_told_and_the_others_are_done(dask_address):
    """The cluster starts such a worker anew."""
    from zi_excel.kantor.dask_cluster import dask_workers

    words = {5: "mati", 11: "gantung"}
    tasks = [(number, words.get(number, "lambat")) for number in range(16)]
    with dask_workers(dask_address, 2) as workers:
        outcome = dict(run_all(tasks, doubled_or_else, workers))
    assert isinstance(outcome.pop((5, "mati")), Failed)
    assert outcome.pop((11, "gantung")) == Failed(late=True)
    assert outcome == {task: 2 * task[0] for task in tasks if task[1] == "lambat"}


def test_an_address_where_nobody_answers_is_told_within_seconds():
    """With what to do, and nothing of distributed's own words."""
    from zi_excel.kantor.dask_cluster import dask_workers

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    begun = time.monotonic()
    with pytest.raises(WorkbookError, match="tidak ada penjadwal Dask yang menjawab"), dask_workers(address, 60):
        pass
    assert time.monotonic() - begun < 15


@pytest.mark.parametrize("address", ["", "bukan alamat", "http://127.0.0.1:1", "127.0.0.1:1"])
def test_what_is_no_address_is_told_too(address):
    """In the same sentence."""
    from zi_excel.kantor.dask_cluster import dask_workers

    with pytest.raises(WorkbookError, match="tidak ada penjadwal Dask yang menjawab"), dask_workers(address, 60):
        pass


def test_a_cluster_that_vanishes_ends_the_run_with_a_sentence(tmp_path):
    """Not with a failure per workbook."""
    from dask_processes import cluster

    from zi_excel.kantor.dask_cluster import dask_workers

    def run(address, stop):
        with dask_workers(address, 60) as workers:
            for number, _ in enumerate(run_all([(at, "lambat") for at in range(100)], doubled_or_else, workers)):
                if number == 3:
                    stop()

    with cluster(tmp_path) as (address, stop), pytest.raises(WorkbookError, match="tidak menjawab lagi"):
        run(address, stop)
