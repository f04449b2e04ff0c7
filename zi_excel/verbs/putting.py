"""What the tool makes, put where it was asked for: as a new file, or in the place of the one of last time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.settings.settings import Cadangan


def refuse_place(out: Path, *, what: str, suffix: str) -> None:
    """For what is only ever a new file. Looks at the place before anything is read.

    Args:
        out: the file.
        what: what it will be, in a sentence.
        suffix: of such files (`.xlsx`).

    Raises:
        UsageError: its name has another ending.
        WorkbookError: something stands there, be it a link to nowhere, or there is no such folder.
    """
    if out.suffix.lower() != suffix:
        raise UsageError(f"nama {what} harus berakhiran {suffix}, bukan '{out.name}'.")
    if os.path.lexists(out):
        raise WorkbookError(f"'{out}' sudah ada dan tidak ditimpa; pilih nama lain dengan -o.")
    if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
        raise WorkbookError(f"Folder untuk '{out}' tidak ada; buat dahulu, atau pilih tempat lain dengan -o.")


def put_new(out: Path, data: bytes, *, beside: Path) -> None:
    """Writes a new file that belongs to a workbook, for those who may read that.

    Raises:
        WorkbookError: it can't be written, or something has come to stand there meanwhile.
    """

    def verify(new: Path) -> None:
        if new.read_bytes() != data:
            raise WorkbookError(_unlike(out))

    store.create(out, lambda new: new.write(data), verify=verify, beside=beside)


def put(
    out: Path,
    data: bytes,
    *,
    seen: store.Fingerprint | None,
    beside: Sequence[Path],
    readable: Callable[[Path], bool],
    cadangan: Cadangan,
) -> tuple[bool, Path | None]:
    """Writes it, unless it stands there just so. Returns whether it was written, and where the one before is kept.

    Args:
        out: the file.
        data: its content.
        seen: what stands there now, as it was when it was known to be the tool's own; None: nothing does.
        beside: the workbooks that it tells of: nobody may read it who may not read each of them.
        readable: whether the tool knows the finished file again.
        cadangan: how many backups are kept, and where.

    Raises:
        WorkbookError: it can't be written, or is open elsewhere.
    """

    def verify(new: Path) -> None:
        if new.read_bytes() != data or not readable(new):
            raise WorkbookError(_unlike(out))

    if seen is None:
        model, widest = store.rights_for(beside)
        store.create(out, lambda new: new.write(data), verify=verify, beside=model, widest=widest)
        return True, None
    store.check_not_open(out)
    backup_dir, keep = Path(cadangan.folder), cadangan.jumlah
    with store.lock(out):
        store.clean(out, backup_dir=backup_dir, keep=keep)
        if out.read_bytes() == data:
            return False, None
        backup = store.replace(
            out,
            lambda new: new.write(data),
            verify=verify,
            seen=seen,
            backup_dir=backup_dir,
            keep=keep,
            now=datetime.now(JAKARTA),
        )
    return True, backup


def _unlike(out: Path) -> str:
    return f"'{out}' tidak terbaca kembali seperti yang ditulis; tidak ada yang ditulis."
