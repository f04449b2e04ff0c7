"""Target waktu: the forms that were once read wrongly without a word, each with further members of its kind."""

from datetime import date, timedelta

import pytest
from target_texts import MONTHLY, QUARTERS, read, shown, whole_year

SEMESTERS = "30/6 31/12"
YEAR = "rentang 1/1–31/12: 31/12"
MARET = "bulan 1/3–31/3: 31/3"

COUNTS = {
    "1 (Maret 2025)": MARET,
    "1 bulan (Maret 2025)": MARET,
    "1 (satu) bulan Maret 2025": MARET,
    "2 bulan: Juni, Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "2 bulan Juni dan Desember 2025": "daftar 1/6–31/12: 30/6 31/12",
    "6 bulan (Januari - Juni 2025)": "rentang 1/1–30/6: 30/6",
    "3 bln (Jan-Mar 2025)": "rentang 1/1–31/3: 31/3",
    "12 (dua belas) bulan (Januari s.d. Desember 2025)": YEAR,
    "4 (empat) triwulan (TW I - IV 2025)": whole_year("periode", QUARTERS),
    "2 semester (Semester I dan II)": whole_year("periode", SEMESTERS),
    "2 minggu (1 - 14 Maret 2025)": "rentang 1/3–14/3: 14/3",
    "Januari - Desember 2025 (12 bulan)": YEAR,
    "Januari – Desember (setahun)": YEAR,
    "12 bulan tahun 2025": YEAR,
    "3 (Maret, Juni, September 2025)": "daftar 1/3–30/9: 31/3 30/6 30/9",
    "4 laporan (Maret, Juni, September, Desember 2025)": f"daftar 1/3–31/12: {QUARTERS}",
    "tanggal 5 bulan Maret 2025": "tanggal 5/3–5/3: 5/3",
    "31 bulan Maret 2025": "tanggal 31/3–31/3: 31/3",
}
SHORT_DATES = {
    "1/2 s.d. 31/3/2025": "rentang 1/2–31/3: 31/3",
    "01/07 s/d 30/11/2025": "rentang 1/7–30/11: 30/11",
    "1/10 sampai 31/12/2025": "rentang 1/10–31/12: 31/12",
    "1/2 - 31/3/2025": "rentang 1/2–31/3: 31/3",
    "1/2–31/3/2025": "rentang 1/2–31/3: 31/3",
    "1-2 s.d. 31-3-2025": "rentang 1/2–31/3: 31/3",
    "1/11 hingga 31/1/2026": "rentang 1/11–31/1/2026: 31/1/2026",
    "1/2 s.d. 31/3 tahun 2025": "rentang 1/2–31/3: 31/3",
    "1/2, 1/3 dan 1/4/2025": "daftar 1/2–1/4: 1/2 1/3 1/4",
    "1-5/3/2025": "rentang 1/3–5/3: 5/3",
}
MONTH_NUMBERS = {
    "IX/2025": "bulan 1/9–30/9: 30/9",
    "VII-2025": "bulan 1/7–31/7: 31/7",
    "X/2025": "bulan 1/10–31/10: 31/10",
    "XII 2025": "bulan 1/12–31/12: 31/12",
    "VII - IX/2025": "rentang 1/7–30/9: 30/9",
    "Bulan 3 Tahun 2025": MARET,
    "Bulan 9 2025": "bulan 1/9–30/9: 30/9",
    "bulan 1 s.d. 3 tahun 2025": "rentang 1/1–31/3: 31/3",
    "bulan 3, 6, 9 dan 12 2025": f"daftar 1/3–31/12: {QUARTERS}",
    "bulan 3/2025": MARET,
    "bulan X tahun 2025": "bulan 1/10–31/10: 31/10",
    "Bulan ke-3": MARET,
    "bulan ke-1 s.d. ke-6": "rentang 1/1–30/6: 30/6",
    "bulan kedua belas": "bulan 1/12–31/12: 31/12",
    "Bulan 3\n6\n9": "daftar 1/3–30/9: 31/3 30/6 30/9",
}
PER_PERIOD = {
    "triwulan 1 kali": whole_year("berkala", QUARTERS),
    "semester 2 kali": whole_year("berkala", QUARTERS),
    "TW 1x": whole_year("berkala", QUARTERS),
    "Triwulan 1 x setahun": whole_year("berkala", QUARTERS),
    "triwulan 4 kali setahun": whole_year("berkala", QUARTERS),
    "1x/triwulan": whole_year("berkala", QUARTERS),
    "setiap semester 2 kali": whole_year("berkala", QUARTERS),
    "3 bulan 1 kali": whole_year("berkala", QUARTERS),
    "semester 1 kali": whole_year("berkala", SEMESTERS),
    "setahun 2 kali": whole_year("berkala", SEMESTERS),
    "sebulan 1x": whole_year("berkala", MONTHLY),
}
DURATIONS = {
    "1 Januari 2025 selama 3 bulan": "rentang 1/1–31/3: 31/3",
    "1 Maret 2025, 30 hari": "rentang 1/3–30/3: 30/3",
    "Januari 2025 selama 6 bulan": "rentang 1/1–30/6: 30/6",
    "mulai 1 Januari 2025 selama 3 bulan": "rentang 1/1–31/3: 31/3",
    "3 bulan sejak 1 Januari 2025": "rentang 1/1–31/3: 31/3",
    "Januari 2025 (6 bulan)": "rentang 1/1–30/6: 30/6",
    "1 Maret 2025 selama 2 minggu": "rentang 1/3–14/3: 14/3",
    "15 Maret 2025 selama 1 bulan": "rentang 15/3–14/4: 14/4",
    "31 Januari 2025 selama 1 bulan": "rentang 31/1–28/2: 28/2",
    "Juli 2025 selama 1 semester": "rentang 1/7–31/12: 31/12",
    "Maret 2025 selama 1 bulan": MARET,
}
NUMBERS_WITH_YEAR = {
    "Semester 1/2025": "periode 1/1–30/6: 30/6",
    "Triwulan 3/2025": "periode 1/7–30/9: 30/9",
    "TW 2/2025": "periode 1/4–30/6: 30/6",
    "Triwulan 1 s.d 4/2025": whole_year("periode", QUARTERS),
    "TW 1-4/2025": whole_year("periode", QUARTERS),
    "TW 1, 2 dan 3/2025": "periode 1/1–30/9: 31/3 30/6 30/9",
    "TW 1/2025, 2/2025": "periode 1/1–30/6: 31/3 30/6",
    "Triwulan: 3 / 2025": "periode 1/7–30/9: 30/9",
    "TW 3-2025": "periode 1/7–30/9: 30/9",
    "Triwulan ke-3/2025": "periode 1/7–30/9: 30/9",
    "cawu 3/2025": "periode 1/9–31/12: 31/12",
    "QII 2025": "periode 1/4–30/6: 30/6",
    "TW I\nII\n3": "periode 1/1–30/9: 31/3 30/6 30/9",
    "triwulan ke-2": "periode 1/4–30/6: 30/6",
    "triwulan pertama": "periode 1/1–31/3: 31/3",
    "semester kedua": "periode 1/7–31/12: 31/12",
}
WEEKS = {
    "Minggu II Maret 2025": "rentang 8/3–14/3: 14/3",
    "Minggu ke-2 Maret 2025": "rentang 8/3–14/3: 14/3",
    "Minggu I-II Maret 2025": "rentang 1/3–14/3: 14/3",
    "M2 Maret 2025": "rentang 8/3–14/3: 14/3",
    "Minggu ke-4 Maret 2025": "rentang 22/3–31/3: 31/3",
    "Minggu I - IV Mei 2025": "rentang 1/5–31/5: 31/5",
    "minggu pertama bulan Maret": "rentang 1/3–7/3: 7/3",
    "minggu terakhir Februari 2024": "rentang 22/2/2024–29/2/2024: 29/2/2024",
    "pekan ke-2 dan ke-3 Juni 2025": "daftar 8/6–21/6: 14/6 21/6",
    "Maret 2025, minggu ke-3": "rentang 15/3–21/3: 21/3",
    "Maret (minggu II) 2025": "rentang 8/3–14/3: 14/3",
    "Minggu 3 Maret 2025": "rentang 15/3–21/3: 21/3",  # the 3rd is no Sunday
    "Minggu I Januari - Minggu IV Desember 2025": "rentang 1/1–31/12: 31/12",
}
WEEKDAY_OF_DATE = {
    "Senin, 31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "31 Maret 2025 (Senin)": "tanggal 31/3–31/3: 31/3",
    "hari Senin tanggal 31 Maret 2025": "tanggal 31/3–31/3: 31/3",
    "Minggu, 30 Maret 2025": "tanggal 30/3–30/3: 30/3",
    "Minggu 30 Maret 2025": "tanggal 30/3–30/3: 30/3",
    "Senin, 3 Maret - Jumat, 7 Maret 2025": "rentang 3/3–7/3: 7/3",
    "Setiap Senin bulan Maret 2025": "berkala 1/3–31/3: 3/3 10/3 17/3 24/3 31/3",
}
ANNOTATED = {
    "Maret (Semester I)": MARET,
    "Februari 2025 (TW I)": "bulan 1/2–28/2: 28/2",
    "15 Maret 2025 (Semester I)": "tanggal 15/3–15/3: 15/3",
    "Maret dan Juni 2025 (Semester I)": "daftar 1/3–30/6: 31/3 30/6",
    "Februari (TW I) dan Mei (TW II) 2025": "daftar 1/2–31/5: 28/2 31/5",
    "Januari - Maret 2025 (Semester I)": "rentang 1/1–31/3: 31/3",
    "TW I (Januari - Maret 2025)": "periode 1/1–31/3: 31/3",
}
ALWAYS = dict.fromkeys(
    [
        "berkelanjutan",
        "secara berkelanjutan",
        "terus menerus",
        "terus-menerus",
        "sepanjang waktu",
        "on going",
        "ongoing",
        "Berkelanjutan tahun 2025",
    ],
    YEAR,
)
DASHES = {f"22 April 2025{dash}3 Mei 2025": "rentang 22/4–3/5: 3/5" for dash in "-–—‒―−‐‑⸺⁃﹘﹣－~"} | {
    "1 Maret 2025-5 Juni 2025": "rentang 1/3–5/6: 5/6",
    "07 Juni 2025–07-07-2025": "rentang 7/6–7/7: 7/7",
    "2025-05-02-2025-07-10": "rentang 2/5–10/7: 10/7",
    "06.09.2025–13-09-2025": "rentang 6/9–13/9: 13/9",
}
NUMBERED = {
    "Bulan 1) Januari\n2) November": "daftar 1/1–30/11: 31/1 30/11",
    "1)\nMei\n2)\nJuni 2025": "daftar 1/5–30/6: 31/5 30/6",
    "Laporan 1. Juli\n2. September 2025": "daftar 1/7–30/9: 31/7 30/9",
    "Bulan - Maret\n- Juni 2025": "daftar 1/3–30/6: 31/3 30/6",
    "\u200eMaret\u200b 2025\u2060": MARET,
}
FORMS = (
    COUNTS,
    SHORT_DATES,
    MONTH_NUMBERS,
    PER_PERIOD,
    DURATIONS,
    NUMBERS_WITH_YEAR,
    WEEKS,
    WEEKDAY_OF_DATE,
    ANNOTATED,
    ALWAYS,
    DASHES,
    NUMBERED,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=repr(text)) for form in FORMS for text, expected in form.items()],
)
def test_each_form_is_read(text, expected):
    """Kind, first and last day, and the tonggak."""
    assert shown(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("Setiap hari Senin", {0}),
        ("Setiap Senin", {0}),
        ("setiap hari Senin dan Kamis", {0, 3}),
        ("Senin dan Kamis", {0, 3}),
        ("tiap Senin, Rabu, Jum’at", {0, 2, 4}),
        ("setiap hari Senin s.d. Jumat", {0, 1, 2, 3, 4}),
        ("setiap hari kerja", {0, 1, 2, 3, 4}),
        ("setiap hari Minggu", {6}),
        ("setiap minggu pada hari Sabtu", {5}),
    ],
)
def test_a_weekday_recurs_weekly_on_that_day(text, weekdays):
    """Each such day of the plan's year."""
    year = [date(2025, 1, 1) + timedelta(day) for day in range(365)]
    jadwal = read(text).jadwal
    assert jadwal
    assert jadwal.tonggak == tuple(day for day in year if day.weekday() in weekdays)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Setiap tanggal 1 dan 15", (1, 15)),
        ("tiap tgl 10 dan tgl 20", (10, 20)),
        ("setiap tanggal 5, 15 dan 25", (5, 15, 25)),
        ("tanggal 1 dan 15 setiap bulan", (1, 15)),
        ("setiap bulan tanggal 1 & 15", (1, 15)),
    ],
)
def test_several_days_of_each_month(text, days):
    """Each of them in each month of the plan's year."""
    jadwal = read(text).jadwal
    assert jadwal
    assert jadwal.tonggak == tuple(date(2025, month, day) for month in range(1, 13) for day in days)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1 Maret 2025, 30 hari", "30 hari dihitung sejak 1 Maret 2025"),
        ("berkelanjutan", "“berkelanjutan” dibaca sepanjang tahun 2025"),
        ("terus-menerus", "“terus-menerus” dibaca sepanjang tahun 2025"),
        ("Maret (Semester I)", "semester I di dalam kurung dibaca sebagai keterangan, karena mencakup waktunya"),
        ("1 (Maret 2025)", "ada kata lain di sekitar waktunya: “1”"),
    ],
)
def test_what_a_form_leaves_to_judge_is_said(text, note):
    """One remark, in plain words."""
    assert read(text).notes == (note,)


LEFT_OVER = {
    "3/2025 Triwulan": "tidak menyebut triwulan yang mana; yang terbaca: Maret 2025",
    "laporan triwulan, Maret 2025": "tidak menyebut triwulan yang mana; yang terbaca: Maret 2025",
    "Maret 2025 Senin": "“Senin” tidak jelas maksudnya; yang terbaca: Maret 2025",
    "Maret 2025, 7": "angka 7 tidak jelas maksudnya; yang terbaca: Maret 2025",
    "TW I 2025 rapat\n4": "angka 4 tidak jelas maksudnya; yang terbaca: triwulan I 2025",
    "Maret 2025 II": "“II” tidak jelas bulan atau triwulan yang mana; yang terbaca: Maret 2025",
    "Maret 2025 3 hari kerja": "angka 3 tidak jelas maksudnya; yang terbaca: Maret 2025",
    "setiap minggu ke-2": "“minggu ke-2” tidak menyebut bulannya",
    "Maret minggu II April": "“minggu II” tidak jelas minggu dari bulan yang mana",
    "Minggu V Maret 2025": "menyebut minggu ke-5, padahal minggu ke-4 berlangsung sampai akhir bulan",
    "Minggu 2 Maret 2025": "“Minggu 2” dapat berarti hari Minggu atau minggu ke-2; tulis tanggalnya saja",
    "Selasa, 31 Maret 2025": "31 Maret 2025 jatuh pada hari Senin, bukan Selasa",
    "12 bulan (Januari - Juni 2025)": "“12 bulan” tidak cocok dengan waktunya; yang terbaca: Januari 2025 – Juni 2025",
    "5 bulan Maret 2025": "“5 bulan” tidak cocok dengan waktunya; yang terbaca: Maret 2025",
    "3 bulan tahun 2025": "“3 bulan” tidak cocok dengan waktunya; yang terbaca: Januari 2025 – Desember 2025",
    "30 hari setelah 1 Maret 2025": "hanya menyebut “setelah”; tulis waktu jatuh temponya",
    "setiap bulan 2 kali": "2 kali tidak membagi 1 bulan sama rata; sebut bulan-bulannya",
    "setiap tanggal 1 s.d. 5": "berulang tanggal 1 sampai 5; tulis tanggal jatuh temponya",
    "setiap awal bulan": "tidak menyebut bulan yang mana",
    "Maret dan Juni tahun 2025 dan 2026": "menyebut Maret 2025, Juni 2025 dan juga tahun 2026",
    "Maret sepanjang tahun": "menyebut waktu yang bertentangan: Maret 2025 dan sepanjang tahun",
    "NOMOR 31 TAHUN 2025": "angka 31 tidak jelas maksudnya",
    "Maret 2025-5": "tidak menyebut akhirnya, hanya “5”",
    "Maret 1-5-2025": "“Maret 1-5-2025” tidak jelas maksudnya",
    "Laporan III/2025": "“III” tidak jelas bulan atau triwulan yang mana",
    "Maret (TW II)": "menyebut waktu yang bertentangan: Maret 2025 dan April 2025 – Juni 2025",
}


@pytest.mark.parametrize(("text", "problem"), LEFT_OVER.items(), ids=map(repr, LEFT_OVER))
def test_what_is_left_over_and_could_be_a_time_makes_a_text_unreadable(text, problem):
    """The sentence says what was left over, or contradicts, and what was understood."""
    target = read(text)
    assert target.jadwal is None
    assert target.problem == problem


def test_a_year_of_four_digits_is_that_year():
    """0001 is not 2001."""
    assert shown(read("31/03/0001")) == "tanggal 31/3/1–31/3/1: 31/3/1"
    assert shown(read("31/03/01")) == "tanggal 31/3/2001–31/3/2001: 31/3/2001"
