"""One refresh of a workbook's Monev tabs up to the change; nothing is written yet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.history.recording import NO_HISTORY, Recording, earlier_reports, recorded
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft_refusals import refuse_disagreements
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.validation.findings import Finding
from zi_excel.verbs.monev_change import monev_change
from zi_excel.verbs.opening import findings_of, history_of, measured, read_matrix


class Refresh(NamedTuple):
    """A refresh that is ready to be written.

    recording: what the history is afterwards. history_tab: the name of the tab that kept it; None where there was none.
    unread: rows of that tab (from 1) that could not be read and are in no entry.
    """

    change: Change
    plan: RencanaAksi
    measurement: Measurement
    findings: tuple[Finding, ...]
    recording: Recording
    history_tab: str | None
    unread: tuple[int, ...]


def refresh(package: Package, settings: Settings, sheet: str | None, per: date) -> Refresh:
    """Read, validate, measure, record, render, graft: one walk.

    Args:
        package: the workbook's package.
        settings: those that count for it.
        sheet: the matrix's sheet that was asked for; None: the settings'.
        per: the as-of day.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    workbook = Workbook.of(package)
    owned = owned_tabs(package, workbook, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX)
    refuse_disagreements(owned)  # first: a tab of ours that is not known as one may look like a matrix
    plan = read_matrix(package, settings, sheet)
    history, tab, unread = history_of(package, workbook, owned)
    if unread and not history.entries:
        raise WorkbookError(
            f"Tidak satu baris pun di tab '{tab}' dari '{package.path}' terbaca sebagai riwayat; ambil tab itu dari "
            "cadangan atau kembalikan judul kolomnya, atau hapus tab itu agar riwayatnya dimulai lagi."
        )
    findings = findings_of(package.path, plan, settings, per, earlier_reports(history, plan, per))
    measurement = measured(plan, settings, per)
    recording = recorded(history, measurement)
    if owned.tabs and tab is None and workbook.structure_locked:
        # The tabs of an older version go on being refreshed; Excel would not let a person add one either.
        recording = NO_HISTORY._replace(kept=False)
    change = monev_change(
        package,
        workbook,
        owned,
        plan=plan,
        measurement=measurement,
        findings=findings,
        ambang=settings.ambang,
        recording=recording,
    )
    return Refresh(change, plan, measurement, findings, recording, tab, unread)
