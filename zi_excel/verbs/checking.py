"""What a matrix is held against: the enacted text, earlier refreshes, the folder of evidence. And what is found.

Apart from opening.py, as it takes the rules, the enacted matrix and the history, which only some verbs need.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from zi_excel.enacted.beside import record_path
from zi_excel.enacted.matrix import Enacted, enacted_matrix
from zi_excel.enacted.record import lone_records, read_record
from zi_excel.errors import UsageError
from zi_excel.folder_bukti.folder import FolderBukti
from zi_excel.history.columns import TAB_KEY
from zi_excel.history.records import History
from zi_excel.history.tab import HistoryRead, read_history
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import Owned, owned_tabs
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.signs import NAME_PREFIX, TAB_SIGN
from zi_excel.validation.engine import overrides_of, validate
from zi_excel.validation.findings import Finding
from zi_excel.validation.subject import Earlier


def history_of(package: Package, workbook: Workbook | None = None, owned: Owned | None = None) -> HistoryRead:
    """What the workbook's own tab `Monev Riwayat` tells; nothing where there is no such tab.

    Args:
        package: the workbook's package.
        workbook: its workbook part, where the caller has it already.
        owned: the tool's tabs in it, likewise.

    Raises:
        WorkbookError: the tab can't be read.
    """
    workbook = workbook or Workbook.of(package)
    name = NAME_PREFIX + TAB_KEY
    if owned is None:
        if all(defined.name.lower() != name for defined in workbook.names):
            return HistoryRead(History())
        owned = owned_tabs(package, workbook, prefix=name, sign=TAB_SIGN, seal=None)
    sheet = owned.tabs.get(name)
    return HistoryRead(History()) if sheet is None else read_history(package, workbook, sheet)


def findings_of(
    path: Path, plan: RencanaAksi, enacted: Enacted, settings: Settings, per: date, *, earlier: Earlier | None
) -> tuple[Finding, ...]:
    """What the validation finds in a workbook's matrix.

    Args:
        path: the workbook.
        plan: its matrix.
        enacted: what it is held against, of `enacted_for`.
        settings: those that count for it.
        per: the as-of day.
        earlier: what the last refresh before that day saw; None: there was none.

    Raises:
        UsageError: the folder of evidence can't be used.
    """
    lone = () if enacted.pencatatan is not None else lone_records(path)
    return validate(
        plan,
        enacted,
        per,
        overrides=overrides_of(settings),
        lone_records=lone,
        earlier=earlier,
        folder_bukti=folder_bukti_of(path, plan, settings),
    )


def folder_bukti_of(path: Path, plan: RencanaAksi, settings: Settings) -> FolderBukti | None:
    """What the folder of evidence holds; None where none was named.

    Raises:
        UsageError: there is no such folder, or it can't be read.
    """
    if settings.folder_bukti is None:
        return None
    from zi_excel.folder_bukti.listing import look_into
    from zi_excel.measuring.lke_numbers import lke_numbers

    links = {indikator.kode: indikator.tautan_bukti.links for indikator in plan.indikator()}
    return look_into(path.parent / settings.folder_bukti, links, path, also=lke_numbers(plan))


def enacted_for(path: Path, settings: Settings) -> Enacted:
    """The matrix that a workbook is held against: the record of what its office enacted, else the shipped one.

    Raises:
        WorkbookError: the record can't be read.
        UsageError: the settings name one that isn't there.
    """
    record = record_path(path, settings.penetapan)
    if os.path.lexists(record):
        return read_record(record)
    if settings.penetapan is not None:
        raise UsageError(
            f"'{settings.sumber}': `penetapan` menunjuk '{record}' yang tidak ada; periksa namanya, atau buat dengan "
            "`zi-excel tetapkan`."
        )
    return enacted_matrix()
