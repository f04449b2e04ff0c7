"""The rekap of many offices, written after the workbooks of a weekly run where its settings want one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from logging import Logger
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import ZiExcelError
from zi_excel.settings.settings import Settings


class RekapOutcome(NamedTuple):
    """What became of the rekap.

    path: the workbook. message: the sentence where it was not written. changed: False where it stood there just so.
    kantor: how many were read; unread: a sentence for each that could not be. backup: of the rekap that stood there.
    """

    path: Path
    message: str | None = None
    changed: bool = False
    kantor: int = 0
    unread: tuple[str, ...] = ()
    backup: Path | None = None

    @property
    def done(self) -> bool:
        """Whether the rekap of today is there."""
        return self.message is None


def write_rekap(settings: Settings, source: Path, books: Iterable[Path], per: date, log: Logger) -> RekapOutcome | None:
    """Writes it; None where none is wanted. Whatever goes wrong changes nothing of what is said of the workbooks.

    Args:
        settings: the run's own.
        source: their file; relative paths are meant from its folder.
        books: the run's workbooks.
        per: the as-of day.
        log: takes the traceback of a defect.
    """
    wanted = settings.rekap
    if wanted.keluaran is None:
        return None
    from zi_excel.verbs.rekap import rekap  # with the renderer: most runs write none

    out = source.parent / wanted.keluaran
    sources = [os.path.join(source.parent, each) for each in wanted.sumber] or [str(book) for book in books]  # noqa: PTH118
    try:
        result = rekap(sources, out, per=per, workers=wanted.pekerja, settings=source)
    except ZiExcelError as failure:
        return RekapOutcome(out, str(failure))
    except Exception as failure:
        log.exception("'%s': rincian kesalahan untuk pembuat alat:", out)
        return RekapOutcome(
            out,
            f"ada kesalahan di dalam alat ini sendiri ({type(failure).__name__}: {failure}); laporkan rinciannya di "
            "log kepada pembuat alat.",
        )
    unread = tuple(each.sebab for each in result.rekap.unread)
    return RekapOutcome(out, None, result.changed, len(result.rekap.kantor), unread, result.backup)
