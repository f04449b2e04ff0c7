"""Random damage to a workbook's parts: `monev` does its work or says in a sentence why not; never anything else."""

import random
from contextlib import suppress

import pytest
from package_fuzz import PER, damaged, outcome, parts_of, small_book

from zi_excel.errors import ZiExcelError
from zi_excel.verbs.monev import monev

pytestmark = pytest.mark.slow

RUNS = 60


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """A small workbook of staff's with its tabs."""
    path = tmp_path_factory.mktemp("fuzz") / "a.xlsx"
    small_book(path)
    return parts_of(path)


@pytest.mark.parametrize("seed", range(RUNS))
def test_damaged(refreshed, tmp_path, seed):
    """Elements, attributes and texts gone, twice or senseless, bytes turned, parts missing or doubled."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(damaged(refreshed, random.Random(seed)))
    assert outcome(path)


@pytest.mark.parametrize("seed", range(RUNS, RUNS + 20))
def test_what_is_written_of_a_damaged_one(refreshed, tmp_path, seed):
    """Where there is a way, the second refresh finds nothing to do; else the file is what it was."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(damaged(refreshed, random.Random(seed)))
    before = path.read_bytes()
    done = False
    with suppress(ZiExcelError):
        monev(path, per=PER)
        done = True
    if done:
        assert not monev(path, per=PER).changed
    else:
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]
