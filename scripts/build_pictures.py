"""Renders the demo's workbooks with LibreOffice and cuts the pages that README and docs show.

python scripts/demo.py && python scripts/build_pictures.py      (needs libreoffice and pdftoppm)
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from environment import ROOT

DEMO = ROOT / "hasil_demo"
OUT = ROOT / "docs" / "gambar"
# Per workbook or Word document, the picture's name -> words that its page shows (the first page that has all is taken).
BOOKS = {
    "rencana_aksi_contoh": {
        "rencana-aksi": ("REALISASI", "LAMPIRAN"),
        "monev-ringkasan": ("Monev Rencana Aksi", "Capaian per komponen"),
        "monev-i": ("Monev Komponen I:",),
        "monev-jadwal": ("Monev Jadwal",),
        "monev-temuan": ("Monev Temuan",),
    },
    "impor/impor_contoh": {
        "impor-catatan": ("Yang diputuskan saat dokumen dibaca",),
    },
    "2026/rancangan_contoh": {
        "lanjut-catatan": ("Rancangan tahun berikutnya",),
    },
    "2026/lampiran_contoh.docx": {
        "lampiran": ("LAMPIRAN", "NOMOR"),
    },
    "laporan_contoh": {
        "laporan-ringkasan": ("Ringkasan capaian", "Capaian per komponen"),
        "laporan-komponen": ("Komponen I:",),
        "laporan-bukti": ("Bukti: register",),
    },
    "rekap_contoh": {
        "rekap-ringkasan": ("Rekap Rencana Aksi", "Per komponen"),
        "rekap-tertinggal": ("Indikator yang paling jauh",),
        "rekap-kantor": ("Kantor: capaian setiap kantor",),
        "rekap-peta": ("Peta: realisasi",),
    },
}


def main() -> int:
    """One PDF of the whole workbook, one picture per name."""
    for program in ("libreoffice", "pdftoppm", "pdftotext"):
        if shutil.which(program) is None:
            print(f"{program} is needed for this", file=sys.stderr)
            return 2
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        books = [str(DEMO / (book if Path(book).suffix else f"{book}.xlsx")) for book in BOOKS]
        subprocess.run(
            ["libreoffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *books],
            check=True,
            capture_output=True,
        )
        for book, wanted in BOOKS.items():
            _cut(Path(folder, f"{Path(book).stem}.pdf"), wanted)
    return 0


def _cut(pdf: Path, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Writes a picture of each wanted page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    for name, words in wanted.items():
        page = next(at for at, shown in enumerate(pages, start=1) if all(word in shown for word in words))
        where = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(["pdftoppm", "-png", "-r", "80", *where, pdf, OUT / name], check=True)
        print(f"{name}.png: page {page}")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    raise SystemExit(main())
