"""What every verb starts with: a workbook's settings, its matrix, and the one that it is held against."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from zi_excel.config import Settings, settings_for
from zi_excel.enacted import enacted_matrix
from zi_excel.errors import UsageError
from zi_excel.findings import Finding
from zi_excel.opc.package import Package
from zi_excel.penetapan import lone_records, read_record, record_path
from zi_excel.reader import read_plan
from zi_excel.rencana_aksi import RencanaAksi
from zi_excel.rule_settings import overrides_of
from zi_excel.validate import validate


def settings_of(path: Path, settings: Settings | Path | str | None) -> Settings:
    """The settings that count for a workbook, with every rule code in them known.

    Raises:
        UsageError: they can't be read or followed.
    """
    if not isinstance(settings, Settings):
        settings = settings_for(path, None if settings is None else Path(settings))
    overrides_of(settings)
    return settings


def read_matrix(package: Package, settings: Settings, sheet: str | None) -> RencanaAksi:
    """The workbook's matrix. sheet: the one that was asked for; None: the settings'.

    Raises:
        WorkbookError: there is none to be read.
    """
    return read_plan(
        package, sheet=settings.lembar if sheet is None else sheet, columns=settings.kolom, year=settings.tahun
    )


def findings_of(path: Path, plan: RencanaAksi, settings: Settings, per: date) -> tuple[Finding, ...]:
    """All findings. per: the as-of day.

    The matrix is held against the record of what its office enacted, where there is one, else against the one that
    travels with the tool.

    Raises:
        WorkbookError: the record can't be read.
        UsageError: the settings name one that isn't there.
    """
    record = record_path(path, settings.penetapan)
    overrides = overrides_of(settings)
    if os.path.lexists(record):
        return validate(plan, read_record(record), per, overrides=overrides)
    if settings.penetapan is not None:
        raise UsageError(
            f"'{settings.sumber}': `penetapan` menunjuk '{record}' yang tidak ada; periksa namanya, atau buat dengan "
            "`zi-excel tetapkan`."
        )
    return validate(plan, enacted_matrix(), per, overrides=overrides, lone_records=lone_records(path))
