"""Which rows are the matrix's: signatures, notes and other tables are not, a title above its header is."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity

FIRST = (
    ("I", "MANAJEMEN PERUBAHAN"),
    (1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2025"),
)
SECOND = (
    ("II", "PENATAAN TATA LAKSANA"),
    (1, "SOP", "a. SOP", "Menyusun", "SOP", "Juni 2025"),
)
REKAP = (("No", "Komponen", "Jumlah", "Selesai"), (1, "Manajemen Perubahan", "12", "Maret 2025", "3", "Mei 2025"))


def kodes(plan):
    return [each.kode for each in plan.indikator()]


def tables(plan, oddity=Oddity.OTHER_TABLE):
    return [each.place.ref for each in plan.remarks if each.oddity is oddity]


@pytest.mark.parametrize("between", [(), ((),), ((), ("REKAPITULASI",)), (("Rekapitulasi capaian", None, None, None),)])
def test_a_table_below_is_not_read(plan_of, between):
    """With a title of its own or none, apart or right below."""
    plan = plan_of((*FIRST, *SECOND, *between, *REKAP))
    assert kodes(plan) == ["I.1.a", "II.1.a"]
    assert tables(plan) == [f"A{7 + len(between)}"]
    assert [each.oddity for each in plan.remarks] == [Oddity.OTHER_TABLE]


def test_a_table_further_right_is_not_read(plan_of):
    """Its NO stands in another column."""
    plan = plan_of((*FIRST, (None, None, "No.", "Nama", "Jabatan"), (None, None, "1", "Budi", "Ketua", "Mei 2025")))
    assert (kodes(plan), tables(plan)) == (["I.1.a"], ["C5"])


def test_the_matrix_may_go_on_below_another_table(plan_of, header):
    """With its own header."""
    plan = plan_of((*FIRST, *REKAP, header, *SECOND))
    assert (kodes(plan), tables(plan)) == (["I.1.a", "II.1.a"], ["A5"])


def test_a_second_matrix_is_not_read(plan_of, header):
    """Its own title, the same header, the first komponen again."""
    plan = plan_of((*FIRST, *SECOND, (), ("RENCANA AKSI TAHUN 2024",), header, *FIRST, *SECOND))
    assert (kodes(plan), tables(plan, Oddity.OTHER_MATRIX)) == (["I.1.a", "II.1.a"], ["A9"])


def test_a_matrix_of_other_columns_below_is_not_read(plan_of):
    """Its columns stand elsewhere: read in these places it would be nonsense."""
    other = ("NO", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PIC")
    plan = plan_of((*FIRST, other, (1, "a. SOP", "Menyusun", "SOP", "Juni 2025", "Tim")))
    assert (kodes(plan), tables(plan, Oddity.OTHER_MATRIX)) == (["I.1.a"], ["A5"])


def test_the_header_in_other_words_is_the_header_again(plan_of):
    """As another page was made by another hand."""
    other = ("No.", "AREA", "PERTANYAAN", "KEGIATAN", "EVIDEN", "WAKTU", "PIC", "PROGRES")
    plan = plan_of((*FIRST, other, *SECOND))
    assert kodes(plan) == ["I.1.a", "II.1.a"]
    assert [each.oddity for each in plan.remarks] == [Oddity.HEADER_REPEATED]


@pytest.mark.parametrize(
    "row",
    [
        ("No", "Tim", "a. Rapat", "Menyusun", "SK", "Maret 2025"),
        (2, "Nomor antrean", "a. Nomor", "No", "No", "Maret 2025"),
        (2, "No", "a. Nomor antrean dibuat", "Menyusun", "SK", "Maret 2025"),
    ],
)
def test_what_is_no_other_table(plan_of, row):
    """Rows of the matrix that say NO somewhere; where the row itself does, more of it must look like a header."""
    plan = plan_of((*FIRST, row))
    if row[0] != "No":
        assert tables(plan) == []
        assert len(kodes(plan)) == 2


@pytest.mark.parametrize(
    "title", ["AREA I: MANAJEMEN PERUBAHAN", "I. MANAJEMEN PERUBAHAN", "Pokja 1 - Manajemen Perubahan"]
)
@pytest.mark.parametrize(
    "again", ["AREA II: PENATAAN TATA LAKSANA", "II. PENATAAN TATA LAKSANA", "POKJA 2 PENATAAN TATALAKSANA"]
)
def test_a_komponen_titled_above_its_header(plan_of, header, title, again):
    """A table per komponen on one sheet, each below its title."""
    plan = plan_of((FIRST[1], (again,), header, SECOND[1]), header=[("TAHUN 2025",), (title,), header], title=None)
    assert kodes(plan) == ["I.1.a", "II.1.a"]
    assert [each.nama.place.row for each in plan.komponen] == [2, 5]
    assert [each.nama.text.upper()[:8] for each in plan.komponen] == ["MANAJEME", "PENATAAN"]


def test_a_title_above_is_no_komponen_where_the_matrix_names_its_own(plan_of, header):
    """Komponen rows inside go before it."""
    plan = plan_of((*FIRST, *SECOND), header=[("I. MANAJEMEN PERUBAHAN TAHUN 2025",), header], title=None)
    assert [each.kode for each in plan.komponen] == ["I", "II"]


def test_a_komponens_title_on_the_next_page_is_no_other_komponen(plan_of, header):
    """Its subkomponen go on counting; where they start again it is another komponen by a copy-paste slip."""
    title, sub = FIRST[0], (2, "Dokumen", "a. Rencana", "Menyusun", "Dokumen", "Mei 2025")
    plan = plan_of((*FIRST, header, (title[0], f"{title[1]} (Lanjutan)"), sub))
    assert (kodes(plan), [each.kode for each in plan.komponen]) == (["I.1.a", "I.2.a"], ["I"])
    plan = plan_of((*FIRST, header, *FIRST))
    assert kodes(plan) == ["I.1.a", "II.1.a"]
    assert [each.oddity for each in plan.remarks if each.kode == "II"] == [Oddity.KODE_BY_ORDER]


def test_signatures_and_notes_below_end_the_matrix(plan_of, rows):
    """Whatever columns they stand in."""
    below = (
        (),
        (None, None, "Mengetahui,", None, None, "Surakarta, 9 Oktober 2025"),
        (None, None, "KETUA", None, None, "SEKRETARIS"),
        (None, None, "Yustinus", None, None, "Budi"),
        (None, None, "Catatan: kolom 8 diisi bagian masing-masing"),
    )
    assert plan_of(rows + below).komponen == plan_of(rows).komponen
