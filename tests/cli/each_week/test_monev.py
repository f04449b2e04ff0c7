"""What `monev` shows at a terminal: what was done, what of staff's the new tabs lack, how the whole stands."""

from datetime import date
from pathlib import Path

import click
from monev_result import places, refreshed
from two_komponen import PLAN

from zi_excel.cli import run
from zi_excel.cli.each_week.monev import monev_lines
from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.opc.tabs.touched import Touched
from zi_excel.plan.rencana_aksi import Place
from zi_excel.validation.findings import Finding, Level


def said(lines):
    """The lines as they are when piped: without colour."""
    return [click.unstyle(line) for line in lines]


CAPAIAN = "  Capaian 53,8%, rencana 62,5%; 4 indikator: 1 tidak valid, 1 selesai, 1 terlambat, 1 berjalan"  # of PLAN


def test_monev():
    """What was added, replaced and kept, where the backup lies, how the whole stands."""
    galat = Finding("ZI601", Level.GALAT, Place("Rencana Aksi", 12, 6), "I.1.a", "Pesan.", "Saran.")
    assert said(monev_lines(refreshed(backup=Path("cadangan/rencana.xlsx"), findings=(galat, galat)))) == [
        "rencana.xlsx: tab Monev disegarkan (per 1 Juli 2025)",
        "  Ditambahkan: Monev Jadwal",
        "  Diganti: Monev I, Monev II",
        "  Riwayat: dimulai dengan tanggal ini",
        "  Tetap sama persis: 23 bagian buku kerja",
        f"  Cadangan: {Path('cadangan/rencana.xlsx')}",
        CAPAIAN,
        "  2 galat pada data: jalankan `zi-excel validasi` atau buka tab Monev Temuan",
    ]


def test_monev_that_only_tries():
    """`--coba` says what would be done."""
    assert said(monev_lines(refreshed(dry_run=True, removed=("Monev VII",)))) == [
        "rencana.xlsx: percobaan, tidak ada yang ditulis (per 1 Juli 2025)",
        "  Akan ditambahkan: Monev Jadwal",
        "  Akan diganti: Monev I, Monev II",
        "  Akan dihapus: Monev VII",
        "  Riwayat: dimulai dengan tanggal ini",
        "  Tetap sama persis: 23 bagian buku kerja",
        CAPAIAN,
    ]


def test_monev_for_a_day_that_has_not_come():
    """Its entry keeps the weeks before it from being recorded: said at once, with the way out."""
    measurement = measure(PLAN, date(2999, 1, 1))
    lines = said(monev_lines(refreshed(measurement=measurement, recording=recorded(History(), measurement))))
    assert "Tanggal penilaian itu belum tiba" in " ".join(lines)
    assert "belum tiba" not in " ".join(said(monev_lines(refreshed())))


def test_monev_without_a_change():
    """Nothing was written, and no backup made."""
    assert said(monev_lines(refreshed(changed=False))) == [
        "rencana.xlsx: tab Monev sudah mutakhir; tidak ada yang ditulis (per 1 Juli 2025)",
        "  Riwayat: dimulai dengan tanggal ini",
        "  Tetap sama persis: 23 bagian buku kerja",
        CAPAIAN,
    ]


def test_monev_says_where_it_is_now():
    """In the backup; and once, where staff's own words belong."""
    found = (Touched("Monev I", places(9)), Touched("Monev II", comments=1))
    shown = said(monev_lines(refreshed(touched=found, backup=Path("cadangan/rencana.xlsx"))))
    assert shown[4:8] == [
        "  Tab 'Monev I': isian atau perubahan di baris 9 tidak dibawa ke tab yang baru",
        "  Tab 'Monev II': 1 komentar tidak dibawa ke tab yang baru",
        "  Itu tersimpan di cadangan; yang masih diperlukan, tulis di lembar 'Rencana Aksi'",
        "  Tetap sama persis: 23 bagian buku kerja",
    ]


def test_diam_says_only_what_failed(book, capsys):
    """The workbook is refreshed without a word; of the one that is missing stderr tells."""
    before = book.read_bytes()
    assert run(["monev", str(book), str(book.with_name("tidak ada.xlsx")), "--diam"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "tidak ada.xlsx" in err
    assert book.read_bytes() != before
