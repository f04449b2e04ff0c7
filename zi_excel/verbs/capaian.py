"""The verb `capaian`: completion of the plan, of each komponen and of each indikator on one day."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel.clock import today
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import measured, read_matrix, settings_of


class CapaianResult(NamedTuple):
    """What `capaian` measured, with the plan as read."""

    path: Path
    plan: RencanaAksi
    measurement: Measurement


def capaian(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> CapaianResult:
    """Reads the matrix and measures completion on the as-of day.

    Args:
        path: the workbook.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    path = Path(path)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
    return CapaianResult(path, plan, measured(plan, chosen, per or today()))
