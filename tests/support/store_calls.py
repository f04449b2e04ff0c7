"""What the tests of `store` share: one replacement with the usual arguments, and what a refused one must be like."""

from datetime import datetime
from pathlib import Path

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.store import fingerprint, replace
from zi_excel.store.drafts import scratch_name

NOW = datetime(2025, 11, 20, 9, 30, 15)  # noqa: DTZ001  (a name for a file: which zone it is doesn't matter)
OLD, NEW = b"lama" * 1000, b"baru" * 1500


def refresh(path, content=NEW, **changed):
    """One replacement with the usual arguments."""
    seen = changed.pop("seen", None) or fingerprint(path)
    write = changed.pop("write", None) or (lambda out: out.write(content))
    usual = {"verify": lambda _: None, "backup_dir": Path("cadangan"), "keep": 10, "now": NOW}
    return replace(path, write, seen=seen, **usual | changed)


def unfinished(folder, key):
    """A path as a killed run leaves one: in a folder, of a workbook's name."""
    return folder / scratch_name(key)


def everything(folder):
    """What stands below a folder: each file's content, each link's target, None for a folder."""
    return {str(path.relative_to(folder)): _content(path) for path in sorted(folder.rglob("*"))}


def _content(path):
    if path.is_symlink():
        return path.readlink()
    return path.read_bytes() if path.is_file() else None


def refused(path, **changed):
    """A replacement that fails: one sentence, and the folder is as it was."""
    before = everything(path.parent)
    with pytest.raises(WorkbookError) as failure:
        refresh(path, **changed)
    assert everything(path.parent) == before
    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value)
    return str(failure.value)
