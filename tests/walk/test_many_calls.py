"""Many workbooks in one process: nothing is left of a call, and calls do not disturb each other."""

import gc
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from zi_excel import capaian, validasi

PER = date(2025, 11, 20)
OFFICES = Path(__file__).parents[1] / "offices"


@pytest.fixture
def books(template):
    """Workbooks of several offices, and the template."""
    return [template, *sorted(OFFICES.glob("*.xlsx"))[:5]]


def figures(path):
    """What both verbs say of a workbook, so that it can go from one process to another."""
    findings = validasi(path, per=PER).findings
    total = capaian(path, per=PER).measurement.total
    return [str(finding) for finding in findings], total.jumlah, total.rencana, total.capaian, dict(total.status)


@pytest.mark.parametrize("verb", [validasi, capaian])
@pytest.mark.slow
def test_memory_does_not_grow_from_call_to_call(template, verb):
    """A call leaves fewer than ten objects behind; a matrix that was kept would be tens of thousands."""
    for _ in range(3):
        verb(template, per=PER)
    gc.collect()
    before, calls = sys.getallocatedblocks(), 12
    for _ in range(calls):
        verb(template, per=PER)
    gc.collect()
    assert (sys.getallocatedblocks() - before) / calls < 10


@pytest.mark.slow
def test_threads_read_what_one_reads(books):
    """Eight threads over several workbooks at once: each gets the results that it gets alone."""
    alone = {path: (validasi(path, per=PER), capaian(path, per=PER)) for path in books}
    wanted = books * 3
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(lambda path: (validasi(path, per=PER), capaian(path, per=PER)), wanted)
        assert all(results == alone[path] for path, results in zip(wanted, together, strict=True))


@pytest.mark.slow
def test_processes_read_what_one_reads(books):
    """A process that was started afresh says the same of a workbook."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(figures, books)) == [figures(path) for path in books]
