"""Hostile packages and texts, a few of each: a result or a sentence, in seconds, in little memory.

All of them: `python tests/fuzz/hostile_fuzz.py`. Here the limits are a net, as tests share the machine with others.
"""

import sys

import hostile_fuzz
import pytest
from hostile_packages import MOST, shapes
from hostile_texts import COUNT, LONGEST, texts

COUNTED = 288
NUMBERED = range(0, COUNTED, 12)
"""One package in so many is tried here, by its number: to make them all takes seconds, and hundreds of megabytes."""
PATIENCE = 30.0
"""Seconds of the processor's, on a machine that is busy with other tests."""
WORST = (
    "80,000 attributes: workbookPr of workbook.xml",
    "300,000 names",
    "a text merged over 2,500 rows: dan",
    "16,384 columns of headers, all unlike",
    "5,000 links that share one formula",
    "300 links in each other",
    "twenty cells: combining marks",
    "twenty cells: dan",
)
"""Each took minutes once."""


def check(tried):
    """No traceback, no more than a mebibyte as a file, nothing without end."""
    assert not any(end.startswith("CRASH") for end in tried.outcome.values()), tried
    assert tried.size <= MOST
    assert tried.memory <= hostile_fuzz.MEBIBYTES
    assert tried.slowest <= PATIENCE, tried


@pytest.mark.slow
def test_there_are_enough_of_them():
    """Shapes by the hundred, and as many texts as are asked for; for a seed the same ones."""
    assert len(shapes()) == COUNTED >= 206
    assert len(texts(1)) == COUNT == 1_400
    assert texts(1) == texts(1) != texts(2)
    assert max(map(len, texts(1).values())) <= LONGEST + 100


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by the time that it took")
@pytest.mark.parametrize("which", [*WORST, *NUMBERED])
def test_a_package(which):
    """Checked and refreshed, or refused."""
    name = which if isinstance(which, str) else [*shapes()][which]
    check(hostile_fuzz.tried(name, shapes()[name], ("validasi", "monev")))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by the time that it took")
def test_texts():
    """In every column at once."""
    for tried in hostile_fuzz.of_texts(14, 20, ("validasi", "monev")):
        check(tried)
