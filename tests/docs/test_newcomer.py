"""docs/contributing.md: a newcomer finds each behaviour by folder and file name alone."""

import re

import pytest
from pages import ROOT, text_of

CHAPTER = re.compile(r"^## Where ten behaviours live\n(.*?)^## ", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| (?P<question>[^|]+\?) \| `(?P<file>[^`]+)`[^|]* \| `(?P<thing>[^`]+)` \|$", re.MULTILINE)


def rows():
    """The table's rows: question, file, what to look for."""
    (chapter,) = CHAPTER.findall(text_of(ROOT / "docs" / "contributing.md"))
    return ROW.findall(chapter)


def test_there_are_ten():
    """As the page promises, each in a file of its own."""
    assert len(rows()) == len({file for _, file, _ in rows()}) == 10


@pytest.mark.parametrize(("question", "file", "thing"), rows())
def test_a_newcomer_finds_it(question, file, thing):
    """The file is there and holds the thing."""
    assert thing in text_of(ROOT / file), question
