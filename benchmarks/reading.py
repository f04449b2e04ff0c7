"""Reading a matrix of 100, 5,000 and 100,000 rows beside openpyxl; and the matrix among fifty other sheets.

    python benchmarks/reading.py [--runs N]

Prints, per size, the median time, processor time and peak memory of whole processes: `zi-excel kolom` (which reads the
whole matrix and prints its columns), openpyxl's load of the same workbook, and openpyxl's read-only walk over its rows;
then what each row costs beyond the fewest. Then `validasi` and `capaian` of the template alone and with fifty other
sheets behind it, one of them of 50,000 rows. Of 100,000 rows there are 3 runs at most. Takes about five minutes. Needs
an environment with zi_excel and openpyxl (`.zi-env/test`).
"""

import argparse
import sys
from itertools import pairwise
from pathlib import Path

import xlsxwriter
from measuring import TEMPLATE, ZI_EXCEL, Cost, Job, lines, medians, workplace
from staff_data import write_workbook

ROWS = (100, 5_000, 100_000)
LARGE = 20_000
"""Rows from which there are fewer runs."""
SHEETS = [*[200] * 49, 50_000]
OPENPYXL, OWN = "openpyxl, load", "zi-excel kolom"
_LOAD = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
_WALK = (
    "import sys, openpyxl; "
    "[None for _ in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)]"
)
_TITLES = (
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)",
    "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT",
)  # fmt: skip
_AREAS = (
    "MANAJEMEN PERUBAHAN", "PENATAAN TATALAKSANA", "PENATAAN SISTEM MANAJEMEN SDM", "PENGUATAN AKUNTABILITAS",
    "PENGUATAN PENGAWASAN", "PENINGKATAN KUALITAS PELAYANAN PUBLIK",
)  # fmt: skip
_TARGETS = (
    "Februari 2025", "Maret, Juni, September, Desember 2025", "Januari - Desember 2025", "31 Maret 2025",
    "Triwulan II 2025", "Setiap bulan", "Juni dan Desember 2025",
)  # fmt: skip
_OF_A_SUBKOMPONEN = 20


def main() -> None:
    """Prints the two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with workplace() as folder:
        _sizes(folder, options.runs)
        _among_others(folder, options.runs)


def _sizes(folder: Path, runs: int) -> None:
    costs: dict[int, dict[str, Cost]] = {}
    for rows in ROWS:
        book = folder / f"{rows}.xlsx"
        write_matrix(book, rows)
        print(
            f"a matrix of {rows:,} indikator; median of {(count := min(runs, 3) if rows > LARGE else runs)} processes"
        )
        costs[rows] = medians(jobs(book), count)
        print("\n".join(lines(costs[rows], costs[rows][OPENPYXL])), end="\n\n", flush=True)
    print("per row, from one size to the next")
    for fewer, more in pairwise(ROWS):
        for name in costs[more]:
            spent, before = costs[more][name], costs[fewer][name]
            micros = (spent.processor - before.processor) / (more - fewer) * 1e6
            kib = (spent.peak - before.peak) / (more - fewer) * 1024
            print(f"{fewer:>7,} -> {more:<7,} {name:<26} {micros:>7.0f} us of a processor {kib:>6.2f} KiB")
    print()


def jobs(book: Path) -> dict[str, Job]:
    """The ways to read a matrix."""
    return {
        OWN: Job([*ZI_EXCEL, "kolom", str(book)]),
        OPENPYXL: Job([sys.executable, "-c", _LOAD, str(book)]),
        "openpyxl, read-only walk": Job([sys.executable, "-c", _WALK, str(book)]),
    }


def _among_others(folder: Path, runs: int) -> None:
    book = folder / "antara.xlsx"
    write_workbook(TEMPLATE, book, SHEETS)
    print(f"the template alone, and with {len(SHEETS)} other sheets, one of them of {max(SHEETS):,} rows")
    for verb in ("validasi", "capaian"):
        alone = f"{verb}, alone"
        costs = medians(
            {alone: Job([*ZI_EXCEL, verb, str(TEMPLATE)]), f"{verb}, among others": Job([*ZI_EXCEL, verb, str(book)])},
            runs,
        )
        print("\n".join(lines(costs, costs[alone])), end="\n\n", flush=True)


def write_matrix(path: Path, rows: int) -> None:
    """A matrix as Excel saves one: shared strings, half of them the row's own, percentages, dates, links."""
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Rencana Aksi")
        share, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write("A1", "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025")
        sheet.write_row("A3", _TITLES)
        sheet.write_row("A4", range(1, len(_TITLES) + 1))
        at = 4
        for area, name in enumerate(_AREAS):
            sheet.write_row(at, 0, (("I", "II", "III", "IV", "V", "VI")[area], name))
            at += 1
            for number in range(area, rows, len(_AREAS)):
                within, letter = divmod(number // len(_AREAS), _OF_A_SUBKOMPONEN)
                if letter == 0:
                    sheet.write_row(at, 0, (str(within + 1), f"Subkomponen {within + 1} dari {name.lower()}"))
                sheet.write_row(at, 2, _enacted(number, chr(97 + letter)))
                if number % 3:
                    sheet.write_number(at, 7, number % 5 / 4, share)
                if number % 5 == 4:
                    sheet.write_number(at, 8, 45_700 + number % 90, day)
                if number % 3 == 1:
                    sheet.write_string(at, 9, f"https://drive.example.go.id/bukti/{number}")
                if number % 11 == 0:
                    sheet.write_row(at, 10, ("Anggaran belum tersedia", "Mengajukan revisi anggaran"))
                at += 1


def _enacted(number: int, letter: str) -> tuple[str, ...]:
    return (
        f"{letter}. Unit kerja telah menyusun rencana kerja {number} dan menyampaikannya kepada seluruh jajaran",
        f"Menyusun dan menetapkan rencana kerja {number}, menyelenggarakan rapat koordinasi, dan melaporkannya",
        f"SK Tim Kerja {number}; Undangan rapat; Notula rapat {number}; Daftar hadir",
        _TARGETS[number % len(_TARGETS)],
        f"Tim Kerja {number % 9 + 1}",
    )


if __name__ == "__main__":
    main()
