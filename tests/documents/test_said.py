"""What a decree says of itself, and what it doesn't."""

from datetime import date
from pathlib import Path

import pytest

from zi_excel.documents.kinds import read_document
from zi_excel.documents.said import read_said
from zi_excel.documents.tables import lay
from zi_excel.enacted.matrix import enacted_matrix

DECREE = Path(__file__).parents[3] / "shared" / "decree" / "keputusan-31-2025.txt"

HEAD = """\
PENGADILAN NEGERI BOYOLALI
KEPUTUSAN KETUA PENGADILAN NEGERI BOYOLALI
NOMOR : 12/KPN.W12-U17/SK.OT1/I/2025
TENTANG
RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS
PADA PENGADILAN NEGERI BOYOLALI TAHUN 2025

KETUA PENGADILAN NEGERI BOYOLALI,
Menimbang : a. bahwa Pengadilan Negeri Boyolali membangun zona integritas;
Mengingat : 1. Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara;

Ditetapkan di Boyolali
pada tanggal 6 Januari 2025
KETUA PENGADILAN NEGERI BOYOLALI,

Ttd.

Dr. SITI AMINAH, S.H., M.H.
NIP. 19700101 199503 2 001

LAMPIRAN
KEPUTUSAN KETUA PENGADILAN NEGERI BOYOLALI
NOMOR 12/KPN.W12-U17/SK.OT1/I/2025

RENCANA AKSI ZONA INTEGRITAS TAHUN 2025"""


def said(text: str, below: str = ""):
    return read_said(text.split("\n"), below.split("\n"))


def test_the_shipped_decree():
    """All that the shipped matrix says of its decree is found in the decree's own text, the slip in its head apart."""
    if not DECREE.exists():
        pytest.skip(f"naskah keputusan tidak ada di {DECREE.parent}")
    tables = lay(read_document(DECREE))
    own, enacted = read_said(tables.above, tables.below), enacted_matrix()
    for name in ("nomor", "tanggal", "tempat", "kantor", "tentang", "lampiran", "title"):
        assert getattr(own, name) == getattr(enacted, name)
    assert [*own.enactment, "", *own.certification] == list(enacted.penutup)
    assert [(each.nama, each.jabatan) for each in own.signers] == [
        ("YUSTINUS ARYA ARTHESWARA", "KETUA KOMISI PEMILIHAN UMUM KOTA SURAKARTA")
    ]


def test_a_courts_decree():
    """Number with slashes, the office without its head's title, in the small letters that the text itself has."""
    own = said(HEAD)
    assert own.nomor == "12/KPN.W12-U17/SK.OT1/I/2025"
    assert (own.tanggal, own.tempat) == (date(2025, 1, 6), "Boyolali")
    assert own.kantor == "Pengadilan Negeri Boyolali"
    assert own.tentang == "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS PADA PENGADILAN NEGERI BOYOLALI TAHUN 2025"
    assert own.title == ("RENCANA AKSI ZONA INTEGRITAS TAHUN 2025",)
    (signer,) = own.signers
    assert (signer.nama, signer.nip) == ("Dr. SITI AMINAH, S.H., M.H.", "19700101 199503 2 001")


def test_nothing_is_guessed():
    """A blank number, no day: neither a law's number nor a day in the considerations stands in for them."""
    own = said(
        "KEPUTUSAN KEPALA BALAI X\nNOMOR ..... TAHUN 2025\nTENTANG\nRENCANA AKSI\n\n"
        "Menimbang : a. bahwa pada tanggal 3 Maret 2024 dinilai;\nMengingat : 1. Undang-Undang Nomor 28 Tahun 1999;"
    )
    assert (own.nomor, own.tanggal, own.tempat) == ("", None, "")


def test_two_numbers_are_a_conflict():
    """Decree and Lampiran name different numbers: neither is chosen, and it is told."""
    own = said(HEAD.replace("LAMPIRAN\nKEPUTUSAN KETUA PENGADILAN NEGERI BOYOLALI\nNOMOR 12/", "LAMPIRAN\nNOMOR 13/"))
    assert own.nomor == ""
    assert own.conflicts[0].startswith("nomor: 12/KPN")


def test_a_lampiran_alone():
    """Only the attachment: its head says number and office, its end the day."""
    own = said(
        "LAMPIRAN KEPUTUSAN\nKEPUTUSAN REKTOR UNIVERSITAS CONTOH\nNOMOR 7 TAHUN 2026\nTENTANG\nRENCANA AKSI\n\n"
        "RENCANA AKSI ZONA INTEGRITAS\nTAHUN 2026",
        "Ditetapkan di Solo\npada tanggal 2 Februari 2026\nREKTOR UNIVERSITAS CONTOH,\n\nttd\n\nBUDI",
    )
    assert (own.nomor, own.tanggal, own.kantor) == ("7 Tahun 2026", date(2026, 2, 2), "UNIVERSITAS CONTOH")
    assert own.title == ("RENCANA AKSI ZONA INTEGRITAS", "TAHUN 2026")
    assert own.lampiran[0] == "LAMPIRAN KEPUTUSAN"
