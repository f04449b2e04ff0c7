"""Whether a workbook is one of our own reports, or a rekap, however it was saved since: no matrix to be read."""

from __future__ import annotations

from pathlib import Path

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import has_sign, signed
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.signs import REPORT_NAME, TAB_SIGN


def is_report(package: Package, workbook: Workbook) -> bool:
    """Whether this tool wrote it as a report: its name is defined, and its sign stands in a sheet."""
    return _is_named(workbook, REPORT_NAME) and any(has_sign(package, sheet, TAB_SIGN) for sheet in workbook.sheets)


def is_report_file(path: Path, *, name: str = REPORT_NAME) -> bool:
    """Whether a file is such a report; False where it can't be used at all. name: REKAP_NAME, where only a rekap is."""
    try:
        with Package.open(path) as package:
            workbook = Workbook.of(package)
            return is_report(package, workbook) and _is_named(workbook, name)
    except WorkbookError:
        return False


def _is_named(workbook: Workbook, name: str) -> bool:
    return any(defined.name.casefold() == name.casefold() for defined in workbook.names)


def signed_sheets(package: Package, workbook: Workbook) -> list[str]:
    """The parts of the worksheets that bear the tool's sign."""
    return [sheet.part for sheet in signed(package, workbook.sheets, TAB_SIGN) if sheet.part is not None]
