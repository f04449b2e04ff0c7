"""Offices of the sixth group: levels below each other without a column INDIKATOR, and times as they are drawn."""
# fmt: off

from __future__ import annotations

from office_expectation import Expectation

from building.sheet import Sheet, columns, day, letter, text


def pn_boyolali(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("LKE dan Renaksi", widths={"B": 40, "G": 28, "H": 24})
    sheet["A1"] = "LEMBAR KERJA EVALUASI DAN RENCANA AKSI ZONA INTEGRITAS"
    sheet["A2"] = "PENGADILAN NEGERI BOYOLALI TAHUN 2025"
    sheet.row(4, ["NO", "PENILAIAN", "BOBOT", "JAWABAN", "NILAI", "%", "RENCANA AKSI", "DATA DUKUNG", "TARGET WAKTU", "PIC"])
    sheet.row(5, ["A.", "PENGUNGKIT", 60])
    sheet.row(7, ["I.", "PEMENUHAN", 30])
    sheet.row(13, ["II.", "REFORM", 30])
    sheet.plan(expected, columns("no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab", "ABBGHIJ"))
    for row, mark in ((9, "a."), (10, "b."), (12, "a."), (15, "a."), (18, "a.")):
        sheet.row(row, {"A": mark, "D": "A", "E": 1, "F": 1})
    sheet.row(6, {"C": 5, "E": 4.2, "F": 0.84})
    sheet["A20"] = "Catatan:"
    sheet["A21"] = "1. Bukti dukung diunggah paling lambat tanggal 5."
    sheet["A22"] = "2. Nilai diisi oleh penilai internal."
    sheet.merge("A1:J1", "A2:J2")
    return [sheet]


def kejari_klaten(expected: Expectation) -> list[Sheet]:
    weeks = [letter(at) for at in range(5, 53)]
    sheet = Sheet("Time Schedule", widths={"B": 34, "C": 24} | dict.fromkeys(weeks, 2.5))
    sheet["A1"] = "TIME SCHEDULE RENCANA AKSI ZI KEJAKSAAN NEGERI KLATEN TAHUN 2025"
    sheet.row(3, ["NO", "KEGIATAN", "RENCANA AKSI", "OUTPUT", "JADWAL PELAKSANAAN"])
    sheet.row(3, {"BA": "PIC", "BB": "REALISASI"})
    for at, month in enumerate(("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")):
        first, last = weeks[at * 4], weeks[at * 4 + 3]
        sheet[f"{first}4"] = month
        sheet.row(5, dict(zip(weeks[at * 4 : at * 4 + 4], (1, 2, 3, 4), strict=True)))
        sheet.merge(f"{first}4:{last}4")
    names = "no komponen indikator langkah_aksi bukti_fisik"
    sheet.plan(expected, columns(names, "ABBCD") | {"penanggung_jawab": "BA", "realisasi": "BB"})
    for row, mark in ((8, 1), (9, 2), (11, 1), (14, 1)):
        sheet[f"A{row}"] = mark
    sheet["BB6"] = {"f": "AVERAGE(BB8:BB11)", "v": 0.5, "nf": "0%"}
    for row, marked in ((8, (1, 2)), (9, (6, 11)), (11, (8,)), (14, (46, 47))):
        for week in marked:
            sheet[f"{weeks[week]}{row}"] = text("x")
    sheet.merge("E3:AZ3")
    return [sheet]


def rsud_wonogiri(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi", widths={"B": 34, "C": 24})
    sheet["A1"] = "RENCANA AKSI ZI RSUD WONOGIRI TAHUN 2025"
    sheet.row(3, ["NO", "URAIAN", "RENCANA AKSI", "BUKTI DUKUNG", "WAKTU PELAKSANAAN", None, "PJ", "REALISASI"])
    sheet.row(4, {"E": "MULAI", "F": "SELESAI"})
    sheet.plan(expected, columns("no komponen indikator langkah_aksi bukti_fisik penanggung_jawab realisasi", "ABBCDGH"))
    for row, mark in ((7, "a"), (8, "b"), (11, "a")):
        sheet[f"A{row}"] = mark
    for ref, iso in (("E7", "2025-01-02"), ("F7", "2025-01-31"), ("E8", "2025-02-01"), ("F8", "2025-06-30"), ("F11", "2025-09-30")):
        sheet[ref] = day(iso, "dd/mm/yyyy")
    sheet["G5"] = "Pokja I"
    sheet.merge("E3:F3", *(f"{column}3:{column}4" for column in "ABCDGH"))
    return [sheet]


def kppn_sragen(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Kinerja ZI", widths={"A": 36, "B": 24})
    sheet["A1"] = "RENCANA AKSI ZI KPPN SRAGEN TAHUN 2025"
    sheet.row(3, {"A": "URAIAN", "B": "RENCANA AKSI", "C": "OUTPUT", "D": "TARGET", "I": "REALISASI"})
    sheet.row(4, dict(zip("DEFGHIJKLM", ["TW I", "TW II", "TW III", "TW IV", "JUMLAH"] * 2, strict=True)))
    sheet.plan(expected, columns("komponen indikator langkah_aksi bukti_fisik", "AABC"))
    for row, planned, done in ((7, (1, 1, 1, 1), (1, 1)), (8, (0, 1, 0, 1), (0, 0)), (10, (3, 2, 0, 0), (2, 2))):
        sheet.row(row, dict(zip("DEFG", planned, strict=True)) | dict(zip("IJ", done, strict=True)))
        sheet.row(row, {"H": sum(planned), "M": sum(done)})
    sheet.merge("D3:H3", "I3:M3", *(f"{column}3:{column}4" for column in "ABC"))
    return [sheet]
