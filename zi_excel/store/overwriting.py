"""A file of the tool's own, written anew in one step; without a backup, as nobody else writes in it."""

from __future__ import annotations

import os
from pathlib import Path

from zi_excel.store.failures import explained
from zi_excel.store.scratch import remove_litter, scratch, sync_folder


def overwrite(path: Path, content: bytes) -> None:
    """Writes a file. Whenever the process dies, the old content stands there or the new one, whole.

    For one run at a time: what an earlier one left unfinished is removed.

    Raises:
        WorkbookError: it can't be written.
    """
    target = Path(os.path.realpath(path))
    remove_litter(target.parent, target.name)
    with explained(path), scratch(target.parent, target.name) as new:
        with new.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        new.chmod(0o644)
        new.replace(target)
    sync_folder(target.parent)
