"""Offices of the second group: rows of many kinds, cells of many kinds."""
# fmt: off

from __future__ import annotations

from office_expectation import Expectation

from building.offices_a import EIGHT, SEVEN
from building.sheet import Sheet, columns, day

OWN = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)"]
SIGNED = {12: {"F": "Sukoharjo, 6 Januari 2025"}, 13: {"F": "Kepala Kantor,"}, 16: {"F": "Bambang Setyawan"}}


def kpp_sukoharjo(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA-ZI", widths={"B": 22, "C": 36, "D": 24, "E": 24, "F": 20})
    sheet["A1"] = "RENCANA AKSI ZI-WBBM KPP PRATAMA SUKOHARJO TAHUN 2025"
    sheet.row(3, ["No", "Aspek", "Indikator", "Tahapan Kegiatan", "Output", "Waktu", "Pelaksana", "Realisasi\n(%)"])
    sheet.row(4, list(range(1, 9)))
    sheet.plan(expected, EIGHT)
    sheet["A9"] = "Rata-rata Penguatan Akuntabilitas Kinerja"
    sheet["H9"] = {"f": "AVERAGE(H6:H8)", "v": 0.583333333333333, "nf": "0%"}
    sheet["A13"] = "Rata-rata Penguatan Pengawasan"
    sheet["H13"] = {"f": "AVERAGE(H11:H12)", "v": 0.75, "nf": "0%"}
    sheet["A15"] = "REKAPITULASI CAPAIAN"
    sheet.row(16, ["No", "Aspek", "Jumlah Indikator", "Selesai", "Berjalan", "Belum", "Keterangan"])
    sheet.row(17, [1, "Penguatan Akuntabilitas Kinerja", 3, 1, 1, 1, "Maret 2025"])
    sheet.row(18, [2, "Penguatan Pengawasan", 2, 1, 1, 0, "Juni 2025"])
    sheet.row(19, ["Jumlah", None, 5, 2, 2, 1])
    sheet["A22"] = "DAFTAR TIM PENYUSUN"
    sheet.row(23, ["No.", "Nama", "Jabatan", "Pokja", "NIP", "Tanda tangan"])
    sheet.row(24, [1, "Retno Wulandari", "Kepala Seksi", "Pokja IV", "19800101 200312 2 001"])
    sheet.row(25, [2, "Hari Prasetyo", "Pelaksana", "Pokja V", "19900505 201503 1 002"])
    sheet["F28"] = "Sukoharjo, 6 Januari 2025"
    sheet["F29"] = "Kepala Kantor"
    return [sheet]


def ptun_semarang(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi", widths={"B": 22, "C": 30, "D": 26})
    sheet["A1"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS PTUN SEMARANG TAHUN 2025"
    sheet.row(2, OWN)
    sheet.plan(expected, EIGHT)
    sheet["A11"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS PTUN SEMARANG TAHUN 2024"
    sheet.row(12, OWN)
    sheet.row(13, ["I", "MANAJEMEN PERUBAHAN"])
    sheet.row(14, [1, "Tim kerja", "a. SK Ketua PTUN", "Menyusun SK", "SK Tim", "Januari 2024", "Sekretaris", "100%"])
    sheet.row(15, [None, None, "b. Media internal", "Membuat buletin", "Buletin", "Juni 2024", "Sekretaris", "100%"])
    sheet.row(16, ["II", "PENATAAN TATA LAKSANA"])
    sheet.row(17, [1, "SOP persidangan", "a. SOP persidangan elektronik", "Menyusun SOP", "SOP", "Mei 2024", "Panitera", "90%"])
    return [sheet]


def dinkes_sragen(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi Dinkes", widths={"B": 22, "C": 30, "D": 26})
    sheet["A1"] = "RENCANA AKSI PEMBANGUNAN ZI DINAS KESEHATAN KABUPATEN SRAGEN TAHUN 2025"
    sheet.row(3, [*OWN[:4], "Evidens", *OWN[5:]])
    sheet.plan(expected, EIGHT)
    sheet.row(8, {"B": "Jumlah", "H": {"v": 0.75, "nf": "0%"}})
    sheet["B9"] = "Catatan: menunggu peraturan bupati yang baru"
    sheet["H11"] = "10%"
    sheet.row(15, {"B": "Rata-rata capaian", "H": {"v": 0.5, "nf": "0%"}})
    sheet.row(17, {"C": "Mengetahui,", "F": "Sragen, 2 Januari 2025"})
    sheet.row(18, {"C": "Kepala Dinas Kesehatan", "F": "Ketua Tim ZI"})
    sheet.row(22, {"C": "dr. Sulistyo, M.Kes.", "F": "Wahyuni, S.KM."})
    return [sheet]


def puskesmas_gajahan(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("ZI 2025")
    sheet["A1"] = "RENCANA AKSI PUSKESMAS GAJAHAN TAHUN 2025"
    sheet.row(2, ["NO", "AREA", "INDIKATOR", "KEGIATAN", "DOKUMEN", "TENGGAT", "PJ", "CAPAIAN"])
    sheet.plan(expected, EIGHT)
    return [sheet]


def fakultas_teknik(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("WBK FT", hidden_columns=["A", "G"], hidden_rows=[8, 10, 12], grouped_rows=[7, 8, 9, 10], filter="C4:J13")
    sheet["C1"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS FAKULTAS TEKNIK"
    sheet["C2"] = "TAHUN 2026"
    titles = ["NO.", "KOMPONEN", "INDIKATOR", "RENCANA KEGIATAN", "DATA DUKUNG", "JADWAL PELAKSANAAN", "UNIT PENANGGUNG JAWAB", "REALISASI"]
    sheet.row(4, dict(zip("CDEFGHIJ", titles, strict=True)))
    sheet.row(5, dict(zip("CDEFGHIJ", range(1, 9), strict=True)))
    names = "no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "CDEFGHIJ"))
    return [sheet]


def bawaslu_jepara(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi Bawaslu", widths={"C": 28, "D": 26, "E": 30, "J": 34})
    sheet["A1"] = "RENCANA AKSI ZI BAWASLU KABUPATEN JEPARA TAHUN 2025"
    sheet.row(3, ["NO", "KOMPONEN", "INDIKATOR", "URAIAN KEGIATAN", "BUKTI\nDUKUNG", "WAKTU\nPELAKSANAAN", "PIC", "% CAPAIAN", "TGL. SELESAI", "LINK BUKTI DUKUNG"])
    sheet.plan(expected, EIGHT | {"tanggal_selesai": "I", "tautan_bukti": "J"})
    sheet["J6"] = {"v": "Foto dan pakta", "link": "https://jepara.bawaslu.go.id/pakta"}
    return [sheet]


def kejari_magelang(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Matriks", widths={"C": 28, "D": 24})
    sheet["A1"] = "RENCANA AKSI ZI KEJAKSAAN NEGERI MAGELANG TAHUN 2025"
    sheet.row(3, ["NO", "KOMPONEN", "INDIKATOR", "AKSI", "EVIDENCE", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)", "STATUS", "TANGGAL SELESAI", "TAUTAN BUKTI", "HAMBATAN", "SOLUSI"])
    sheet.plan(expected, EIGHT | columns("tanggal_selesai tautan_bukti kendala tindak_lanjut", "JKLM"))
    sheet["I5"] = "Selesai"
    sheet["I8"] = "Berjalan"
    sheet["K5"] = {"v": "Foto apel", "link": "https://kejari-magelang.kejaksaan.go.id/apel"}
    sheet["K6"] = {"f": 'HYPERLINK("https://drive.google.com/sk-duta","Buka SK")', "v": "Buka SK"}
    sheet["K8"] = {"v": "buku tamu.pdf", "link": "external:bukti/buku tamu.pdf"}
    return [sheet]


def bnn_cilacap(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA")
    sheet["A1"] = "RENCANA AKSI ZI BNN KABUPATEN CILACAP TAHUN 2025"
    sheet.row(2, OWN)
    sheet.plan(expected, EIGHT)
    sheet["E4"] = {"f": '"SK "&B4'}
    sheet["H4"] = {"f": "1/2"}
    sheet["E5"] = {"e": "#REF!"}
    sheet["F5"] = day("2025-02-28", "d mmmm yyyy")
    sheet["H5"] = {"e": "#DIV/0!"}
    sheet["F6"] = day("2025-05-06", "dd-mmm-yy")
    sheet["G6"] = day("2025-03-01", "d mmm yyyy")
    sheet["H6"] = {"v": True}
    sheet["F7"] = {"e": "#N/A"}
    sheet["H7"] = day("2025-04-03", "d-mmm")
    return [sheet]


def diskominfo_demak(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi", widths={"C": 30, "D": 30, "E": 28})
    sheet["A1"] = {"f": '"RENCANA AKSI ZI DISKOMINFO DEMAK TAHUN "&2025'}
    sheet.row(3, [*OWN[:4], "DATA DUKUNG", "TARGET WAKTU", "PELAKSANA", "REALISASI"])
    sheet.row(4, [1, *({"f": f"{before}4+1"} for before in "ABCDEFG")])
    sheet.plan(expected, SEVEN)
    sheet["A8"] = {"f": "A6+1"}
    sheet["E6"] = {"f": '"Peraturan bupati"&"; "&"Dokumen arsitektur"'}
    sheet["F7"] = {"f": '"Juni "&2025'}
    for row, formula in ((6, "2/2"), (7, "H6/2"), (8, "1/4"), (9, "0*1")):
        sheet[f"H{row}"] = {"f": formula, "nf": "0%"}
    return [sheet]


def bpn_kendal(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("ZI BPN", widths={"C": 30, "E": 24})
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS"
    sheet["A2"] = "KANTOR PERTANAHAN KABUPATEN KENDAL TAHUN 2025"
    sheet.row(4, OWN)
    sheet.row(5, [f"({at})" for at in range(1, 9)])
    sheet.plan(expected, EIGHT)
    sheet.merge("A1:H1", "A2:H2", "B6:H6", "A7:A9", "B7:B9", "D7:D9", "E7:E9", "F7:F9", "G7:G9", "H7:H8", "A10:A11", "B10:B11", "F10:F11", "G10:G11")
    return [sheet]


def dinas_arsip(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi", widths={"B": 20, "C": 30, "D": 26})
    sheet["A1"] = "RENCANA AKSI ZI DINAS ARSIP DAN PERPUSTAKAAN TAHUN 2025"
    sheet.plan(expected, EIGHT)
    for row in (3, 8):
        sheet.row(row, OWN)
        sheet.row(row + 1, list(range(1, 9)))
    sheet.row(7, {"C": "b. Jadwal retensi arsip disusun", "D": "Menyusun JRA dan mengajukan", "E": "JRA; Surat", "F": "Maret –"})
    sheet.row(10, {"C": "dan disetujui ANRI", "D": "persetujuan", "E": "persetujuan ANRI", "F": "September 2025"})
    sheet.merge("A6:A7", "B6:B7", "G6:G7", "A10:A11", "B10:B11", "G10:G11")
    return [sheet]


def bmkg_semarang(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi ZI", widths={"B": 20, "D": 18, "F": 30})
    sheet["A1"] = "RENCANA AKSI ZI STASIUN METEOROLOGI SEMARANG TAHUN 2025"
    sheet.row(3, ["NO", "KOMPONEN", "NO", "SUB KOMPONEN", "NO", "INDIKATOR", *OWN[3:]])
    names = "no komponen subkomponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi"
    sheet.plan(expected, columns(names, "ABDFGHIJK"))
    for number, text in (("D", {5: "1.", 7: "2.", 9: "1."}), ("F", {5: "a.", 6: "b.", 7: "a.", 9: "a.", 10: "b."})):
        for row, mark in text.items():
            before = chr(ord(number) - 1)
            sheet[f"{before}{row}"] = {"v": mark}
            sheet[f"{number}{row}"] = sheet.cells[f"{number}{row}"]["v"].removeprefix(f"{mark} ")
    return [sheet]
