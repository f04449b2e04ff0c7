"""What every verb starts with: a workbook's settings and its matrix. And what the plan comes to on a day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from zi_excel.enacted.beside import recorded_year
from zi_excel.errors import WorkbookError
from zi_excel.measuring.measure import Measurement, measure
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader import Laid, read_laid
from zi_excel.settings.beside import settings_for
from zi_excel.settings.settings import Settings

MOST_KOMPONEN, MOST_SUBKOMPONEN, MOST_INDIKATOR = 100, 500, 2_000
"""Of a plan that is written as sheets: each komponen gets one of its own. The enacted one has 6, 25 and 87."""


def settings_of(path: Path, settings: Settings | Path | str | None, folder_bukti: Path | str | None = None) -> Settings:
    """The settings that count for a workbook; every rule code in them is one that exists.

    Args:
        path: the workbook.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence that was asked for; None: the settings'.

    Raises:
        UsageError: they can't be read or followed.
    """
    if not isinstance(settings, Settings):
        settings = settings_for(path, None if settings is None else Path(settings))
    if settings.aturan:
        from zi_excel.validation.engine import overrides_of  # with all rules: not every verb needs them

        overrides_of(settings)
    return settings if folder_bukti is None else settings._replace(folder_bukti=os.path.abspath(folder_bukti))  # noqa: PTH100


def read_matrix(package: Package, settings: Settings, sheet: str | None, *, recorded: bool = True) -> RencanaAksi:
    """The workbook's matrix.

    Args:
        package: the workbook.
        settings: those that count for it.
        sheet: the one that was asked for; None: the settings'.
        recorded: whether the record beside the workbook may say the plan's year; not where a new one is to be made.

    Raises:
        WorkbookError: there is none to be read.
    """
    return read_laid_matrix(package, settings, sheet, recorded=recorded).plan


def read_laid_matrix(package: Package, settings: Settings, sheet: str | None, *, recorded: bool = True) -> Laid:
    """The same with the cells that it was read from."""
    return read_laid(
        package,
        sheet=settings.lembar if sheet is None else sheet,
        columns=settings.kolom,
        year=settings.tahun,
        recorded_year=recorded_year(Path(package.path), settings.penetapan) if recorded else None,
    )


def refuse_too_much(plan: RencanaAksi, path: Path) -> None:
    """For whoever writes sheets of a plan: a small file may hold more rows than can be written in seconds.

    Raises:
        WorkbookError: there is more of something than any plan has.
    """
    counts = {
        "komponen": (len(plan.komponen), MOST_KOMPONEN),
        "subkomponen": (sum(len(komponen.subkomponen) for komponen in plan.komponen), MOST_SUBKOMPONEN),
        "indikator": (sum(1 for _ in plan.indikator()), MOST_INDIKATOR),
    }
    for name, (count, most) in counts.items():
        if count > most:
            raise WorkbookError(
                f"'{path}' terbaca memuat {count} {name}, melebihi yang dapat ditulis (paling banyak "
                f"{most}); periksa kolom NO dan KOMPONEN dengan `zi-excel kolom`."
            )


def measured(plan: RencanaAksi, settings: Settings, per: date) -> Measurement:
    """Completion on the as-of day by the settings' thresholds."""
    return measure(plan, per, settings.ambang)
