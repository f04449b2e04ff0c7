"""Which year is the plan's: the evidence of titles, headers, targets and names, weighed in one place."""

from collections import Counter

import pytest

from zi_excel.plan.plan_year import Evidence, Told, weigh, without_documents, year_of_title

PLAN = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["RENCANA AKSI", "KPU KOTA SURAKARTA TAHUN 2025"], 2025),
        (["NOMOR 31 TAHUN 2024", "RENCANA AKSI TAHUN 2025"], 2025),
        (["RENCANA AKSI TAHUN 2025", "LAMPIRAN KEPUTUSAN NOMOR 31 TAHUN 2024"], 2025),
        (["NOMOR 31 TAHUN 2024"], None),
        (["RENCANA AKSI TA 2026"], 2026),
        (["RENCANA AKSI T.A. 2026"], 2026),
        (["RENCANA AKSI TAHUN ANGGARAN 2026"], 2026),
        (["RENCANA AKSI 2026"], 2026),
        (["Rencana Aksi", "Telepon 0271202520"], None),
        ([], None),
        (["RENCANA AKSI", "PEMBANGUNAN ZONA INTEGRITAS", "TAHUN 2025"], 2025),
        (["RENCANA AKSI", "TAHUN ANGGARAN : 2025"], 2025),
        (["RENCANA KERJA ZI MENUJU WBK", "2025"], 2025),
        (["Matriks Renaksi ZI", "Periode: 2025"], 2025),
        (["KEPUTUSAN KPU KOTA SURAKARTA", "NOMOR 31", "TAHUN 2024", PLAN, "TAHUN 2025"], 2025),
    ],
)
def test_the_title_says_the_year(lines, year):
    """Beside the plan's words, on a line of its own, called a year or not."""
    assert year_of_title(lines) == year


BESIDE = [
    "Dicetak 05-01-2026", "Dicetak pada 5 Januari 2026", "Dicetak: Januari 2026", "Tanggal cetak 05/01/2026",
    "Per 5 Januari 2026", "per Januari 2026", "Surakarta, 5 Januari 2026", "Surakarta, Januari 2026",
    "Kota Surakarta,   5 Jan. 2026", "2026-01-05", "05.01.2026", "5/1/26", "Update: 12 Feb 2026",
    "Update terakhir 2026",
    "Diperbarui 3 Maret 2026", "Revisi 2 Januari 2026", "Revisi 2026",
    "Ditetapkan di Surakarta pada tanggal 2 Januari 2026",
    "Kondisi s.d. 31 Desember 2026", "Posisi Desember 2026", "Status per akhir Januari 2026", "January 5, 2026",
    "Diunduh 2026.01.05", "Versi 2026",
    "Nomor: 31/PR.02/3372/2024", "No. 12/ORT/2024", "Nomor 12/ORT/2024", "SK No. 31 Tahun 2024", "B-12/KPU-Kot/I/2024",
    "800.1 / 123 / 2024", "Keputusan KPU Kota Surakarta Nomor 31 Tahun 2024", "NOMOR : 31 TAHUN 2024", "SK Kepala 2024",
    "Lampiran Keputusan Sekretaris Tahun 2024", "Lampiran I Surat Edaran Nomor 5 Tahun 2024",
    "Peraturan Menteri PANRB Nomor 90 Tahun 2021", "PermenPANRB 90 Tahun 2021", "UU Nomor 7 Tahun 2017",
    "LHE Tahun 2024", "Tindak lanjut LHE Tahun 2024", "LHE AKIP 2024", "LAKIP 2024", "LKjIP Tahun 2024",
    "Renstra 2025-2029",
    "Rencana Strategis 2020 - 2024", "RPJMN 2020-2024", "DIPA Tahun Anggaran 2024", "Perjanjian Kinerja 2024",
    "Hasil Evaluasi Tahun 2024", "Berdasarkan hasil penilaian tahun 2024", "Mengacu Renstra KPU Tahun 2020-2024",
]  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("title", [f"{PLAN} 2025", f"{PLAN} TAHUN 2025"])
def test_what_stands_beside_the_title_is_no_candidate(title, beside):
    """A day, a letter's number, another document's year: above or below the title, or behind it on the same line."""
    for lines in ([title, beside], [beside, title], [title, "KPU KOTA SURAKARTA", beside], [f"{title} ({beside})"]):
        weighed = weigh(Evidence(lines))
        assert (weighed.year, dict(weighed.rivals)) == (2025, {}), lines


@pytest.mark.parametrize("beside", BESIDE)
def test_it_says_no_year_where_the_title_says_none(beside):
    """Then the targets do."""
    weighed = weigh(Evidence([PLAN, beside], targets=Counter({2023: 2})))
    assert (weighed.year, weighed.named) == (2023, False)


@pytest.mark.parametrize(
    ("lines", "targets", "year", "rivals"),
    [
        ([f"{PLAN} 2025", "KPU KOTA SURAKARTA TAHUN 2026"], {}, 2025, {2026}),
        ([f"{PLAN} TAHUN 2025", "Bagian Umum 2024"], {}, 2025, {2024}),
        ([f"{PLAN} TAHUN 2025 DAN TAHUN 2026"], {}, 2025, {2026}),
        ([f"{PLAN} TAHUN 2025 DAN TAHUN 2026"], {2026: 3}, 2026, {2025}),
        ([f"{PLAN} TAHUN 2024"], {2025: 3}, 2024, {2025}),
        ([f"{PLAN} TAHUN 2024"], {2025: 3, 2024: 1}, 2024, set()),
        ([f"{PLAN} TAHUN 2024"], {2025: 1}, 2024, set()),
        ([f"{PLAN} TAHUN 2025", "TAHUN 2025"], {}, 2025, set()),
    ],
)
def test_competing_years_are_named(lines, targets, year, rivals):
    """The strongest counts, of equals the one that targets name; the others are told of."""
    weighed = weigh(Evidence(lines, targets=targets))
    assert (weighed.year, set(weighed.rivals)) == (year, rivals)


@pytest.mark.parametrize(
    ("evidence", "year", "why", "named"),
    [
        (Evidence([f"{PLAN} 2025"], told=Told(given=2031)), 2031, "pengaturan", True),
        (Evidence([f"{PLAN} 2025"], ["TARGET 2026"]), 2025, "judul “RENCANA AKSI", True),
        (Evidence([PLAN], ["TARGET WAKTU TAHUN 2026"]), 2026, "judul kolom", True),
        (Evidence([PLAN], targets={2026: 1}, told=Told(recorded=2025)), 2025, "catatan penetapan", True),
        (Evidence([f"{PLAN} 2025"], told=Told(recorded=2024)), 2025, "judul “RENCANA AKSI", True),
        (Evidence([PLAN], targets={2026: 1, 2025: 1}), 2026, "TARGET WAKTU", False),
        (Evidence([PLAN], sheet="Matriks 2027"), 2027, "nama lembar", False),
        (Evidence([PLAN], others={2027: 2, 2028: 1}), 2027, "kolom lain", False),
        (Evidence([PLAN, "LHE Tahun 2024"]), 2024, "bukan tahun rencana", False),
    ],
)
def test_it_says_why(evidence, year, why, named):
    """Setting, title, header, targets, sheet, other columns; what is no evidence last, as a guess."""
    weighed = weigh(evidence)
    assert (weighed.year, weighed.named) == (year, named)
    assert why in weighed.why


def test_the_record_competes_and_decides():
    """It is told of where the title says another year; of two that a title names equally it chooses."""
    assert weigh(Evidence([f"{PLAN} 2025"], told=Told(recorded=2024))).rivals == {2024: "catatan penetapan"}
    both = [f"{PLAN} TAHUN 2026", f"{PLAN} TAHUN 2025"]
    assert {weigh(Evidence(both, told=Told(recorded=year))).year for year in (2025, 2026)} == {2025, 2026}
    rivals = weigh(Evidence([PLAN], targets={2026: 2}, told=Told(recorded=2025))).rivals
    assert rivals == {2026: "kolom TARGET WAKTU"}


def test_nothing_says_nothing():
    """A year is never made up."""
    assert weigh(Evidence([PLAN])) is None


def test_letters_without_end_take_no_time():
    """A word of half a million letters: with the square of them this would not end."""
    assert without_documents("A" * 500_000 + "2025") == "A" * 500_000 + "2025"
