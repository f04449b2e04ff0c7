"""The values that settings are."""

from pathlib import Path

from zi_excel.measuring.status import Ambang
from zi_excel.settings.settings import Cadangan, Mingguan, Settings


def test_the_defaults():
    """The contract's thresholds, ten backups beside the workbook, and nothing refreshed unattended."""
    usual = Settings()
    assert (usual.ambang, usual.cadangan) == (Ambang(10, 14), Cadangan(10, "cadangan"))
    assert (usual.mingguan.buku, usual.mingguan.laporan, usual.sumber) == ((), None, None)


def test_a_report_is_named_after_its_workbook():
    """In the workbook's folder; none where none is asked for."""
    book = Path("kantor") / "Rencana Aksi.xlsx"
    assert Mingguan(laporan="laporan/Laporan {buku}.xlsx").report_of(book) == Path(
        "kantor/laporan/Laporan Rencana Aksi.xlsx"
    )
    assert Mingguan().report_of(book) is None
