"""The verbs `cadangan` and `pulihkan`: which backups of a workbook there are, and one of them in its place again."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.opc.graft.verify import verify_whole
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import settings_of

_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]+(\d\d)[.:]?(\d\d)(?:[.:]?(\d\d))?)?(?: ?\((\d+)\))?")
_NAMED = 10
"""Backups that a sentence names; of more only the number is said."""


class CadanganResult(NamedTuple):
    """The backups of a workbook, newest first. same: those that hold what is in the workbook now."""

    path: Path
    folder: Path
    backups: tuple[store.Backup, ...]
    same: frozenset[Path]


class PulihkanResult(NamedTuple):
    """What `pulihkan` did, or would do.

    restored: the backup that was put back. changed: False where the workbook holds just that already. backup: of what
    stood there before; None where nothing was written, or there was no workbook. blocked: of a dry run: why the real
    one could not write now (a sentence); None where it could.
    """

    path: Path
    restored: store.Backup
    changed: bool
    dry_run: bool
    backup: Path | None
    blocked: str | None = None


def cadangan(path: Path | str, *, settings: Settings | Path | str | None = None) -> CadanganResult:
    """Which backups of a workbook there are.

    Args:
        path: the workbook; it may be gone.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: there is neither the workbook nor a backup of it, or they can't be looked at.
        UsageError: the settings can't be followed.
    """
    path = Path(path)
    folder, backups = store.backups_of(path, Path(settings_of(path, settings).cadangan.folder))
    now = store.fingerprint(path) if path.exists() or not backups else None
    size = path.stat().st_size if now else -1
    same = frozenset(each.path for each in backups if each.size == size and store.fingerprint(each.path) == now)
    return CadanganResult(path, folder, backups, same)


def pulihkan(
    path: Path | str,
    ke: date | str,
    *,
    settings: Settings | Path | str | None = None,
    dry_run: bool = False,
    now: datetime | None = None,
) -> PulihkanResult:
    """Puts a backup in the workbook's place; what is there now is backed up first, so this can be undone too.

    Args:
        path: the workbook; where it is gone it is made anew.
        ke: the day in the backup's name, with the time where one day has several: `2025-11-20`, `2025-11-20 093015`.
        settings: as for :func:`cadangan`.
        dry_run: only say what would be done.
        now: the time in the new backup's name (default: now).

    Raises:
        WorkbookError: no backups, or the one is damaged; the workbook is open elsewhere (BusyError) or can't be
            written. Nothing was written.
        UsageError: no backup is of that time, or several are; the settings can't be followed.
    """
    path = Path(path)
    chosen = settings_of(path, settings)
    backup_dir = Path(chosen.cadangan.folder)
    if dry_run:
        backup = _chosen(path, backup_dir, str(ke))
        verify_whole(backup.path)
        changed = _seen(path) != store.fingerprint(backup.path)
        return PulihkanResult(path, backup, changed=changed, dry_run=True, backup=None, blocked=store.why_busy(path))
    store.check_not_open(path)
    with store.lock(path):
        backup = _chosen(path, backup_dir, str(ke))
        verify_whole(backup.path)
        store.clean(path, backup_dir=backup_dir, keep=None)
        seen = _seen(path)
        if seen == store.fingerprint(backup.path):
            return PulihkanResult(path, backup, changed=False, dry_run=False, backup=None)
        kept = store.restore(
            path,
            backup.path,
            seen=seen,
            verify=verify_whole,
            backup_dir=backup_dir,
            keep=chosen.cadangan.jumlah,
            now=(now or datetime.now(JAKARTA)).astimezone(JAKARTA),
        )
    return PulihkanResult(path, backup, changed=True, dry_run=False, backup=kept)


def _chosen(path: Path, backup_dir: Path, ke: str) -> store.Backup:
    """The one backup that a time means.

    Raises:
        WorkbookError: there are none.
        UsageError: it is no time; it means none of them, or several.
    """
    folder, backups = store.backups_of(path, backup_dir)
    if not backups:
        raise WorkbookError(f"'{path}' tidak mempunyai cadangan di folder '{folder}'; periksa nama buku kerjanya.")
    when = _WHEN.fullmatch(ke.strip())
    if when is None:
        raise UsageError(
            f"`{ke}` bukan waktu cadangan; tulis tahun-bulan-hari, misalnya {backups[0].time[:10]}, atau dengan "
            f"jamnya: {backups[0].time}."
        )
    day, hour, minute, second, number = when.groups()
    begins = day + (f" {hour}{minute}{second or ''}" if hour else "")
    begun = [one for one in backups if one.time.startswith(begins) and int(number or one.number) == one.number]
    matched = [one for one in begun if when_of(one) == begins] or begun
    if not matched:
        raise UsageError(f"tidak ada cadangan '{path}' dari {ke.strip()}; yang ada: {_named(backups)}.")
    if len(matched) > 1:
        raise UsageError(
            f"ada {len(matched)} cadangan '{path}' dari {ke.strip()}: {_named(matched)}; sebutkan salah satunya."
        )
    return matched[0]


def when_of(backup: store.Backup) -> str:
    """What tells a backup from all others of its workbook: `2025-11-20 093015`, `2025-11-20 093015 (2)`."""
    return backup.time + (f" ({backup.number})" if backup.number > 1 else "")


def _named(backups: Sequence[store.Backup]) -> str:
    others = len(backups) - _NAMED
    return ", ".join([*map(when_of, backups[:_NAMED]), *([f"dan {others} lainnya"] if others > 0 else [])])


def _seen(path: Path) -> store.Fingerprint | None:
    return store.fingerprint(path) if path.exists() else None
