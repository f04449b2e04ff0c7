"""Offices of the third group: other structures."""
# fmt: off

from __future__ import annotations

from office_expectation import Expectation

from building.offices_a import EIGHT, SEVEN
from building.offices_b import OWN
from building.sheet import Sheet, columns, day, letter, text


def pa_karanganyar(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Matriks Aksi")
    sheet["A1"] = "MATRIKS RENCANA AKSI PENGADILAN AGAMA KARANGANYAR TAHUN 2025"
    sheet.row(2, ["No", "AREA PEMBANGUNAN", "INDIKATOR", "URAIAN RENCANA AKSI", "OUTPUT", "TARGET TANGGAL", "PIC", "PROGRES (%)"])
    sheet.plan(expected, EIGHT)
    return [sheet]


def setda_wonosobo(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi per Area", widths={"B": 20, "C": 28, "D": 24})
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS SEKRETARIAT DAERAH TAHUN 2025"
    header = ["NO", "SUB KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI FISIK", "JADWAL", "PENANGGUNG JAWAB", "PROGRES"]
    sheet.plan(expected, EIGHT)
    for row in (4, 10, 15):
        sheet.row(row, header)
        title = sheet.cells.pop(f"B{row - 1}")
        sheet[f"A{row - 1}"] = title
        sheet.merge(f"A{row - 1}:H{row - 1}")
    return [sheet]


def djpb_kalteng(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Jadwal Aksi", widths={"C": 30, "D": 24} | {letter(at): 4.0 for at in range(6, 18)})
    sheet["A1"] = "RENCANA AKSI ZI KANWIL DJPb TAHUN 2025"
    sheet.row(3, OWN[:6])
    sheet.row(3, {"R": "PENANGGUNG JAWAB", "S": "REALISASI"})
    sheet.row(4, dict(zip("FGHIJKLMNOPQ", "JFMAMJJASOND", strict=True)))
    sheet.merge("F3:Q3", *(f"{column}3:{column}4" for column in "ABCDERS"))
    names = "no komponen indikator langkah_aksi bukti_fisik penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "ABCDERS"))
    for row, months, mark in ((6, "F", "v"), (7, "HKNQ", "√"), (8, "M", "x"), (10, "GM", "●")):
        for month in months:
            sheet[f"{month}{row}"] = text(mark)
    return [sheet]


def bpom_solo(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RENAKSI POM")
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS LOKA POM TAHUN 2025"
    sheet.row(2, ["NO", "AREA PERUBAHAN", "INDIKATOR", "KEGIATAN", "KELUARAN", "WAKTU", "KOORDINATOR", "REALISASI TW I", "ANGGARAN", "REALISASI TW II", "CATATAN"])
    sheet["I2"], sheet["K2"] = "Anggaran", "Catatan Inspektorat"
    sheet.plan(expected, SEVEN)
    sheet.row(4, {"H": 100, "I": 2500000})
    sheet.row(5, {"H": 20, "J": 60})
    sheet.row(6, {"H": 25, "I": 500000, "J": 50})
    return [sheet]


def kpu_malang(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Sheet 2", widths={"D": 28, "E": 24, "I": 24})
    sheet["B1"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS KPU KOTA MALANG"
    sheet["B2"] = "TAHUN 2025"
    sheet.row(4, dict(zip("BCDEFGHIJKLM", ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH", "Volume", "Satuan", "Pagu Anggaran (Rp)", "BUKTI", "TARGET", "PENANGGUNG", "%", "KETERANGAN"], strict=True)))
    sheet.row(5, {"E": "AKSI", "I": "FISIK", "J": "WAKTU", "K": "JAWAB", "L": "REALISASI"})
    sheet.row(6, {letter(at + 1): f"({at})" for at in range(1, 13)})
    names = "no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi kendala"
    sheet.plan(expected, columns(names, "BCDEIJKLM"))
    for row, volume, unit, money in ((8, 1, "SK", 0), (9, 12, "rapat", 3600000), (10, 4, "laporan", 0), (12, 1, "dokumen", 750000)):
        sheet.row(row, {"F": volume, "G": unit, "H": {"v": money, "nf": "#,##0"}})
    return [sheet]


def rutan_wonosobo(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rutan")
    sheet["A1"] = "Rencana Aksi Rutan Wonosobo Tahun 2025"
    sheet.row(2, ["No.", "Area Intervensi", "Indikator", "Langkah Kegiatan", "Bukti", "Target Selesai", "Tim Kerja", "Status", "Tanggal Realisasi"])
    sheet.plan(expected, SEVEN | {"realisasi": "H", "tanggal_selesai": "I"})
    return [sheet]


def smkn_3(expected: Expectation) -> list[Sheet]:
    about = Sheet("Petunjuk")
    about["A1"] = "Petunjuk pengisian Form 2b"
    about.row(3, ["Kolom KOMPONEN", "diisi area perubahan"])
    about.row(4, ["Kolom INDIKATOR", "diisi dari LKE"])
    sheet = Sheet("Form 2b", widths={"C": 28, "D": 24})
    sheet["A1"] = "FORM 2b: RENCANA AKSI SMK NEGERI 3 TAHUN 2025"
    for row in range(3, 32):
        sheet[f"B{row}"] = f"{row - 2}. Kolom INDIKATOR, LANGKAH AKSI, BUKTI FISIK dan TARGET WAKTU diisi tiap Pokja (ketentuan {row - 2})."
    sheet.row(34, ["NO", "AREA PERUBAHAN", "INDIKATOR", "LANGKAH AKSI", "DOKUMEN PENDUKUNG", "TARGET WAKTU", "PIC", "REALISASI"])
    sheet.plan(expected, EIGHT)
    return [about, sheet]


def inspektorat_demak(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi", widths={"C": 28, "D": 24})
    sheet["A1"] = "LAMPIRAN KEPUTUSAN INSPEKTUR NOMOR 700/12 TAHUN 2024"
    sheet["A2"] = "RENCANA\u00a0AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN\u00a02025"
    sheet.row(4, ["NO.", "KOMPONEN *)", "INDIKATOR/PERTANYAAN", "LANGKAH\u00a0AKSI", "BUKTI FISIK / DATA DUKUNG", "TARGET WAKTU**)", "PENANGUNG JAWAB", "REALISASI (%) ***", "Hambatan / Masalah"])
    sheet.plan(expected, EIGHT)
    sheet["C7"] = "b.\u00a0Pengendalian dilaksanakan"
    sheet["A11"] = "*) sesuai PermenPANRB 90/2021"
    sheet["A12"] = "**) paling lambat akhir bulan"
    return [sheet]


def basarnas(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("SAR ZI")
    sheet["A1"] = "RENCANA AKSI ZI KANTOR SAR TAHUN 2025"
    sheet.row(2, [*OWN, "TANGGAL SELESAI"])
    sheet.plan(expected, EIGHT)
    sheet["F4"] = day("2025-03-01", "dd/mm/yyyy")
    sheet["I4"] = day("2025-02-27", "dd/mm/yyyy")
    sheet["F5"] = day("2025-07-01", "mmm-yy")
    return [sheet]


def karantina(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Data")
    sheet.row(1, ["TARGET WAKTU", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "PENANGGUNG JAWAB", "REALISASI", "NO", "KOMPONEN"])
    names = "target_waktu indikator langkah_aksi bukti_fisik penanggung_jawab realisasi no komponen"
    sheet.plan(expected, columns(names, "ABCDEFGH"))
    return [sheet]
