"""Workbooks of many offices: small, and written in no time; some with another matrix than most."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from office import write_office

HEADER = (
    "NO",
    "KOMPONEN",
    "INDIKATOR",
    "LANGKAH AKSI",
    "BUKTI FISIK",
    "TARGET WAKTU",
    "PENANGGUNG JAWAB",
    "REALISASI (%)",
    "TANGGAL SELESAI",
    "TAUTAN BUKTI",
)
AREAS = (
    "MANAJEMEN PERUBAHAN",
    "PENATAAN TATALAKSANA",
    "PENATAAN SISTEM MANAJEMEN SDM",
    "PENGUATAN AKUNTABILITAS",
    "PENGUATAN PENGAWASAN",
    "PENINGKATAN KUALITAS PELAYANAN PUBLIK",
)
TARGETS = ("Maret 2025", "Juni, September, Desember 2025", "Januari - Desember 2025", "sewaktu-waktu", "31 Juni 2025")
WILAYAH = ("Bali", "Jateng", "Jatim")


def office_rows(
    random: Random, *, areas: Sequence[str] = AREAS, other: str = "", silent: bool = False
) -> list[tuple[object, ...]]:
    """The rows of a matrix: two subkomponen per area, two indikator each. other: what its texts begin with."""
    rows: list[tuple[object, ...]] = []
    for number, area in enumerate(areas):
        rows.append((("I", "II", "III", "IV", "V", "VI")[number], area))
        for sub in (1, 2):
            for letter in "ab":
                at = AREAS.index(area) if area in AREAS else number
                text = f"{letter}. {other}Indikator {at + 1} {sub} {letter} dilaksanakan"
                share = None if silent else random.choice((None, 0, 0.25, 1 / 3, 0.5, 0.87, 1, "?"))
                link = random.choice((None, "https://contoh.example/bukti"))
                first = (sub, f"Subkomponen {at + 1} {sub}") if letter == "a" else (None, None)
                target = TARGETS[(at + sub) % len(TARGETS)]
                rows.append((*first, text, "Melaksanakan", "SK; Notula", target, "Tim", share, None, link))
    return rows


def write_many(folder: Path, count: int = 30, *, seed: int = 1) -> list[Path]:
    """The workbooks of so many offices in three folders; every seventh differs, every tenth reports nothing."""
    random, paths = Random(seed), []
    for number in range(count):
        place = folder / WILAYAH[number % len(WILAYAH)]
        place.mkdir(parents=True, exist_ok=True)
        areas, other = AREAS, ""
        if number % 7 == 3:
            areas = (AREAS[5], AREAS[0], AREAS[3], "INOVASI DAERAH")
        if number % 7 == 5:
            other = "Kalimat sendiri: "
        rows = office_rows(random, areas=areas, other=other, silent=number % 10 == 9)
        name = f"KPU Kota {number}" if number != 1 else "KPU Kota 0"
        title = f"RENCANA AKSI ZONA INTEGRITAS {name.upper()} TAHUN 2025"
        path = place / f"renaksi {number}.xlsx"
        paths.append(write_office(path, rows, header=HEADER, title=title))
    return paths
