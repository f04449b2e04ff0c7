"""Many tasks by any executor: what goes wrong with one stops no other."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from engine_tasks import doubled, doubled_or_else

from zi_excel.errors import UsageError
from zi_excel.kantor.engine import Failed, run_all
from zi_excel.kantor.processes import process_workers


def results(tasks, function=doubled_or_else, *, workers=2, limit=60.0, executor=None):
    """What became of each task."""
    return dict(run_all(tasks, function, process_workers(workers, limit, executor)))


@pytest.mark.slow
def test_every_task_has_its_result():
    """By processes, each exactly once, however many there are."""
    tasks = range(500)
    handed_out = list(run_all(tasks, doubled, process_workers(2, 60)))
    assert sorted(handed_out) == [(task, 2 * task) for task in tasks]


def test_any_executor_does():
    """Threads of this very process, which are not ended when their time is over."""
    with ThreadPoolExecutor(1) as executor:
        assert results(range(5), doubled, executor=executor) == {task: 2 * task for task in range(5)}
        assert executor.submit(doubled, 1).result() == 2, "it is still open"


def test_no_tasks_start_no_process():
    """Nothing comes out."""
    assert results([]) == {}


@pytest.mark.slow
def test_who_kills_its_process_is_told_and_the_others_are_done():
    """Twice, in the middle of them; the pool is made anew."""
    tasks = [(number, "mati" if number in {7, 20} else "lambat") for number in range(24)]
    outcome = results(tasks)
    assert {task for task, result in outcome.items() if isinstance(result, Failed)} == {(7, "mati"), (20, "mati")}
    assert all(result == 2 * task[0] for task, result in outcome.items() if task[1] == "lambat")


@pytest.mark.slow
def test_who_dies_once_is_done_when_tried_alone(tmp_path):
    """A death may have been the machine's fault."""
    tasks = [(1, "lambat"), (2, f"sekali:{tmp_path / 'mati'}"), (3, "lambat")]
    assert results(tasks) == {task: 2 * task[0] for task in tasks}


@pytest.mark.slow
def test_who_outlasts_its_time_is_told_and_the_others_are_done():
    """Its process ends itself; the task is known as late, not as deadly."""
    tasks = [(number, "gantung" if number == 3 else "lambat") for number in range(10)]
    begun = time.monotonic()
    outcome = results(tasks, limit=3)
    assert outcome.pop((3, "gantung")) == Failed(late=True)
    assert outcome == {task: 2 * task[0] for task in tasks if task[0] != 3}
    assert time.monotonic() - begun < 60


@pytest.mark.slow
def test_a_borrowed_executor_that_breaks_is_replaced():
    """The rest runs in processes of the engine's own."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    tasks = [(number, "mati" if number == 2 else "") for number in range(8)]
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        outcome = results(tasks, executor=executor)
    assert outcome.pop((2, "mati")) == Failed(late=False)
    assert outcome == {task: 2 * task[0] for task in tasks if task[0] != 2}


def test_a_task_that_raises_is_tried_again_and_told():
    """As one whose process died: the functions that the rekap runs raise nothing."""
    with ThreadPoolExecutor(1) as executor:
        assert results([(1, "galat")], executor=executor)[1, "galat"] == Failed(late=False)


@pytest.mark.slow
def test_a_script_without_the_guard_is_told_so(tmp_path):
    """Where processes can't be started there is one sentence, not a failure per task."""
    import subprocess
    import sys

    from whole_process import surroundings

    script = tmp_path / "skrip.py"
    script.write_text(
        "from zi_excel.kantor.engine import run_all\n"
        "from zi_excel.kantor.processes import process_workers\n"
        "print(dict(run_all([1, 2], abs, process_workers(2, 60))))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, env=surroundings())
    assert done.returncode == 1
    assert f"{UsageError.__name__}: proses pembaca buku kerja tidak dapat dimulai" in done.stderr
