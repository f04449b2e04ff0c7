"""`zi-excel lanjut` on the command line: what it says, and how it ends."""

import json
import subprocess
import sys

import pytest
from openpyxl import Workbook, load_workbook
from whole_process import surroundings

from zi_excel.cli import run


@pytest.fixture
def clear_book(book):
    """A workbook in which nothing has to be decided: no document of a year, no decree."""
    workbook = load_workbook(book)
    sheet = workbook["Rencana Aksi"]
    for row in sheet.iter_rows(min_row=9):
        for cell in row:
            if cell.column in {4, 5} and isinstance(cell.value, str):
                cell.value = cell.value.replace("2025", "").replace("2024", "")
    sheet.delete_rows(19, 4)
    for row in range(1, 6):
        sheet.cell(row, 9).value = None
    workbook.save(book)
    return book


def test_something_to_decide_ends_with_1(template, tmp_path, capsys):
    """Both lists with cells, equal texts as one; the unfinished, the files, what comes next, the check's summary."""
    assert run(["lanjut", str(template), "-o", str(tmp_path / "draf.xlsx"), "--per", "2025-12-31"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    for part in (
        "rancangan tahun 2026 dari rencana tahun 2025",
        "6 komponen, 87 indikator; kolom yang diisi tim kerja kosong",
        "Perlu Anda putuskan: 32",
        "KEPALA LAMPIRAN: “NOMOR 31 TAHUN 2025” → “NOMOR ...”",
        "LANGKAH AKSI (D59, D60, D62): “Menyusun LAKIP 2024” → tetap (2024: tahun dokumen atau tanggal)",
        "Sudah digeser: 89",
        "TARGET WAKTU (F10, F11, F12, F13, F14 dan 4 lagi): “Februari 2025” → “Februari 2026”",
        "lagi di lembar Catatan Lanjut",
        "Belum selesai di tahun 2025, per 31 Desember 2025: 87 dari 87 indikator",
        "zi-excel.toml",
        "belum ada catatan penetapan",
        "zi-excel tetapkan",
        "Pemeriksaan: 0 galat",
    ):
        assert part in out, out


def test_nothing_to_decide_ends_with_0(clear_book, tmp_path, capsys):
    """Where only targets and the title name years."""
    assert run(["lanjut", str(clear_book), "-o", str(tmp_path / "draf.xlsx")]) == 0
    out = capsys.readouterr().out
    assert "Perlu Anda putuskan" not in out
    assert "Sudah digeser: 9" in out


def test_json(template, tmp_path, capsys):
    """The same for programs, and the same exit code."""
    code = run(["lanjut", str(template), "-o", str(tmp_path / "draf.xlsx"), "--tahun", "2027", "--format", "json"])
    assert code == 1
    assert json.loads(capsys.readouterr().out)["tahun"] == 2027


@pytest.mark.parametrize(
    ("arguments", "failure"),
    [
        (["{book}", "-o", "{tmp}/draf.xlsx", "--tahun", "2025"], (2, "harus sesudah tahun rencana")),
        (["{book}", "-o", "{tmp}/draf.docx"], (2, "berakhiran .xlsx")),
        (["{book}"], (2, "-o")),
        (["{tmp}/tidak.xlsx", "-o", "{tmp}/draf.xlsx"], (3, "tidak ditemukan")),
        (["{tmp}/surat.xlsx", "-o", "{tmp}/draf.xlsx"], (3, "bukan")),
        (["{tmp}/kosong.xlsx", "-o", "{tmp}/draf.xlsx"], (3, "tidak memuat matriks")),
        (["{book}", "-o", "{book}"], (3, "sudah ada")),
        (["{book}", "-o", "{tmp}/x/draf.xlsx"], (3, "Folder untuk")),
    ],
)
def test_what_cannot_be_done(book, tmp_path, capsys, arguments, failure):
    """One sentence on stderr, never a traceback; no draft."""
    (tmp_path / "surat.xlsx").write_text("bukan buku kerja", "utf-8")
    Workbook().save(tmp_path / "kosong.xlsx")
    code, sentence = failure
    assert run(["lanjut", *(each.format(book=book, tmp=tmp_path) for each in arguments)]) == code
    complaint = capsys.readouterr().err
    assert sentence in complaint
    assert "Traceback" not in complaint
    assert not (tmp_path / "draf.xlsx").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["lanjut", "--help"], ["monev", "buku.xlsx", "--coba"]])
@pytest.mark.slow
def test_nobody_else_pays_for_it(template, tmp_path, arguments):
    """Help pages and the weekly run load nothing of it."""
    (tmp_path / "buku.xlsx").write_bytes(template.read_bytes())
    code = (
        "import sys\nfrom zi_excel.cli import run\n"
        f"run({arguments!r})\n"
        "loaded = [name for name in sys.modules if name.startswith(('zi_excel.verbs.lanjut', 'zi_excel.documents',"
        " 'zi_excel.sheets.matriks', 'zi_excel.plan.moved_years', 'zi_excel.plan.target_waktu.moved'))]\n"
        "print('loaded:', loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path, env=surroundings()
    )
    assert done.stdout.decode().splitlines()[-1] == "loaded: []"
