"""The verb `folder-bukti`."""

import openpyxl

from zi_excel.folder_bukti.listing import look_into
from zi_excel.measuring.lke_numbers import lke_numbers
from zi_excel.verbs.folder_bukti import susun_folder_bukti
from zi_excel.verbs.kolom import kolom


def test_a_folder_per_lke_number_which_the_checks_know(template, tmp_path):
    """87 of them; a file in one is found as evidence of its kode."""
    made = susun_folder_bukti(template, tmp_path / "bukti")
    assert made.by_lke
    assert len(made.new) == 87
    (tmp_path / "bukti" / "A.I.5.ii.b" / "SK.pdf").write_bytes(b"SK")
    look = look_into(tmp_path / "bukti", {"V.2.b": ("SK.pdf",)}, template, also=lke_numbers(kolom(template).plan))
    assert look.links["V.2.b", "SK.pdf"] == "ada"


def test_a_matrix_without_the_lkes_parts_has_folders_by_kode(tmp_path):
    """The numbers would say what is not so."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["RENCANA AKSI TAHUN 2025"])
    sheet.append(["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"])
    sheet.append(["I", "MANAJEMEN PERUBAHAN"])
    sheet.append([1, "Tim Kerja", "a. SK Tim", "Menerbitkan SK", "SK", "Februari 2025", "Tim"])
    workbook.save(tmp_path / "lain.xlsx")
    made = susun_folder_bukti(tmp_path / "lain.xlsx", tmp_path / "bukti")
    assert (made.by_lke, made.new) == (False, ("I.1.a",))
