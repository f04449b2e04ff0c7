"""Rows that continue the one above: a page break split them, or their group's name is filled down."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity
from zi_excel.reader.rows.continuation import plain_name

KOMPONEN = ("I", "MANAJEMEN PERUBAHAN")
TOLD = (Oddity.HEADER_REPEATED, Oddity.SPLIT_ROW)


def row(no, komponen, indikator, *others):
    """A row whose other cells are unremarkable."""
    return (no, komponen, indikator, *(others or ("Menyusun", "SK", "Maret 2025")))


def test_a_row_that_a_page_break_split_is_one(plan_of, header):
    """The repeated header between the halves is no row; the texts are joined in their columns."""
    plan = plan_of(
        [
            KOMPONEN,
            row(1, "Tim Kerja dan", "a. Pengendalian internal", "Melaksanakan", "SK Satgas; Kartu", "Januari –"),
            header,
            tuple(range(1, 13)),
            (None, "kelompok kerja", "telah dibangun", None, "Kendali SPIP", "Desember 2025"),
            row(None, None, "b. Lain"),
        ]
    )
    first, second = plan.indikator()
    assert (first.kode, second.kode) == ("I.1.a", "I.1.b")
    assert first.nama.text == "a. Pengendalian internal telah dibangun"
    assert first.bukti_fisik.text == "SK Satgas; Kartu Kendali SPIP"
    assert first.target_waktu.text == "Januari – Desember 2025"
    assert first.target.jadwal is not None
    assert first.row == 4
    assert first.bukti_fisik.place.ref == "E4"
    assert [(each.oddity, each.place.row, each.kode) for each in plan.remarks if each.oddity in TOLD] == [
        (Oddity.HEADER_REPEATED, 5, None),
        (Oddity.SPLIT_ROW, 7, "I.1.a"),
    ]


def test_the_rest_of_a_row_with_its_number_and_name_again(plan_of, header):
    """As they stand on the next page; without the header between them it is another row."""
    first = (1, "Tim", "a. Tim kerja telah", "Menyusun", "SK;", "Maret,")
    rest = (1, "Tim", "bekerja sesuai rencana", None, "Notulen", "Juni 2025")
    (found,) = plan_of([KOMPONEN, first, header, rest]).indikator()
    assert found.nama.text == "a. Tim kerja telah bekerja sesuai rencana"
    assert (found.bukti_fisik.text, found.target_waktu.text) == ("SK; Notulen", "Maret, Juni 2025")
    assert len(list(plan_of([KOMPONEN, first, rest]).indikator())) == 2


@pytest.mark.parametrize("name", ["Tim Kerja", "TIM  KERJA", "Tim Kerja (lanjutan)", "tim kerja [Sambungan]"])
def test_a_name_on_the_next_page_is_the_same_name(name):
    """Capitals, spaces and "lanjutan" make no other."""
    assert plain_name(name) == "tim kerja"
