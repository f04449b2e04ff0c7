"""Whole-process time and peak memory of `laporan` beside a bare XlsxWriter script that writes the same number of cells.

    python benchmarks/laporan.py [--runs N] [--indikator 100 2000]

The bare script writes texts, numbers and short formulas with their values, in the same proportion, into as many sheets;
it reads no workbook, computes nothing, and has no looks, charts or print setup. Needs an environment with zi_excel and
openpyxl (`.zi-env/test` after scripts/test.py).
"""

import argparse
import random
import sys
from datetime import date
from pathlib import Path

import openpyxl
from measuring import ZI_EXCEL, Job, lines, measured, medians, workplace

HEADER = (
    *("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"),
    *("REALISASI (%)", "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT"),
)
TARGETS = ("Januari – Desember 2025", "Maret, Juni, September, Desember 2025", "Februari 2025", "setiap bulan", "B06")
ROMAN = ("I", "II", "III", "IV", "V", "VI")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BARE = """
import sys, xlsxwriter
texts, numbers, formulas, sheets = map(int, sys.argv[2:])
book = xlsxwriter.Workbook(sys.argv[1])
pages = [book.add_worksheet() for _ in range(sheets)]
for at in range(texts + numbers + formulas):
    page, place = pages[at % sheets], at // sheets
    row, column = divmod(place, 20)
    if at < texts:
        page.write_string(row, column, f"Menyusun laporan pelaksanaan kegiatan nomor {at}")
    elif at < texts + numbers:
        page.write_number(row, column, at / 7)
    else:
        page.write_formula(row, column, f"=IF($A{row + 1}=0,0,COUNTIF($A{row + 1}:$K{row + 1},1)/2)", None, 0.5)
book.close()
"""


def write_book(path: Path, indikator: int) -> None:
    """A matrix of that many indikator, half of them reported."""
    chance = random.Random(1)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rencana Aksi"
    sheet.append(["RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS 2025"])
    sheet.append(HEADER)
    done = 0
    for roman in ROMAN:
        sheet.append([roman, f"KOMPONEN {roman}"])
        of_this = indikator // 6 + (roman == "VI") * (indikator % 6)
        for at in range(of_this):
            letter = LETTERS[at % 26]
            head = [at // 26 + 1, f"Subkomponen {at // 26 + 1}"] if letter == "a" else [None, None]
            share = chance.choice([None, 0, 0.25, 0.5, 1, 1])
            link = f"https://contoh.example/{done}" if share else None
            finished = date(2025, 6, 1) if share == 1 else None
            work = [f"{letter}. Indikator nomor {done} telah dilaksanakan", f"Melaksanakan kegiatan nomor {done}"]
            proof = f"Laporan kegiatan {done}; Daftar hadir {done}"
            when, who = chance.choice(TARGETS), f"Tim {done % 7}"
            sheet.append([*head, *work, proof, when, who, share, finished, link, "Menunggu" if share == 0.25 else None])
            done += 1
    book.save(path)


def cells(path: Path) -> tuple[int, int, int, int]:
    """Texts, numbers and formulas of a workbook, and its sheets."""
    book = openpyxl.load_workbook(path, read_only=False)
    kinds = [cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts, formulas = kinds.count("s"), kinds.count("f")
    return texts, len(kinds) - texts - formulas, formulas, len(book.sheetnames)


def main() -> None:
    """Per size a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--indikator", type=int, nargs="+", default=[100, 2000])
    options = parser.parse_args()
    with workplace() as folder:
        for size in options.indikator:
            book, report, bare = (folder / f"{name}{size}.xlsx" for name in ("buku", "laporan", "xlsxwriter"))
            write_book(book, size)
            ask = [*ZI_EXCEL, "laporan", str(book), "-o", str(report), "--per", "2025-11-20"]
            measured(ask)
            counts = cells(report)
            jobs = {
                "bare XlsxWriter": Job([sys.executable, "-c", BARE, str(bare), *map(str, counts)]),
                "zi-excel capaian (reading)": Job([*ZI_EXCEL, "capaian", str(book), "--per", "2025-11-20"]),
                "zi-excel laporan": Job(ask, report.unlink),
            }
            costs = medians(jobs, options.runs)
            texts, numbers, formulas, sheets = counts
            print(
                f"\n{size} indikator: {texts} texts, {numbers} numbers, {formulas} formulas in {sheets} sheets;",
                end=" ",
            )
            print(f"{report.stat().st_size / 1e6:.1f} MB; median of {options.runs}")
            print("\n".join(lines(costs, costs["bare XlsxWriter"])))


if __name__ == "__main__":
    main()
