"""Workbooks of all kinds that hold no action plan (../shared/corpus) are refused in one sentence, never misread."""

from pathlib import Path

import pytest

from zi_excel.errors import WorkbookError

CORPUS = sorted((Path(__file__).parents[3].parent / "shared" / "corpus").glob("*.xls[xm]"))


@pytest.mark.skipif(not CORPUS, reason="the corpus (../shared) is not here")
@pytest.mark.slow
def test_what_is_no_matrix_is_refused(read):
    """One sentence each, on one line, with the file's name."""
    misread = {}
    for path in CORPUS:
        try:
            misread[path.name] = read(path).sheet
        except WorkbookError as failure:
            if path.name not in str(failure) or "\n" in str(failure):
                misread[path.name] = str(failure)
    assert misread == {}
    assert len(CORPUS) > 200
