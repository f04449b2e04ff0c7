"""Writes the workbooks of made-up offices, in a folder per province: what a rekap is made of.

    python scripts/sample_province.py N FOLDER [--per 2025-11-20] [--seed 1]

Each is built as the template is. Some offices are late, some tidy; some follow a matrix of their own, some kept the
Monev tabs over months. Among ten or more, one workbook is encrypted, one damaged, and one reports nothing. The same N,
day and seed give the same workbooks.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from province_matrices import matrix_of
from province_offices import Kind, Office, offices
from province_reports import progress_of, reports_of, year_of

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader import read_plan
from zi_excel.sheets.matriks.book import render
from zi_excel.sheets.matriks.contents import as_matriks
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.verbs.monev import monev_change

PER = date(2025, 11, 20)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with, as Excel writes a workbook with a password."""
_FEW = 20
"""So many are written in one process: starting others would take longer."""


def province(folder: Path, count: int, *, per: date = PER, seed: int = 1, workers: int | None = None) -> list[Path]:
    """Writes the workbooks; returns them in the order of the offices.

    Args:
        folder: where the provinces' folders are made.
        count: how many offices.
        per: the day on which they report.
        seed: another one gives other offices.
        workers: processes; None: as many as cores, where there are many offices.
    """
    every = list(offices(count, seed, per.month - 1))
    for wilayah in {office.wilayah for office in every}:
        (folder / wilayah).mkdir(parents=True, exist_ok=True)
    write = partial(write_office, folder=folder, per=per)
    workers = workers or (1 if count <= _FEW else os.cpu_count() or 1)
    if workers == 1:
        return list(map(write, every))
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(write, every, chunksize=8))


def write_office(office: Office, *, folder: Path, per: date) -> Path:
    """Writes an office's workbook into the folder of its wilayah; returns it."""
    path = folder / office.wilayah / f"Rencana Aksi ZI {office.name}.xlsx"
    enacted = matrix_of(office.matrix, office.place)
    progress = progress_of(office, enacted)
    reports = {} if office.kind is Kind.BELUM_MELAPOR else reports_of(office, progress, per)
    path.write_bytes(render(as_matriks(enacted), reports=reports))
    if office.kind is Kind.TERKUNCI:
        path.write_bytes(b"".join(_locked(path.stat().st_size, office.seed)))
    elif office.kind is Kind.RUSAK:
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif office.kind is Kind.BIASA and office.months:
        _keep_history(path, office, progress)
    return path


def _keep_history(path: Path, office: Office, progress: dict) -> None:
    """Puts the Monev tabs of the office's last refresh into its workbook, with the history of all of them."""
    with Package.open(path) as package:
        workbook = Workbook.of(package)
        plan = read_plan(package)
        measurement, recording = year_of(plan, office, progress)
        change = monev_change(
            package,
            workbook,
            owned_tabs(package, workbook, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX),
            plan=plan,
            measurement=measurement,
            findings=(),
            recording=recording,
        )
        new = path.with_suffix(".baru")
        with new.open("wb") as out:
            change.write(out)
    new.replace(path)


def _locked(size: int, seed: int) -> Iterator[bytes]:
    """A compound file with the streams that an encrypted workbook has; its contents are noise."""
    yield _OLE2
    for name in ("EncryptionInfo", "EncryptedPackage"):
        yield name.encode("utf-16-le") + bytes(64)
    yield random.Random(seed).randbytes(size)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Menulis buku kerja kantor-kantor rekaan, satu folder per provinsi.")
    parser.add_argument("jumlah", type=int, help="berapa kantor")
    parser.add_argument("folder", type=Path, help="folder tempat semuanya ditulis")
    parser.add_argument("--per", type=date.fromisoformat, default=PER, help="hari laporan, YYYY-MM-DD")
    parser.add_argument("--seed", type=int, default=1, help="angka lain memberi kantor lain")
    arguments = parser.parse_args()
    begun = time.monotonic()
    paths = province(arguments.folder, arguments.jumlah, per=arguments.per, seed=arguments.seed)
    wilayah = len({path.parent for path in paths})
    print(
        f"{len(paths)} buku kerja dalam {wilayah} folder di {arguments.folder} ({time.monotonic() - begun:.0f} detik)"
    )


if __name__ == "__main__":
    main()
