"""The verb `riwayat`: what the workbook's own history tells."""

from pathlib import Path
from typing import NamedTuple

from zi_excel.history.records import History
from zi_excel.opc.package.package import Package
from zi_excel.verbs.checking import history_of


class RiwayatResult(NamedTuple):
    """What the tab `Monev Riwayat` tells. tab: its name; None where there is none. unread: rows that can't be read."""

    path: Path
    history: History
    tab: str | None
    unread: tuple[int, ...]


def riwayat(path: Path | str) -> RiwayatResult:
    """Reads the history that the refreshes of the Monev tabs have left in the workbook.

    Raises:
        WorkbookError: the file can't be used.
    """
    path = Path(path)
    with Package.open(path) as package:
        return RiwayatResult(path, *history_of(package))
