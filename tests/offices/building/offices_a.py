"""Offices of the first group: headers of many kinds."""

from __future__ import annotations

from office_expectation import Expectation

from building.sheet import Sheet, columns, day, letter, text

SEVEN = columns("no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab", "ABCDEFG")
EIGHT = SEVEN | {"realisasi": "H"}


def pn_sleman(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Matriks ZI", widths={"B": 22, "C": 40, "D": 30, "E": 26})
    sheet["A1"] = "MATRIKS RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS"
    sheet["A2"] = "PENGADILAN NEGERI SLEMAN TAHUN 2025"
    sheet.merge("A1:H1", "A2:H2")
    sheet.row(
        4,
        [
            "No.",
            "Area Perubahan",
            "Penilaian",
            "Rencana Aksi",
            "Data Dukung",
            "Waktu\nPelaksanaan",
            "PIC",
            "Progres\n(%)",
        ],
    )
    sheet.row(5, [f"({at})" for at in range(1, 9)])
    sheet.plan(expected, EIGHT)
    sheet.drop("G8", "G12")
    return [sheet]


def bps_blitar(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi")
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS BPS KOTA BLITAR T.A. 2025"
    sheet.row(
        3, ["No", "Tim Kerja Terkait", "Area ZI", "Kriteria", "Tahapan", "Sasaran mutu", "TARGET", None, "REALISASI"]
    )
    sheet.row(4, {"G": "OUTPUT", "H": "WAKTU", "I": "%", "J": "TANGGAL", "K": "LINK"})
    sheet.merge("G3:H3", "I3:K3", *(f"{column}3:{column}4" for column in "ABCDEF"))
    sheet.plan(
        expected,
        columns("no penanggung_jawab komponen indikator langkah_aksi", "ABCDE")
        | columns("bukti_fisik target_waktu realisasi tanggal_selesai tautan_bukti", "GHIJK"),
    )
    sheet["F6"] = "1 dokumen"
    sheet["F9"] = "1 peta"
    return [sheet]


def rsud_cilacap(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RA ZI RSUD", widths={"B": 20, "C": 36, "D": 30, "E": 24, "F": 18})
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS RSUD CILACAP TAHUN 2024"
    header = [
        "NO",
        "KOMPONEN",
        "INDIKATOR",
        "LANGKAH AKSI",
        "BUKTI FISIK",
        "TARGET WAKTU",
        "PENANGGUNG JAWAB",
        "REALISASI (%)",
    ]
    sheet.plan(expected, EIGHT)
    for row in (3, 9, 15):
        sheet.row(row, header)
        sheet.row(row + 1, list(range(1, 9)))
    sheet["B6"] = "Perencanaan kebutuhan tenaga kesehatan"
    sheet["B11"] = "sesuai beban kerja instalasi"
    sheet.row(
        7, {"C": "b. Penempatan pegawai mengacu pada kebutuhan", "D": "Menyusun peta jabatan dan", "E": "Peta jabatan;"}
    )
    sheet.row(11, {"C": "jabatan di rumah sakit", "D": "mengusulkan formasi", "E": "Usulan formasi ke BKD"})
    return [sheet]


def kpu_bantul(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Sheet1")
    sheet["A1"] = "Matriks Rencana Aksi KPU Kabupaten Bantul"
    sheet.row(
        2, ["NO", "KOMPONEN", "INDIKATOR", "RINCIAN KEGIATAN", "EVIDEN", "BATAS WAKTU", "PELAKSANA", "REALISASI (%)"]
    )
    sheet.plan(expected, EIGHT)
    for ref, cell in list(sheet.cells.items()):
        if not isinstance(cell["v"], str):
            sheet[ref] = text(str(cell["v"]))
    return [sheet]


def man_2_madiun(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("ZI Madrasah", widths={"C": 34, "D": 28, "G": 30})
    sheet["A1"] = {"rich": [["RENCANA AKSI ", True], ["PEMBANGUNAN ZI MAN 2 MADIUN TAHUN 2025", False]]}
    sheet.row(3, ["NOMOR URUT", "Pilar", "Kriteria", "Aksi", "Koordinator", "Jadwal", "Data\nDukung", "Capaian"])
    sheet.plan(
        expected,
        columns("no komponen indikator langkah_aksi penanggung_jawab target_waktu bukti_fisik realisasi", "ABCDEFGH"),
    )
    sheet["C5"] = {"rich": [["1) ", False], ["Tim kerja", True], [" dibentuk kepala madrasah", False]]}
    sheet["F9"] = {"rich": [["TW", True], [" III", False]]}
    return [sheet]


def polres_wonogiri(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Rencana Aksi", widths={"B": 22, "C": 22, "D": 32, "E": 26, "F": 24})
    sheet["A1"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS POLRES WONOGIRI"
    sheet["A2"] = "TAHUN ANGGARAN 2025"
    titles = [
        "NO",
        "KOMPONEN",
        "SUB KOMPONEN",
        "INDIKATOR",
        "LANGKAH AKSI",
        "BUKTI FISIK",
        "TARGET WAKTU",
        "PENANGGUNG JAWAB",
        "REALISASI",
    ]
    sheet.row(4, titles)
    sheet.row(5, list(range(1, 10)))
    sheet.plan(
        expected,
        columns("no komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi", "ABDEFGHI")
        | {"subkomponen": "C"},
    )
    sheet.merge("B6:B8", "A6:A7", "C6:C7", "B9:B10", "A9:A10", "C9:C10")
    return [sheet]


def kecamatan_laweyan(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Renaksi Kecamatan", widths={"C": 32, "D": 28, "E": 24})
    sheet["A1"] = "RENCANA AKSI ZONA INTEGRITAS KECAMATAN LAWEYAN"
    sheet["A2"] = "TAHUN 2025"
    sheet.row(
        4,
        [
            "NO",
            "KOMPONEN",
            "INDIKATOR",
            "LANGKAH AKSI",
            "BUKTI FISIK",
            "TARGET WAKTU",
            "PENANGGUNG JAWAB",
            "REALISASI (%)",
        ],
    )
    sheet.row(5, {"H": "TW I", "I": "TW II", "J": "TW III", "K": "TW IV"})
    sheet.merge("H4:K4", *(f"{column}4:{column}5" for column in "ABCDEFG"))
    sheet.row(6, list(range(1, 12)))
    sheet.plan(expected, SEVEN)
    quarters = {8: "HI", 9: "HIJ", 10: "HI", 12: "I", 13: "HI"}
    shares = {8: (1, 1), 9: (0.25, 0.5, 0.75), 10: (0.3, 0.6), 12: (1,), 13: (0.5, 0.25)}
    for row, letters in quarters.items():
        for column, share in zip(letters, shares[row], strict=True):
            sheet[f"{column}{row}"] = {"v": share, "nf": "0%"}
    return [sheet]


def kemenag_klaten(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Kemenag")
    sheet["A1"] = "MATRIKS RENCANA AKSI ZI KANTOR KEMENTERIAN AGAMA KAB. KLATEN TAHUN 2025"
    sheet.row(
        3,
        [
            "KOMPONEN/AREA",
            "INDIKATOR",
            "PROGRAM/KEGIATAN",
            "KELUARAN",
            "PERIODE",
            "UNIT KERJA PENANGGUNG JAWAB",
            "PROGRES",
        ],
    )
    sheet.plan(
        expected,
        columns("komponen indikator langkah_aksi bukti_fisik target_waktu penanggung_jawab realisasi", "ABCDEFG"),
    )
    sheet.merge("A1:G1", "A4:G4", "A8:G8", "A5:A6", "A9:A10")
    return [sheet]


def lapas_kedungpane(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("Lembar1")
    titles = [
        "#",
        "Area Perubahan",
        "Indikator Keberhasilan",
        "Rencana Aksi",
        "Evidence",
        "Target dan Waktu",
        None,
        "Progress",
        "Hambatan",
        "Solusi",
    ]
    sheet.row(1, {letter(at): title for at, title in enumerate(titles, 2) if title})
    sheet.plan(
        expected,
        columns(
            "no komponen indikator langkah_aksi bukti_fisik target_waktu realisasi kendala tindak_lanjut", "BCDEFGIJK"
        ),
    )
    return [sheet]


def bapas_surakarta(expected: Expectation) -> list[Sheet]:
    others = [Sheet("Sampul"), Sheet("Daftar Tim"), Sheet("Rekap Absen"), Sheet("Anggaran", state="hidden")]
    others[0]["B2"] = "BAPAS KELAS I SURAKARTA"
    others[1].row(1, ["No", "Nama", "Jabatan dalam tim", "Keterangan"])
    others[1].row(2, [1, "Sri Rahayu", "Ketua Pokja I", ""])
    others[2].row(1, ["No", "Nama", "Januari", "Februari"])
    others[3].row(1, ["No", "Kegiatan", "Output", "Pagu", "Realisasi"])
    others[3].row(2, [1, "Rapat tim", "Notulen", 1500000, 750000])
    sheet = Sheet("Matrik RA", hidden_columns=["F", "G"])
    sheet["C1"] = "KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN"
    sheet["C2"] = "RENCANA AKSI MENUJU WBK TAHUN 2025"
    titles = [
        "No",
        "Area Perubahan",
        "Indikator",
        "Uraian Kegiatan",
        "Data Pendukung",
        "Waktu Penyelesaian",
        "P.J.",
        "Realisasi",
    ]
    sheet.row(5, titles)
    sheet.plan(expected, EIGHT)
    return [*others[:2], sheet, *others[2:]]


def imigrasi_pati(expected: Expectation) -> list[Sheet]:
    sheet = Sheet("RENAKSI", widths={"C": 30, "D": 26, "E": 26, "F": 14})
    sheet["A1"] = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS KANTOR IMIGRASI PATI"
    sheet["A2"] = "Tahun 2025"
    titles = [
        "No.",
        "Komponen Pengungkit",
        "Indikator",
        "Langkah Kerja",
        "Dokumen",
        "Target Penyelesaian",
        "Koordinator",
        "% Capaian",
        "Tanggal Selesai",
    ]
    sheet.row(3, titles)
    sheet.row(4, [f"{at}." for at in range(1, 10)])
    sheet.plan(expected, EIGHT | {"tanggal_selesai": "I"})
    sheet["F6"] = day("2025-01-01", "mmm-yy")
    sheet["F7"] = day("2025-02-15", "dd/mm/yyyy")
    sheet["F8"] = day("2025-06-01", "mmmm yyyy")
    sheet["F10"] = day("2025-03-01", "d/m/yy")
    sheet["I6"] = day("2025-01-20", "dd/mm/yyyy")
    return [sheet]
