"""Settings: one frozen object with its defaults here; `zi-excel.toml` changes them (description.py, loading.py)."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.measuring.status import USUAL, Ambang
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import Field

FILE_NAME = "zi-excel.toml"
"""Looked for beside the workbook where no other file is named."""

OFF = "mati"
LEVELS = (OFF, "info", "peringatan", "galat")

LOG_ENDING, RESULT_ENDING = ".log", ".json"
REPORT_ENDING, BOOK = ".xlsx", "{buku}"
"""BOOK stands for the workbook's name in that of its report, so that no two workbooks have the same one."""


class RuleSetting(NamedTuple):
    """What the office wants of one rule.

    level: `info`, `peringatan` or `galat`; None: silent. reason: why; it is shown. kode: of which kode; None: of all.
    """

    level: str | None
    reason: str
    kode: frozenset[str] | None = None


class Cadangan(NamedTuple):
    """Backups: how many of each workbook are kept, and in which folder (a relative one: from the workbook's own)."""

    jumlah: int = 10
    folder: str = "cadangan"


class Mingguan(NamedTuple):
    """What is refreshed unattended, and how. Relative paths start from the settings file's folder.

    buku: the workbooks, as paths or patterns (`*`, `?`, `**`). tunggu_menit: how long to wait for one that is open,
    jeda_menit: how long between two tries. log, hasil: the files that tell what happened, for people and for programs.
    laporan: the evaluator's report of each workbook, from the workbook's folder; None: none is written.
    batas_menit: how long one workbook may take before it is given up; 0: as long as it takes.
    """

    buku: tuple[str, ...] = ()
    tunggu_menit: float = 120
    jeda_menit: float = 5
    log: str = f"zi-excel-monev{LOG_ENDING}"
    hasil: str = f"zi-excel-monev{RESULT_ENDING}"
    laporan: str | None = None
    batas_menit: float = 10

    def report_of(self, book: Path) -> Path | None:
        """Where a workbook's report goes."""
        return None if self.laporan is None else book.parent / self.laporan.replace(BOOK, book.stem)


class RekapMingguan(NamedTuple):
    """The rekap that the weekly run writes after its workbooks. Relative paths start from the settings file's folder.

    keluaran: the rekap; None: none is written. sumber: what it is made of (workbooks, folders, patterns, lists); none:
    the workbooks of the run. pekerja: how many processes read; None: one per core.
    """

    keluaran: str | None = None
    sumber: tuple[str, ...] = ()
    pekerja: int | None = None


class Settings(NamedTuple):
    """Everything that an office can set.

    lembar: the matrix's sheet. tahun: the plan's year. kantor: the office's name.
    kolom: a column's letter (`F`) or its header's text per field, where the header alone doesn't say it.
    aturan: per rule code. penetapan: the record of the office's own enacted matrix, where that isn't
    `<name>.penetapan.toml` beside the workbook (a relative path: from the workbook's folder).
    mingguan: the weekly run; rekap: what it writes of many offices.
    folder_bukti: where the evidence lies (a relative path: from the workbook's folder).
    sumber: the file that all this was read from; None: these are the defaults.
    """

    lembar: str | None = None
    tahun: int | None = None
    kantor: str | None = None
    kolom: Mapping[Field, str] = MappingProxyType({})
    ambang: Ambang = USUAL
    aturan: Mapping[str, RuleSetting] = MappingProxyType({})
    penanda_tangan: tuple[PenandaTangan, ...] = ()
    cadangan: Cadangan = Cadangan()
    mingguan: Mingguan = Mingguan()
    rekap: RekapMingguan = RekapMingguan()
    penetapan: str | None = None
    folder_bukti: str | None = None
    sumber: Path | None = None
