"""`zi-excel impor` on the command line: what it says, and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest
from small_decree import DECREE, HEADER
from whole_process import surroundings

from zi_excel.cli import run


@pytest.fixture
def document(tmp_path) -> Path:
    path = tmp_path / "keputusan.txt"
    path.write_text(DECREE, "utf-8")
    return path


def test_nothing_to_judge_ends_with_0(document, tmp_path, capsys):
    """Counts to compare, what the decree says, the three files; and the checks' summary."""
    assert run(["impor", str(document), "-o", str(tmp_path / "ra.xlsx")]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for part in (
        "I MANAJEMEN PERUBAHAN: 1 subkomponen, 1 indikator",
        "Jumlah: 1 komponen, 1 subkomponen, 1 indikator",
        "Nomor: 3 Tahun 2026",
        "Tanggal: 5 Januari 2026",
        "Kantor: Balai Contoh",
        "Penanda tangan: BUDI, KEPALA BALAI CONTOH",
        "ra.penetapan.toml",
        "zi-excel.toml",
        "Pemeriksaan:",
    ):
        assert part in out, out
    assert "diputuskan" not in out


def test_something_to_judge_ends_with_1(document, tmp_path, capsys):
    """The list says where it stands, what was seen and what was made of it."""
    document.write_text(DECREE + f"\n{HEADER}\n\t\tdan rapat\t\tNotulen\t\t\n", "utf-8")
    assert run(["impor", str(document), "-o", str(tmp_path / "ra.xlsx")]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "tabel 2, baris 2 · I.1.a: “dan rapat | Notulen” → Sambungan baris di atasnya" in out


def test_what_is_missing_is_named(document, tmp_path, capsys):
    """The options that say it."""
    document.write_text(DECREE.replace("NOMOR 3 TAHUN 2026", "NOMOR ..."), "utf-8")
    assert run(["impor", str(document), "-o", str(tmp_path / "ra.xlsx")]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "Tidak ada di dokumen: nomor keputusan (--nomor)." in out
    assert "zi-excel tetapkan" in out
    assert run(["impor", str(document), "-o", str(tmp_path / "rb.xlsx"), "--nomor", "3 Tahun 2026"]) == 0
    assert "rb.penetapan.toml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("kosong.txt", "", "tidak ditemukan matriks"),
        ("surat.txt", "Surat biasa\n\nA\tB\tC\n1\t2\t3\n", "tidak ditemukan matriks"),
        ("lama.doc", "x", "simpan sebagai .docx"),
        ("gambar.png", "x", "OCR"),
        ("berkas.xyz", "x", "bukan jenis dokumen"),
    ],
)
def test_what_cannot_be_read_ends_with_3(tmp_path, capsys, name, content, sentence):
    """One sentence; nothing is written."""
    (tmp_path / name).write_text(content, "utf-8")
    assert run(["impor", str(tmp_path / name), "-o", str(tmp_path / "ra.xlsx")]) == 3
    failure = capsys.readouterr().err
    assert sentence in failure
    assert failure.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_missing_document_or_folder(document, tmp_path, capsys):
    """3 as well."""
    assert run(["impor", str(tmp_path / "tidak.txt"), "-o", str(tmp_path / "ra.xlsx")]) == 3
    assert run(["impor", str(document), "-o", str(tmp_path / "x" / "ra.xlsx")]) == 3
    failures = capsys.readouterr().err
    assert "Traceback" not in failures
    assert "Folder untuk" in failures


def test_wrong_usage_ends_with_2(document, tmp_path):
    """No -o, or a name that is no workbook's."""
    assert run(["impor", str(document)]) == 2
    assert run(["impor", str(document), "-o", str(tmp_path / "ra.docx")]) == 2


@pytest.mark.parametrize("arguments", [["--help"], ["impor", "--help"], ["monev", "buku.xlsx", "--coba"]])
@pytest.mark.slow
def test_nobody_else_pays_for_it(template, tmp_path, arguments):
    """Help pages and the weekly run load nothing of the documents' room, nor its libraries."""
    book = tmp_path / "buku.xlsx"
    book.write_bytes(template.read_bytes())
    code = (
        "import sys\nfrom zi_excel.cli import run\n"
        f"run({arguments!r})\n"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('docx', 'pdfplumber', 'pdfminer')"
        " or name.startswith(('zi_excel.documents', 'zi_excel.sheets.matriks'))]\n"
        "print('loaded:', loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path, env=surroundings()
    )
    assert done.stdout.decode().splitlines()[-1] == "loaded: []"
