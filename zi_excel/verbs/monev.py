"""The verb `monev`: the Monev tabs of a workbook refreshed, and not a byte else of it changed."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from zi_excel import sheets, store
from zi_excel.clock import JAKARTA, today
from zi_excel.errors import WorkbookError
from zi_excel.history.columns import TAB_KEY
from zi_excel.history.recording import NO_HISTORY, Recording, earlier_reports, recorded
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft import graft
from zi_excel.opc.graft.graft_refusals import refuse_disagreements, refuse_same_names
from zi_excel.opc.graft.plan import Tab
from zi_excel.opc.graft.verify import verify
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import Owned, owned_tabs
from zi_excel.opc.tabs.touched import Touched
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.validation.findings import Finding
from zi_excel.verbs.checking import enacted_for, findings_of, history_of
from zi_excel.verbs.opening import measured, read_matrix, refuse_too_much, settings_of
from zi_excel.version import __version__


class MonevResult(NamedTuple):
    """What `monev` did to a workbook, or (`dry_run`) would do.

    changed: False where the tabs already stood there just so; then nothing was written and no backup made.
    kept: how many of the package's parts stay the same bytes.
    blocked: of a dry run: why the real one could not write now (a sentence); None where it could.
    sheet: the matrix's. touched: what the replaced and removed tabs held of staff's (it is in the backup).
    recording: what the history is afterwards. history_tab: the tab that kept it before; None where there was none.
    unread: rows of that tab (from 1) that could not be read: the new tab won't have them, the backup does.
    told: what there is to say of the files beside the workbook, in sentences: leftovers, backups named in the future.
    """

    path: Path
    measurement: Measurement
    findings: tuple[Finding, ...]
    changed: bool
    dry_run: bool
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    backup: Path | None
    sheet: str
    recording: Recording
    touched: tuple[Touched, ...] = ()
    blocked: str | None = None
    history_tab: str | None = None
    unread: tuple[int, ...] = ()
    told: tuple[str, ...] = ()


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
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence, where links that are files are looked for; None: the settings'.
        dry_run: only say what would be done.

    Raises:
        WorkbookError: the file can't be used, is open elsewhere, or can't be written; nothing was written.
        UsageError: the settings can't.
    """
    path = Path(path)
    chosen = settings_of(path, settings, folder_bukti)
    if dry_run:
        with Package.open(path) as package:
            _, result = refresh(package, chosen, sheet, per or today())
            return result._replace(dry_run=True, blocked=store.why_busy(path))
    backup_dir, keep = Path(chosen.cadangan.folder), chosen.cadangan.jumlah
    store.check_not_open(path)
    with store.lock(path):
        seen = store.fingerprint(path)
        told = store.clean(path, backup_dir=backup_dir, keep=keep)
        with Package.open(path) as package:
            store.check_read(path, package.fileno())
            change, result = refresh(package, chosen, sheet, per or today())
            if change.empty:
                return result._replace(told=told)
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
            return result._replace(backup=backup, told=told)


def refresh(package: Package, settings: Settings, sheet: str | None, per: date) -> tuple[Change, MonevResult]:
    """Read, validate, measure, record, render, graft: one walk. Nothing is written yet.

    Args:
        package: the workbook's package.
        settings: those that count for it.
        sheet: the matrix's sheet that was asked for; None: the settings'.
        per: the as-of day.

    Returns:
        The change of the package, and what there is to say of it once it is written: all but the backup.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    workbook = Workbook.of(package)
    owned = owned_tabs(package, workbook, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX)
    refuse_disagreements(owned)  # first: a tab of ours that is not recognised may look like a matrix
    plan = read_matrix(package, settings, sheet)
    refuse_too_much(plan, package.path)
    history, tab, unread = history_of(package, workbook, owned)
    if unread and not history.entries:
        raise WorkbookError(
            f"Tidak satu baris pun di tab '{tab}' dari '{package.path}' terbaca sebagai riwayat; ambil tab itu dari "
            "cadangan atau kembalikan judul kolomnya, atau hapus tab itu agar riwayatnya dimulai lagi."
        )
    enacted, earlier = enacted_for(package.path, settings), earlier_reports(history, plan, per)
    findings = findings_of(package.path, plan, enacted, settings, per, earlier=earlier)
    measurement = measured(plan, settings, per)
    recording = recorded(history, measurement)
    if owned.tabs and tab is None and workbook.structure_locked:
        # The tabs of an older version are still refreshed, but none is added: Excel would not let a person either.
        recording = NO_HISTORY._replace(kept=False)
    change = monev_change(
        package,
        workbook,
        owned,
        plan=plan,
        measurement=measurement,
        findings=findings,
        recording=recording,
    )
    return change, MonevResult(
        path=package.path,
        measurement=measurement,
        findings=findings,
        changed=not change.empty,
        dry_run=False,
        added=change.tabs_added,
        replaced=change.tabs_replaced,
        removed=change.tabs_removed,
        kept=change.kept,
        backup=None,
        sheet=plan.sheet,
        recording=recording,
        touched=change.touched,
        history_tab=tab,
        unread=unread,
    )


def monev_change(
    package: Package,
    workbook: Workbook,
    owned: Owned,
    *,
    plan: RencanaAksi,
    measurement: Measurement,
    findings: Sequence[Finding],
    recording: Recording | None = None,
) -> Change:
    """Renders and grafts; nothing is written yet.

    Args:
        package: the workbook's package.
        workbook: its workbook part.
        owned: the tool's tabs in it; where staff renamed one, its formulas, charts and links use that name.
        plan: what the tabs show; of this workbook or of another.
        measurement: what was measured of the plan.
        findings: what the validation found in it.
        recording: the history of the plan up to the measurement; None: there is none.

    Raises:
        WorkbookError: it can't be done without harm to what is staff's.
    """
    wanted = {tab.key: tab.name for tab in sheets.monev_tabs(plan)}
    if recording is not None and not recording.kept:
        del wanted[TAB_KEY]
    refuse_same_names(owned, {NAME_PREFIX + key: name for key, name in wanted.items()})
    own_names = {sign: sheet.name for sign, sheet in owned.tabs.items()}
    names = {key: own_names.get(NAME_PREFIX + key, name) for key, name in wanted.items()}
    rendered = sheets.render_monev(
        plan,
        measurement,
        findings,
        names=names,
        version=__version__,
        date_1904=workbook.date_1904,
        recording=recording,
    )
    tabs = [Tab(NAME_PREFIX + key, name) for key, name in names.items()]
    return graft(package, rendered, tabs, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX, owned=owned)
