"""The verbs of zi_excel: each use case in a few calls. The command line is a thin layer over these.

Those about the matrix itself are in matrix_verbs.py. What only one verb needs is imported in it: others start faster.

Every verb takes a path and optional settings, hands out typed results, prints nothing, and raises
:class:`~zi_excel.errors.WorkbookError` (the file can't be used) or
:class:`~zi_excel.errors.UsageError` (the question was wrong), each with one Indonesian sentence.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from zi_excel.clock import JAKARTA, today
from zi_excel.errors import UsageError
from zi_excel.history.recording import earlier_reports
from zi_excel.opc.package.package import Package
from zi_excel.settings.settings import Settings
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.validation.findings import Rule
from zi_excel.validation.rules import rules_of
from zi_excel.verbs.opening import findings_of, history_of, measured, read_matrix, settings_of
from zi_excel.verbs.refreshing import Refresh, refresh
from zi_excel.verbs.results import CapaianResult, MonevResult, PeriksaUtuhResult, ValidasiResult

__all__ = ["aturan", "baru", "capaian", "monev", "periksa_utuh", "today", "validasi"]


def baru(out: Path | str) -> Path:
    """Writes a fresh workbook from the template.

    Args:
        out: the new file; an existing one is never overwritten.

    Raises:
        WorkbookError: the file exists, or can't be written.
        UsageError: its name does not end in .xlsx (Excel refuses a workbook under another ending).
    """
    from zi_excel.verbs.baru import write_template

    return write_template(Path(out))


def aturan(code: str | None = None) -> tuple[Rule, ...]:
    """All validation rules, or the one of a code.

    Raises:
        UsageError: no rule has that code.
    """
    return rules_of(code)


def validasi(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    folder_bukti: Path | str | None = None,
) -> ValidasiResult:
    """Reads the matrix and checks it against every rule.

    Args:
        path: the workbook.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence, where links that are files are looked for; None: the settings'.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    path = Path(path)
    chosen = settings_of(path, settings, folder_bukti)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
        history = history_of(package).history
    per = per or today()
    return ValidasiResult(path, plan, findings_of(path, plan, chosen, per, earlier_reports(history, plan, per)))


def capaian(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> CapaianResult:
    """Reads the matrix and measures completion on the as-of day. Arguments and errors as for :func:`validasi`."""
    path = Path(path)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
    return CapaianResult(path, plan, measured(plan, chosen, per or today()))


def monev(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    folder_bukti: Path | str | None = None,
    dry_run: bool = False,
) -> MonevResult:
    """Refreshes the Monev tabs in the workbook; nothing else in it changes by a byte (contract, section 8).

    Args:
        path: the workbook, replaced in one step after a dated backup.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: as for :func:`validasi`.
        folder_bukti: as for :func:`validasi`.
        dry_run: say what would be done and write nothing.

    Raises:
        WorkbookError: the file can't be used, is open elsewhere, or can't be written; nothing was written.
        UsageError: the settings can't.
    """
    from zi_excel import store
    from zi_excel.opc.graft.verify import verify

    path = Path(path)
    chosen = settings_of(path, settings, folder_bukti)
    if dry_run:
        with Package.open(path) as package:
            return _done(
                path, refresh(package, chosen, sheet, per or today()), dry_run=True, blocked=store.why_busy(path)
            )
    backup_dir, keep = Path(chosen.cadangan.folder), chosen.cadangan.jumlah
    store.check_not_open(path)
    with store.lock(path):
        seen = store.fingerprint(path)
        store.clean(path, backup_dir=backup_dir, keep=keep)
        with Package.open(path) as package:
            done = refresh(package, chosen, sheet, per or today())
            change, backup = done.change, None
            if not change.empty:
                backup = store.replace(
                    path,
                    change.write,
                    verify=lambda new: verify(package, new, change),
                    seen=seen,
                    backup_dir=backup_dir,
                    keep=keep,
                    now=datetime.now(JAKARTA),
                    release=package.close,
                )
            return _done(path, done, backup=backup)


def periksa_utuh(old: Path | str, new: Path | str) -> PeriksaUtuhResult:
    """Compares a workbook before a refresh (its backup) with the one after it: is all that is staff's the same bytes?

    Raises:
        WorkbookError: one of them can't be used.
    """
    from zi_excel.opc.comparison.compare import compare

    _refuse_same_file(Path(old), Path(new))
    with Package.open(Path(old)) as before, Package.open(Path(new)) as after:
        comparison = compare(before, after, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX)
    return PeriksaUtuhResult(Path(old), Path(new), comparison)


def _refuse_same_file(old: Path, new: Path) -> None:
    """Raises UsageError where a file would be held against itself, which proves nothing."""
    with suppress(OSError):  # a missing one is told of when it is opened
        if old.samefile(new):
            raise UsageError(
                f"'{old}' dan '{new}' adalah berkas yang sama; sebutkan sebagai LAMA cadangan dari sebelum penyegaran."
            )


def _done(
    path: Path, done: Refresh, *, dry_run: bool = False, backup: Path | None = None, blocked: str | None = None
) -> MonevResult:
    change = done.change
    return MonevResult(
        path=path,
        measurement=done.measurement,
        findings=done.findings,
        changed=not change.empty,
        dry_run=dry_run,
        added=change.tabs_added,
        replaced=change.tabs_replaced,
        removed=change.tabs_removed,
        kept=change.kept,
        backup=backup,
        sheet=done.plan.sheet,
        touched=change.touched,
        blocked=blocked,
        recording=done.recording,
        history_tab=done.history_tab,
        unread=done.unread,
    )
