"""The verb `folder-bukti`: a folder for the evidence of each indikator."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from zi_excel.folder_bukti.skeleton import make_folders
from zi_excel.measuring.lke_numbers import lke_numbers
from zi_excel.opc.package.package import Package
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import read_matrix, settings_of


class FolderBuktiResult(NamedTuple):
    """What was made. by_lke: whether the folders bear the LKE's numbers; else they bear the matrix's kode."""

    folder: Path
    new: tuple[str, ...]
    present: tuple[str, ...]
    by_lke: bool


def susun_folder_bukti(
    path: Path | str, folder: Path | str, *, sheet: str | None = None, settings: Settings | Path | str | None = None
) -> FolderBuktiResult:
    """Makes a folder per indikator, named by its LKE number where the matrix has the LKE's 25 subkomponen.

    What exists is never touched: run it again after the matrix has grown.

    Args:
        path: the workbook.
        folder: where the folders go; it is made where it is missing.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the workbook can't be used.
        UsageError: a folder can't be made.
    """
    path, folder = Path(path), Path(folder)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
    numbers = lke_numbers(plan)
    names = [numbers.get(indikator.kode, indikator.kode) for indikator in plan.indikator()]
    made = make_folders(folder, names)
    return FolderBuktiResult(folder, made.new, made.present, bool(numbers))
