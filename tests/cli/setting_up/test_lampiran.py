"""`zi-excel lampiran` on the command line: what it says, and how it ends."""

import os
import subprocess
import sys

import pytest
from office_expectation import expectation
from whole_process import surroundings

from zi_excel.cli import run


def test_written_ends_with_0(book, tmp_path, capsys):
    """Where it is, how much is in it, and what comes next."""
    out = tmp_path / "lampiran.docx"
    assert run(["lampiran", str(book), "-o", str(out)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Lampiran ditulis" in said
    assert "2 komponen, 3 subkomponen, 8 indikator, tahun 2025" in said
    assert "zi-excel tetapkan" in said
    assert "Titik-titik" not in said
    assert run(["lampiran", str(book), "-o", str(out)]) == 3
    assert "sudah ada dan tidak ditimpa" in " ".join(capsys.readouterr().err.split())


def test_what_is_left_to_write_is_named(tmp_path, capsys):
    """The dots, and the columns that are none of the decree's."""
    assert run(["lampiran", str(expectation("kpu_malang").path), "-o", str(tmp_path / "l.docx")]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Titik-titik, diisi di Word atau dengan tangan: jabatan yang menetapkan, nomor keputusan" in said
    assert "Kolom lain di buku kerja, tidak dibawa: Volume, Satuan, Pagu Anggaran (Rp)." in said


def test_what_will_read_otherwise_ends_with_1(tmp_path, capsys):
    """The cells are named."""
    expected = expectation("pn_boyolali")
    options = ["--lembar", expected.data["diminta"]] if "diminta" in expected.data else []
    assert run(["lampiran", str(expected.path), "-o", str(tmp_path / "l.docx"), *options]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "Akan terbaca lain bila diimpor: 2 sel" in said
    assert "IV.1.a kode: “IV.1.a” → “IV.9.a”" in said


def test_silent_for_schedulers(book, tmp_path, capsys):
    """`--diam` as everywhere."""
    assert run(["lampiran", str(book), "-o", str(tmp_path / "l.docx"), "--diam"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("out", "end"),
    [
        ("lampiran.pdf", (2, "berakhiran .docx")),
        ("lampiran", (2, "berakhiran .docx")),
        ("tidak/ada/l.docx", (3, "tidak ada; buat dahulu")),
        ("folder.docx", (3, "tidak ditimpa")),
    ],
)
def test_a_wrong_place(book, tmp_path, capsys, out, end):
    """One sentence, and nothing is written."""
    (tmp_path / "folder.docx").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert run(["lampiran", str(book), "-o", str(tmp_path / out)]) == end[0]
    assert end[1] in " ".join(capsys.readouterr().err.split())
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "content"), [("surat.xlsx", b"bukan buku kerja"), ("kosong.xlsx", b""), ("tidak_ada.xlsx", None)]
)
def test_a_wrong_workbook_ends_with_3(tmp_path, capsys, name, content):
    """Likewise."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert run(["lampiran", str(tmp_path / name), "-o", str(tmp_path / "l.docx")]) == 3
    assert name in capsys.readouterr().err
    assert not (tmp_path / "l.docx").exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="who may everything is refused nothing")
def test_a_folder_that_may_not_be_written_to(book, tmp_path, capsys):
    """One sentence."""
    folder = tmp_path / "kunci"
    folder.mkdir()
    folder.chmod(0o500)
    assert run(["lampiran", str(book), "-o", str(folder / "l.docx")]) == 3
    assert "l.docx" in capsys.readouterr().err


@pytest.mark.slow
def test_it_needs_no_further_library(book, tmp_path):
    """Word documents are written, and read again for the proof, without python-docx."""
    script = (
        "import sys\n"
        "for name in ('docx', 'pdfplumber', 'pandas', 'openpyxl'): sys.modules[name] = None\n"
        "from zi_excel.cli import main\n"
        f"sys.argv = ['zi-excel', 'lampiran', {str(book)!r}, '-o', {str(tmp_path / 'l.docx')!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=surroundings(), check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "l.docx").exists()
