"""The lines of a weekly run, for log and terminal."""

from datetime import date, datetime
from pathlib import Path

import pytest

from zi_excel.clock import JAKARTA
from zi_excel.settings.settings import Mingguan
from zi_excel.weekly.books import Missed
from zi_excel.weekly.outcome import BookOutcome, Fate, ReportFate, ReportOutcome, RunOutcome
from zi_excel.weekly.wording import book_line, died_line, end_line, report_line, waiting_line

BOOK, REPORT = Path("buku.xlsx"), Path("laporan.xlsx")
PER = date(2025, 11, 24)
BEGUN = datetime(2025, 11, 24, 6, tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (
            BookOutcome(BOOK, Fate.DISEGARKAN, 1, PER, findings=(), backup=Path("c.xlsx")),
            "'buku.xlsx': tab Monev disegarkan per 24 November 2025; 0 galat, 0 peringatan, 0 info; cadangan 'c.xlsx'",
        ),
        (
            BookOutcome(BOOK, Fate.MUTAKHIR, 1, PER),
            "'buku.xlsx': tab Monev sudah mutakhir per 24 November 2025, tidak ada yang ditulis",
        ),
        (
            BookOutcome(BOOK, Fate.TERPAKAI, 25, message="sedang dibuka."),
            "'buku.xlsx': TIDAK disegarkan (25 kali dicoba): sedang dibuka",
        ),
    ],
)
def test_what_became_of_a_workbook(outcome, line):
    """On one line; of a failure its sentence and how often it was tried."""
    assert book_line(outcome) == line


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (ReportOutcome(REPORT, ReportFate.MUTAKHIR, 1), "'laporan.xlsx': laporan sudah mutakhir"),
        (
            ReportOutcome(REPORT, ReportFate.DITULIS, 1, backup=Path("c.xlsx"), left=2),
            (
                "'laporan.xlsx': laporan ditulis; 2 catatan evaluator tidak cocok lagi, lihat lembar Catatan Lama di "
                "dalamnya; yang sebelumnya 'c.xlsx'"
            ),
        ),
        (
            ReportOutcome(REPORT, ReportFate.GAGAL, 1, "foldernya tidak ada."),
            "'laporan.xlsx': laporan TIDAK ditulis (1 kali dicoba): foldernya tidak ada",
        ),
    ],
)
def test_what_became_of_a_report(outcome, line):
    """Likewise; notes that no longer fit are counted."""
    assert report_line(outcome) == line


@pytest.mark.parametrize(
    ("weekly", "words"),
    [
        (Mingguan(), "(ditunggu: sampai 120 menit, dicoba lagi setiap 5 menit)"),
        (Mingguan(tunggu_menit=0), "(ditunggu: tidak, menurut pengaturan)"),
        (Mingguan(jeda_menit=0.5), "(ditunggu: sampai 120 menit, dicoba lagi setiap 0,5 menit)"),
    ],
)
def test_how_long_an_open_workbook_is_waited_for(weekly, words):
    """After the sentence that says who has it open."""
    assert waiting_line("sedang dibuka.", weekly) == f"sedang dibuka {words}"


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (RunOutcome(BOOK, BEGUN), "Selesai, kode keluar 0: tidak ada buku kerja"),
        (RunOutcome(BOOK, BEGUN, (BookOutcome(BOOK, Fate.MUTAKHIR, 1),)), "Selesai, kode keluar 0: 1 mutakhir"),
        (
            RunOutcome(
                BOOK,
                BEGUN,
                (
                    BookOutcome(BOOK, Fate.DISEGARKAN, 1, report=ReportOutcome(REPORT, ReportFate.GAGAL, 1)),
                    BookOutcome(BOOK, Fate.GAGAL, 1),
                ),
                (Missed("*.xlsx", "tidak ada"),),
                interrupted=True,
            ),
            (
                "DIHENTIKAN sebelum selesai, kode keluar 3: 1 disegarkan, 1 gagal, 1 laporan tidak ditulis, 1 pola "
                "tanpa buku kerja"
            ),
        ),
    ],
)
def test_what_a_run_came_to(run, line):
    """How many of each, and the exit code."""
    assert end_line(run) == line


def test_a_run_that_died_is_told_with_what_it_was_at():
    """And that every workbook is whole."""
    line = died_line({"mulai": "2025-11-17T06:00:00+07:00", "sedang": "buku.xlsx"})
    assert "2025-11-17T06:00:00+07:00 tidak sampai selesai saat mengerjakan 'buku.xlsx'" in line
    assert "Setiap buku kerja tetap utuh" in line
    assert "(tidak diketahui) tidak sampai selesai: " in died_line({})
