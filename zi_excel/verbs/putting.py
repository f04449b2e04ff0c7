"""A workbook of the tool's own put where it was asked for: new, or in the place of the one of last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError
from zi_excel.settings.settings import Cadangan


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
            raise WorkbookError(f"'{out}' tidak terbaca kembali seperti yang ditulis; tidak ada yang ditulis.")

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
