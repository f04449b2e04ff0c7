"""What `capaian` shows at a terminal: a table of a plan that can be checked by hand."""

from pathlib import Path

import click
from two_komponen import MARCH, PER, PLAN, indikator, plan_of

from zi_excel.cli.each_week.capaian import capaian_lines
from zi_excel.measuring.lke import BOBOT
from zi_excel.measuring.measure import measure
from zi_excel.verbs.capaian import CapaianResult

BOOK = Path("rencana.xlsx")


def said(lines):
    """The lines as they are when piped: without colour."""
    return [click.unstyle(line) for line in lines]


def test_capaian():
    """Each figure under its title: rencana 100 and 50, realisasi 40 and 75; 100 and unreadable."""
    assert said(capaian_lines(CapaianResult(BOOK, PLAN, measure(PLAN, PER)))) == [
        "rencana.xlsx · lembar 'Rencana Aksi' · per 1 Juli 2025",
        "",
        "    Komponen             Jml  Rencana  Capaian  Deviasi  Tertimbang  ?  ✔  ✖  ▲  ▶  ○",
        "I   MANAJEMEN PERUBAHAN    2    75,0%    57,5%    -17,5           –  0  0  1  0  1  0",
        "II  TATA LAKSANA           2    50,0%    50,0%        0           –  1  1  0  0  0  0",
        "    Total                  4    62,5%    53,8%     -8,8           –  1  1  1  0  1  0",
        "",
        "Jumlah menurut status: ? tidak valid, ✔ selesai, ✖ terlambat, ▲ perlu perhatian, ▶ berjalan, ○ belum mulai",
        "Capaian = rata-rata realisasi; deviasi = realisasi dikurangi rencana, dalam poin persen.",
        f"Capaian tertimbang tidak dihitung: {measure(PLAN, PER).total.tertimbang_sebab}",
    ]


def test_capaian_tertimbang():
    """Where the 25 subkomponen are the decree's it is a column of its own, and never called nilai LKE."""
    kodes = {kode: [sub for sub in BOBOT if sub.startswith(f"{kode}.")] for kode in ("I", "II", "III", "IV", "V", "VI")}
    plan = plan_of(
        *(
            (kode, f"AREA {kode}", [(sub, (indikator(f"{sub}.a", MARCH, 1.0 if at else 0.0),)) for at, sub in subs])
            for kode, subs in ((kode, list(enumerate(subs))) for kode, subs in kodes.items())
        )
    )
    lines = said(capaian_lines(CapaianResult(BOOK, plan, measure(plan, PER))))
    assert lines[3:5] == [  # I: 1 + 1 + 1,5 of 4; II: 2 + 0,5 of 3,5
        "I    AREA I      4     100%    75,0%    -25,0       87,5%  0   3  1  0  0  0",
        "II   AREA II     3     100%    66,7%    -33,3       71,4%  0   2  1  0  0  0",
    ]
    assert lines[-1] == (
        "Tertimbang = menurut bobot subkomponen pada LKE Pemenuhan (30 dari 100 poin LKE); bukan nilai LKE."
    )
