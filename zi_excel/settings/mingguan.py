"""The settings of the weekly run: the section `[mingguan]` of `zi-excel.toml`."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import NamedTuple

from zi_excel.settings.toml_table import Table

LOG_ENDING, RESULT_ENDING = ".log", ".json"
REPORT_ENDING, BOOK = ".xlsx", "{buku}"
"""BOOK stands for the workbook's name in that of its report, so that no two workbooks have the same one."""


class Mingguan(NamedTuple):
    """What is refreshed unattended, and how. Relative paths are meant from the settings file's folder.

    buku: the workbooks, as paths or patterns (`*`, `?`, `**`). tunggu_menit: how long to wait for one that is open,
    jeda_menit: how long between two tries. log, hasil: the files that tell what happened, for people and for programs.
    laporan: the evaluator's report of each workbook, from the workbook's folder; None: none is written.
    """

    buku: tuple[str, ...] = ()
    tunggu_menit: float = 120
    jeda_menit: float = 5
    log: str = f"zi-excel-monev{LOG_ENDING}"
    hasil: str = f"zi-excel-monev{RESULT_ENDING}"
    laporan: str | None = None

    def report_of(self, book: Path) -> Path | None:
        """Where a workbook's report goes."""
        return None if self.laporan is None else book.parent / self.laporan.replace(BOOK, book.stem)


def weekly_settings(table: Table) -> Mingguan:
    """Reads the section.

    Raises:
        UsageError: a value in it can't be followed.
    """
    usual = Mingguan()
    return Mingguan(
        buku=_patterns(table),
        tunggu_menit=table.number("tunggu_menit", 0, 1440, usual.tunggu_menit),
        jeda_menit=table.number("jeda_menit", 0.01, 1440, usual.jeda_menit),
        log=_own_file(table, "log", LOG_ENDING) or usual.log,
        hasil=_own_file(table, "hasil", RESULT_ENDING) or usual.hasil,
        laporan=_report(table),
    )


def _patterns(table: Table) -> tuple[str, ...]:
    patterns = table.texts("buku", "[\"Rencana Aksi 2025.xlsx\"] atau ['D:\\Rencana Aksi\\*.xlsx']")
    for each in patterns:
        if not each.isprintable() or any("**" in part and part != "**" for part in PurePath(each).parts):
            raise table.error(
                f"`mingguan.buku`: '{each}' bukan nama berkas atau pola; `**` (semua folder di bawahnya) ditulis "
                'sendiri di antara garis miring, misalnya "Rencana Aksi/**/*.xlsx".'
            )
    return patterns


def _report(table: Table) -> str | None:
    name = table.text("laporan")
    if name is None:
        return None
    if not (name.endswith(REPORT_ENDING) and BOOK in name and name.isprintable()) or set('*?"<>|') & set(name):
        raise table.wrong(
            "laporan",
            f"nama berkas dengan {BOOK} (nama buku kerjanya) dan akhiran {REPORT_ENDING}, misalnya "
            f'"Laporan {BOOK}{REPORT_ENDING}"',
        )
    if PurePath(name) == PurePath(BOOK + REPORT_ENDING):
        raise table.error(
            f"`mingguan.laporan`: '{name}' adalah nama buku kerja itu sendiri; tulis misalnya "
            f'"Laporan {BOOK}{REPORT_ENDING}".'
        )
    return name


def _own_file(table: Table, key: str, ending: str) -> str | None:
    """Its ending is checked, so that no workbook or other file is ever taken, or replaced, for one of the run's own."""
    name = table.text(key)
    if name is not None and not (name.endswith(ending) and name.isprintable()):
        raise table.wrong(key, f'nama berkas yang berakhiran {ending}, misalnya "zi-excel-monev{ending}"')
    return name
