"""Offices of the fourth group: other levels, other columns, other orders."""
# fmt: off

from __future__ import annotations

from office_expectation import Expectation

from building.offices_a import EIGHT
from building.offices_b import OWN
from building.sheet import Sheet, columns, text


def kpu_tegal(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Lampiran", widths={"B": 16, "C": 28, "D": 22})
    sheet["A1"] = "LAMPIRAN KEPUTUSAN KPU KABUPATEN TEGAL"
    sheet["A2"] = "NOMOR 7 TAHUN 2024"
    sheet["A4"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025"
    sheet.row(6, OWN)
    sheet.row(8, list(range(1, 9)))
    sheet.plan(expected, EIGHT)
    for row in (9, 15):
        sheet[f"A{row}"] = sheet.cells.pop(f"B{row}")
        sheet.merge(f"A{row}:H{row}")
    for row in (10, 13, 16):
        sheet.merge(f"B{row}:H{row}")
    sheet.merge("A1:H1", "A2:H2", "A4:H4", *(f"{column}6:{column}7" for column in "ABCDEFGH"), "A11:A12", "B11:B12", "A17:A18", "B17:B18", "G11:G12")
    return [sheet]


def balai_diklat(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi BDK", widths={"B": 36, "C": 24})
    sheet["A1"] = "RENCANA AKSI ZI BALAI DIKLAT KEAGAMAAN TAHUN 2025"
    sheet.row(3, ["NO", "KRITERIA", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PIC", "REALISASI"])
    names = "no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "ABBCDEFG"))
    sheet.row(6, ["a"])
    sheet.row(7, ["b"])
    sheet.row(9, ["a"])
    sheet.row(12, ["a"])
    return [sheet]


def kelurahan_sewu(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renja", widths={"B": 30, "C": 20})
    sheet["A1"] = "RENCANA KERJA ZONA INTEGRITAS KELURAHAN SEWU TAHUN 2025"
    sheet.row(3, ["No", "Program/Kegiatan", "Output", "Jadwal", "PIC", "Progres"])
    sheet.plan(expected, columns("no indikator bukti_fisik target_waktu penanggung_jawab realisasi", "ABCDEF"))
    return [sheet]


def rsj_surakarta(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi RSJ", widths={"C": 28, "D": 26})
    sheet["A1"] = "RENCANA AKSI ZI RSJD SURAKARTA TAHUN 2025"
    sheet.row(3, OWN)
    sheet.plan(expected, EIGHT)
    sheet.merge("A5:A7", "B5:B7", "C5:C6", "G5:G6", "A8:A9", "B8:B9", "C8:C9", "G8:G9")
    return [sheet]


def bkpsdm_kudus(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Database RA", filter="A1:I9")
    sheet.row(1, ["NO", "AREA PERUBAHAN", "KOMPONEN", "INDIKATOR", "RINCIAN KEGIATAN", "DATA DUKUNG", "WAKTU", "PIC", "CAPAIAN"])
    names = "komponen subkomponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "BCDEFGHI"))
    for row in range(2, 10):
        sheet[f"A{row}"] = row - 1
        for column in "BC":
            if f"{column}{row}" not in sheet.cells:
                sheet[f"{column}{row}"] = sheet.cells[f"{column}{row - 1}"]["v"]
    return [sheet]


def kppn_pekalongan(expected: Expectation) -> list[Sheet]:
    last, sheet = Sheet("RA 2024"), Sheet("RA 2025")
    last["A1"] = "RENCANA AKSI ZI KPPN PEKALONGAN TAHUN 2024"
    last.row(2, OWN)
    last.row(3, ["I", "MANAJEMEN PERUBAHAN"])
    last.row(4, [1, "Tim", "a. SK Tim", "Menyusun SK", "SK Tim", "Januari 2024", "Subbag Umum", "100%"])
    sheet["A1"] = "RENCANA AKSI ZI KPPN PEKALONGAN TAHUN 2025"
    sheet.row(2, OWN)
    sheet.plan(expected, EIGHT)
    return [last, sheet]


def setwan_klaten(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi Setwan", widths={"C": 26, "D": 22})
    sheet["A1"] = "RENCANA AKSI ZI SEKRETARIAT DPRD KLATEN TAHUN 2025"
    sheet.row(3, [*OWN[:5], "TARGET WAKTU"])
    sheet.row(3, {"J": "PENANGGUNG JAWAB", "K": "REALISASI"})
    quarters = ["TW I", "TW II", "TW III", "TW IV"]
    sheet.row(4, dict(zip("FGHIKLMN", quarters * 2, strict=True)))
    sheet.merge("F3:I3", "K3:N3", *(f"{column}3:{column}4" for column in "ABCDEJ"))
    sheet.plan(expected, columns("no komponen indikator langkah_aksi bukti_fisik penanggung_jawab", "ABCDEJ"))
    for row, marked in ((6, "F"), (7, "FGHI"), (8, "GI"), (10, "H"), (11, "GI")):
        for column in marked:
            sheet[f"{column}{row}"] = text("√")
    for row, done in ((6, "K"), (7, "KL")):
        for column in done:
            sheet[f"{column}{row}"] = text("v")
    for column, share in zip("KLMN", (0, 0.5, 0, 0), strict=True):
        sheet[f"{column}8"] = {"v": share, "nf": "0%"}
        sheet[f"{column}11"] = {"v": 0, "nf": "0%"}
    return [sheet]


def kua_banjarsari(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA KUA")
    sheet["A1"] = "RENCANA AKSI ZI KUA BANJARSARI TAHUN 2025"
    sheet.row(2, OWN)
    sheet.plan(expected, EIGHT)
    for row, value in ((4, 1.1), (6, 1.2), (8, 2.1)):
        sheet[f"A{row}"] = {"v": value}
    return [sheet]


def kodim_sragen(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RENAKSI", widths={"C": 26, "D": 20})
    sheet["A1"] = "RENCANA AKSI ZI KODIM SRAGEN TA 2025"
    sheet.row(3, ["N O", "KOMPONEN", "INDIKATOR", "RENCANA\nAKSI", "BUKTI\u00a0 FISIK", "RENCANA\nWAKTU", "PENANGGUNG-\nJAWAB", "REALISASI"])
    sheet.plan(expected, EIGHT)
    sheet["B5"] = "TIM\u00a0KERJA"
    sheet["F6"] = "JANUARI\u00a0—\u00a0DESEMBER 2025"
    return [sheet]


def dpmptsp(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi DPMPTSP", widths={"B": 22, "C": 28, "D": 26})
    sheet["A1"] = "RENCANA AKSI ZI DPMPTSP BOYOLALI TAHUN 2025"
    sheet.row(3, ["NO", "KOMPONEN", "INDIKATOR", "RINCIAN KEGIATAN", "BUKTI FISIK", "PERIODE", "PENANGGUNG JAWAB", "REALISASI (%)"])
    sheet.row(4, list(range(1, 9)))
    sheet.plan(expected, EIGHT)
    sheet.merge("G6:G19")
    return [sheet]
