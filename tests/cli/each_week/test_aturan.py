"""What `aturan` shows at a terminal: the manual of one rule, or a line for each."""

import click

from zi_excel.cli.each_week.aturan import rule_lines, rules_lines
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import rule


def said(lines):
    """The lines as they are when piped: without colour."""
    return [click.unstyle(line) for line in lines]


@rule("ZI601", Level.GALAT)
def unreadable(_subject):
    """Target waktu tidak terbaca.

    Kolom TARGET WAKTU harus memuat waktu.

    Mengapa: tanpa waktu tidak ada rencana.
    Salah: “-”
    Benar: “Maret 2025”
    Saran: Tulis bulan dan tahun.
    """
    return iter(())


@rule("ZI602", Level.PERINGATAN)
def doubtful(_subject):
    """Target waktu meragukan.

    Apa.

    Mengapa: a.
    Salah: b
    Benar: c
    Saran: D.
    """
    return iter(())


def test_one_rule():
    """Its manual: what, why, a wrong and a right example, what to do."""
    assert said(rule_lines(unreadable)) == [
        "ZI601 · galat · Target waktu tidak terbaca",
        "  Kolom TARGET WAKTU harus memuat waktu.",
        "  Mengapa: tanpa waktu tidak ada rencana.",
        "  Salah:   “-”",
        "  Benar:   “Maret 2025”",
        "  Saran:   Tulis bulan dan tahun.",
    ]


def test_all_rules():
    """A line each, its level in a column of its own."""
    assert said(rules_lines([unreadable, doubtful])) == [
        "ZI601  galat       Target waktu tidak terbaca",
        "ZI602  peringatan  Target waktu meragukan",
        "",
        "Penjelasan satu aturan: zi-excel aturan KODE",
    ]
