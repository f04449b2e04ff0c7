"""Whose settings they are: what a file may point to that others can write, where the run has an administrator's rights.

Whoever can write `zi-excel.toml` chooses where a run writes, with the rights of who started it. Run by root, settings
that others can write may name nothing outside their own folder.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zi_excel.errors import UsageError

_POINTING = {
    "": ("penetapan", "folder_bukti"),
    "cadangan": ("folder",),
    "mingguan": ("buku", "log", "hasil", "laporan"),
    "rekap": ("keluaran", "sumber"),
}
"""The settings that name files and folders, by table."""


def check_trusted(path: Path, raw: Mapping[str, Any], state: os.stat_result) -> None:
    """Makes sure that settings which others can write lead root nowhere else.

    Args:
        path: the settings file.
        raw: its content.
        state: what `stat` says of it.

    Raises:
        UsageError: they would.
    """
    if sys.platform == "win32" or os.geteuid() != 0 or not _by_others(state):
        return
    folder = os.path.abspath(path.parent)  # noqa: PTH100  (as it is written: links have their own check)
    for name, place in _places(raw):
        whole = os.path.normpath(os.path.join(folder, place))  # noqa: PTH118
        if not Path(whole).is_relative_to(folder):
            raise UsageError(
                f"berkas pengaturan '{path}': `{name}` menunjuk ke luar foldernya ('{place[:200]}'), padahal berkas "
                "itu dapat diubah pengguna lain dan zi-excel berjalan sebagai root; jadikan berkas itu milik root "
                "tanpa izin tulis bagi yang lain, atau jalankan zi-excel sebagai pemilik buku kerjanya."
            )


def _by_others(state: os.stat_result) -> bool:
    """Whether anybody but root can write a file."""
    by_group = state.st_mode & stat.S_IWGRP and state.st_gid != 0
    return bool(state.st_uid != 0 or by_group or state.st_mode & stat.S_IWOTH)


def _places(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is named, each after the full name of its setting; what is of another kind is refused later."""
    for table, names in _POINTING.items():
        content = raw.get(table, {}) if table else raw
        for name in names if isinstance(content, dict) else ():
            value = content.get(name)
            for place in value if isinstance(value, list) else [value]:
                if isinstance(place, str):
                    yield f"{table}.{name}" if table else name, place
