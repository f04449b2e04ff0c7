"""Offices of the fifth group: numbers of several levels, and what stands in the place of subkomponen."""
# fmt: off

from __future__ import annotations

from office_expectation import Expectation

from building.offices_a import EIGHT, SEVEN
from building.offices_b import OWN
from building.sheet import Sheet, columns, text


def bps_demak(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA ZI")
    sheet["A1"] = "RENCANA AKSI ZI BPS KABUPATEN DEMAK TAHUN 2025"
    sheet.row(2, OWN)
    sheet.plan(expected, EIGHT)
    for row, number in ((5, "1.1.1"), (6, "1.1.2"), (8, "1.2.1"), (11, "2.1.1"), (12, "2.1.2")):
        sheet[f"A{row}"] = text(number)
    return [sheet]


def kanwil_hukum(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Matriks RA 2025", widths={"C": 28, "D": 22})
    sheet["A1"] = "MATRIKS RENCANA AKSI KANTOR WILAYAH KEMENTERIAN HUKUM TAHUN 2025"
    sheet.row(3, [*OWN[:4], "BUKTI PENDUKUNG", *OWN[5:], "KENDALA", "RENCANA TINDAK LANJUT (RTL)"])
    sheet.plan(expected, EIGHT | columns("kendala tindak_lanjut", "IJ"))
    for row, kode in ((6, "I.1.a"), (7, "I.1.b"), (9, "I.2.a"), (12, "VI.1.a")):
        sheet[f"A{row}"] = kode
    sheet.row(13, {"F": "Semarang,        Januari 2025"})
    sheet.row(14, {"F": "Kepala Kantor Wilayah,"})
    sheet.row(18, {"F": "Heni Susila"})
    return [sheet]


def dilmil(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA Dilmil", widths={"A": 20, "C": 28, "D": 22})
    sheet["A1"] = "RENCANA AKSI ZI PENGADILAN MILITER TAHUN 2025"
    sheet.row(3, ["AREA", "NO", "INDIKATOR", "LANGKAH AKSI", "DATA DUKUNG", *OWN[5:]])
    names = "komponen no indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "ABCDEFGH"))
    for row, number in ((4, 1), (5, 2), (6, 3), (7, 1), (8, 2)):
        sheet[f"B{row}"] = number
    sheet.merge("A4:A6", "A7:A8", "G4:G6", "G7:G8")
    return [sheet]


def kppbc_kudus(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("IKU ZI", widths={"C": 26, "D": 22})
    sheet["A1"] = "RENCANA AKSI ZI KPPBC TMC KUDUS TAHUN 2025"
    sheet.row(3, [*OWN[:7], "REALISASI (%)", None, None, None, "KETERANGAN"])
    sheet.row(4, {"H": "TRIWULAN"})
    sheet.row(5, dict(zip("HIJK", ["I", "II", "III", "IV"], strict=True)))
    sheet.merge("H3:K3", "H4:K4", *(f"{column}3:{column}5" for column in "ABCDEFGL"))
    sheet.plan(expected, SEVEN | {"kendala": "L"})
    for row, shares in ((7, (20, 80)), (8, (0,)), (10, (25, 50))):
        for column, share in zip("HIJK", shares, strict=False):
            sheet[f"{column}{row}"] = {"v": share / 100, "nf": "0%"}
    return [sheet]


def bpkp_jateng(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi BPKP")
    sheet["A1"] = "RENCANA AKSI ZI PERWAKILAN BPKP TAHUN 2025"
    sheet.row(2, [*OWN[:7], "TW I", None, "TW II"])
    sheet.row(3, dict(zip("HIJK", ["Target", "Realisasi"] * 2, strict=True)))
    sheet.merge("H2:I2", "J2:K2", *(f"{column}2:{column}3" for column in "ABCDEFG"))
    sheet.plan(expected, SEVEN)
    for row, shares in ((5, ("100%", "100%", "100%", "100%")), (6, ("25%", "25%", "50%", "45%")), (8, ("0%", "0%", "30%", "20%"))):
        for column, share in zip("HIJK", shares, strict=True):
            sheet[f"{column}{row}"] = share
    return [sheet]


def pt_semarang(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi PT", widths={"C": 30, "D": 26})
    sheet["A1"] = "RENCANA AKSI ZI PENGADILAN TINGGI TAHUN 2025"
    sheet.plan(expected, EIGHT)
    for row in (3, 8):
        sheet.row(row, OWN)
        sheet.row(row + 1, list(range(1, 9)))
    for row in (5, 12):
        sheet[f"C{row}"] = sheet.cells.pop(f"B{row}")
    sheet.row(6, {"C": "a. SOP berkas banding ditetapkan", "D": "Menyusun SOP dan", "E": "SOP;", "F": "Maret,"})
    sheet.row(10, [1, "SOP kepaniteraan banding", "dan dievaluasi setiap tahun", "melakukan evaluasi", "Laporan evaluasi", "Desember 2025"])
    return [sheet]


def dinsos_kendal(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Aksi Dinsos", widths={"C": 26, "E": 22, "G": 22})
    sheet["A1"] = "RENCANA AKSI ZI DINAS SOSIAL KABUPATEN KENDAL TAHUN 2025"
    sheet.row(3, ["No.", "Area Perubahan (Pokja)", "Indikator LKE", "Program", "Kegiatan yang dilaksanakan", "Target Output", "Bukti Dukung (diisi Pokja)", "Target Waktu", "Penanggung Jawab/PIC", "Realisasi\n(%)", "Link Bukti (Google Drive)", "Kendala (jika ada)", "Solusi/Tindak Lanjut"])
    names = "no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi tautan_bukti kendala tindak_lanjut"
    sheet.plan(expected, columns(names, "ABCEGHIJKLM"))
    for row, program, output in ((5, "Rehabilitasi sosial", "1 SK"), (6, "Rehabilitasi sosial", "1 banner"), (7, "Perlindungan sosial", "1 kanal"), (8, "Perlindungan sosial", "12 rekap")):
        sheet.row(row, {"D": program, "F": output})
    return [sheet]
