"""Every way in which a command can fail, as one Indonesian sentence and an exit code (contract, section 7)."""

from __future__ import annotations

import click

from zi_excel.cli.console import one_line
from zi_excel.cli.indonesian import explain
from zi_excel.errors import UsageError, ZiExcelError, reason_of

EXIT_USAGE = 2
EXIT_FILE = 3

DETAILS = "ZI_EXCEL_RINCI"
"""The environment variable that shows the traceback of a defect."""


def is_defect(failure: BaseException) -> bool:
    """Whether it is the tool's own defect rather than something that is said in a sentence."""
    expected = (click.ClickException, click.Abort, KeyboardInterrupt, ZiExcelError, OSError, MemoryError)
    return not isinstance(failure, expected)


def outcome(failure: BaseException) -> tuple[str, int]:  # noqa: PLR0911  (one per case)
    """What to say of a failure, and the exit code."""
    match failure:
        case click.exceptions.NoArgsIsHelpError():
            return failure.format_message(), EXIT_USAGE
        case click.UsageError():
            return explain(failure), EXIT_USAGE
        case UsageError():
            return f"zi-excel: {one_line(str(failure))}", EXIT_USAGE
        case ZiExcelError():
            return f"zi-excel: {one_line(str(failure))}", EXIT_FILE
        case click.Abort() | KeyboardInterrupt():
            return "zi-excel: dihentikan; tidak ada yang ditulis setengah jalan.", EXIT_FILE
        case OSError():  # the library says its own in sentences, so this is the output: a full disk, say
            return f"zi-excel: hasil tidak dapat ditulis ke keluaran ({reason_of(failure)}).", EXIT_FILE
        case MemoryError():
            said = "memori komputer tidak cukup untuk buku kerja ini; tutup program lain, lalu ulangi."
            return f"zi-excel: {said}", EXIT_FILE
    said = f"ada kesalahan di dalam alat ini sendiri ({type(failure).__name__}: {failure}); berkas Anda tidak diubah."
    report = f"Jalankan lagi dengan {DETAILS}=1 dan laporkan rinciannya kepada pembuat alat."
    return f"zi-excel: {said} {report}", EXIT_FILE
