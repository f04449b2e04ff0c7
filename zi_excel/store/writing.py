"""How a new file comes to be: written under a scratch name, synced to the disk, and only then given its name.

`replace` puts the same steps around a backup; `overwrite` (own_files.py) is for files that have none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError
from zi_excel.store.drafts import draft, opened
from zi_excel.store.failures import explained
from zi_excel.store.folders import held, place_of
from zi_excel.store.rights import keep_rights, may_be_used_by_maker


def create(
    path: Path,
    write: Callable[[BinaryIO], object],
    *,
    verify: Callable[[Path], None],
    beside: Path | None,
    widest: int = 0o777,
) -> None:
    """Writes a new file, never over another one. Whenever the process dies, it stands there whole, or not at all.

    Args:
        path: the new file; its folder must be there.
        write: writes the content to the stream.
        verify: checks the finished file before it counts; raises a ZiExcelError where it won't do.
        beside: the workbook that it belongs to: who may read or write that may do so with this; its maker may write it.
            None: it belongs to none yet, and everybody may read it.
        widest: the mode beyond which it gets no rights, whatever those of `beside` are.

    Raises:
        WorkbookError: it can't be written, or something of that name stands there already.
    """
    with explained(path), held(path.parent) as folder, draft(folder, path.name) as new:
        new.fill(write)
        verify(new.path)
        if beside is None:
            os.chmod(new.itself, 0o644)
        else:
            with place_of(beside) as (its_folder, its_name), opened(its_folder, its_name) as model:
                keep_rights(model, new.itself)
        os.chmod(new.itself, stat.S_IMODE(os.stat(new.itself).st_mode) & widest)
        may_be_used_by_maker(new.itself)
        os.utime(new.itself)
        if not new.placed(path.name):
            raise WorkbookError(f"'{path}' sudah ada dan tidak ditimpa.")
        folder.sync()
