"""The tool's own failures, and the system's reasons in Indonesian."""

import errno

import pytest

from zi_excel.errors import BusyError, UsageError, WorkbookError, ZiExcelError, reason_of


def test_one_base_and_what_may_pass_is_a_workbooks():
    """Whoever catches ZiExcelError has them all; BusyError is a WorkbookError that is worth another try."""
    assert issubclass(WorkbookError, ZiExcelError)
    assert issubclass(UsageError, ZiExcelError)
    assert issubclass(BusyError, WorkbookError)
    assert not issubclass(UsageError, WorkbookError)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(errno.ENOSPC, "No space left"), "ruang penyimpanan penuh"),
        (PermissionError(errno.EACCES, "Permission denied"), "tidak ada izin"),
        (OSError(9999, "?"), "kesalahan sistem nomor 9999"),
        (OSError(), "kesalahan sistem nomor None"),
    ],
)
def test_the_systems_reason_is_half_a_sentence(failure, words):
    """Never the system's own English; a rare one by its number."""
    assert reason_of(failure) == words
