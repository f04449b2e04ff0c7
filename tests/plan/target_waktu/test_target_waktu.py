"""Target waktu: every spelling of contract section 4, and what offices write beside it."""

from datetime import date, datetime

import pytest
from target_texts import MONTHLY, QUARTERS, read, shown, whole_year

BULAN = {
    "Februari 2025": "bulan 1/2–28/2: 28/2",
    "februari 2025": "bulan 1/2–28/2: 28/2",
    "FEBRUARI\u00a0 2025": "bulan 1/2–28/2: 28/2",
    "Februari\n2025": "bulan 1/2–28/2: 28/2",
    "Februari2025": "bulan 1/2–28/2: 28/2",
    "Februari 2025*": "bulan 1/2–28/2: 28/2",
    "Februari 2025.": "bulan 1/2–28/2: 28/2",
    "Februari 2025¹": "bulan 1/2–28/2: 28/2",
    "Feb. 2025": "bulan 1/2–28/2: 28/2",
    "Pebruari 2025": "bulan 1/2–28/2: 28/2",
    "Febuari 2025": "bulan 1/2–28/2: 28/2",
    "Februari 2024": "bulan 1/2/2024–29/2/2024: 29/2/2024",
    "Nopember 2025": "bulan 1/11–30/11: 30/11",
    "Nop 2025": "bulan 1/11–30/11: 30/11",
    "Agt 2025": "bulan 1/8–31/8: 31/8",
    "Ags. 2025": "bulan 1/8–31/8: 31/8",
    "Agust 2025": "bulan 1/8–31/8: 31/8",
    "Sept 2025": "bulan 1/9–30/9: 30/9",
    "Jan 2025": "bulan 1/1–31/1: 31/1",
    "Bulan Maret Tahun 2025": "bulan 1/3–31/3: 31/3",
    "Maret TA 2025": "bulan 1/3–31/3: 31/3",
    "Maret, 2025": "bulan 1/3–31/3: 31/3",
    "Maret (2025)": "bulan 1/3–31/3: 31/3",
    "2025 Maret": "bulan 1/3–31/3: 31/3",
    "Maret '25": "bulan 1/3–31/3: 31/3",
    "Mar-25": "bulan 1/3–31/3: 31/3",
    "Maret-2025": "bulan 1/3–31/3: 31/3",
    "03/2025": "bulan 1/3–31/3: 31/3",
    "2025-03": "bulan 1/3–31/3: 31/3",
    "March 2025": "bulan 1/3–31/3: 31/3",
    "1. Maret 2025": "bulan 1/3–31/3: 31/3",
    "- Maret 2025": "bulan 1/3–31/3: 31/3",
    "Maret 2025, Maret 2025": "bulan 1/3–31/3: 31/3",
    "Maret setiap tahun": "bulan 1/3–31/3: 31/3",
    "Maret 2025 (TW I)": "bulan 1/3–31/3: 31/3",
    "Desember (Triwulan IV) 2025": "bulan 1/12–31/12: 31/12",
}

DAFTAR = {
    "Maret, Juni, September, Desember 2025": f"daftar 1/3–31/12: {QUARTERS}",
    "Juni dan Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "Juni, dan Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "Juni & Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "Juni serta Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "Maret; Juni; September; Desember 2025": f"daftar 1/3–31/12: {QUARTERS}",
    "Maret\nJuni\nSeptember\nDesember 2025": f"daftar 1/3–31/12: {QUARTERS}",
    "1. Maret 2025\n2. Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "1) Maret 2025 2) Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "a. Maret 2025\nb. Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "- Maret 2025\n- Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "• Maret\n• Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "Jadwal:\n– Maret 2025\n– Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "Maret Juni September Desember 2025": f"daftar 1/3–31/12: {QUARTERS}",
    "Maret 2025, Juni, September": "daftar 1/3–30/9: 31/3 30/6 30/9",
    "Tahun 2025: Maret dan Juni": "daftar 1/3–30/6: 31/3 30/6",
    "Maret, Juni, 2025": "daftar 1/3–30/6: 31/3 30/6",
    "Desember 2024, Maret 2025": "daftar 1/12/2024–31/3: 31/12/2024 31/3",
    "Desember 2024, Maret, Juni 2025": "daftar 1/12/2024–30/6: 31/12/2024 31/3 30/6",
    "November, Desember 2025, Januari 2026": "daftar 1/11–31/1/2026: 30/11 31/12 31/1/2026",
    "Tahun 2024: Desember. Tahun 2025: Maret": "daftar 1/12/2024–31/3: 31/12/2024 31/3",
    "31 Maret dan 30 Juni 2025": "daftar 31/3–30/6: 31/3 30/6",
    "15, 20 dan 25 Maret 2025": "daftar 15/3–25/3: 15/3 20/3 25/3",
    "Maret 2025 dan 15 Juni 2025": "daftar 1/3–15/6: 31/3 15/6",
    "Maret (TW I) dan Juni 2025 (TW II)": "daftar 1/1–30/6: 31/3 30/6",
    "TW I: 31 Maret 2025, TW II: 30 Juni 2025": "daftar 1/1–30/6: 31/3 30/6",
    "31/03/2025, 30/06/2025": "daftar 31/3–30/6: 31/3 30/6",
    "Triwulanan (Maret, Juni, September, Desember 2025)": f"daftar 1/3–31/12: {QUARTERS}",
    "Maret, Juni, September, Desember 2025 (TW I–IV)": whole_year("daftar", QUARTERS),
}

RENTANG = {
    "Januari – Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari-Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari - Desember2025": "rentang 1/1–31/12: 31/12",
    "Januari — Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari\u2011Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari −\u00a0Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari\n- Desember 2025": "rentang 1/1–31/12: 31/12",
    "Jan-Des 2025": "rentang 1/1–31/12: 31/12",
    "Jan s/d Des 2025": "rentang 1/1–31/12: 31/12",
    "Januari smp Desember": "rentang 1/1–31/12: 31/12",
    "Januari ke Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari - Desem-\nber 2025": "rentang 1/1–31/12: 31/12",
    "Janu-\nari - Desember 2025": "rentang 1/1–31/12: 31/12",
    "januari-\ndesember 2025": "rentang 1/1–31/12: 31/12",
    "Setahun": "rentang 1/1–31/12: 31/12",
    "Januari S/D Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari s.d. Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari s.d Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari sd Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari s / d Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari sampai Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari sampai dengan Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari hingga Desember 2025": "rentang 1/1–31/12: 31/12",
    "dari Januari sampai dengan bulan Desember 2025": "rentang 1/1–31/12: 31/12",
    "mulai Januari s.d. Desember 2025": "rentang 1/1–31/12: 31/12",
    "antara Maret dan Mei 2025": "rentang 1/3–31/5: 31/5",
    "Januari 2025 - Desember 2025": "rentang 1/1–31/12: 31/12",
    "Januari 2025 – Desember": "rentang 1/1–31/12: 31/12",
    "Tahun 2025 (Januari – Juni)": "rentang 1/1–30/6: 30/6",
    "Januari – Maret 2026": "rentang 1/1/2026–31/3/2026: 31/3/2026",
    "November 2025 – Februari 2026": "rentang 1/11–28/2/2026: 28/2/2026",
    "November – Februari 2026": "rentang 1/11–28/2/2026: 28/2/2026",
    "November 2025 – Februari": "rentang 1/11–28/2/2026: 28/2/2026",
    "November – Februari": "rentang 1/11–28/2/2026: 28/2/2026",
    "22 April s.d. 3 Mei 2025": "rentang 22/4–3/5: 3/5",
    "28 Desember – 3 Januari": "rentang 28/12–3/1/2026: 3/1/2026",
    "1-5 Maret 2025": "rentang 1/3–5/3: 5/3",
    "1 s.d. 5 Maret 2025": "rentang 1/3–5/3: 5/3",
    "1-5/3/2025": "rentang 1/3–5/3: 5/3",
    "01 Januari 2025 s/d 31 Desember 2025": "rentang 1/1–31/12: 31/12",
    "01/01/2025-31/12/2025": "rentang 1/1–31/12: 31/12",
    "01/2025-12/2025": "rentang 1/1–31/12: 31/12",
    "01/01/2025 - 31/12/2025": "rentang 1/1–31/12: 31/12",
    "15 Maret – April 2025": "rentang 15/3–30/4: 30/4",
    "Jan-25 s.d. Des-25": "rentang 1/1–31/12: 31/12",
    "tahun 2025": "rentang 1/1–31/12: 31/12",
    "2025": "rentang 1/1–31/12: 31/12",
    "Tahun Anggaran 2025": "rentang 1/1–31/12: 31/12",
    "T.A. 2025": "rentang 1/1–31/12: 31/12",
    "sepanjang tahun 2025": "rentang 1/1–31/12: 31/12",
    "Sepanjang tahun": "rentang 1/1–31/12: 31/12",
    "Selama 2025": "rentang 1/1–31/12: 31/12",
    "selama 1 (satu) tahun": "rentang 1/1–31/12: 31/12",
    "setahun penuh": "rentang 1/1–31/12: 31/12",
    "tahun berjalan": "rentang 1/1–31/12: 31/12",
    "2024 – 2025": "rentang 1/1/2024–31/12: 31/12",
    "Januari–Desember 2025\nJanuari – Desember 2025": "rentang 1/1–31/12: 31/12",
}

TANGGAL = {
    "31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "31 Maret": "tanggal 31/3–31/3: 31/3",
    "31 MARET 2025": "tanggal 31/3–31/3: 31/3",
    "Senin, 31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "Jum’at, 4 April 2025": "tanggal 4/4–4/4: 4/4",
    "Jum'at, 4 April 2025": "tanggal 4/4–4/4: 4/4",
    "tanggal 31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "tgl. 31 bulan Maret tahun 2025": "tanggal 31/3–31/3: 31/3",
    "per 31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "31Maret2025": "tanggal 31/3–31/3: 31/3",
    "31/03/2025": "tanggal 31/3–31/3: 31/3",
    "31 / 3 / 2025": "tanggal 31/3–31/3: 31/3",
    "03/04/2025": "tanggal 3/4–3/4: 3/4",
    "31-03-2025": "tanggal 31/3–31/3: 31/3",
    "31.03.2025": "tanggal 31/3–31/3: 31/3",
    "31/03/25": "tanggal 31/3–31/3: 31/3",
    "2025-03-31": "tanggal 31/3–31/3: 31/3",
    "31-Mar-2025": "tanggal 31/3–31/3: 31/3",
    "31-Mar-25": "tanggal 31/3–31/3: 31/3",
    "March 31, 2025": "tanggal 31/3–31/3: 31/3",
    "29 Februari 2024": "tanggal 29/2/2024–29/2/2024: 29/2/2024",
}

PERIODE = {
    "Triwulan I 2025": "periode 1/1–31/3: 31/3",
    "Triwulan I Tahun 2025": "periode 1/1–31/3: 31/3",
    "TW II": "periode 1/4–30/6: 30/6",
    "TWIII": "periode 1/7–30/9: 30/9",
    "TW Ⅳ": "periode 1/10–31/12: 31/12",
    "TW 1": "periode 1/1–31/3: 31/3",
    "TW1": "periode 1/1–31/3: 31/3",
    "tw-2": "periode 1/4–30/6: 30/6",
    "Triwulan ke-3": "periode 1/7–30/9: 30/9",
    "Triwulan ke III": "periode 1/7–30/9: 30/9",
    "Triwulan ke-II dan ke-IV 2025": "periode 1/4–31/12: 30/6 31/12",
    "TW ke-1 dan ke-3": "periode 1/1–30/9: 31/3 30/9",
    "Triwulan ke-1 dan ke-4": "periode 1/1–31/12: 31/3 31/12",
    "Triwulan ke 1 dan ke 3": "periode 1/1–30/9: 31/3 30/9",
    "TW ke-1 s.d. ke-4": whole_year("periode", QUARTERS),
    "Tri Wulan I": "periode 1/1–31/3: 31/3",
    "T.W. II": "periode 1/4–30/6: 30/6",
    "Catur Wulan II": "periode 1/5–31/8: 31/8",
    "B03-B06-B09-B12": whole_year("periode", QUARTERS),
    "TW I – II – III 2025": "periode 1/1–30/9: 31/3 30/6 30/9",
    "TW I (Maret), TW II (Juni) 2025": "periode 1/1–30/6: 31/3 30/6",
    "TW I (Jan-Mar), TW II (Apr-Jun) 2025": "periode 1/1–30/6: 31/3 30/6",
    "Triwulan Pertama": "periode 1/1–31/3: 31/3",
    "Kuartal IV 2025": "periode 1/10–31/12: 31/12",
    "Q1": "periode 1/1–31/3: 31/3",
    "TW I–IV": whole_year("periode", QUARTERS),
    "TW I s.d. TW IV 2025": whole_year("periode", QUARTERS),
    "Triwulan I, II, III dan IV": whole_year("periode", QUARTERS),
    "TW I, TW II, TW III, TW IV 2025": whole_year("periode", QUARTERS),
    "Triwulan 1-4 Tahun 2025": whole_year("periode", QUARTERS),
    "TW 1, 2, 3, 4": whole_year("periode", QUARTERS),
    "TW I TW II TW III TW IV": whole_year("periode", QUARTERS),
    "TW IV 2025 – TW I 2026": "periode 1/10–31/3/2026: 31/12 31/3/2026",
    "TW IV – TW I": "periode 1/10–31/3/2026: 31/12 31/3/2026",
    "Semester I": "periode 1/1–30/6: 30/6",
    "Semester 1 dan 2": whole_year("periode", "30/6 31/12"),
    "Semester I & II Tahun 2025": whole_year("periode", "30/6 31/12"),
    "SMT II 2025": "periode 1/7–31/12: 31/12",
    "Caturwulan II": "periode 1/5–31/8: 31/8",
    "B03": "periode 1/1–31/3: 31/3",
    "B.12": "periode 1/1–31/12: 31/12",
    "B 09 2025": "periode 1/1–30/9: 30/9",
    "B06 B09": "periode 1/1–30/9: 30/6 30/9",
    "B03, B06, B09, B12": whole_year("periode", QUARTERS),
    "B03 s.d. B12": whole_year("periode", QUARTERS),
    "TW I (Januari – Maret 2025)": "periode 1/1–31/3: 31/3",
    "Semester I dan TW III": "periode 1/1–30/9: 30/6 30/9",
}

BERKALA = {
    "setiap bulan": whole_year("berkala", MONTHLY),
    "Tiap bulan": whole_year("berkala", MONTHLY),
    "tiap-tiap bulan": whole_year("berkala", MONTHLY),
    "setiap bulannya": whole_year("berkala", MONTHLY),
    "setiap akhir bulan": whole_year("berkala", MONTHLY),
    "bulanan": whole_year("berkala", MONTHLY),
    "per bulan": whole_year("berkala", MONTHLY),
    "perbulan": whole_year("berkala", MONTHLY),
    "sebulan sekali": whole_year("berkala", MONTHLY),
    "1 x sebulan": whole_year("berkala", MONTHLY),
    "12 kali setahun": whole_year("berkala", MONTHLY),
    "secara berkala setiap bulan": whole_year("berkala", MONTHLY),
    "setiap 2 bulan": whole_year("berkala", "28/2 30/4 30/6 31/8 31/10 31/12"),
    "per triwulan": whole_year("berkala", QUARTERS),
    "setiap triwulan": whole_year("berkala", QUARTERS),
    "setiap TW": whole_year("berkala", QUARTERS),
    "triwulanan": whole_year("berkala", QUARTERS),
    "3 bulan sekali": whole_year("berkala", QUARTERS),
    "3 bulanan": whole_year("berkala", QUARTERS),
    "3-bulanan": whole_year("berkala", QUARTERS),
    "per 3 bulanan": whole_year("berkala", QUARTERS),
    "6 bulanan": whole_year("berkala", "30/6 31/12"),
    "triwulan sekali": whole_year("berkala", QUARTERS),
    "tiga bulan sekali": whole_year("berkala", QUARTERS),
    "3 (tiga) bulan sekali": whole_year("berkala", QUARTERS),
    "setiap 3 (tiga) bulan": whole_year("berkala", QUARTERS),
    "4x setahun": whole_year("berkala", QUARTERS),
    "1 kali dalam 3 bulan": whole_year("berkala", QUARTERS),
    "2 kali per semester": whole_year("berkala", QUARTERS),
    "setiap 4 bulan": whole_year("berkala", "30/4 31/8 31/12"),
    "per semester": whole_year("berkala", "30/6 31/12"),
    "semesteran": whole_year("berkala", "30/6 31/12"),
    "6 bulan sekali": whole_year("berkala", "30/6 31/12"),
    "2 kali setahun": whole_year("berkala", "30/6 31/12"),
    "2 (dua) kali dalam 1 (satu) tahun": whole_year("berkala", "30/6 31/12"),
    "2 kali/tahun": whole_year("berkala", "30/6 31/12"),
    "tahunan": whole_year("berkala", "31/12"),
    "setiap tahun": whole_year("berkala", "31/12"),
    "setahun sekali": whole_year("berkala", "31/12"),
    "sekali dalam setahun": whole_year("berkala", "31/12"),
    "setiap bulan tahun 2025": whole_year("berkala", MONTHLY),
    "per triwulan 2024": "berkala 1/1/2024–31/12/2024: 31/3/2024 30/6/2024 30/9/2024 31/12/2024",
    "Januari-Desember 2025 setiap triwulan": whole_year("berkala", QUARTERS),
    "Januari – Juni 2025 (setiap bulan)": "berkala 1/1–30/6: 31/1 28/2 31/3 30/4 31/5 30/6",
    "setiap bulan Januari – Maret 2025": "berkala 1/1–31/3: 31/1 28/2 31/3",
    "setiap tanggal 10": whole_year("berkala", " ".join(f"10/{month}" for month in range(1, 13))),
    "tanggal 10 setiap bulan": whole_year("berkala", " ".join(f"10/{month}" for month in range(1, 13))),
    "setiap bulan tanggal 31": whole_year("berkala", MONTHLY),
}

SEWAKTU = dict.fromkeys(
    [
        "sewaktu-waktu",
        "Sewaktu waktu",
        "Insidentil",
        "insidental",
        "jika ada",
        "Jika ada perubahan peraturan",
        "bila diperlukan",
        "Apabila terdapat pengaduan",
        "setiap ada perubahan",
        "Setiap ada perubahan pegawai",
        "setiap terjadi perubahan",
        "setiap kali ada rapat",
        "setiap saat",
        "saat ada kegiatan",
        "sesuai kebutuhan",
        "menyesuaikan dengan kebutuhan",
        "sewaktu-waktu selama tahun 2025",
        "Januari – Desember 2025 (jika ada)",
    ],
    "sewaktu 1/1–31/12:",
)


def cases(*tables: dict[str, str]):
    return [pytest.param(text, expected, id=repr(text)) for table in tables for text, expected in table.items()]


@pytest.mark.parametrize(("text", "expected"), cases(BULAN, DAFTAR, RENTANG, TANGGAL, PERIODE, BERKALA, SEWAKTU))
def test_each_spelling_is_read(text, expected):
    """The kind, first and last day and the tonggak that contract section 4 gives."""
    assert shown(read(text)) == expected


QUIET = {**BULAN, **DAFTAR, **RENTANG, **TANGGAL, **PERIODE, **BERKALA, **SEWAKTU}
REMARKED = {
    "setiap akhir bulan": (),  # each period is due at its end
    "November – Februari 2026": ("bulan akhirnya mendahului bulan awalnya, jadi dibaca November 2025 – Februari 2026",),
}


@pytest.mark.parametrize("text", QUIET, ids=repr)
def test_an_ordinary_spelling_gives_no_remark(text):
    """Remarks are for what a person should look at; the contract's own spellings are none."""
    assert read(text).notes == REMARKED.get(text, ())


NOTED = {
    "akhir Maret 2025": ("bulan 1/3–31/3: 31/3", "akhir"),
    "awal Maret 2025": ("bulan 1/3–31/3: 31/3", "awal"),
    "paling lambat 31 Maret 2025": ("tanggal 31/3–31/3: 31/3", "paling lambat"),
    "Selambat-lambatnya 31 Maret 2025": ("tanggal 31/3–31/3: 31/3", "Selambat lambatnya"),
    "ditargetkan selesai Maret 2025": ("bulan 1/3–31/3: 31/3", "ditargetkan selesai"),
    "Laporan ke provinsi, Maret 2025": ("bulan 1/3–31/3: 31/3", "Laporan ke provinsi"),
    "1 dokumen, Maret 2025": ("bulan 1/3–31/3: 31/3", "1 dokumen"),
    "2 kali (Juni dan Desember 2025)": ("daftar 1/6–31/12: 30/6 31/12", "2 kali"),
    "31 Maret 2025 pukul 09.00 WIB": ("tanggal 31/3–31/3: 31/3", "pukul 09.00 WIB"),
    "LAKIP 2024: Februari 2025": ("bulan 1/2–28/2: 28/2", "LAKIP 2024"),
    "setiap Maret": ("bulan 1/3–31/3: 31/3", "setiap"),
    "awal Januari – akhir Desember 2025": ("rentang 1/1–31/12: 31/12", "awal akhir"),
    "rapat bulanan Maret 2025": ("bulan 1/3–31/3: 31/3", "rapat bulanan"),
    "dilaksanakan tahun 2025": ("rentang 1/1–31/12: 31/12", "dilaksanakan"),
    "monev setiap triwulan": (f"berkala 1/1–31/12: {QUARTERS}", "monev"),
    "Setiap triwulan I": ("periode 1/1–31/3: 31/3", "Setiap"),
    "setiap semester 1 dan 2": (whole_year("periode", "30/6 31/12"), "setiap"),
    "setiap triwulan 2 dokumen": (whole_year("berkala", QUARTERS), "2 dokumen"),
    "setiap bulan paling lambat tanggal 10": (
        whole_year("berkala", " ".join(f"10/{month}" for month in range(1, 13))),
        "paling lambat",
    ),
    "rapat ke-2 Maret 2025": ("bulan 1/3–31/3: 31/3", "rapat ke-2"),
    "TW I, rapat ke-2": ("periode 1/1–31/3: 31/3", "rapat ke-2"),
    "TW I (laporan), II": ("periode 1/1–30/6: 31/3 30/6", "laporan"),
    "Maret 2025 rapat-rapat": ("bulan 1/3–31/3: 31/3", "rapat rapat"),
    "diundur ke Juni 2025": ("bulan 1/6–30/6: 30/6", "diundur ke"),
    "Jan-25 laporan": ("bulan 1/1–31/1: 31/1", "laporan"),
    "capaian 100\n% Maret 2025": ("bulan 1/3–31/3: 31/3", "capaian 100 %"),
    "Laporan - Maret 2025": ("bulan 1/3–31/3: 31/3", "Laporan"),
    "(Laporan Januari – Maret 2025)": ("rentang 1/1–31/3: 31/3", "Laporan"),
    "Rapat - Maret, Evaluasi - Juni 2025": ("daftar 1/3–30/6: 31/3 30/6", "Rapat Evaluasi"),
    "Maret 2025 Rapat\nJuni 2025 Evaluasi": ("daftar 1/3–30/6: 31/3 30/6", "Rapat Evaluasi"),
}


@pytest.mark.parametrize(("text", "expected", "prose"), [(text, *rest) for text, rest in NOTED.items()], ids=repr)
def test_one_time_with_prose_around_it_is_read_with_a_remark(text, expected, prose):
    """The remark quotes what stands around the time."""
    target = read(text)
    assert shown(target) == expected
    assert target.notes == (f"ada kata lain di sekitar waktunya: “{prose}”",)


DECIDED = {
    "November – Februari 2025": (
        "rentang 1/11/2024–28/2: 28/2",
        "bulan akhirnya mendahului bulan awalnya, jadi dibaca November 2024 – Februari 2025",
    ),
    "Mei/Juni 2025": ("daftar 1/5–30/6: 31/5 30/6", "tanda “/” di antara waktu dibaca sebagai daftar"),
    "Maret 25": ("bulan 1/3–31/3: 31/3", "tahun “25” dibaca 2025"),
    "s.d. Desember 2025": ("bulan 1/12–31/12: 31/12", "awalnya tidak disebut; yang dihitung hanya akhirnya"),
    "akhir tahun 2025": ("bulan 1/12–31/12: 31/12", "“akhir tahun” dibaca bulan Desember"),
    "akhir 2025": ("bulan 1/12–31/12: 31/12", "“akhir tahun” dibaca bulan Desember"),
    "Januari s.d. akhir 2025": ("rentang 1/1–31/12: 31/12", "“akhir tahun” dibaca bulan Desember"),
    "Januari – akhir tahun 2025": ("rentang 1/1–31/12: 31/12", "“akhir tahun” dibaca bulan Desember"),
    "Triwulan I (Januari, Februari, Maret)": (
        "periode 1/1–31/3: 31/3",
        "yang di dalam kurung dibaca sebagai keterangan; jatuh temponya 31 Maret 2025",
    ),
    "Semester I (TW I dan TW II) 2025": (
        "periode 1/1–30/6: 30/6",
        "yang di dalam kurung dibaca sebagai keterangan; jatuh temponya 30 Juni 2025",
    ),
    "Januari–Maret 2025, Juli–September 2025": (
        "daftar 1/1–30/9: 31/3 30/9",
        "menyebut beberapa rentang; masing-masing dihitung jatuh tempo pada akhirnya",
    ),
    "Maret, Maret, Juni 2025": ("daftar 1/3–30/6: 31/3 30/6", "Maret 2025 tertulis dua kali"),
    "TW I, II, II 2025": ("periode 1/1–30/6: 31/3 30/6", "triwulan II 2025 tertulis dua kali"),
}


@pytest.mark.parametrize(("text", "expected", "note"), [(text, *rest) for text, rest in DECIDED.items()], ids=repr)
def test_what_had_to_be_decided_is_said(text, expected, note):
    """Where a text could be read in two ways, the remark says in which it was."""
    target = read(text)
    assert shown(target) == expected
    assert target.notes == (note,)


@pytest.mark.parametrize(
    ("text", "in_order"),
    [
        ("Desember, Maret 2025", False),
        ("Maret, Desember 2025", True),
        ("Maret 2025", True),
        ("TW II, TW I 2025", False),
        ("Desember 2025, Maret 2026", True),
    ],
)
def test_a_list_out_of_order_is_sorted_and_told(text, in_order):
    """As data: whoever reads the months done of a list does not mind, ZI604 does."""
    target = read(text)
    assert target.in_order == in_order
    assert list(target.jadwal.tonggak) == sorted(target.jadwal.tonggak)
    assert target.notes == ()


@pytest.mark.parametrize(
    ("text", "overwritten"),
    [
        ("Tercapai 4 Januari 2021", True),
        ("Sudah selesai Maret 2025", True),
        ("75%", True),
        ("✔", True),
        ("31 Juni 2021", False),
        ("-", False),
        ("ditargetkan selesai Maret 2025", False),
        ("Belum ditentukan", False),
        ("Belum selesai", True),
        ("Maret 2025 - selesai", False),
    ],
)
def test_a_realisasi_in_place_of_a_target_is_told_as_data(text, overwritten):
    """ZI603 tells it from what merely can't be read (ZI602)."""
    assert read(text).overwritten == overwritten


UNREADABLE = {
    "": "kosong",
    None: "kosong",
    " \n\u00a0": "kosong",
    "-": "hanya berisi “-”",
    "–": "hanya berisi “–”",
    "...": "hanya berisi “...”",
    "-\n-": "hanya berisi “- -”",
    "Dilaksanakan oleh tim": "tidak menyebut waktu",
    "berkala": "tidak menyebut waktu",
    "12 bulan": "tidak menyebut waktu",
    "31 Juni 2021": "tanggal 31 Juni 2021 tidak ada; Juni 2021 berakhir pada tanggal 30",
    "29 Februari 2025": "tanggal 29 Februari 2025 tidak ada; Februari 2025 berakhir pada tanggal 28",
    "31/06/2025": "tanggal 31 Juni 2025 tidak ada; Juni 2025 berakhir pada tanggal 30",
    "31/13/2025": "menyebut bulan ke-13, padahal setahun hanya 12 bulan",
    "13/2025": "“13/2025” bukan bulan dan tahun",
    "0 Maret 2025": "tanggal 0 Maret 2025 tidak ada; Maret 2025 berakhir pada tanggal 31",
    "TW V": "menyebut triwulan 5, padahal setahun hanya memiliki 4 triwulan",
    "Semester 3": "menyebut semester 3, padahal setahun hanya memiliki 2 semester",
    "B13": "menyebut B13, padahal yang ada B01 sampai B12",
    "B03 – B07": "B03 2025 – B07 2025 tidak menyebut bulan pengukuran di antaranya",
    "Triwulan": "tidak menyebut triwulan yang mana",
    "Triwulan 2025": "tidak menyebut triwulan yang mana",
    "III/2025": "“III” tidak jelas bulan atau triwulan yang mana",
    "awal tahun 2025": "“awal tahun” tidak menyebut bulannya",
    "Dokumen 2025": "menyebut 2025 di tengah kata lain, bukan sebagai waktu",
    "Tercapai 4 Januari 2021": ("tampaknya realisasi yang tertulis di kolom target; yang terbaca: 4 Januari 2021"),
    "Sudah selesai Maret 2025": "tampaknya realisasi yang tertulis di kolom target; yang terbaca: Maret 2025",
    "75%": "tampaknya realisasi yang tertulis di kolom target",
    "selesai": "tampaknya realisasi yang tertulis di kolom target",
    "✔": "tampaknya realisasi yang tertulis di kolom target",
    "Desmber 2025": "bulan “Desmber” tidak dikenal; mungkin Desember",
    "Agsutus 2025": "bulan “Agsutus” tidak dikenal; mungkin Agustus",
    "Februari 2025 dan setiap bulan": "menyebut waktu yang bertentangan: Februari 2025 dan setiap bulan",
    "Februari 2025, Januari – Desember 2025": (
        "menyebut waktu yang bertentangan: Februari 2025 dan Januari 2025 – Desember 2025"
    ),
    "per semester/per triwulan": "menyebut beberapa perulangan: setiap semester dan setiap triwulan",
    "Desember 2025 jika ada perubahan": "menyebut “jika ada” atau sejenisnya dan juga Desember 2025",
    "setiap bulan jika ada": "menyebut “jika ada” atau sejenisnya dan juga setiap bulan",
    "Maret atau April 2025": "menyebut pilihan (“atau”); tulis satu waktu saja",
    "Maret dan/atau April 2025": "menyebut pilihan (“atau”); tulis satu waktu saja",
    "Maret - Juni - September 2025": (
        "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar"
    ),
    "Januari ... Desember 2025": "tidak jelas menyebut daftar atau rentang; pakai koma, “dan”, atau “s.d.”",
    "Desember 2025 – Maret 2025": "akhirnya mendahului awalnya: Desember 2025 – Maret 2025",
    "mulai Maret 2025": "hanya menyebut “mulai”; tulis waktu jatuh temponya",
    "sejak tahun 2020": "hanya menyebut “sejak”; tulis waktu jatuh temponya",
    "sebelum Maret 2025": "hanya menyebut “sebelum”; tulis waktu jatuh temponya",
    "Januari 2025 s.d. selesai": "tidak menyebut akhirnya, hanya “selesai”",
    "Januari 2025 sampai": "tidak menyebut akhirnya",
    "Maret 2025 -": "tidak menyebut akhirnya",
    "Maret 2025 - selesai": "tidak menyebut akhirnya, hanya “selesai”",
    "Maret 2025 - Laporan": "tidak menyebut akhirnya, hanya “Laporan”",
    "Januari - Xyz 2025": "tidak menyebut akhirnya, hanya “Xyz”",
    "Januari s.d. Xyz 2025": "tidak menyebut akhirnya, hanya “Xyz 2025”",
    "Januari s.d. Xyz, Maret 2025": "tidak menyebut akhirnya, hanya “Xyz”",
    "Januari s.d. 2025": "tidak menyebut akhirnya, hanya “2025”",
    "Januari s.d. pertengahan 2025": "“pertengahan tahun” tidak menyebut bulannya",
    "Rapat Maret, evaluasi s.d. Juni 2025": "tidak menyebut awal dari “s.d.”",
    "TW I (laporan) – II": "“II” tidak jelas bulan atau triwulan yang mana",
    "B03-B06-B12": "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar",
    "Belum ditentukan": "tidak menyebut waktu",
    "Juny 2025": "bulan “Juny” tidak dikenal; mungkin Juni",
    "sebelum 31 Maret 2025": (
        "“sebelum 31 Maret 2025” tidak jelas apakah hari itu masih termasuk; tulis “paling lambat” dengan tanggalnya"
    ),
    "setiap bulan, mulai Maret 2025": "berulang “mulai Maret 2025”, tetapi tidak menyebut sampai kapan",
    "mulai Maret 2025 setiap bulan": "berulang “mulai Maret 2025”, tetapi tidak menyebut sampai kapan",
    "semula Maret 2025 menjadi Juni 2025": "menyebut perubahan waktu (“menjadi”); tulis waktu yang berlaku saja",
    "Maret 2025 (semula Februari 2025)": "menyebut perubahan waktu (“semula”); tulis waktu yang berlaku saja",
    "Januari - 27 dokumen": "tidak menyebut akhirnya, hanya “27”",
    "semula Maret 2025, Juni 2025": "menyebut perubahan waktu (“semula”); tulis waktu yang berlaku saja",
    "Maret 2025 diundur ke Juni 2025": "menyebut perubahan waktu (“diundur”); tulis waktu yang berlaku saja",
    "Maret 2025, diundur ke 5 Juni 2025": "menyebut perubahan waktu (“diundur”); tulis waktu yang berlaku saja",
    "Januari tahun berikutnya": "“berikutnya” tidak menyebut bulannya",
    "Mar-31": "tidak menyebut akhirnya, hanya “31”",
    "Maret 55": "angka 55 tidak jelas maksudnya; yang terbaca: Maret",
    "Maret 2025 5": "angka 5 tidak jelas maksudnya; yang terbaca: Maret 2025",
    "Maret 2025, Tahun 2026": "menyebut Maret 2025 dan juga tahun 2026",
    "tahun 2024, tahun 2025": "menyebut beberapa tahun: 2024, 2025",
    "Laporan 2024 paling lambat Maret": ("menyebut tahun 2024, tetapi tidak jelas apakah itu tahun jatuh temponya"),
    "5 kali setahun": "5 kali tidak membagi setahun sama rata; sebut bulan-bulannya",
    "setiap 5 tahun": "setiap 60 bulan tidak menyebut tahunnya yang mana",
    "setiap tanggal 40": "tanggal 40 tidak ada",
    "x" * 5000: "terlalu panjang untuk sebuah waktu",
    "Maret 2025, " * 200: "menyebut 200 waktu; itu terlalu banyak untuk satu indikator",
    0.75: "berisi angka 0,75, bukan waktu",
    45747.0: "berisi angka 45747; kalau maksudnya 31 Maret 2025, beri sel itu format tanggal",
    True: "berisi TRUE atau FALSE, bukan waktu",
    float("nan"): "berisi angka nan, bukan waktu",
    float("inf"): "berisi angka inf, bukan waktu",
}


@pytest.mark.parametrize(("content", "problem"), UNREADABLE.items(), ids=[repr(content)[:50] for content in UNREADABLE])
def test_what_cannot_be_read_says_what_was_understood(content, problem):
    """Never a guess: half a sentence says what stands there and why it is no target."""
    target = read(content)
    assert target.jadwal is None
    assert target.problem == problem


@pytest.mark.parametrize(
    ("content", "day_shown", "expected"),
    [
        (date(2025, 3, 31), True, "tanggal 31/3–31/3: 31/3"),
        (date(2025, 3, 1), False, "bulan 1/3–31/3: 31/3"),
        (datetime(2025, 3, 31, 12, 30), True, "tanggal 31/3–31/3: 31/3"),  # noqa: DTZ001 - a cell has no zone
        (date(9999, 12, 31), True, "tanggal 31/12/9999–31/12/9999: 31/12/9999"),
        (date(9999, 12, 1), False, "bulan 1/12/9999–31/12/9999: 31/12/9999"),
        (date(1, 1, 1), False, "bulan 1/1/1–31/1/1: 31/1/1"),
        (2025.0, True, "rentang 1/1–31/12: 31/12"),
        (2025, True, "rentang 1/1–31/12: 31/12"),
    ],
)
def test_a_typed_cell_is_read_by_what_its_format_shows(content, day_shown, expected):
    """An Excel date is its day, or its month where the format shows no day; 2025 as a number is the year."""
    assert shown(read(content, day_shown=day_shown)) == expected
