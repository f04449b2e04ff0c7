"""Makes its own environment and runs the main job on the shipped workbook, then a rekap of made-up offices.

python scripts/demo.py        results in hasil_demo/
"""

import argparse
import os
import shutil
import subprocess
import sys
from datetime import date

from environment import ROOT, environment

PER = date(2025, 11, 20)
KANTOR = 12
"""Made-up offices of the rekap; one workbook of them is encrypted, one damaged."""
OUT = ROOT / "hasil_demo"


def main() -> int:
    """Fills a copy of the template, checks and measures it, writes Monev tabs, report and rekap; says where all is."""
    python = str(environment("demo"))
    shutil.rmtree(OUT, ignore_errors=True)
    imported = OUT / "impor" / "impor_contoh.xlsx"  # in a folder of its own, with its own settings and record
    draft = OUT / "2026" / "rancangan_contoh.xlsx"  # likewise
    for each in (imported, draft):
        each.parent.mkdir(parents=True)
    book = OUT / "rencana_aksi_contoh.xlsx"
    sample = [python, str(ROOT / "scripts" / "sample_realisasi.py"), str(book), "--per", PER.isoformat()]
    offices = OUT / "kantor"
    province = [
        python,
        str(ROOT / "scripts" / "sample_province.py"),
        str(KANTOR),
        str(offices),
        "--per",
        PER.isoformat(),
    ]
    zi_excel = [python, "-m", "zi_excel"]
    steps = [
        ("Buku kerja contoh: template resmi dengan realisasi setengah tahun", sample, {0}),
        ("Validasi", [*zi_excel, "validasi", str(book), "--per", PER.isoformat()], {0, 1}),
        ("Capaian", [*zi_excel, "capaian", str(book), "--per", PER.isoformat()], {0}),
        ("Tab Monev", [*zi_excel, "monev", str(book), "--per", PER.isoformat()], {0}),
        (
            "Sekali lagi: tidak ada yang berubah, tidak ada yang ditulis",
            [*zi_excel, "monev", str(book), "--per", PER.isoformat()],
            {0},
        ),
        (
            "Laporan untuk evaluator",
            [*zi_excel, "laporan", str(book), "-o", str(OUT / "laporan_contoh.xlsx"), "--per", PER.isoformat()],
            {0},
        ),
        (f"{KANTOR} kantor rekaan, satu folder per provinsi", province, {0}),
        (
            "Rekap: semuanya dalam satu buku (dua di antaranya sengaja tidak terbaca)",
            [*zi_excel, "rekap", str(offices), "-o", str(OUT / "rekap_contoh.xlsx"), "--per", PER.isoformat()],
            {1},
        ),
        (
            "Kantor lain: buku kerja dari teks keputusannya",
            [*zi_excel, "impor", str(ROOT / "scripts" / "sample_decree.txt"), "-o", str(imported)],
            {0, 1},
        ),
        (
            "Tahun berikutnya: rancangan dari buku kerja contoh",
            [*zi_excel, "lanjut", str(book), "-o", str(draft), "--per", f"{PER.year}-12-31"],
            {1},
        ),
        (
            "Lampirannya di Word, untuk ditandatangani",
            [*zi_excel, "lampiran", str(draft), "-o", str(draft.with_name("lampiran_contoh.docx"))],
            {0},
        ),
    ]
    for title, command, fine in steps:
        print(f"\n== {title}", flush=True)
        code = subprocess.run(command, cwd=OUT, check=False, env={**os.environ, "PYTHONUTF8": "1"}).returncode
        if code not in fine:
            print(f"Demo berhenti: langkah ini berakhir dengan kode {code}.", file=sys.stderr)
            return 1
    print(f"\nSelesai. Buka {book} di Excel atau LibreOffice; tab Monev ada di belakang lembar Rencana Aksi.")
    print(f"Laporan untuk evaluator: {OUT / 'laporan_contoh.xlsx'}")
    print(f"Rancangan tahun berikutnya: {draft}")
    print(f"Lampirannya di Word: {draft.with_name('lampiran_contoh.docx')}")
    print(f"Rekap {KANTOR} kantor: {OUT / 'rekap_contoh.xlsx'}")
    return 0


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    raise SystemExit(main())
