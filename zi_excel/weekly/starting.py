"""What a run sees to before it begins: its folder, what the one before it left, and where to say that it can't."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zi_excel.errors import UsageError
from zi_excel.settings.mingguan import Mingguan
from zi_excel.weekly.journal import journal
from zi_excel.weekly.outcome import RUNNING


def await_folder(folder: Path, sleep: Callable[[float], None]) -> None:
    """A network drive is back only some time after the computer woke; the settings may be on it, and the log."""
    usual = Mingguan()
    left = usual.tunggu_menit
    while left > 0 and not os.path.isdir(folder):  # noqa: PTH112  (False also where it can't be looked at)
        sleep(usual.jeda_menit * 60)
        left -= usual.jeda_menit


def left_by_killed(result: Path) -> dict[str, Any] | None:
    """What the run before this one left, where it did not come to its end; nobody else is running now."""
    try:
        before = json.loads(result.read_bytes())
    except (OSError, ValueError):  # the first run, or no file of ours
        return None
    return before if isinstance(before, dict) and before.get("keadaan") == RUNNING else None


def tell_beside(settings_file: Path, wrong: UsageError) -> None:
    """Settings that can't be followed name no log that can be written: then it is the usual one beside them."""
    if os.path.isfile(settings_file):  # noqa: PTH113  (False also where it can't be looked at)
        try:
            with journal(settings_file.parent / Mingguan().log) as told:
                told.log.error(str(wrong))
        except UsageError:  # said to whoever started the run all the same
            return
