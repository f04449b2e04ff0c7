"""The verb `banding`: what differs between two states of a workbook, as between a backup and today's."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel.clock import today
from zi_excel.errors import UsageError
from zi_excel.history.plan_diff import Difference, State, differences
from zi_excel.opc.package.package import Package
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import measured, read_matrix, settings_of


class BandingResult(NamedTuple):
    """What differs between two workbooks. per: the day that statuses are of; sheets: of the two matrices."""

    old: Path
    new: Path
    per: date
    sheets: tuple[str, str]
    differences: tuple[Difference, ...]


def banding(
    old: Path | str,
    new: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> BandingResult:
    """Compares two workbooks row by row, as a backup with today's: realisasi, status, texts, rows.

    Args:
        old: the earlier one.
        new: the later one.
        per: the day that both statuses are of (default: today in Asia/Jakarta).
        sheet: the matrix's sheet in both, where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the later one; it counts for both.

    Raises:
        WorkbookError: one of the files can't be used.
        UsageError: the settings can't; both are the same file.
    """
    old, new = Path(old), Path(new)
    with suppress(OSError):  # of a missing one `open` says so
        if old.samefile(new):
            raise UsageError(f"'{old}' dan '{new}' adalah berkas yang sama; sebutkan dua buku kerja yang berlainan.")
    chosen, day = settings_of(new, settings), per or today()
    before, after = (_state(path, chosen, sheet, day) for path in (old, new))
    return BandingResult(old, new, day, (before.plan.sheet, after.plan.sheet), differences(before, after))


def _state(path: Path, settings: Settings, sheet: str | None, per: date) -> State:
    with Package.open(path) as package:
        plan = read_matrix(package, settings, sheet)
    return State(plan, measured(plan, settings, per))
