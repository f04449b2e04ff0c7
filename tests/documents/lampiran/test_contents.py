"""What a Lampiran's head and closing say: record, settings, the workbook's own lines, and dots for the rest."""

from datetime import date

import pytest

from zi_excel.documents.around import Surroundings
from zi_excel.documents.lampiran.contents import DOTS, Decree, decree_of, lampiran_of
from zi_excel.documents.said import Said, read_said
from zi_excel.plan.people import PenandaTangan

KETUA = PenandaTangan("SITI AMINAH", "KEPALA BALAI CONTOH", "19800101 200501 2 001", "Solo")
NOTHING = Decree("", None, "", "", "", None, (), (), recorded=False)


def of(decree: Decree, title=("RENCANA AKSI TAHUN 2026",)):
    return lampiran_of((), (), title, 2026, decree)


def test_what_nobody_says_is_dots():
    """Nothing is guessed; what is left to be written is named."""
    made = of(NOTHING)
    assert made.head == ("LAMPIRAN", f"KEPUTUSAN {DOTS}", f"NOMOR {DOTS}", "TENTANG", DOTS)
    assert made.closing == (f"Ditetapkan di {DOTS}", f"pada tanggal {DOTS}", "", f"{DOTS},", "", "", "", DOTS)
    assert made.blank == (
        "jabatan yang menetapkan",
        "nomor keputusan",
        "tentang apa keputusannya",
        "tempat penetapan",
        "tanggal penetapan",
        "nama yang menandatangani",
    )


def test_dots_are_nobodys_name():
    """Who imports such a document is asked for what it doesn't say: dots are no office, place, subject or signer."""
    made = of(NOTHING)
    said = read_said([*made.head, "", *made.title], made.closing)
    assert said._replace(lampiran=(), title=(), enactment=()) == Said()
    assert said.title == made.title


def test_what_is_known_is_read_again():
    """A head and a closing that were put together say of the decree what they were made of."""
    decree = Decree("3 Tahun 2026", date(2026, 1, 5), "Solo", "Rencana Aksi", "", KETUA, (), (), recorded=True)
    made = of(decree)
    assert made.blank == ()
    said = read_said([*made.head, "", *made.title], made.closing)
    assert (said.nomor, said.tanggal, said.tempat) == ("3 Tahun 2026", date(2026, 1, 5), "Solo")
    assert said.tentang == "RENCANA AKSI"
    assert said.kantor == "BALAI CONTOH"
    assert said.signers == (KETUA,)


@pytest.mark.parametrize(
    ("jabatan", "kantor", "official"),
    [
        ("Ketua", "KPU Kota Contoh", "Ketua KPU Kota Contoh"),
        ("Kepala Balai Contoh", "Balai Contoh", "Kepala Balai Contoh"),
        ("Kuasa Pengguna Anggaran Satker", "Balai Contoh", "Kuasa Pengguna Anggaran Satker"),
        ("Ketua", "", "Ketua"),
        ("", "Balai Contoh", f"{DOTS} Balai Contoh"),
    ],
)
def test_who_enacts_it(jabatan, kantor, official):
    """A short title goes with the office's name; one that names an office is whole."""
    signer = PenandaTangan("A", jabatan) if jabatan else None
    assert NOTHING._replace(signer=signer, kantor=kantor).official == official


LINES = ("LAMPIRAN", "KEPUTUSAN KEPALA BALAI CONTOH", "NOMOR 3 TAHUN 2025", "TENTANG RENCANA AKSI", "BALAI CONTOH")


def test_the_workbooks_own_head_stays():
    """In its words; the subject, which a sheet parts by its width, is one line below TENTANG."""
    made = of(NOTHING._replace(lampiran=LINES))
    assert made.head == (*LINES[:3], "TENTANG", "RENCANA AKSI BALAI CONTOH")


@pytest.mark.parametrize("number", ["NOMOR ...", "NOMOR 2 TAHUN 2024", "NOMOR", "NOMOR 3 TAHUN 2025"])
def test_the_record_says_the_number(number):
    """A draft has none yet, and last year's counts no more once a record says another."""
    lines = ("LAMPIRAN", number, "TENTANG RENCANA AKSI")
    made = of(NOTHING._replace(nomor="3 Tahun 2025", lampiran=lines, recorded=True))
    assert made.head[1] == "NOMOR 3 TAHUN 2025"


def test_a_drafts_placeholders_are_dots():
    """`...` of `lanjut` is room to write on."""
    lines = ("LAMPIRAN", "NOMOR ... TAHUN 2026", "TANGGAL ...", "TENTANG")
    made = of(NOTHING._replace(lampiran=("LAMPIRAN", "NOMOR ...", "TANGGAL ...", "TENTANG")))
    assert made.head == ("LAMPIRAN", f"NOMOR {DOTS}", f"TANGGAL {DOTS}", "TENTANG", DOTS)
    assert of(NOTHING._replace(lampiran=lines)).head[1] == "NOMOR ... TAHUN 2026"


CLOSING = ("Ditetapkan di Solo", "pada tanggal ...", "", "KEPALA BALAI CONTOH,", "", "ttd.", "", "SITI AMINAH")


def test_the_workbooks_own_closing_has_room_for_the_signature():
    """`ttd.` stands on a copy only; a paper that is signed has room there, the day where nobody knows it dots."""
    made = of(NOTHING._replace(enactment=CLOSING))
    assert made.closing == (
        *("Ditetapkan di Solo", f"pada tanggal {DOTS}", "", "KEPALA BALAI CONTOH,"),
        *("", "", "", "SITI AMINAH"),
    )
    assert made.blank[-1] == "tanggal penetapan"


def test_the_record_says_the_day():
    """In the workbook's own closing too."""
    made = of(NOTHING._replace(enactment=CLOSING, tanggal=date(2026, 1, 5), recorded=True))
    assert made.closing[1] == "pada tanggal 5 Januari 2026"


def test_a_title_without_a_year_gets_the_plans():
    """Without it nobody knows whose targets these are; without any title the office and the year are one."""
    assert of(NOTHING, ("RENCANA AKSI",)).title == ("RENCANA AKSI", "TAHUN 2026")
    assert of(NOTHING._replace(kantor="Balai Contoh"), ()).title == (
        *("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS", "Balai Contoh", "TAHUN 2026"),
    )


def test_settings_say_who_signs():
    """The first of theirs, before whom the workbook's own lines name."""
    around = Surroundings((), (), "BALAI LAIN", Said(signers=(KETUA._replace(nama="LAIN"),)))
    made = decree_of(around, None, "Balai Contoh", [KETUA])
    assert (made.kantor, made.signer, made.tempat) == ("Balai Contoh", KETUA, "Solo")
    assert decree_of(around, None, None, ()).signer.nama == "LAIN"
