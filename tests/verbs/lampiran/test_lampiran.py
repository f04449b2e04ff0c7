"""The verb `lampiran`: the workbook in, a Lampiran to be signed out; nobody's file is overwritten."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

import zi_excel
from zi_excel.documents.lampiran.contents import DOTS
from zi_excel.enacted.beside import record_path

SETTINGS = """\
kantor = "Balai Contoh"

[[penanda_tangan]]
nama = "SITI AMINAH"
jabatan = "Kepala"
nip = "19800101 200501 2 001"
tempat = "Solo"
"""


@pytest.fixture
def bare(tmp_path) -> Path:
    """A workbook that says nothing of any decree."""
    book = Workbook()
    sheet = book.active
    sheet.append(["RENCANA AKSI ZONA INTEGRITAS TAHUN 2026"])
    sheet.append(["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PIC", "ANGGARAN"])
    sheet.append(["I", "MANAJEMEN PERUBAHAN"])
    sheet.append(["1", "Tim Kerja", "a. SK tim", "Menyusun SK", "SK", "Januari 2026", "Subbag Umum", 1000])
    sheet.append(["", "", "b. Rapat", "Rapat", "Notulen", "Maret 2026", "Subbag Umum", ""])
    (tmp_path / "kantor").mkdir()
    path = tmp_path / "kantor" / "rencana.xlsx"
    book.save(path)
    return path


def lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_next_years_plan_is_signed_on_paper(template, tmp_path):
    """`lanjut`, then `lampiran`, then `impor` of what was signed: the draft's matrix, and what is left to write."""
    zi_excel.lanjut(template, tmp_path / "2026.xlsx")
    result = zi_excel.lampiran(tmp_path / "2026.xlsx", tmp_path / "lampiran.docx")
    assert result.contents.blank == ("nomor keputusan", "tanggal penetapan")
    assert f"NOMOR {DOTS}" in lines(result.out)
    assert "YUSTINUS ARYA ARTHESWARA" in lines(result.out)
    assert not [line for line in lines(result.out) if line.lower().startswith("ttd")]
    signed = zi_excel.impor(result.out, tmp_path / "ditetapkan.xlsx", nomor="45 Tahun 2025", tanggal=date(2025, 12, 29))
    assert signed.read.plan.year == 2026
    assert zi_excel.banding(tmp_path / "2026.xlsx", tmp_path / "ditetapkan.xlsx").differences == ()


def test_record_and_settings_fill_the_dots(bare):
    """Number, day and subject from the record, office and signer from the settings."""
    assert len(zi_excel.lampiran(bare, bare.parent / "kosong.docx").contents.blank) == 6
    (bare.parent / "zi-excel.toml").write_text(SETTINGS, "utf-8")
    zi_excel.tetapkan(bare, nomor="3 Tahun 2026", tanggal=date(2026, 1, 5), oleh="Budi", tentang="Rencana Aksi")
    result = zi_excel.lampiran(bare, bare.parent / "l.docx")
    assert result.contents.blank == ()
    text = lines(result.out)
    assert text[:5] == ["LAMPIRAN", "KEPUTUSAN KEPALA BALAI CONTOH", "NOMOR 3 TAHUN 2026", "TENTANG", "RENCANA AKSI"]
    assert text[-9:] == [
        *("Ditetapkan di Solo", "pada tanggal 5 Januari 2026", "", "Kepala Balai Contoh,", "", "", ""),
        *("SITI AMINAH", "NIP 19800101 200501 2 001"),
    ]


def test_its_own_headers_and_no_further_columns(bare, tmp_path):
    """PIC stays PIC; ANGGARAN is none of columns 1-7, and that is told."""
    result = zi_excel.lampiran(bare, tmp_path / "l.docx")
    header = [cell.text for cell in Document(str(result.out)).tables[0].rows[0].cells]
    assert header == ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PIC"]
    assert result.others == ("ANGGARAN",)


def test_a_column_that_the_office_has_not(bare, tmp_path):
    """Is none of its Lampiran's either."""
    book = load_workbook(bare)
    book.active.delete_cols(4)
    book.save(bare)
    result = zi_excel.lampiran(bare, tmp_path / "l.docx")
    assert "LANGKAH AKSI" not in [cell.text for cell in Document(str(result.out)).tables[0].rows[0].cells]
    assert result.otherwise == ()


def test_a_letter_in_a_column_of_its_own(bare, tmp_path):
    """Stands before the text, as in the template: else nobody would know it on paper."""
    book = load_workbook(bare)
    for row, letter in ((4, "a"), (5, "b")):
        book.active.cell(row, 3).value = book.active.cell(row, 3).value[3:]
        book.active.cell(row, 1).value = letter
    book.active["A3"], book.active["A4"], book.active["B4"] = "I", "a", None
    book.save(bare)
    result = zi_excel.lampiran(bare, tmp_path / "l.docx")
    texts = [row.cells[2].text for row in Document(str(result.out)).tables[0].rows]
    assert texts[-2:] == ["a. SK tim", "b. Rapat"]
    assert result.otherwise == ()


def test_a_year_that_only_the_settings_know(bare, tmp_path):
    """Is written into the title: who imports the document would be asked for it."""
    book = load_workbook(bare)
    book.active["A1"] = "RENCANA AKSI"
    book.save(bare)
    (bare.parent / "zi-excel.toml").write_text("tahun = 2026\n", "utf-8")
    result = zi_excel.lampiran(bare, tmp_path / "l.docx")
    assert "TAHUN 2026" in lines(result.out)
    assert result.otherwise == ()


@pytest.mark.parametrize("content", [b"", b"surat penting", b"PK\x03\x04 rusak", None])
def test_nothing_that_is_there_is_overwritten(bare, tmp_path, content):
    """Whatever it is, a Lampiran of the same workbook (None) included: somebody may have edited it in Word."""
    out = tmp_path / "l.docx"
    if content is None:
        zi_excel.lampiran(bare, out)
    else:
        out.write_bytes(content)
    before = out.read_bytes()
    with pytest.raises(zi_excel.WorkbookError, match="sudah ada dan tidak ditimpa"):
        zi_excel.lampiran(bare, out)
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kantor", "l.docx"]


def test_a_link_to_nowhere_stays(bare, tmp_path):
    """It is somebody's too."""
    out = tmp_path / "l.docx"
    out.symlink_to(tmp_path / "tidak_ada.docx")
    with pytest.raises(zi_excel.WorkbookError, match="tidak ditimpa"):
        zi_excel.lampiran(bare, out)
    assert out.is_symlink()
    assert not out.exists()


def test_a_damaged_record_is_told(bare, tmp_path):
    """Nothing is written without what it may say."""
    record_path(bare).write_text("nomor = rusak", "utf-8")
    with pytest.raises(zi_excel.WorkbookError, match="Catatan penetapan"):
        zi_excel.lampiran(bare, tmp_path / "l.docx")
    assert not (tmp_path / "l.docx").exists()


def test_the_workbook_is_only_read(template, tmp_path):
    """Not a byte of it changes, and nothing else is written beside it."""
    book = Path(shutil.copy(template, tmp_path / "buku.xlsx"))
    zi_excel.lampiran(book, tmp_path / "l.docx")
    assert book.read_bytes() == template.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["buku.xlsx", "l.docx"]
