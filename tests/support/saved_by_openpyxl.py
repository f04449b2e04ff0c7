"""Workbooks as another program loads and saves them: openpyxl, which drops what it does not know of our tabs."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl


def loaded(path: Path, **how: bool) -> openpyxl.Workbook:
    """The workbook as openpyxl loads it, without its remarks on what it drops."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(Conditional Formatting|Unknown) extension", UserWarning)
        return openpyxl.load_workbook(path, **how)


@contextmanager
def edited(path: Path, **how: bool) -> Iterator[openpyxl.Workbook]:
    """The workbook as openpyxl loads it, saved again at the end: an edit by another program."""
    saved = loaded(path, **how)
    yield saved
    saved.save(path)
    if saved.vba_archive:
        saved.vba_archive.close()
