"""Renders the demo's workbook with LibreOffice and cuts the pages that README and guide show.

python scripts/demo.py && python scripts/build_pictures.py      (needs libreoffice and pdftoppm)
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT

BOOK = ROOT / "hasil_demo" / "rencana_aksi_contoh.xlsx"
OUT = ROOT / "docs" / "gambar"
# The picture's name -> words that its page shows (the first page that has them all is taken).
PAGES = {
    "rencana-aksi": ("REALISASI", "LAMPIRAN"),
    "monev-ringkasan": ("Monev Rencana Aksi", "Capaian per komponen"),
    "monev-i": ("Monev Komponen I:",),
    "monev-jadwal": ("Monev Jadwal",),
    "monev-temuan": ("Monev Temuan",),
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
        subprocess.run(
            ["libreoffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(BOOK)],
            check=True,
            capture_output=True,
        )
        pdf = str(Path(folder, BOOK.stem + ".pdf"))
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
        pages = text.split("\f")
        for name, words in PAGES.items():
            page = next(at for at, shown in enumerate(pages, start=1) if all(word in shown for word in words))
            where = ["-f", str(page), "-l", str(page), "-singlefile"]
            subprocess.run(["pdftoppm", "-png", "-r", "80", *where, pdf, str(OUT / name)], check=True)
            print(f"{name}.png: page {page}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
