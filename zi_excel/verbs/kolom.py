"""The verb `kolom`: which column of the sheet was taken for what."""

from pathlib import Path
from typing import NamedTuple

from zi_excel.opc.package.package import Package
from zi_excel.plan.columns import missing_columns
from zi_excel.plan.rencana_aksi import Field, RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import read_matrix, settings_of


class KolomResult(NamedTuple):
    """Which column of the sheet was taken for what: all of it is in the plan (`columns`, `headers`, `reading`)."""

    path: Path
    plan: RencanaAksi

    @property
    def missing(self) -> tuple[Field, ...]:
        """The columns that the sheet lacks."""
        return missing_columns(self.plan.columns)

    @property
    def example(self) -> tuple[str, ...]:
        """What `zi-excel.toml` would say of them, line by line; HURUF stands for a letter."""
        lines = tuple(f'{each} = "HURUF"' for each in self.missing)
        return ("[kolom]", *lines) if lines else ()


def kolom(path: Path | str, *, sheet: str | None = None, settings: Settings | Path | str | None = None) -> KolomResult:
    """Reads the matrix and tells which column was taken for what, and how its header was understood.

    Args:
        path: the workbook.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the file can't be used, or holds no matrix or several.
        UsageError: the settings can't be followed.
    """
    path = Path(path)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        return KolomResult(path, read_matrix(package, chosen, sheet))
